// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "jose/jwk.h"
#include "jose/tst_vectors.h"

using namespace gatehouse;
using namespace gatehouse::jose;
using crypto::KeyType;
using crypto::PrivateKey;

class TestJwk : public QObject {
    Q_OBJECT

    const PrivateKey m_ec = PrivateKey::generate(KeyType::EcP256).value();
    const PrivateKey m_rsa = PrivateKey::generate(KeyType::Rsa).value();

    [[nodiscard]] json::Object ec() const { return toJwk(m_ec.publicKey(), "ec", "sig", "ES256"); }
    [[nodiscard]] json::Object rsa() const { return toJwk(m_rsa.publicKey(), "rsa", "sig", "RS256"); }
    static std::string reasonOf(const json::Object& object) {
        const auto key = parseJwk(object);
        return key ? "accepted" : key.error().reason;
    }
    static std::string reasonWith(json::Object object, const char* name, json::Value value) {
        object[name] = std::move(value);
        return reasonOf(object);
    }
    static std::string reasonWith(const json::Object& object, const char* name, const std::string& value) {
        return reasonWith(object, name, json::Value(value.c_str()));
    }
    static std::string reasonWith(const json::Object& object, const char* name, const char* value) {
        return reasonWith(object, name, json::Value(value));
    }
    static std::string reasonWithout(json::Object object, const char* name) {
        object.erase(name);
        return reasonOf(object);
    }

private slots:
    void publishedKeysComeBack() {
        for (const KeyType type : {KeyType::Rsa, KeyType::EcP256, KeyType::EcP384, KeyType::EcP521, KeyType::Ed25519}) {
            const crypto::PublicKey key = PrivateKey::generate(type).value().publicKey();
            const Jwk again = parseJwk(toJwk(key, "id", "sig", "")).value();
            QCOMPARE(again.key.toPem(), key.toPem());
            QCOMPARE(again.kid, std::string("id"));
            QCOMPARE(again.use, std::string("sig"));
            QCOMPARE(again.alg, std::string());
            QCOMPARE(thumbprint(again.key), thumbprint(key));
        }
        json::Object entra = rsa();
        entra["issuer"] = "https://login.microsoftonline.com/{tenantid}/v2.0";
        QCOMPARE(parseJwk(entra)->issuer, std::string("https://login.microsoftonline.com/{tenantid}/v2.0"));
    }
    void thumbprintsMatchTheRfcs() {
        const json::Object examples = test::readVectors("jose/rfc-examples/rfc-examples.json");
        int seen = 0;
        for (const json::Value& entry : *json::arrayMember(examples, "thumbprints")) {
            const Jwk key = parseJwk(*json::objectMember(entry.get_object(), "jwk")).value();
            QCOMPARE(thumbprint(key.key), test::text(entry.get_object(), "sha256"));
            ++seen;
        }
        QCOMPARE(seen, 3);
    }
    void privateAndSharedKeysAreRefused() {
        for (const char* name : {"d", "p", "q", "dp", "dq", "qi", "oth", "k"}) {
            QCOMPARE(reasonWith(rsa(), name, "AQ"), std::string("jwk.private"));
            QCOMPARE(reasonWith(ec(), name, json::Value()), std::string("jwk.private"));
        }
        json::Object shared;
        shared["kty"] = "oct";
        QCOMPARE(reasonOf(shared), std::string("jwk.unsupported"));
        QCOMPARE(reasonWith(shared, "k", "AAAA"), std::string("jwk.private"));
    }
    void unknownTypesAndCurvesAreUnsupported() {
        QCOMPARE(reasonWith(ec(), "crv", "secp256k1"), std::string("jwk.unsupported"));
        QCOMPARE(reasonWith(ec(), "crv", "p-256"), std::string("jwk.unsupported"));
        QCOMPARE(reasonWith(ec(), "kty", "ec"), std::string("jwk.unsupported"));
        QCOMPARE(reasonWith(ec(), "kty", "AKP"), std::string("jwk.unsupported"));
        QCOMPARE(reasonWith(ec(), "use", "tls"), std::string("jwk.unsupported"));
        json::Object x25519;
        x25519["kty"] = "OKP";
        x25519["crv"] = "X25519";
        x25519["x"] = "hSDwCYkwp1R0i33ctD73Wg2_Og0mOBr066SpjqqbTmo";
        QCOMPARE(reasonOf(x25519), std::string("jwk.unsupported"));
    }
    void missingAndMistypedMembersAreMalformed() {
        const std::string malformed = "jwk.malformed";
        for (const char* name : {"kty", "crv", "x", "y"}) {
            QCOMPARE(reasonWithout(ec(), name), malformed);
            QCOMPARE(reasonWith(ec(), name, 1), malformed);
        }
        for (const char* name : {"n", "e"}) {
            QCOMPARE(reasonWithout(rsa(), name), malformed);
            QCOMPARE(reasonWith(rsa(), name, ""), malformed);
        }
        for (const char* name : {"kid", "use", "alg", "issuer"}) {
            QCOMPARE(reasonWith(ec(), name, 1), malformed);
        }
        QCOMPARE(reasonWith(ec(), "kid", std::string(129, 'k')), malformed);
        QCOMPARE(reasonWith(ec(), "x", test::text(ec(), "x") + "="), malformed);
        QCOMPARE(reasonWith(ec(), "alg", "ES384"), malformed);
        QCOMPARE(reasonWith(ec(), "alg", "RS256"), malformed);
    }
    void pointsAndLengthsAreChecked() {
        const std::string malformed = "jwk.malformed";
        const Bytes x = m_ec.publicKey().parts().first;
        QCOMPARE(reasonWith(ec(), "x", base64UrlEncode(Bytes(1, '\0') + x)), malformed);
        QCOMPARE(reasonWith(ec(), "x", base64UrlEncode(x.substr(1))), malformed);
        QCOMPARE(reasonWith(ec(), "y", base64UrlEncode(x)), malformed);
        json::Object wrongCurve = ec();
        wrongCurve.erase("alg");
        QCOMPARE(reasonWith(wrongCurve, "crv", "P-384"), malformed);
    }
    void weakRsaKeysAreNamedSo() {
        QCOMPARE(reasonWith(rsa(), "e", "AQ"), std::string("jwk.weak"));
        QCOMPARE(reasonWith(rsa(), "e", "Ag"), std::string("jwk.weak"));
        QCOMPARE(reasonWith(rsa(), "n", base64UrlEncode(Bytes(64, '\xff'))), std::string("jwk.weak"));
        QCOMPARE(reasonWith(rsa(), "n", base64UrlEncode(Bytes(2048, '\xff'))), std::string("jwk.weak"));
        // CVE-2017-15361: from Wycheproof's combined vectors.
        const json::Object vectors = test::readVectors("wycheproof/json_web_crypto_test.json");
        for (const json::Value& group : *json::arrayMember(vectors, "testGroups")) {
            if (test::text(group.get_object(), "comment") == "jws_rsa_roca_key") {
                QCOMPARE(reasonOf(*json::objectMember(group.get_object(), "public")), std::string("jwk.weak"));
                return;
            }
        }
        QFAIL("the vector is missing");
    }
    void keyOperationsDecideTheUse() {
        json::Object key = ec();
        key.erase("use");
        const auto useWith = [&key](std::initializer_list<json::Value> operations) {
            json::Object with = key;
            with["key_ops"] = json::Array(operations.begin(), operations.end());
            const auto parsed = parseJwk(with);
            return parsed ? parsed->use : parsed.error().reason;
        };
        QCOMPARE(useWith({"verify"}), std::string("sig"));
        QCOMPARE(useWith({"encrypt"}), std::string("enc"));
        QCOMPARE(useWith({"verify", "deriveKey"}), std::string());
        QCOMPARE(useWith({}), std::string("jwk.unsupported"));
        QCOMPARE(useWith({"verify", 1}), std::string("jwk.malformed"));
        key["use"] = "sig";
        QCOMPARE(useWith({"encrypt"}), std::string("jwk.malformed"));
        QCOMPARE(useWith({"verify"}), std::string("sig"));
    }
    void setKeepsWhatIsUsableAndNamesTheRest() {
        json::Object weak = rsa();
        weak["e"] = "AQ";
        weak["kid"] = "we\nak";
        json::Object shared;
        shared["kty"] = "oct";
        shared["k"] = "AAAA";
        json::Object set;
        set["keys"] = json::Array{ec(), weak, shared, 5, rsa()};
        const JwkSet parsed = parseJwkSet(json::write(set)).value();
        QCOMPARE(parsed.keys.size(), std::size_t(2));
        QCOMPARE(parsed.keys[1].kid, std::string("rsa"));
        const std::vector<std::string> ignored{"keys[1] kid we?ak: jwk.weak", "keys[2]: jwk.private",
                                               "keys[3]: jwk.malformed"};
        QCOMPARE(parsed.ignored, ignored);
    }
    void brokenAndOversizedSetsAreRefused() {
        for (const char* bad : {"", "[]", "{}", R"({"keys":{}})", R"({"keys":null})", R"({"keys":[],"keys":[]})",
                                R"({"keys":[]}x)", R"({"Keys":[]})"}) {
            QCOMPARE(parseJwkSet(bad).error().reason, std::string("jwks.malformed"));
        }
        QVERIFY(parseJwkSet(R"({"keys":[]})").value().keys.empty());
        QCOMPARE(parseJwkSet(std::string(64 * 1024 + 1, ' ')).error().reason, std::string("jwks.too_large"));
        json::Object many;
        json::Array keys(101, json::Value(1));
        many["keys"] = keys;
        QCOMPARE(parseJwkSet(json::write(many)).error().reason, std::string("jwks.too_large"));
    }
};

QTEST_GUILESS_MAIN(TestJwk)
#include "tst_jwk.moc"
