// SPDX-License-Identifier: Apache-2.0
// A JWT as an authorization grant (RFC 7523, 3).
#include <QtTest>

#include "jose/jws.h"
#include "oauth/grant_assertion.h"

using namespace gatehouse;

namespace {

const Time kNow = parseRfc3339("2026-11-21T12:00:00Z").value();
const std::string kIssuer = "https://broker.example/t/acme";

} // namespace

class TestGrantAssertion : public QObject {
    Q_OBJECT
private slots:
    void anAssertionThatHoldsSaysItsClaims() {
        const auto proven = verify(sign());
        QVERIFY(proven.has_value());
        QCOMPARE(proven->jti, std::string("once"));
        QCOMPARE(toUnixSeconds(proven->expiresAt), toUnixSeconds(kNow) + 300);
        QVERIFY(verify(sign({{"aud", json::Array{kIssuer}}})).has_value());
        for (const char* type : {"JWT", "jwt", "JOSE", "application/jwt"}) {
            QVERIFY2(verify(sign({}, {{"typ", type}})).has_value(), type);
        }
        QVERIFY(verify(sign({{"jti", nullptr}})).value().jti.empty());
    }
    void itSaysWhomToAskWithoutAProof() {
        const auto read = oauth::readAssertion(sign({}, {{"typ", "application/OAuth-ID-JAG+jwt"}})).value();
        QCOMPARE(read.type, std::string(oauth::kIdentityAssertionType));
        QCOMPARE(read.keyId, std::string("k"));
        QCOMPARE(read.issuer, std::string("https://ci.example"));
        QCOMPARE(read.subject, std::string("job"));
        for (const std::string& bad :
             {std::string(), std::string("a.b"), sign({{"sub", nullptr}}), sign({{"sub", ""}}), sign({{"sub", 7}}),
              sign({{"sub", std::string(1025, 's')}}), sign({{"x", std::string(16 * 1024, 'x')}})}) {
            const auto refused = oauth::readAssertion(bad);
            QVERIFY(!refused);
            QCOMPARE(refused.error().reason, std::string("oauth.invalid_grant.assertion"));
        }
    }
    void whatDoesNotFitIsRefused_data() {
        QTest::addColumn<QByteArray>("claims");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("reason");
        const auto row = [](const char* name, const char* reason, const json::Object& claims,
                            const json::Object& header = {}) {
            QTest::newRow(name) << QByteArray::fromStdString(json::write(claims))
                                << QByteArray::fromStdString(json::write(header)) << QByteArray(reason);
        };
        const std::int64_t now = toUnixSeconds(kNow);
        row("ends now", "assertion_expired", {{"exp", now}});
        row("ends too late", "assertion_time", {{"exp", now + 301}});
        row("no end", "assertion_time", {{"exp", nullptr}});
        row("the end is null", "assertion_time", {{"exp", "now"}});
        row("a fraction", "assertion_time", {{"exp", 1.5}});
        row("before 1970", "assertion_time", {{"exp", -1}});
        row("made ahead", "assertion_time", {{"iat", now + 61}});
        row("not yet", "assertion_time", {{"nbf", now + 61}});
        row("iat is a text", "assertion_time", {{"iat", "now"}});
        row("no audience", "assertion_audience", {{"aud", nullptr}});
        row("another audience", "assertion_audience", {{"aud", kIssuer + "/"}});
        row("two audiences", "assertion_audience", {{"aud", json::Array{kIssuer, "x"}}});
        row("an empty list", "assertion_audience", {{"aud", json::Array{}}});
        row("a number", "assertion_audience", {{"aud", 5}});
        row("an access token", "assertion_type", {}, {{"typ", "at+jwt"}});
        row("an identity assertion", "assertion_type", {}, {{"typ", "oauth-id-jag+jwt"}});
        row("another key", "assertion_signature", {}, {{"kid", "other"}});
        row("jti is empty", "assertion", {{"jti", ""}});
        row("jti is a list", "assertion", {{"jti", json::Array{"a"}}});
        row("jti is too long", "assertion", {{"jti", std::string(1025, 'j')}});
    }
    void whatDoesNotFitIsRefused() {
        QFETCH(QByteArray, claims);
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, reason);
        const auto refused = verify(
            sign(json::parseObject(claims.toStdString()).value(), json::parseObject(header.toStdString()).value()));
        QVERIFY(!refused);
        QCOMPARE(refused.error().reason, "oauth.invalid_grant." + reason.toStdString());
    }
    void timesAreTakenToTheSecond() {
        const std::int64_t now = toUnixSeconds(kNow);
        QVERIFY(verify(sign({{"exp", now + 1}, {"iat", now + 60}, {"nbf", now + 60}})).has_value());
        QVERIFY(verify(sign({{"exp", now + 300}})).has_value());
    }
    void aTypeThatIsWantedIsNeeded() {
        const oauth::AssertionRules rules{kIssuer, oauth::kIdentityAssertionType, Seconds(300)};
        QVERIFY(verify(sign({}, {{"typ", "oauth-id-jag+jwt"}}), rules).has_value());
        for (const json::Value& type : {json::Value("JWT"), json::Value("id-jag+jwt"), json::Value(nullptr)}) {
            QCOMPARE(verify(sign({}, {{"typ", type}}), rules).error().reason,
                     std::string("oauth.invalid_grant.assertion_type"));
        }
    }
    void asymmetricSignaturesAlone() {
        for (const char* alg : {"none", "HS256"}) {
            std::string token = sign();
            const std::string header = "{\"alg\":\"" + std::string(alg) + "\",\"kid\":\"k\"}";
            token = base64UrlEncode(header) + token.substr(token.find('.'));
            QCOMPARE(verify(token).error().reason, std::string("oauth.invalid_grant.assertion_signature"));
        }
    }

private:
    std::string sign(const json::Object& changes = {}, const json::Object& headerChanges = {}) {
        json::Object claims{{"iss", "https://ci.example"},
                            {"sub", "job"},
                            {"aud", kIssuer},
                            {"jti", "once"},
                            {"exp", toUnixSeconds(kNow) + 300}};
        json::Object header{{"kid", "k"}};
        for (const auto& [object, changed] : {std::pair(&claims, &changes), std::pair(&header, &headerChanges)}) {
            for (const auto& change : *changed) {
                if (change.value().is_null()) {
                    object->erase(change.key());
                } else {
                    (*object)[change.key()] = change.value();
                }
            }
        }
        return jose::signCompact(std::move(header), json::write(claims), m_key, crypto::Signature::ES256).value();
    }
    Result<oauth::ProvenAssertion> verify(const std::string& token,
                                          const oauth::AssertionRules& rules = {kIssuer, {}, Seconds(300)}) {
        const auto key = jose::parseJwk(jose::toJwk(m_key.publicKey(), "k", "sig", "ES256")).value();
        return oauth::verifyGrantAssertion(token, {key}, rules, kNow);
    }
    crypto::PrivateKey m_key = crypto::PrivateKey::generate(crypto::KeyType::EcP256).value();
};

QTEST_GUILESS_MAIN(TestGrantAssertion)
#include "tst_grant_assertion.moc"
