// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "store/sqlite_connection.h"

namespace gatehouse::store {

/// What the transactions of a batch have changed so far: their statements in order, with copies of the arguments. When
/// one of them is refused, the batch is rolled back and the others' changes are made again, which costs the refusal and
/// not, as savepoints do, every page that anyone touches (docs/decisions/0008).
class RedoLog {
public:
    /// A statement that changed `rows` rows.
    void add(std::string_view sql, Args args, std::int64_t rows);
    void clear();
    /// Runs all of it. `store.redo_differs` if a statement changes another number of rows than it did.
    [[nodiscard]] Status doAgain(SqliteConnection& connection) const;

    /// A place to come back to.
    struct Mark {
        std::size_t statements;
        std::size_t arguments;
        std::size_t octets;
    };
    [[nodiscard]] Mark mark() const { return {m_statements.size(), m_arguments.size(), m_octets.size()}; }
    /// Forgets what was added since.
    void cutTo(const Mark& mark);

private:
    struct Piece { ///< of m_octets
        std::size_t at;
        std::size_t size;
    };
    struct Argument {
        Arg::Kind kind;
        std::int64_t integer;
        Piece text;
    };
    struct Statement {
        Piece sql;
        std::size_t arguments; ///< where they begin
        std::size_t count;
        std::int64_t rows;
    };

    [[nodiscard]] Piece keep(std::string_view text);
    [[nodiscard]] std::string_view at(const Piece& piece) const { return {m_octets.data() + piece.at, piece.size}; }
    [[nodiscard]] Arg argument(const Argument& kept) const;

    std::vector<Statement> m_statements;
    std::vector<Argument> m_arguments;
    std::string m_octets;
};

} // namespace gatehouse::store
