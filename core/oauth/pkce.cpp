// SPDX-License-Identifier: Apache-2.0
#include "oauth/pkce.h"

#include <algorithm>

#include "base/encoding.h"
#include "crypto/hash.h"

namespace gatehouse::oauth {
namespace {

/// 43*128unreserved (RFC 7636, 4.1 and 4.2).
bool isWellFormed(std::string_view text) {
    return text.size() >= 43 && text.size() <= 128 && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                      c == '.' || c == '_' || c == '~';
           });
}

} // namespace

Status checkChallenge(std::string_view challenge, std::string_view method) {
    if (challenge.empty()) {
        return fail(Code::InvalidArgument, "oauth.invalid_request.pkce_missing");
    }
    if (method != "S256") {
        return fail(Code::InvalidArgument, "oauth.invalid_request.pkce_method");
    }
    if (!isWellFormed(challenge)) {
        return fail(Code::InvalidArgument, "oauth.invalid_request.pkce_challenge");
    }
    return {};
}

Status checkVerifier(std::string_view challenge, std::string_view verifier) {
    if (challenge.empty() || verifier.empty()) {
        return fail(Code::InvalidArgument, "oauth.invalid_grant.pkce_missing");
    }
    if (!isWellFormed(verifier)) {
        return fail(Code::InvalidArgument, "oauth.invalid_grant.pkce_verifier");
    }
    if (!crypto::constantTimeEqual(challengeFor(verifier), challenge)) {
        return fail(Code::InvalidArgument, "oauth.invalid_grant.pkce_mismatch");
    }
    return {};
}

std::string challengeFor(std::string_view verifier) {
    return base64UrlEncode(crypto::sha256(verifier));
}

} // namespace gatehouse::oauth
