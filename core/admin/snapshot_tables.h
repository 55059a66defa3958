// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/ids.h"
#include "store/store.h"

namespace gatehouse::admin {

/// One column of a table that a snapshot keeps.
struct SnapshotColumn {
    enum class Kind { Text, Integer, Blob };
    std::string_view name;
    Kind kind = Kind::Text;
    /// Version: counts changes, so that it goes on counting when a row is put back; not part of what is compared.
    /// Time: when a row was changed, put back but not compared either.
    enum class Part { Key, Content, Version, Time };
    Part part = Part::Content;
};

/// A table of a tenant's rows.
struct SnapshotTable {
    std::string_view name;
    std::string_view tenant; ///< the column that says whose row it is
    std::vector<SnapshotColumn> columns;
    /// Gives a changed row's unique values away before the others get theirs; empty: none but the key is unique.
    /// Takes the tenant and the key.
    std::string_view yield = {};
    bool onlyUpdate = false; ///< the row is always there: the tenant itself
};

/// What a snapshot holds, parents before children.
[[nodiscard]] const std::vector<SnapshotTable>& snapshotTables();

/// One value; nullopt is NULL.
struct SnapshotCell {
    std::int64_t integer = 0;
    std::string text;
    bool null = true;
    friend bool operator==(const SnapshotCell&, const SnapshotCell&) = default;
};
using SnapshotRow = std::vector<SnapshotCell>;
/// By the key's values.
using SnapshotRows = std::map<std::vector<std::string>, SnapshotRow>;

/// Reads the tenant's rows of a table. `sandbox.too_large` beyond 50,000.
[[nodiscard]] Result<SnapshotRows> readRows(store::Reader& reader, const SnapshotTable& table, const TenantId& tenant);
/// Makes the table's rows `wanted`; how many differed. Call removeRows() for all tables first, last table first.
[[nodiscard]] Result<std::int64_t> putRows(store::Writer& writer, const SnapshotTable& table, const TenantId& tenant,
                                           const SnapshotRows& wanted);
/// Deletes the rows that `wanted` lacks; how many.
[[nodiscard]] Result<std::int64_t> removeRows(store::Writer& writer, const SnapshotTable& table, const TenantId& tenant,
                                              const SnapshotRows& wanted);
/// The values that are compared, in a form of their own.
[[nodiscard]] std::string contentOf(const SnapshotTable& table, const SnapshotRow& row);

} // namespace gatehouse::admin
