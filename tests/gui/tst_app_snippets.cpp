// SPDX-License-Identifier: Apache-2.0
// What is to be copied into apps: for each kind what suits it, with its own values, and no secret unless one is given.
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include "ui/panels/apps/snippets.h"

namespace gatehouse::tests {

using namespace ui::panels::apps;
using admin::api::App;

namespace {

const QString kIssuer = QStringLiteral("https://id.example/t/acme");

App appOf(const char* type, const char* auth) {
    App app;
    app.clientId = "portal";
    app.type = type;
    app.auth = auth;
    app.redirectUris = {"https://app.example/signed in?a=1"};
    app.scopes = {"openid", "email"};
    if (app.type == "service") {
        app.grantTypes = {"client_credentials"};
        app.redirectUris.clear();
    }
    return app;
}

QStringList idsOf(const App& app) {
    QStringList ids;
    for (const Snippet& each : snippetsFor(app, kIssuer)) {
        ids.append(each.id);
    }
    return ids;
}

QString textOf(const App& app, const char* id, const QString& secret = {}) {
    for (const Snippet& each : snippetsFor(app, kIssuer, secret)) {
        if (each.id == QLatin1String(id)) {
            return each.text;
        }
    }
    return {};
}

/// What a program says of a text on its standard input; empty where it is content.
QString judgedBy(const QString& program, const QStringList& arguments, const QString& text) {
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    process.write(text.toUtf8());
    process.closeWriteChannel();
    process.waitForFinished(30'000);
    return process.exitCode() == 0 && process.exitStatus() == QProcess::NormalExit
               ? QString()
               : program + QStringLiteral(": ") + QString::fromUtf8(process.readAll());
}

} // namespace

class TstAppSnippets : public QObject {
    Q_OBJECT
private slots:
    void eachKindGetsWhatSuitsIt_data() {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("auth");
        QTest::addColumn<QString>("ids");
        const auto row = [](const char* type, const char* auth, const char* ids) {
            QTest::addRow("%s %s", type, auth)
                << QString::fromLatin1(type) << QString::fromLatin1(auth) << QString::fromLatin1(ids);
        };
        row("web", "client_secret_basic", "curl-code openid-client express mod_auth_openidc env json");
        row("web", "none", "curl-code openid-client express env json");
        row("web", "private_key_jwt", "openid-client env json");
        row("web", "tls_client_auth", "env json");
        row("spa", "none", "curl-code oidc-client-ts openid-client env json");
        row("native", "none", "curl-code openid-client env json");
        row("service", "client_secret_post", "curl openid-client env json");
        row("service", "private_key_jwt", "openid-client env json");
    }
    void eachKindGetsWhatSuitsIt() {
        QFETCH(QString, type);
        QFETCH(QString, auth);
        QTEST(idsOf(appOf(type.toLatin1(), auth.toLatin1())).join(u' '), "ids");
    }
    void whatMayComeBoundAloneIsNotOfferedUnbound() {
        App app = appOf("web", "client_secret_basic");
        app.dpop = "required";
        QCOMPARE(idsOf(app).join(u' '), QStringLiteral("openid-client env json"));
        QVERIFY(textOf(app, "openid-client").contains(QLatin1String("getDPoPHandle")));
    }
    void pushedRequestsArePushed() {
        App app = appOf("web", "client_secret_basic");
        app.requirePar = true;
        QVERIFY(textOf(app, "curl-code").contains(QLatin1String("/oauth2/par")));
        QVERIFY(textOf(app, "openid-client").contains(QLatin1String("buildAuthorizationUrlWithPAR")));
        QVERIFY(textOf(app, "express").contains(QLatin1String("pushedAuthorizationRequests: true")));
        QVERIFY(textOf(app, "mod_auth_openidc").isEmpty());
    }

    void theAlgorithmIsSaidWhereALibraryWouldGuessAnother_data() {
        QTest::addColumn<QString>("chosen");
        QTest::addColumn<QString>("said");
        QTest::newRow("the issuer's own") << QString() << QStringLiteral("ES256");
        QTest::newRow("RS256") << QStringLiteral("RS256") << QStringLiteral("RS256");
        QTest::newRow("PS256") << QStringLiteral("PS256") << QStringLiteral("PS256");
    }
    void theAlgorithmIsSaidWhereALibraryWouldGuessAnother() {
        QFETCH(QString, chosen);
        QFETCH(QString, said);
        App app = appOf("web", "client_secret_basic");
        if (!chosen.isEmpty()) {
            app.idTokenSignedResponseAlg = chosen.toStdString();
        }
        QVERIFY(
            textOf(app, "openid-client").contains(QStringLiteral("{ id_token_signed_response_alg: '%1' }").arg(said)));
        QVERIFY(textOf(app, "express").contains(QStringLiteral("idTokenSigningAlg: '%1'").arg(said)));
        QVERIFY(
            textOf(app, "mod_auth_openidc").contains(QStringLiteral("\nOIDCIDTokenSignedResponseAlg %1\n").arg(said)));
        QVERIFY(textOf(app, "env").contains(QStringLiteral("OIDC_ID_TOKEN_SIGNED_RESPONSE_ALG='%1'").arg(said)));
        QCOMPARE(
            QJsonDocument::fromJson(textOf(app, "json").toUtf8())[QLatin1String("idTokenSignedResponseAlg")].toString(),
            said);
    }
    void signedUserinfoIsExpectedWhereItComesSigned() {
        App app = appOf("web", "client_secret_basic");
        for (const char* id : {"openid-client", "mod_auth_openidc", "json"}) {
            QVERIFY2(!textOf(app, id).contains(QLatin1String("serinfo_signed"), Qt::CaseInsensitive), id);
            QVERIFY2(!textOf(app, id).contains(QLatin1String("UserInfoSigned"), Qt::CaseInsensitive), id);
        }
        app.userinfoSignedResponseAlg = "PS256";
        QVERIFY(textOf(app, "openid-client").contains(QLatin1String("userinfo_signed_response_alg: 'PS256'")));
        QVERIFY(textOf(app, "mod_auth_openidc").contains(QLatin1String("\nOIDCUserInfoSignedResponseAlg PS256\n")));
        QVERIFY(textOf(app, "json").contains(QLatin1String("\"userinfoSignedResponseAlg\": \"PS256\"")));
    }
    void whatALibraryCannotProveIsNotOfferedForIt() {
        App app = appOf("web", "client_secret_basic");
        app.idTokenSignedResponseAlg = "EdDSA";
        QVERIFY(textOf(app, "mod_auth_openidc").isEmpty());
        QVERIFY(textOf(app, "openid-client").contains(QLatin1String("'EdDSA'")));
        app.idTokenSignedResponseAlg.reset();
        app.userinfoSignedResponseAlg = "EdDSA";
        QVERIFY(textOf(app, "mod_auth_openidc").isEmpty());
    }
    /// So that the Keys panel can tell which app has fetched which key.
    void whoFetchesTheKeysIsSaidInTheirAddress() {
        App app = appOf("web", "client_secret_basic");
        app.clientId = "por tal&x";
        const QString address = QStringLiteral("https://id.example/t/acme/oauth2/jwks?client_id=por%20tal%26x");
        for (const char* id : {"mod_auth_openidc", "env", "json"}) {
            QVERIFY2(textOf(app, id).contains(address), qPrintable(textOf(app, id)));
        }
        QVERIFY(textOf(appOf("service", "private_key_jwt"), "env")
                    .contains(QLatin1String("/oauth2/jwks?client_id=portal")));
    }

    void theSecretIsInThemOnRequestAlone() {
        const QString secret = QStringLiteral("0123456789-secret");
        for (const char* type : {"web", "service"}) {
            const App app = appOf(type, "client_secret_basic");
            for (const Snippet& each : snippetsFor(app, kIssuer)) {
                QVERIFY2(each.text.contains(kSecretPlaceholder), qPrintable(each.id));
            }
            for (const Snippet& each : snippetsFor(app, kIssuer, secret)) {
                QVERIFY2(each.text.contains(secret) && !each.text.contains(kSecretPlaceholder), qPrintable(each.id));
            }
        }
        for (const Snippet& each : snippetsFor(appOf("spa", "none"), kIssuer, secret)) {
            QVERIFY2(!each.text.contains(secret) && !each.text.contains(QLatin1String("SECRET=")), qPrintable(each.id));
        }
    }
    void theValuesOfTheAppAreInAllOfThem() {
        for (const char* type : {"web", "spa", "native", "service"}) {
            for (const Snippet& each : snippetsFor(appOf(type, "none"), kIssuer)) {
                QVERIFY2(each.text.contains(kIssuer), qPrintable(each.id));
                QVERIFY2(each.text.contains(QLatin1String("portal")), qPrintable(each.id));
                static const QRegularExpression left(QStringLiteral("%[0-9](?![0-9A-F])"));
                QVERIFY2(!left.match(each.text).hasMatch(), qPrintable(each.text));
            }
        }
    }
    void nothingThatSomebodyRegisteredBecomesCode() {
        App app = appOf("web", "client_secret_basic");
        app.clientId = "x'$(id)`id`\\\"";
        app.redirectUris = {"https://app.example/cb?x='%24(id)"};
        for (const Snippet& each : snippetsFor(app, kIssuer)) {
            if (each.id.startsWith(QLatin1String("curl"))) {
                QVERIFY(judgedBy(QStringLiteral("sh"), {QStringLiteral("-n")}, each.text).isEmpty());
                QVERIFY2(each.text.contains(QLatin1String("'x'\\''$(id)`id`\\\"'")), qPrintable(each.text));
            }
        }
    }
    void theyAreWellFormed() {
        std::vector<App> apps = {appOf("web", "client_secret_basic"), appOf("web", "private_key_jwt"),
                                 appOf("spa", "none"), appOf("native", "none"), appOf("service", "client_secret_post")};
        apps.push_back(apps.front());
        apps.back().requirePar = true;
        for (const App& app : apps) {
            for (const Snippet& each : snippetsFor(app, kIssuer)) {
                const QString id = each.id;
                if (id.startsWith(QLatin1String("curl")) || id == QLatin1String("env")) {
                    const QString said = judgedBy(QStringLiteral("sh"), {QStringLiteral("-n")}, each.text);
                    QVERIFY2(said.isEmpty(), qPrintable(said + each.text));
                } else if (id == QLatin1String("json")) {
                    QVERIFY(!QJsonDocument::fromJson(each.text.toUtf8()).object().isEmpty());
                }
            }
        }
    }
};

} // namespace gatehouse::tests

QTEST_GUILESS_MAIN(gatehouse::tests::TstAppSnippets)
#include "tst_app_snippets.moc"
