// SPDX-License-Identifier: Apache-2.0
#include "oauth/tokens.h"

#include "crypto/hash.h"
#include "crypto/random.h"

namespace gatehouse::oauth {
namespace {

constexpr std::size_t kTimeBytes = 6;
constexpr std::size_t kRandomBytes = 26;
constexpr std::size_t kEncoded = ((kTimeBytes + kRandomBytes) * 8 + 5) / 6;

tl::unexpected<Error> refusal(TokenKind kind) {
    switch (kind) {
    case TokenKind::AuthorizationCode:
    case TokenKind::RefreshToken:
    case TokenKind::DeviceCode:
        return fail(Code::InvalidArgument, "oauth.invalid_grant.token");
    case TokenKind::AdminToken:
    case TokenKind::SessionCookie:
    case TokenKind::InitialAccess:
    case TokenKind::RegistrationAccess:
        return fail(Code::Unauthenticated, "oauth.invalid_token");
    case TokenKind::RequestUri:
        return fail(Code::InvalidArgument, "oauth.invalid_request_uri");
    case TokenKind::LoginState:
    case TokenKind::ConsentTicket:
        break;
    }
    return fail(Code::InvalidArgument, "oauth.invalid_request.state");
}

} // namespace

std::string_view prefixOf(TokenKind kind) {
    switch (kind) {
    case TokenKind::AuthorizationCode:
        return "ghac_";
    case TokenKind::RefreshToken:
        return "ghrt_";
    case TokenKind::AdminToken:
        return "ghat_";
    case TokenKind::RequestUri:
        return "ghpr_";
    case TokenKind::DeviceCode:
        return "ghdc_";
    case TokenKind::LoginState:
        return "ghls_";
    case TokenKind::ConsentTicket:
        return "ghct_";
    case TokenKind::InitialAccess:
        return "ghia_";
    case TokenKind::RegistrationAccess:
        return "ghra_";
    case TokenKind::SessionCookie:
        break;
    }
    return "ghsc_";
}

std::string mint(TokenKind kind, Time now) {
    const auto millis = std::uint64_t(toMillis(now));
    Bytes octets;
    for (std::size_t i = kTimeBytes; i-- > 0;) {
        octets.push_back(char(millis >> (8 * i) & 255));
    }
    return std::string(prefixOf(kind)) + base64UrlEncode(octets + crypto::randomBytes(kRandomBytes));
}

Result<Bytes> hashOf(TokenKind kind, std::string_view token) {
    const std::string_view prefix = prefixOf(kind);
    if (token.size() != prefix.size() + kEncoded || token.substr(0, prefix.size()) != prefix) {
        return refusal(kind);
    }
    // Strict decoding leaves one spelling for each token, so that a changed last character is another token, not the
    // same.
    const auto octets = base64UrlDecode(token.substr(prefix.size()));
    if (!octets) {
        return refusal(kind);
    }
    return octets->substr(0, kTimeBytes) + crypto::sha256(token);
}

} // namespace gatehouse::oauth
