// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace gatehouse::saml::wire {

inline constexpr std::string_view kAssertionSpace = "urn:oasis:names:tc:SAML:2.0:assertion";
inline constexpr std::string_view kProtocolSpace = "urn:oasis:names:tc:SAML:2.0:protocol";
inline constexpr std::string_view kMetadataSpace = "urn:oasis:names:tc:SAML:2.0:metadata";
inline constexpr std::string_view kSignatureSpace = "http://www.w3.org/2000/09/xmldsig#";
inline constexpr std::string_view kBearer = "urn:oasis:names:tc:SAML:2.0:cm:bearer";
inline constexpr std::string_view kStatusSuccess = "urn:oasis:names:tc:SAML:2.0:status:Success";

} // namespace gatehouse::saml::wire
