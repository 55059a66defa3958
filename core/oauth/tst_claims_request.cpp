// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "oauth/claims_request.h"

using namespace gatehouse;
using namespace gatehouse::oauth;

class TestClaimsRequest : public QObject {
    Q_OBJECT
private slots:
    // OpenID Connect Core 1.0, 5.5: the example
    void theExampleOfTheSpecificationIsRead() {
        const auto request = parseClaimsRequest(R"({
            "userinfo": {"given_name": {"essential": true}, "nickname": null, "email": {"essential": true},
                         "email_verified": {"essential": true}, "picture": null,
                         "http://example.info/claims/groups": null},
            "id_token": {"auth_time": {"essential": true}, "acr": {"values": ["urn:mace:incommon:iap:silver"]}}})");
        QVERIFY(request);
        QCOMPARE(request->userinfo.size(), std::size_t(6));
        QVERIFY(request->userinfo[0] == (ClaimRequest{"given_name", true, {}}));
        QVERIFY(request->userinfo[1] == (ClaimRequest{"nickname", false, {}}));
        QVERIFY(request->idToken[1] == (ClaimRequest{"acr", false, {"urn:mace:incommon:iap:silver"}}));
        QVERIFY(!acrOf(*request).essential);
        QCOMPARE(acrOf(*request).values.size(), std::size_t(1));
    }
    void anEssentialLevelHasValues() {
        const auto of = [](const char* acr) {
            return acrOf(parseClaimsRequest(std::string(R"({"id_token":{"acr":)") + acr + "}}").value());
        };
        QVERIFY(of(R"({"essential":true,"values":["a","b"]})").essential);
        QCOMPARE(of(R"({"essential":true,"values":["a","b"]})").values, (std::vector<std::string>{"a", "b"}));
        QVERIFY(of(R"({"essential":true,"value":"a"})").essential);
        QVERIFY(!of(R"({"essential":true})").essential); // any level will do
        QVERIFY(!of("null").essential);
    }
    void whatIsNotKnownIsLeftOut() {
        QVERIFY(parseClaimsRequest("{}")->empty());
        QVERIFY(parseClaimsRequest(R"({"other":{"x":null},"userinfo":null})")->empty());
        QVERIFY(parseClaimsRequest(R"({"userinfo":{"a":{"values":[1,true,"t"],"more":7}}})")->userinfo.front() ==
                (ClaimRequest{"a", false, {"t"}}));
    }
    void whatDoesNotFitIsRefused() {
        for (const char* text :
             {"", "[]", "x", "null", R"({"userinfo":[]})", R"({"userinfo":{"a":1}})", R"({"userinfo":{"a":"text"}})",
              R"({"id_token":{"acr":{"essential":"yes"}}})", R"({"id_token":{"acr":{"values":"a"}}})"}) {
            const auto request = parseClaimsRequest(text);
            QVERIFY2(!request && request.error().reason == "oauth.invalid_request.claims", text);
        }
        std::string many = R"({"userinfo":{)";
        for (int i = 0; i < 51; ++i) {
            many += (i == 0 ? "\"c" : ",\"c") + std::to_string(i) + "\":null";
        }
        QVERIFY(!parseClaimsRequest(many + "}}"));
        QVERIFY(!parseClaimsRequest(R"({"userinfo":{"a":{"value":")" + std::string(8 * 1024, 'v') + "\"}}}"));
    }
};

QTEST_GUILESS_MAIN(TestClaimsRequest)
#include "tst_claims_request.moc"
