// SPDX-License-Identifier: Apache-2.0
#pragma once

// A response with nothing wrong with it, and what becomes of it, for tests.
#include <QtGlobal>

#include <string>

#include "saml/sp/response.h"
#include "xml/encryption.h"

namespace gatehouse::saml::sp::test {

inline const Time kNow = parseRfc3339("2026-11-23T10:00:00Z").value();
inline constexpr const char* kAcs = "https://sp.example/acs";
inline constexpr const char* kSp = "https://sp.example";
inline constexpr const char* kIdp = "https://idp.example";

inline const crypto::PrivateKey& idpKey() {
    static const crypto::PrivateKey key = crypto::PrivateKey::generate(crypto::KeyType::Rsa).value();
    return key;
}
inline const crypto::PrivateKey& ourKey() {
    static const crypto::PrivateKey key = crypto::PrivateKey::generate(crypto::KeyType::Rsa).value();
    return key;
}

inline std::string assertion(const std::string& id = "a1", const std::string& person = "alice") {
    return "<saml:Assertion xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\" ID=\"" + id +
           "\" Version=\"2.0\" IssueInstant=\"2026-11-23T09:59:58Z\"><saml:Issuer>https://idp.example</saml:Issuer>"
           "<saml:Subject><saml:NameID Format=\"urn:oasis:names:tc:SAML:2.0:nameid-format:persistent\">" +
           person +
           "</saml:NameID><saml:SubjectConfirmation Method=\"urn:oasis:names:tc:SAML:2.0:cm:bearer\">"
           "<saml:SubjectConfirmationData NotOnOrAfter=\"2026-11-23T10:04:58Z\" Recipient=\"https://sp.example/acs\" "
           "InResponseTo=\"_q1\"/></saml:SubjectConfirmation></saml:Subject>"
           "<saml:Conditions NotBefore=\"2026-11-23T09:59:28Z\" "
           "NotOnOrAfter=\"2026-11-23T10:04:58Z\"><saml:AudienceRestriction>"
           "<saml:Audience>https://sp.example</saml:Audience></saml:AudienceRestriction></saml:Conditions>"
           "<saml:AuthnStatement AuthnInstant=\"2026-11-23T09:59:50Z\" SessionIndex=\"_s1\"><saml:AuthnContext>"
           "<saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport</"
           "saml:AuthnContextClassRef>"
           "</saml:AuthnContext></saml:AuthnStatement><saml:AttributeStatement>"
           "<saml:Attribute "
           "Name=\"email\"><saml:AttributeValue>alice@corp.example</saml:AttributeValue></saml:Attribute>"
           "<saml:Attribute "
           "Name=\"groups\"><saml:AttributeValue>eng</saml:AttributeValue><saml:AttributeValue>ops</"
           "saml:AttributeValue>"
           "</saml:Attribute></saml:AttributeStatement></saml:Assertion>";
}

inline std::string response(const std::string& content, const std::string& id = "r1") {
    return "<samlp:Response xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\" "
           "xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\" ID=\"" +
           id +
           "\" Version=\"2.0\" IssueInstant=\"2026-11-23T09:59:59Z\" Destination=\"https://sp.example/acs\" "
           "InResponseTo=\"_q1\">"
           "<saml:Issuer>https://idp.example</saml:Issuer><samlp:Status><samlp:StatusCode "
           "Value=\"urn:oasis:names:tc:SAML:2.0:status:Success\"/></samlp:Status>" +
           content + "</samlp:Response>";
}

inline std::string sign(const std::string& document, std::string_view id, const crypto::PrivateKey& key = idpKey()) {
    return xml::sign(document, id, "Issuer", {key, crypto::Signature::RS256}).value();
}

inline std::string signedAssertion() {
    return sign(assertion(), "a1");
}
inline std::string assertionSigned() {
    return response(signedAssertion());
}
inline std::string responseSigned() {
    return sign(response(assertion()), "r1");
}

inline ResponseRules rules() {
    ResponseRules out;
    out.idpEntityId = kIdp;
    out.spEntityId = kSp;
    out.acsUrl = kAcs;
    out.keys = {idpKey().publicKey()};
    out.decryptionKeys = {ourKey()};
    out.inResponseTo = "_q1";
    return out;
}

/// The name of the first check that failed, or "accepted".
inline std::string outcome(const std::string& message, const ResponseRules& by = rules()) {
    const ResponseVerdict verdict = judgeResponse(message, by, kNow);
    const Check* failed = firstFailure(verdict.checks);
    return failed == nullptr ? (verdict.assertion ? "accepted" : "no failure and nobody") : failed->name;
}

/// The person of what is accepted; what is wrong otherwise, in brackets.
inline std::string person(const std::string& message, const ResponseRules& by = rules()) {
    const ResponseVerdict verdict = judgeResponse(message, by, kNow);
    return verdict.assertion ? verdict.assertion->nameId->value : "(" + outcome(message, by) + ")";
}

inline std::string replaced(std::string text, std::string_view what, std::string_view with) {
    const std::size_t at = text.find(what);
    if (at == std::string::npos) {
        qFatal("nothing to replace: %s", std::string(what).c_str());
    }
    return text.replace(at, what.size(), with);
}

inline std::string elementOf(const std::string& text, std::string_view name) {
    const std::size_t begin = text.find("<" + std::string(name));
    const std::string end = "</" + std::string(name) + ">";
    return text.substr(begin, text.find(end, begin) + end.size() - begin);
}

inline std::string encryptedFor(const std::string& element, const crypto::PublicKey& key = ourKey().publicKey()) {
    return "<saml:EncryptedAssertion>" + xml::encrypt(element, key).value() + "</saml:EncryptedAssertion>";
}

} // namespace gatehouse::saml::sp::test
