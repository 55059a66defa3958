// SPDX-License-Identifier: Apache-2.0
#include "oidc/provider/dpop_gate.h"

#include "crypto/hash.h"
#include "crypto/random.h"

namespace gatehouse::oidc::provider {
namespace {

constexpr Seconds kGeneration{75};
constexpr std::int64_t kNonceSeconds = 300;
constexpr std::size_t kNonceOctets = 16;
constexpr std::size_t kNameOctets = 16;
constexpr std::size_t kMostRemembered = 1'000'000;

} // namespace

DpopGate::DpopGate(const Clock& clock)
    : m_clock(clock)
    , m_key(crypto::randomBytes(32))
    , m_startedAt(fromUnixSeconds(toUnixSeconds(clock.now()) + 1)) // iat has no fractions
    , m_since(clock.now()) {}

std::string DpopGate::nonceOf(std::int64_t epoch) const {
    const Bytes mac = crypto::hmac(crypto::Digest::Sha256, m_key, "dpop-nonce " + std::to_string(epoch));
    return base64UrlEncode(std::string_view(mac).substr(0, kNonceOctets));
}

std::string DpopGate::nonce() const {
    return nonceOf(toUnixSeconds(m_clock.now()) / kNonceSeconds);
}

bool DpopGate::isOurs(std::string_view nonce) const {
    const std::int64_t epoch = toUnixSeconds(m_clock.now()) / kNonceSeconds;
    return crypto::constantTimeEqual(nonce, nonceOf(epoch)) || crypto::constantTimeEqual(nonce, nonceOf(epoch - 1));
}

Status DpopGate::useOnce(const oauth::DpopProof& proof) {
    // The key is part of it: nobody can spend the proof of another by its jti.
    std::string name = crypto::sha256(proof.jkt + '\n' + proof.jti).substr(0, kNameOctets);
    const std::lock_guard lock(m_mutex);
    const Time now = m_clock.now();
    if (now >= m_since + kGeneration) {
        m_previous =
            now >= m_since + kGeneration + kGeneration ? std::unordered_set<std::string>() : std::move(m_current);
        m_current = {};
        m_since = now;
    }
    if (m_current.size() >= kMostRemembered) {
        return fail(Code::Unavailable, "oauth.temporarily_unavailable", "too many DPoP proofs");
    }
    if (m_previous.count(name) > 0 || !m_current.insert(std::move(name)).second) {
        return fail(Code::InvalidArgument, "oauth.invalid_dpop_proof.replayed");
    }
    return {};
}

Result<std::optional<oauth::DpopProof>> DpopGate::check(const http::Request& request, const std::string& url,
                                                        std::optional<std::string_view> accessToken, Nonce nonce) {
    TRY(header, oauth::dpopHeader(request.headers));
    if (!header) {
        return std::optional<oauth::DpopProof>();
    }
    TRY(proof, oauth::verifyDpop(*header, {request.method, url, accessToken}, m_clock.now()));
    const bool needed = nonce == Nonce::Required || proof.issuedAt < m_startedAt;
    if (proof.nonce.empty() ? needed : !isOurs(proof.nonce)) {
        return fail(Code::InvalidArgument, "oauth.use_dpop_nonce");
    }
    ENSURE(useOnce(proof));
    return std::optional(std::move(proof));
}

} // namespace gatehouse::oidc::provider
