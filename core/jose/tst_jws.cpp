// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "crypto/hash.h"
#include "jose/jws.h"
#include "jose/tst_vectors.h"

using namespace gatehouse;
using namespace gatehouse::jose;
using crypto::KeyType;
using crypto::PrivateKey;
using crypto::Signature;

namespace {

const VerifyPolicy kEs256{{Signature::ES256}, std::nullopt};
const VerifyPolicy kRs256{{Signature::RS256}, std::nullopt};

std::string reasonOf(const Result<VerifiedJws>& result) {
    return result ? "accepted" : result.error().reason;
}

} // namespace

class TestJws : public QObject {
    Q_OBJECT

    const PrivateKey m_ec = PrivateKey::generate(KeyType::EcP256).value();
    const PrivateKey m_otherEc = PrivateKey::generate(KeyType::EcP256).value();
    const PrivateKey m_rsa = PrivateKey::generate(KeyType::Rsa).value();
    const std::vector<Jwk> m_keys{{m_ec.publicKey(), "ec", "sig", "ES256", ""},
                                  {m_rsa.publicKey(), "rsa", "sig", "", ""}};

    static json::Object header(std::string_view kid, std::string_view type = "JWT") {
        json::Object object;
        object["kid"] = kid;
        object["typ"] = type;
        return object;
    }
    [[nodiscard]] std::string token(json::Object with = header("ec"), std::string_view payload = "{}") const {
        return signCompact(std::move(with), payload, m_ec, Signature::ES256).value();
    }
    /// Signed by our key, but with a header as it is given, byte for byte.
    [[nodiscard]] std::string raw(std::string_view headerText, std::string_view payload = "{}") const {
        const std::string input = base64UrlEncode(headerText) + "." + base64UrlEncode(payload);
        return input + "." + base64UrlEncode(m_ec.sign(Signature::ES256, input).value());
    }

private slots:
    void signedTokenIsVerifiedByItsKey() {
        const auto verified = verifyCompact(token(header("ec"), "payload"), m_keys, kEs256);
        QCOMPARE(verified->payload, std::string("payload"));
        QCOMPARE(verified->key, m_keys.data());
        QCOMPARE(test::text(verified->header, "alg"), std::string("ES256"));
        const auto parsed = parseCompact(token());
        QCOMPARE(test::text(parsed->header, "kid"), std::string("ec"));
        QCOMPARE(parsed->signature.size(), std::size_t(64));
    }
    void everyAlgorithmRoundTrips() {
        for (const char* name :
             {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"}) {
            const Signature algorithm = parseSignature(name).value();
            QCOMPARE(signatureName(algorithm), std::string_view(name));
            const KeyType type = crypto::keyTypeFor(algorithm);
            const PrivateKey key = type == KeyType::Rsa ? m_rsa : PrivateKey::generate(type).value();
            const std::string made = signCompact(header("k"), "text", key, algorithm).value();
            const std::vector<Jwk> keys{{key.publicKey(), "k", "", "", ""}};
            QCOMPARE(verifyCompact(made, keys, {{algorithm}, "jwt"})->payload, std::string("text"));
        }
    }
    // RFC 9864: the same signature under the name that says the curve
    void ed25519IsEdDsa() {
        const PrivateKey key = PrivateKey::generate(KeyType::Ed25519).value();
        const std::string head = base64UrlEncode(R"({"alg":"Ed25519","kid":"k"})");
        const std::string body = head + "." + base64UrlEncode("text");
        const std::string made = body + "." + base64UrlEncode(key.sign(Signature::EdDSA, body).value());
        for (const char* registered : {"", "Ed25519", "EdDSA"}) {
            const std::vector<Jwk> keys{{key.publicKey(), "k", "", registered, ""}};
            QCOMPARE(verifyCompact(made, keys, {{Signature::EdDSA}, std::nullopt})->payload, std::string("text"));
        }
        const std::vector<Jwk> other{{key.publicKey(), "k", "", "ES256", ""}};
        QVERIFY(!verifyCompact(made, other, {{Signature::EdDSA}, std::nullopt}));
    }
    void algorithmNoneIsRefused() {
        for (const char* alg : {"none", "None", "NONE", "nOnE", ""}) {
            const std::string head = std::string("{\"alg\":\"") + alg + "\",\"kid\":\"ec\"}";
            QCOMPARE(reasonOf(verifyCompact(raw(head), m_keys, kEs256)), std::string("jws.alg_refused"));
            const std::string bare = base64UrlEncode(head) + "." + base64UrlEncode("{}") + ".";
            QCOMPARE(reasonOf(verifyCompact(bare, m_keys, kEs256)), std::string("jws.alg_refused"));
            QCOMPARE(parseSignature(alg).error().reason, std::string("jose.alg_unsupported"));
        }
    }
    void algorithmMustBeOneString() {
        for (const char* head : {R"({"kid":"ec"})", R"({"alg":null})", R"({"alg":["ES256"]})", R"({"alg":1})",
                                 R"({"alg":"ES256","alg":"ES256"})", R"(["ES256"])", "\"ES256\"", "", "{"}) {
            QCOMPARE(reasonOf(verifyCompact(raw(head), m_keys, kEs256)), std::string("jws.malformed"));
        }
    }
    void hmacWithAPublicKeyIsRefused() {
        const std::string pem = m_rsa.publicKey().toPem();
        const std::string jwk = json::write(toJwk(m_rsa.publicKey(), "rsa", "sig", ""));
        const Bytes modulus = m_rsa.publicKey().parts().first;
        for (const std::string& secret : {pem, pem.substr(0, pem.size() - 1), jwk, modulus, std::string()}) {
            for (const char* alg : {"HS256", "HS384", "HS512"}) {
                const std::string input = base64UrlEncode(std::string("{\"alg\":\"") + alg + "\",\"kid\":\"rsa\"}") +
                                          "." + base64UrlEncode("{}");
                const std::string forged =
                    input + "." + base64UrlEncode(crypto::hmac(crypto::Digest::Sha256, secret, input));
                QCOMPARE(reasonOf(verifyCompact(forged, m_keys, kRs256)), std::string("jws.alg_refused"));
            }
        }
    }
    void algorithmOutsideOfThePolicyIsRefused() {
        QCOMPARE(reasonOf(verifyCompact(token(), m_keys, kRs256)), std::string("jws.alg_refused"));
        QCOMPARE(reasonOf(verifyCompact(token(), m_keys, {})), std::string("jws.alg_refused"));
        const std::string rs512 = signCompact(header("rsa"), "{}", m_rsa, Signature::RS512).value();
        QCOMPARE(reasonOf(verifyCompact(rs512, m_keys, kRs256)), std::string("jws.alg_refused"));
    }
    void algorithmOfAnotherKeyIsRefused() {
        const std::string rsaKid = raw(R"({"alg":"ES256","kid":"rsa"})");
        QCOMPARE(reasonOf(verifyCompact(rsaKid, m_keys, kEs256)), std::string("jws.alg_refused"));
        const std::vector<Jwk> bound{{m_rsa.publicKey(), "rsa", "", "PS256", ""}};
        const std::string rs256 = signCompact(header("rsa"), "{}", m_rsa, Signature::RS256).value();
        QCOMPARE(reasonOf(verifyCompact(rs256, bound, kRs256)), std::string("jws.alg_refused"));
    }
    void unknownKeyIsRefused() {
        for (const std::string& kid :
             {std::string("other"), std::string("EC"), std::string("ec "), std::string(), std::string("../../dev/null"),
              std::string("' or 1=1"), std::string(9000, 'k')}) {
            QCOMPARE(reasonOf(verifyCompact(token(header(kid)), m_keys, kEs256)), std::string("jws.key_unknown"));
        }
        QCOMPARE(reasonOf(verifyCompact(token(), {}, kEs256)), std::string("jws.key_unknown"));
    }
    void keyIdMustBeAString() {
        for (const char* head : {R"({"alg":"ES256","kid":1})", R"({"alg":"ES256","kid":["ec"]})",
                                 R"({"alg":"ES256","kid":null})", R"({"alg":"ES256","kid":"e\u0000c"})"}) {
            QCOMPARE(reasonOf(verifyCompact(raw(head), m_keys, kEs256)), std::string("jws.malformed"));
        }
    }
    void twoKeysOfOneIdAreRefused() {
        const std::vector<Jwk> keys{{m_ec.publicKey(), "ec", "", "", ""}, {m_otherEc.publicKey(), "ec", "", "", ""}};
        QCOMPARE(reasonOf(verifyCompact(token(), keys, kEs256)), std::string("jws.key_unknown"));
        const std::vector<Jwk> families{{m_rsa.publicKey(), "ec", "", "", ""}, {m_ec.publicKey(), "ec", "", "", ""}};
        QVERIFY(verifyCompact(token(), families, kEs256));
    }
    void withoutKeyIdOnlyASingleKeyOfTheFamilyWillDo() {
        const std::string made = signCompact({}, "{}", m_ec, Signature::ES256).value();
        QVERIFY(verifyCompact(made, m_keys, kEs256));
        std::vector<Jwk> keys = m_keys;
        keys.push_back({m_otherEc.publicKey(), "second", "", "", ""});
        QCOMPARE(reasonOf(verifyCompact(made, keys, kEs256)), std::string("jws.key_unknown"));
        keys.back().use = "enc";
        QVERIFY(verifyCompact(made, keys, kEs256));
    }
    void encryptionKeyDoesNotCount() {
        const std::vector<Jwk> keys{{m_ec.publicKey(), "ec", "enc", "", ""}};
        QCOMPARE(reasonOf(verifyCompact(token(), keys, kEs256)), std::string("jws.key_unknown"));
    }
    void keysInTheHeaderAreIgnored() {
        for (const char* name : {"jwk", "jku", "x5u", "x5c"}) {
            json::Object with = header("ec");
            with[name] = name == std::string_view("jwk")
                             ? json::Value(toJwk(m_otherEc.publicKey(), "ec", "sig", "ES256"))
                         : name == std::string_view("x5c") ? json::Value(json::Array{"MIIB"})
                                                           : json::Value("https://attacker.example/keys");
            const std::string forged = signCompact(with, "{}", m_otherEc, Signature::ES256).value();
            QCOMPARE(reasonOf(verifyCompact(forged, m_keys, kEs256)), std::string("jws.signature"));
            QVERIFY(verifyCompact(token(with), m_keys, kEs256));
        }
    }
    void criticalHeadersAreRefused() {
        for (const char* head : {R"({"alg":"ES256","kid":"ec","crit":["exp"],"exp":1})", R"({"alg":"ES256","crit":[]})",
                                 R"({"alg":"ES256","kid":"ec","b64":false,"crit":["b64"]})",
                                 R"({"alg":"ES256","kid":"ec","b64":true})", R"({"alg":"ES256","crit":null})"}) {
            QCOMPARE(reasonOf(verifyCompact(raw(head), m_keys, kEs256)), std::string("jws.critical"));
            QCOMPARE(parseCompact(raw(head)).error().reason, std::string("jws.critical"));
        }
        QCOMPARE(parseCompact(raw(R"({"alg":"ES256","zip":"DEF"})")).error().reason, std::string("jws.malformed"));
    }
    void typeIsComparedAsAMediaType() {
        const VerifyPolicy accessToken{{Signature::ES256}, "at+jwt"};
        for (const char* good : {"at+jwt", "AT+JWT", "application/at+jwt", "Application/At+Jwt"}) {
            QVERIFY(verifyCompact(token(header("ec", good)), m_keys, accessToken));
        }
        for (const char* bad : {"JWT", "", "logout+jwt", "at+jwt ", "text/at+jwt", "application/application/at+jwt",
                                "secevent+jwt", "dpop+jwt"}) {
            QCOMPARE(reasonOf(verifyCompact(token(header("ec", bad)), m_keys, accessToken)), std::string("jws.type"));
        }
        QCOMPARE(reasonOf(verifyCompact(raw(R"({"alg":"ES256","kid":"ec"})"), m_keys, accessToken)),
                 std::string("jws.type"));
        QCOMPARE(reasonOf(verifyCompact(raw(R"({"alg":"ES256","kid":"ec","typ":7})"), m_keys, accessToken)),
                 std::string("jws.malformed"));
    }
    void degenerateEcdsaSignaturesAreRefused() {
        const std::string made = token();
        const std::string input = made.substr(0, made.rfind('.') + 1);
        const Bytes order = hexDecode("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551").value();
        for (const Bytes& half : {Bytes(32, '\0'), Bytes(31, '\0') + '\x01', order, Bytes(32, '\xff')}) {
            QCOMPARE(reasonOf(verifyCompact(input + base64UrlEncode(half + half), m_keys, kEs256)),
                     std::string("jws.signature"));
        }
        for (const std::size_t size : {0, 1, 63, 65, 70, 72, 96}) {
            QCOMPARE(reasonOf(verifyCompact(input + base64UrlEncode(Bytes(size, '\x01')), m_keys, kEs256)),
                     std::string("jws.signature"));
        }
        QCOMPARE(reasonOf(verifyCompact(input, m_keys, kEs256)), std::string("jws.signature"));
    }
    void signatureOfAnotherCurveIsRefused() {
        const PrivateKey large = PrivateKey::generate(KeyType::EcP384).value();
        const std::vector<Jwk> keys{{large.publicKey(), "ec", "", "", ""}};
        QCOMPARE(reasonOf(verifyCompact(token(), keys, kEs256)), std::string("jws.alg_refused"));
        const std::string es384 = signCompact(header("ec"), "{}", large, Signature::ES384).value();
        QCOMPARE(reasonOf(verifyCompact(es384, m_keys, {{Signature::ES384}, std::nullopt})),
                 std::string("jws.alg_refused"));
        QCOMPARE(signCompact({}, "{}", large, Signature::ES256).error().reason, std::string("crypto.alg_mismatch"));
    }
    void everyChangedCharacterIsNoticed() {
        const std::string made = token();
        for (std::size_t i = 0; i < made.size(); ++i) {
            std::string changed = made;
            changed[i] = changed[i] == 'A' ? 'B' : 'A';
            QVERIFY2(!verifyCompact(changed, m_keys, kEs256), changed.c_str());
        }
    }
    void unusedBitsAndOtherAlphabetsAreRefused() {
        std::string made = token();
        // 64 bytes end in a character of which four bits are unused: the other fifteen spellings must not pass.
        const std::string tail = "AQgw";
        QVERIFY(tail.find(made.back()) != std::string::npos);
        for (char c = '!'; c <= '~'; ++c) {
            const std::string changed = made.substr(0, made.size() - 1) + c;
            QCOMPARE(verifyCompact(changed, m_keys, kEs256).has_value(), c == made.back());
        }
        for (const std::string& bad :
             {made + "=", made + "==", made + "\n", " " + made, made + " ", "\"" + made + "\""}) {
            QCOMPARE(reasonOf(verifyCompact(bad, m_keys, kEs256)), std::string("jws.malformed"));
        }
    }
    void onlyThreePartsAreAJws() {
        const std::string made = token();
        for (const std::string& bad :
             {std::string(), std::string("."), std::string(".."), std::string("..."), made + ".", "." + made,
              made + "." + made, made.substr(0, made.rfind('.')), std::string("a.b.c.d.e")}) {
            QCOMPARE(parseCompact(bad).error().reason, std::string("jws.malformed"));
        }
        const UnverifiedJws parts = parseCompact(made).value();
        json::Object flat;
        flat["payload"] = base64UrlEncode(parts.payload);
        flat["protected"] = made.substr(0, made.find('.'));
        flat["signature"] = base64UrlEncode(parts.signature);
        QCOMPARE(reasonOf(verifyCompact(json::write(flat), m_keys, kEs256)), std::string("jws.malformed"));
    }
    void oversizedTokensAreRefusedUnread() {
        QCOMPARE(parseCompact(std::string(64 * 1024 + 1, '.')).error().reason, std::string("jws.too_large"));
        QCOMPARE(reasonOf(verifyCompact(token(header("ec"), std::string(64 * 1024, 'x')), m_keys, kEs256)),
                 std::string("jws.too_large"));
        QVERIFY(verifyCompact(token(header("ec"), std::string(40 * 1024, 'x')), m_keys, kEs256));
        const std::string deep = R"({"alg":"ES256","x":)" + std::string(40, '[') + std::string(40, ']') + "}";
        QCOMPARE(parseCompact(raw(deep)).error().reason, std::string("jws.malformed"));
    }
};

QTEST_GUILESS_MAIN(TestJws)
#include "tst_jws.moc"
