// SPDX-License-Identifier: Apache-2.0
// links: gatehouse_jose
// Whatever key is taken from a set can be published again, comes back the same, and verifies no rubbish.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "jose/jwk.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace gatehouse;
    const auto set = jose::parseJwkSet({reinterpret_cast<const char*>(data), size});
    if (!set) {
        return 0;
    }
    for (const jose::Jwk& key : set->keys) {
        const auto again = jose::parseJwk(jose::toJwk(key.key, key.kid, key.use, key.alg));
        if (!again || again->kid != key.kid || again->use != key.use || again->alg != key.alg ||
            jose::thumbprint(again->key) != jose::thumbprint(key.key) ||
            key.key.verify(crypto::Signature::ES256, "", Bytes(64, '\0')) ||
            key.key.verify(crypto::Signature::EdDSA, "", Bytes(64, '\0'))) {
            std::abort();
        }
    }
    return 0;
}
