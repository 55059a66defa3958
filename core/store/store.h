// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/result.h"

namespace gatehouse::store {

/// One value bound to a statement: null, integer, text or blob. Does not own its characters.
class Arg {
public:
    enum class Kind { Null, Integer, Text, Blob };
    Arg(std::nullptr_t)
        : m_kind(Kind::Null) {}
    template <class T>
        requires std::is_integral_v<T>
    Arg(T value)
        : m_kind(Kind::Integer)
        , m_integer(std::int64_t(value)) {}
    Arg(std::string_view text)
        : m_kind(Kind::Text)
        , m_text(text) {}
    Arg(const std::string& text)
        : m_kind(Kind::Text)
        , m_text(text) {}
    Arg(const char* text)
        : m_kind(Kind::Text)
        , m_text(text) {}
    Arg(const std::optional<std::int64_t>& value)
        : m_kind(value ? Kind::Integer : Kind::Null)
        , m_integer(value.value_or(0)) {}
    [[nodiscard]] static Arg blob(std::string_view bytes) {
        Arg arg(bytes);
        arg.m_kind = Kind::Blob;
        return arg;
    }
    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] std::int64_t integer() const { return m_integer; }
    [[nodiscard]] std::string_view text() const { return m_text; }

private:
    Kind m_kind;
    std::int64_t m_integer = 0;
    std::string_view m_text;
};
using Args = std::initializer_list<Arg>;

/// One result row; valid only inside the callback that receives it.
class Row {
public:
    virtual ~Row() = default;
    [[nodiscard]] virtual bool isNull(int column) const = 0;
    [[nodiscard]] virtual std::int64_t integer(int column) const = 0;
    [[nodiscard]] virtual std::string_view text(int column) const = 0;
    [[nodiscard]] virtual std::string_view blob(int column) const = 0;
};

/// Return false to stop reading.
using OnRow = std::function<bool(const Row&)>;

/// A snapshot to read from. Statements use $1, $2 ... in order of first appearance, and the SQL that SQLite and
/// PostgreSQL share; they are cached by their text, so keep them constant. They ask no clock and no chance: after a
/// refusal those of its neighbours run again.
class Reader {
public:
    virtual ~Reader() = default;
    /// Calls `onRow` for each row. `store.unavailable`, `store.corrupt`, or `store.statement` if the SQL or the number
    /// of arguments is wrong; bound values never reach an error text.
    [[nodiscard]] virtual Status query(std::string_view sql, Args args, const OnRow& onRow) = 0;
};

/// The one transaction that may change things. What it did is undone as a whole if its function returns an error.
class Writer : public Reader {
public:
    /// Rows changed. `store.constraint` (Code::Conflict) when a unique, foreign key or check constraint refuses,
    /// `store.full` when the disk is. Use ON CONFLICT DO NOTHING and the count for a single-use gate.
    [[nodiscard]] virtual Result<std::int64_t> execute(std::string_view sql, Args args) = 0;
    /// Runs after the batch that holds this transaction has committed durably, before write() returns; not on rollback.
    /// For caches and notifications only.
    virtual void afterCommit(std::function<void()> action) = 0;
};

/// A schema step. `module` and `version` (1, 2, ...) name it; steps of a module run in order, each once, in one
/// transaction. {table} becomes the adapter's options for a table of small rows, kept in the order of its primary key
/// (SQLite: STRICT, WITHOUT ROWID), {heap} those for rows of more than some 200 octets, kept in the order they come in
/// (SQLite: STRICT). Every table needs a primary key; types are INTEGER, TEXT and BLOB. Several statements are
/// separated by semicolons.
struct Migration {
    std::string_view module;
    int version;
    std::string_view sql;
};

struct Options {
    std::filesystem::path file; ///< of the database; its folder must exist
    int readers = 4;            ///< connections for reading, shared by all threads
    int maxBatch = 256;         ///< transactions in one commit
};

/// The database. One thread at a time runs the waiting transactions in turn and commits the batch with one fsync; one
/// that is refused leaves nothing and takes none of the others with it. A caller of write() returns only when its
/// effects are durable. Reads run on the caller's thread.
class Store {
public:
    virtual ~Store() = default;

    /// Applies what is missing. Takes the steps of all modules in one call: `store.schema_newer` if the database has
    /// taken one that is not in the list, and nothing is touched. `store.migration_order` if a module's versions do not
    /// run 1, 2, 3 ...
    [[nodiscard]] virtual Status migrate(const std::vector<Migration>& migrations) = 0;

    /// f(Reader&) -> Result<T>, on a consistent snapshot.
    template <class F>
    auto read(F&& f) -> std::invoke_result_t<F, Reader&> {
        std::optional<std::invoke_result_t<F, Reader&>> out;
        const Status status = runRead([&](Reader& reader) { out.emplace(f(reader)); });
        if (!status) {
            return tl::unexpected<Error>(status.error());
        }
        return std::move(*out);
    }

    /// f(Writer&) -> Result<T>, alone, on this or another caller's thread: it may read and decide inside the
    /// transaction. It must not block, sign, or call write() (`store.nested_write`). Returns after the commit is
    /// durable, or with f's error and nothing changed, or with the store's error: `store.full` (try again when there is
    /// space), `store.unavailable` (after an I/O error for good, until the store is opened again),
    /// `store.callback_threw` if f let an exception out.
    template <class F>
    auto write(F&& f) -> std::invoke_result_t<F, Writer&> {
        return write(std::forward<F>(f), nullptr);
    }
    /// The same, and on the caller's own thread `meanwhile(T&)`, or `meanwhile()`, with what f gave, which is not
    /// durable yet: for what takes time and needs no transaction, such as signatures. Nobody may see what it makes
    /// before write() has returned. It is not called if f refuses; what f left to afterCommit() may run beside it.
    template <class F, class Meanwhile>
    auto write(F&& f, Meanwhile&& meanwhile) -> std::invoke_result_t<F, Writer&> {
        std::optional<std::invoke_result_t<F, Writer&>> out;
        const auto work = [&](Writer& writer) -> Status {
            out.emplace(f(writer));
            return *out ? Status() : Status(tl::unexpected<Error>(out->error()));
        };
        Status status;
        if constexpr (std::is_null_pointer_v<std::remove_cvref_t<Meanwhile>>) {
            status = runWrite(work, {});
        } else {
            status = runWrite(work, [&] {
                if constexpr (std::is_invocable_v<Meanwhile>) {
                    meanwhile();
                } else {
                    meanwhile(**out);
                }
            });
        }
        if (out && !*out) {
            return std::move(*out);
        }
        if (!status) {
            return tl::unexpected<Error>(status.error());
        }
        return std::move(*out);
    }

    /// A consistent copy of the whole database while it is in use. The target must not exist: `store.target_exists`.
    [[nodiscard]] virtual Status backup(const std::filesystem::path& target) = 0;
    /// PRAGMA integrity_check and foreign_key_check: `store.corrupt` with what was found in the detail.
    [[nodiscard]] virtual Status verify() = 0;
    /// Bytes in use by the file and its log.
    [[nodiscard]] virtual std::int64_t sizeOnDisk() const = 0;

protected:
    [[nodiscard]] virtual Status runRead(const std::function<void(Reader&)>& f) = 0;
    [[nodiscard]] virtual Status runWrite(const std::function<Status(Writer&)>& f,
                                          const std::function<void()>& meanwhile) = 0;
};

/// Opens or creates a SQLite database with the hardening flags of docs/security (WAL, synchronous=FULL, foreign_keys,
/// defensive, trusted_schema off, cell_size_check, secure_delete, no extensions; file mode 0600; application_id
/// checked). `store.not_gatehouse` for a foreign file, `store.corrupt`, `store.unavailable`.
[[nodiscard]] Result<std::unique_ptr<Store>> openSqlite(const Options& options);

} // namespace gatehouse::store
