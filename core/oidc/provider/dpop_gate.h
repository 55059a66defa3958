// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <unordered_set>

#include "base/encoding.h"
#include "base/time.h"
#include "http/message.h"
#include "oauth/dpop.h"

namespace gatehouse::oidc::provider {

/// Judges the DPoP proofs of requests: what they say, that they are fresh by a nonce of ours, and that none comes
/// twice (RFC 9449, 4.3, 8, 9 and 11.1).
class DpopGate {
public:
    explicit DpopGate(const Clock& clock);

    /// What a client has to put into its next proof. Changes every five minutes; the one before is still taken.
    [[nodiscard]] std::string nonce() const;

    /// Whether a proof without a nonce may do. Even then, one from before this process began needs one: what it had
    /// seen by then is not known any more.
    enum class Nonce { Required, Optional };
    /// The proof of a request, nullopt without one; each proof passes once. `url`: this address as the outside knows
    /// it. `oauth.invalid_dpop_proof*`, `oauth.use_dpop_nonce`, and `oauth.temporarily_unavailable` while more proofs
    /// come than can be remembered.
    [[nodiscard]] Result<std::optional<oauth::DpopProof>> check(const http::Request& request, const std::string& url,
                                                                std::optional<std::string_view> accessToken,
                                                                Nonce nonce);

private:
    [[nodiscard]] std::string nonceOf(std::int64_t epoch) const;
    [[nodiscard]] bool isOurs(std::string_view nonce) const;
    [[nodiscard]] Status useOnce(const oauth::DpopProof& proof);

    const Clock& m_clock;
    const Bytes m_key;
    const Time m_startedAt;
    std::mutex m_mutex;
    // Proofs live 70 s; two generations of 75 s each hold every one that could still pass.
    std::unordered_set<std::string> m_current;
    std::unordered_set<std::string> m_previous;
    Time m_since;
};

} // namespace gatehouse::oidc::provider
