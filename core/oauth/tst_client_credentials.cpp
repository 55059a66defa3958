// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "base/encoding.h"
#include "oauth/client_credentials.h"

using namespace gatehouse;
using namespace gatehouse::oauth;

namespace {

Result<ClientCredentials> extract(std::string_view authorization, std::string_view form) {
    http::Headers headers;
    if (!authorization.empty()) {
        headers.set("Authorization", std::string(authorization));
    }
    return extractClientCredentials(headers, http::Parameters::parse(form).value());
}

std::string basic(std::string_view pair) {
    return "Basic " + base64Encode(pair);
}

std::string reasonOf(const Result<ClientCredentials>& result) {
    return result ? "accepted" : result.error().reason;
}

} // namespace

class TestClientCredentials : public QObject {
    Q_OBJECT
private slots:
    void basicIsFormDecoded() {
        const ClientCredentials given = extract(basic("my%3Aapp+1:s%25cr%C3%A9t+x"), "grant_type=x").value();
        QCOMPARE(given.method, ClientAuthMethod::SecretBasic);
        QCOMPARE(given.clientId, std::string("my:app 1"));
        QCOMPARE(given.secret.reveal(), std::string_view("s%cr\xc3\xa9t x"));
    }
    void theSchemeIsReadInAnyCase() { QVERIFY(extract("bAsIc " + base64Encode("a:b"), "")); }
    void aColonInTheSecretIsKept() {
        QCOMPARE(extract(basic("a:b:c"), "").value().secret.reveal(), std::string_view("b:c"));
    }
    void theSameClientIdBesideBasicIsAccepted() { QVERIFY(extract(basic("a:b"), "client_id=a")); }
    void postGivesIdAndSecret() {
        const ClientCredentials given = extract("", "client_id=a&client_secret=s+1").value();
        QCOMPARE(given.method, ClientAuthMethod::SecretPost);
        QCOMPARE(given.secret.reveal(), std::string_view("s 1"));
    }
    void aClientIdAloneIsAPublicClient() {
        QCOMPARE(extract("", "client_id=a").value().method, ClientAuthMethod::None);
        QCOMPARE(extract("", "client_id=a&client_secret=").value().method, ClientAuthMethod::None);
    }
    void anAssertionIsHandedOn() {
        const ClientCredentials given = extract("", "client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-"
                                                    "assertion-type%3Ajwt-bearer&client_assertion=a.b.c")
                                            .value();
        QCOMPARE(given.method, ClientAuthMethod::PrivateKeyJwt);
        QVERIFY(given.clientId.empty());
        QCOMPARE(given.secret.reveal(), std::string_view("a.b.c"));
    }
    void twoMethodsAreRefused() {
        const std::string two = "oauth.invalid_request.client_auth_methods";
        QCOMPARE(reasonOf(extract(basic("a:b"), "client_id=a&client_secret=b")), two);
        QCOMPARE(reasonOf(extract(basic("a:b"), "client_secret=b")), two);
        QCOMPARE(reasonOf(extract(basic("a:b"), "client_assertion=x")), two);
        QCOMPARE(reasonOf(extract("", "client_id=a&client_secret=b&client_assertion=x")), two);
        QCOMPARE(reasonOf(extract("", "client_secret=b&client_assertion=x")), two);
    }
    void anotherClientIdBesideBasicIsRefused() {
        QCOMPARE(reasonOf(extract(basic("a:b"), "client_id=c")),
                 std::string("oauth.invalid_request.client_auth_methods"));
    }
    void repeatedParametersAreRefused() {
        for (const char* form : {"client_id=a&client_id=a", "client_id=a&client_secret=b&client_secret=b",
                                 "client_id=a&client_assertion=&client_assertion="}) {
            QCOMPARE(reasonOf(extract("", form)), std::string("oauth.invalid_request.repeated"));
        }
    }
    void twoAuthorizationHeadersAreRefused() {
        http::Headers headers;
        headers.add("Authorization", basic("a:b"));
        headers.add("authorization", basic("a:b"));
        QCOMPARE(reasonOf(extractClientCredentials(headers, {})), std::string("oauth.invalid_request.repeated"));
    }
    void malformedBasicIsRefused() {
        for (const std::string& bad : {std::string("Basic"),
                                       std::string("Basic "),
                                       std::string("Basic a:b"),
                                       std::string("Basic YTpi="),
                                       std::string("Basic  ") + base64Encode("a:b"),
                                       std::string("Bearer abc"),
                                       std::string("DPoP abc"),
                                       basic("ab"),
                                       basic(":b"),
                                       basic("a%00:b"),
                                       basic("a:b%00"),
                                       basic("a:%zz"),
                                       basic("a:%"),
                                       basic("a:\xff\xfe"),
                                       basic("a:%ff"),
                                       basic(std::string_view("a\0b:c", 5)),
                                       basic("a%0d%0a:b"),
                                       basic(std::string(300, 'a') + ":b"),
                                       basic("a:" + std::string(2000, 's')),
                                       basic("a:" + std::string(1'000'000, 's'))}) {
            QCOMPARE(reasonOf(extract(bad, "grant_type=x")), std::string("oauth.invalid_client.basic"));
        }
    }
    void anUnknownAssertionTypeIsRefused() {
        QCOMPARE(reasonOf(extract("", "client_id=a&client_assertion=x")),
                 std::string("oauth.invalid_client.assertion_type"));
        QCOMPARE(reasonOf(extract("", "client_id=a&client_assertion=x&client_assertion_type=urn:other")),
                 std::string("oauth.invalid_client.assertion_type"));
    }
    void noClientAtAllIsRefused() {
        for (const std::string& form : {std::string(), std::string("client_id="), std::string("client_secret=s"),
                                        "client_id=" + std::string(257, 'a'), std::string("client_id=a%0Ab"),
                                        "client_id=a&client_secret=" + std::string(1025, 's')}) {
            QCOMPARE(reasonOf(extract("", form)), std::string("oauth.invalid_client.missing"));
        }
    }
    void methodNamesRoundTrip() {
        for (const char* name : {"none", "client_secret_basic", "client_secret_post", "private_key_jwt"}) {
            QCOMPARE(clientAuthMethodName(parseClientAuthMethod(name).value()), std::string_view(name));
        }
        QVERIFY(!parseClientAuthMethod("client_secret_jwt"));
    }
};

QTEST_GUILESS_MAIN(TestClientCredentials)
#include "tst_client_credentials.moc"
