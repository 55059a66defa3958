// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite_connection.h"

#include <mutex>

#include <sqlite3.h>

#include "store/gathered_log.h"
#include "store/sqlite_error.h"

namespace gatehouse::store {
namespace {

constexpr std::size_t kMostPrepared = 1024;
constexpr int kBusyMillis = 5000;
constexpr int kBlockMillis = 100;

class SqliteRow final : public Row {
public:
    explicit SqliteRow(sqlite3_stmt* statement)
        : m_statement(statement) {}
    [[nodiscard]] bool isNull(int column) const override {
        return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
    }
    [[nodiscard]] std::int64_t integer(int column) const override { return sqlite3_column_int64(m_statement, column); }
    [[nodiscard]] std::string_view text(int column) const override {
        const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
        return data == nullptr ? std::string_view()
                               : std::string_view(data, std::size_t(sqlite3_column_bytes(m_statement, column)));
    }
    [[nodiscard]] std::string_view blob(int column) const override {
        const auto* data = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
        return data == nullptr ? std::string_view()
                               : std::string_view(data, std::size_t(sqlite3_column_bytes(m_statement, column)));
    }

private:
    sqlite3_stmt* m_statement;
};

int bindOne(sqlite3_stmt* statement, int index, const Arg& arg) {
    // A null pointer would bind NULL, so an empty view needs an address of its own.
    const char* data = arg.text().data() == nullptr ? "" : arg.text().data();
    switch (arg.kind()) {
    case Arg::Kind::Null:
        return sqlite3_bind_null(statement, index);
    case Arg::Kind::Integer:
        return sqlite3_bind_int64(statement, index, arg.integer());
    case Arg::Kind::Text:
        return sqlite3_bind_text64(statement, index, data, arg.text().size(), SQLITE_STATIC, SQLITE_UTF8);
    case Arg::Kind::Blob:
        return sqlite3_bind_blob64(statement, index, data, arg.text().size(), SQLITE_STATIC);
    }
    return SQLITE_MISUSE;
}

bool isBlank(const char* text) {
    while (*text == ' ' || *text == '\n' || *text == '\t' || *text == '\r' || *text == ';') {
        ++text;
    }
    return *text == '\0';
}

// Each is set and then read back: a library built otherwise must not start.
struct Setting {
    const char* set;
    const char* get;
    const char* expected;
};
constexpr Setting kSettings[] = {
    {"PRAGMA foreign_keys=1", "PRAGMA foreign_keys", "1"},
    {"PRAGMA synchronous=FULL", "PRAGMA synchronous", "2"},
    {"PRAGMA cell_size_check=1", "PRAGMA cell_size_check", "1"},
    {"PRAGMA secure_delete=1", "PRAGMA secure_delete", "1"},
    {"PRAGMA temp_store=MEMORY", "PRAGMA temp_store", "2"},
    {"PRAGMA mmap_size=0", "PRAGMA mmap_size", "0"},
    {"PRAGMA trusted_schema=0", "PRAGMA trusted_schema", "0"},
    {"PRAGMA journal_size_limit=33554432", "PRAGMA journal_size_limit", "33554432"},
};

// (option, value): SQLite gives the value back.
constexpr std::pair<int, int> kSwitches[] = {
    {SQLITE_DBCONFIG_DEFENSIVE, 1},   {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0}, {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
    {SQLITE_DBCONFIG_DQS_DML, 0},     {SQLITE_DBCONFIG_DQS_DDL, 0},        {SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0},
    {SQLITE_DBCONFIG_ENABLE_FKEY, 1},
};

int onCommit(void* frames, sqlite3*, const char*, int count) {
    *static_cast<int*>(frames) = count;
    return SQLITE_OK;
}

} // namespace

struct SqliteConnection::Prepared {
    std::string text;
    sqlite3_stmt* statement = nullptr;
    bool busy = false;

    Prepared() = default;
    Prepared(const Prepared&) = delete;
    Prepared& operator=(const Prepared&) = delete;
    ~Prepared() { sqlite3_finalize(statement); }
};

/// Holds a statement while it runs and leaves it reset and without its arguments.
class SqliteConnection::Use {
public:
    explicit Use(Prepared& prepared)
        : m_prepared(prepared) {
        prepared.busy = true;
    }
    Use(const Use&) = delete;
    Use& operator=(const Use&) = delete;
    ~Use() {
        sqlite3_reset(m_prepared.statement);
        sqlite3_clear_bindings(m_prepared.statement);
        m_prepared.busy = false;
    }

private:
    Prepared& m_prepared;
};

Result<std::unique_ptr<SqliteConnection>> SqliteConnection::open(const std::filesystem::path& file, Access access) {
    // Each connection has its own lock-free life; counting memory would only make them meet at one mutex.
    static std::once_flag once;
    std::call_once(once, [] { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); });

    sqlite3* db = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_NOFOLLOW |
                      SQLITE_OPEN_EXRESCODE;
    const char* vfs = access == Access::Write ? gatheredLogVfs() : nullptr;
    const int result = sqlite3_open_v2(file.c_str(), &db, flags, vfs);
    std::unique_ptr<SqliteConnection> connection(new SqliteConnection(db));
    if (result != SQLITE_OK) {
        return tl::unexpected<Error>(connection->error(result, "open"));
    }
    ENSURE(connection->configure(access));
    return connection;
}

SqliteConnection::SqliteConnection(sqlite3* db)
    : m_db(db) {}

SqliteConnection::~SqliteConnection() {
    m_prepared.clear();
    sqlite3_close_v2(m_db);
}

Status SqliteConnection::configure(Access access) {
    for (const auto& [option, wanted] : kSwitches) {
        int actual = -1;
        const int result = sqlite3_db_config(m_db, option, wanted, &actual);
        if (result != SQLITE_OK || actual != wanted) {
            return fail(Code::Unavailable, "store.unavailable",
                        "sqlite option " + std::to_string(option) + " is refused");
        }
    }
    sqlite3_limit(m_db, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_limit(m_db, SQLITE_LIMIT_LENGTH, 64 * 1024 * 1024);
    sqlite3_limit(m_db, SQLITE_LIMIT_WORKER_THREADS, 0);
    sqlite3_busy_timeout(m_db, kBusyMillis);
    for (const Setting& setting : kSettings) {
        ENSURE(script(setting.set));
        TRY(actual, value(setting.get));
        if (actual != setting.expected) {
            return fail(Code::Unavailable, "store.unavailable", std::string(setting.set) + " gives " + actual);
        }
    }
    if (access == Access::Read) {
        return script("PRAGMA query_only=1");
    }
    sqlite3_wal_hook(m_db, onCommit, &m_logFrames); // replaces the automatic checkpoint, whose errors nobody sees
    return script("PRAGMA cache_size=-16000");
}

Error SqliteConnection::error(int result, std::string_view during) {
    Error out = sqliteError(m_db, result, during);
    m_broken = m_broken || breaksStore(result, out);
    return out;
}

Result<SqliteConnection::Prepared*> SqliteConnection::prepare(std::string_view sql) {
    auto found = m_prepared.find(sql);
    if (found != m_prepared.end() && !found->second->busy) {
        return found->second.get();
    }
    // A statement that is running already (a query inside its own rows) has further copies under longer keys.
    std::string text(sql);
    while (found != m_prepared.end() && found->second->busy) {
        text += ' ';
        found = m_prepared.find(text);
    }
    if (found != m_prepared.end()) {
        return found->second.get();
    }
    auto made = std::make_unique<Prepared>();
    made->text = std::move(text);
    const char* rest = nullptr;
    const int result = sqlite3_prepare_v3(m_db, made->text.c_str(), int(made->text.size()) + 1,
                                          SQLITE_PREPARE_PERSISTENT, &made->statement, &rest);
    if (result != SQLITE_OK) {
        return tl::unexpected<Error>(error(result, "prepare"));
    }
    if (made->statement == nullptr || !isBlank(rest)) {
        return fail(Code::Internal, "store.statement", "not exactly one statement: " + made->text);
    }
    for (int i = 1; i <= sqlite3_bind_parameter_count(made->statement); ++i) {
        const char* name = sqlite3_bind_parameter_name(made->statement, i);
        if (name == nullptr || "$" + std::to_string(i) != name) {
            return fail(Code::Internal, "store.statement", "parameters must appear as $1, $2 ...: " + made->text);
        }
    }
    if (m_prepared.size() >= kMostPrepared) {
        std::erase_if(m_prepared, [](const auto& entry) { return !entry.second->busy; });
    }
    Prepared* prepared = made.get();
    m_prepared.emplace(prepared->text, std::move(made));
    return prepared;
}

Status SqliteConnection::run(std::string_view sql, std::span<const Arg> args, const OnRow* onRow) {
    TRY(prepared, prepare(sql));
    sqlite3_stmt* statement = prepared->statement;
    const Use use(*prepared);
    if (std::size_t(sqlite3_bind_parameter_count(statement)) != args.size()) {
        return fail(Code::Internal, "store.statement", "wrong number of arguments: " + std::string(sql));
    }
    int index = 0;
    for (const Arg& arg : args) {
        const int bound = bindOne(statement, ++index, arg);
        if (bound != SQLITE_OK) {
            return tl::unexpected<Error>(error(bound, "bind"));
        }
    }
    const SqliteRow row(statement);
    for (;;) {
        const int stepped = sqlite3_step(statement);
        if (stepped == SQLITE_DONE) {
            return {};
        }
        if (stepped != SQLITE_ROW) {
            return tl::unexpected<Error>(error(stepped, "step"));
        }
        if (onRow != nullptr && !(*onRow)(row)) {
            return {};
        }
    }
}

Status SqliteConnection::read(std::string_view sql, std::span<const Arg> args, const OnRow& onRow) {
    TRY(prepared, prepare(sql));
    if (sqlite3_stmt_readonly(prepared->statement) == 0) {
        return fail(Code::Internal, "store.statement", "a change is for execute(): " + std::string(sql));
    }
    return run(sql, args, &onRow);
}

Result<std::int64_t> SqliteConnection::change(std::string_view sql, std::span<const Arg> args) {
    const std::int64_t before = totalChanges();
    ENSURE(run(sql, args, nullptr));
    // A statement that changes no row leaves the count of the one before it.
    return totalChanges() == before ? 0 : sqlite3_changes64(m_db);
}

std::int64_t SqliteConnection::totalChanges() const {
    return sqlite3_total_changes64(m_db);
}

Status SqliteConnection::script(const std::string& sql) {
    const int result = sqlite3_exec(m_db, sql.c_str(), nullptr, nullptr, nullptr);
    if (result != SQLITE_OK) {
        return tl::unexpected<Error>(error(result, "script"));
    }
    return {};
}

Result<std::string> SqliteConnection::value(std::string_view sql) {
    std::string out;
    const OnRow first = [&out](const Row& row) {
        out = row.text(0);
        return false;
    };
    ENSURE(run(sql, {}, &first));
    return out;
}

bool SqliteConnection::inTransaction() const {
    return sqlite3_get_autocommit(m_db) == 0;
}

bool SqliteConnection::hasPendingViolation() const {
    int pending = 0;
    int unused = 0;
    return sqlite3_db_status(m_db, SQLITE_DBSTATUS_DEFERRED_FKS, &pending, &unused, 0) != SQLITE_OK || pending != 0;
}

void SqliteConnection::checkpoint(Checkpoint mode) {
    const bool block = mode == Checkpoint::Block;
    if (block) {
        sqlite3_busy_timeout(m_db, kBlockMillis);
    }
    const int result = sqlite3_wal_checkpoint_v2(
        m_db, nullptr, block ? SQLITE_CHECKPOINT_RESTART : SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    if (result != SQLITE_OK) {
        static_cast<void>(error(result, "checkpoint")); // notes what breaks the store; a busy reader is no error
    }
    if (block) {
        sqlite3_busy_timeout(m_db, kBusyMillis);
    }
    m_logFrames = 0;
}

} // namespace gatehouse::store
