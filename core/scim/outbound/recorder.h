// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <utility>

#include "scim/outbound/synchronizer.h"
#include "scim/sync/apply.h"

namespace gatehouse::scim::outbound {

/// A step as a run's report shows it, not tried yet. `push`: the source's ids are ours.
[[nodiscard]] provisioning::SyncRun::Row rowOf(const sync::Step& step, bool push);

/// Writes down what a run does, and keeps links while it goes on: what a crash forgets is found again by its
/// externalId.
class Synchronizer::Recorder {
public:
    Recorder(store::Store& store, const store::Sealer& sealer, const sync::Links& links, provisioning::SyncRun& run,
             bool push);
    /// False: too much failed in a row to go on.
    [[nodiscard]] bool note(const sync::Step& step, const sync::Outcome& outcome);
    /// Keeps the links that changed since.
    [[nodiscard]] Status flush();
    [[nodiscard]] const provisioning::SyncRun& run() const { return m_run; }

private:
    store::Store& m_store;
    const store::Sealer& m_sealer;
    const sync::Links& m_links;
    provisioning::SyncRun& m_run;
    bool m_push;
    int m_failedInARow = 0;
    std::set<std::pair<sync::Kind, std::string>> m_changed;
};

} // namespace gatehouse::scim::outbound
