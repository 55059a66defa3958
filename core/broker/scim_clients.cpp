// SPDX-License-Identifier: Apache-2.0
#include "broker/scim_clients.h"

#include "oauth/scope.h"

namespace gatehouse::broker {
namespace {

using oidc::provider::Issuer;

constexpr std::string_view kScope = "scim";

Result<scim::server::Client> prove(oidc::provider::AccessTokens& tokens, const Issuer& issuer, std::string_view text) {
    const auto token = tokens.prove(issuer, text);
    if (!token) {
        return fail(Code::Unauthenticated, "scim.invalid_token");
    }
    TRY(live, tokens.isLive(issuer, **token));
    const oidc::provider::AccessToken& proven = **token;
    if (!live || proven.tenant != issuer.keys || !proven.jkt.empty()) {
        return fail(Code::Unauthenticated, "scim.invalid_token");
    }
    const auto scopes = oauth::ScopeSet::parse(proven.scope);
    if (!proven.familyId.empty() || !scopes ||
        !scopes->contains(kScope)) { // a person's token, or one for something else
        return fail(Code::PermissionDenied, "scim.insufficient_scope");
    }
    return scim::server::Client{proven.clientId, {}, {}, false};
}

} // namespace

scim::server::ProveAccess scimClientsOf(oidc::provider::Provider& provider, const web::PublicUrl& publicUrl) {
    return [&provider, &publicUrl](const std::shared_ptr<const tenants::Tenant>& tenant, const http::Request&,
                                   std::string_view text) {
        return prove(provider.accessTokens(), {tenant->id, tenant, publicUrl.tenantIssuer(tenant->slug)}, text);
    };
}

scim::server::ExtensionOf extensionsOf(catalog::CatalogCache& catalogs) {
    return [&catalogs](const TenantId& tenant) -> Result<std::shared_ptr<const scim::Schema>> {
        TRY(found, catalogs.get(tenant));
        return found->extension ? std::shared_ptr<const scim::Schema>(found, &*found->extension) : nullptr;
    };
}

} // namespace gatehouse::broker
