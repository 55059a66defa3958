// SPDX-License-Identifier: Apache-2.0
#include "xml/encryption.h"

#include <algorithm>
#include <optional>

#include "crypto/aead.h"
#include "crypto/aes_cbc.h"
#include "crypto/random.h"
#include "crypto/rsa_oaep.h"
#include "xml/algorithms.h"
#include "xml/syntax.h"

namespace gatehouse::xml {
namespace {

constexpr std::string_view kOaepMgf1p = "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p";
constexpr std::string_view kOaep = "http://www.w3.org/2009/xmlenc11#rsa-oaep";
constexpr std::string_view kAes256Gcm = "http://www.w3.org/2009/xmlenc11#aes256-gcm";
constexpr std::string_view kSha1 = "http://www.w3.org/2000/09/xmldsig#sha1";
constexpr std::string_view kSha256 = "http://www.w3.org/2001/04/xmlenc#sha256";
constexpr std::size_t kMostKeys = 8;
constexpr std::size_t kGcmNonce = 12;
constexpr std::size_t kGcmTag = 16;
constexpr std::size_t kCbcIv = 16;

tl::unexpected<Error> wrong(std::string_view detail) {
    return fail(Code::InvalidArgument, "encryption.shape", detail);
}
tl::unexpected<Error> refused(std::string_view algorithm) {
    return fail(Code::Unauthenticated, "encryption.algorithm", algorithm);
}
tl::unexpected<Error> unopened() {
    return fail(Code::Unauthenticated, "encryption.open");
}

struct Content {
    std::string_view uri;
    std::size_t keySize;
    bool gcm;
};
constexpr Content kContents[] = {
    {"http://www.w3.org/2009/xmlenc11#aes128-gcm", 16, true},
    {kAes256Gcm, 32, true},
    {"http://www.w3.org/2001/04/xmlenc#aes128-cbc", 16, false},
    {"http://www.w3.org/2001/04/xmlenc#aes256-cbc", 32, false},
};

Result<Element> methodOf(const Element& encrypted) {
    const auto method = encrypted.child(kEncryptionSpace, "EncryptionMethod");
    return method ? Result<Element>(*method) : wrong("no EncryptionMethod");
}

/// The octets of CipherData/CipherValue, the only form that brings them along.
Result<Bytes> cipherOf(const Element& encrypted) {
    const auto data = encrypted.child(kEncryptionSpace, "CipherData");
    const auto value = data ? data->firstChild() : std::nullopt;
    if (!value || !value->is(kEncryptionSpace, "CipherValue") || value->nextSibling()) {
        return wrong("no CipherValue");
    }
    auto text = value->text();
    if (!text) {
        return wrong("an element in CipherValue");
    }
    text->erase(std::remove_if(text->begin(), text->end(), isSpace), text->end());
    auto octets = base64Decode(*text);
    return octets ? std::move(octets) : wrong("CipherValue is no base64");
}

Result<const Content*> contentOf(const Element& data, Cbc cbc) {
    TRY(method, methodOf(data));
    const std::string_view uri = method.attribute("Algorithm").value_or("");
    const Content* found =
        std::find_if(std::begin(kContents), std::end(kContents), [&](const Content& each) { return each.uri == uri; });
    if (found == std::end(kContents) || (!found->gcm && cbc == Cbc::Refuse)) {
        return refused(uri);
    }
    return found;
}

Result<crypto::OaepHash> hashNamed(std::string_view uri, std::string_view sha1, std::string_view sha256) {
    if (uri.empty() || uri == sha1) {
        return crypto::OaepHash::Sha1; // the default of both (5.5.2)
    }
    return uri == sha256 ? Result<crypto::OaepHash>(crypto::OaepHash::Sha256) : refused(uri);
}

Result<crypto::Oaep> oaepOf(const Element& encryptedKey) {
    TRY(method, methodOf(encryptedKey));
    const std::string_view uri = method.attribute("Algorithm").value_or("");
    const auto digest = method.child(kSignatureSpace, "DigestMethod");
    const auto mgf = method.child(kEncryption11Space, "MGF");
    if ((uri != kOaepMgf1p && uri != kOaep) || method.child(kEncryptionSpace, "OAEPparams")) {
        return refused(uri);
    }
    TRY(digestHash, hashNamed(digest ? digest->attribute("Algorithm").value_or("") : "", kSha1, kSha256));
    TRY(mgfHash, hashNamed(mgf && uri == kOaep ? mgf->attribute("Algorithm").value_or("") : "",
                           "http://www.w3.org/2009/xmlenc11#mgf1sha1", "http://www.w3.org/2009/xmlenc11#mgf1sha256"));
    return crypto::Oaep(digestHash, mgfHash);
}

/// Those in KeyInfo and those beside the data, where a RetrievalMethod may point to (SAML V2.0 Core, 2.3.4): each is
/// tried, so it does not matter which it names.
Result<std::vector<Element>> encryptedKeys(const Element& around, const Element& data) {
    std::vector<Element> keys;
    if (const auto info = data.child(kSignatureSpace, "KeyInfo")) {
        keys = info->children(kEncryptionSpace, "EncryptedKey");
    }
    for (const Element& each : around.children(kEncryptionSpace, "EncryptedKey")) {
        keys.push_back(each);
    }
    return keys.empty() || keys.size() > kMostKeys ? wrong("no EncryptedKey, or too many")
                                                   : Result<std::vector<Element>>(std::move(keys));
}

Result<Bytes> openContent(const Content& content, BytesView key, BytesView octets) {
    if (!content.gcm) {
        return octets.size() < kCbcIv ? unopened()
                                      : crypto::aesCbcDecrypt(key, octets.substr(0, kCbcIv), octets.substr(kCbcIv));
    }
    if (octets.size() < kGcmNonce + kGcmTag) {
        return unopened();
    }
    const std::size_t length = octets.size() - kGcmNonce - kGcmTag;
    return crypto::aesGcmDecrypt(key, octets.substr(0, kGcmNonce), octets.substr(kGcmNonce, length),
                                 octets.substr(kGcmNonce + length), {});
}

/// Whether the tag that a text begins with makes this declaration.
bool declares(std::string_view head, std::string_view name) {
    for (std::size_t at = head.find(name); at != std::string_view::npos; at = head.find(name, at + 1)) {
        const std::string_view rest = head.substr(at + name.size());
        if (at > 0 && isSpace(head[at - 1]) &&
            rest.substr(0, rest.find('=')).find_first_not_of(" \t\r\n") == std::string_view::npos) {
            return true;
        }
    }
    return false;
}

/// The decrypted element with the declarations around it that it does not make itself. Whatever is wrong with it,
/// Tree::parse says.
std::string asDocument(std::string_view element, const Element& around) {
    const std::string_view head = element.substr(0, element.find('>'));
    const std::size_t nameEnd = element.find_first_of(" \t\r\n/>", 1);
    std::string out(element);
    if (!head.starts_with('<') || head.starts_with("<?") || nameEnd == std::string_view::npos) {
        return out;
    }
    std::string declarations;
    for (const auto& [prefix, space] : around.namespacesInScope()) {
        const std::string name = prefix.empty() ? "xmlns" : "xmlns:" + prefix;
        if (!space.empty() && space.find_first_of("<&\"") == std::string::npos && !declares(head, name)) {
            declarations.append(" ").append(name).append("=\"").append(space).append("\"");
        }
    }
    return out.insert(nameEnd, declarations);
}

} // namespace

Result<std::string> decrypt(const Element& around, const std::vector<crypto::PrivateKey>& keys, Cbc cbc) {
    const std::vector<Element> all = around.children(kEncryptionSpace, "EncryptedData");
    if (all.size() != 1) {
        return wrong("not exactly one EncryptedData");
    }
    const Element& data = all.front();
    TRY(content, contentOf(data, cbc));
    TRY(octets, cipherOf(data));
    TRY(wrapped, encryptedKeys(around, data));
    for (const Element& each : wrapped) {
        TRY(oaep, oaepOf(each));
        TRY(cipher, cipherOf(each));
        for (const crypto::PrivateKey& key : keys) {
            const auto unwrapped = crypto::rsaOaepDecryptKey(key, oaep, cipher, content->keySize);
            if (!unwrapped) {
                continue; // a key of another family
            }
            if (const auto opened = openContent(*content, unwrapped->reveal(), octets)) {
                return asDocument(*opened, around);
            }
        }
    }
    return unopened();
}

Result<std::string> encrypt(std::string_view element, const crypto::PublicKey& recipient) {
    const Secret key(crypto::randomBytes(32));
    const Bytes nonce = crypto::randomBytes(kGcmNonce);
    TRY(wrapped, crypto::rsaOaepEncrypt(recipient, crypto::OaepHash::Sha1, key.reveal()));
    TRY(sealed, crypto::aesGcmEncrypt(key.reveal(), nonce, element, {}));
    const auto algorithm = [](std::string_view uri) { return " Algorithm=\"" + std::string(uri) + "\""; };
    const auto value = [](BytesView octets) {
        return "<xenc:CipherData><xenc:CipherValue>" + base64Encode(octets) + "</xenc:CipherValue></xenc:CipherData>";
    };
    return "<xenc:EncryptedData xmlns:xenc=\"" + std::string(kEncryptionSpace) + "\" Type=\"" +
           std::string(kEncryptionSpace) + "Element\"><xenc:EncryptionMethod" + algorithm(kAes256Gcm) +
           "/><ds:KeyInfo xmlns:ds=\"" + std::string(kSignatureSpace) + "\"><xenc:EncryptedKey><xenc:EncryptionMethod" +
           algorithm(kOaepMgf1p) + "><ds:DigestMethod" + algorithm(kSha1) + "/></xenc:EncryptionMethod>" +
           value(wrapped) + "</xenc:EncryptedKey></ds:KeyInfo>" + value(nonce + sealed.ciphertext + sealed.tag) +
           "</xenc:EncryptedData>";
}

} // namespace gatehouse::xml
