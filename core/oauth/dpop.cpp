// SPDX-License-Identifier: Apache-2.0
#include "oauth/dpop.h"

#include <algorithm>
#include <vector>

#include "base/encoding.h"
#include "crypto/hash.h"
#include "http/forms.h"
#include "jose/jws.h"
#include "jose/jwt.h"
#include "oauth/app_signatures.h"

namespace gatehouse::oauth {
namespace {

constexpr std::size_t kLongestProof = 8 * 1024;
constexpr std::size_t kLongestJti = 256;
constexpr Seconds kOldest{60};
constexpr Seconds kAhead{10};
constexpr std::int64_t kFarthest = 253'402'300'799; ///< the end of year 9999

tl::unexpected<Error> refused(std::string_view reason, std::string_view detail = {}) {
    return fail(Code::InvalidArgument, reason, detail);
}

/// Scheme, host, port and path, so that ways of writing the same address are one (RFC 9449, 4.3, item 9).
std::string withoutQuery(const http::Url& url) {
    return url.scheme + "://" + url.host + ":" + std::to_string(url.port) + url.path;
}

bool sameTarget(std::string_view claimed, std::string_view actual) {
    const auto cut = [](std::string_view text) { return text.substr(0, text.find_first_of("?#")); };
    const auto a = http::parseUrl(cut(claimed));
    const auto b = http::parseUrl(cut(actual));
    return a && b && withoutQuery(*a) == withoutQuery(*b);
}

/// The one key that may prove it: the one that it brings along.
Result<jose::Jwk> keyOf(const jose::UnverifiedJws& jws) {
    const json::Object* jwk = json::objectMember(jws.header, "jwk");
    if (jwk == nullptr) {
        return refused("oauth.invalid_dpop_proof.key", "no jwk");
    }
    auto key = jose::parseJwk(*jwk);
    if (!key) {
        return refused("oauth.invalid_dpop_proof.key", key.error().reason);
    }
    // It is the only one, whatever it or the header calls it.
    key->kid = json::stringMember(jws.header, "kid").value_or("");
    key->alg.clear();
    key->use.clear();
    return key;
}

} // namespace

Result<std::optional<std::string>> dpopHeader(const http::Headers& headers) {
    const std::vector<std::string_view> all = headers.all("DPoP");
    if (all.size() > 1) {
        return refused("oauth.invalid_dpop_proof.repeated");
    }
    return all.empty() ? std::nullopt : std::optional(std::string(all.front()));
}

Result<DpopProof> verifyDpop(std::string_view proof, const DpopRequest& request, Time now) {
    if (proof.size() > kLongestProof) {
        return refused("oauth.invalid_dpop_proof.malformed", "longer than 8 KiB");
    }
    auto jws = jose::parseCompact(proof);
    if (!jws) {
        return refused("oauth.invalid_dpop_proof.malformed", jws.error().reason);
    }
    if (json::stringMember(jws->header, "typ") != "dpop+jwt") {
        return refused("oauth.invalid_dpop_proof.type");
    }
    const auto algorithm = jose::parseSignature(json::stringMember(jws->header, "alg").value_or(""));
    const auto& known = appSignatures();
    if (!algorithm || std::find(known.begin(), known.end(), *algorithm) == known.end()) {
        return refused("oauth.invalid_dpop_proof.algorithm");
    }
    TRY(key, keyOf(*jws));
    DpopProof out;
    out.jkt = jose::thumbprint(key.key);
    const std::vector<jose::Jwk> keys{std::move(key)};
    if (const auto verified = jose::verifyCompact(proof, keys, {{*algorithm}, "dpop+jwt"}); !verified) {
        return refused(verified.error().reason == "jws.signature" ? "oauth.invalid_dpop_proof.signature"
                                                                  : "oauth.invalid_dpop_proof.key",
                       verified.error().reason);
    }
    const auto claims = json::parseObject(jws->payload);
    if (!claims) {
        return refused("oauth.invalid_dpop_proof.malformed", claims.error().reason);
    }
    const auto jti = json::stringMember(*claims, "jti");
    const auto method = json::stringMember(*claims, "htm");
    const auto url = json::stringMember(*claims, "htu");
    const json::Value* issued = json::member(*claims, "iat");
    if (!jti || jti->empty() || jti->size() > kLongestJti || !method || !url || issued == nullptr) {
        return refused("oauth.invalid_dpop_proof.malformed", "jti, htm, htu and iat are required");
    }
    if (*method != request.method) {
        return refused("oauth.invalid_dpop_proof.method");
    }
    if (!sameTarget(*url, request.url)) {
        return refused("oauth.invalid_dpop_proof.url");
    }
    const auto seconds = json::integerMember(*claims, "iat");
    if (!seconds || *seconds < 0 || *seconds > kFarthest) {
        return refused("oauth.invalid_dpop_proof.time", "iat is no time");
    }
    out.issuedAt = fromUnixSeconds(*seconds);
    if (out.issuedAt < now - kOldest || out.issuedAt > now + kAhead) {
        return refused("oauth.invalid_dpop_proof.time", "made at " + toRfc3339(out.issuedAt));
    }
    if (request.accessToken) {
        const auto ath = json::stringMember(*claims, "ath");
        if (!ath || !crypto::constantTimeEqual(*ath, base64UrlEncode(crypto::sha256(*request.accessToken)))) {
            return refused("oauth.invalid_dpop_proof.token");
        }
    }
    out.jti = *jti;
    out.nonce = json::stringMember(*claims, "nonce").value_or("");
    return out;
}

} // namespace gatehouse::oauth
