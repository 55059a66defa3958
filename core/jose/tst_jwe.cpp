// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "jose/jwe.h"
#include "jose/jwk.h"
#include "jose/tst_vectors.h"

using namespace gatehouse;
using namespace gatehouse::jose;
using crypto::KeyType;
using crypto::PrivateKey;

namespace {

std::string reasonOf(const Result<DecryptedJwe>& result) {
    return result ? "accepted" : result.error().reason;
}

std::vector<std::string> split(const std::string& token) {
    std::vector<std::string> parts(1);
    for (const char c : token) {
        if (c == '.') {
            parts.emplace_back();
        } else {
            parts.back().push_back(c);
        }
    }
    return parts;
}

std::string join(const std::vector<std::string>& parts) {
    std::string token = parts[0];
    for (std::size_t i = 1; i < parts.size(); ++i) {
        token.append(".").append(parts[i]);
    }
    return token;
}

} // namespace

class TestJwe : public QObject {
    Q_OBJECT

    const PrivateKey m_rsa = PrivateKey::generate(KeyType::Rsa).value();
    const PrivateKey m_ec = PrivateKey::generate(KeyType::EcP256).value();
    const JwePolicy m_oaep{"RSA-OAEP-256", "A256GCM"};
    const JwePolicy m_agree{"ECDH-ES", "A128CBC-HS256"};

    [[nodiscard]] std::string encrypted() const {
        return encryptCompact({}, "secret", m_rsa.publicKey(), m_oaep).value();
    }
    /// The token with another header; everything else stays.
    static std::string withHeader(const std::string& token, std::string_view header) {
        std::vector<std::string> parts = split(token);
        parts[0] = base64UrlEncode(header);
        return join(parts);
    }

private slots:
    void everyPublicKeyAlgorithmRoundTrips() {
        for (const char* enc : {"A128GCM", "A192GCM", "A256GCM", "A128CBC-HS256", "A192CBC-HS384", "A256CBC-HS512"}) {
            for (const char* alg :
                 {"RSA-OAEP", "RSA-OAEP-256", "ECDH-ES", "ECDH-ES+A128KW", "ECDH-ES+A192KW", "ECDH-ES+A256KW"}) {
                const PrivateKey& key = alg[0] == 'R' ? m_rsa : m_ec;
                json::Object header;
                header["cty"] = "JWT";
                const std::string token = encryptCompact(header, "content", key.publicKey(), {alg, enc}).value();
                const auto opened = decryptCompact(token, key, {alg, enc});
                QCOMPARE(reasonOf(opened), std::string("accepted"));
                QCOMPARE(opened->plaintext, std::string("content"));
                QCOMPARE(test::text(opened->header, "cty"), std::string("JWT"));
            }
        }
    }
    void largerCurvesRoundTripAndEmptyContentIsProven() {
        for (const KeyType curve : {KeyType::EcP384, KeyType::EcP521}) {
            const PrivateKey key = PrivateKey::generate(curve).value();
            const std::string token = encryptCompact({}, "", key.publicKey(), m_agree).value();
            QCOMPARE(decryptCompact(token, key, m_agree)->plaintext, std::string());
        }
    }
    void algorithmsAreTheCallers() {
        QCOMPARE(reasonOf(decryptCompact(encrypted(), m_rsa, {"RSA-OAEP", "A256GCM"})), std::string("jwe.alg_refused"));
        QCOMPARE(reasonOf(decryptCompact(encrypted(), m_rsa, {"RSA-OAEP-256", "A128GCM"})),
                 std::string("jwe.alg_refused"));
        QCOMPARE(reasonOf(decryptCompact(encrypted(), m_rsa, {})), std::string("jwe.alg_refused"));
        for (const char* alg : {"RSA1_5", "PBES2-HS256+A128KW", "none", "", "rsa-oaep-256"}) {
            const std::string header = std::string("{\"alg\":\"") + alg + "\",\"enc\":\"A256GCM\",\"p2c\":2147483647}";
            const std::string token = withHeader(encrypted(), header);
            QCOMPARE(reasonOf(decryptCompact(token, m_rsa, {alg, "A256GCM"})), std::string("jwe.alg_refused"));
            QVERIFY(!encryptCompact({}, "x", m_rsa.publicKey(), {alg, "A256GCM"}));
        }
    }
    void keysOfAnotherKindAreRefused() {
        QCOMPARE(reasonOf(decryptCompact(encrypted(), m_ec, m_oaep)), std::string("jwe.alg_refused"));
        QCOMPARE(reasonOf(decryptCompact(encrypted(), Secret::copyOf("shared"), m_oaep)),
                 std::string("jwe.alg_refused"));
        QVERIFY(!encryptCompact({}, "x", m_ec.publicKey(), m_oaep));
        QVERIFY(!encryptCompact({}, "x", m_rsa.publicKey(), m_agree));
        const PrivateKey edwards = PrivateKey::generate(KeyType::Ed25519).value();
        QVERIFY(!encryptCompact({}, "x", edwards.publicKey(), m_agree));
        const std::string direct = withHeader(encrypted(), R"({"alg":"dir","enc":"A256GCM"})");
        QCOMPARE(reasonOf(decryptCompact(direct, m_rsa, {"dir", "A256GCM"})), std::string("jwe.alg_refused"));
        QCOMPARE(reasonOf(decryptCompact(direct, Secret(Bytes(16, 'k')), {"dir", "A256GCM"})),
                 std::string("jwe.alg_refused"));
        QCOMPARE(reasonOf(decryptCompact(direct, Secret(Bytes(32, 'k')), {"dir", "A256GCM"})),
                 std::string("jwe.malformed"));
    }
    void failuresAfterParsingCannotBeToldApart() {
        const std::string token = encrypted();
        for (std::size_t part = 1; part < 5; ++part) {
            std::vector<std::string> parts = split(token);
            Bytes bytes = base64UrlDecode(parts[part]).value();
            bytes[0] = char(bytes[0] ^ 1);
            parts[part] = base64UrlEncode(bytes);
            QCOMPARE(reasonOf(decryptCompact(join(parts), m_rsa, m_oaep)), std::string("jwe.decrypt"));
            parts[part] = base64UrlEncode(bytes.substr(1));
            QCOMPARE(reasonOf(decryptCompact(join(parts), m_rsa, m_oaep)), std::string("jwe.decrypt"));
            parts[part].clear();
            QCOMPARE(reasonOf(decryptCompact(join(parts), m_rsa, m_oaep)), std::string("jwe.decrypt"));
        }
        const PrivateKey other = PrivateKey::generate(KeyType::Rsa).value();
        QCOMPARE(reasonOf(decryptCompact(token, other, m_oaep)), std::string("jwe.decrypt"));
        const std::string header = R"({"enc":"A256GCM","alg":"RSA-OAEP-256"} )";
        QCOMPARE(reasonOf(decryptCompact(withHeader(token, header), m_rsa, m_oaep)), std::string("jwe.decrypt"));
    }
    void shortTagsAreRefused() {
        const std::vector<std::string> parts = split(encrypted());
        const Bytes tag = base64UrlDecode(parts[4]).value();
        for (std::size_t size = 0; size < tag.size(); ++size) {
            std::vector<std::string> cut = parts;
            cut[4] = base64UrlEncode(tag.substr(0, size));
            QCOMPARE(reasonOf(decryptCompact(join(cut), m_rsa, m_oaep)), std::string("jwe.decrypt"));
        }
    }
    void compressionAndCriticalHeadersAreRefused() {
        QCOMPARE(reasonOf(decryptCompact(
                     withHeader(encrypted(), R"({"alg":"RSA-OAEP-256","enc":"A256GCM","zip":"DEF"})"), m_rsa, m_oaep)),
                 std::string("jwe.alg_refused"));
        QCOMPARE(
            reasonOf(decryptCompact(withHeader(encrypted(), R"({"alg":"RSA-OAEP-256","enc":"A256GCM","crit":["exp"]})"),
                                    m_rsa, m_oaep)),
            std::string("jwe.malformed"));
        json::Object zip;
        zip["zip"] = "DEF";
        QCOMPARE(encryptCompact(zip, "x", m_rsa.publicKey(), m_oaep).error().reason, std::string("jwe.malformed"));
    }
    void ephemeralKeysAreChecked() {
        const std::string token = encryptCompact({}, "x", m_ec.publicKey(), m_agree).value();
        const auto reasonFor = [&](const json::Value& ephemeral) {
            json::Object header;
            header["alg"] = "ECDH-ES";
            header["enc"] = "A128CBC-HS256";
            header["epk"] = ephemeral;
            return reasonOf(decryptCompact(withHeader(token, json::write(header)), m_ec, m_agree));
        };
        const PrivateKey fresh = PrivateKey::generate(KeyType::EcP256).value();
        json::Object jwk = toJwk(fresh.publicKey(), "", "", "");
        QCOMPARE(reasonFor(jwk), std::string("jwe.decrypt"));
        QCOMPARE(reasonFor(nullptr), std::string("jwe.malformed"));
        QCOMPARE(reasonFor("key"), std::string("jwe.malformed"));
        const PrivateKey large = PrivateKey::generate(KeyType::EcP384).value();
        QCOMPARE(reasonFor(toJwk(large.publicKey(), "", "", "")), std::string("jwe.decrypt"));
        QCOMPARE(reasonFor(toJwk(m_rsa.publicKey(), "", "", "")), std::string("jwe.decrypt"));
        jwk["y"] = jwk["x"];
        QCOMPARE(reasonFor(jwk), std::string("jwe.malformed"));
        QCOMPARE(
            reasonOf(decryptCompact(withHeader(token, R"({"alg":"ECDH-ES","enc":"A128CBC-HS256"})"), m_ec, m_agree)),
            std::string("jwe.malformed"));
    }
    void otherFormsAreMalformed() {
        const std::string token = encrypted();
        for (const std::string& bad : {std::string(), std::string("...."), token + ".", token + "=", token + " ",
                                       token.substr(0, token.rfind('.')), std::string(64 * 1024 + 1, 'A')}) {
            QCOMPARE(reasonOf(decryptCompact(bad, m_rsa, m_oaep)), std::string("jwe.malformed"));
        }
        for (const char* header :
             {"{}", R"({"alg":"RSA-OAEP-256"})", R"({"enc":"A256GCM"})", "[]", R"({"alg":"RSA-OAEP-256","enc":1})",
              R"({"alg":"RSA-OAEP-256","alg":"dir","enc":"A256GCM"})"}) {
            const std::string reason = reasonOf(decryptCompact(withHeader(token, header), m_rsa, m_oaep));
            QVERIFY2(reason == "jwe.malformed" || reason == "jwe.alg_refused", header);
        }
    }
};

QTEST_GUILESS_MAIN(TestJwe)
#include "tst_jwe.moc"
