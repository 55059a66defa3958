// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "oidc/provider/parts.h"
#include "saml/idp/service_providers.h"

namespace gatehouse::saml::idp {

/// What the identity provider is built on: the same as the OpenID provider, whose sign-in it uses. Everything outlives
/// it.
struct Parts {
    const oidc::provider::Parts& provider;
    ServiceProviders& serviceProviders;
};

/// Our own addresses as a tenant's identity provider (contract section 2).
[[nodiscard]] inline std::string addressOf(const web::PublicUrl& publicUrl, std::string_view slug,
                                           std::string_view what) {
    return publicUrl.tenantIssuer(slug) + "/saml/" + std::string(what);
}
/// Our entity ID is where our metadata is.
[[nodiscard]] inline std::string entityIdOf(const web::PublicUrl& publicUrl, std::string_view slug) {
    return addressOf(publicUrl, slug, "metadata");
}

} // namespace gatehouse::saml::idp
