// SPDX-License-Identifier: Apache-2.0
#include "oauth/tokens.h"

#include "crypto/hash.h"
#include "crypto/random.h"

namespace gatehouse::oauth {
namespace {

constexpr std::size_t kRandomBytes = 32;

tl::unexpected<Error> refusal(TokenKind kind) {
    switch (kind) {
    case TokenKind::AuthorizationCode:
    case TokenKind::RefreshToken:
    case TokenKind::DeviceCode:
        return fail(Code::InvalidArgument, "oauth.invalid_grant.token");
    case TokenKind::AdminToken:
    case TokenKind::SessionCookie:
        return fail(Code::Unauthenticated, "oauth.invalid_token");
    case TokenKind::RequestUri:
        return fail(Code::InvalidArgument, "oauth.invalid_request_uri");
    case TokenKind::LoginState:
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
    case TokenKind::SessionCookie:
        break;
    }
    return "ghsc_";
}

std::string mint(TokenKind kind) {
    return std::string(prefixOf(kind)) + crypto::randomToken(kRandomBytes);
}

Result<Bytes> hashOf(TokenKind kind, std::string_view token) {
    const std::string_view prefix = prefixOf(kind);
    constexpr std::size_t kEncoded = (kRandomBytes * 8 + 5) / 6;
    if (token.size() != prefix.size() + kEncoded || token.substr(0, prefix.size()) != prefix) {
        return refusal(kind);
    }
    // Strict decoding leaves one spelling for each token, so that a changed last character is another token, not the
    // same.
    if (!base64UrlDecode(token.substr(prefix.size()))) {
        return refusal(kind);
    }
    return crypto::sha256(token);
}

} // namespace gatehouse::oauth
