// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "xml/tree.h"

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

/// How strong the sign-in has to be against the classes that are named (SAML V2.0 Core, 3.3.2.2.1).
enum class Comparison { Exact, Minimum, Better, Maximum };

/// The same as an identity provider gets it.
struct ReceivedAuthnRequest {
    std::string id;
    Time issueInstant;
    std::string destination; ///< may be empty
    std::string issuer;
    std::string acsUrl;          ///< may be empty
    std::optional<int> acsIndex; ///< of the service provider's metadata
    std::string binding;         ///< for the answer; may be empty
    bool forceAuthn = false;
    bool isPassive = false;
    std::string nameIdFormat;    ///< may be empty
    std::string spNameQualifier; ///< may be empty
    Comparison comparison = Comparison::Exact;
    std::vector<std::string> authnContext;
    std::string subject; ///< the NameID of whom it is about; may be empty
};
/// Reads what a service provider sent; proves nothing. `saml.shape` for any other message, one without ID, Issuer,
/// IssueInstant or Version 2.0, and one that names its consumer by URL and by index.
[[nodiscard]] Result<ReceivedAuthnRequest> readAuthnRequest(const xml::Element& root);

} // namespace gatehouse::saml::wire
