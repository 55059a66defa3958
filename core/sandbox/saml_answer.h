// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the practice IdP says in SAML. It is written apart from saml/idp, so that it can be wrong on purpose.

#include <string>
#include <string_view>

#include "base/result.h"
#include "base/time.h"
#include "crypto/certificate.h"
#include "crypto/keys.h"
#include "saml/wire/authn_request.h"
#include "sandbox/faults.h"
#include "sandbox/persona.h"

namespace gatehouse::sandbox {

/// What a level of authentication of the practice IdP is called (REFEDS MFA Profile 1.2), where nobody asks for
/// another.
inline constexpr std::string_view kMfaContext = "https://refeds.org/profile/mfa";

struct SamlKey {
    crypto::PrivateKey key;
    crypto::Certificate certificate;
};

/// One request of a service provider, as it is to be answered.
struct SamlQuestion {
    saml::wire::ReceivedAuthnRequest request;
    std::string issuer; ///< our entity ID
    std::string acsUrl; ///< where the answer goes
};

/// The Response with a signed assertion about a persona (SAML V2.0 Profiles, 4.1.4.2), wrong in the ways that are on.
/// `assertionId`: an NCName.
[[nodiscard]] Result<std::string> samlAnswer(const SamlQuestion& question, const Persona& persona,
                                             const std::string& assertionId, const SamlKey& key, const Faults& faults,
                                             Time clock);
/// The Response that says no (SAML V2.0 Core, 3.2.2.2); `second` may be empty.
[[nodiscard]] std::string samlRefusal(const SamlQuestion& question, std::string_view first, std::string_view second,
                                      std::string_view message, Time now);

} // namespace gatehouse::sandbox
