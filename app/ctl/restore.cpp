// SPDX-License-Identifier: Apache-2.0
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <sys/file.h>
#include <unistd.h>

#include "documents.h"
#include "store/store.h"

namespace gatehouse::ctl {

namespace {

namespace fs = std::filesystem;

constexpr const char* kDatabase = "gatehouse.db";

/// The data directory's lock, held while the database is swapped.
class Lock {
public:
    explicit Lock(const fs::path& dataDir)
        : m_fd(::open((dataDir / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600)) {
        m_held = m_fd >= 0 && ::flock(m_fd, LOCK_EX | LOCK_NB) == 0;
    }
    ~Lock() {
        if (m_fd >= 0) {
            ::close(m_fd);
        }
    }
    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;
    [[nodiscard]] bool held() const { return m_held; }

private:
    int m_fd;
    bool m_held = false;
};

/// Copies the backup beside the database and looks whether it is one of ours and whole.
Outcome<void> stage(const fs::path& backup, const fs::path& staged) {
    std::error_code problem;
    fs::remove(staged, problem);
    if (!fs::copy_file(backup, staged, problem)) {
        return failure("cannot copy " + backup.string(), problem.message(),
                       "name a backup that you may read, and make room");
    }
    fs::permissions(staged, fs::perms::owner_read | fs::perms::owner_write, problem);
    const auto store = store::openSqlite({.file = staged});
    if (!store) {
        return failure(backup.string() + " is no backup of Gatehouse", store.error(),
                       "name a file that `gatehousectl backup` made");
    }
    if (const Status whole = (*store)->verify(); !whole) {
        return failure(backup.string() + " is damaged", whole.error(), "take another backup");
    }
    return {};
}

Outcome<void> swap(const fs::path& staged, const fs::path& database) {
    std::error_code problem;
    for (const char* suffix : {"-wal", "-shm"}) {
        fs::remove(staged.string() + suffix, problem);
    }
    for (const char* suffix : {"", "-wal", "-shm"}) {
        const fs::path old = database.string() + suffix;
        if (fs::exists(old, problem)) {
            fs::rename(old, database.string() + ".before-restore" + suffix, problem);
        }
    }
    fs::rename(staged, database, problem);
    if (problem) {
        return failure("cannot put the backup in place", problem.message(),
                       "the old database is beside it as *.before-restore");
    }
    return {};
}

} // namespace

Outcome<int> restore(const Target& target, const OpenOffline& openOffline, const std::string& file) {
    if (!target.server.empty()) {
        return failure("restore", "it works on a data directory, not on --server", "run it on the broker's machine",
                       kUsage);
    }
    std::error_code problem;
    fs::create_directories(target.dataDir, problem);
    fs::permissions(target.dataDir, fs::perms::owner_all, problem);
    {
        const Lock lock(target.dataDir);
        if (!lock.held()) {
            return failure("cannot restore", "a broker is running on " + target.dataDir.string(), "stop it first");
        }
        const fs::path staged = target.dataDir / "gatehouse.db.restoring";
        if (const auto ready = stage(file, staged); !ready) {
            fs::remove(staged, problem);
            return tl::unexpected(ready.error());
        }
        if (const auto swapped = swap(staged, target.dataDir / kDatabase); !swapped) {
            return tl::unexpected(swapped.error());
        }
    }
    const auto send = connect(target, openOffline);
    if (!send) {
        return tl::unexpected(send.error());
    }
    const auto reply = (*send)({"POST", "/admin/v1/sessions/revoke-all", {}, {}});
    if (!reply) {
        return tl::unexpected(reply.error());
    }
    if (reply->status != 204) {
        return tl::unexpected(refusal("the backup is in place, but old sessions could not be ended", *reply));
    }
    std::puts("restored; all sessions and tokens of the backup were ended, and people sign in again");
    return kDone;
}

} // namespace gatehouse::ctl
