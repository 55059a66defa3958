// SPDX-License-Identifier: Apache-2.0
// OpenID Connect Back-Channel Logout 1.0, towards apps.
#include "oidc/provider/backchannel_logout.h"

#include <map>

#include "apps/issuer_app.h"
#include "apps/pairwise.h"
#include "audit/audit.h"
#include "http/forms.h"
#include "oidc/provider/token_claims.h"
#include "json/json.h"

namespace gatehouse::oidc::provider {
namespace {

constexpr Seconds kTokenLife{120}; // Back-Channel Logout 1.0, 2.4: preferably at most two minutes
constexpr std::string_view kEvent = "http://schemas.openid.net/event/backchannel-logout";

} // namespace

Status BackchannelLogout::ended(store::Writer& writer, const TenantId& tenant,
                                const std::vector<sessions::Ended>& sessions) {
    std::map<sessions::Participant, bool> wanted;
    for (const sessions::Ended& each : sessions) {
        for (const sessions::Participant& participant : each.apps) {
            const auto [known, isNew] = wanted.try_emplace(participant, false);
            if (isNew) {
                TRY(app, apps::findAtIssuer(writer, participant.issuer, participant.app));
                known->second = app && !app->backchannelLogoutUri.empty();
            }
            if (known->second) {
                const json::Object payload{{"issuer", participant.issuer.text()}, {"user", each.user.text()}};
                ENSURE(m_parts.outbox.put(writer, tenant,
                                          {std::string(kBackchannelLogout), participant.app.text(), each.session.text(),
                                           json::write(payload)}));
            }
        }
    }
    return {};
}

Result<Issuer> BackchannelLogout::issuerOf(const TenantId& issuer) const {
    if (issuer == platformTenant()) {
        return Issuer{issuer, nullptr, m_parts.publicUrl.base()};
    }
    auto tenant = m_parts.tenants.byId(issuer);
    if (!tenant) {
        return fail(Code::NotFound, "tenant.not_found");
    }
    const std::string url = m_parts.publicUrl.tenantIssuer(tenant->slug);
    return Issuer{issuer, std::move(tenant), url};
}

Result<http::OutboundRequest> BackchannelLogout::request(const outbox::Message& message) {
    TRY(payload, json::parseObject(message.said.payload));
    const TenantId owner(std::string(json::stringMember(payload, "issuer").value_or("")));
    TRY(issuer, issuerOf(owner));
    const AppId id(message.said.destination);
    auto app = m_parts.apps.get(owner, id);
    if (!app && app.error().code == Code::NotFound) {
        app = m_parts.apps.get(platformTenant(), id);
    }
    ENSURE(app);
    if ((*app)->backchannelLogoutUri.empty()) {
        return fail(Code::FailedPrecondition, "logout.no_address");
    }
    TRY(sealer, m_parts.keys.sealerFor(message.tenant));
    const UserId user(std::string(json::stringMember(payload, "user").value_or("")));
    const Time now = m_parts.clock.now();
    // A jti for each try: who handled one and could not say so must not take the next for a replay.
    const json::Object claims{{"iss", issuer.url},
                              {"aud", (*app)->clientId},
                              {"iat", toUnixSeconds(now)},
                              {"exp", toUnixSeconds(now + kTokenLife)},
                              {"jti", message.id + "." + std::to_string(message.attempt)},
                              {"sub", apps::subjectFor(sealer, **app, user)},
                              {"sid", message.said.subject},
                              {"events", json::Object{{kEvent, json::Object()}}}};
    // Signed as its ID tokens are: apps judge both by the same rules (OpenID Connect Back-Channel Logout 1.0, 2.4).
    TRY(token, sign(m_parts.keys, issuer, "logout+jwt", claims, (*app)->signedWith.idToken));
    http::Parameters form;
    form.append("logout_token", std::move(token));
    http::OutboundRequest request;
    request.method = "POST";
    request.url = (*app)->backchannelLogoutUri;
    request.headers.set("Content-Type", "application/x-www-form-urlencoded");
    request.body = form.encode();
    request.maxBytes = std::size_t(64) * 1024;
    return request;
}

Status BackchannelLogout::kept(store::Writer& writer, const outbox::Message& message, const outbox::Receipt& receipt) {
    if (m_parts.onReceipt) {
        writer.afterCommit(
            [onReceipt = m_parts.onReceipt, tenant = message.tenant, receipt] { onReceipt(tenant, receipt); });
    }
    if (receipt.state == outbox::State::Failed && receipt.attempts > 1) {
        return {}; // said already; the receipt counts
    }
    audit::Record record;
    const bool confirmed = receipt.state == outbox::State::Confirmed;
    record.type = confirmed ? "LogoutConfirmed" : "LogoutUnconfirmed";
    record.outcome = confirmed ? audit::Outcome::Success : audit::Outcome::Failure;
    record.actor = {audit::ActorType::Service, receipt.destination, {}};
    record.target = {"session", receipt.subject, {}};
    record.reason = receipt.reason;
    record.data = {{"app", receipt.destination},
                   {"attempts", receipt.attempts},
                   {"status", receipt.status},
                   {"state", stateName(receipt.state)}};
    TRY(sealer, m_parts.keys.sealerFor(message.tenant));
    return audit::append(writer, sealer, message.tenant, record, m_parts.clock.now());
}

} // namespace gatehouse::oidc::provider
