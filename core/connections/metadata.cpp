// SPDX-License-Identifier: Apache-2.0
#include "connections/metadata.h"

#include <algorithm>

#include "http/forms.h"
#include "json/json.h"

namespace gatehouse::connections {
namespace {

bool isLoopbackName(std::string_view host) {
    return host == "127.0.0.1" || host == "::1" || host == "localhost";
}

// Gives the endpoint, or the error if it is missing, not a URL, or plain http where that is not allowed.
Status readEndpoint(const json::Object& document, std::string_view name, bool required, bool allowHttp,
                    std::string& out) {
    const auto text = json::stringMember(document, name);
    if (!text || text->empty()) {
        return required ? fail(Code::FailedPrecondition, "metadata.endpoint_missing",
                               "the metadata has no " + std::string(name))
                        : Status();
    }
    const auto url = http::parseUrl(*text);
    if (!url) {
        return fail(Code::FailedPrecondition, "metadata.endpoint_missing",
                    std::string(name) + " is not an absolute URL");
    }
    if (url->scheme != "https" && !(allowHttp && isLoopbackName(url->host))) {
        return fail(Code::FailedPrecondition, "metadata.endpoint_insecure",
                    std::string(name) + " is not an https address");
    }
    out = *text;
    return {};
}

} // namespace

std::string discoveryUrl(std::string_view issuer) {
    if (!issuer.empty() && issuer.back() == '/') {
        issuer.remove_suffix(1);
    }
    std::string url(issuer);
    // Microsoft serves the template's metadata under the name that stands for any directory.
    if (const std::size_t at = url.find("{tenantid}"); at != std::string::npos) {
        url.replace(at, std::string_view("{tenantid}").size(), "organizations");
    }
    return url + "/.well-known/openid-configuration";
}

Result<ProviderMetadata> parseMetadata(std::string_view text, std::string_view configuredIssuer, bool allowHttp) {
    const auto document = json::parseObject(text);
    if (!document) {
        const bool page =
            text.find("<!DOCTYPE") != std::string_view::npos || text.find("<html") != std::string_view::npos;
        return fail(Code::FailedPrecondition, "metadata.malformed",
                    page ? "This is a web page, not metadata (starts with " + std::string(text.substr(0, 15)) + ")."
                         : "This is not a JSON document: " + document.error().reason + ".");
    }
    ProviderMetadata metadata;
    metadata.issuer = json::stringMember(*document, "issuer").value_or("");
    if (metadata.issuer != configuredIssuer) {
        std::string detail = "Metadata says issuer " + metadata.issuer + "; you entered " +
                             std::string(configuredIssuer) + ". They must be identical";
        if (metadata.issuer + "/" == configuredIssuer || metadata.issuer == std::string(configuredIssuer) + "/") {
            detail += ": the trailing slash differs";
        }
        return fail(Code::FailedPrecondition, "metadata.issuer_mismatch", detail + ".");
    }
    ENSURE(readEndpoint(*document, "authorization_endpoint", true, allowHttp, metadata.authorizationEndpoint));
    ENSURE(readEndpoint(*document, "token_endpoint", true, allowHttp, metadata.tokenEndpoint));
    ENSURE(readEndpoint(*document, "jwks_uri", true, allowHttp, metadata.jwksUri));
    ENSURE(readEndpoint(*document, "userinfo_endpoint", false, allowHttp, metadata.userinfoEndpoint));
    ENSURE(readEndpoint(*document, "end_session_endpoint", false, allowHttp, metadata.endSessionEndpoint));
    metadata.idTokenAlgorithms = json::stringsMember(*document, "id_token_signing_alg_values_supported")
                                     .value_or(std::vector<std::string>{"RS256"});
    metadata.tokenAuthMethods = json::stringsMember(*document, "token_endpoint_auth_methods_supported")
                                    .value_or(std::vector<std::string>{"client_secret_basic"});
    metadata.issParameterSupported =
        json::boolMember(*document, "authorization_response_iss_parameter_supported").value_or(false);
    metadata.claimsParameterSupported = json::boolMember(*document, "claims_parameter_supported").value_or(false);
    const auto proofs = json::stringsMember(*document, "dpop_signing_alg_values_supported");
    metadata.dpopSupported = proofs && std::find(proofs->begin(), proofs->end(), "ES256") != proofs->end();
    return metadata;
}

} // namespace gatehouse::connections
