// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include <filesystem>

#include "crypto/hash.h"
#include "jose/jwe.h"
#include "jose/jwk.h"
#include "jose/jws.h"
#include "jose/tst_vectors.h"

using namespace gatehouse;
using namespace gatehouse::jose;
using crypto::Signature;

namespace {

const char* const kFolder = "jose/rfc7520-cookbook/";
const VerifyPolicy kEverything{
    {Signature::RS256, Signature::PS256, Signature::PS384, Signature::ES256, Signature::ES512, Signature::EdDSA},
    std::nullopt};

/// The member at a path of objects.
const json::Object& under(const json::Object& object, const char* name) {
    return *json::objectMember(object, name);
}

std::vector<Jwk> keysOf(const json::Object& jwk) {
    return {parseJwk(test::publicHalf(jwk)).value()};
}

Result<DecryptedJwe> decrypt(const std::string& token, const json::Object& key, const JwePolicy& policy) {
    return test::text(key, "kty") == "oct" ? decryptCompact(token, Secret(test::number(key, "k")), policy)
                                           : decryptCompact(token, test::privateKey(key).value(), policy);
}

} // namespace

class TestCookbook : public QObject {
    Q_OBJECT

private slots:
    void rfc7520SignaturesVerify() {
        for (const char* name :
             {"jws/4_1.rsa_v15_signature", "jws/4_2.rsa-pss_signature", "jws/4_3.ecdsa_signature", "curve25519/jws"}) {
            const json::Object example = test::readVectors(std::string(kFolder) + name + ".json");
            const json::Object& input = under(example, "input");
            const std::string token = test::text(under(example, "output"), "compact");
            const auto verified = verifyCompact(token, keysOf(under(input, "key")), kEverything);
            QVERIFY2(verified, name);
            QCOMPARE(verified->payload, test::text(input, "payload"));
            const std::string json = json::write(under(under(example, "output"), "json"));
            QCOMPARE(verifyCompact(json, keysOf(under(input, "key")), kEverything).error().reason,
                     std::string("jws.malformed"));
            // RSA PKCS #1 and Ed25519 are deterministic, and the key of the example must make the same bytes.
            const Signature algorithm = parseSignature(test::text(input, "alg")).value();
            const Bytes made =
                test::privateKey(under(input, "key"))->sign(algorithm, parseCompact(token)->signingInput).value();
            QCOMPARE(made == parseCompact(token)->signature,
                     algorithm == Signature::RS256 || algorithm == Signature::EdDSA);
        }
    }
    void rfc7520SharedSecretAndDetachedFormsAreRefused() {
        for (const char* name : {"jws/4_4.hmac-sha2_integrity_protection", "jws/4_5.signature_with_detached_content",
                                 "rfc7797/4.2.hmac-sha2_b64_false", "rfc7797/hmac-sha2_b64_false"}) {
            const json::Object example = test::readVectors(std::string(kFolder) + name + ".json");
            const std::string token = test::text(under(example, "output"), "compact");
            QVERIFY2(!verifyCompact(token, {}, kEverything), name);
        }
        for (const char* name : {"jws/4_6.protecting_specific_header_fields", "jws/4_7.protecting_content_only",
                                 "jws/4_8.multiple_signatures"}) {
            const json::Object example = test::readVectors(std::string(kFolder) + name + ".json");
            const std::string text = json::write(under(under(example, "output"), "json"));
            QCOMPARE(verifyCompact(text, {}, kEverything).error().reason, std::string("jws.malformed"));
        }
    }
    void rfc7520CompactEncryptionsOpen() {
        for (const char* name :
             {"5_2.key_encryption_using_rsa-oaep_with_aes-gcm",
              "5_4.key_agreement_with_key_wrapping_using_ecdh-es_and_aes-keywrap_with_aes-gcm",
              "5_5.key_agreement_using_ecdh-es_with_aes-cbc-hmac-sha2", "5_6.direct_encryption_using_aes-gcm",
              "5_7.key_wrap_using_aes-gcm_keywrap_with_aes-cbc-hmac-sha2",
              "5_8.key_wrap_using_aes-keywrap_with_aes-gcm"}) {
            const json::Object example = test::readVectors(std::string(kFolder) + "jwe/" + name + ".json");
            const json::Object& input = under(example, "input");
            const std::string token = test::text(under(example, "output"), "compact");
            const auto opened =
                decrypt(token, under(input, "key"), {test::text(input, "alg"), test::text(input, "enc")});
            QVERIFY2(opened, name);
            QCOMPARE(opened->plaintext, test::text(input, "plaintext"));
            const std::string json = json::write(under(under(example, "output"), "json"));
            QVERIFY(!decrypt(json, under(input, "key"), {test::text(input, "alg"), test::text(input, "enc")}));
        }
    }
    void rfc7520EncryptionsOutsideOfThePolicyAreRefused() {
        // 5.1 RSA1_5, 5.3 PBES2, 5.9 zip. 5.10 to 5.13 exist as JSON alone; X25519 is not used.
        const json::Object pkcs1 =
            test::readVectors(std::string(kFolder) + "jwe/5_1.key_encryption_using_rsa_v15_and_aes-hmac-sha2.json");
        QCOMPARE(decrypt(test::text(under(pkcs1, "output"), "compact"), under(under(pkcs1, "input"), "key"),
                         {"RSA1_5", "A128CBC-HS256"})
                     .error()
                     .reason,
                 std::string("jwe.alg_refused"));
        const json::Object password = test::readVectors(
            std::string(kFolder) + "jwe/5_3.key_wrap_using_pbes2-aes-keywrap_with-aes-cbc-hmac-sha2.json");
        QCOMPARE(decryptCompact(test::text(under(password, "output"), "compact"), Secret::copyOf("entrap"),
                                {"PBES2-HS512+A256KW", "A128CBC-HS256"})
                     .error()
                     .reason,
                 std::string("jwe.alg_refused"));
        const json::Object zip = test::readVectors(std::string(kFolder) + "jwe/5_9.compressed_content.json");
        QCOMPARE(decrypt(test::text(under(zip, "output"), "compact"), under(under(zip, "input"), "key"),
                         {"A128KW", "A128GCM"})
                     .error()
                     .reason,
                 std::string("jwe.alg_refused"));
        for (const char* name :
             {"5_10.including_additional_authentication_data", "5_11.protecting_specific_header_fields",
              "5_12.protecting_content_only", "5_13.encrypting_to_multiple_recipients"}) {
            const json::Object example = test::readVectors(std::string(kFolder) + "jwe/" + name + ".json");
            QCOMPARE(decryptCompact(json::write(under(under(example, "output"), "json")), Secret(Bytes(16, 'k')),
                                    {"A128KW", "A128GCM"})
                         .error()
                         .reason,
                     std::string("jwe.malformed"));
        }
        const json::Object curve = test::readVectors(std::string(kFolder) + "curve25519/ecdh-es.json");
        const auto ec = crypto::PrivateKey::generate(crypto::KeyType::EcP256);
        QCOMPARE(
            decryptCompact(test::text(under(curve, "output"), "compact"), *ec, {"ECDH-ES", "A128GCM"}).error().reason,
            std::string("jwe.malformed"));
    }
    void rfc7520NestedTokenOpensAndVerifies() {
        const json::Object example =
            test::readVectors(std::string(kFolder) + "6.nesting_signatures_and_encryption.json");
        const json::Object& outer = under(example, "encrypt");
        const auto opened =
            decrypt(test::text(under(outer, "output"), "compact"), under(under(outer, "input"), "key"),
                    {test::text(under(outer, "input"), "alg"), test::text(under(outer, "input"), "enc")});
        QVERIFY(opened);
        const json::Object& inner = under(under(example, "sign"), "input");
        const auto verified = verifyCompact(opened->plaintext, keysOf(under(inner, "key")), kEverything);
        QVERIFY(verified);
        QCOMPARE(verified->payload, test::text(inner, "payload"));
    }
    void rfc7520KeysAreReadOrRefused() {
        for (const auto& [name, reason] :
             {std::pair("3_1.ec_public_key", ""), std::pair("3_2.ec_private_key", "jwk.private"),
              std::pair("3_3.rsa_public_key", ""), std::pair("3_4.rsa_private_key", "jwk.private"),
              std::pair("3_5.symmetric_key_mac_computation", "jwk.private"),
              std::pair("3_6.symmetric_key_encryption", "jwk.private")}) {
            const auto key = parseJwk(test::readVectors(std::string(kFolder) + "jwk/" + name + ".json"));
            QCOMPARE(key ? std::string() : key.error().reason, std::string(reason));
        }
    }
    void rfcExamplesVerify() {
        const json::Object examples = test::readVectors("jose/rfc-examples/rfc-examples.json");
        int verified = 0;
        for (const json::Value& entry : *json::arrayMember(examples, "jws")) {
            const json::Object& example = entry.get_object();
            const std::string token = test::text(example, "compact");
            const json::Object& jwk = under(example, "jwk");
            if (test::text(jwk, "kty") == "oct") {
                QCOMPARE(verifyCompact(token, {}, kEverything).error().reason, std::string("jws.alg_refused"));
            } else {
                QVERIFY(verifyCompact(token, keysOf(jwk), kEverything));
                ++verified;
            }
        }
        for (const json::Value& entry : *json::arrayMember(examples, "dpop")) {
            const json::Object& example = entry.get_object();
            if (!example.contains("jkt")) {
                continue;
            }
            const auto jws = parseCompact(test::text(example, "jwt"));
            const json::Object* jwk = json::objectMember(jws->header, "jwk");
            const VerifyPolicy policy{{Signature::ES256}, "dpop+jwt"};
            QVERIFY(jwk != nullptr && verifyCompact(test::text(example, "jwt"), keysOf(*jwk), policy));
            QCOMPARE(thumbprint(parseJwk(*jwk)->key), test::text(example, "jkt"));
            ++verified;
        }
        QVERIFY(verified >= 3);
        const json::Object& ath = under(examples, "dpop_ath");
        QCOMPARE(base64UrlEncode(crypto::sha256(test::text(ath, "access_token"))), test::text(ath, "ath"));
    }
};

QTEST_GUILESS_MAIN(TestCookbook)
#include "tst_cookbook.moc"
