// SPDX-License-Identifier: Apache-2.0
// OpenID Connect Back-Channel Logout 1.0, from upstream providers.
#include "oidc/rp/backchannel_logout.h"

#include <set>

#include "audit/audit.h"
#include "base/log.h"
#include "directory/directory.h"
#include "http/forms.h"
#include "oidc/rp/logout_token.h"
#include "web/security_headers.h"

namespace gatehouse::oidc::rp {
namespace {

constexpr std::size_t kMaxBody = std::size_t(64) * 1024;

// The sessions that are over: by the provider's own name for one, by person, or by both (2.7). A name that was never
// heard of is an error; sessions that have ended before are none.
Result<std::set<SessionId>> meant(store::Reader& reader, const store::Sealer& sealer, const ConnectionId& connection,
                                  const LogoutToken& token, Time now) {
    sessions::Filter filter;
    filter.connection = connection;
    filter.upstreamSid = token.sid;
    if (!token.subject.empty()) {
        TRY(user, directory::findByIdentity(reader, sealer, connection, token.issuer, token.subject));
        if (!user) {
            return fail(Code::NotFound, "logout_token.unknown", "sub");
        }
        filter.user = *user;
    } else {
        TRY(known, sessions::list(reader, sealer, filter, false, now, "", 1));
        if (known.items.empty()) {
            return fail(Code::NotFound, "logout_token.unknown", "sid");
        }
    }
    TRY(living, sessions::living(reader, sealer, filter, now));
    std::set<SessionId> out;
    for (const sessions::Living& each : living) {
        out.insert(each.session);
    }
    return out;
}

audit::Record recordOf(const ConnectionId& connection, const std::string& name, const std::string& ip) {
    audit::Record record;
    record.type = "UpstreamLogout";
    record.actor = {audit::ActorType::Service, connection.text(), name};
    record.target = {"connection", connection.text(), name};
    record.ip = ip;
    return record;
}

http::Response answer(int status, std::string_view body) {
    http::Response response = web::jsonResponse(status, std::string(body));
    response.headers.set("Cache-Control", "no-store");
    return response;
}

} // namespace

void BackchannelLogoutReceiver::mount(web::Router& router) {
    router.add("POST", "/sso/oidc/{connectionId}/backchannel-logout", [this](const web::Context& context) {
        return receive(ConnectionId(std::string(context.parameters.front())), context.request);
    });
}

http::Response BackchannelLogoutReceiver::receive(const ConnectionId& id, const http::Request& request) {
    const auto form = request.body.size() <= kMaxBody ? http::Parameters::parse(request.body)
                                                      : fail(Code::InvalidArgument, "logout_token.invalid", "too long");
    const std::string_view token = form && !form->repeated() ? form->get("logout_token").value_or("") : "";
    const Status taken = token.empty() ? fail(Code::InvalidArgument, "logout_token.invalid", "no logout_token")
                                       : take(id, token, request.peer.address);
    if (taken) {
        return answer(200, "{}");
    }
    log::info("rp.backchannel_logout", {{"reason", taken.error().reason}, {"connection", id.text()}});
    return taken.error().code == Code::Unavailable || taken.error().code == Code::Internal
               ? answer(503, R"({"error":"temporarily_unavailable"})")
               : answer(400, R"({"error":"invalid_request"})");
}

Status BackchannelLogoutReceiver::take(const ConnectionId& id, std::string_view token, const std::string& ip) {
    TRY(tenant, m_parts.connections.tenantOf(id));
    TRY(sealer, m_parts.keys.sealerFor(tenant));
    TRY(connection, m_parts.connections.get(sealer, id));
    const Time now = m_parts.clock.now();
    const auto verified = [&]() -> Result<LogoutToken> {
        TRY(share, m_parts.shares.hold(tenant, id));
        TRY(provider, m_parts.providers.get(*connection));
        const LogoutTokenRules rules{connection->issuer, connection->allowedTenantIds, connection->clientId,
                                     provider->metadata.idTokenAlgorithms};
        auto first = verifyLogoutToken(token, provider->keys.keys, rules, now);
        if (!first && first.error().reason == "logout_token.key") {
            TRY(renewed, m_parts.providers.refreshKeys(*connection, provider));
            first = verifyLogoutToken(token, renewed->keys.keys, rules, now);
        }
        share.answered();
        return first;
    }();
    if (!verified) {
        audit::Record record = recordOf(id, connection->name, ip);
        record.outcome = audit::Outcome::Denied;
        record.reason = verified.error().reason;
        record.data = {{"wrong", verified.error().detail}};
        ENSURE(m_parts.store.write(
            [&](store::Writer& writer) { return audit::append(writer, sealer, tenant, record, now); }));
        return tl::unexpected<Error>(verified.error());
    }
    return m_parts.store.write([&](store::Writer& writer) -> Status {
        TRY(first,
            sessions::spendOnce(writer, tenant, "logout_token " + id.text(), verified->jti, verified->goodUntil));
        if (!first) {
            return fail(Code::InvalidArgument, "logout_token.replayed");
        }
        TRY(over, meant(writer, sealer, id, *verified, now));
        for (const SessionId& each : over) {
            ENSURE(sessions::end(writer, m_parts.endings, tenant, each, "upstream_logout", now));
            audit::Record ended = recordOf(id, connection->name, ip);
            ended.type = "SessionRevoked";
            ended.target = {"session", each.text(), {}};
            ended.reason = "upstream_logout";
            ENSURE(audit::append(writer, sealer, tenant, ended, now));
        }
        audit::Record record = recordOf(id, connection->name, ip);
        record.data = {{"sessionsEnded", std::int64_t(over.size())}};
        return audit::append(writer, sealer, tenant, record, now);
    });
}

} // namespace gatehouse::oidc::rp
