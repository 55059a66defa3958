// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "base/encoding.h"
#include "crypto/hash.h"
#include "crypto/keys.h"
#include "jose/jwk.h"
#include "jose/jws.h"
#include "oauth/dpop.h"

using namespace gatehouse;
using namespace gatehouse::oauth;

namespace {

const Time kNow = fromUnixSeconds(1'800'000'000);
constexpr const char* kUrl = "https://server.example.com/token";

// RFC 9449, 4.1 and 6.1: the proof of the examples and the thumbprint of its key.
constexpr const char* kExample =
    "eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRj"
    "Qy"
    "VVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19."
    "eyJqdGkiOiItQndDM0VTYzZhY2MybFRjIiwiaHRtIjoiUE9TVCIsImh0dSI6Imh0dHBzOi8vc2VydmVyLmV4YW1wbGUuY29tL3Rva2VuIiwiaWF0Ij"
    "ox"
    "NTYyMjYyNjE2fQ.2-GxA6T8lP4vfrg8v-FdWP0A0zdrj8igiMLvqRMUvwnQg4PtFLbdLXiOSsX0x7NVY-FNyJK70nfbV37xRZT3Lg";
constexpr const char* kExampleThumbprint = "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I";

} // namespace

class TestDpop : public QObject {
    Q_OBJECT
private slots:
    void theExampleOfTheRfcHolds() {
        const auto proof = verifyDpop(kExample, {"POST", kUrl}, fromUnixSeconds(1'562'262'616));
        QVERIFY2(proof, proof ? "" : proof.error().detail.c_str());
        QCOMPARE(proof->jkt, std::string(kExampleThumbprint));
        QCOMPARE(proof->jti, std::string("-BwC3ESc6acc2lTc"));
        QVERIFY(proof->nonce.empty());
    }
    void aProofIsForOneMethodAndOneAddress() {
        QCOMPARE(causeOf(made({{"htm", "GET"}})), std::string("method"));
        QCOMPARE(causeOf(made({{"htm", "post"}})), std::string("method"));
        for (const char* other : {"https://server.example.com/token/", "https://server.example.com/Token",
                                  "http://server.example.com/token", "https://server.example.com:8443/token",
                                  "https://evil.example.com/token", "/token", ""}) {
            QCOMPARE(causeOf(made({{"htu", other}})), std::string("url"));
        }
    }
    void waysOfWritingAnAddressAreOne() {
        for (const char* same : {"https://SERVER.example.com/token", "https://server.example.com:443/token",
                                 "HTTPS://server.example.com/token", "https://server.example.com/token?a=b",
                                 "https://server.example.com/token#f"}) {
            QCOMPARE(causeOf(made({{"htu", same}})), std::string());
        }
    }
    void itHasToBeFresh() {
        QCOMPARE(causeOf(made({{"iat", 1'800'000'000 - 60}})), std::string());
        QCOMPARE(causeOf(made({{"iat", 1'800'000'000 - 61}})), std::string("time"));
        QCOMPARE(causeOf(made({{"iat", 1'800'000'000 + 10}})), std::string());
        QCOMPARE(causeOf(made({{"iat", 1'800'000'000 + 11}})), std::string("time"));
        QCOMPARE(causeOf(made({{"iat", "1800000000"}})), std::string("time"));
        QCOMPARE(causeOf(made({{"iat", -1}})), std::string("time"));
    }
    void everyClaimIsNeeded() {
        for (const char* name : {"jti", "htm", "htu", "iat"}) {
            json::Object claims = usual();
            claims.erase(name);
            QCOMPARE(causeOf(sign(claims)), std::string("malformed"));
        }
        QCOMPARE(causeOf(made({{"jti", ""}})), std::string("malformed"));
        QCOMPARE(causeOf(made({{"jti", 7}})), std::string("malformed"));
        QCOMPARE(causeOf(made({{"jti", std::string(257, 'j')}})), std::string("malformed"));
    }
    void itBelongsToOneAccessToken() {
        const std::string token = "an-access-token";
        const std::string ath = base64UrlEncode(crypto::sha256(token));
        const DpopRequest request{"POST", kUrl, token};
        QCOMPARE(causeOf(made({{"ath", ath}}), request), std::string());
        QCOMPARE(causeOf(made({}), request), std::string("token"));
        QCOMPARE(causeOf(made({{"ath", base64UrlEncode(crypto::sha256("another"))}}), request), std::string("token"));
    }
    void theNonceIsHandedOn() {
        QCOMPARE(verifyDpop(made({{"nonce", "n-1"}}), {"POST", kUrl}, kNow)->nonce, std::string("n-1"));
    }
    void otherTokensAreNoProofs() {
        QCOMPARE(causeOf(sign(usual(), {{"typ", "JWT"}})), std::string("type"));
        QCOMPARE(causeOf(sign(usual(), {{"typ", nullptr}})), std::string("malformed"));
        QCOMPARE(causeOf("a.b"), std::string("malformed"));
        QCOMPARE(causeOf(std::string(8 * 1024 + 1, 'a')), std::string("malformed"));
    }
    void onlyItsOwnKeyProvesIt() {
        QCOMPARE(causeOf(sign(usual(), {{"jwk", nullptr}})), std::string("key"));
        const auto other = crypto::PrivateKey::generate(crypto::KeyType::EcP256).value();
        QCOMPARE(causeOf(sign(usual(), {{"jwk", jose::toJwk(other.publicKey(), "", "", "")}})),
                 std::string("signature"));
        json::Object withPrivate = jose::toJwk(m_key.publicKey(), "", "", "");
        withPrivate["d"] = "AAAA";
        QCOMPARE(causeOf(sign(usual(), {{"jwk", withPrivate}})), std::string("key"));
        QCOMPARE(causeOf(sign(usual(), {{"jwk", json::Object{{"kty", "oct"}, {"k", "AAAA"}}}})), std::string("key"));
        std::string changed = made({});
        changed[changed.size() - 10] = changed[changed.size() - 10] == 'A' ? 'B' : 'A';
        QCOMPARE(causeOf(changed), std::string("signature"));
    }
    void aKeyIdInTheHeaderIsNoMatter() { QCOMPARE(causeOf(sign(usual(), {{"kid", "mine"}})), std::string()); }
    void noneAndSharedSecretsAreRefused() {
        for (const char* alg : {"none", "None", "HS256", "ES256K", ""}) {
            const std::string header = json::write(
                json::Object{{"typ", "dpop+jwt"}, {"alg", alg}, {"jwk", jose::toJwk(m_key.publicKey(), "", "", "")}});
            QCOMPARE(causeOf(base64UrlEncode(header) + "." + base64UrlEncode(json::write(usual())) + ".AAAA"),
                     std::string("algorithm"));
        }
    }
    void twoHeadersAreNone() {
        http::Headers headers;
        QVERIFY(dpopHeader(headers) && !*dpopHeader(headers));
        headers.add("DPoP", "a");
        QCOMPARE(dpopHeader(headers)->value(), std::string("a"));
        headers.add("dpop", "b");
        QCOMPARE(dpopHeader(headers).error().reason, std::string("oauth.invalid_dpop_proof.repeated"));
    }

private:
    static json::Object usual() { return {{"jti", "once"}, {"htm", "POST"}, {"htu", kUrl}, {"iat", 1'800'000'000}}; }
    std::string sign(const json::Object& claims, const json::Object& headerChanges = {}) {
        json::Object header{{"typ", "dpop+jwt"}, {"jwk", jose::toJwk(m_key.publicKey(), "", "", "")}};
        for (const auto& change : headerChanges) {
            header[change.key()] = change.value();
        }
        if (headerChanges.contains("jwk") && header["jwk"].is_null()) {
            header.erase("jwk");
        }
        return jose::signCompact(header, json::write(claims), m_key, crypto::Signature::ES256).value();
    }
    std::string made(const json::Object& changes) {
        json::Object claims = usual();
        for (const auto& change : changes) {
            claims[change.key()] = change.value();
        }
        return sign(claims);
    }
    static std::string causeOf(const std::string& proof, const DpopRequest& request = {"POST", kUrl}) {
        const auto verified = verifyDpop(proof, request, kNow);
        constexpr std::string_view kPrefix = "oauth.invalid_dpop_proof.";
        return verified ? std::string() : verified.error().reason.substr(kPrefix.size());
    }

    crypto::PrivateKey m_key = crypto::PrivateKey::generate(crypto::KeyType::EcP256).value();
};

QTEST_GUILESS_MAIN(TestDpop)
#include "tst_dpop.moc"
