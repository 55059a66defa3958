// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "login/downstream.h"
#include "login/upstream.h"
#include "oidc/provider/parts.h"
#include "saml/idp/downstream.h"
#include "saml/idp/identity_provider.h"
#include "saml/sp/kept_metadata.h"
#include "saml/sp/saml_upstream.h"
#include "saml/sp/service_provider.h"

namespace gatehouse::broker {

/// Everything that speaks SAML, in the order in which the broker can build it.
class SamlSide {
public:
    SamlSide(http::Client& client, store::Store& store, const Clock& clock, const keys::KeyRing& keys,
             const web::PublicUrl& publicUrl)
        : m_idps(client, store, clock)
        , m_upstream({m_idps, store, keys, publicUrl, clock}) {}
    /// Towards providers and apps. `parts` and `shares` outlive this object.
    void build(const oidc::provider::Parts& parts, login::WorkerShares& shares);
    void mount(web::Router& router);
    /// Fetches the metadata of one connection that nobody has signed in through for longer than it is fresh, so that
    /// its provider's next key is known before it signs. Called once a minute; each gets its turn.
    void refreshOne(Time now);

    [[nodiscard]] login::Upstream& upstream() { return m_upstream; }
    [[nodiscard]] login::Downstream& downstream() { return *m_downstream; }
    [[nodiscard]] saml::sp::IdpCache& idps() { return m_idps; }
    [[nodiscard]] const saml::idp::IdentityProvider& identityProvider() const { return *m_identityProvider; }

private:
    saml::sp::IdpCache m_idps;
    saml::sp::SamlUpstream m_upstream;
    std::unique_ptr<saml::sp::SingleLogout> m_singleLogout;
    std::unique_ptr<saml::sp::ServiceProvider> m_serviceProvider;
    saml::idp::ServiceProviders m_apps;
    std::unique_ptr<saml::idp::IdentityProvider> m_identityProvider;
    std::unique_ptr<saml::idp::Downstream> m_downstream;
    const oidc::provider::Parts* m_parts = nullptr;
    saml::sp::MetadataOwner m_refreshed; ///< the last one
};

} // namespace gatehouse::broker
