// SPDX-License-Identifier: Apache-2.0
#include "oidc/provider/consent.h"

#include <algorithm>

#include "http/forms.h"
#include "oauth/tokens.h"
#include "oidc/provider/respond.h"

namespace gatehouse::oidc::provider {
namespace {

constexpr Seconds kPatience{600};

} // namespace

Wanted wantedBy(const json::Object& request) {
    Wanted wanted{wordsOf(request, "scope"), wordsOf(request, "idTokenClaims")};
    for (std::string& claim : wordsOf(request, "userinfoClaims")) {
        if (std::find(wanted.claims.begin(), wanted.claims.end(), claim) == wanted.claims.end()) {
            wanted.claims.push_back(std::move(claim));
        }
    }
    return wanted;
}

Result<bool> needsConsent(store::Reader& reader, const TenantId& tenant, const apps::App& app, const UserId& user,
                          const json::Object& request) {
    if (app.consent == apps::Consent::Always || json::boolMember(request, "askConsent").value_or(false)) {
        return true;
    }
    if (app.consent == apps::Consent::Off) {
        return false;
    }
    TRY(consent, sessions::findConsent(reader, tenant, user, app.id));
    const Wanted wanted = wantedBy(request);
    return !consent || !sessions::covers(*consent, wanted.scopes, wanted.claims);
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
