// SPDX-License-Identifier: Apache-2.0
#include "ssf/transmitter/streams.h"

#include "crypto/hash.h"
#include "crypto/random.h"
#include "jose/jws.h"
#include "json/json.h"

namespace gatehouse::ssf::transmitter {
namespace {

constexpr std::string_view kTable = "ssf_streams";

std::string textIn(const json::Object& object, std::string_view name) {
    return std::string(json::stringMember(object, name).value_or(""));
}

Bytes sealed(const store::Sealer& sealer, const Stream& stream) {
    std::string text = json::write(json::Object{{"name", stream.name},
                                                {"audience", stream.audience},
                                                {"delivery", deliveryName(stream.delivery)},
                                                {"endpoint", stream.endpoint},
                                                {"authorization", stream.authorization.reveal()},
                                                {"createdBy", stream.createdBy},
                                                {"algorithm", jose::signatureName(stream.algorithm)},
                                                {"events", json::toArray(stream.events)},
                                                {"createdAt", toMillis(stream.createdAt)},
                                                {"updatedAt", toMillis(stream.updatedAt)}});
    Bytes out = sealer.seal({kTable, stream.id, "sealed"}, text);
    wipe(text);
    return out;
}

// Columns: id, enabled, position, delivered_at, problem, sealed, version.
Result<Stream> fromRow(const store::Sealer& sealer, const store::Row& row) {
    Stream stream;
    stream.id = row.text(0);
    stream.enabled = row.integer(1) != 0;
    stream.position = row.integer(2);
    if (!row.isNull(3)) {
        stream.deliveredAt = fromMillis(row.integer(3));
    }
    stream.problem = row.text(4);
    TRY(text, sealer.open({kTable, stream.id, "sealed"}, row.blob(5)));
    TRY(members, json::parseObject(text));
    wipe(text);
    stream.version = row.integer(6);
    stream.name = textIn(members, "name");
    stream.audience = textIn(members, "audience");
    stream.delivery = textIn(members, "delivery") == "poll" ? Stream::Delivery::Poll : Stream::Delivery::Push;
    stream.endpoint = textIn(members, "endpoint");
    stream.authorization = Secret(textIn(members, "authorization"));
    stream.createdBy = textIn(members, "createdBy");
    TRY(algorithm, jose::parseSignature(textIn(members, "algorithm")));
    stream.algorithm = algorithm;
    stream.events = json::stringsMember(members, "events").value_or(std::vector<std::string>());
    stream.createdAt = fromMillis(json::integerMember(members, "createdAt").value_or(0));
    stream.updatedAt = fromMillis(json::integerMember(members, "updatedAt").value_or(0));
    return stream;
}

Result<std::vector<Stream>> read(store::Reader& reader, const store::Sealer& sealer, std::string_view sql,
                                 store::Args args) {
    std::vector<Stream> out;
    Status status;
    ENSURE(reader.query(sql, args, [&](const store::Row& row) {
        auto stream = fromRow(sealer, row);
        if (!stream) {
            status = tl::unexpected<Error>(stream.error());
            return false;
        }
        out.push_back(*std::move(stream));
        return true;
    }));
    ENSURE(status);
    return out;
}

Bytes nameHash(const store::Sealer& sealer, std::string_view name) {
    return sealer.lookupHash("ssf_streams.name", name);
}

Status nameIsFree(store::Reader& reader, const store::Sealer& sealer, const Stream& stream) {
    bool taken = false;
    ENSURE(reader.query("SELECT 1 FROM ssf_streams WHERE tenant = $1 AND name_hash = $2 AND id <> $3",
                        {sealer.tenant().text(), store::Arg::blob(nameHash(sealer, stream.name)), stream.id},
                        [&](const store::Row&) {
                            taken = true;
                            return false;
                        }));
    return taken ? fail(Code::Conflict, "stream.name_taken") : Status();
}

Status changedOne(const Result<std::int64_t>& rows) {
    ENSURE(rows);
    return *rows == 1 ? Status() : fail(Code::NotFound, "stream.not_found");
}

} // namespace

std::vector<store::Migration> migrations() {
    return {{"ssf_transmitter", 1,
             "CREATE TABLE ssf_streams (tenant TEXT NOT NULL REFERENCES tenants (id) ON DELETE CASCADE, id TEXT NOT"
             " NULL,"
             " name_hash BLOB NOT NULL, enabled INTEGER NOT NULL, position INTEGER NOT NULL, bearer_hash BLOB,"
             " delivered_at INTEGER, problem TEXT NOT NULL DEFAULT '', sealed BLOB NOT NULL, version INTEGER NOT NULL,"
             " PRIMARY KEY (tenant, id)) {heap};"
             "CREATE UNIQUE INDEX ssf_streams_name ON ssf_streams (tenant, name_hash);"
             "CREATE TABLE ssf_sets (tenant TEXT NOT NULL, stream TEXT NOT NULL, n INTEGER NOT NULL, jti TEXT NOT NULL,"
             " due_at INTEGER NOT NULL, sealed BLOB NOT NULL, PRIMARY KEY (tenant, stream, n),"
             " FOREIGN KEY (tenant, stream) REFERENCES ssf_streams (tenant, id) ON DELETE CASCADE) {heap};"
             "CREATE UNIQUE INDEX ssf_sets_jti ON ssf_sets (tenant, stream, jti);"}};
}

std::string_view deliveryName(Stream::Delivery delivery) {
    return delivery == Stream::Delivery::Push ? "push" : "poll";
}

std::string pollUrl(std::string_view issuer, std::string_view stream) {
    return std::string(issuer) + "/ssf/poll/" + std::string(stream);
}

Secret makeBearer() {
    return Secret("ghssf_" + crypto::randomToken(32));
}

Status insertStream(store::Writer& writer, const store::Sealer& sealer, const Stream& stream) {
    ENSURE(nameIsFree(writer, sealer, stream));
    return writer
        .execute("INSERT INTO ssf_streams (tenant, id, name_hash, enabled, position, sealed, version)"
                 " VALUES ($1, $2, $3, $4, $5, $6, $7)",
                 {sealer.tenant().text(), stream.id, store::Arg::blob(nameHash(sealer, stream.name)),
                  std::int64_t(stream.enabled), stream.position, store::Arg::blob(sealed(sealer, stream)),
                  stream.version})
        .map([](std::int64_t) {});
}

Status updateStream(store::Writer& writer, const store::Sealer& sealer, Stream& stream) {
    ENSURE(nameIsFree(writer, sealer, stream));
    TRY(rows, writer.execute("UPDATE ssf_streams SET name_hash = $1, enabled = $2, problem = '', sealed = $3,"
                             " version = $4 WHERE tenant = $5 AND id = $6 AND version = $7",
                             {store::Arg::blob(nameHash(sealer, stream.name)), std::int64_t(stream.enabled),
                              store::Arg::blob(sealed(sealer, stream)), stream.version + 1, sealer.tenant().text(),
                              stream.id, stream.version}));
    if (rows != 1) {
        return fail(Code::Conflict, "stream.stale");
    }
    ++stream.version;
    return {};
}

Status removeStream(store::Writer& writer, const TenantId& tenant, std::string_view id) {
    return changedOne(writer.execute("DELETE FROM ssf_streams WHERE tenant = $1 AND id = $2", {tenant.text(), id}));
}

Result<Stream> findStream(store::Reader& reader, const store::Sealer& sealer, std::string_view id) {
    TRY(found, read(reader, sealer,
                    "SELECT id, enabled, position, delivered_at, problem, sealed, version FROM ssf_streams"
                    " WHERE tenant = $1 AND id = $2",
                    {sealer.tenant().text(), id}));
    return found.empty() ? fail(Code::NotFound, "stream.not_found") : Result<Stream>(std::move(found.front()));
}

Result<std::vector<Stream>> listStreams(store::Reader& reader, const store::Sealer& sealer) {
    return read(reader, sealer,
                "SELECT id, enabled, position, delivered_at, problem, sealed, version FROM ssf_streams"
                " WHERE tenant = $1 ORDER BY id",
                {sealer.tenant().text()});
}

Status setBearer(store::Writer& writer, const TenantId& tenant, std::string_view id, const Secret& bearer) {
    return changedOne(writer.execute("UPDATE ssf_streams SET bearer_hash = $1 WHERE tenant = $2 AND id = $3",
                                     {store::Arg::blob(crypto::sha256(bearer.reveal())), tenant.text(), id}));
}

Result<bool> bearerIsRight(store::Reader& reader, const TenantId& tenant, std::string_view id, std::string_view text) {
    const Bytes hash = crypto::sha256(text);
    bool right = false;
    ENSURE(reader.query("SELECT bearer_hash FROM ssf_streams WHERE tenant = $1 AND id = $2", {tenant.text(), id},
                        [&](const store::Row& row) {
                            right = !row.isNull(0) && crypto::constantTimeEqual(hash, row.blob(0));
                            return false;
                        }));
    return right;
}

Status noteDelivery(store::Writer& writer, const TenantId& tenant, std::string_view id, std::string_view problem,
                    Time now) {
    const auto written =
        problem.empty()
            ? writer.execute("UPDATE ssf_streams SET problem = '', delivered_at = $1 WHERE tenant = $2 AND id = $3",
                             {toMillis(now), tenant.text(), id})
            : writer.execute("UPDATE ssf_streams SET problem = $1 WHERE tenant = $2 AND id = $3",
                             {problem, tenant.text(), id});
    return written.map([](std::int64_t) {});
}

Result<bool> movePosition(store::Writer& writer, const TenantId& tenant, std::string_view id, std::int64_t from,
                          std::int64_t to) {
    TRY(rows, writer.execute("UPDATE ssf_streams SET position = $1 WHERE tenant = $2 AND id = $3 AND position = $4"
                             " AND enabled = 1",
                             {to, tenant.text(), id, from}));
    return rows == 1;
}

Result<std::vector<Behind>> streamsBehind(store::Reader& reader) {
    std::vector<Behind> out;
    ENSURE(reader.query("SELECT s.tenant, s.id FROM ssf_streams s WHERE s.enabled = 1 AND s.position <"
                        " (SELECT max(seq) FROM audit_log a WHERE a.tenant_id = s.tenant)",
                        {}, [&](const store::Row& row) {
                            out.push_back({TenantId(std::string(row.text(0))), std::string(row.text(1))});
                            return true;
                        }));
    return out;
}

} // namespace gatehouse::ssf::transmitter
