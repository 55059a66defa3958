// SPDX-License-Identifier: Apache-2.0
// links: gatehouse_jose
// Two ways in. The bytes as a token: nothing may pass, for no key signed them. And header and payload from the bytes,
// cut at the first NUL and signed by our key, so that what lies behind the signature is reached: what passes must be
// what was signed.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/encoding.h"
#include "jose/jwt.h"

namespace {

using namespace gatehouse;
using crypto::PrivateKey;
using crypto::Signature;

const PrivateKey& key() {
    static const PrivateKey fixed = PrivateKey::fromEd25519(Bytes(32, 'k')).value();
    return fixed;
}

const jose::JwkSet& keys() {
    static const jose::JwkSet set{{{key().publicKey(), "k", "sig", "EdDSA", ""}}, {}};
    return set;
}

void require(bool ok) {
    if (!ok) {
        std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const Time now = fromUnixSeconds(1'795'302'300);
    const jose::VerifyPolicy policy{{Signature::EdDSA}, std::nullopt};
    jose::ClaimRules rules;
    rules.issuer = "https://idp.example";
    rules.audience = "client";

    // A mutator cannot find a signature of this key, but a corpus may hold one: whatever passes was parsed the same
    // way.
    if (const auto verified = jose::verifyCompact(text, keys().keys, policy)) {
        const auto parsed = jose::parseCompact(text);
        require(parsed && parsed->payload == verified->payload);
    }
    (void)jose::inspectJwt(text, now);
    require(!jose::verifyJwt(text, keys(), rules, now).empty());

    const std::size_t cut = std::min(text.find('\0'), size);
    const std::string_view header = text.substr(0, cut);
    const std::string_view payload = cut < size ? text.substr(cut + 1) : std::string_view();
    const std::string input = base64UrlEncode(header) + "." + base64UrlEncode(payload);
    const std::string token = input + "." + base64UrlEncode(key().sign(Signature::EdDSA, input).value());
    if (const auto verified = jose::verifyCompact(token, keys().keys, policy)) {
        require(verified->payload == payload && verified->key == keys().keys.data());
        require(json::stringMember(verified->header, "alg") == "EdDSA");
        require(!verified->header.contains("crit"));
    }
    (void)jose::inspectJwt(token, now);
    (void)jose::verifyJwt(token, keys(), rules, now);
    return 0;
}
