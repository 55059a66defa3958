// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "saml/sp/examine.h"
#include "saml/sp/tst_saml_provider.h"

using namespace gatehouse;
using saml::sp::Examination;
using saml::sp::Examined;

namespace {

std::string statusOf(const Examined& examined, std::string_view name) {
    for (const Check& check : examined.checks) {
        if (check.name == name) {
            return statusName(check.status);
        }
    }
    return "absent";
}

std::string refusal(const Examined& examined) {
    const Check* failed = firstFailure(examined.checks);
    return failed == nullptr ? "" : failed->name;
}

std::string without(std::string text, const std::string& part) {
    if (const std::size_t at = text.find(part); at != std::string::npos) {
        text.erase(at, part.size());
    }
    return text;
}

/// The assertion of a response, encrypted for somebody.
std::string encrypted(const std::string& response, const crypto::PrivateKey& key) {
    const std::size_t begin = response.find("<saml:Assertion");
    const std::size_t end = response.find("</saml:Assertion>") + std::string_view("</saml:Assertion>").size();
    std::string assertion = response.substr(begin, end - begin);
    // Read by itself, it needs the prefixes that were declared around it.
    assertion.insert(std::string_view("<saml:Assertion").size(),
                     xml::attribute("xmlns:saml", saml::wire::kAssertionSpace));
    return response.substr(0, begin) + "<saml:EncryptedAssertion>" + xml::encrypt(assertion, key.publicKey()).value() +
           "</saml:EncryptedAssertion>" + response.substr(end);
}

} // namespace

class TstExamine final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_provider = std::make_unique<saml::sp::test::TestSamlProvider>();
        const auto held = m_provider->idps.get(m_provider->connection);
        QVERIFY(held);
        m_idp = (*held)->idp;
    }
    void cleanupTestCase() { m_provider.reset(); }

    void aGoodResponsePassesTheChecksOfALogin() {
        const auto seen = examine(m_provider->answer(m_provider->first));
        QVERIFY(seen);
        QCOMPARE(refusal(*seen), std::string());
        const login::Proof login = m_provider->finish(m_provider->answer(m_provider->first));
        QVERIFY(login.identity);
        // The same checks in the same order; only which request it answers is not known here.
        QCOMPARE(seen->checks.size(), login.checks.size());
        for (std::size_t i = 0; i < login.checks.size(); ++i) {
            QCOMPARE(seen->checks[i].name, login.checks[i].name);
        }
        QCOMPARE(seen->subject, login.identity->subject);
        QCOMPARE(seen->claims, login.identity->claims);
        QCOMPARE(seen->form, std::string("XML"));
        QCOMPARE(statusOf(*seen, "saml.in_response_to"), std::string("skipped"));
    }
    void itIsJudgedWhenItWasIssuedOrAsOneSays() {
        const std::string response = m_provider->answer(m_provider->first);
        Examination by = rules();
        by.now = m_provider->clock.time + Seconds(86400);
        const auto then = saml::sp::examine(response, by);
        QVERIFY(then);
        QCOMPARE(then->at, m_provider->clock.time);
        QCOMPARE(refusal(*then), std::string());
        by.at = by.now;
        const auto late = saml::sp::examine(response, by);
        QVERIFY(late);
        QCOMPARE(refusal(*late), std::string("saml.issue_instant"));
        QCOMPARE(late->claims, then->claims); // what it says can be read all the same
    }
    void theRequestIsComparedWhereItIsKnown() {
        Examination by = rules();
        by.inResponseTo = "_" + m_provider->trip.nonce;
        const auto right = saml::sp::examine(m_provider->answer(m_provider->first), by);
        QCOMPARE(statusOf(*right, "saml.in_response_to"), std::string("ok"));
        by.inResponseTo = "_other";
        const auto wrong = saml::sp::examine(m_provider->answer(m_provider->first), by);
        QCOMPARE(refusal(*wrong), std::string("saml.in_response_to"));
    }
    void oneThatNobodyAskedForIsSaidToBeThat() {
        const std::string mark = " InResponseTo=\"_" + m_provider->trip.nonce + "\"";
        const std::string bare = without(without(m_provider->answer(m_provider->first), mark), mark);
        const auto seen = examine(bare);
        QVERIFY(seen);
        QCOMPARE(statusOf(*seen, "saml.unsolicited"), std::string("warn"));
        QCOMPARE(statusOf(*seen, "saml.in_response_to"), std::string("ok"));
        m_provider->connection.saml.allowIdpInitiated = true;
        const auto allowed = examine(bare);
        m_provider->connection.saml.allowIdpInitiated = false;
        QCOMPARE(statusOf(*allowed, "saml.unsolicited"), std::string("ok"));
    }
    void whatIsEncryptedIsOpenedByOurKeysAlone() {
        const auto ours = crypto::PrivateKey::generate(crypto::KeyType::Rsa).value();
        const std::string response = encrypted(m_provider->answer(m_provider->first), ours);
        const auto closed = examine(response);
        QVERIFY(closed);
        QCOMPARE(refusal(*closed), std::string("saml.decryption"));
        QVERIFY(closed->claims.empty());
        QVERIFY(closed->xml.find("[redacted:") != std::string::npos);
        Examination by = rules();
        by.decryptionKeys = {ours};
        const auto opened = saml::sp::examine(response, by);
        QCOMPARE(statusOf(*opened, "saml.decryption"), std::string("ok"));
        QVERIFY(opened->xml.find("ann@acme.example") != std::string::npos);
        QVERIFY(!opened->claims.empty());
    }
    void nobodyCanPresentWhatIsShown() {
        const auto seen = examine(m_provider->answer(m_provider->first));
        QVERIFY(seen->xml.find("<ds:SignatureValue>[redacted:") != std::string::npos);
        QCOMPARE(refusal(*examine(seen->xml)), std::string("saml.signature.assertion"));
    }
    void itIsTakenAsABrowserShowsIt() {
        const std::string packed = base64Encode(m_provider->answer(m_provider->first));
        const auto seen = examine("RelayState=x&SAMLResponse=" + packed);
        QVERIFY(seen);
        QCOMPARE(seen->form, std::string("base64"));
        QCOMPARE(refusal(*seen), std::string());
    }
    void whatIsNoResponseIsSaid() {
        QCOMPARE(examine("hello, world").error().reason, std::string("saml.malformed"));
        QCOMPARE(examine(std::string(600'000, 'A')).error().reason, std::string("saml.too_large"));
        const auto broken = examine("<samlp:Response");
        QCOMPARE(refusal(*broken), std::string("saml.xml"));
        QVERIFY(broken->message.empty() && broken->xml.empty());
    }

private:
    Examination rules() {
        return {m_provider->connection, m_idp, m_provider->publicUrl, {}, {}, std::nullopt, m_provider->clock.time};
    }
    Result<Examined> examine(const std::string& pasted) { return saml::sp::examine(pasted, rules()); }

    std::unique_ptr<saml::sp::test::TestSamlProvider> m_provider;
    saml::sp::Idp m_idp;
};

QTEST_GUILESS_MAIN(TstExamine)
#include "tst_examine.moc"
