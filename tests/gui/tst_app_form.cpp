// SPDX-License-Identifier: Apache-2.0
// The form of an app: it shows every member, saves what it shows, and says at a field what the broker would refuse.
#include <QCheckBox>
#include <QComboBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include "ui/client/document.h"
#include "ui/panels/apps/app_form.h"

namespace gatehouse::tests {

using namespace ui;
using namespace ui::panels::apps;
using admin::api::App;

namespace {

QJsonObject parse(const QByteArray& text) {
    return QJsonDocument::fromJson(text).object();
}

/// An app with something in every member that an administrator sets.
QJsonObject fullApp() {
    return parse(
        R"({"id":"a-1","name":"Portal","clientUri":"https:\/\/a.example/","logoUri":"https:\/\/a.example/logo.png",
        "policyUri":"https:\/\/a.example/privacy","tosUri":"https:\/\/a.example/terms","contacts":["ana@acme.com"],"defaultAcrValues":["phr","mfa"],"clientId":"portal","type":"service","tenants":["acme","globex"],
        "redirectUris":["https:\/\/a.example/cb","https:\/\/b.example/cb"],"postLogoutRedirectUris":["https:\/\/a.example/"],
        "backchannelLogoutUri":"https:\/\/a.example/out","frontchannelLogoutUri":"https:\/\/a.example/frame","initiateLoginUri":"https:\/\/a.example/in",
        "auth":"private_key_jwt","jwks":{"keys":[{"kty":"EC"}]},"jwksUri":"https:\/\/a.example/jwks","tlsClientAuthSubjectDn":"CN=portal",
        "tlsClientCertificateBoundAccessTokens":"optional",
        "grantTypes":["authorization_code","refresh_token","urn:ietf:params:oauth:grant-type:token-exchange","urn:ietf:params:oauth:grant-type:jwt-bearer"],
        "scopes":["openid","admin"],"audiences":["https:\/\/api.example"],"requirePar":true,"requireSignedRequestObject":true,"dpop":"required",
        "subjectType":"pairwise","requiredAcr":["urn:gatehouse:aal2","phr"],"defaultMaxAge":5400,"sectorIdentifierUri":"https:\/\/a.example/sector",
        "idTokenSignedResponseAlg":"RS256","userinfoSignedResponseAlg":"ES256","authorizationSignedResponseAlg":"PS256",
        "introspectionSignedResponseAlg":"EdDSA","consent":"always","firstParty":false,
        "trustedIssuers":[{"issuer":"https:\/\/ci.example","subject":"repo:acme:*","audience":"acme","jwksUri":"https:\/\/ci.example/keys","reusable":true},
            {"issuer":"spiffe:\/\/prod.acme","subject":"spiffe:\/\/prod.acme/web","audience":"","jwksUri":"https:\/\/spire.example/bundle","reusable":false}],
        "resourceServers":[{"issuer":"https:\/\/partner.example","clientId":"at-partner","scopes":["a;b","c,d"],"resources":["https:\/\/api.example/x,y"]},
            {"issuer":"https:\/\/other.example","clientId":"at-other","scopes":[],"resources":[]}],
        "authorizationDetails":[{"type":"payment","members":["amount","creditor,name"]},{"type":"account","members":[]}],
        "actors":["helper"],"impersonation":true,"refreshPolicy":"static_bound","owner":"ana@acme.com","expiresAt":"2030-01-02T03:04:05.678Z"})");
}

App appOf(const QJsonObject& document) {
    const auto app = client::resourceOf<App>(document);
    return app.value_or(App());
}

/// A form that shows a full app with `changes` in it.
struct Shown {
    explicit Shown(const QJsonObject& changes = {}) {
        QJsonObject document = fullApp();
        for (auto it = changes.begin(); it != changes.end(); ++it) {
            document.insert(it.key(), *it);
        }
        shown.setApp(appOf(document), AppForm::Use::Edit);
        shown.resize(640, 900);
        shown.show();
    }
    [[nodiscard]] App app() const { return shown.app(); }
    template <class T>
    T* field(const char* name) const {
        for (T* each : shown.findChildren<T*>()) {
            if (each->accessibleName() == QLatin1String(name) && each->isVisibleTo(&shown)) {
                return each;
            }
        }
        return nullptr;
    }
    template <class T>
    [[nodiscard]] bool shows(const char* name) const {
        return field<T>(name) != nullptr;
    }
    /// As somebody does who replaces what stands there.
    void type(const char* name, const QString& text) const {
        auto* line = field<QLineEdit>(name);
        QVERIFY2(line != nullptr, name);
        line->selectAll();
        text.isEmpty() ? QTest::keyClick(line, Qt::Key_Delete) : QTest::keyClicks(line, text);
    }
    [[nodiscard]] QString problemAt(const char* pointer) const {
        for (const widgets::FieldError& each : shown.problems()) {
            if (each.pointer == QLatin1String(pointer)) {
                return each.message;
            }
        }
        return {};
    }

    AppForm shown;
};

} // namespace

class TstAppForm : public QObject {
    Q_OBJECT
private slots:
    void everyMemberHasARow() {
        AppForm form;
        const QStringList others{QStringLiteral("id"),
                                 QStringLiteral("tlsClientAuthSanDns"),
                                 QStringLiteral("tlsClientAuthSanUri"),
                                 QStringLiteral("tlsClientAuthSanIp"),
                                 QStringLiteral("tlsClientAuthSanEmail"),
                                 QStringLiteral("spMetadataXml")};
        const QJsonObject document = client::documentOf(appOf(fullApp()));
        QVERIFY(document.size() > 40);
        for (const QString& member : document.keys()) {
            const QString pointer = u'/' + member;
            form.form().setWarning(pointer, member);
            QVERIFY2(others.contains(member) || form.form().warningOf(pointer) == member, qPrintable(member));
        }
    }
    void whatItShowsIsWhatItSaves() {
        const App app = appOf(fullApp());
        AppForm form;
        form.setApp(app, AppForm::Use::Edit);
        const QJsonObject saved = client::documentOf(form.app());
        const QJsonObject before = client::documentOf(app);
        for (const QString& member : before.keys()) {
            QVERIFY2(saved.value(member) == before.value(member), qPrintable(member));
        }
        QCOMPARE(saved, before);
        const QJsonObject none = client::documentOf(App());
        form.setApp(App(), AppForm::Use::Edit);
        QCOMPARE(client::documentOf(form.app()), none);
    }
    void aWordThatIsNotKnownHereIsKept() {
        const Shown form({{QStringLiteral("idTokenSignedResponseAlg"), QStringLiteral("RS256")}});
        App app = form.app();
        app.idTokenSignedResponseAlg = "ES384";
        AppForm other;
        other.setApp(app, AppForm::Use::Edit);
        QCOMPARE(other.app().idTokenSignedResponseAlg, std::optional<std::string>("ES384"));
    }

    void whatSomebodyEntersIsSaved() {
        const Shown form;
        form.type("Required level", QStringLiteral("phrh, urn:gatehouse:aal3"));
        QCOMPARE(form.app().requiredAcr, (std::vector<std::string>{"phrh", "urn:gatehouse:aal3"}));
        form.type("Site", QStringLiteral("https://c.example/s"));
        QCOMPARE(form.app().sectorIdentifierUri, std::string("https://c.example/s"));
        form.type("Opened at", QStringLiteral("https://c.example/f"));
        QCOMPARE(form.app().frontchannelLogoutUri, std::string("https://c.example/f"));
        form.field<QCheckBox>("Signed requests")->click();
        QVERIFY(!form.app().requireSignedRequestObject);
        auto* algorithm = form.field<QComboBox>("ID tokens");
        algorithm->setCurrentIndex(algorithm->findData(QString()));
        QVERIFY(!form.app().idTokenSignedResponseAlg);
        algorithm->setCurrentIndex(algorithm->findData(QStringLiteral("EdDSA")));
        QCOMPARE(form.app().idTokenSignedResponseAlg, std::optional<std::string>("EdDSA"));
        QCOMPARE(form.app().userinfoSignedResponseAlg, std::optional<std::string>("ES256"));
    }
    void theAgeOfASignInMayBeAnyNoneOrATimeSpan() {
        const Shown form;
        form.type("Age of a sign-in", QString());
        QVERIFY(!form.app().defaultMaxAge && form.problemAt("/defaultMaxAge").isEmpty());
        form.type("Age of a sign-in", QStringLiteral("0"));
        QCOMPARE(form.app().defaultMaxAge, std::optional<std::int64_t>(0));
        form.type("Age of a sign-in", QStringLiteral("2 h"));
        QCOMPARE(form.app().defaultMaxAge, std::optional<std::int64_t>(7200));
        form.type("Age of a sign-in", QStringLiteral("366 days"));
        QVERIFY(!form.problemAt("/defaultMaxAge").isEmpty());
        form.type("Age of a sign-in", QStringLiteral("soon"));
        QVERIFY(!form.problemAt("/defaultMaxAge").isEmpty());
    }
    void entriesAreAddedChangedAndRemoved() {
        Shown form;
        QSignalSpy edited(&form.shown.form(), &widgets::Form::edited);
        form.field<QPushButton>("Add a trusted issuer")->click();
        QVERIFY(!edited.isEmpty());
        QCOMPARE(form.app().trustedIssuers.size(), std::size_t(2)); // nothing is said of the third yet
        form.type("Issuer, Trusted issuer 3", QStringLiteral("https://k8s.example"));
        form.type("Subject, Trusted issuer 3", QStringLiteral("system:serviceaccount:web"));
        form.field<QCheckBox>("Takes each token more than once, Trusted issuer 3")->click();
        const admin::api::TrustedIssuer third = form.app().trustedIssuers.at(2);
        QCOMPARE(third.issuer, std::string("https://k8s.example"));
        QCOMPARE(third.subject, std::string("system:serviceaccount:web"));
        QVERIFY(third.reusable && third.jwksUri.empty());
        form.field<QToolButton>("Remove Trusted issuer 1")->click();
        QCOMPARE(form.app().trustedIssuers.size(), std::size_t(2));
        QCOMPARE(form.app().trustedIssuers.front().issuer, std::string("spiffe://prod.acme"));
        QCOMPARE(form.field<QLineEdit>("Issuer, Trusted issuer 2")->text(), QStringLiteral("https://k8s.example"));
        QVERIFY(!form.shows<QLineEdit>("Issuer, Trusted issuer 3"));
        form.type("Scopes, Authorization server 2", QStringLiteral("read  write"));
        QCOMPARE(form.app().resourceServers.at(1).scopes, (std::vector<std::string>{"read", "write"}));
        form.field<QToolButton>("Remove Type 1")->click();
        QCOMPARE(form.app().authorizationDetails.size(), std::size_t(1));
    }

    void whatTheBrokerWouldRefuseIsSaidAtItsField_data() {
        QTest::addColumn<QByteArray>("changes");
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* name, const char* changes, const char* pointer, const char* said) {
            QTest::newRow(name) << QByteArray(changes) << QString::fromLatin1(pointer) << QString::fromLatin1(said);
        };
        row("issuer in plain http", R"({"trustedIssuers":[{"issuer":"http:\/\/ci.example","subject":"a"}]})",
            "/trustedIssuers", "is no issuer");
        row("no subject", R"({"trustedIssuers":[{"issuer":"https:\/\/ci.example"}]})", "/trustedIssuers",
            "name the subject");
        row("any subject", R"({"trustedIssuers":[{"issuer":"https:\/\/ci.example","subject":"*"}]})", "/trustedIssuers",
            "not begin it");
        row("two stars", R"({"trustedIssuers":[{"issuer":"https:\/\/ci.example","subject":"a**"}]})", "/trustedIssuers",
            "not begin it");
        row("of another trust domain",
            R"({"trustedIssuers":[{"issuer":"spiffe:\/\/a","subject":"spiffe:\/\/b\/x","jwksUri":"https:\/\/a\/"}]})",
            "/trustedIssuers", "begin with spiffe:");
        row("a trust domain without keys",
            R"({"trustedIssuers":[{"issuer":"spiffe:\/\/a","subject":"spiffe:\/\/a\/x"}]})", "/trustedIssuers",
            "bundle endpoint");
        row("keys in plain http",
            R"({"trustedIssuers":[{"issuer":"https:\/\/ci.example","subject":"a","jwksUri":"http:\/\/ci.example"}]})",
            "/trustedIssuers", "at an https address");
        row("trusted issuers of a web app", R"({"type":"web"})", "/trustedIssuers", "machine clients alone");
        row("server without address", R"({"resourceServers":[{"issuer":"partner","clientId":"x"}]})",
            "/resourceServers", "is not the https address");
        row("server without client id", R"({"resourceServers":[{"issuer":"https:\/\/partner.example"}]})",
            "/resourceServers", "client id that the app has there");
        row("type with a space", R"({"authorizationDetails":[{"type":"pay me"}]})", "/authorizationDetails",
            "is no type");
        row("member called type", R"({"authorizationDetails":[{"type":"pay","members":["type"]}]})",
            "/authorizationDetails", "is no member's name");
        row("sector in plain http", R"({"sectorIdentifierUri":"http:\/\/a.example"})", "/sectorIdentifierUri",
            "begins with https:");
        row("logo in plain http", R"({"logoUri":"http:\/\/a.example/logo.png"})", "/logoUri", "no https address");
        row("terms without a host", R"({"tosUri":"https:terms"})", "/tosUri", "no https address");
        row("several hosts", R"({"sectorIdentifierUri":""})", "/sectorIdentifierUri", "several hosts");
    }
    void whatTheBrokerWouldRefuseIsSaidAtItsField() {
        QFETCH(QByteArray, changes);
        QFETCH(QString, pointer);
        QFETCH(QString, said);
        QVERIFY(Shown().problemAt(pointer.toLatin1().constData()).isEmpty());
        const Shown form(parse(changes));
        const QString message = form.problemAt(pointer.toLatin1().constData());
        QVERIFY2(message.contains(said), qPrintable(message));
    }
    void subjectsThatAreTheSameEverywhereNeedNoSite() {
        const Shown form({{QStringLiteral("sectorIdentifierUri"), QString()},
                          {QStringLiteral("subjectType"), QStringLiteral("public")}});
        QVERIFY(form.problemAt("/sectorIdentifierUri").isEmpty());
        QVERIFY(!form.shows<QLineEdit>("Site"));
        auto* type = form.field<QComboBox>("Who somebody is (sub)");
        type->setCurrentIndex(type->findData(QStringLiteral("pairwise")));
        emit type->activated(type->currentIndex());
        QVERIFY(form.shows<QLineEdit>("Site"));
    }
    void whatDoesNotConcernItsKindIsOutOfSight() {
        const Shown machine({{QStringLiteral("grantTypes"), QJsonArray{QStringLiteral("client_credentials")}},
                             {QStringLiteral("trustedIssuers"), QJsonArray()},
                             {QStringLiteral("resourceServers"), QJsonArray()}});
        for (const char* name : {"Required level", "Age of a sign-in", "Opened at"}) {
            QVERIFY2(!machine.shows<QLineEdit>(name), name);
        }
        QVERIFY(!machine.shows<QComboBox>("ID tokens") && machine.shows<QComboBox>("Introspection"));
        QVERIFY(!machine.shows<QPushButton>("Add a trusted issuer"));
        QVERIFY(!machine.shows<QPushButton>("Add an authorization server"));
        const Shown both;
        QVERIFY(both.shows<QPushButton>("Add a trusted issuer") && both.shows<QComboBox>("ID tokens"));
    }
    void whoSignsRequestsHasKeys() {
        const Shown form({{QStringLiteral("auth"), QStringLiteral("client_secret_basic")},
                          {QStringLiteral("requireSignedRequestObject"), false},
                          {QStringLiteral("jwksUri"), QString()},
                          {QStringLiteral("jwks"), QJsonValue::Null}});
        QVERIFY(!form.shows<QLineEdit>("Address of its keys"));
        form.field<QCheckBox>("Signed requests")->click();
        QVERIFY(form.shows<QLineEdit>("Address of its keys"));
    }
    void whatIsCorrectedIsWrongNoMore() {
        Shown form;
        form.shown.form().showErrors(
            {{QStringLiteral("/resourceServers/0/clientId"), {}, QStringLiteral("must be known")},
             {QStringLiteral("/idTokenSignedResponseAlg"), {}, QStringLiteral("no key of it")}});
        QCOMPARE(form.shown.form().errorOf(QStringLiteral("/resourceServers")), QStringLiteral("must be known"));
        QCOMPARE(form.shown.form().errorOf(QStringLiteral("/idTokenSignedResponseAlg")),
                 QStringLiteral("no key of it"));
        form.type("Client id, Authorization server 1", QStringLiteral("other"));
        QVERIFY(form.shown.form().errorOf(QStringLiteral("/resourceServers")).isEmpty());
    }
};

} // namespace gatehouse::tests

QTEST_MAIN(gatehouse::tests::TstAppForm)
#include "tst_app_form.moc"
