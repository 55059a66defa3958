// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.h"
#include "keys/key_ring.h"
#include "login/upstream.h"
#include "saml/sp/idp_cache.h"
#include "saml/sp/response.h"
#include "store/store.h"
#include "web/public_url.h"

namespace gatehouse::saml::sp {

/// SAML V2.0 Web Browser SSO towards a tenant's provider (Profiles, 4.1): a request by redirect or POST, the answer by
/// POST. The trip's nonce is in the request's ID, its state is the RelayState. Reasons on failure: the names of the
/// checks (saml.*), upstream.login_required, upstream.cancelled, unmet_authentication_requirements.
class SamlUpstream final : public login::Upstream {
public:
    struct Parts {
        IdpCache& idps;
        store::Store& store;
        const gatehouse::keys::KeyRing& keys;
        const web::PublicUrl& publicUrl;
        const Clock& clock;
    };
    explicit SamlUpstream(Parts parts)
        : m_parts(parts) {}
    [[nodiscard]] Result<login::Departure> start(const connections::Connection& connection,
                                                 const login::Trip& trip) override;
    /// `answer`: state, and the SAMLResponse parameter as it was posted.
    [[nodiscard]] login::Proof finish(const connections::Connection& connection, const login::Trip& trip,
                                      const http::Parameters& answer) override;
    [[nodiscard]] login::Proof replay(const connections::Connection& connection,
                                      const login::Recording& recording) const override;
    [[nodiscard]] std::string logoutUrl(const connections::Connection& connection, const std::string& idTokenHint,
                                        const std::string& returnTo) override;

private:
    struct Demand; // of one sign-in
    [[nodiscard]] ResponseRules rulesFor(const connections::Connection& connection, const Idp& idp,
                                         const Demand& demand) const;
    static void conclude(const connections::Connection& connection, const Demand& demand, ResponseVerdict verdict,
                         Time now, login::Proof& proof);

    Parts m_parts;
};

} // namespace gatehouse::saml::sp
