// SPDX-License-Identifier: Apache-2.0
#include "store/redo_log.h"

namespace gatehouse::store {
namespace {

/// The memory of an unusual batch is given back.
constexpr std::size_t kMostKept = std::size_t(1024) * 1024;

} // namespace

RedoLog::Piece RedoLog::keep(std::string_view text) {
    const Piece piece{m_octets.size(), text.size()};
    m_octets.append(text);
    return piece;
}

void RedoLog::add(std::string_view sql, Args args, std::int64_t rows) {
    m_statements.push_back({keep(sql), m_arguments.size(), args.size(), rows});
    for (const Arg& arg : args) {
        m_arguments.push_back({arg.kind(), arg.integer(), keep(arg.text())});
    }
}

void RedoLog::clear() {
    cutTo({0, 0, 0});
    if (m_octets.capacity() > kMostKept) {
        m_octets.shrink_to_fit();
    }
}

void RedoLog::cutTo(const Mark& mark) {
    m_statements.erase(m_statements.begin() + std::ptrdiff_t(mark.statements), m_statements.end());
    m_arguments.erase(m_arguments.begin() + std::ptrdiff_t(mark.arguments), m_arguments.end());
    m_octets.resize(mark.octets);
}

Arg RedoLog::argument(const Argument& kept) const {
    switch (kept.kind) {
    case Arg::Kind::Null:
        break;
    case Arg::Kind::Integer:
        return {kept.integer};
    case Arg::Kind::Text:
        return {at(kept.text)};
    case Arg::Kind::Blob:
        return Arg::blob(at(kept.text));
    }
    return {nullptr};
}

Status RedoLog::doAgain(SqliteConnection& connection) const {
    std::vector<Arg> args;
    for (const Statement& statement : m_statements) {
        args.clear();
        for (std::size_t i = 0; i < statement.count; ++i) {
            args.push_back(argument(m_arguments[statement.arguments + i]));
        }
        TRY(rows, connection.change(at(statement.sql), args));
        if (rows != statement.rows) {
            return fail(Code::Internal, "store.redo_differs", std::string(at(statement.sql)));
        }
    }
    return {};
}

} // namespace gatehouse::store
