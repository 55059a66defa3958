// SPDX-License-Identifier: Apache-2.0
#include "store/gathered_log.h"

#include <cstddef>
#include <new>
#include <string>

#include <sqlite3.h>

namespace gatehouse::store {
namespace {

constexpr const char* kName = "gatehouse-gathered-log";
/// What the system's VFS takes in one call.
constexpr std::size_t kMost = 0x1ffff;

/// What SQLite sees as the log. The system's file lies behind it, in the memory that SQLite gave.
struct Log {
    sqlite3_file asFile; // first: SQLite's pointer is to this
    std::string* waiting;
    sqlite3_int64 at; ///< where the first waiting octet belongs

    static Log& of(sqlite3_file* file) { return *reinterpret_cast<Log*>(file); }
    sqlite3_file* inner() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};
static_assert(sizeof(Log) % alignof(sqlite3_int64) == 0);

/// Hands over what waits. What could not be written is not tried again: SQLite gives the transaction up and writes over
/// it.
int flush(Log& log) {
    if (log.waiting->empty()) {
        return SQLITE_OK;
    }
    const int result =
        log.inner()->pMethods->xWrite(log.inner(), log.waiting->data(), int(log.waiting->size()), log.at);
    log.waiting->clear();
    return result;
}

int closeLog(sqlite3_file* file) {
    Log& log = Log::of(file);
    const int flushed = flush(log);
    delete log.waiting;
    const int closed = log.inner()->pMethods->xClose(log.inner());
    return flushed != SQLITE_OK ? flushed : closed;
}

int readLog(sqlite3_file* file, void* into, int count, sqlite3_int64 at) {
    Log& log = Log::of(file);
    const int flushed = flush(log);
    return flushed != SQLITE_OK ? flushed : log.inner()->pMethods->xRead(log.inner(), into, count, at);
}

int writeLog(sqlite3_file* file, const void* from, int count, sqlite3_int64 at) {
    Log& log = Log::of(file);
    const bool follows = at == log.at + sqlite3_int64(log.waiting->size());
    if (!follows || log.waiting->size() + std::size_t(count) > kMost) {
        if (const int flushed = flush(log); flushed != SQLITE_OK) {
            return flushed;
        }
    }
    if (log.waiting->empty()) {
        log.at = at;
    }
    try {
        log.waiting->append(static_cast<const char*>(from), std::size_t(count));
    } catch (const std::bad_alloc&) {
        return SQLITE_IOERR_NOMEM;
    }
    return SQLITE_OK;
}

int truncateLog(sqlite3_file* file, sqlite3_int64 size) {
    Log& log = Log::of(file);
    const int flushed = flush(log);
    return flushed != SQLITE_OK ? flushed : log.inner()->pMethods->xTruncate(log.inner(), size);
}

int syncLog(sqlite3_file* file, int flags) {
    Log& log = Log::of(file);
    const int flushed = flush(log);
    return flushed != SQLITE_OK ? flushed : log.inner()->pMethods->xSync(log.inner(), flags);
}

int sizeOfLog(sqlite3_file* file, sqlite3_int64* size) {
    Log& log = Log::of(file);
    const int flushed = flush(log);
    return flushed != SQLITE_OK ? flushed : log.inner()->pMethods->xFileSize(log.inner(), size);
}

// Locks are the database file's; the log has none of its own.
int lockLog(sqlite3_file* file, int kind) {
    Log& log = Log::of(file);
    return log.inner()->pMethods->xLock(log.inner(), kind);
}

int unlockLog(sqlite3_file* file, int kind) {
    Log& log = Log::of(file);
    return log.inner()->pMethods->xUnlock(log.inner(), kind);
}

int checkLock(sqlite3_file* file, int* held) {
    Log& log = Log::of(file);
    return log.inner()->pMethods->xCheckReservedLock(log.inner(), held);
}

int control(sqlite3_file* file, int what, void* argument) {
    Log& log = Log::of(file);
    const int flushed = flush(log);
    return flushed != SQLITE_OK ? flushed : log.inner()->pMethods->xFileControl(log.inner(), what, argument);
}

int sectorSize(sqlite3_file* file) {
    Log& log = Log::of(file);
    return log.inner()->pMethods->xSectorSize(log.inner());
}

int characteristics(sqlite3_file* file) {
    Log& log = Log::of(file);
    return log.inner()->pMethods->xDeviceCharacteristics(log.inner());
}

// Version 1: shared memory and mapped pages are asked of the database file alone.
constexpr sqlite3_io_methods kMethods = {
    1,       closeLog,   readLog,         writeLog, truncateLog, syncLog, sizeOfLog, lockLog, unlockLog, checkLock,
    control, sectorSize, characteristics, nullptr,  nullptr,     nullptr, nullptr,   nullptr, nullptr};

int openFile(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* given) {
    auto* system = static_cast<sqlite3_vfs*>(vfs->pAppData);
    if ((flags & SQLITE_OPEN_WAL) == 0) {
        return system->xOpen(system, name, file, flags, given);
    }
    file->pMethods = nullptr; // nothing to close until all is well
    auto* log = new (file) Log{{nullptr}, new (std::nothrow) std::string, 0};
    if (log->waiting == nullptr) {
        return SQLITE_NOMEM;
    }
    log->inner()->pMethods = nullptr;
    const int result = system->xOpen(system, name, log->inner(), flags, given);
    if (result != SQLITE_OK) {
        if (log->inner()->pMethods != nullptr) {
            log->inner()->pMethods->xClose(log->inner());
        }
        delete log->waiting;
        return result;
    }
    log->asFile.pMethods = &kMethods;
    return SQLITE_OK;
}

} // namespace

const char* gatheredLogVfs() {
    static sqlite3_vfs vfs;
    static const bool registered = [] {
        sqlite3_vfs* system = sqlite3_vfs_find(nullptr);
        if (system == nullptr) {
            return false;
        }
        vfs = *system; // everything that does not open a file is the system's
        vfs.szOsFile = int(sizeof(Log)) + system->szOsFile;
        vfs.pNext = nullptr;
        vfs.zName = kName;
        vfs.pAppData = system;
        vfs.xOpen = openFile;
        return sqlite3_vfs_register(&vfs, 0) == SQLITE_OK;
    }();
    return registered ? kName : nullptr;
}

} // namespace gatehouse::store
