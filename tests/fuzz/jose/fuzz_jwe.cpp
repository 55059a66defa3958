// SPDX-License-Identifier: Apache-2.0
// links: gatehouse_jose
// The bytes as a token, and as a header (up to the first NUL) and plaintext that are put together and encrypted for us,
// so that the mutator reaches what lies behind the tag.
#include <array>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/encoding.h"
#include "crypto/aead.h"
#include "jose/jwe.h"

namespace {

using namespace gatehouse;

const crypto::PrivateKey& key() {
    // The private number 1: its point is the base point of P-256.
    static const crypto::PrivateKey fixed =
        crypto::PrivateKey::fromEc(
            crypto::KeyType::EcP256, Bytes(31, '\0') + '\x01',
            hexDecode("6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296").value(),
            hexDecode("4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5").value())
            .value();
    return fixed;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const Secret shared = Secret::copyOf(Bytes(16, 'k'));
    constexpr std::array<const char*, 2> kAgreements{"ECDH-ES", "ECDH-ES+A128KW"};
    constexpr std::array<const char*, 3> kShared{"dir", "A128KW", "A128GCMKW"};
    for (const char* alg : kAgreements) {
        (void)jose::decryptCompact(text, key(), {alg, "A128GCM"});
    }
    for (const char* alg : kShared) {
        (void)jose::decryptCompact(text, shared, {alg, "A128GCM"});
    }

    const std::size_t cut = std::min(text.find('\0'), size);
    const std::string header = base64UrlEncode(text.substr(0, cut));
    const std::string_view plaintext = cut < size ? text.substr(cut + 1) : std::string_view();
    const Bytes nonce(crypto::kAeadNonceSize, 'n');
    const auto sealed = crypto::aesGcmEncrypt(shared.reveal(), nonce, plaintext, header);
    const std::string token = header + ".." + base64UrlEncode(nonce) + "." + base64UrlEncode(sealed->ciphertext) + "." +
                              base64UrlEncode(sealed->tag);
    const auto opened = jose::decryptCompact(token, shared, {"dir", "A128GCM"});
    if (opened &&
        (opened->plaintext != plaintext || opened->header.contains("zip") || opened->header.contains("crit"))) {
        std::abort();
    }
    (void)jose::decryptCompact(token, key(), {"ECDH-ES", "A128GCM"});
    return 0;
}
