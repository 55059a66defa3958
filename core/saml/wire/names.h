// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace gatehouse::saml::wire {

inline constexpr std::string_view kAssertionSpace = "urn:oasis:names:tc:SAML:2.0:assertion";
inline constexpr std::string_view kProtocolSpace = "urn:oasis:names:tc:SAML:2.0:protocol";
inline constexpr std::string_view kMetadataSpace = "urn:oasis:names:tc:SAML:2.0:metadata";
inline constexpr std::string_view kSignatureSpace = "http://www.w3.org/2000/09/xmldsig#";
inline constexpr std::string_view kBearer = "urn:oasis:names:tc:SAML:2.0:cm:bearer";

inline constexpr std::string_view kRedirectBinding = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect";
inline constexpr std::string_view kPostBinding = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST";

inline constexpr std::string_view kPersistent = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent";
inline constexpr std::string_view kTransient = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient";
inline constexpr std::string_view kEmailAddress = "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress";

inline constexpr std::string_view kUnspecified = "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified";

inline constexpr std::string_view kUriNames = "urn:oasis:names:tc:SAML:2.0:attrname-format:uri";
inline constexpr std::string_view kBasicNames = "urn:oasis:names:tc:SAML:2.0:attrname-format:basic";
inline constexpr std::string_view kSubjectId = "urn:oasis:names:tc:SAML:attribute:subject-id";
inline constexpr std::string_view kPairwiseId = "urn:oasis:names:tc:SAML:attribute:pairwise-id";

inline constexpr std::string_view kUnspecifiedContext = "urn:oasis:names:tc:SAML:2.0:ac:classes:unspecified";
inline constexpr std::string_view kPasswordContext = "urn:oasis:names:tc:SAML:2.0:ac:classes:Password";
inline constexpr std::string_view kProtectedTransportContext =
    "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport";

inline constexpr std::string_view kStatusSuccess = "urn:oasis:names:tc:SAML:2.0:status:Success";
inline constexpr std::string_view kStatusRequester = "urn:oasis:names:tc:SAML:2.0:status:Requester";
inline constexpr std::string_view kStatusResponder = "urn:oasis:names:tc:SAML:2.0:status:Responder";
inline constexpr std::string_view kStatusNoAuthnContext = "urn:oasis:names:tc:SAML:2.0:status:NoAuthnContext";
inline constexpr std::string_view kStatusNoPassive = "urn:oasis:names:tc:SAML:2.0:status:NoPassive";
inline constexpr std::string_view kStatusRequestDenied = "urn:oasis:names:tc:SAML:2.0:status:RequestDenied";
inline constexpr std::string_view kStatusInvalidNameIdPolicy = "urn:oasis:names:tc:SAML:2.0:status:InvalidNameIDPolicy";
inline constexpr std::string_view kStatusPartialLogout = "urn:oasis:names:tc:SAML:2.0:status:PartialLogout";

} // namespace gatehouse::saml::wire
