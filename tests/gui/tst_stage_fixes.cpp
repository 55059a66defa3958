// SPDX-License-Identifier: Apache-2.0
// What the buttons beside a stage of a connection test lead to; and whom home-realm discovery leads to a provider.
#include <QClipboard>
#include <QFile>
#include <QListWidget>
#include <QSignalSpy>
#include <QTemporaryDir>

#include "tests/gui/clipped_text.h"
#include "tests/gui/connections_fixture.h"
#include "ui/panels/connections/certificate_dialog.h"
#include "ui/shell/notifications.h"
#include "ui/widgets/check_list.h"

namespace gatehouse::tests {

namespace {

// Of an authority made for this test; nobody has its key.
constexpr const char* kRoot = "-----BEGIN CERTIFICATE-----\n"
                              "MIIBxDCCAWmgAwIBAgIUWNb0yniJmDqnh6S+3xTvHqbt/vYwCgYIKoZIzj0EAwIw\n"
                              "LjERMA8GA1UECgwIRmFicmlrYW0xGTAXBgNVBAMMEEZhYnJpa2FtIFJvb3QgQ0Ew\n"
                              "IBcNMjYxMTIyMDkyMjE3WhgPMjEyNjEwMjkwOTIyMTdaMC4xETAPBgNVBAoMCEZh\n"
                              "YnJpa2FtMRkwFwYDVQQDDBBGYWJyaWthbSBSb290IENBMFkwEwYHKoZIzj0CAQYI\n"
                              "KoZIzj0DAQcDQgAEoZEcvSJ1Oi2+i2/FPpTtUSwU8vOGL6ylPKBSqqLMg87lkSxE\n"
                              "pjGFSiDzynS/NUplPzPado3tjpds6YZhYeAK6aNjMGEwHQYDVR0OBBYEFL9Ojsfc\n"
                              "RCdDXWZ/cYvhih4Hq1cJMB8GA1UdIwQYMBaAFL9OjsfcRCdDXWZ/cYvhih4Hq1cJ\n"
                              "MA8GA1UdEwEB/wQFMAMBAf8wDgYDVR0PAQH/BAQDAgIEMAoGCCqGSM49BAMCA0kA\n"
                              "MEYCIQDkQrkYqu+eRFoMzkOdtvIkJ3vjF+/kfcHp/yQas1+o0gIhAIO7PIKUNoa/\n"
                              "aXm+k8BKfIPzPyqdeAK7mXfiAzEnWW9F\n"
                              "-----END CERTIFICATE-----\n";

constexpr const char* kCertificates = "/admin/v1/tenants/acme/connections/certificate";

QJsonObject certificate(const char* subject, bool authority) {
    return {{QStringLiteral("subject"), QLatin1String(subject)},
            {QStringLiteral("issuer"), QStringLiteral("O = Fabrikam, CN = Fabrikam Root CA")},
            {QStringLiteral("names"), authority ? QJsonArray() : QJsonArray{QStringLiteral("login.fabrikam.example")}},
            {QStringLiteral("notBefore"), QStringLiteral("2026-01-01T00:00:00Z")},
            {QStringLiteral("notAfter"), QStringLiteral("2036-05-01T00:00:00Z")},
            {QStringLiteral("fingerprint"), QStringLiteral("AB:CD:01:23:45:67:89:AB:CD:EF:01:23:45:67:89:AB:CD:EF:01:"
                                                           "23:45:67:89:AB:CD:EF:01:23:45:67:89:AB")},
            {QStringLiteral("authority"), authority},
            {QStringLiteral("pem"), QLatin1String(kRoot)}};
}

QJsonObject presented(bool withRoot, bool fromFile = false) {
    QJsonArray shown{certificate("CN = login.fabrikam.example", false)};
    if (withRoot) {
        shown.append(certificate("O = Fabrikam, CN = Fabrikam Root CA", true));
    }
    return {{QStringLiteral("address"), QStringLiteral("https://login.fabrikam.example:443")},
            {QStringLiteral("trusted"), fromFile},
            {QStringLiteral("detail"), QStringLiteral("Signed by an unknown authority (CN = Fabrikam Root CA).")},
            {QStringLiteral("certificates"), shown},
            {QStringLiteral("authorities"),
             fromFile ? QJsonArray{certificate("O = Fabrikam, CN = Fabrikam Root CA", true)} : QJsonArray()}};
}

/// A test that failed at one stage with these buttons.
std::string failedTest(const char* stage, const char* status, const char* fixes) {
    return std::string("{\"ok\":false,\"steps\":[{\"name\":\"") + stage + "\",\"status\":\"" + status +
           "\",\"detail\":\"It did not work.\",\"hint\":\"Do something\",\"fix\":null,\"fixes\":" + fixes + "}]}";
}

struct Fixing : Setup {
    explicit Fixing(const std::string& test) {
        choose(QStringLiteral("generic"));
        press("idp.next");
        paste(QStringLiteral("https://login.fabrikam.example"));
        type("idp.clientId", QStringLiteral("client-7"));
        type("idp.clientSecret", QStringLiteral("hunter2hunter2"));
        broker.answerOnce("POST", std::string(kConnections) + "/test", {200, {}, test});
        press("idp.next");
    }
    CertificateDialog* dialog() { return window.findChild<CertificateDialog*>(); }
    /// Presses the button of the stage and waits for the certificates.
    CertificateDialog* look(const QString& button, const QJsonObject& answer) {
        broker.answerOnce("POST", kCertificates, RecordedBroker::json(200, answer));
        tests::button(wizard(), button)->click();
        if (!QTest::qWaitFor([this] {
                return dialog() != nullptr && words(dialog()).contains(QStringLiteral("Fabrikam Root CA\n"));
            })) {
            qWarning("no certificates");
        }
        return dialog();
    }
};

constexpr const char* kTls = "[{\"kind\":\"view_certificate\",\"value\":\"https://login.fabrikam.example:443\"},"
                             "{\"kind\":\"trust_authority\",\"value\":\"https://login.fabrikam.example:443\"}]";

} // namespace

class TstStageFixes : public QObject {
    Q_OBJECT
private slots:
    void everyButtonOfAStageIsThere() {
        Fixing setup(failedTest("tls", "fail", kTls));
        QVERIFY(button(setup.wizard(), QStringLiteral("TLS certificate: View certificate")) != nullptr);
        QVERIFY(button(setup.wizard(), QStringLiteral("TLS certificate: Trust this CA")) != nullptr);
    }
    void aButtonThatThisConsoleDoesNotKnowIsLeftOut() {
        Fixing setup(failedTest("tls", "fail", "[{\"kind\":\"from_the_future\",\"value\":\"\"}]"));
        auto* stages = named<widgets::CheckList>(setup.wizard(), "idp.stages");
        QVERIFY(stages->findChildren<QPushButton*>().isEmpty());
    }

    void whatTheServerShowsIsSeenBeforeItIsTrusted() {
        Fixing setup(failedTest("tls", "fail", kTls));
        CertificateDialog* dialog = setup.look(QStringLiteral("TLS certificate: View certificate"), presented(true));
        const QString seen = words(dialog);
        QVERIFY2(seen.contains(QStringLiteral("Signed by an unknown authority")), qPrintable(seen));
        // The authority is chosen.
        QVERIFY2(seen.contains(QStringLiteral("O = Fabrikam, CN = Fabrikam Root CA")), qPrintable(seen));
        QVERIFY(seen.contains(QStringLiteral("2036")));
        QVERIFY(seen.contains(QStringLiteral("for this one connection")));
        auto* list = named<QListWidget>(dialog, "certificate.list");
        QCOMPARE(list->count(), 2);
        list->setCurrentRow(0);
        QVERIFY(QTest::qWaitFor([&] { return words(dialog).contains(QStringLiteral("CN = login.fabrikam.example")); }));
        QVERIFY(!named<QPushButton>(dialog, "certificate.trust")->isEnabled()); // a server's own
        QVERIFY(clippedTexts(*dialog).isEmpty());
    }
    void aTrustedAuthorityIsInTheDraftOfThisConnectionAndTheTestRunsAgain() {
        Fixing setup(failedTest("tls", "fail", kTls));
        CertificateDialog* dialog = setup.look(QStringLiteral("TLS certificate: Trust this CA"), presented(true));
        const int before = setup.broker.count("POST", std::string(kConnections) + "/test");
        setup.broker.answerOnce("POST", kCertificates, RecordedBroker::json(200, presented(true, true)));
        named<QPushButton>(dialog, "certificate.trust")->click();
        QVERIFY(QTest::qWaitFor(
            [&] { return setup.broker.count("POST", std::string(kConnections) + "/test") == before + 1; }));
        setup.settle();
        QCOMPARE(setup.wizard()->state().connection.trustedAuthorities, std::string(kRoot));
        const auto calls = setup.broker.calls();
        QVERIFY(calls.back().body.find("BEGIN CERTIFICATE") != std::string::npos);
        // Who it is can be seen, and taken back.
        setup.press("idp.back");
        QVERIFY(words(setup.wizard()).contains(QStringLiteral("Fabrikam Root CA, until")));
        named<QPushButton>(setup.wizard(), "idp.forgetAuthorities")->click();
        setup.settle();
        setup.press("idp.next");
        QCOMPARE(setup.wizard()->state().connection.trustedAuthorities, std::string());
    }
    void anAuthorityThatTheBrokerRefusesIsNotTrusted_data() {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("says");
        QTest::newRow("another's") << "does_not_sign" << "did not sign what the server shows";
        QTest::newRow("expired") << "certificate_expired" << "has expired";
        QTest::newRow("no authority") << "not_an_authority" << "not an authority's";
    }
    void anAuthorityThatTheBrokerRefusesIsNotTrusted() {
        QFETCH(QString, code);
        QFETCH(QString, says);
        Fixing setup(failedTest("tls", "fail", kTls));
        CertificateDialog* dialog = setup.look(QStringLiteral("TLS certificate: Trust this CA"), presented(true));
        QSignalSpy trusted(dialog, &CertificateDialog::trusted);
        setup.broker.answerOnce("POST", kCertificates,
                                RecordedBroker::problem(422, code, QStringLiteral("/authorities"), code));
        named<QPushButton>(dialog, "certificate.trust")->click();
        QVERIFY(QTest::qWaitFor([&] { return words(dialog).contains(says); }));
        QCOMPARE(trusted.count(), 0);
        QVERIFY(setup.wizard()->state().connection.trustedAuthorities.empty());
    }
    void anAuthorityThatIsNotSentComesFromAFile() {
        Fixing setup(failedTest("tls", "fail", kTls));
        CertificateDialog* dialog = setup.look(QStringLiteral("TLS certificate: Trust this CA"), presented(false));
        QVERIFY(words(dialog).contains(QStringLiteral("The server sends no authority's certificate.")));
        QVERIFY(!named<QPushButton>(dialog, "certificate.trust")->isEnabled());
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("root.pem")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(kRoot);
        file.close();
        setup.broker.answerOnce("POST", kCertificates, RecordedBroker::json(200, presented(false, true)));
        dialog->openFile(file.fileName());
        auto* list = named<QListWidget>(dialog, "certificate.list");
        QVERIFY(QTest::qWaitFor([&] { return list->count() == 2; }));
        QVERIFY(list->currentItem()->text().contains(QStringLiteral("from the file")));
        QVERIFY(named<QPushButton>(dialog, "certificate.trust")->isEnabled());
        dialog->openFile(folder.filePath(QStringLiteral("missing.pem")));
        QVERIFY(words(dialog).contains(QStringLiteral("missing.pem cannot be read")));
    }
    void everyPartOfTheDialogCanBeHeard() {
        Fixing setup(failedTest("tls", "fail", kTls));
        CertificateDialog* dialog = setup.look(QStringLiteral("TLS certificate: View certificate"), presented(true));
        for (const QWidget* widget : dialog->findChildren<QWidget*>()) {
            if (widget->isVisible() && widget->focusPolicy() != Qt::NoFocus && widget->focusProxy() == nullptr &&
                qobject_cast<const QLabel*>(widget) == nullptr) {
                QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
            }
        }
        const QString folder = qEnvironmentVariable("GATEHOUSE_SCREENSHOTS");
        if (!folder.isEmpty()) {
            dialog->grab().save(folder + QStringLiteral("/certificate-dialog.png"));
        }
    }

    void theProxyThatAppliesIsNamed_data() {
        QTest::addColumn<QString>("proxy");
        QTest::addColumn<QString>("says");
        QTest::newRow("none") << "" << "directly, without a proxy";
        QTest::newRow("one") << "http://proxy.corp.example:3128" << "through the proxy http://proxy.corp.example:3128";
    }
    void theProxyThatAppliesIsNamed() {
        QFETCH(QString, proxy);
        QFETCH(QString, says);
        const std::string fixes = "[{\"kind\":\"retry\",\"value\":\"\"},{\"kind\":\"proxy_settings\",\"value\":\"" +
                                  proxy.toStdString() + "\"}]";
        Fixing setup(failedTest("connect", "fail", fixes.c_str()));
        button(setup.wizard(), QStringLiteral("Connection: Proxy settings"))->click();
        setup.settle();
        QVERIFY2(words(setup.wizard()).contains(says), qPrintable(words(setup.wizard())));
        QVERIFY(words(setup.wizard()).contains(QStringLiteral("--outbound-proxy")));
    }
    void aCertificateThatEndsSoonIsRemindedOf() {
        const QDateTime end = QDateTime::currentDateTimeUtc().addDays(12);
        const std::string fixes =
            "[{\"kind\":\"remind_me\",\"value\":\"" + end.toString(Qt::ISODate).toStdString() + "\"}]";
        Fixing setup(failedTest("keys", "warn", fixes.c_str()));
        button(setup.wizard(), QStringLiteral("Signing keys: Remind me"))->click();
        setup.settle();
        shell::Notifications later;
        QDateTime now = QDateTime::currentDateTimeUtc();
        later.setClock([&now] { return now; });
        later.startReminding();
        QVERIFY(later.list().empty()); // not yet
        now = now.addDays(6);
        later.startReminding();
        QCOMPARE(later.list().size(), std::size_t(1));
        QVERIFY(later.list().front().sentence.contains(QStringLiteral("expires on")));
        QCOMPARE(later.list().front().place.panel, QStringLiteral("connections"));
        later.clear();
        later.startReminding();
        QVERIFY(later.list().empty()); // said once
    }
    void theClockAndTheRedirectUriAreOneButtonAway() {
        Fixing clock(failedTest("clock", "fail", "[{\"kind\":\"show_time_settings\",\"value\":\"\"}]"));
        button(clock.wizard(), QStringLiteral("Clock: Show time settings"))->click();
        clock.settle();
        QVERIFY(words(clock.wizard()).contains(QStringLiteral("This machine's clock says")));
        Fixing uri(
            failedTest("sign_in", "fail", "[{\"kind\":\"copy_redirect_uri\",\"value\":\"https://a/callback\"}]"));
        button(uri.wizard(), QStringLiteral("Sign-in: Copy redirect URI"))->click();
        uri.settle();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("https://a/callback"));
    }

    // Who is led here.
    void domainsThatNobodyVerifiedAreSaidBeforeItIsEnabled() {
        Setup setup;
        setup.choose(QStringLiteral("sandbox"));
        setup.press("idp.next");
        for (QLineEdit* field : setup.wizard()->findChildren<QLineEdit*>()) {
            if (field->placeholderText() == QLatin1String("company.com") && field->isVisible()) {
                field->setFocus();
                QTest::keyClicks(field, QStringLiteral("acme.example acme.test nobody.example"));
            }
        }
        setup.press("idp.next");
        setup.press("idp.next");
        auto* domains = named<widgets::CheckList>(setup.wizard(), "idp.domainCheck");
        QCOMPARE(domains->count(), 3);
        const QString said = words(domains);
        QVERIFY2(said.contains(QStringLiteral("Verified: people with an address there are led here.")),
                 qPrintable(said));
        QVERIFY(said.contains(QStringLiteral("Nobody has verified the domain yet.")));
        QVERIFY(said.contains(QStringLiteral("This tenant has not claimed the domain.")));
        QSignalSpy away(setup.page, &shell::Panel::goTo);
        button(domains, QStringLiteral("acme.test: Verify the domain"))->click();
        QVERIFY(QTest::qWaitFor([&] { return away.count() == 1; }));
        QCOMPARE(away[0][0].value<shell::Place>().panel, QStringLiteral("tenants"));
        setup.settle();
    }
    void aProviderWithoutDomainsAsksNothingOfThem() {
        Setup setup;
        setup.choose(QStringLiteral("sandbox"));
        setup.press("idp.next");
        setup.press("idp.next");
        setup.press("idp.next");
        QVERIFY(!named<widgets::CheckList>(setup.wizard(), "idp.domainCheck")->isVisible());
    }
};

} // namespace gatehouse::tests

QTEST_MAIN(gatehouse::tests::TstStageFixes)
#include "tst_stage_fixes.moc"
