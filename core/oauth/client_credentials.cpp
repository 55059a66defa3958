// SPDX-License-Identifier: Apache-2.0
#include "oauth/client_credentials.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/encoding.h"

namespace gatehouse::oauth {
namespace {

constexpr std::size_t kMaxHeader = 4096;
constexpr std::size_t kMaxClientId = 256;
constexpr std::size_t kMaxSecret = 1024;
constexpr std::size_t kMaxAssertion = 16 * 1024;
constexpr std::string_view kAssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

constexpr std::array<std::pair<ClientAuthMethod, std::string_view>, 4> kNames = {
    {{ClientAuthMethod::None, "none"},
     {ClientAuthMethod::SecretBasic, "client_secret_basic"},
     {ClientAuthMethod::SecretPost, "client_secret_post"},
     {ClientAuthMethod::PrivateKeyJwt, "private_key_jwt"}}};

tl::unexpected<Error> badBasic() {
    return fail(Code::Unauthenticated, "oauth.invalid_client.basic");
}

bool isVschars(std::string_view text) {
    return std::none_of(text.begin(), text.end(),
                        [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

/// Form decoding of one value (RFC 6749, appendix B): '+' is a space.
Result<std::string> formDecode(std::string_view text) {
    std::string spaced(text);
    std::replace(spaced.begin(), spaced.end(), '+', ' ');
    Result<std::string> decoded = http::percentDecode(spaced);
    if (!decoded || !isVschars(*decoded) || !isUtf8(*decoded)) {
        return badBasic();
    }
    return decoded;
}

Result<ClientCredentials> parseBasic(std::string_view header) {
    const std::size_t space = header.find(' ');
    if (header.size() > kMaxHeader || space == std::string_view::npos ||
        asciiLower(header.substr(0, space)) != "basic") {
        return badBasic();
    }
    Result<Bytes> pair = base64Decode(header.substr(space + 1));
    const std::size_t colon = pair ? pair->find(':') : std::string::npos;
    if (colon == std::string::npos) {
        return badBasic();
    }
    TRY(clientId, formDecode(std::string_view(*pair).substr(0, colon)));
    TRY(secret, formDecode(std::string_view(*pair).substr(colon + 1)));
    wipe(*pair);
    if (clientId.empty() || clientId.size() > kMaxClientId || secret.size() > kMaxSecret) {
        return badBasic();
    }
    return ClientCredentials{ClientAuthMethod::SecretBasic, std::move(clientId), Secret(std::move(secret))};
}

/// The value of a parameter; nullopt if it is absent or empty.
std::optional<std::string_view> given(const http::Parameters& form, std::string_view name) {
    const std::optional<std::string_view> value = form.get(name);
    return value && !value->empty() ? value : std::nullopt;
}

Result<ClientCredentials> fromAssertion(const http::Parameters& form, std::string_view clientId,
                                        std::string_view assertion) {
    if (given(form, "client_assertion_type") != kAssertionType || assertion.size() > kMaxAssertion) {
        return fail(Code::Unauthenticated, "oauth.invalid_client.assertion_type");
    }
    return ClientCredentials{ClientAuthMethod::PrivateKeyJwt, std::string(clientId), Secret::copyOf(assertion)};
}

} // namespace

std::string_view clientAuthMethodName(ClientAuthMethod method) {
    for (const auto& [value, name] : kNames) {
        if (value == method) {
            return name;
        }
    }
    return "none";
}

std::optional<ClientAuthMethod> parseClientAuthMethod(std::string_view name) {
    for (const auto& [value, known] : kNames) {
        if (known == name) {
            return value;
        }
    }
    return std::nullopt;
}

bool triedByHeader(const http::Headers& headers) {
    return headers.get("Authorization").has_value();
}

Result<ClientCredentials> extractClientCredentials(const http::Headers& headers, const http::Parameters& form) {
    const std::vector<std::string_view> authorization = headers.all("Authorization");
    if (authorization.size() > 1) {
        return fail(Code::InvalidArgument, "oauth.invalid_request.repeated");
    }
    for (const std::string_view name : {"client_id", "client_secret", "client_assertion", "client_assertion_type"}) {
        if (form.count(name) > 1) {
            return fail(Code::InvalidArgument, "oauth.invalid_request.repeated");
        }
    }
    const std::optional<std::string_view> clientId = given(form, "client_id");
    const std::optional<std::string_view> secret = given(form, "client_secret");
    const std::optional<std::string_view> assertion = given(form, "client_assertion");
    if (int(!authorization.empty()) + int(secret.has_value()) + int(assertion.has_value()) > 1) {
        return fail(Code::InvalidArgument, "oauth.invalid_request.client_auth_methods");
    }
    if (clientId && (clientId->size() > kMaxClientId || !isVschars(*clientId))) {
        return fail(Code::Unauthenticated, "oauth.invalid_client.missing");
    }
    if (!authorization.empty()) {
        TRY(basic, parseBasic(authorization.front()));
        if (clientId && *clientId != basic.clientId) {
            return fail(Code::InvalidArgument, "oauth.invalid_request.client_auth_methods");
        }
        return basic;
    }
    if (assertion) {
        return fromAssertion(form, clientId.value_or(std::string_view()), *assertion);
    }
    if (!clientId || (secret && secret->size() > kMaxSecret)) {
        return fail(Code::Unauthenticated, "oauth.invalid_client.missing");
    }
    return ClientCredentials{secret ? ClientAuthMethod::SecretPost : ClientAuthMethod::None, std::string(*clientId),
                             secret ? Secret::copyOf(*secret) : Secret()};
}

} // namespace gatehouse::oauth
