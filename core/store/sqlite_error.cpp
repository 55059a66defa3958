// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite_error.h"

#include <cerrno>
#include <string>

#include <sqlite3.h>

namespace gatehouse::store {
namespace {

// The system's reason for the last failure on the log; the connection's own note of it is overwritten by the rollback.
int causeOnLog(sqlite3* db) {
    sqlite3_file* file = nullptr;
    int cause = 0;
    if (sqlite3_file_control(db, "main", SQLITE_FCNTL_JOURNAL_POINTER, static_cast<void*>(&file)) == SQLITE_OK &&
        file != nullptr && file->pMethods != nullptr) {
        file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &cause);
    }
    return cause;
}

// SQLite knows ENOSPC alone as "full"; a quota and a file size limit are the same to us.
bool isFull(sqlite3* db, int result) {
    if ((result & 0xff) == SQLITE_FULL || result == SQLITE_IOERR_SHMSIZE) {
        return true;
    }
    if (result != SQLITE_IOERR_WRITE) {
        return false;
    }
    const int cause = causeOnLog(db);
    return cause == EFBIG || cause == EDQUOT;
}

} // namespace

Error sqliteError(sqlite3* db, int result, std::string_view during) {
    std::string detail(during);
    detail.append(": ").append(db != nullptr ? sqlite3_errmsg(db) : sqlite3_errstr(result));
    detail.append(" (").append(std::to_string(result)).append(")");
    if (db != nullptr && isFull(db, result)) {
        return {Code::Unavailable, "store.full", detail};
    }
    switch (result & 0xff) {
    case SQLITE_CONSTRAINT:
        return {Code::Conflict, "store.constraint", detail};
    case SQLITE_NOTADB:
        return {Code::FailedPrecondition, "store.not_gatehouse", detail};
    case SQLITE_CORRUPT:
        return {Code::Internal, "store.corrupt", detail};
    case SQLITE_ERROR:
    case SQLITE_MISUSE:
    case SQLITE_RANGE:
    case SQLITE_TOOBIG:
    case SQLITE_MISMATCH:
    case SQLITE_AUTH:
    case SQLITE_READONLY:
        return {Code::Internal, "store.statement", detail};
    default:
        return {Code::Unavailable, "store.unavailable", detail};
    }
}

bool endsTransaction(const Error& error) {
    return error.reason == "store.full" || error.reason == "store.unavailable" || error.reason == "store.corrupt";
}

bool breaksStore(int result, const Error& error) {
    if (error.reason == "store.full") {
        return false;
    }
    const int primary = result & 0xff;
    return primary == SQLITE_IOERR || primary == SQLITE_CORRUPT || primary == SQLITE_NOTADB;
}

} // namespace gatehouse::store
