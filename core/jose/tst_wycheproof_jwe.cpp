// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include <set>

#include "jose/jwe.h"
#include "jose/tst_vectors.h"

using namespace gatehouse;
using namespace gatehouse::jose;

namespace {

/// Vectors that count as valid upstream and are refused here, each with the reason.
struct Exception {
    std::int64_t test;
    const char* reason;
};
constexpr const char* kPkcs1 = "RSA1_5: open to padding oracles, refused by policy (RFC 8725, 3.2)";
constexpr const char* kCompressed = "zip: a small message can grow without bound, refused by policy";

using Exceptions = std::vector<Exception>;
const Exceptions kEncryptionExceptions{{100, kPkcs1}, {101, kPkcs1}, {102, kPkcs1}, {103, kPkcs1},     {104, kPkcs1},
                                       {105, kPkcs1}, {112, kPkcs1}, {128, kPkcs1}, {135, kCompressed}};

/// What the recipient expects: the alg that its key is for, and the enc that the vector names (or, without a name, the
/// one of the valid message).
JwePolicy policyFor(const json::Object& key, const json::Object& vector) {
    JwePolicy policy{test::text(key, "alg"), test::text(vector, "enc")};
    if (policy.alg == "A128GCM") {
        policy.alg = "dir";
    }
    if (policy.enc.empty()) {
        policy.enc = policy.alg == "A256KW" ? "A256CBC-HS512" : "A128CBC-HS256";
    }
    return policy;
}

Result<DecryptedJwe> decrypt(const std::string& token, const json::Object& key, const JwePolicy& policy) {
    if (test::text(key, "kty") == "oct") {
        return decryptCompact(token, Secret(test::number(key, "k")), policy);
    }
    return decryptCompact(token, test::privateKey(key).value(), policy);
}

} // namespace

class TestWycheproofJwe : public QObject {
    Q_OBJECT

    static void run(const std::string& file, const Exceptions& exceptions, int expectedTests) {
        const std::set<std::string> slugs{"jwe.malformed", "jwe.alg_refused", "jwe.decrypt"};
        const json::Object vectors = test::readVectors("wycheproof/" + file);
        std::set<std::int64_t> used;
        int ran = 0;
        for (const json::Value& entry : *json::arrayMember(vectors, "testGroups")) {
            const json::Object& group = entry.get_object();
            const json::Object& key = *json::objectMember(group, "private");
            for (const json::Value& item : *json::arrayMember(group, "tests")) {
                const json::Object& vector = item.get_object();
                if (!vector.contains("jwe")) {
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
                const auto opened = decrypt(test::tokenOf(vector, "jwe"), key, policyFor(key, vector));
                QVERIFY2(opened.has_value() == valid,
                         (file + " " + std::to_string(id) + " " + test::text(vector, "comment") + ": " +
                          (opened ? "accepted" : opened.error().reason))
                             .c_str());
                if (valid && vector.contains("pt")) {
                    QCOMPARE(hexEncode(opened->plaintext), test::text(vector, "pt"));
                }
                QVERIFY(opened || slugs.count(opened.error().reason) == 1);
                ++ran;
            }
        }
        QCOMPARE(used.size(), exceptions.size());
        QCOMPARE(ran, expectedTests);
    }

private slots:
    void encryptionVectors() { run("json_web_encryption_test.json", kEncryptionExceptions, 139); }
    void combinedVectors() { run("json_web_crypto_test.json", {}, 34); }
};

QTEST_GUILESS_MAIN(TestWycheproofJwe)
#include "tst_wycheproof_jwe.moc"
