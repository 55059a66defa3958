// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

#include "provisioning/requests.h"
#include "provisioning/tokens.h"
#include "store/sealed.h"
#include "store/store.h"

namespace gatehouse::scim::server {

/// Keeps requests that changed nothing, and when a token was last used, without making anybody wait: a thread writes
/// what has come every half second. What came in the last one is lost with the process.
class LogWriter {
public:
    explicit LogWriter(store::Store& store);
    ~LogWriter();
    LogWriter(const LogWriter&) = delete;
    LogWriter& operator=(const LogWriter&) = delete;

    void keep(store::Sealer sealer, provisioning::Request request);
    void used(const TenantId& tenant, std::string token, Time now);
    /// Writes everything that has come so far.
    void flush();

private:
    struct Kept {
        store::Sealer sealer;
        provisioning::Request request;
    };
    struct Use {
        TenantId tenant;
        std::string token;
        Time at;
    };
    void run();

    store::Store& m_store;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::vector<Kept> m_kept;
    std::vector<Use> m_uses;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace gatehouse::scim::server
