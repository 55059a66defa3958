// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include <set>

#include "jose/jws.h"
#include "jose/tst_vectors.h"

using namespace gatehouse;
using namespace gatehouse::jose;

namespace {

using crypto::Signature;

const VerifyPolicy kEverything{{Signature::RS256, Signature::RS384, Signature::RS512, Signature::PS256,
                                Signature::PS384, Signature::PS512, Signature::ES256, Signature::ES384,
                                Signature::ES512, Signature::EdDSA},
                               std::nullopt};

/// Vectors that count as valid upstream and are refused here, each with the reason.
struct Exception {
    std::int64_t test;
    const char* reason;
};
constexpr const char* kSharedSecret = "HS*: a shared secret proves nothing to us; refused by policy";
constexpr const char* kOtherAlgorithm = "the JWK says PS256, the token PS384: the key's alg binds";
constexpr const char* kMisnamed = "the JWK says ES521, a name that RFC 7518 does not have; the token ES512";
constexpr const char* kNotBase64 = "HS256, and a character outside of the alphabet is inserted: RFC 7515, 2 forbids it";

using Exceptions = std::vector<Exception>;

const Exceptions kSignatureExceptions{
    {1, kSharedSecret}, {346, kOtherAlgorithm}, {347, kMisnamed},     {348, kSharedSecret}, {350, kOtherAlgorithm},
    {351, kMisnamed},   {352, kSharedSecret},   {357, kSharedSecret}, {358, kSharedSecret}, {359, kSharedSecret},
    {372, kNotBase64},  {373, kNotBase64},      {376, kSharedSecret}, {377, kSharedSecret}};
const Exceptions kKeyExceptions{{2, kSharedSecret}, {13, kSharedSecret}, {14, kSharedSecret}, {15, kSharedSecret}};
const Exceptions kCryptoExceptions{{1, kSharedSecret}, {48, kSharedSecret}};

/// The group's verification keys as a set: what an issuer would publish.
JwkSet keysOf(const json::Object& group) {
    const json::Object* given = json::objectMember(group, "public");
    given = given != nullptr ? given : json::objectMember(group, "private");
    json::Object set;
    set["keys"] = json::Array{*given};
    return parseJwkSet(json::write(given->contains("keys") ? *given : set)).value();
}

} // namespace

class TestWycheproofJws : public QObject {
    Q_OBJECT

    static void run(const std::string& file, const Exceptions& exceptions, int expectedTests) {
        const json::Object vectors = test::readVectors("wycheproof/" + file);
        std::set<std::int64_t> used;
        int ran = 0;
        for (const json::Value& entry : *json::arrayMember(vectors, "testGroups")) {
            const json::Object& group = entry.get_object();
            for (const json::Value& item : *json::arrayMember(group, "tests")) {
                const json::Object& vector = item.get_object();
                if (!vector.contains("jws")) {
                    continue;
                }
                const std::int64_t id = *json::integerMember(vector, "tcId");
                bool valid = test::text(vector, "result") == "valid";
                for (const Exception& exception : exceptions) {
                    if (exception.test == id) {
                        QVERIFY(valid);
                        valid = false;
                        used.insert(id);
                    }
                }
                const JwkSet keys = keysOf(group);
                const auto verified = verifyCompact(test::tokenOf(vector, "jws"), keys.keys, kEverything);
                QVERIFY2(verified.has_value() == valid,
                         (file + " " + std::to_string(id) + " " + test::text(vector, "comment") + ": " +
                          (verified ? "accepted" : verified.error().reason))
                             .c_str());
                ++ran;
            }
        }
        QCOMPARE(used.size(), exceptions.size());
        QCOMPARE(ran, expectedTests);
    }

private slots:
    void signatureVectors() { run("json_web_signature_test.json", kSignatureExceptions, 401); }
    void keyVectors() { run("json_web_key_test.json", kKeyExceptions, 26); }
    void combinedVectors() { run("json_web_crypto_test.json", kCryptoExceptions, 49); }
};

QTEST_GUILESS_MAIN(TestWycheproofJws)
#include "tst_wycheproof_jws.moc"
