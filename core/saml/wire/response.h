// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "saml/wire/name_id.h"

namespace gatehouse::saml::wire {

/// An attribute with all its values (SAML V2.0 Core, 2.7.3.1).
struct IssuedAttribute {
    std::string name;
    std::string nameFormat;
    std::string friendlyName; ///< may be empty
    std::vector<std::string> values;
};

/// An assertion of one sign-in for one service provider (SAML V2.0 Profiles, 4.1.4.2).
struct IssuedAssertion {
    std::string id;
    Time issueInstant;
    std::string issuer;
    NameId nameId;
    std::string audience;     ///< the service provider's entity ID
    std::string recipient;    ///< where it is posted
    std::string inResponseTo; ///< empty: nobody asked
    Time notBefore;
    Time notOnOrAfter;
    Time authnInstant;
    std::string sessionIndex;
    std::optional<Time> sessionNotOnOrAfter;
    std::string authnContext;              ///< class reference
    std::string authenticatingAuthority{}; ///< who they signed in with in truth; may be empty
    std::vector<IssuedAttribute> attributes{};
};
[[nodiscard]] std::string toXml(const IssuedAssertion& assertion);

/// SAML V2.0 Core, 3.3.3.
struct IssuedResponse {
    std::string id;
    Time issueInstant;
    std::string destination;
    std::string issuer;
    std::string inResponseTo; ///< empty: nobody asked
    std::string status;       ///< the first status code
    std::string secondStatus{};
    std::string message{};
    std::string assertion{}; ///< the XML of a (signed) Assertion or EncryptedAssertion; empty beside a failure
};
[[nodiscard]] std::string toXml(const IssuedResponse& response);

} // namespace gatehouse::saml::wire
