// SPDX-License-Identifier: Apache-2.0
#include "crypto/hash.h"
#include "sessions/sessions.h"

namespace gatehouse::sessions {
namespace {

constexpr std::string_view kTable = "pushed_requests";

} // namespace

Status putPushedRequest(store::Writer& writer, const store::Sealer& sealer, BytesView hash,
                        const PushedRequest& request) {
    const Bytes sealed = sealer.seal({kTable, hexEncode(hash), "parameters"}, request.parameters);
    return writer
        .execute("INSERT INTO pushed_requests (tenant, hash, app_id, sealed, expires_at) VALUES ($1, $2, $3, $4, $5)",
                 {sealer.tenant().text(), store::Arg::blob(hash), request.app.text(), store::Arg::blob(sealed),
                  toMillis(request.expiresAt)})
        .map([](std::int64_t) {});
}

Result<std::optional<PushedRequest>> findPushedRequest(store::Reader& reader, const store::Sealer& sealer,
                                                       BytesView hash) {
    Result<std::optional<PushedRequest>> found = std::optional<PushedRequest>();
    ENSURE(reader.query("SELECT app_id, sealed, expires_at FROM pushed_requests WHERE tenant = $1 AND hash = $2",
                        {sealer.tenant().text(), store::Arg::blob(hash)}, [&](const store::Row& row) {
                            auto parameters = sealer.open({kTable, hexEncode(hash), "parameters"}, row.blob(1));
                            if (parameters) {
                                found = PushedRequest{AppId(std::string(row.text(0))), *std::move(parameters),
                                                      fromMillis(row.integer(2))};
                            } else {
                                found = tl::unexpected<Error>(parameters.error());
                            }
                            return false;
                        }));
    return found;
}

Status dropPushedRequest(store::Writer& writer, const TenantId& issuer, BytesView hash) {
    return writer
        .execute("DELETE FROM pushed_requests WHERE tenant = $1 AND hash = $2", {issuer.text(), store::Arg::blob(hash)})
        .map([](std::int64_t) {});
}

Result<bool> spendOnce(store::Writer& writer, const TenantId& tenant, std::string_view kind, std::string_view name,
                       Time expiresAt) {
    const Bytes hash = crypto::sha256(std::string(kind) + '\n' + std::string(name));
    TRY(rows,
        writer.execute("INSERT INTO spent_once (tenant, hash, expires_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
                       {tenant.text(), store::Arg::blob(hash), toMillis(expiresAt)}));
    return rows == 1;
}

} // namespace gatehouse::sessions
