// SPDX-License-Identifier: Apache-2.0
#include "sessions/device_requests.h"

#include "json/json.h"

namespace gatehouse::sessions {
namespace {

constexpr std::string_view kTable = "device_requests";
constexpr std::string_view kUserCode = "device_requests.user_code";

// As the column `state` has it.
constexpr std::int64_t kPending = 0;
constexpr std::int64_t kApproved = 1;
constexpr std::int64_t kDenied = 2;
constexpr std::int64_t kRedeemed = 3;

DeviceState stateOf(std::int64_t kept) {
    return kept == kPending    ? DeviceState::Pending
           : kept == kApproved ? DeviceState::Approved
           : kept == kRedeemed ? DeviceState::Redeemed
                               : DeviceState::Denied;
}

std::string sealedText(const DeviceRequest& request) {
    return json::write(json::Object{{"clientId", request.clientId},
                                    {"scopes", json::toArray(request.scopes)},
                                    {"resources", json::toArray(request.resources)},
                                    {"authorizationDetails", request.authorizationDetails},
                                    {"codeChallenge", request.codeChallenge},
                                    {"ip", request.ip}});
}

std::vector<std::string> texts(const json::Object& object, std::string_view name) {
    std::vector<std::string> out;
    if (const json::Array* array = json::arrayMember(object, name)) {
        for (const json::Value& value : *array) {
            out.emplace_back(json::view(value.as_string()));
        }
    }
    return out;
}

Result<KeptDeviceRequest> fromRow(const store::Sealer& sealer, const store::Row& row) {
    KeptDeviceRequest kept;
    kept.deviceHash = Bytes(row.blob(0));
    TRY(opened, sealer.open({kTable, hexEncode(kept.deviceHash), "sealed"}, row.blob(2)));
    TRY(what, json::parseObject(opened));
    const auto text = [&](std::string_view name) { return std::string(json::stringMember(what, name).value_or("")); };
    kept.request.app = AppId(std::string(row.text(1)));
    kept.request.clientId = text("clientId");
    kept.request.scopes = texts(what, "scopes");
    kept.request.resources = texts(what, "resources");
    kept.request.authorizationDetails = text("authorizationDetails");
    kept.request.codeChallenge = text("codeChallenge");
    kept.request.ip = text("ip");
    kept.request.createdAt = fromMillis(row.integer(3));
    kept.request.expiresAt = fromMillis(row.integer(4));
    kept.state = stateOf(row.integer(5));
    kept.family = row.text(6);
    kept.tenant = TenantId(std::string(row.text(7)));
    kept.interval = Seconds(row.integer(8));
    if (!row.isNull(9)) {
        kept.lastPoll = fromMillis(row.integer(9));
    }
    return kept;
}

Result<std::optional<KeptDeviceRequest>> findBy(store::Reader& reader, const store::Sealer& sealer,
                                                std::string_view column, BytesView hash) {
    Result<std::optional<KeptDeviceRequest>> found = std::optional<KeptDeviceRequest>();
    ENSURE(reader.query("SELECT hash, app_id, sealed, created_at, expires_at, state, family_id, family_tenant, "
                        "poll_interval, last_poll FROM device_requests WHERE tenant = $1 AND " +
                            std::string(column) + " = $2",
                        {sealer.tenant().text(), store::Arg::blob(hash)}, [&](const store::Row& row) {
                            found = fromRow(sealer, row).map([](KeptDeviceRequest kept) {
                                return std::optional(std::move(kept));
                            });
                            return false;
                        }));
    return found;
}

} // namespace

Result<bool> putDeviceRequest(store::Writer& writer, const store::Sealer& sealer, BytesView deviceHash,
                              std::string_view userCode, const DeviceRequest& request) {
    TRY(rows,
        writer.execute("INSERT INTO device_requests (tenant, hash, user_hash, app_id, sealed, created_at, "
                       "expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING",
                       {sealer.tenant().text(), store::Arg::blob(deviceHash),
                        store::Arg::blob(sealer.lookupHash(kUserCode, userCode)), request.app.text(),
                        store::Arg::blob(sealer.seal({kTable, hexEncode(deviceHash), "sealed"}, sealedText(request))),
                        toMillis(request.createdAt), toMillis(request.expiresAt)}));
    return rows == 1;
}

Result<std::optional<KeptDeviceRequest>> findDeviceRequest(store::Reader& reader, const store::Sealer& sealer,
                                                           BytesView deviceHash) {
    return findBy(reader, sealer, "hash", deviceHash);
}

Result<std::optional<KeptDeviceRequest>> findByUserCode(store::Reader& reader, const store::Sealer& sealer,
                                                        std::string_view userCode) {
    return findBy(reader, sealer, "user_hash", sealer.lookupHash(kUserCode, userCode));
}

Result<bool> approveDeviceRequest(store::Writer& writer, const TenantId& issuer, BytesView deviceHash,
                                  const TenantId& tenant, std::string_view family) {
    TRY(rows,
        writer.execute("UPDATE device_requests SET state = $1, family_tenant = $2, family_id = $3 WHERE tenant = "
                       "$4 AND hash = $5 AND state = $6",
                       {kApproved, tenant.text(), family, issuer.text(), store::Arg::blob(deviceHash), kPending}));
    return rows == 1;
}

Result<bool> denyDeviceRequest(store::Writer& writer, const TenantId& issuer, BytesView deviceHash) {
    TRY(rows, writer.execute("UPDATE device_requests SET state = $1 WHERE tenant = $2 AND hash = $3 AND state = $4",
                             {kDenied, issuer.text(), store::Arg::blob(deviceHash), kPending}));
    return rows == 1;
}

Status notePoll(store::Writer& writer, const TenantId& issuer, BytesView deviceHash, Seconds interval, Time now) {
    return writer
        .execute("UPDATE device_requests SET poll_interval = $1, last_poll = $2 WHERE tenant = $3 AND hash = $4",
                 {interval.count(), toMillis(now), issuer.text(), store::Arg::blob(deviceHash)})
        .map([](std::int64_t) {});
}

Result<bool> redeemDeviceRequest(store::Writer& writer, const TenantId& issuer, BytesView deviceHash) {
    TRY(rows, writer.execute("UPDATE device_requests SET state = $1 WHERE tenant = $2 AND hash = $3 AND state = $4",
                             {kRedeemed, issuer.text(), store::Arg::blob(deviceHash), kApproved}));
    return rows == 1;
}

} // namespace gatehouse::sessions
