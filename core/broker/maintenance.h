// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

#include "base/time.h"
#include "store/store.h"

namespace gatehouse::broker {

/// A thread that deletes, once a minute, what has expired and may be forgotten: spent codes and tokens, ended sessions,
/// flows beyond their number and age, recordings beyond what their tenant keeps. Ends with the object.
class Maintenance {
public:
    /// `alsoForget`: what is kept elsewhere for a time; called in each round.
    Maintenance(store::Store& store, const Clock& clock, std::function<void(Time)> alsoForget = {});
    ~Maintenance();
    Maintenance(const Maintenance&) = delete;
    Maintenance& operator=(const Maintenance&) = delete;
    /// One round: what was spent or ended more than a day ago, receipts of a week, flows older than 30 days or beyond
    /// 10,000 of a tenant. Rows deleted.
    [[nodiscard]] static Result<std::int64_t> purge(store::Store& store, Time now);
    /// One round over the recordings of every tenant, by its settings; a few hundred in a transaction, so that no login
    /// waits for it. Recordings dropped.
    [[nodiscard]] static Result<std::int64_t> forgetRecordings(store::Store& store, Time now);

private:
    void run();
    store::Store& m_store;
    const Clock& m_clock;
    std::function<void(Time)> m_alsoForget;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace gatehouse::broker
