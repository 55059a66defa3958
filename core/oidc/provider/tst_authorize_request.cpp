// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "oauth/pkce.h"
#include "oidc/provider/authorize_request.h"

using namespace gatehouse;
using oauth::ErrorCode;

namespace {

apps::App appOf() {
    apps::App app;
    app.id = AppId("a1");
    app.redirectUris = {"https://app.example/cb"};
    return app;
}

http::Parameters good() {
    return http::Parameters::parse(
               "response_type=code&client_id=c&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&scope=openid+email"
               "&state=s&nonce=n&code_challenge_method=S256&code_challenge=" +
               oauth::challengeFor(std::string(43, 'v')))
        .value();
}

http::Parameters with(std::string_view name, const char* value) {
    http::Parameters out;
    const http::Parameters base = good();
    for (const auto& [key, text] : base.pairs()) {
        if (key != name) {
            out.append(key, text);
        }
    }
    if (value != nullptr) {
        out.append(std::string(name), value);
    }
    return out;
}

} // namespace

class TestAuthorizeRequest : public QObject {
    Q_OBJECT
private slots:
    void aGoodRequestIsRead() {
        const auto request = oidc::provider::parseAuthorizeRequest(good(), appOf(), "https://app.example/cb");
        QVERIFY(request.has_value());
        QCOMPARE(request->scope.text(), std::string("openid email"));
        QCOMPARE(request->state, std::string("s"));
    }
    void defaultsOfTheAppCountWhereTheRequestSaysNothing() {
        apps::App app = appOf();
        app.defaultAcrValues = {"phrh", "phr"};
        app.defaultMaxAge = Seconds(60);
        const auto read = [&](const http::Parameters& parameters) {
            return oidc::provider::parseAuthorizeRequest(parameters, app, "https://app.example/cb").value();
        };
        QCOMPARE(read(good()).acrValues, app.defaultAcrValues);
        QCOMPARE(read(good()).maxAge.value(), Seconds(60));
        QCOMPARE(read(with("acr_values", "mfa")).acrValues, std::vector<std::string>{"mfa"});
        QCOMPARE(read(with("claims", R"({"id_token":{"acr":{"value":"mfa"}}})")).acrValues,
                 std::vector<std::string>{"mfa"});
        QCOMPARE(read(with("max_age", "5")).maxAge.value(), Seconds(5));
    }
    void redirectUrisAreComparedAsBytes() {
        for (const char* bad :
             {"https://app.example/cb/", "https://app.example/cb?x=1", "https://app.example:443/cb",
              "HTTPS://app.example/cb", "https://app.example/CB", "https://app.example.evil/cb",
              "https://app.example/cb#f", "https://app.example/cb/../cb", "https://app.example@evil/cb",
              "https://app.example%2eevil/cb", "//app.example/cb", "javascript:alert(1)"}) {
            QVERIFY2(!oidc::provider::provenRedirectUri(with("redirect_uri", bad), appOf()), bad);
        }
        QVERIFY(oidc::provider::provenRedirectUri(good(), appOf()));
    }
    void aMissingRedirectUriIsRefused() {
        QVERIFY(!oidc::provider::provenRedirectUri(with("redirect_uri", nullptr), appOf()));
    }
    void eachWrongParameterIsNamed_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("error");
        QTest::newRow("implicit flow") << "response_type"
                                       << "token"
                                       << "unsupported_response_type";
        QTest::newRow("hybrid flow") << "response_type"
                                     << "code id_token"
                                     << "unsupported_response_type";
        QTest::newRow("plain PKCE") << "code_challenge_method"
                                    << "plain"
                                    << "invalid_request";
        QTest::newRow("PKCE method missing") << "code_challenge_method"
                                             << ""
                                             << "invalid_request";
        QTest::newRow("short challenge") << "code_challenge"
                                         << "abc"
                                         << "invalid_request";
        QTest::newRow("no challenge") << "code_challenge"
                                      << ""
                                      << "invalid_request";
        QTest::newRow("request object") << "request"
                                        << "x.y.z"
                                        << "request_not_supported";
        QTest::newRow("remote request") << "request_uri"
                                        << "https://evil.example"
                                        << "request_uri_not_supported";
        QTest::newRow("prompt none with login") << "prompt"
                                                << "none login"
                                                << "invalid_request";
        QTest::newRow("unknown prompt") << "prompt"
                                        << "maybe"
                                        << "invalid_request";
        QTest::newRow("negative max_age") << "max_age"
                                          << "-1"
                                          << "invalid_request";
        QTest::newRow("fragment mode") << "response_mode"
                                       << "fragment"
                                       << "invalid_request";
        QTest::newRow("bad scope") << "scope"
                                   << "openid  email"
                                   << "invalid_scope";
    }
    void eachWrongParameterIsNamed() {
        QFETCH(QString, name);
        QFETCH(QString, value);
        QFETCH(QString, error);
        const auto request = oidc::provider::parseAuthorizeRequest(with(name.toStdString(), value.toUtf8().constData()),
                                                                   appOf(), "https://app.example/cb");
        QVERIFY(!request);
        QCOMPARE(QString::fromStdString(std::string(oauth::errorName(request.error().code))), error);
    }
    void repeatedParametersAreRefused() {
        http::Parameters twice = good();
        twice.append("state", "other");
        QCOMPARE(oidc::provider::parseAuthorizeRequest(twice, appOf(), "https://app.example/cb").error().code,
                 ErrorCode::InvalidRequest);
    }
    void scopesThatTheAppMayNotHaveAreLeftOut() {
        apps::App app = appOf();
        app.scopes = {"openid"};
        const auto request = oidc::provider::parseAuthorizeRequest(good(), app, "https://app.example/cb");
        QCOMPARE(request->scope.text(), std::string("openid"));
    }
};

QTEST_GUILESS_MAIN(TestAuthorizeRequest)
#include "tst_authorize_request.moc"
