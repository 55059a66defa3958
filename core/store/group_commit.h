// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <thread>
#include <vector>

#include <semaphore.h>

#include "base/parking.h"
#include "store/log_tidier.h"
#include "store/redo_log.h"
#include "store/sqlite_connection.h"
#include "store/sqlite_session.h"

namespace gatehouse::store {

/// The one writer. Whoever comes while nobody writes leads: it runs what is waiting, in the order in which it came,
/// and makes all of it durable with one commit. Nobody is answered before that commit. A transaction that is refused
/// after it has changed something is undone alone: the batch is rolled back, what the others did is done again
/// (redo_log.h), and the batch ends there. What came meanwhile is the next batch, led by its first caller, or by a
/// thread of our own if that caller has left its thread (base/parking.h): no commit shall wait for a free worker. So a
/// lone caller costs no change of threads, and many share one fsync. A caller may have something to do meanwhile: it is
/// told as soon as its own work has run, so that it does that while the others run and all of it is committed.
class GroupCommit {
public:
    /// `tidier`: a second connection to the same file.
    GroupCommit(std::unique_ptr<SqliteConnection> connection, std::unique_ptr<SqliteConnection> tidier, int maxBatch);
    GroupCommit(const GroupCommit&) = delete;
    GroupCommit& operator=(const GroupCommit&) = delete;
    /// Nobody may be waiting any more. Closes the connection.
    ~GroupCommit();

    using Work = std::function<Status(SqliteWriter&)>;
    /// Blocks until the work's effects are durable, or undone; it may run on the thread of another caller.
    /// `store.nested_write` inside a work; `store.callback_threw` if the work let an exception out; otherwise the
    /// work's error or the store's.
    /// `meanwhile` runs once on the caller's thread unless the work was refused: between the work and the commit, or
    /// after it where the caller itself leads. It may throw.
    [[nodiscard]] Status run(const Work& work, const std::function<void()>& meanwhile = {});

private:
    enum class Turn { Leads, Ran, Done };
    enum class Meanwhile { Goes, Waits, Over };
    /// One caller; it lives on the caller's stack until its turn is Done.
    struct Waiting {
        const Work* work;
        const bool hasMeanwhile;
        Status status;
        std::vector<std::function<void()>> actions;
        Turn turn = Turn::Leads;
        bool begun = false; ///< the caller was told that its work has run
        std::atomic<Meanwhile> meanwhile{Meanwhile::Goes};
        Parking* const parking; ///< nullptr: blocks on the semaphore
        sem_t passed;           ///< not std::atomic's wait, which asks the scheduler for other work before it sleeps

        Waiting(const Work& what, bool somethingMeanwhile);
        ~Waiting();
        Waiting(const Waiting&) = delete;
        Waiting& operator=(const Waiting&) = delete;
        void pass(Turn next);
        void wait();
        /// The leader's: its work has run.
        void begin();
        /// The leader's: it is durable, or undone.
        void end();
        /// The caller's, once it has done what it does meanwhile.
        void waitForEnd();
    };

    static void doMeanwhile(Waiting& waiting, const std::function<void()>& meanwhile);
    void lead(const Waiting* leader);
    [[nodiscard]] std::vector<Waiting*> takeBatch();
    using Batch = std::span<Waiting* const>;
    /// How many of them have been run and committed, or have failed.
    [[nodiscard]] std::size_t runBatch(Batch batch, const Waiting* leader);
    static void answer(Batch done, const Waiting* leader);
    void passOn();
    [[nodiscard]] Status runAll(Batch batch, const Waiting* leader, std::size_t& ran);
    enum class Next { GoOn, Commit };
    [[nodiscard]] Result<Next> runOne(Waiting& waiting, RedoLog* redo);
    [[nodiscard]] Status undo(const RedoLog::Mark& mark);
    [[nodiscard]] static Status call(const Work& work, SqliteWriter& writer);
    void noteTrouble(const Status& committed);
    void upkeep();

    // The leader's: whoever leads hands these on with the lead.
    std::unique_ptr<SqliteConnection> m_connection;
    RedoLog m_redo;
    LogTidier m_tidier;
    bool m_troubled = false;
    std::atomic<std::thread::id> m_leader{};

    const std::size_t m_maxBatch;
    std::mutex m_mutex;
    std::deque<Waiting*> m_queue;
    bool m_led = false;
    bool m_upkeepLeads = false;
    bool m_stopping = false;
    std::condition_variable m_wakeUpkeep;
    std::thread m_upkeep;
};

} // namespace gatehouse::store
