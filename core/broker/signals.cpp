// SPDX-License-Identifier: Apache-2.0
#include "broker/signals.h"

#include "oidc/provider/token_claims.h"

namespace gatehouse::broker {

ssf::transmitter::Transmitter::Sign signerOfEvents(const keys::KeyRing& keys, const web::PublicUrl& publicUrl) {
    return [&keys, &publicUrl](const tenants::Tenant& tenant, const json::Object& claims, crypto::Signature algorithm) {
        const oidc::provider::Issuer issuer{tenant.id, nullptr, publicUrl.tenantIssuer(tenant.slug)};
        return oidc::provider::sign(keys, issuer, "secevent+jwt", claims, algorithm);
    };
}

std::vector<std::string> eventUris() {
    const auto types = ssf::transmitter::scimEventTypes();
    return {types.begin(), types.end()};
}

} // namespace gatehouse::broker
