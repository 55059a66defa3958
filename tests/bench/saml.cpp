// SPDX-License-Identifier: Apache-2.0
// What proving a SAML response costs: beside the raw RSA verification and canonicalisation of the same message by
// libxml2 and OpenSSL, with nothing judged or read; and what hostile messages cost before they are refused.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "claims/evaluate.h"
#include "crypto/hash.h"
#include "saml/sp/claims_of.h"
#include "saml/sp/response.h"
#include "saml/wire/pasted.h"
#include "tests/support/libxml2_form.h"
#include "wire.h"
#include "xml/canonical.h"
#include "xml/signature.h"

namespace {

using namespace gatehouse;

constexpr double kMostOfRaw = 1.2;
constexpr double kMostMillis = 100;
constexpr int kRounds = 9;
constexpr int kEach = 400;

constexpr const char* kMapping =
    R"({"attributes":[{"target":"email","source":"mail","required":true,"transforms":["trim","lowercase"]},
        {"target":"displayName","source":["name","urn:oid:2.5.4.1"]},{"target":"givenName","source":"given_name"},
        {"target":"familyName","source":"family_name"}],
        "roles":[{"when":{"claim":"urn:oid:2.5.4.3","op":"contains","value":"length"},"assign":["admin"]}],
        "defaultRoles":["member"],"groups":{"source":"groups","create":true}})";

double cpuSeconds() {
    std::timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return double(now.tv_sec) + double(now.tv_nsec) * 1e-9;
}

/// Microseconds of CPU, the middle one of some rounds.
double micros(const std::function<void()>& work, int each = kEach) {
    std::vector<double> rounds;
    for (int i = 0; i < kRounds; ++i) {
        const double begun = cpuSeconds();
        for (int k = 0; k < each; ++k) {
            work();
        }
        rounds.push_back((cpuSeconds() - begun) / each * 1e6);
    }
    std::sort(rounds.begin(), rounds.end());
    return rounds[kRounds / 2];
}

/// A response as a provider with a dozen attributes sends it, its assertion signed.
std::string message(const crypto::PrivateKey& key) {
    std::string attributes =
        "<saml:Attribute Name=\"mail\"><saml:AttributeValue>alice@idp.example</saml:AttributeValue></saml:Attribute>";
    for (int i = 0; i < 11; ++i) {
        attributes +=
            "<saml:Attribute Name=\"urn:oid:2.5.4." + std::to_string(i) +
            "\" NameFormat=\"urn:oasis:names:tc:SAML:2.0:attrname-format:uri\"><saml:AttributeValue "
            "xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
            "xsi:type=\"xs:string\">a value of some length " +
            std::to_string(i) + "</saml:AttributeValue></saml:Attribute>";
    }
    const std::string assertion =
        "<saml:Assertion xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\" ID=\"_a1\" Version=\"2.0\" "
        "IssueInstant=\"2026-11-23T09:59:58Z\"><saml:Issuer>https://idp.example</"
        "saml:Issuer><saml:Subject><saml:NameID "
        "Format=\"urn:oasis:names:tc:SAML:2.0:nameid-format:persistent\">alice</saml:NameID><saml:SubjectConfirmation "
        "Method=\"urn:oasis:names:tc:SAML:2.0:cm:bearer\"><saml:SubjectConfirmationData "
        "NotOnOrAfter=\"2026-11-23T10:04:58Z\" "
        "Recipient=\"https://sp.example/acs\" "
        "InResponseTo=\"_q1\"/></saml:SubjectConfirmation></saml:Subject><saml:Conditions "
        "NotBefore=\"2026-11-23T09:59:28Z\" "
        "NotOnOrAfter=\"2026-11-23T10:04:58Z\"><saml:AudienceRestriction><saml:Audience>"
        "https://sp.example</saml:Audience></saml:AudienceRestriction></saml:Conditions><saml:AuthnStatement "
        "AuthnInstant=\"2026-11-23T09:59:50Z\" SessionIndex=\"_s1\"><saml:AuthnContext><saml:AuthnContextClassRef>"
        "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport</saml:AuthnContextClassRef></"
        "saml:AuthnContext>"
        "</saml:AuthnStatement><saml:AttributeStatement>" +
        attributes + "</saml:AttributeStatement></saml:Assertion>";
    const auto made = xml::sign(assertion, "_a1", "Issuer", {key, crypto::Signature::RS256});
    return "<samlp:Response xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\" ID=\"_r1\" Version=\"2.0\" "
           "IssueInstant=\"2026-11-23T09:59:59Z\" Destination=\"https://sp.example/acs\" "
           "InResponseTo=\"_q1\"><saml:Issuer "
           "xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\">https://idp.example</"
           "saml:Issuer><samlp:Status><samlp:StatusCode "
           "Value=\"urn:oasis:names:tc:SAML:2.0:status:Success\"/></samlp:Status>" +
           made.value() + "</samlp:Response>";
}

saml::sp::ResponseRules rulesFor(const crypto::PrivateKey& key) {
    saml::sp::ResponseRules rules;
    rules.idpEntityId = "https://idp.example";
    rules.spEntityId = "https://sp.example";
    rules.acsUrl = "https://sp.example/acs";
    rules.inResponseTo = "_q1";
    rules.keys = {key.publicKey()};
    return rules;
}

std::string times(std::string_view what, int count) {
    std::string out;
    for (int i = 0; i < count; ++i) {
        out.append(what);
    }
    return out;
}

/// Canonical form writes one declaration again for each of ten thousand siblings: a gibibyte, if nobody looks.
std::string growing() {
    const crypto::PrivateKey key = crypto::PrivateKey::generate(crypto::KeyType::Rsa).value();
    const std::string space = "xmlns:x=\"urn:" + times("x", 128 * 1024) + "\"";
    std::string text = message(key);
    text.insert(text.find(" xmlns:samlp"), " " + space);
    const std::size_t value = text.find("a value of some length");
    return text.insert(value, times("<x:b></x:b>", 10'000));
}

/// A mebibyte of each shape, and as much as is looked at at all.
std::vector<std::pair<std::string, std::string>> hostile() {
    std::vector<std::pair<std::string, std::string>> out;
    const auto add = [&](const std::string& name, const std::string& begin, std::string_view middle,
                         const std::string& end) {
        for (const std::size_t size : {std::size_t(1024) * 1024, std::size_t(256) * 1024 - 1}) {
            const std::size_t room = size - begin.size() - end.size();
            out.emplace_back(name + ", " + std::to_string(size / 1024) + " KiB",
                             begin + times(middle, int(room / middle.size())) + end);
        }
    };
    add("attributes on one element", "<a ", "b='c' ", "/>");
    add("namespaces on one element", "<a ", "xmlns:b='urn:c' ", "/>");
    add("open elements", "", "<a>", "");
    add("siblings", "<a>", "<b/>", "</a>");
    add("text", "<a>", "x", "</a>");
    add("references", "<a>", "&#65;", "</a>");
    add("line ends", "<a>", "\r\n", "</a>");
    add("comments", "<a>", "<!---->", "</a>");
    add("IDs", "<a>", "<b ID='c'/>", "</a>");
    add("declarations in siblings", "<a>", "<b xmlns:c='urn:c'/>", "</a>");
    add("attributes in siblings", "<a>", "<b c='d' e='f' g='h'/>", "</a>");
    add("white space in a tag", "<a", " ", "/>");
    add("assertions in a response",
        "<p:Response xmlns:p='urn:oasis:names:tc:SAML:2.0:protocol' xmlns='urn:oasis:names:tc:SAML:2.0:assertion' "
        "ID='r'>",
        "<Assertion/>", "</p:Response>");
    out.emplace_back("a long namespace that siblings use, 256 KiB", growing());
    return out;
}

} // namespace

int main() {
    const auto key = crypto::PrivateKey::generate(crypto::KeyType::Rsa).value();
    const std::string text = message(key);
    const saml::sp::ResponseRules rules = rulesFor(key);
    const Time now = parseRfc3339("2026-11-23T10:00:00Z").value();
    const auto mapping = claims::parseMapping(json::parse(kMapping).value()).value();
    if (!saml::sp::judgeResponse(text, rules, now).assertion) {
        bench::giveUp("the message is not accepted");
    }

    // Raw: what is signed and SignedInfo, canonicalised; the digest; the verification. From the text, since there is
    // nothing to canonicalise before it is read.
    const auto tree = xml::Tree::parse(text).value();
    const auto assertion = tree.withId("_a1").value();
    const auto signature = assertion.children()[1];
    const auto signedInfo = *signature.firstChild();
    const std::string canonical = xml::canonical(signedInfo).value();
    const Bytes value = key.sign(crypto::Signature::RS256, canonical).value();
    const auto publicKey = key.publicKey();
    const double raw = micros([&] {
        const auto form = test::Libxml2Form::of(tree);
        const auto content = form->exclusive(assertion, signature);
        (void)crypto::sha256(*content);
        (void)publicKey.verify(crypto::Signature::RS256, form->exclusive(signedInfo).value(), value);
    });
    const double whole = micros([&] {
        const auto verdict = saml::sp::judgeResponse(text, rules, now);
        if (!claims::map(mapping, saml::sp::claimsOf(*verdict.assertion)).ok()) {
            bench::giveUp("nobody comes of the message");
        }
    });
    std::printf("%-46s %10.1f us\n", "raw RSA verification and canonicalisation", raw);
    std::printf("%-46s %10.1f us   %.2f of raw, goal under %.1f%s\n",
                ("a response of " + std::to_string(text.size()) + " octets, proven, read and mapped").c_str(), whole,
                whole / raw, kMostOfRaw, whole / raw > kMostOfRaw ? "  BELOW" : "");

    double worst = 0;
    for (const auto& [name, document] : hostile()) {
        const double millis = micros([&] { (void)saml::sp::judgeResponse(document, rules, now); }, 1) / 1000;
        worst = std::max(worst, millis);
        std::printf("%-46s %10.2f ms\n", name.c_str(), millis);
    }
    std::printf("%-46s %10.2f ms   goal under %.0f%s\n", "the dearest hostile message", worst, kMostMillis,
                worst > kMostMillis ? "  BELOW" : "");
    return 0;
}
