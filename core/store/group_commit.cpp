// SPDX-License-Identifier: Apache-2.0
#include "store/group_commit.h"

#include <algorithm>
#include <exception>
#include <utility>

#include <pthread.h>

#include "base/log.h"

namespace gatehouse::store {
namespace {

// Frames of 4 KiB. Readers that never pause keep the log from starting anew, so from the second mark on the writer
// waits for them.
constexpr int kTidyFrames = 4000;
constexpr int kBlockFrames = 12000;

} // namespace

GroupCommit::GroupCommit(std::unique_ptr<SqliteConnection> connection, std::unique_ptr<SqliteConnection> tidier,
                         int maxBatch)
    : m_connection(std::move(connection))
    , m_tidier(std::move(tidier))
    , m_maxBatch(std::size_t(std::max(maxBatch, 1)))
    , m_upkeep([this] { upkeep(); }) {
    pthread_setname_np(m_upkeep.native_handle(), "gh-store");
}

GroupCommit::~GroupCommit() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wakeUpkeep.notify_one();
    m_upkeep.join();
}

GroupCommit::Waiting::Waiting(const Work& what, bool somethingMeanwhile)
    : work(&what)
    , hasMeanwhile(somethingMeanwhile)
    , parking(Parking::here()) {
    ::sem_init(&passed, 0, 0);
}

GroupCommit::Waiting::~Waiting() {
    ::sem_destroy(&passed);
}

void GroupCommit::Waiting::pass(Turn next) {
    turn = next;
    // From here on, the caller may be gone.
    if (parking != nullptr) {
        parking->resume();
    } else {
        ::sem_post(&passed);
    }
}

void GroupCommit::Waiting::wait() {
    if (parking != nullptr) {
        parking->park();
        return;
    }
    while (::sem_wait(&passed) != 0) {
        // a signal came
    }
}

void GroupCommit::Waiting::begin() {
    begun = true;
    pass(Turn::Ran);
}

// Parking knows one resume() for each park(): a caller that is still busy is not woken, it finds that all is over.
void GroupCommit::Waiting::end() {
    if (!begun || meanwhile.exchange(Meanwhile::Over, std::memory_order_acq_rel) == Meanwhile::Waits) {
        pass(Turn::Done);
    }
}

void GroupCommit::Waiting::waitForEnd() {
    if (meanwhile.exchange(Meanwhile::Waits, std::memory_order_acq_rel) != Meanwhile::Over) {
        wait();
    }
}

Status GroupCommit::run(const Work& work, const std::function<void()>& meanwhile) {
    if (m_leader.load(std::memory_order_relaxed) == std::this_thread::get_id()) {
        return fail(Code::Internal, "store.nested_write", "write() was called inside a write");
    }
    Waiting waiting(work, bool(meanwhile));
    bool leads = false;
    {
        const std::lock_guard lock(m_mutex);
        m_queue.push_back(&waiting);
        leads = !std::exchange(m_led, true);
    }
    if (!leads) {
        waiting.wait();
        leads = waiting.turn == Turn::Leads;
    }
    if (waiting.turn == Turn::Ran) {
        doMeanwhile(waiting, meanwhile);
        return std::move(waiting.status);
    }
    if (leads) {
        lead(&waiting);
    }
    if (waiting.status && meanwhile) {
        meanwhile();
    }
    return std::move(waiting.status);
}

// Whatever it throws waits as well: the leader still knows the caller.
void GroupCommit::doMeanwhile(Waiting& waiting, const std::function<void()>& meanwhile) {
    std::exception_ptr thrown;
    try {
        meanwhile();
    } catch (...) {
        thrown = std::current_exception();
    }
    waiting.waitForEnd();
    if (thrown) {
        std::rethrow_exception(thrown);
    }
}

std::vector<GroupCommit::Waiting*> GroupCommit::takeBatch() {
    const std::lock_guard lock(m_mutex);
    const auto end = m_queue.begin() + std::ptrdiff_t(std::min(m_maxBatch, m_queue.size()));
    std::vector<Waiting*> batch(m_queue.begin(), end);
    m_queue.erase(m_queue.begin(), end);
    return batch;
}

// The leader is the first in the queue, or nobody in it. Out of line: it may run on another thread than what came
// before it in run(), so it has to ask for its thread's id itself.
[[gnu::noinline]] void GroupCommit::lead(const Waiting* leader) {
    const std::vector<Waiting*> batch = takeBatch();
    m_leader.store(std::this_thread::get_id(), std::memory_order_relaxed);
    Batch left(batch);
    while (!left.empty()) {
        const std::size_t ran = runBatch(left, leader);
        if (ran == left.size()) {
            break;
        }
        answer(left.first(ran), leader); // those behind take another commit
        left = left.subspan(ran);
    }
    m_leader.store(std::thread::id(), std::memory_order_relaxed);
    passOn();
    answer(left, leader);
}

void GroupCommit::answer(Batch done, const Waiting* leader) {
    for (Waiting* waiting : done) {
        if (waiting != leader) {
            waiting->end();
        }
    }
}

void GroupCommit::passOn() {
    if (m_connection->logFrames() >= kTidyFrames) {
        m_tidier.begin();
    }
    const bool mustTidy = m_tidier.isDone();
    Waiting* next = nullptr;
    {
        const std::lock_guard lock(m_mutex);
        if (m_queue.empty() && !mustTidy) {
            m_led = false;
            return;
        }
        if (mustTidy || m_queue.front()->parking != nullptr) {
            m_upkeepLeads = true;
        } else {
            next = m_queue.front();
        }
    }
    if (next != nullptr) {
        next->pass(Turn::Leads);
    } else {
        m_wakeUpkeep.notify_one();
    }
}

std::size_t GroupCommit::runBatch(Batch batch, const Waiting* leader) {
    std::size_t ran = 0;
    const Status committed = runAll(batch, leader, ran);
    if (!committed) {
        ran = batch.size();
        if (m_connection->inTransaction()) {
            static_cast<void>(m_connection->command("ROLLBACK"));
        }
    }
    m_redo.clear();
    noteTrouble(committed);
    for (Waiting* waiting : batch.first(ran)) {
        if (!committed) {
            // Also for those that refused: what they saw may have been an effect that is now undone.
            waiting->status = committed;
            continue;
        }
        for (const auto& action : waiting->actions) {
            try {
                action();
            } catch (const std::exception& thrown) {
                log::error("store.after_commit_threw", {{"what", thrown.what()}});
            }
        }
    }
    return ran;
}

// One line when it starts and one when it ends: a full disk must not fill the log as well.
void GroupCommit::noteTrouble(const Status& committed) {
    if (bool(committed) != m_troubled) {
        return;
    }
    m_troubled = !committed;
    if (m_troubled) {
        log::error("store.commit_failed", {{"reason", committed.error().reason}, {"detail", committed.error().detail}});
    } else {
        log::info("store.commits_again");
    }
}

Status GroupCommit::runAll(Batch batch, const Waiting* leader, std::size_t& ran) {
    if (m_connection->broken()) {
        return fail(Code::Unavailable, "store.unavailable", "an earlier I/O error: reopen the store");
    }
    ENSURE(m_connection->command("BEGIN IMMEDIATE"));
    for (Next next = Next::GoOn; next == Next::GoOn && ran < batch.size(); ++ran) {
        const bool isLast = ran + 1 == batch.size(); // nobody who comes after it can make it undone
        Waiting& waiting = *batch[ran];
        TRY(after, runOne(waiting, isLast ? nullptr : &m_redo));
        next = after;
        if (waiting.status && waiting.hasMeanwhile && &waiting != leader) {
            waiting.begin();
        }
    }
    if (m_connection->broken()) {
        return fail(Code::Unavailable, "store.unavailable", "an I/O error inside the batch");
    }
    return m_connection->command("COMMIT");
}

// An error here ends the whole batch; what concerns this caller alone goes to its status.
Result<GroupCommit::Next> GroupCommit::runOne(Waiting& waiting, RedoLog* redo) {
    const RedoLog::Mark mark = m_redo.mark();
    SqliteWriter writer(*m_connection, redo);
    waiting.status = call(*waiting.work, writer);
    if (!m_connection->inTransaction()) {
        // SQLite rolls the transaction back by itself after some errors, and with it what ran before.
        return tl::unexpected<Error>(
            writer.fatal().value_or(Error{Code::Internal, "store.statement", "the transaction was ended inside"}));
    }
    if (waiting.status && writer.fatal()) {
        waiting.status = tl::unexpected<Error>(*writer.fatal());
    }
    if (waiting.status && m_connection->hasPendingViolation()) {
        waiting.status = fail(Code::Conflict, "store.constraint", "a deferred foreign key is violated");
    }
    if (waiting.status) {
        waiting.actions = std::move(writer.actions());
        return writer.scripted() ? Next::Commit : Next::GoOn;
    }
    // After an error that ends the transaction, what SQLite still holds of the others is not to be trusted either.
    if (writer.changed() || writer.fatal()) {
        ENSURE(undo(mark));
        return Next::Commit; // so that each change is made again once at most
    }
    return Next::GoOn;
}

Status GroupCommit::undo(const RedoLog::Mark& mark) {
    m_redo.cutTo(mark);
    ENSURE(m_connection->command("ROLLBACK"));
    ENSURE(m_connection->command("BEGIN IMMEDIATE"));
    return m_redo.doAgain(*m_connection);
}

Status GroupCommit::call(const Work& work, SqliteWriter& writer) {
    try {
        return work(writer);
    } catch (const std::exception& thrown) {
        return fail(Code::Internal, "store.callback_threw", thrown.what());
    }
}

// Leads for callers that have left their threads. It also moves what the tidier left into the file: no caller shall
// wait for that with its own work done already.
void GroupCommit::upkeep() {
    for (;;) {
        {
            std::unique_lock lock(m_mutex);
            m_wakeUpkeep.wait(lock, [this] { return m_stopping || m_upkeepLeads; });
            if (!std::exchange(m_upkeepLeads, false)) {
                return;
            }
        }
        if (m_tidier.isDone()) {
            m_connection->checkpoint(m_connection->logFrames() >= kBlockFrames ? SqliteConnection::Checkpoint::Block
                                                                               : SqliteConnection::Checkpoint::Passive);
            m_tidier.acknowledge();
        }
        lead(nullptr);
    }
}

} // namespace gatehouse::store
