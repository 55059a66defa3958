// SPDX-License-Identifier: Apache-2.0
#include "saml/sp/response.h"

#include <algorithm>
#include <string>

#include "saml/sp/check_list.h"
#include "saml/sp/reading.h"
#include "saml/sp/shape.h"
#include "saml/wire/names.h"
#include "xml/encryption.h"

namespace gatehouse::saml::sp {
namespace {

using wire::kAssertionSpace;
using wire::kProtocolSpace;

constexpr const char* kWebSso = "SAML V2.0 Profiles, 4.1.4.2";
constexpr const char* kSignatures = "SAML V2.0 Core, 5.4";

constexpr int kSmallestRsa = 2048;

std::string orMissing(std::string_view text) {
    return text.empty() ? "missing" : std::string(text.substr(0, 200));
}

/// One message on its way through the checks.
class Judge {
public:
    Judge(const ResponseRules& rules, Time now, ResponseVerdict& verdict)
        : m_rules(rules)
        , m_now(now)
        , m_verdict(verdict)
        , m_list(verdict.checks) {}

    void judge(std::string message) {
        auto tree = xml::Tree::parse(std::move(message));
        if (!held("saml.xml", "XML of the kind that SAML needs", tree, "XML 1.0")) {
            return;
        }
        m_verdict.clear = tree->text();
        const auto carried = readShape(tree->root());
        if (!held("saml.shape", "one response with one assertion in it", carried, "SAML V2.0 Core, 3.3.3")) {
            return;
        }
        // What a signature does not prove is still looked at, so that all that is wrong is said at once. It comes to
        // nothing: a check has failed.
        const auto proven = proveIfSigned(*tree, tree->root(), "saml.signature.response", m_rules.wantResponseSigned);
        const xml::Tree& response = proven ? proven->tree : *tree;
        readEnvelope(response.root(), proven.has_value());
        if (!readStatus(response.root())) {
            return;
        }
        if (!*carried) {
            m_list.add("saml.shape.assertion", false, "an assertion", "none", "Correct the identity provider.",
                       "SAML V2.0 Core, 3.3.3");
            return;
        }
        readCarried(*tree, **carried, response, proven.has_value());
    }

private:
    template <class T>
    bool held(std::string name, std::string expected, const Result<T>& result, std::string spec) {
        return m_list.add(std::move(name), result.has_value(), std::move(expected),
                          result ? "as wanted"
                                 : result.error().reason +
                                       (result.error().detail.empty() ? "" : ": " + result.error().detail),
                          "Show the message to whoever runs the identity provider: it is not as SAML wants it, or it "
                          "was changed on its way.",
                          std::move(spec));
    }

    /// The element as its own signature proves it. A signature that is there has to hold, wanted or not.
    std::optional<xml::Verified> proveIfSigned(const xml::Tree& tree, const xml::Element& element, const char* name,
                                               bool wanted) {
        const auto signature = xml::signatureIn(element);
        if (m_rules.provenBefore && signature && *signature) {
            m_list.add(name, true, "signed by a key of the connection", "held when it came", {}, kSignatures);
            m_coveredBefore = true;
            return std::nullopt;
        }
        if (signature && !*signature && !wanted) {
            m_list.skip(name, "not signed itself");
            return std::nullopt;
        }
        auto verified = xml::verify(tree, element, m_rules.keys, m_rules.sha1);
        m_list.add(name, verified.has_value(), "signed by a key of the connection",
                   verified ? verified->signatureMethod
                            : verified.error().reason +
                                  (verified.error().detail.empty() ? "" : ": " + verified.error().detail),
                   "Check that the connection has the identity provider's current certificate and that it signs what "
                   "is wanted, with SHA-256.",
                   kSignatures);
        if (verified && verified->sha1) {
            m_list.warn("saml.signature.sha1", "SHA-256 or better", "SHA-1",
                        "Let the identity provider sign with SHA-256.", "NIST SP 800-131A");
        }
        if (verified && m_rules.keys[verified->key].type() == crypto::KeyType::Rsa &&
            m_rules.keys[verified->key].bits() < kSmallestRsa) {
            m_list.warn("saml.signature.key_size", "RSA with 2,048 bits or more",
                        std::to_string(m_rules.keys[verified->key].bits()) + " bits",
                        "Let the identity provider make a new key.", "NIST SP 800-131A");
        }
        return verified ? std::optional(std::move(*verified)) : std::nullopt;
    }

    void readEnvelope(const xml::Element& response, bool isSigned) {
        const auto attribute = [&](std::string_view name) {
            return std::string(response.attribute(name).value_or(""));
        };
        m_verdict.id = attribute("ID");
        m_verdict.inResponseTo = attribute("InResponseTo");
        m_verdict.issuer = textOf(response, "Issuer").value_or("");
        m_list.add("saml.version", attribute("Version") == "2.0" && !m_verdict.id.empty(), "an ID and Version 2.0",
                   m_verdict.id.empty() ? "no ID" : orMissing(attribute("Version")), "Correct the identity provider.",
                   "SAML V2.0 Core, 3.2.2");
        checkDestination(response, isSigned);
        checkIssueInstant(attribute("IssueInstant"));
        checkAnswer();
        m_list.add("saml.issuer",
                   !m_verdict.issuer.empty() && (!m_rules.idpEntityId || m_verdict.issuer == *m_rules.idpEntityId),
                   m_rules.idpEntityId.value_or("an issuer"), orMissing(m_verdict.issuer),
                   "Correct the identity provider's entity ID at the connection.", kWebSso);
    }

    void checkIssueInstant(const std::string& text) {
        const auto issued = parseRfc3339(text);
        const bool tooOld =
            issued && m_rules.longestUnderWay && *issued < m_now - std::max(*m_rules.longestUnderWay, m_rules.skew);
        m_list.add("saml.issue_instant", issued && *issued <= m_now + m_rules.skew && !tooOld,
                   "a time that has come, not long ago", orMissing(text), "Set the clocks right on both sides.",
                   "SAML V2.0 Core, 3.2.2");
    }

    // A signed message has to name its destination (SAML V2.0 Bindings, 3.5.5.2); one that names it names us.
    void checkDestination(const xml::Element& response, bool isSigned) {
        const auto destination = response.attribute("Destination");
        m_destination = destination ? std::optional(std::string(*destination)) : std::nullopt;
        if (!m_rules.acsUrl) {
            m_list.add("saml.destination", !destination || !destination->empty(), "a destination", "empty",
                       "Correct the identity provider.", "SAML V2.0 Core, 3.2.2");
            return;
        }
        const bool right = destination ? *destination == *m_rules.acsUrl : !isSigned;
        m_list.add("saml.destination", right, *m_rules.acsUrl, orMissing(destination.value_or("")),
                   "Correct the reply URL (ACS URL) at the identity provider.", "SAML V2.0 Bindings, 3.5.5.2");
    }

    void checkAnswer() {
        const std::string& said = m_verdict.inResponseTo;
        switch (m_rules.answers) {
        case Answers::Anything:
            m_list.skip("saml.in_response_to", said.empty() ? "it answers no request" : "the request is not known");
            return;
        case Answers::Nothing:
            m_list.add("saml.in_response_to", said.empty(), "no request", orMissing(said),
                       "Begin the sign-in at the app.", kWebSso);
            return;
        case Answers::Request:
            m_list.add("saml.in_response_to", !said.empty() && said == m_rules.inResponseTo, m_rules.inResponseTo,
                       orMissing(said), "Begin the sign-in again at the app.", kWebSso);
            return;
        }
    }

    bool readStatus(const xml::Element& response) {
        const auto status = response.child(kProtocolSpace, "Status");
        const auto code = status ? status->child(kProtocolSpace, "StatusCode") : std::nullopt;
        const auto second = code ? code->child(kProtocolSpace, "StatusCode") : std::nullopt;
        const std::string value(code ? code->attribute("Value").value_or("") : "");
        m_verdict.status = second ? std::string(second->attribute("Value").value_or("")) : value;
        const auto message = status ? status->child(kProtocolSpace, "StatusMessage") : std::nullopt;
        const std::string said = message ? message->text().value_or("").substr(0, 200) : "";
        return m_list.add("saml.status", value == wire::kStatusSuccess, std::string(wire::kStatusSuccess),
                          orMissing(m_verdict.status) + (said.empty() ? "" : " (" + said + ")"),
                          "The identity provider refused: its own log says why.", "SAML V2.0 Core, 3.2.2.2");
    }

    /// Finds the octets that the assertion is to be read from, and reads it.
    void readCarried(const xml::Tree& tree, const Carried& carried, const xml::Tree& response, bool responseProven) {
        if (carried.encrypted) {
            readEncrypted(tree, carried.element,
                          responseProven ? *response.root().child(kAssertionSpace, "EncryptedAssertion")
                                         : carried.element,
                          responseProven);
            return;
        }
        m_list.add("saml.encryption", !m_rules.wantEncrypted, m_rules.wantEncrypted ? "an encrypted assertion" : "any",
                   "in clear", "Let the identity provider encrypt with our certificate.", "SAML V2.0 Core, 6.1");
        const auto own = proveIfSigned(tree, carried.element, "saml.signature.assertion", m_rules.wantAssertionSigned);
        checkCovered(responseProven || own);
        read(own ? own->tree.root() : *response.root().child(kAssertionSpace, "Assertion"), false);
    }

    /// `place`: where it stands in the message; `element`: the same as it was proven.
    void readEncrypted(const xml::Tree& message, const xml::Element& place, const xml::Element& element,
                       bool responseProven) {
        auto text = xml::decrypt(element, m_rules.decryptionKeys, responseProven ? xml::Cbc::Allow : xml::Cbc::Refuse);
        if (!held("saml.decryption", "encrypted with AES-GCM for one of our keys", text, "SAML V2.0 Core, 6.1")) {
            return;
        }
        m_verdict.clear.replace(std::size_t(place.source().data() - message.text().data()), place.source().size(),
                                *text);
        auto tree = xml::Tree::parse(std::move(*text));
        if (!held("saml.decryption.xml", "XML of the kind that SAML needs", tree, "XML 1.0")) {
            return;
        }
        if (!held("saml.decryption.shape", "one assertion", checkAssertionShape(tree->root()),
                  "SAML V2.0 Core, 2.3.3")) {
            return;
        }
        const auto own = proveIfSigned(*tree, tree->root(), "saml.signature.assertion", m_rules.wantAssertionSigned);
        checkCovered(responseProven || own);
        read(own ? own->tree.root() : tree->root(), true);
    }

    void checkCovered(bool isSigned) {
        isSigned = isSigned || m_coveredBefore;
        m_list.add("saml.signature", isSigned, "a signature over the response or the assertion",
                   isSigned ? "given" : "none", "Let the identity provider sign.", kSignatures);
    }

    /// In what is recorded the NameID stands as it was opened.
    void keepOpened(const std::string& nameId) {
        const auto tree = xml::Tree::parse(m_verdict.clear);
        for (const xml::Element& each : tree ? tree->root().withDescendants() : std::vector<xml::Element>()) {
            if (each.is(kAssertionSpace, "EncryptedID") && each.parent() &&
                each.parent()->is(kAssertionSpace, "Subject")) {
                m_verdict.clear.replace(std::size_t(each.source().data() - tree->text().data()), each.source().size(),
                                        nameId);
                return;
            }
        }
    }

    void read(const xml::Element& element, bool encrypted) {
        Assertion assertion = readAssertion(element, {m_verdict.inResponseTo, m_destination}, m_rules, m_now, m_list);
        assertion.encrypted = encrypted;
        m_list.add("saml.issuers", assertion.issuer == m_verdict.issuer, m_verdict.issuer, assertion.issuer,
                   "Response and assertion have to come from the same identity provider.", kWebSso);
        if (!assertion.openedNameId.empty()) {
            keepOpened(assertion.openedNameId);
        }
        if (firstFailure(m_verdict.checks) == nullptr) {
            m_verdict.assertion = std::move(assertion);
        }
    }

    const ResponseRules& m_rules;
    const Time m_now;
    ResponseVerdict& m_verdict;
    CheckList m_list;
    std::optional<std::string> m_destination;
    bool m_coveredBefore = false; ///< a signature is there that held when the message came
};

} // namespace

Result<Assertion> readUnproven(std::string message) {
    TRY(tree, xml::Tree::parse(std::move(message)));
    TRY(carried, readShape(tree.root()));
    if (!carried) {
        return fail(Code::InvalidArgument, "saml.shape", "no assertion");
    }
    if (carried->encrypted) {
        return fail(Code::InvalidArgument, "saml.decryption", "the assertion is encrypted");
    }
    Checks ignored;
    CheckList list(ignored);
    ResponseRules rules;
    rules.needsNameId = false;
    return readAssertion(carried->element, {}, rules, Time(), list);
}

ResponseVerdict judgeResponse(std::string message, const ResponseRules& rules, Time now) {
    ResponseVerdict verdict;
    Judge(rules, now, verdict).judge(std::move(message));
    return verdict;
}

} // namespace gatehouse::saml::sp
