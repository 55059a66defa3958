// SPDX-License-Identifier: Apache-2.0
#include "jose/jwe.h"

#include <array>

#include "base/encoding.h"
#include "crypto/aead.h"
#include "crypto/cbc_hmac.h"
#include "crypto/random.h"
#include "jose/compact.h"
#include "jose/jwe_keys.h"

namespace gatehouse::jose {
namespace {

tl::unexpected<Error> malformed(std::string_view detail) {
    return fail(Code::InvalidArgument, "jwe.malformed", detail);
}
tl::unexpected<Error> refused(std::string_view detail) {
    return fail(Code::InvalidArgument, "jwe.alg_refused", detail);
}

struct Envelope {
    json::Object header;
    std::string_view associatedData; ///< the header as it came (RFC 7516, 5.2, step 14)
    std::array<Bytes, 4> parts;      ///< encrypted key, nonce, ciphertext, tag
    const KeyManagement* management = nullptr;
    const ContentEncryption* content = nullptr;
};

Result<Envelope> takeApart(std::string_view token, const JwePolicy& policy) {
    if (token.size() > kLongestToken) {
        return malformed("too large");
    }
    std::array<std::string_view, 5> texts;
    if (!splitCompact(token, texts)) {
        return malformed("not five parts");
    }
    Envelope envelope;
    TRY(header, decodeHeader(texts[0], "jwe.malformed"));
    TRY(enc, optionalString(header, "enc", "jwe.malformed"));
    if (header.contains("crit")) {
        return malformed("crit");
    }
    if (header.contains("zip")) {
        return refused("zip");
    }
    envelope.management = findKeyManagement(policy.alg);
    envelope.content = findContentEncryption(policy.enc);
    if (envelope.management == nullptr || envelope.content == nullptr ||
        json::stringMember(header, "alg") != std::string_view(policy.alg) || enc != policy.enc) {
        return refused("another alg or enc than expected");
    }
    for (std::size_t i = 0; i < envelope.parts.size(); ++i) {
        auto part = base64UrlDecode(texts[i + 1]);
        if (!part) {
            return malformed("not base64url");
        }
        envelope.parts[i] = std::move(*part);
    }
    envelope.header = std::move(header);
    envelope.associatedData = texts[0];
    return envelope;
}

template <class Key>
Result<DecryptedJwe> decrypt(std::string_view token, const Key& key, const JwePolicy& policy) {
    TRY(envelope, takeApart(token, policy));
    const auto& [encryptedKey, nonce, ciphertext, tag] = envelope.parts;
    TRY(contentKey, recoverContentKey(envelope.header, encryptedKey, key, *envelope.management, *envelope.content));
    if (contentKey.reveal().size() != envelope.content->keySize) {
        return fail(Code::InvalidArgument, "jwe.decrypt");
    }
    auto plaintext = (envelope.content->gcm ? crypto::aesGcmDecrypt : crypto::aesCbcHmacDecrypt)(
        contentKey.reveal(), nonce, ciphertext, tag, envelope.associatedData);
    if (!plaintext) {
        return fail(Code::InvalidArgument, "jwe.decrypt");
    }
    return DecryptedJwe{std::move(envelope.header), std::move(*plaintext)};
}

} // namespace

Result<DecryptedJwe> decryptCompact(std::string_view token, const crypto::PrivateKey& key, const JwePolicy& policy) {
    return decrypt(token, key, policy);
}

Result<DecryptedJwe> decryptCompact(std::string_view token, const Secret& sharedKey, const JwePolicy& policy) {
    return decrypt(token, sharedKey, policy);
}

Result<std::string> encryptCompact(json::Object header, std::string_view plaintext, const crypto::PublicKey& key,
                                   const JwePolicy& policy) {
    const KeyManagement* management = findKeyManagement(policy.alg);
    const ContentEncryption* content = findContentEncryption(policy.enc);
    if (management == nullptr || content == nullptr) {
        return refused("unknown alg or enc");
    }
    if (header.contains("crit") || header.contains("zip")) {
        return malformed("crit or zip");
    }
    header["alg"] = management->name;
    header["enc"] = content->name;
    TRY(sent, sendContentKey(header, key, *management, *content));
    const std::string protectedHeader = base64UrlEncode(json::write(header));
    const Bytes nonce = crypto::randomBytes(content->nonceSize());
    TRY(parts, (content->gcm ? crypto::aesGcmEncrypt : crypto::aesCbcHmacEncrypt)(sent.contentKey.reveal(), nonce,
                                                                                  plaintext, protectedHeader));
    std::string token = protectedHeader;
    for (const BytesView part :
         {BytesView(sent.encryptedKey), BytesView(nonce), BytesView(parts.ciphertext), BytesView(parts.tag)}) {
        token.append(".").append(base64UrlEncode(part));
    }
    return token;
}

} // namespace gatehouse::jose
