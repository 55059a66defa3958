// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite_file.h"

#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/log.h"
#include "store/sqlite_error.h"

namespace gatehouse::store {
namespace {

namespace fs = std::filesystem;

// A file of this size is checked in some milliseconds, so it always is.
constexpr std::uintmax_t kSmall = std::uintmax_t(4) * 1024 * 1024;
constexpr mode_t kMode = S_IRUSR | S_IWUSR;
constexpr std::size_t kMostDetail = 1000;

tl::unexpected<Error> systemFailure(const char* during, int cause) {
    return fail(Code::Unavailable, "store.unavailable",
                std::string(during) + ": " + std::generic_category().message(cause));
}

fs::path beside(const fs::path& file, const char* suffix) {
    fs::path out = file;
    out += suffix;
    return out;
}

std::uintmax_t sizeOf(const fs::path& file) {
    std::error_code missing;
    const std::uintmax_t size = fs::file_size(file, missing);
    return missing ? 0 : size;
}

// By path, not by descriptor: closing one would drop the locks that another connection of this process holds.
Status tightenMode(const fs::path& file) {
    for (const char* suffix : {"", "-wal", "-shm"}) {
        const fs::path part = beside(file, suffix);
        struct stat info{};
        if (::lstat(part.c_str(), &info) != 0) {
            if (errno == ENOENT) {
                continue;
            }
            return systemFailure("stat", errno);
        }
        if (!S_ISREG(info.st_mode)) {
            return fail(Code::Unavailable, "store.unavailable", "not a regular file: " + part.filename().string());
        }
        if ((info.st_mode & 07777) != kMode && ::chmod(part.c_str(), kMode) != 0) {
            return systemFailure("chmod", errno);
        }
    }
    return {};
}

Status syncPath(const fs::path& path, int flags) {
    const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC);
    if (descriptor < 0) {
        return systemFailure("open", errno);
    }
    const int cause = ::fsync(descriptor) == 0 ? 0 : errno;
    ::close(descriptor);
    return cause == 0 ? Status() : Status(systemFailure("fsync", cause));
}

// Empty, or ours. An empty file becomes ours before it gets a log, so that a crash leaves one or the other.
Status claim(SqliteConnection& connection) {
    TRY(pages, connection.value("PRAGMA page_count"));
    if (pages == "0") {
        return connection.script("PRAGMA application_id=" + std::to_string(kApplicationId));
    }
    TRY(id, connection.value("PRAGMA application_id"));
    if (id != std::to_string(kApplicationId)) {
        return fail(Code::FailedPrecondition, "store.not_gatehouse", "application_id " + id);
    }
    return {};
}

Status quickCheck(SqliteConnection& connection) {
    TRY(found, connection.value("PRAGMA quick_check(1)"));
    if (found != "ok") {
        return fail(Code::Internal, "store.corrupt", found.substr(0, kMostDetail));
    }
    return {};
}

Status backUp(SqliteConnection& source, const fs::path& target) {
    sqlite3* copy = nullptr;
    int result = sqlite3_open_v2(target.c_str(), &copy,
                                 SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW, nullptr);
    sqlite3_backup* backup = result == SQLITE_OK ? sqlite3_backup_init(copy, "main", source.handle(), "main") : nullptr;
    Status status;
    if (backup == nullptr) {
        status =
            tl::unexpected<Error>(sqliteError(copy, result == SQLITE_OK ? sqlite3_errcode(copy) : result, "backup"));
    } else {
        const int stepped = sqlite3_backup_step(backup, -1); // all pages in one read transaction; writers go on
        result = sqlite3_backup_finish(backup);
        if (stepped != SQLITE_DONE || result != SQLITE_OK) {
            status = tl::unexpected<Error>(sqliteError(copy, result != SQLITE_OK ? result : stepped, "backup"));
        }
    }
    sqlite3_close_v2(copy);
    return status;
}

} // namespace

Result<fs::path> resolveFile(const fs::path& file) {
    std::error_code failed;
    const fs::path absolute = fs::absolute(file, failed);
    const fs::path folder = failed ? fs::path() : fs::canonical(absolute.parent_path(), failed);
    if (failed || absolute.filename().empty()) {
        return fail(Code::Unavailable, "store.unavailable", "folder: " + failed.message());
    }
    return folder / absolute.filename();
}

Status createFile(const fs::path& file, const char* taken) {
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, kMode);
    if (descriptor < 0) {
        return errno == EEXIST ? Status(fail(Code::Conflict, taken, "the file exists"))
                               : Status(systemFailure("create", errno));
    }
    ::close(descriptor);
    return {};
}

Result<std::unique_ptr<SqliteConnection>> openFile(const fs::path& file) {
    struct stat info{};
    if (::lstat(file.c_str(), &info) != 0 && errno == ENOENT) {
        ENSURE(createFile(file, "store.unavailable"));
        ENSURE(syncPath(file.parent_path(), O_RDONLY | O_DIRECTORY));
    }
    ENSURE(tightenMode(file));
    // The log is removed at every clean stop.
    const bool unclean = sizeOf(beside(file, "-wal")) > 0;
    TRY(connection, SqliteConnection::open(file, Access::Write));
    ENSURE(claim(*connection));
    TRY(journal, connection->value("PRAGMA journal_mode=WAL"));
    if (journal != "wal") {
        return fail(Code::Unavailable, "store.unavailable", "journal_mode is " + journal);
    }
    if (unclean || sizeOf(file) <= kSmall) {
        ENSURE(quickCheck(*connection));
    }
    if (unclean) {
        log::warn("store.recovered", {{"file", file.filename().string()}});
    }
    return connection;
}

Status verifyFile(const fs::path& file) {
    TRY(connection, SqliteConnection::open(file, Access::Read));
    std::string found;
    const auto note = [&found](std::string_view text) {
        found.append(found.empty() ? "" : "; ").append(text);
        return found.size() < kMostDetail;
    };
    const OnRow damage = [&](const Row& row) { return row.text(0) == "ok" || note(row.text(0)); };
    ENSURE(connection->run("PRAGMA integrity_check(20)", {}, &damage));
    const OnRow orphan = [&](const Row& row) {
        return note("foreign key of " + std::string(row.text(0)) + " to " + std::string(row.text(2)));
    };
    ENSURE(connection->run("PRAGMA foreign_key_check", {}, &orphan));
    if (!found.empty()) {
        return fail(Code::Internal, "store.corrupt", found.substr(0, kMostDetail));
    }
    return {};
}

Status copyFile(const fs::path& source, const fs::path& target) {
    TRY(resolved, resolveFile(target));
    TRY(connection, SqliteConnection::open(source, Access::Read));
    ENSURE(createFile(resolved, "store.target_exists"));
    Status status = backUp(*connection, resolved);
    if (status) {
        status = syncPath(resolved, O_RDONLY);
    }
    if (status) {
        status = syncPath(resolved.parent_path(), O_RDONLY | O_DIRECTORY);
    }
    if (!status) {
        ::unlink(resolved.c_str());
    }
    return status;
}

std::int64_t bytesOf(const fs::path& file) {
    return std::int64_t(sizeOf(file) + sizeOf(beside(file, "-wal")));
}

} // namespace gatehouse::store
