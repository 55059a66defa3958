// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/time.h"

namespace gatehouse::saml::wire {

/// SAML V2.0 Core, 3.4.1, as a service provider sends it.
struct AuthnRequest {
    std::string id; ///< an NCName that nobody can guess
    Time issueInstant;
    std::string destination;
    std::string issuer; ///< our entity ID
    std::string acsUrl; ///< for the answer, by the POST binding
    bool forceAuthn = false;
    bool isPassive = false;
    std::string nameIdFormat{};              ///< empty: the provider's choice, which few providers refuse
    std::vector<std::string> authnContext{}; ///< class references of which one is wanted exactly; empty: any
};
[[nodiscard]] std::string toXml(const AuthnRequest& request);

} // namespace gatehouse::saml::wire
