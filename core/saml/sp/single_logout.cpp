// SPDX-License-Identifier: Apache-2.0
#include "saml/sp/single_logout.h"

#include "audit/audit.h"
#include "base/log.h"
#include "saml/keys/saml_keys.h"
#include "saml/sp/logout_hint.h"
#include "saml/wire/names.h"
#include "saml/wire/received.h"
#include "web/language.h"
#include "web/page.h"
#include "web/security_headers.h"
#include "web/texts.h"

namespace gatehouse::saml::sp {
namespace {

using connections::Connection;
using wire::MessageKind;

constexpr std::size_t kSessionsAtOnce = 200;

/// A message of the provider, proven to be its.
struct Proven {
    MessageKind kind = MessageKind::Request;
    xml::Tree tree;
    std::string relayState;
};

Result<Proven> prove(const http::Request& request, const Idp& idp) {
    TRY(received, wire::readReceived(request));
    const MessageKind kind = received.kind;
    std::string relayState = received.relayState;
    TRY(tree, wire::prove(std::move(received), idp.keys));
    return Proven{kind, std::move(tree), std::move(relayState)};
}

/// That a proven message is for us, from this provider, and of now.
template <class Message>
Status judge(const Message& message, const Idp& idp, const std::string& slo, Seconds skew, Time now) {
    if (message.issuer != idp.entityId) {
        return fail(Code::PermissionDenied, "saml.issuer", message.issuer);
    }
    if (message.destination != slo) { // a signed one has to name it (SAML V2.0 Bindings, 3.4.5.2)
        return fail(Code::PermissionDenied, "saml.destination", message.destination);
    }
    if (message.issueInstant > now + skew || message.issueInstant < now - wire::kLogoutLife - skew) {
        return fail(Code::PermissionDenied, "saml.issue_instant", toRfc3339(message.issueInstant));
    }
    return {};
}

bool isMeant(const sessions::Session& session, const wire::LogoutRequest& request) {
    const auto hint = readLogoutHint(session.upstreamIdToken);
    return hint && hint->nameId.value == request.nameId.value &&
           (request.nameId.format.empty() || hint->nameId.format == request.nameId.format);
}

/// The living sessions that a request means: those of its NameID, and of its SessionIndex where it has one.
Result<std::vector<SessionId>> meant(store::Reader& reader, const store::Sealer& sealer, const ConnectionId& connection,
                                     const wire::LogoutRequest& request, Time now) {
    std::vector<SessionId> out;
    std::vector<std::string> indexes = request.sessionIndexes;
    if (indexes.empty()) {
        indexes.emplace_back(); // any
    }
    for (const std::string& index : indexes) {
        sessions::Filter filter;
        filter.connection = connection;
        filter.upstreamSid = index;
        for (std::optional<std::string> cursor(std::in_place); cursor;) {
            TRY(page, sessions::list(reader, sealer, filter, true, now, *cursor, kSessionsAtOnce));
            for (const sessions::Session& each : page.items) {
                if (isMeant(each, request)) {
                    out.push_back(each.id);
                }
            }
            cursor = page.nextCursor;
        }
    }
    return out;
}

audit::Record recordOf(const Connection& connection, const std::string& ip) {
    audit::Record record;
    record.type = "UpstreamLogout";
    record.actor = {audit::ActorType::Service, connection.id.text(), connection.name};
    record.target = {"connection", connection.id.text(), connection.name};
    record.ip = ip;
    return record;
}

http::Response donePage(const http::Request& request, const tenants::Tenant& tenant) {
    const web::Language language =
        web::chooseLanguage({}, request.headers.get("Accept-Language").value_or(""), tenant.settings.language);
    return web::page(200, "signed_out", {{"title", web::text(language, "signedOut.title")}, {"brand", tenant.name}},
                     language);
}

} // namespace

http::Response SingleLogout::receive(const ConnectionId& id, const http::Request& request) {
    auto taken = take(id, request);
    if (taken) {
        return *std::move(taken);
    }
    log::info("saml.logout", {{"reason", taken.error().reason}, {"connection", id.text()}});
    const bool ours = taken.error().code == Code::Unavailable || taken.error().code == Code::Internal;
    web::ErrorPage error;
    error.status = ours ? 503 : 400;
    error.language =
        web::chooseLanguage({}, request.headers.get("Accept-Language").value_or(""), web::Language::English);
    error.message = web::text(error.language, "signedOut.refused");
    error.advice = web::text(error.language, "signedOut.refusedAdvice");
    error.cureBy = web::CureBy::Administrator;
    error.reason = taken.error().reason;
    error.time = web::timeText(m_parts.clock.now());
    return web::errorPage(error);
}

Result<http::Response> SingleLogout::take(const ConnectionId& id, const http::Request& request) {
    TRY(tenantId, m_parts.connections.tenantOf(id));
    TRY(sealer, m_parts.keys.sealerFor(tenantId));
    TRY(connection, m_parts.connections.get(sealer, id));
    const auto tenant = m_parts.tenants.byId(tenantId);
    if (!tenant || connection->type != connections::Type::Saml) {
        return fail(Code::NotFound, "connections.not_found");
    }
    const Time now = m_parts.clock.now();
    const std::string slo = m_parts.publicUrl.samlService(id, "slo");
    const Seconds skew = connection->saml.clockSkew;
    auto answered = [&]() -> Result<http::Response> {
        TRY(share, m_parts.shares.hold(tenantId, id));
        TRY(held, m_parts.idps.get(*connection));
        auto proven = prove(request, held->idp);
        if (!proven && proven.error().reason == "signature.key") {
            TRY(renewed, m_parts.idps.refreshKeys(*connection, held));
            held = renewed;
            proven = prove(request, held->idp);
        }
        if (!proven) {
            return tl::unexpected<Error>(proven.error());
        }
        share.answered();
        if (proven->kind == MessageKind::Response) {
            TRY(response, wire::readLogoutResponse(proven->tree.root()));
            ENSURE(judge(response, held->idp, slo, skew, now));
            return donePage(request, *tenant);
        }
        TRY(ring, saml::keys::ringForSaml(m_parts.store, m_parts.keys, tenantId, now));
        std::vector<crypto::PrivateKey> keys;
        for (const gatehouse::keys::SamlKey& key : ring->samlEncryption) {
            keys.push_back(*key.key);
        }
        TRY(asked, wire::readLogoutRequest(proven->tree.root(), keys));
        ENSURE(judge(asked, held->idp, slo, skew, now));
        if (asked.notOnOrAfter && *asked.notOnOrAfter <= now - skew) {
            return fail(Code::PermissionDenied, "saml.expired", toRfc3339(*asked.notOnOrAfter));
        }
        TRY(ended, end(*connection, asked, request.peer.address, now));
        log::info("saml.logout", {{"connection", id.text()}, {"sessions", std::to_string(ended)}});
        return answer(*connection, held->idp, asked, proven->relayState);
    }();
    if (!answered && answered.error().code != Code::Unavailable && answered.error().code != Code::Internal) {
        audit::Record record = recordOf(*connection, request.peer.address);
        record.outcome = audit::Outcome::Denied;
        record.reason = answered.error().reason;
        record.data = {{"wrong", answered.error().detail}};
        ENSURE(m_parts.store.write(
            [&](store::Writer& writer) { return audit::append(writer, sealer, tenantId, record, now); }));
    }
    return answered;
}

Result<std::int64_t> SingleLogout::end(const Connection& connection, const wire::LogoutRequest& request,
                                       const std::string& ip, Time now) {
    TRY(sealer, m_parts.keys.sealerFor(connection.tenant));
    return m_parts.store.write([&](store::Writer& writer) -> Result<std::int64_t> {
        const Time until = now + wire::kLogoutLife + 2 * connection.saml.clockSkew;
        TRY(first,
            sessions::spendOnce(writer, connection.tenant, "saml_logout " + connection.id.text(), request.id, until));
        if (!first) {
            return fail(Code::PermissionDenied, "saml.replay");
        }
        TRY(over, meant(writer, sealer, connection.id, request, now));
        for (const SessionId& each : over) {
            ENSURE(sessions::end(writer, m_parts.endings, connection.tenant, each, "upstream_logout", now));
            audit::Record ended = recordOf(connection, ip);
            ended.type = "SessionRevoked";
            ended.target = {"session", each.text(), {}};
            ended.reason = "upstream_logout";
            ENSURE(audit::append(writer, sealer, connection.tenant, ended, now));
        }
        audit::Record record = recordOf(connection, ip);
        record.data = {{"sessionsEnded", std::int64_t(over.size())}};
        ENSURE(audit::append(writer, sealer, connection.tenant, record, now));
        return std::int64_t(over.size());
    });
}

Result<http::Response> SingleLogout::answer(const Connection& connection, const Idp& idp,
                                            const wire::LogoutRequest& request, const std::string& relayState) {
    if (idp.sloResponseUrl.empty()) {
        return fail(Code::FailedPrecondition, "metadata.no_slo");
    }
    const Time now = m_parts.clock.now();
    wire::LogoutResponse response;
    response.id = wire::newMessageId();
    response.issueInstant = now;
    response.destination = idp.sloResponseUrl;
    response.issuer = m_parts.publicUrl.samlService(connection.id, "metadata");
    response.inResponseTo = request.id;
    response.status = wire::kStatusSuccess;
    TRY(ring, saml::keys::ringForSaml(m_parts.store, m_parts.keys, connection.tenant, now));
    TRY(address, wire::redirectAddress(idp.sloResponseUrl, MessageKind::Response, wire::toXml(response), relayState,
                                       &*ring->samlSigning.front().key));
    return web::seeOther(address);
}

} // namespace gatehouse::saml::sp
