// SPDX-License-Identifier: Apache-2.0
// An app as it is submitted: what is read, and what is refused where.
#include <QtTest>

#include "apps/apps.h"
#include "crypto/hash.h"

using namespace gatehouse;
using apps::App;

namespace {

json::Object good() {
    return {{"name", "Portal"}, {"redirectUris", json::Array{"https://app.example/cb"}}};
}

/// "pointer code" of each problem with a submitted app.
QStringList problemsOf(const json::Object& object, App app = {}) {
    Problems problems;
    apps::readJson(object, app, problems);
    QStringList out;
    for (const Problem& problem : problems) {
        out << QString::fromStdString(problem.pointer + " " + problem.code);
    }
    return out;
}

} // namespace

class TestApp : public QObject {
    Q_OBJECT
private slots:
    void aSmallAppGetsSafeDefaults() {
        App app;
        Problems problems;
        apps::readJson(good(), app, problems);
        QVERIFY(problems.empty());
        QCOMPARE(app.name, std::string("Portal"));
        QVERIFY(app.auth == apps::Auth::ClientSecretBasic);
        QVERIFY(app.type == apps::Type::Web);
        QCOMPARE(app.grantTypes, (std::vector<std::string>{"authorization_code", "refresh_token"}));
    }
    void answersAreSignedAsTheAppSays() {
        json::Object object = good();
        object["idTokenSignedResponseAlg"] = "RS256";
        object["authorizationSignedResponseAlg"] = "EdDSA";
        App app;
        Problems problems;
        apps::readJson(object, app, problems);
        QVERIFY(problems.empty());
        QVERIFY(app.signedWith.idToken == crypto::Signature::RS256);
        QVERIFY(app.signedWith.authorization == crypto::Signature::EdDSA);
        QVERIFY(!app.signedWith.userinfo && !app.signedWith.introspection);
        const json::Object written = apps::toJson(app);
        QVERIFY(json::stringMember(written, "idTokenSignedResponseAlg") == "RS256");
        QVERIFY(!written.contains("userinfoSignedResponseAlg"));
        object["idTokenSignedResponseAlg"] = nullptr;
        apps::readJson(object, app, problems);
        QVERIFY(problems.empty() && !app.signedWith.idToken);
    }
    void nothingWeakIsSignedWith() {
        for (const char* alg : {"none", "HS256", "ES384", "RS512", "es256", ""}) {
            json::Object object = good();
            object["userinfoSignedResponseAlg"] = alg;
            QCOMPARE(problemsOf(object), QStringList{"/userinfoSignedResponseAlg unknown_value"});
        }
    }
    void whatIsWrittenIsReadBackTheSame() {
        json::Object object = good();
        object["clientId"] = "portal";
        object["type"] = "native";
        object["auth"] = "none";
        object["postLogoutRedirectUris"] = json::Array{"https://app.example/bye"};
        object["scopes"] = json::Array{"openid", "invoices:read"};
        object["tenants"] = json::Array{"acme"};
        object["dpop"] = "required";
        object["consent"] = "always";
        object["subjectType"] = "pairwise";
        object["sectorIdentifierUri"] = "https://sector.example/hosts.json";
        object["requiredAcr"] = json::Array{"phr"};
        object["defaultAcrValues"] = json::Array{"phrh", "phr"};
        for (const char* member : {"clientUri", "logoUri", "policyUri", "tosUri"}) {
            object[member] = "https://app.example/" + std::string(member);
        }
        object["contacts"] = json::Array{"help@app.example"};
        object["defaultMaxAge"] = 900;
        object["firstParty"] = false;
        App app;
        Problems problems;
        apps::readJson(object, app, problems);
        QVERIFY(problems.empty());
        App again;
        apps::readJson(apps::toJson(app), again, problems);
        QVERIFY(problems.empty());
        QCOMPARE(json::write(apps::toJson(again)), json::write(apps::toJson(app)));
    }
    void eachWrongMemberIsNamedByItsPointer_data() {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QString>("value"); // empty: removed
        QTest::addColumn<QString>("problem");
        const auto row = [](const char* member, const char* value, const char* problem) {
            QTest::addRow("%s %s", member, value) << member << value << problem;
        };
        row("name", "", "/name required");
        row("name", "1", "/name wrong_type");
        row("type", "\"desktop\"", "/type unknown_value");
        row("auth", "\"basic\"", "/auth unknown_value");
        row("grantTypes", "[\"password\"]", "/grantTypes grant_type_unknown");
        row("grantTypes", "\"authorization_code\"", "/grantTypes wrong_type");
        row("clientId", "\"a b\"", "/clientId out_of_range");
        row("clientId", "\"\\u00e9\"", "/clientId out_of_range");
        row("redirectUris", "[\"https://app.example/*\"]", "/redirectUris redirect_uri_invalid");
        row("sectorIdentifierUri", "\"http://app.example/sector\"", "/sectorIdentifierUri url_invalid");
        row("sectorIdentifierUri", "\"https:///sector\"", "/sectorIdentifierUri url_invalid");
        row("logoUri", "\"http://app.example/logo.png\"", "/logoUri url_invalid");
        row("policyUri", "\"javascript:alert(1)\"", "/policyUri url_invalid");
        row("tosUri", "\"//app.example\"", "/tosUri url_invalid");
        row("clientUri", "\"https://a@app.example\"", "/clientUri url_invalid");
        row("contacts", "\"help@app.example\"", "/contacts wrong_type");
        row("defaultMaxAge", "-1", "/defaultMaxAge out_of_range");
        row("defaultMaxAge", "\"60\"", "/defaultMaxAge wrong_type");
        row("requiredAcr", "\"phr\"", "/requiredAcr wrong_type");
        row("redirectUris", "[\"http://app.example/cb\"]", "/redirectUris redirect_uri_invalid");
        row("redirectUris", "[\"https://app.example/cb#x\"]", "/redirectUris redirect_uri_invalid");
        row("redirectUris", "[\"https://app.example/cb?code=1\"]", "/redirectUris redirect_uri_invalid");
        row("redirectUris", "[\"javascript:alert(1)\"]", "/redirectUris redirect_uri_invalid");
        row("redirectUris", "[\"https://a@app.example/cb\"]", "/redirectUris redirect_uri_invalid");
        row("postLogoutRedirectUris", "[\"//app.example\"]", "/postLogoutRedirectUris redirect_uri_invalid");
        row("tenants", "\"some\"", "/tenants wrong_type");
        row("tenants", "[1]", "/tenants wrong_type");
        row("requirePar", "\"yes\"", "/requirePar wrong_type");
        row("dpop", "\"maybe\"", "/dpop unknown_value");
        row("colour", "\"red\"", "/colour unknown_member");
        row("owner", "\"evil\"", "/owner not_for_type");
    }
    void eachWrongMemberIsNamedByItsPointer() {
        QFETCH(QString, member);
        QFETCH(QString, value);
        QFETCH(QString, problem);
        json::Object object = good();
        if (value.isEmpty()) {
            object.erase(member.toStdString());
        } else {
            object[member.toStdString()] = json::parse(value.toStdString()).value();
        }
        const QStringList problems = problemsOf(object);
        QVERIFY2(problems.contains(problem), qPrintable(problems.join("; ")));
    }
    void anAppWithoutASecretMayNotActForItself() {
        json::Object object = good();
        object["auth"] = "none";
        object["grantTypes"] = json::Array{"client_credentials"};
        QCOMPARE(problemsOf(object), QStringList("/auth auth_type_mismatch"));
        object["auth"] = "client_secret_basic";
        object["type"] = "spa"; // which never has one
        QCOMPARE(problemsOf(object), QStringList("/auth auth_type_mismatch"));
    }
    void whatOnlyTheServerWritesIsIgnored() {
        App app;
        app.id = AppId("app-1");
        Problems problems;
        json::Object object = good();
        object["id"] = "another";
        object["createdAt"] = "1970-01-01T00:00:00Z";
        apps::readJson(object, app, problems);
        QVERIFY(problems.empty());
        QCOMPARE(app.id.text(), std::string("app-1"));
    }

    // OP-18
    void aSecretIsMatchedWholeAndInItsTimeOnly() {
        const Time now = fromMillis(1'800'000'000'000);
        App app;
        QVERIFY(!apps::secretMatches(app, "", now));
        const apps::NewSecret old = apps::makeSecret();
        const apps::NewSecret current = apps::makeSecret();
        QVERIFY(old.text.reveal() != current.text.reveal());
        QVERIFY(old.text.reveal().size() >= 43);
        app.secrets = {old.kept, current.kept};
        app.secrets.front().expiresAt = now + Seconds(60);
        QVERIFY(apps::secretMatches(app, old.text.reveal(), now));
        QVERIFY(apps::secretMatches(app, current.text.reveal(), now));
        QVERIFY(!apps::secretMatches(app, old.text.reveal(), now + Seconds(60)));
        QVERIFY(apps::secretMatches(app, current.text.reveal(), now + Seconds(60)));
        const std::string text(current.text.reveal());
        for (const std::string& bent :
             {std::string(), text.substr(1), text + "A", asciiLower(text) + "x", current.kept.hash}) {
            QVERIFY(!apps::secretMatches(app, bent, now));
        }
    }
    void anAppServesItsOwnTenantAndThoseItNames() {
        App app;
        app.owner = TenantId("platform");
        app.allTenants = false;
        app.tenants = {"acme"};
        QVERIFY(apps::servesTenant(app, TenantId("t-1"), "acme"));
        QVERIFY(!apps::servesTenant(app, TenantId("t-2"), "evil"));
        QVERIFY(!apps::servesTenant(app, TenantId("t-2"), ""));
        app.owner = TenantId("t-2");
        QVERIFY(apps::servesTenant(app, TenantId("t-2"), "evil"));
    }
};

QTEST_GUILESS_MAIN(TestApp)
#include "tst_app.moc"
