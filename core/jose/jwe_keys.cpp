// SPDX-License-Identifier: Apache-2.0
#include "jose/jwe_keys.h"

#include <algorithm>
#include <array>

#include "base/encoding.h"
#include "crypto/aead.h"
#include "crypto/ecdh.h"
#include "crypto/key_wrap.h"
#include "crypto/random.h"
#include "crypto/rsa_oaep.h"
#include "jose/compact.h"
#include "jose/jwk.h"

namespace gatehouse::jose {
namespace {

using Kind = KeyManagement::Kind;

constexpr std::array<KeyManagement, 13> kManagements{{
    {"RSA-OAEP", Kind::RsaOaep, 0},
    {"RSA-OAEP-256", Kind::RsaOaep256, 0},
    {"ECDH-ES", Kind::EcdhDirect, 0},
    {"ECDH-ES+A128KW", Kind::EcdhWrap, 16},
    {"ECDH-ES+A192KW", Kind::EcdhWrap, 24},
    {"ECDH-ES+A256KW", Kind::EcdhWrap, 32},
    {"A128KW", Kind::AesWrap, 16},
    {"A192KW", Kind::AesWrap, 24},
    {"A256KW", Kind::AesWrap, 32},
    {"A128GCMKW", Kind::GcmWrap, 16},
    {"A192GCMKW", Kind::GcmWrap, 24},
    {"A256GCMKW", Kind::GcmWrap, 32},
    {"dir", Kind::Direct, 0},
}};

constexpr std::array<ContentEncryption, 6> kContents{{
    {"A128GCM", true, 16},
    {"A192GCM", true, 24},
    {"A256GCM", true, 32},
    {"A128CBC-HS256", false, 32},
    {"A192CBC-HS384", false, 48},
    {"A256CBC-HS512", false, 64},
}};

template <class Table>
auto find(const Table& table, std::string_view name) -> decltype(table.data()) {
    const auto* const found =
        std::find_if(table.begin(), table.end(), [&](const auto& line) { return line.name == name; });
    return found == table.end() ? nullptr : found;
}

tl::unexpected<Error> malformed(std::string_view detail) {
    return fail(Code::InvalidArgument, "jwe.malformed", detail);
}
tl::unexpected<Error> undecryptable() {
    return fail(Code::InvalidArgument, "jwe.decrypt");
}
tl::unexpected<Error> refused(std::string_view detail) {
    return fail(Code::InvalidArgument, "jwe.alg_refused", detail);
}

bool isCurve(crypto::KeyType type) {
    return type != crypto::KeyType::Rsa && type != crypto::KeyType::Ed25519;
}

Result<Bytes> bytesMember(const json::Object& header, std::string_view name) {
    TRY(text, optionalString(header, name, "jwe.malformed"));
    auto bytes = base64UrlDecode(text);
    if (!bytes) {
        return malformed(std::string(name) + " is not base64url");
    }
    return std::move(*bytes);
}

/// RFC 7518, 4.6.2: what is agreed on is the content key itself, or the key that wraps it.
Result<Secret> deriveKey(const json::Object& header, const Secret& agreed, const KeyManagement& management,
                         const ContentEncryption& content) {
    TRY(partyU, bytesMember(header, "apu"));
    TRY(partyV, bytesMember(header, "apv"));
    if (management.kind == Kind::EcdhDirect) {
        return crypto::concatKdf(agreed, content.name, partyU, partyV, content.keySize);
    }
    return crypto::concatKdf(agreed, management.name, partyU, partyV, management.wrappingKeySize);
}

Result<Secret> unwrap(const Secret& wrappingKey, std::string_view encryptedKey) {
    auto key = crypto::aesKeyUnwrap(wrappingKey.reveal(), encryptedKey);
    if (!key) {
        return undecryptable();
    }
    return std::move(*key);
}

Result<Secret> recoverByAgreement(const json::Object& header, std::string_view encryptedKey,
                                  const crypto::PrivateKey& key, const KeyManagement& management,
                                  const ContentEncryption& content) {
    const json::Object* ephemeral = json::objectMember(header, "epk");
    const auto parsed = ephemeral == nullptr ? Result<Jwk>(malformed("epk is missing")) : parseJwk(*ephemeral);
    if (!parsed) {
        return malformed("epk: " + parsed.error().reason);
    }
    const auto agreed = crypto::ecdhAgree(key, parsed->key);
    if (!agreed) {
        return undecryptable();
    }
    TRY(derived, deriveKey(header, *agreed, management, content));
    if (management.kind == Kind::EcdhWrap) {
        return unwrap(derived, encryptedKey);
    }
    if (!encryptedKey.empty()) {
        return malformed("an encrypted key beside ECDH-ES");
    }
    return derived;
}

} // namespace

const KeyManagement* findKeyManagement(std::string_view alg) {
    return find(kManagements, alg);
}

const ContentEncryption* findContentEncryption(std::string_view enc) {
    return find(kContents, enc);
}

Result<Secret> recoverContentKey(const json::Object& header, std::string_view encryptedKey,
                                 const crypto::PrivateKey& key, const KeyManagement& management,
                                 const ContentEncryption& content) {
    switch (management.kind) {
    case Kind::RsaOaep:
    case Kind::RsaOaep256: {
        if (key.type() != crypto::KeyType::Rsa) {
            return refused("needs an RSA key");
        }
        const auto hash = management.kind == Kind::RsaOaep ? crypto::OaepHash::Sha1 : crypto::OaepHash::Sha256;
        return crypto::rsaOaepDecryptKey(key, hash, encryptedKey, content.keySize);
    }
    case Kind::EcdhDirect:
    case Kind::EcdhWrap:
        if (!isCurve(key.type())) {
            return refused("needs a key on a P curve");
        }
        return recoverByAgreement(header, encryptedKey, key, management, content);
    case Kind::AesWrap:
    case Kind::GcmWrap:
    case Kind::Direct:
        return refused("needs a shared key");
    }
    return undecryptable();
}

Result<Secret> recoverContentKey(const json::Object& header, std::string_view encryptedKey, const Secret& sharedKey,
                                 const KeyManagement& management, const ContentEncryption& content) {
    const std::size_t size = sharedKey.reveal().size();
    if (management.kind == Kind::Direct) {
        if (size != content.keySize) {
            return refused("a shared key of another size");
        }
        if (!encryptedKey.empty()) {
            return malformed("an encrypted key beside dir");
        }
        return sharedKey;
    }
    if (management.kind != Kind::AesWrap && management.kind != Kind::GcmWrap) {
        return refused("needs a private key");
    }
    if (size != management.wrappingKeySize) {
        return refused("a shared key of another size");
    }
    if (management.kind == Kind::AesWrap) {
        return unwrap(sharedKey, encryptedKey);
    }
    TRY(nonce, bytesMember(header, "iv"));
    TRY(tag, bytesMember(header, "tag"));
    auto key = crypto::aesGcmDecrypt(sharedKey.reveal(), nonce, encryptedKey, tag, {});
    if (!key) {
        return undecryptable();
    }
    return Secret(std::move(*key));
}

Result<SentKey> sendContentKey(json::Object& header, const crypto::PublicKey& key, const KeyManagement& management,
                               const ContentEncryption& content) {
    const bool rsa = management.kind == Kind::RsaOaep || management.kind == Kind::RsaOaep256;
    const bool agreement = management.kind == Kind::EcdhDirect || management.kind == Kind::EcdhWrap;
    if ((!rsa && !agreement) || (rsa && key.type() != crypto::KeyType::Rsa) || (agreement && !isCurve(key.type()))) {
        return refused("the key does not fit");
    }
    if (rsa) {
        SentKey sent{Secret(crypto::randomBytes(content.keySize)), {}};
        const auto hash = management.kind == Kind::RsaOaep ? crypto::OaepHash::Sha1 : crypto::OaepHash::Sha256;
        TRY(encrypted, crypto::rsaOaepEncrypt(key, hash, sent.contentKey.reveal()));
        sent.encryptedKey = std::move(encrypted);
        return sent;
    }
    TRY(ephemeral, crypto::PrivateKey::generate(key.type()));
    TRY(agreed, crypto::ecdhAgree(ephemeral, key));
    header["epk"] = toJwk(ephemeral.publicKey(), "", "", "");
    TRY(derived, deriveKey(header, agreed, management, content));
    if (management.kind == Kind::EcdhDirect) {
        return SentKey{std::move(derived), {}};
    }
    SentKey sent{Secret(crypto::randomBytes(content.keySize)), {}};
    TRY(wrapped, crypto::aesKeyWrap(derived.reveal(), sent.contentKey.reveal()));
    sent.encryptedKey = std::move(wrapped);
    return sent;
}

} // namespace gatehouse::jose
