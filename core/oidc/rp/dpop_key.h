// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "base/time.h"
#include "crypto/keys.h"
#include "http/client.h"

namespace gatehouse::oidc::rp {

/// The key of one sign-in, which the provider binds its access token to: a copy of the token is then of no use
/// (RFC 9449). For providers that announce ES256.
class DpopKey {
public:
    /// A new one. Errors of crypto.
    [[nodiscard]] static Result<DpopKey> create();
    /// Puts a proof for just this request into it, with the nonce that the provider asked for last. `accessToken` is
    /// empty at the token endpoint (section 4.2).
    [[nodiscard]] Status prove(http::OutboundRequest& request, std::string_view accessToken, Time now) const;
    /// Whether the answer refuses for want of a nonce that it brings. The next proof carries it (sections 8 and 9).
    [[nodiscard]] bool wantsNonce(const http::OutboundResponse& answer);

private:
    explicit DpopKey(crypto::PrivateKey key)
        : m_key(std::move(key)) {}
    crypto::PrivateKey m_key;
    std::string m_nonce;
};

} // namespace gatehouse::oidc::rp
