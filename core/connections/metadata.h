// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/check.h"
#include "base/result.h"

namespace gatehouse::connections {

/// What Gatehouse uses of an OpenID provider's metadata (OpenID Connect Discovery 1.0, section 3).
struct ProviderMetadata {
    std::string issuer;
    std::string authorizationEndpoint;
    std::string tokenEndpoint;
    std::string jwksUri;
    std::string userinfoEndpoint;   ///< may be empty
    std::string endSessionEndpoint; ///< may be empty
    std::vector<std::string> idTokenAlgorithms;
    std::vector<std::string> tokenAuthMethods;
    bool issParameterSupported = false; ///< RFC 9207
    bool claimsParameterSupported = false;
    bool dpopSupported = false; ///< it binds tokens to keys of ES256 (RFC 9449, 5.1)
};

/// `{issuer}/.well-known/openid-configuration`, one trailing slash of the issuer stripped (section 4.1).
[[nodiscard]] std::string discoveryUrl(std::string_view issuer);

/// Parses and judges a metadata document for a configured issuer, which must match byte for byte (for Entra's template
/// issuer: the template itself). `metadata.malformed`, `metadata.issuer_mismatch`, `metadata.endpoint_missing`,
/// `metadata.endpoint_insecure` (an endpoint that is not https, unless `allowHttp`).
[[nodiscard]] Result<ProviderMetadata> parseMetadata(std::string_view text, std::string_view configuredIssuer,
                                                     bool allowHttp);

} // namespace gatehouse::connections
