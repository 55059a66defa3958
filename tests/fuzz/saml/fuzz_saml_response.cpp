// SPDX-License-Identifier: Apache-2.0
// links: gatehouse_saml_sp
// The bytes as a response: nothing that the provider did not sign is accepted. Then the same with its root signed by
// the provider, so that the mutator reaches what lies behind the signature; and what is accepted then says what was
// signed.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "saml/sp/inspect.h"
#include "saml/sp/response.h"

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

saml::sp::ResponseRules rules() {
    saml::sp::ResponseRules out;
    out.idpEntityId = "https://idp.example";
    out.spEntityId = "https://sp.example";
    out.acsUrl = "https://sp.example/acs";
    out.inResponseTo = "_q1";
    out.keys = {key().publicKey()};
    out.decryptionKeys = {key()};
    return out;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    const Time now = fromUnixSeconds(1795428000); // 2026-11-23T10:00:00Z
    (void)saml::sp::inspectMessage(text);
    if (saml::sp::judgeResponse(text, rules(), now).assertion) {
        std::abort();
    }
    const auto tree = xml::Tree::parse(text);
    if (!tree || tree->root().id().empty()) {
        return 0;
    }
    const bool hasIssuer = tree->root().firstChild() && tree->root().firstChild()->localName() == "Issuer";
    const auto message =
        xml::sign(text, tree->root().id(), hasIssuer ? "Issuer" : "", {key(), crypto::Signature::ES256});
    if (!message) {
        return 0;
    }
    const auto verdict = saml::sp::judgeResponse(*message, rules(), now);
    if (verdict.assertion &&
        (verdict.assertion->issuer != "https://idp.example" || verdict.issuer != "https://idp.example" ||
         verdict.inResponseTo != "_q1" || !verdict.assertion->nameId)) {
        std::abort();
    }
    return 0;
}
