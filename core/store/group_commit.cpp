// SPDX-License-Identifier: Apache-2.0
#include "store/group_commit.h"

#include <algorithm>
#include <exception>

#include <pthread.h>

#include "base/log.h"

namespace gatehouse::store {
namespace {

// Frames of 4 KiB. Readers that never pause keep the log from starting anew, so at the second mark the writer waits for
// them.
constexpr int kCheckpointFrames = 2000;
constexpr int kBlockFrames = 8000;

} // namespace

GroupCommit::GroupCommit(std::unique_ptr<SqliteConnection> connection, int maxBatch)
    : m_connection(std::move(connection))
    , m_maxBatch(std::size_t(std::max(maxBatch, 1)))
    , m_thread([this] { loop(); }) {
    pthread_setname_np(m_thread.native_handle(), "gh-store");
}

GroupCommit::~GroupCommit() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

Status GroupCommit::run(const Work& work) {
    if (std::this_thread::get_id() == m_thread.get_id()) {
        return fail(Code::Internal, "store.nested_write", "write() was called on the writer thread");
    }
    Waiting waiting{&work, {}, {}, {}};
    bool first = false;
    {
        const std::lock_guard lock(m_mutex);
        first = m_queue.empty();
        m_queue.push_back(&waiting);
    }
    if (first) {
        m_wake.notify_one();
    }
    waiting.done.wait(0, std::memory_order_acquire);
    return std::move(waiting.status);
}

void GroupCommit::loop() {
    std::vector<Waiting*> batch;
    for (;;) {
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_stopping || !m_queue.empty(); });
            if (m_queue.empty()) {
                return;
            }
            const auto count = std::ptrdiff_t(std::min(m_maxBatch, m_queue.size()));
            batch.assign(m_queue.begin(), m_queue.begin() + count);
            m_queue.erase(m_queue.begin(), m_queue.begin() + count);
        }
        runBatch(batch);
        tidyLog();
    }
}

void GroupCommit::runBatch(const std::vector<Waiting*>& batch) {
    const Status committed = runAll(batch);
    if (!committed) {
        if (m_connection->inTransaction()) {
            static_cast<void>(m_connection->command("ROLLBACK"));
        }
    }
    noteTrouble(committed);
    for (Waiting* waiting : batch) {
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
    for (Waiting* waiting : batch) {
        // From the store on, the caller may be gone: notify_one takes the address and no more.
        std::atomic<int>& done = waiting->done;
        done.store(1, std::memory_order_release);
        done.notify_one();
    }
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

Status GroupCommit::runAll(const std::vector<Waiting*>& batch) {
    if (m_connection->broken()) {
        return fail(Code::Unavailable, "store.unavailable", "an earlier I/O error: reopen the store");
    }
    ENSURE(m_connection->command("BEGIN IMMEDIATE"));
    for (Waiting* waiting : batch) {
        ENSURE(runOne(*waiting));
    }
    if (m_connection->broken()) {
        return fail(Code::Unavailable, "store.unavailable", "an I/O error inside the batch");
    }
    return m_connection->command("COMMIT");
}

// An error here ends the whole batch; what concerns this caller alone goes to its status.
Status GroupCommit::runOne(Waiting& waiting) {
    ENSURE(m_connection->command("SAVEPOINT gatehouse"));
    SqliteWriter writer(*m_connection);
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
    if (!waiting.status) {
        ENSURE(m_connection->command("ROLLBACK TO gatehouse"));
    } else {
        waiting.actions = std::move(writer.actions());
    }
    return m_connection->command("RELEASE gatehouse");
}

Status GroupCommit::call(const Work& work, SqliteWriter& writer) {
    try {
        return work(writer);
    } catch (const std::exception& thrown) {
        return fail(Code::Internal, "store.callback_threw", thrown.what());
    }
}

void GroupCommit::tidyLog() {
    const int frames = m_connection->logFrames();
    if (frames >= kCheckpointFrames) {
        m_connection->checkpoint(frames >= kBlockFrames ? SqliteConnection::Checkpoint::Block
                                                        : SqliteConnection::Checkpoint::Passive);
    }
}

} // namespace gatehouse::store
