// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "oauth/claims_request.h"

using namespace gatehouse;
using namespace gatehouse::oauth;

namespace {

// OpenID Connect Core 1.0, 5.5: the example
constexpr const char* kExample =
    "{"
    "\"userinfo\": {\"given_name\": {\"essential\": true}, \"nickname\": null, \"email\": {\"essential\": true},"
    "\"email_verified\": {\"essential\": true}, \"picture\": null, \"http://example.info/claims/groups\": null},"
    "\"id_token\": {\"auth_time\": {\"essential\": true}, \"acr\": {\"values\": [\"urn:mace:incommon:iap:silver\"]}}}";
constexpr const char* kOtherMembers = "{\"other\":{\"x\":null},\"userinfo\":null}";
constexpr const char* kOtherValues = "{\"userinfo\":{\"a\":{\"values\":[1,true,\"t\"],\"more\":7}}}";
constexpr const char* kMalformed[] = {"",
                                      "[]",
                                      "x",
                                      "null",
                                      "{\"userinfo\":[]}",
                                      "{\"userinfo\":{\"a\":1}}",
                                      "{\"userinfo\":{\"a\":\"text\"}}",
                                      "{\"id_token\":{\"acr\":{\"essential\":\"yes\"}}}",
                                      "{\"id_token\":{\"acr\":{\"values\":\"a\"}}}"};

/// What is asked of acr by this JSON.
AcrRequest acrBy(const std::string& json) {
    return acrOf(parseClaimsRequest("{\"id_token\":{\"acr\":" + json + "}}").value());
}
constexpr const char* kEssential = "{\"essential\":true,\"values\":[\"a\",\"b\"]}";
constexpr const char* kEssentialOne = "{\"essential\":true,\"value\":\"a\"}";
constexpr const char* kEssentialAny = "{\"essential\":true}";

} // namespace

class TestClaimsRequest : public QObject {
    Q_OBJECT
private slots:
    void theExampleOfTheSpecificationIsRead() {
        const auto request = parseClaimsRequest(kExample);
        QVERIFY(request);
        QCOMPARE(request->userinfo.size(), std::size_t(6));
        QVERIFY(request->userinfo[0] == (ClaimRequest{"given_name", true, {}}));
        QVERIFY(request->userinfo[1] == (ClaimRequest{"nickname", false, {}}));
        QVERIFY(request->idToken[1] == (ClaimRequest{"acr", false, {"urn:mace:incommon:iap:silver"}}));
        QVERIFY(!acrOf(*request).essential);
        QCOMPARE(acrOf(*request).values.size(), std::size_t(1));
    }
    void anEssentialLevelHasValues() {
        QVERIFY(acrBy(kEssential).essential);
        QCOMPARE(acrBy(kEssential).values, (std::vector<std::string>{"a", "b"}));
        QVERIFY(acrBy(kEssentialOne).essential);
        QVERIFY(!acrBy(kEssentialAny).essential); // any level will do
        QVERIFY(!acrBy("null").essential);
    }
    void whatIsNotKnownIsLeftOut() {
        QVERIFY(parseClaimsRequest("{}")->empty());
        QVERIFY(parseClaimsRequest(kOtherMembers)->empty());
        QVERIFY(parseClaimsRequest(kOtherValues)->userinfo.front() == (ClaimRequest{"a", false, {"t"}}));
    }
    void whatDoesNotFitIsRefused() {
        for (const char* text : kMalformed) {
            const auto request = parseClaimsRequest(text);
            QVERIFY2(!request && request.error().reason == "oauth.invalid_request.claims", text);
        }
        std::string many = "{\"userinfo\":{";
        for (int i = 0; i < 51; ++i) {
            many += (i == 0 ? "\"c" : ",\"c") + std::to_string(i) + "\":null";
        }
        QVERIFY(!parseClaimsRequest(many + "}}"));
        QVERIFY(!parseClaimsRequest("{\"other\":\"" + std::string(8 * 1024, 'v') + "\"}"));
    }
};

QTEST_GUILESS_MAIN(TestClaimsRequest)
#include "tst_claims_request.moc"
