// SPDX-License-Identifier: Apache-2.0
#include "admin/snapshot_tables.h"

#include <algorithm>

namespace gatehouse::admin {

namespace {

using Kind = SnapshotColumn::Kind;
using Part = SnapshotColumn::Part;

constexpr std::size_t kMostRows = 50000;
constexpr std::size_t kMostArguments = 12;

std::vector<SnapshotTable> makeTables() {
    constexpr SnapshotColumn kVersion{"version", Kind::Integer, Part::Version};
    constexpr SnapshotColumn kCreated{"created_at", Kind::Integer};
    constexpr SnapshotColumn kUpdated{"updated_at", Kind::Integer, Part::Time};
    return {
        {"tenants", "id", {{"id", Kind::Text, Part::Key}, {"name"}, {"settings"}, kUpdated, kVersion}, {}, true},
        {"domains",
         "tenant_id",
         {{"name", Kind::Text, Part::Key},
          {"status"},
          {"txt_record"},
          {"asserted", Kind::Integer},
          {"verified_at", Kind::Integer},
          kCreated}},
        {"permissions", "tenant", {{"name", Kind::Text, Part::Key}, {"description"}, kVersion}},
        {"roles", "tenant", {{"name", Kind::Text, Part::Key}, {"description"}, {"permissions"}, kVersion}},
        {"connections",
         "tenant",
         {{"id", Kind::Text, Part::Key}, {"name"}, {"document"}, {"secret", Kind::Blob}, kCreated, kUpdated, kVersion},
         "UPDATE connections SET name = id WHERE tenant = $1 AND id = $2"},
        {"apps",
         "owner",
         {{"id", Kind::Text, Part::Key},
          {"client_id"},
          {"name"},
          {"document"},
          {"secrets"},
          kCreated,
          kUpdated,
          kVersion},
         "UPDATE apps SET client_id = id WHERE owner = $1 AND id = $2"},
        {"app_logos", "owner", {{"app_id", Kind::Text, Part::Key}, {"media_type"}, {"image", Kind::Blob}}},
        {"users",
         "tenant",
         {{"id", Kind::Text, Part::Key},
          {"user_name_hash", Kind::Blob},
          {"email_hash", Kind::Blob},
          {"external_hash", Kind::Blob},
          {"changed", Kind::Integer, Part::Time},
          {"active", Kind::Integer},
          {"sealed", Kind::Blob},
          kCreated,
          kUpdated,
          kVersion},
         "UPDATE users SET user_name_hash = CAST(id AS BLOB), email_hash = NULL WHERE tenant = $1 AND id = $2"},
        {"groups",
         "tenant",
         {{"id", Kind::Text, Part::Key},
          {"name"},
          {"description"},
          kCreated,
          kVersion,
          {"external_id"},
          kUpdated,
          {"roles"},
          {"source"},
          {"protected", Kind::Integer}},
         "UPDATE groups SET name = id WHERE tenant = $1 AND id = $2"},
        {"identities",
         "tenant",
         {{"connection_id", Kind::Text, Part::Key},
          {"account_hash", Kind::Blob, Part::Key},
          {"user_id"},
          {"sealed", Kind::Blob},
          {"last_login", Kind::Integer},
          kCreated}},
        {"user_roles",
         "tenant",
         {{"user_id", Kind::Text, Part::Key},
          {"name", Kind::Text, Part::Key},
          {"source", Kind::Text, Part::Key},
          {"expires_at", Kind::Integer}}},
        {"memberships",
         "tenant",
         {{"user_id", Kind::Text, Part::Key}, {"group_id", Kind::Text, Part::Key}, {"source"}}},
        {"user_emails", "tenant", {{"email_hash", Kind::Blob, Part::Key}, {"user_id", Kind::Text, Part::Key}}},
        {"subgroups", "tenant", {{"child_id", Kind::Text, Part::Key}, {"parent_id", Kind::Text, Part::Key}}},
    };
}

template <std::size_t... I>
Result<std::int64_t> call(store::Writer& writer, const std::string& sql, const std::vector<store::Arg>& arguments,
                          std::index_sequence<I...>) {
    return writer.execute(sql, {arguments[I]...});
}

/// A statement with as many arguments as it takes.
template <std::size_t N = 1>
Result<std::int64_t> execute(store::Writer& writer, const std::string& sql, const std::vector<store::Arg>& arguments) {
    if constexpr (N < kMostArguments) {
        if (arguments.size() > N) {
            return execute<N + 1>(writer, sql, arguments);
        }
    }
    return call(writer, sql, arguments, std::make_index_sequence<N>());
}

store::Arg argumentOf(const SnapshotColumn& column, const SnapshotCell& cell) {
    if (cell.null) {
        return nullptr;
    }
    switch (column.kind) {
    case Kind::Integer:
        return cell.integer;
    case Kind::Text:
        return cell.text;
    case Kind::Blob:
        return store::Arg::blob(cell.text);
    }
    return nullptr;
}

SnapshotCell cellOf(const SnapshotColumn& column, const store::Row& row, int at) {
    SnapshotCell cell;
    cell.null = row.isNull(at);
    if (!cell.null && column.kind == Kind::Integer) {
        cell.integer = row.integer(at);
    } else if (!cell.null) {
        cell.text = column.kind == Kind::Text ? row.text(at) : row.blob(at);
    }
    return cell;
}

std::string listOf(const SnapshotTable& table) {
    std::string out;
    for (const SnapshotColumn& column : table.columns) {
        out.append(out.empty() ? "" : ", ").append(column.name);
    }
    return out;
}

/// " WHERE tenant = $n AND key = $n+1 ..."
std::string whereKey(const SnapshotTable& table, int first) {
    std::string out = " WHERE " + std::string(table.tenant) + " = $" + std::to_string(first);
    for (const SnapshotColumn& column : table.columns) {
        if (column.part == Part::Key && column.name != table.tenant) {
            out.append(" AND ").append(column.name).append(" = $" + std::to_string(++first));
        }
    }
    return out;
}

void addKey(const SnapshotTable& table, const TenantId& tenant, const SnapshotRow& row,
            std::vector<store::Arg>& arguments) {
    arguments.emplace_back(tenant.text());
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i].part == Part::Key && table.columns[i].name != table.tenant) {
            arguments.push_back(argumentOf(table.columns[i], row[i]));
        }
    }
}

std::vector<std::string> keyOf(const SnapshotTable& table, const SnapshotRow& row) {
    std::vector<std::string> key;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i].part == Part::Key) {
            key.push_back(row[i].text);
        }
    }
    return key;
}

Result<std::int64_t> insert(store::Writer& writer, const SnapshotTable& table, const TenantId& tenant,
                            const SnapshotRow& row) {
    std::string sql = "INSERT INTO " + std::string(table.name) + " (" + std::string(table.tenant) + ", " +
                      listOf(table) + ") VALUES ($1";
    std::vector<store::Arg> arguments{tenant.text()};
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        arguments.push_back(argumentOf(table.columns[i], row[i]));
        sql += ", $" + std::to_string(arguments.size());
    }
    return execute(writer, sql + ")", arguments);
}

Result<std::int64_t> update(store::Writer& writer, const SnapshotTable& table, const TenantId& tenant,
                            const SnapshotRow& row) {
    std::string sql = "UPDATE " + std::string(table.name) + " SET ";
    std::vector<store::Arg> arguments;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const SnapshotColumn& column = table.columns[i];
        if (column.part == Part::Key) {
            continue;
        }
        sql += sql.ends_with("SET ") ? "" : ", ";
        if (column.part == Part::Version) {
            sql.append(column.name).append(" = ").append(column.name).append(" + 1");
        } else {
            arguments.push_back(argumentOf(column, row[i]));
            sql.append(column.name).append(" = $" + std::to_string(arguments.size()));
        }
    }
    sql += whereKey(table, static_cast<int>(arguments.size()) + 1);
    addKey(table, tenant, row, arguments);
    return execute(writer, sql, arguments);
}

} // namespace

const std::vector<SnapshotTable>& snapshotTables() {
    static const std::vector<SnapshotTable> tables = makeTables();
    return tables;
}

Result<SnapshotRows> readRows(store::Reader& reader, const SnapshotTable& table, const TenantId& tenant) {
    SnapshotRows rows;
    bool tooMany = false;
    const std::string sql = "SELECT " + listOf(table) + " FROM " + std::string(table.name) + " WHERE " +
                            std::string(table.tenant) + " = $1";
    ENSURE(reader.query(sql, {tenant.text()}, [&](const store::Row& row) {
        SnapshotRow cells;
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            cells.push_back(cellOf(table.columns[i], row, static_cast<int>(i)));
        }
        auto key = keyOf(table, cells);
        rows.emplace(std::move(key), std::move(cells));
        tooMany = rows.size() > kMostRows;
        return !tooMany;
    }));
    return tooMany ? Result<SnapshotRows>(fail(Code::FailedPrecondition, "sandbox.too_large"))
                   : Result<SnapshotRows>(std::move(rows));
}

Result<std::int64_t> removeRows(store::Writer& writer, const SnapshotTable& table, const TenantId& tenant,
                                const SnapshotRows& wanted) {
    std::int64_t removed = 0;
    if (table.onlyUpdate) {
        return removed;
    }
    TRY(present, readRows(writer, table, tenant));
    for (const auto& [key, row] : present) {
        if (!wanted.contains(key)) {
            std::vector<store::Arg> arguments;
            addKey(table, tenant, row, arguments);
            ENSURE(execute(writer, "DELETE FROM " + std::string(table.name) + whereKey(table, 1), arguments));
            ++removed;
        }
    }
    return removed;
}

Result<std::int64_t> putRows(store::Writer& writer, const SnapshotTable& table, const TenantId& tenant,
                             const SnapshotRows& wanted) {
    TRY(present, readRows(writer, table, tenant));
    std::vector<const SnapshotRow*> changed;
    std::vector<const SnapshotRow*> missing;
    for (const auto& [key, row] : wanted) {
        const auto found = present.find(key);
        if (found == present.end()) {
            missing.push_back(&row);
        } else if (contentOf(table, found->second) != contentOf(table, row)) {
            changed.push_back(&row);
        }
    }
    for (const SnapshotRow* row : changed) {
        if (!table.yield.empty()) {
            std::vector<store::Arg> arguments;
            addKey(table, tenant, *row, arguments);
            ENSURE(execute(writer, std::string(table.yield), arguments));
        }
    }
    for (const SnapshotRow* row : changed) {
        ENSURE(update(writer, table, tenant, *row));
    }
    for (const SnapshotRow* row : missing) {
        if (!table.onlyUpdate) {
            ENSURE(insert(writer, table, tenant, *row));
        }
    }
    return static_cast<std::int64_t>(changed.size() + missing.size());
}

std::string contentOf(const SnapshotTable& table, const SnapshotRow& row) {
    std::string out;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const SnapshotColumn& column = table.columns[i];
        if (column.part == Part::Version || column.part == Part::Time) {
            continue;
        }
        const std::string value = column.kind == Kind::Integer ? std::to_string(row[i].integer) : row[i].text;
        out += row[i].null ? "-" : std::to_string(value.size()) + ":" + value;
        out += ';';
    }
    return out;
}

} // namespace gatehouse::admin
