// SPDX-License-Identifier: Apache-2.0
#include "admin/snapshot.h"

#include <array>

#include "admin/snapshot_tables.h"
#include "base/encoding.h"
#include "crypto/hash.h"
#include "directory/lookup.h"
#include "json/json.h"

namespace gatehouse::admin {

namespace {

/// Of each table of snapshotTables(), in its order.
using State = std::vector<SnapshotRows>;

store::Place placeOf(const TenantId& tenant) {
    return {"sandbox_snapshots", tenant.text(), "sealed"};
}

Result<State> readState(store::Reader& reader, const TenantId& tenant) {
    State state;
    for (const SnapshotTable& table : snapshotTables()) {
        TRY(rows, readRows(reader, table, tenant));
        state.push_back(std::move(rows));
    }
    return state;
}

std::string checksumOf(const State& state, const std::vector<std::string>& faults) {
    std::string text;
    for (std::size_t i = 0; i < state.size(); ++i) {
        const SnapshotTable& table = snapshotTables()[i];
        text.append(table.name).append("\n");
        for (const auto& [key, row] : state[i]) {
            text.append(contentOf(table, row)).append("\n");
        }
    }
    for (const std::string& fault : faults) {
        text.append(fault).append("\n");
    }
    return hexEncode(crypto::sha256(text));
}

// The sealed form: JSON, blobs in base64.
json::Array toJson(const SnapshotTable& table, const SnapshotRows& rows) {
    json::Array out;
    for (const auto& [key, row] : rows) {
        json::Array cells;
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (row[i].null) {
                cells.push_back(nullptr);
            } else if (table.columns[i].kind == SnapshotColumn::Kind::Integer) {
                cells.push_back(row[i].integer);
            } else {
                cells.push_back(json::Value(table.columns[i].kind == SnapshotColumn::Kind::Text
                                                ? boost::json::string(row[i].text)
                                                : boost::json::string(base64Encode(row[i].text))));
            }
        }
        out.push_back(std::move(cells));
    }
    return out;
}

Result<SnapshotCell> cellOf(const SnapshotColumn& column, const json::Value& value) {
    SnapshotCell cell;
    cell.null = value.is_null();
    if (cell.null) {
        return cell;
    }
    if (column.kind == SnapshotColumn::Kind::Integer ? !value.is_int64() : !value.is_string()) {
        return fail(Code::Internal, "sandbox.snapshot_broken");
    }
    if (column.kind == SnapshotColumn::Kind::Integer) {
        cell.integer = value.get_int64();
    } else if (column.kind == SnapshotColumn::Kind::Text) {
        cell.text = std::string(value.get_string());
    } else {
        TRY(bytes, base64Decode(value.get_string()));
        cell.text = std::move(bytes);
    }
    return cell;
}

Result<SnapshotRows> rowsOf(const SnapshotTable& table, const json::Array& list) {
    SnapshotRows rows;
    for (const json::Value& each : list) {
        const json::Array* cells = each.if_array();
        if (cells == nullptr || cells->size() != table.columns.size()) {
            return fail(Code::Internal, "sandbox.snapshot_broken");
        }
        SnapshotRow row;
        std::vector<std::string> key;
        for (std::size_t i = 0; i < cells->size(); ++i) {
            TRY(cell, cellOf(table.columns[i], (*cells)[i]));
            if (table.columns[i].part == SnapshotColumn::Part::Key) {
                key.push_back(cell.text);
            }
            row.push_back(std::move(cell));
        }
        rows.emplace(std::move(key), std::move(row));
    }
    return rows;
}

// A table that is newer than the snapshot stays as it is.
Result<State> stateOf(store::Reader& reader, const TenantId& tenant, const json::Object& kept) {
    State state;
    for (const SnapshotTable& table : snapshotTables()) {
        const json::Array* list = json::arrayMember(kept, table.name);
        TRY(rows, list == nullptr ? readRows(reader, table, tenant) : rowsOf(table, *list));
        state.push_back(std::move(rows));
    }
    return state;
}

struct Kept {
    Snapshot snapshot;
    State state;
};

Status keep(store::Writer& writer, const store::Sealer& sealer, const Kept& kept) {
    json::Object out;
    for (std::size_t i = 0; i < kept.state.size(); ++i) {
        out[snapshotTables()[i].name] = toJson(snapshotTables()[i], kept.state[i]);
    }
    const TenantId& tenant = sealer.tenant();
    return writer
        .execute(
            "INSERT INTO sandbox_snapshots (tenant, taken_at, checksum, faults, sealed) VALUES ($1, $2, $3, $4, $5) "
            "ON CONFLICT (tenant) DO UPDATE SET taken_at = excluded.taken_at, checksum = excluded.checksum, "
            "faults = excluded.faults, sealed = excluded.sealed",
            {tenant.text(), toMillis(kept.snapshot.takenAt), kept.snapshot.checksum,
             json::write(json::Value(json::toArray(kept.snapshot.faults))),
             store::Arg::blob(sealer.seal(placeOf(tenant), json::write(out)))})
        .map([](std::int64_t) {});
}

Result<Kept> load(store::Reader& reader, const store::Sealer& sealer) {
    Kept kept;
    TRY(snapshot, findSnapshot(reader, sealer.tenant()));
    kept.snapshot = std::move(snapshot);
    std::string sealed;
    ENSURE(reader.query("SELECT sealed FROM sandbox_snapshots WHERE tenant = $1", {sealer.tenant().text()},
                        [&](const store::Row& row) {
                            sealed = row.blob(0);
                            return false;
                        }));
    TRY(text, sealer.open(placeOf(sealer.tenant()), sealed));
    TRY(value, json::parse(text, json::Limits{.bytes = 256 * 1024 * 1024, .depth = 32}));
    if (!value.is_object()) {
        return fail(Code::Internal, "sandbox.snapshot_broken");
    }
    TRY(state, stateOf(reader, sealer.tenant(), value.get_object()));
    kept.state = std::move(state);
    return kept;
}

std::size_t indexOf(std::string_view table) {
    std::size_t at = 0;
    while (snapshotTables()[at].name != table) {
        ++at;
    }
    return at;
}

std::size_t columnOf(const SnapshotTable& table, std::string_view name) {
    std::size_t at = 0;
    while (table.columns[at].name != name) {
        ++at;
    }
    return at;
}

/// Takes a column and some members of the document over from the row as it is now.
Status renewRow(store::Reader& reader, const TenantId& tenant, State& state, std::string_view tableName,
                const std::string& id, std::string_view secretColumn, const std::vector<std::string_view>& members) {
    const std::size_t at = indexOf(tableName);
    const SnapshotTable& table = snapshotTables()[at];
    TRY(present, readRows(reader, table, tenant));
    const auto live = present.find({id});
    const auto kept = state[at].find({id});
    if (live == present.end() || kept == state[at].end()) {
        return {};
    }
    const std::size_t secret = columnOf(table, secretColumn);
    kept->second[secret] = live->second[secret];
    const std::size_t document = columnOf(table, "document");
    TRY(now, json::parseObject(live->second[document].text));
    TRY(then, json::parseObject(kept->second[document].text));
    for (const std::string_view member : members) {
        if (const json::Value* value = json::member(now, member)) {
            then[member] = *value;
        }
    }
    kept->second[document].text = json::write(then);
    return {};
}

} // namespace

const std::vector<store::Migration>& snapshotMigrations() {
    static const std::vector<store::Migration> kMigrations = {
        {"sandbox", 1,
         "CREATE TABLE sandbox_snapshots (tenant TEXT NOT NULL PRIMARY KEY REFERENCES tenants (id) ON DELETE CASCADE,"
         " taken_at INTEGER NOT NULL, checksum TEXT NOT NULL, faults TEXT NOT NULL, sealed BLOB NOT NULL) {heap};"}};
    return kMigrations;
}

Result<Snapshot> takeSnapshot(store::Writer& writer, const store::Sealer& sealer, std::vector<std::string> faults,
                              Time now) {
    Kept kept;
    TRY(state, readState(writer, sealer.tenant()));
    kept.state = std::move(state);
    kept.snapshot = {now, checksumOf(kept.state, faults), std::move(faults)};
    ENSURE(keep(writer, sealer, kept));
    return kept.snapshot;
}

Result<Snapshot> findSnapshot(store::Reader& reader, const TenantId& tenant) {
    std::optional<Snapshot> found;
    ENSURE(reader.query("SELECT taken_at, checksum, faults FROM sandbox_snapshots WHERE tenant = $1", {tenant.text()},
                        [&](const store::Row& row) {
                            found = Snapshot{fromMillis(row.integer(0)), std::string(row.text(1)), {}};
                            const auto faults = json::parse(row.text(2));
                            for (const json::Value& fault :
                                 faults && faults->is_array() ? faults->get_array() : json::Array()) {
                                found->faults.emplace_back(fault.is_string() ? std::string(fault.get_string()) : "");
                            }
                            return false;
                        }));
    return found ? Result<Snapshot>(*std::move(found)) : fail(Code::FailedPrecondition, "sandbox.no_snapshot");
}

Result<std::string> stateChecksum(store::Reader& reader, const TenantId& tenant,
                                  const std::vector<std::string>& faults) {
    TRY(state, readState(reader, tenant));
    return checksumOf(state, faults);
}

Result<PutBack> putBackSnapshot(store::Writer& writer, const store::Sealer& sealer) {
    TRY(kept, load(writer, sealer));
    PutBack out{std::move(kept.snapshot), 0};
    const auto& tables = snapshotTables();
    for (std::size_t i = tables.size(); i-- > 0;) {
        TRY(removed, removeRows(writer, tables[i], sealer.tenant(), kept.state[i]));
        out.rows += removed;
    }
    for (std::size_t i = 0; i < tables.size(); ++i) {
        const auto put = putRows(writer, tables[i], sealer.tenant(), kept.state[i]);
        if (!put) {
            return put.error().reason == "store.constraint"
                       ? fail(Code::Conflict, "sandbox.reset_conflict", put.error().detail)
                       : tl::unexpected<Error>(put.error());
        }
        out.rows += *put;
    }
    if (out.rows > 0) {
        ENSURE(directory::markAllChanged(writer, sealer.tenant()));
    }
    return out;
}

Status renewSnapshot(store::Writer& writer, const store::Sealer& sealer, const Renewed& renewed) {
    TRY(kept, load(writer, sealer));
    for (const std::string& connection : renewed.connections) {
        ENSURE(renewRow(writer, sealer.tenant(), kept.state, "connections", connection, "secret",
                        {"issuer", "clientId", "metadataXml"}));
    }
    ENSURE(renewRow(writer, sealer.tenant(), kept.state, "apps", renewed.app, "secrets",
                    {"redirectUris", "postLogoutRedirectUris"}));
    kept.snapshot.checksum = checksumOf(kept.state, kept.snapshot.faults);
    return keep(writer, sealer, kept);
}

} // namespace gatehouse::admin
