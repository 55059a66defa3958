// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "jose/jwt.h"
#include "jose/tst_vectors.h"

using namespace gatehouse;
using namespace gatehouse::jose;
using crypto::KeyType;
using crypto::PrivateKey;
using crypto::Signature;

namespace {

constexpr std::int64_t kNow = 1'795'302'300;
const Time kTime = fromUnixSeconds(kNow);

json::Object claimsWith(const char* name, json::Value value) {
    json::Object claims;
    claims["iss"] = "https://idp.example";
    claims["sub"] = "248289761001";
    claims["aud"] = "client";
    claims["exp"] = kNow + 300;
    claims["iat"] = kNow - 5;
    claims["nonce"] = "n-0S6_WzA2Mj";
    claims[name] = std::move(value);
    return claims;
}

ClaimRules rules() {
    ClaimRules rules;
    rules.issuer = "https://idp.example";
    rules.audience = "client";
    rules.nonce = "n-0S6_WzA2Mj";
    return rules;
}

/// The status of the check with this name, as a word; "none" if there is no such check.
std::string statusOf(const Checks& checks, std::string_view name) {
    for (const Check& check : checks) {
        if (check.name == name) {
            return statusName(check.status);
        }
    }
    return "none";
}

std::string statusWith(const char* claim, json::Value value, const ClaimRules& with = rules()) {
    return statusOf(checkClaims(claimsWith(claim, std::move(value)), with, kTime), std::string("claims.") + claim);
}

std::string allNotes(const json::Object& inspected) {
    std::string all;
    const auto notes = json::stringsMember(inspected, "notes");
    for (const std::string& note : notes.value()) {
        all.append(note).append("\n");
    }
    return all;
}

} // namespace

class TestJwt : public QObject {
    Q_OBJECT

    const PrivateKey m_key = PrivateKey::generate(KeyType::EcP256).value();
    const JwkSet m_keys{{{m_key.publicKey(), "k1", "sig", "ES256", ""}}, {}};

    [[nodiscard]] std::string token(const json::Object& claims) const {
        json::Object header;
        header["kid"] = "k1";
        header["typ"] = "JWT";
        return signCompact(header, json::write(claims), m_key, Signature::ES256).value();
    }

private slots:
    void goodClaimsPassEveryCheck() {
        const Checks checks = checkClaims(claimsWith("nbf", kNow), rules(), kTime);
        QStringList names;
        for (const Check& check : checks) {
            QCOMPARE(check.status, Check::Status::Ok);
            QVERIFY(!check.spec.empty() && !check.expected.empty() && !check.actual.empty() && check.cure.empty());
            names.append(QString::fromStdString(check.name));
        }
        QCOMPARE(names.join(QLatin1Char(' ')),
                 QStringLiteral("claims.iss claims.aud claims.exp claims.nbf claims.iat claims.nonce claims.sub"));
        QVERIFY(firstFailure(checks) == nullptr);
    }
    void unsetRulesAreNotChecked() {
        const Checks checks = checkClaims({}, ClaimRules{}, kTime);
        QCOMPARE(statusOf(checks, "claims.iss"), std::string("none"));
        QCOMPARE(statusOf(checks, "claims.aud"), std::string("none"));
        QCOMPARE(statusOf(checks, "claims.nonce"), std::string("none"));
        QCOMPARE(statusOf(checks, "claims.nbf"), std::string("skipped"));
        QCOMPARE(firstFailure(checks)->name, std::string("claims.exp"));
    }
    void issuerIsComparedByteForByte() {
        for (const char* bad :
             {"https://idp.example/", "HTTPS://idp.example", "https://IDP.example", "", "https://idp.exampl"}) {
            QCOMPARE(statusWith("iss", bad), std::string("fail"));
        }
        QCOMPARE(statusWith("iss", json::Array{"https://idp.example"}), std::string("fail"));
        QCOMPARE(statusWith("iss", nullptr), std::string("fail"));
    }
    void audienceMayBeAnArrayOfStrings() {
        QCOMPARE(statusWith("aud", json::Array{"other", "client"}), std::string("ok"));
        QCOMPARE(statusWith("aud", json::Array{"client"}), std::string("ok"));
        for (const json::Value& bad : {json::Value("other"), json::Value("Client"), json::Value(json::Array{}),
                                       json::Value(json::Array{"other"}), json::Value(json::Array{"client", 1}),
                                       json::Value(1), json::Value(nullptr), json::Value("client ")}) {
            QCOMPARE(statusWith("aud", bad), std::string("fail"));
        }
    }
    void singleAudienceToleratesNoSecond() {
        ClaimRules single = rules();
        single.singleAudience = true;
        QCOMPARE(statusWith("aud", "client", single), std::string("ok"));
        QCOMPARE(statusWith("aud", json::Array{"client"}, single), std::string("ok"));
        QCOMPARE(statusWith("aud", json::Array{"client", "other"}, single), std::string("fail"));
        QCOMPARE(statusWith("aud", json::Array{"client", "client"}, single), std::string("fail"));
    }
    void expiryAllowsTheSkewAndNotMore() {
        QCOMPARE(statusWith("exp", kNow - 59), std::string("ok"));
        QCOMPARE(statusWith("exp", kNow - 60), std::string("fail"));
        QCOMPARE(statusWith("exp", double(kNow) - 59.5), std::string("ok"));
        QCOMPARE(statusWith("exp", double(kNow) + 0.5), std::string("ok"));
        ClaimRules optional = rules();
        optional.requireExpiry = false;
        json::Object claims = claimsWith("exp", 0);
        claims.erase("exp");
        QCOMPARE(statusOf(checkClaims(claims, rules(), kTime), "claims.exp"), std::string("fail"));
        QCOMPARE(statusOf(checkClaims(claims, optional, kTime), "claims.exp"), std::string("skipped"));
    }
    void datesMustBeNumbersInRange() {
        for (const char* claim : {"exp", "nbf", "iat"}) {
            for (const json::Value& bad :
                 {json::Value(std::to_string(kNow)), json::Value(-1), json::Value(-0.5), json::Value(1e16),
                  json::Value(9007199254740993), json::Value(true), json::Value(nullptr),
                  json::Value(json::Array{kNow}), json::Value(std::uint64_t(18446744073709551615U))}) {
                QCOMPARE(statusWith(claim, bad), std::string("fail"));
            }
        }
        QCOMPARE(statusWith("exp", 9007199254740992), std::string("ok"));
    }
    void notBeforeAndIssuedAtMustNotLieAhead() {
        for (const char* claim : {"nbf", "iat"}) {
            QCOMPARE(statusWith(claim, kNow + 60), std::string("ok"));
            QCOMPARE(statusWith(claim, kNow + 61), std::string("fail"));
        }
    }
    void issuedAtMustBeYoungEnough() {
        ClaimRules young = rules();
        young.maxAge = Seconds(300);
        QCOMPARE(statusWith("iat", kNow - 360, young), std::string("ok"));
        QCOMPARE(statusWith("iat", kNow - 361, young), std::string("fail"));
        QCOMPARE(statusWith("iat", kNow - 100'000), std::string("ok"));
        json::Object claims = claimsWith("iat", 0);
        claims.erase("iat");
        QCOMPARE(statusOf(checkClaims(claims, young, kTime), "claims.iat"), std::string("fail"));
        QCOMPARE(statusOf(checkClaims(claims, rules(), kTime), "claims.iat"), std::string("skipped"));
    }
    void nonceMustMatchAndIsNotShown() {
        QCOMPARE(statusWith("nonce", "other"), std::string("fail"));
        QCOMPARE(statusWith("nonce", ""), std::string("fail"));
        QCOMPARE(statusWith("nonce", 5), std::string("fail"));
        const Checks checks = checkClaims(claimsWith("nonce", "attacker"), rules(), kTime);
        for (const Check& check : checks) {
            QVERIFY(check.actual.find("attacker") == std::string::npos);
            QVERIFY(check.expected.find("n-0S6") == std::string::npos);
        }
    }
    void subjectMustBeAShortString() {
        QCOMPARE(statusWith("sub", ""), std::string("fail"));
        QCOMPARE(statusWith("sub", 5), std::string("fail"));
        QCOMPARE(statusWith("sub", json::Value(std::string(256, 's').c_str())), std::string("fail"));
        QCOMPARE(statusWith("sub", json::Value(std::string(255, 's').c_str())), std::string("ok"));
    }
    void inspectionShowsPartsTimesAndWhatStandsOut() {
        const json::Object out = inspectJwt(" Bearer " + token(claimsWith("exp", kNow - 180)) + "\n", kTime).value();
        QCOMPARE(test::text(out, "kind"), std::string("jws"));
        QCOMPARE(test::text(*json::objectMember(out, "header"), "kid"), std::string("k1"));
        QCOMPARE(test::text(*json::objectMember(out, "payload"), "sub"), std::string("248289761001"));
        QVERIFY(allNotes(out).find("Expired 3 minutes ago.") != std::string::npos);
        const json::Array& times = *json::arrayMember(out, "times");
        QCOMPARE(times.size(), std::size_t(2));
        QCOMPARE(test::text(times[0].get_object(), "in_words"), std::string("5 seconds ago"));
        QCOMPARE(test::text(times[1].get_object(), "at"), toRfc3339(fromUnixSeconds(kNow - 180)));
    }
    void inspectionNamesDangers() {
        const std::string none = base64UrlEncode("{\"alg\":\"none\",\"jku\":\"https://attacker.example\"}") + "." +
                                 base64UrlEncode(R"({"exp":"soon","iat":99999999999})") + ".";
        const std::string notes = allNotes(inspectJwt(none, kTime).value());
        for (const char* part :
             {"Not signed at all", "No kid", "(jku)", "exp is not a number", "Issued in the future", "No iss"}) {
            QVERIFY2(notes.find(part) != std::string::npos, part);
        }
        const std::string shared = base64UrlEncode(R"({"alg":"HS256"})") + "." + base64UrlEncode("text") + ".AA";
        const json::Object out = inspectJwt(shared, kTime).value();
        QVERIFY(json::member(out, "payload")->is_null());
        QVERIFY(allNotes(out).find("shared secret (HS256)") != std::string::npos);
        const std::string encrypted = base64UrlEncode(R"({"alg":"dir","enc":"A256GCM"})") + "....";
        QCOMPARE(test::text(inspectJwt(encrypted, kTime).value(), "kind"), std::string("jwe"));
    }
    void inspectionOfRubbishIsAnError() {
        for (const char* bad : {"", "Bearer ", "a.b", "a.b.c", "....", "{}"}) {
            QVERIFY2(!inspectJwt(bad, kTime), bad);
        }
    }
    void verdictListsTheChecksInOrder() {
        const Checks checks = verifyJwt(token(claimsWith("sub", "s")), m_keys, rules(), kTime);
        QVERIFY(firstFailure(checks) == nullptr);
        for (std::size_t i = 0; i < 4; ++i) {
            const char* const names[] = {"jwt.format", "jwt.alg", "jwt.key", "jwt.signature"};
            QCOMPARE(checks[i].name, std::string(names[i]));
            QCOMPARE(checks[i].status, Check::Status::Ok);
        }
        QCOMPARE(checks[4].name, std::string("claims.iss"));
    }
    void verdictNamesTheFirstThingThatIsWrong() {
        const std::string good = token(claimsWith("sub", "s"));
        const auto firstOf = [&](const std::string& text, const JwkSet& keys) {
            const Checks checks = verifyJwt(text, keys, rules(), kTime);
            const Check* failure = firstFailure(checks);
            return failure == nullptr ? std::string()
                                      : failure->name + (failure->cure.empty() ? " without a cure" : "");
        };
        QCOMPARE(firstOf("rubbish", m_keys), std::string("jwt.format"));
        QCOMPARE(firstOf(signCompact({}, "text", m_key, Signature::ES256).value(), m_keys), std::string("jwt.format"));
        QCOMPARE(firstOf(base64UrlEncode(R"({"alg":"none"})") + "." + base64UrlEncode("{}") + ".", m_keys),
                 std::string("jwt.alg"));
        QCOMPARE(firstOf(good, {}), std::string("jwt.key"));
        const JwkSet wrong{{{PrivateKey::generate(KeyType::EcP256)->publicKey(), "k1", "", "", ""}}, {}};
        QCOMPARE(firstOf(good, wrong), std::string("jwt.signature"));
        QCOMPARE(firstOf(token(claimsWith("aud", "other")), m_keys), std::string("claims.aud"));
        QCOMPARE(statusOf(verifyJwt(good, wrong, rules(), kTime), "claims.aud"), std::string("ok"));
        QCOMPARE(statusOf(verifyJwt("x", m_keys, rules(), kTime), "jwt.signature"), std::string("skipped"));
    }
};

QTEST_GUILESS_MAIN(TestJwt)
#include "tst_jwt.moc"
