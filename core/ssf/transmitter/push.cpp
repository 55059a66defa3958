// SPDX-License-Identifier: Apache-2.0
// Delivery by POST (RFC 8935).
#include "audit/audit.h"
#include "ssf/transmitter/transmitter.h"

namespace gatehouse::ssf::transmitter {
namespace {

constexpr std::size_t kMostAnswer = std::size_t(64) * 1024;

} // namespace

Result<http::OutboundRequest> Transmitter::request(const outbox::Message& message) {
    const TenantPtr tenant = m_parts.tenants.byId(message.tenant);
    if (tenant == nullptr) {
        return fail(Code::NotFound, "tenant.not_found");
    }
    TRY(sealer, m_parts.keys.sealerFor(message.tenant));
    TRY(stream, m_parts.store.read(
                    [&](store::Reader& reader) { return findStream(reader, sealer, message.said.destination); }));
    if (!stream.enabled) {
        return fail(Code::Unavailable, "stream.off");
    }
    TRY(claims, json::parseObject(message.said.payload));
    TRY(token, m_parts.sign(*tenant, claims, stream.algorithm));
    http::OutboundRequest request;
    request.method = "POST";
    request.url = stream.endpoint;
    request.headers.set("Content-Type", "application/secevent+jwt");
    request.headers.set("Accept", "application/json");
    if (!stream.authorization.empty()) {
        ENSURE(request.headers.trySet("Authorization", std::string(stream.authorization.reveal())));
    }
    request.body = std::move(token);
    request.maxBytes = kMostAnswer;
    return request;
}

Status Transmitter::kept(store::Writer& writer, const outbox::Message& message, const outbox::Receipt& receipt) {
    const Time now = m_parts.clock.now();
    const bool confirmed = receipt.state == outbox::State::Confirmed;
    ENSURE(noteDelivery(writer, message.tenant, receipt.destination, confirmed ? "" : receipt.reason, now));
    if (receipt.state == outbox::State::Failed && receipt.attempts > 1) {
        return {}; // said already; the stream shows the rest
    }
    TRY(sealer, m_parts.keys.sealerFor(message.tenant));
    TRY(claims, json::parseObject(message.said.payload));
    const auto stream = findStream(writer, sealer, receipt.destination);
    audit::Record record;
    record.type = "SignalSent";
    record.outcome = confirmed ? audit::Outcome::Success : audit::Outcome::Failure;
    record.target = {"stream", receipt.destination, stream ? stream->name : std::string()};
    record.reason = receipt.reason;
    record.data = {{"event", eventTypeOf(claims)},
                   {"jti", receipt.subject},
                   {"attempts", receipt.attempts},
                   {"status", receipt.status},
                   {"state", stateName(receipt.state)}};
    return audit::append(writer, sealer, message.tenant, record, now);
}

} // namespace gatehouse::ssf::transmitter
