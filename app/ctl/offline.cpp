// SPDX-License-Identifier: Apache-2.0
#include "offline.h"

#include <memory>

#include "broker/broker.h"

namespace gatehouse::ctl {

Outcome<admin::api::Dispatcher> openOffline(const Target& target) {
    std::error_code problem;
    if (!std::filesystem::is_directory(target.dataDir, problem)) {
        return failure("no broker and no data at " + target.dataDir.string(), "there is no such directory",
                       "name it with --data-dir, or start `gatehoused serve`");
    }
    broker::Config config;
    config.dataDir = target.dataDir;
    config.listen.clear();
    config.offline = true;
    config.masterKey = target.masterKey;
    auto started = broker::Broker::start(std::move(config));
    if (!started) {
        return failure("cannot open " + target.dataDir.string(), started.error(),
                       "see that no broker holds it and that --master-key names its key");
    }
    const std::shared_ptr<broker::Broker> broker = *std::move(started);
    return admin::api::Dispatcher(
        [broker, dispatch = broker->adminDispatcher()](const admin::api::Call& call) { return dispatch(call); });
}

} // namespace gatehouse::ctl
