// SPDX-License-Identifier: Apache-2.0
#include "admin/idempotency.h"

#include "crypto/hash.h"

namespace gatehouse::admin {

namespace {

constexpr std::string_view kTable = "admin_idempotency";
constexpr Seconds kKept{24 * 3600};

} // namespace

Outcome<std::optional<IdempotencyKey>> IdempotencyKey::of(const Request& request) {
    const auto key = request.headers.get("Idempotency-Key");
    if (!key || request.route.method != "POST") {
        return std::optional<IdempotencyKey>();
    }
    if (key->empty() || key->size() > 255) {
        return badParameter("Idempotency-Key", "must be 1 to 255 bytes");
    }
    IdempotencyKey out;
    out.m_scope = request.caller.id + "/" + (request.tenant ? request.tenant->id.text() : "");
    out.m_keyHash = crypto::sha256(*key);
    out.m_requestHash = crypto::sha256(request.path + "\n" + request.body);
    return std::optional(std::move(out));
}

Result<std::optional<Answer>> IdempotencyKey::earlier(store::Reader& reader, const store::Sealer& sealer,
                                                      Time now) const {
    Result<std::optional<Answer>> found = std::optional<Answer>();
    ENSURE(reader.query(
        "SELECT request_hash, status, reply, created_at FROM admin_idempotency WHERE scope = $1 AND key_hash = $2",
        {m_scope, store::Arg::blob(m_keyHash)}, [&](const store::Row& row) {
            if (fromMillis(row.integer(3)) + kKept <= now) {
                return false;
            }
            if (row.blob(0) != m_requestHash) {
                found = fail(Code::InvalidArgument, "idempotency_key_reused");
                return false;
            }
            Answer answer;
            answer.status = int(row.integer(1));
            found = sealer.open({kTable, hexEncode(m_keyHash), "reply"}, row.blob(2)).map([&](Bytes&& body) {
                answer.body = std::move(body);
                answer.contentType = answer.body.empty() ? "" : "application/json";
                return std::optional(answer);
            });
            return false;
        }));
    return found;
}

Status IdempotencyKey::keep(store::Writer& writer, const store::Sealer& sealer, const Answer& answer, Time now) const {
    ENSURE(writer.execute("DELETE FROM admin_idempotency WHERE created_at <= $1", {toMillis(now - kKept)}));
    const Bytes reply = sealer.seal({kTable, hexEncode(m_keyHash), "reply"}, answer.body);
    return writer
        .execute("INSERT INTO admin_idempotency (scope, key_hash, request_hash, status, reply, created_at)"
                 " VALUES ($1, $2, $3, $4, $5, $6)",
                 {m_scope, store::Arg::blob(m_keyHash), store::Arg::blob(m_requestHash), answer.status,
                  store::Arg::blob(reply), toMillis(now)})
        .map([](std::int64_t) {});
}

} // namespace gatehouse::admin
