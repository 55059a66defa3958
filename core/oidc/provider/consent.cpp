// SPDX-License-Identifier: Apache-2.0
#include "oidc/provider/consent.h"

#include <algorithm>

#include "audit/audit.h"
#include "http/forms.h"
#include "oauth/tokens.h"
#include "oidc/provider/respond.h"

namespace gatehouse::oidc::provider {
namespace {

constexpr Seconds kPatience{600};

// What was kept was judged when it was asked for.
json::Array detailsIn(std::string_view text) {
    const auto value = json::parse(text);
    return value && value->is_array() ? value->get_array() : json::Array();
}

std::vector<std::string> typesOf(const json::Array& details) {
    std::vector<std::string> types;
    for (const json::Value& each : details) {
        types.emplace_back(json::stringMember(each.as_object(), "type").value_or(""));
    }
    return types;
}

} // namespace

Wanted wantedBy(const json::Object& request) {
    Wanted wanted{wordsOf(request, "scope"), wordsOf(request, "idTokenClaims"),
                  detailsIn(textOf(request, "authorizationDetails")),
                  json::boolMember(request, "askConsent").value_or(false)};
    for (std::string& claim : wordsOf(request, "userinfoClaims")) {
        if (std::find(wanted.claims.begin(), wanted.claims.end(), claim) == wanted.claims.end()) {
            wanted.claims.push_back(std::move(claim));
        }
    }
    return wanted;
}

Wanted wantedBy(const sessions::DeviceRequest& request) {
    return {request.scopes, {}, detailsIn(request.authorizationDetails)};
}

Result<bool> needsConsent(store::Reader& reader, const TenantId& tenant, const apps::App& app, const UserId& user,
                          const Wanted& wanted) {
    if (app.consent == apps::Consent::Always || wanted.anew) {
        return true;
    }
    if (app.consent == apps::Consent::Off) {
        return false;
    }
    TRY(consent, sessions::findConsent(reader, tenant, user, app.id));
    return !consent || !wanted.details.empty() || !sessions::covers(*consent, wanted.scopes, wanted.claims);
}

audit::Record consentRecord(std::string type, const directory::User& user, const apps::App& app, const Wanted& wanted,
                            const std::string& ip) {
    audit::Record record;
    record.type = std::move(type);
    record.actor = {audit::ActorType::User, user.id.text(), user.userName};
    record.target = {"app", app.id.text(), app.name};
    record.ip = ip;
    record.data = {{"app", app.name},
                   {"scopes", json::toArray(wanted.scopes)},
                   {"claims", json::toArray(wanted.claims)},
                   {"details", json::toArray(typesOf(wanted.details))}};
    return record;
}

Status keepConsent(store::Writer& writer, const store::Sealer& sealer, const directory::User& user,
                   const apps::App& app, const Wanted& wanted, const std::string& ip, Time now) {
    ENSURE(sessions::giveConsent(writer, sealer.tenant(), user.id, app.id, wanted.scopes, wanted.claims, now));
    return audit::append(writer, sealer, sealer.tenant(), consentRecord("ConsentGiven", user, app, wanted, ip), now);
}

Result<std::string> askForConsent(store::Writer& writer, const store::Sealer& sealer, const web::PublicUrl& publicUrl,
                                  std::string_view slug, const sessions::Session& session, const json::Object& request,
                                  const std::string& family, Time now) {
    const std::string ticket = oauth::mint(oauth::TokenKind::ConsentTicket, now);
    TRY(hash, oauth::hashOf(oauth::TokenKind::ConsentTicket, ticket));
    const json::Object kept{{"request", request}, {"family", family}};
    ENSURE(sessions::askConsent(writer, sealer, hash, {session.id, json::write(kept), now + kPatience}));
    http::Parameters query;
    query.append("ticket", ticket);
    return http::withQuery(publicUrl.tenantIssuer(slug) + "/oauth2/consent", query);
}

} // namespace gatehouse::oidc::provider
