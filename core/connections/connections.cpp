// SPDX-License-Identifier: Apache-2.0
#include "connections/connections.h"

namespace gatehouse::connections {
namespace {

constexpr std::string_view kTable = "connections";

std::string documentText(const Connection& connection) {
    json::Object document = toJson(connection);
    for (const char* member : {"id", "createdAt", "updatedAt", "hasClientSecret"}) {
        document.erase(member);
    }
    return json::write(document);
}

// Columns: id, document, secret, created_at, updated_at, version.
Result<Connection> fromRow(const store::Sealer& sealer, const store::Row& row) {
    Connection connection;
    connection.tenant = sealer.tenant();
    connection.id = ConnectionId(std::string(row.text(0)));
    TRY(document, json::parseObject(row.text(1)));
    Problems ignored; // judged when it was submitted
    readJson(document, connection, ignored);
    if (!row.isNull(2)) {
        TRY(secret, sealer.open({kTable, connection.id.text(), "secret"}, row.blob(2)));
        connection.clientSecret = Secret(std::move(secret));
    }
    connection.createdAt = fromMillis(row.integer(3));
    connection.updatedAt = fromMillis(row.integer(4));
    connection.version = row.integer(5);
    return connection;
}

Result<Connection> one(store::Reader& reader, const store::Sealer& sealer, std::string_view sql, std::string_view key) {
    Result<Connection> found = fail(Code::NotFound, "connections.not_found");
    ENSURE(reader.query(sql, {sealer.tenant().text(), key}, [&](const store::Row& row) {
        found = fromRow(sealer, row);
        return false;
    }));
    return found;
}

Bytes sealedSecret(const store::Sealer& sealer, const Connection& connection) {
    return connection.clientSecret.empty()
               ? Bytes()
               : sealer.seal({kTable, connection.id.text(), "secret"}, connection.clientSecret.reveal());
}

store::Arg blobOrNull(const Bytes& bytes) {
    return bytes.empty() ? store::Arg(nullptr) : store::Arg::blob(bytes);
}

} // namespace

std::vector<store::Migration> migrations() {
    return {
        {"connections", 1,
         "CREATE TABLE connections (tenant TEXT NOT NULL REFERENCES tenants (id) ON DELETE CASCADE, id TEXT NOT NULL, "
         "name TEXT NOT NULL,"
         " document TEXT NOT NULL, secret BLOB, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, version "
         "INTEGER NOT NULL,"
         " PRIMARY KEY (tenant, id)) {table};"
         "CREATE UNIQUE INDEX connections_name ON connections (tenant, name);"
         "CREATE UNIQUE INDEX connections_id ON connections (id);"
         "CREATE TABLE connection_health (tenant TEXT NOT NULL, id TEXT NOT NULL, last_refresh INTEGER, last_success "
         "INTEGER,"
         " last_failure INTEGER, failure_reason TEXT NOT NULL DEFAULT '', failure_reference TEXT NOT NULL DEFAULT '',"
         " PRIMARY KEY (tenant, id), FOREIGN KEY (tenant, id) REFERENCES connections (tenant, id) ON DELETE CASCADE) "
         "{table};"}};
}

Result<Connection> find(store::Reader& reader, const store::Sealer& sealer, const ConnectionId& id) {
    return one(
        reader, sealer,
        "SELECT id, document, secret, created_at, updated_at, version FROM connections WHERE tenant = $1 AND id = $2",
        id.text());
}

Result<Connection> findByName(store::Reader& reader, const store::Sealer& sealer, std::string_view name) {
    return one(
        reader, sealer,
        "SELECT id, document, secret, created_at, updated_at, version FROM connections WHERE tenant = $1 AND name = $2",
        name);
}

Result<Page> list(store::Reader& reader, const store::Sealer& sealer, std::string_view query, std::string_view cursor,
                  std::size_t limit) {
    Page page;
    Status status;
    const std::string wanted = asciiLower(query);
    ENSURE(reader.query(
        "SELECT id, document, secret, created_at, updated_at, version FROM connections WHERE tenant = $1 AND id > $2"
        " ORDER BY id",
        {sealer.tenant().text(), cursor}, [&](const store::Row& row) {
            auto connection = fromRow(sealer, row);
            if (!connection) {
                status = tl::unexpected<Error>(connection.error());
                return false;
            }
            const std::string haystack =
                asciiLower(connection->name + "\n" + connection->displayName + "\n" + connection->issuer);
            if (!wanted.empty() && haystack.find(wanted) == std::string::npos) {
                return true;
            }
            if (page.items.size() == limit) {
                page.nextCursor = page.items.back().id.text();
                return false;
            }
            page.items.push_back(*std::move(connection));
            return true;
        }));
    ENSURE(status);
    return page;
}

Status insert(store::Writer& writer, const store::Sealer& sealer, const Connection& connection) {
    TRY(rows,
        writer.execute("INSERT INTO connections (tenant, id, name, document, secret, created_at, updated_at, version)"
                       " VALUES ($1, $2, $3, $4, $5, $6, $7, 1) ON CONFLICT DO NOTHING",
                       {sealer.tenant().text(), connection.id.text(), connection.name, documentText(connection),
                        blobOrNull(sealedSecret(sealer, connection)), toMillis(connection.createdAt),
                        toMillis(connection.updatedAt)}));
    if (rows != 1) {
        return fail(Code::Conflict, "connections.name_taken");
    }
    return {};
}

Status update(store::Writer& writer, const store::Sealer& sealer, Connection& connection) {
    auto rows = writer.execute(
        "UPDATE connections SET name = $1, document = $2, secret = $3, updated_at = $4, version = version + 1"
        " WHERE tenant = $5 AND id = $6 AND version = $7",
        {connection.name, documentText(connection), blobOrNull(sealedSecret(sealer, connection)),
         toMillis(connection.updatedAt), sealer.tenant().text(), connection.id.text(), connection.version});
    if (!rows && rows.error().reason == "store.constraint") {
        return fail(Code::Conflict, "connections.name_taken");
    }
    ENSURE(rows);
    if (*rows != 1) {
        return fail(Code::Conflict, "connections.stale");
    }
    ++connection.version;
    return {};
}

Status remove(store::Writer& writer, const TenantId& tenant, const ConnectionId& id) {
    TRY(rows, writer.execute("DELETE FROM connections WHERE tenant = $1 AND id = $2", {tenant.text(), id.text()}));
    if (rows != 1) {
        return fail(Code::NotFound, "connections.not_found");
    }
    return {};
}

Result<std::optional<std::int64_t>> versionOf(store::Reader& reader, const TenantId& tenant, const ConnectionId& id) {
    std::optional<std::int64_t> version;
    ENSURE(reader.query("SELECT version FROM connections WHERE tenant = $1 AND id = $2", {tenant.text(), id.text()},
                        [&](const store::Row& row) {
                            version = row.integer(0);
                            return false;
                        }));
    return version;
}

Result<TenantId> tenantOf(store::Reader& reader, const ConnectionId& id) {
    Result<TenantId> found = fail(Code::NotFound, "connections.not_found");
    ENSURE(reader.query("SELECT tenant FROM connections WHERE id = $1", {id.text()}, [&](const store::Row& row) {
        found = TenantId(std::string(row.text(0)));
        return false;
    }));
    return found;
}

Result<std::shared_ptr<const List>> ConnectionCache::all(const store::Sealer& sealer) {
    return m_lists.get(sealer.tenant(), [&]() -> Result<List> {
        return m_store.read([&](store::Reader& reader) -> Result<List> {
            TRY(page, list(reader, sealer, "", "", 1000));
            List connections;
            for (Connection& connection : page.items) {
                connections.push_back(std::make_shared<const Connection>(std::move(connection)));
            }
            return connections;
        });
    });
}

Result<std::shared_ptr<const Connection>> ConnectionCache::get(const store::Sealer& sealer, const ConnectionId& id) {
    TRY(connections, all(sealer));
    for (const auto& connection : *connections) {
        if (connection->id == id) {
            return connection;
        }
    }
    return fail(Code::NotFound, "connections.not_found");
}

Result<TenantId> ConnectionCache::tenantOf(const ConnectionId& id) {
    TRY(tenant, m_tenants.get(id, [&] {
        return m_store.read([&](store::Reader& reader) { return connections::tenantOf(reader, id); });
    }));
    return *tenant;
}

void ConnectionCache::drop(const TenantId& tenant) {
    m_lists.drop(tenant);
    m_tenants.clear();
}

} // namespace gatehouse::connections
