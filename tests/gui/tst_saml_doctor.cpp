// SPDX-License-Identifier: Apache-2.0
// A pasted SAML response in the console: what is asked of the broker, each check with its words, and what is copied.
#include <QClipboard>
#include <QFile>
#include <QListWidget>
#include <QMimeData>
#include <QRegularExpression>

#include "tests/gui/clipped_text.h"
#include "tests/gui/connections_fixture.h"
#include "tests/gui/speaking.h"
#include "ui/panels/connections/response_dialog.h"
#include "ui/panels/connections/response_view.h"
#include "ui/panels/logins/flow_detail.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/paste_field.h"
#include "ui/widgets/saml_checks.h"

namespace gatehouse::tests {

namespace {

constexpr const char* kId = "01890000-0000-7000-8000-000000000001";

QJsonObject check(const char* name, const char* status, const char* expected, const char* actual) {
    const bool failed = QLatin1String(status) == QLatin1String("fail");
    return {{QStringLiteral("name"), QLatin1String(name)},
            {QStringLiteral("status"), QLatin1String(status)},
            {QStringLiteral("expected"), QLatin1String(expected)},
            {QStringLiteral("actual"), QLatin1String(actual)},
            {QStringLiteral("cure"), failed ? QStringLiteral("Say it in English.") : QString()},
            {QStringLiteral("cureBy"), QString()},
            {QStringLiteral("spec"), QStringLiteral("SAML V2.0 Core, 2.5.1.4")}};
}

QJsonObject refused() {
    const QJsonObject preview = QJsonDocument::fromJson(R"({"outcome":"match","userId":"u1",
        "user":{"email":"ana@fabrikam.example"},"roles":["member"],"groups":["eng"],"trace":[],"errors":[],
        "claims":{"mail":"ana@fabrikam.example"},"roleMode":"replace","rolesAdded":[],"rolesRemoved":[],
        "bindsIdentity":false})")
                                    .object();
    return {
        {QStringLiteral("ok"), false},
        {QStringLiteral("form"), QStringLiteral("base64")},
        {QStringLiteral("at"), QStringLiteral("2026-11-02T08:00:00.000Z")},
        {QStringLiteral("checks"),
         QJsonArray{check("saml.xml", "ok", "XML", "as wanted"),
                    check("saml.signature.response", "skipped", "", "not signed itself"),
                    check("saml.destination", "ok", "https://gatehouse.example/acs", "https://gatehouse.example/acs"),
                    check("saml.audience", "fail", "https://gatehouse.example/sso/saml/1/metadata",
                          "https://other.example/application/of/somebody/else"),
                    check("saml.conditions.time", "fail", "now", "until 2026-11-02T07:00:00Z"),
                    check("saml.unsolicited", "warn", "a response that was asked for", "no request"),
                    check("saml.of_tomorrow", "ok", "", "fine")}},
        {QStringLiteral("subject"), QStringLiteral("ana@fabrikam.example")},
        {QStringLiteral("message"), QJsonObject{{QStringLiteral("issuer"), QStringLiteral("https://idp.example")},
                                                {QStringLiteral("status"), QStringLiteral("urn:status:Success")}}},
        {QStringLiteral("xml"), QStringLiteral("<a:R xmlns:a=\"urn:a\"><a:I>x</a:I></a:R>")},
        {QStringLiteral("preview"), preview}};
}

QString pathOf() {
    return QStringLiteral("%1/%2").arg(QLatin1String(kConnections), QLatin1String(kId));
}

/// The console at a SAML connection.
struct AtSaml : Setup {
    AtSaml() {
        QJsonObject connection = broker.object(QStringLiteral("tenants/acme/connections/c-contoso"));
        const QString base = QStringLiteral("https://gatehouse.example/sso/saml/1/");
        connection.insert(QStringLiteral("id"), QLatin1String(kId));
        connection.insert(QStringLiteral("name"), QStringLiteral("okta"));
        connection.insert(QStringLiteral("displayName"), QStringLiteral("Okta"));
        connection.insert(QStringLiteral("type"), QStringLiteral("saml"));
        connection.insert(QStringLiteral("issuer"), QString());
        connection.insert(QStringLiteral("metadataUrl"), QStringLiteral("https://idp.example/metadata"));
        connection.insert(QStringLiteral("saml"),
                          QJsonObject{{QStringLiteral("entityId"), base + QStringLiteral("metadata")},
                                      {QStringLiteral("acsUrl"), base + QStringLiteral("acs")},
                                      {QStringLiteral("sloUrl"), base + QStringLiteral("slo")},
                                      {QStringLiteral("certificates"), QJsonArray()},
                                      {QStringLiteral("pendingChanges"), QJsonArray()}});
        broker.put(QStringLiteral("tenants/acme/connections/") + QLatin1String(kId), connection);
        page->refresh();
        settle();
        page->reveal(QLatin1String(kId));
        settle();
    }
    ResponseDialog* open() {
        press("idp.checkResponse");
        auto* dialog = page->findChild<ResponseDialog*>();
        return dialog;
    }
    /// Pastes and presses; `answer` is what the broker says.
    void checkIt(ResponseDialog* dialog, const api::Reply& answer) {
        broker.answerOnce("POST", pathOf().toStdString() + "/check-response", answer);
        named<QPlainTextEdit>(dialog, "response.text")->setPlainText(QStringLiteral("PHNhbWw+"));
        named<QPushButton>(dialog, "response.check")->click();
        QTRY_VERIFY(named<QPushButton>(dialog, "response.check")->isEnabled());
    }
    QJsonObject asked() {
        QJsonObject body;
        for (const api::Call& call : broker.calls()) {
            if (QString::fromStdString(call.path).endsWith(QLatin1String("/check-response"))) {
                body = QJsonDocument::fromJson(QByteArray::fromStdString(call.body)).object();
            }
        }
        return body;
    }
};

} // namespace

class TstSamlDoctor : public QObject {
    Q_OBJECT
private slots:
    void onlyASamlConnectionHasIt() {
        AtSaml setup;
        QVERIFY(named<QPushButton>(setup.page, "idp.checkResponse")->isVisible());
        setup.page->reveal(QStringLiteral("c-contoso"));
        setup.settle();
        QVERIFY(!named<QPushButton>(setup.page, "idp.checkResponse")->isVisible());
    }
    void theFirstFailureIsSelectedWithItsWords() {
        AtSaml setup;
        auto* dialog = setup.open();
        QVERIFY(dialog != nullptr);
        QVERIFY(!named<QPushButton>(dialog, "response.check")->isEnabled());
        setup.checkIt(dialog, RecordedBroker::json(200, refused()));
        QCOMPARE(setup.asked(), (QJsonObject{{QStringLiteral("response"), QStringLiteral("PHNhbWw+")},
                                             {QStringLiteral("inResponseTo"), QString()}}));
        auto* list = named<QListWidget>(dialog, "response.checks");
        QCOMPARE(list->count(), 7);
        QCOMPARE(list->currentRow(), 3);
        QCOMPARE(list->currentItem()->text(), QStringLiteral("It is meant for us"));
        QCOMPARE(list->item(6)->text(), QStringLiteral("saml.of_tomorrow")); // a newer broker's
        const QString said = words(dialog);
        QVERIFY(said.contains(QStringLiteral("2 checks failed")) || said.contains(QStringLiteral("2 check(s) failed")));
        QVERIFY(said.contains(QStringLiteral("Set the audience (entity ID) at the provider to ours.")));
        QVERIFY(said.contains(QStringLiteral("https://other.example/application/of/somebody/else")));
        QVERIFY(said.contains(QStringLiteral("SAML V2.0 Core, 2.5.1.4")));
        QVERIFY(!said.contains(QStringLiteral("Say it in English.")));
        list->setCurrentRow(1);
        QTRY_VERIFY(words(dialog).contains(QStringLiteral("Signature of the response")));
        const QString xml = named<QPlainTextEdit>(dialog, "response.xml")->toPlainText();
        QCOMPARE(xml.count(u'\n'), 2);
        named<QPushButton>(dialog, "response.copy")->click();
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY(copied.contains(QStringLiteral("Failed: It is meant for us (saml.audience, SAML V2.0 Core")));
        QVERIFY(copied.contains(QStringLiteral("    Expected: https://gatehouse.example/sso/saml/1/metadata")));
        QVERIFY(!copied.contains(QStringLiteral("ana@fabrikam.example")));
    }
    void requestAndTimeGoAlong() {
        AtSaml setup;
        auto* dialog = setup.open();
        named<QLineEdit>(dialog, "response.request")->setText(QStringLiteral(" _q1 "));
        named<widgets::ChoiceField>(dialog, "response.when")->setValue(QStringLiteral("now"));
        setup.checkIt(dialog, RecordedBroker::json(200, refused()));
        QCOMPARE(setup.asked().value(QStringLiteral("inResponseTo")).toString(), QStringLiteral("_q1"));
        const auto at = QDateTime::fromString(setup.asked().value(QStringLiteral("at")).toString(), Qt::ISODateWithMs);
        QVERIFY(std::abs(at.secsTo(QDateTime::currentDateTimeUtc())) < 60);
    }
    void whatTheBrokerRefusesIsSaid() {
        AtSaml setup;
        auto* dialog = setup.open();
        setup.checkIt(dialog, RecordedBroker::problem(400, QStringLiteral("saml_malformed"), {}, {}));
        QVERIFY(!named<QListWidget>(dialog, "response.checks")->isVisible());
        QVERIFY(!named<QPushButton>(dialog, "response.copy")->isVisible());
    }
    void aDroppedFileTakesThePlaceOfTheText() {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("response.xml")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("<a/>");
        file.close();
        widgets::PasteField field(QStringLiteral("x"), 8);
        field.setPlainText(QStringLiteral("before"));
        QVERIFY(field.openFile(file.fileName()));
        QCOMPARE(field.toPlainText(), QStringLiteral("<a/>"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("<a>larger</a>");
        file.close();
        QVERIFY(!field.openFile(file.fileName()));
        QVERIFY(!field.openFile(folder.filePath(QStringLiteral("none"))));
        QCOMPARE(field.toPlainText(), QStringLiteral("<a/>"));
    }
    void xmlIsLaidOutAndNothingElseIs() {
        QCOMPARE(laidOut(QStringLiteral("<a:R xmlns:a=\"urn:a\" ID=\"1\"> <a:I>x &amp; y</a:I></a:R>")),
                 QStringLiteral("<a:R xmlns:a=\"urn:a\" ID=\"1\">\n  <a:I>x &amp; y</a:I>\n</a:R>"));
        for (const char* text : {"<a><b></a>", "<!DOCTYPE a><a/>", "[redacted:4711]"}) {
            QCOMPARE(laidOut(QLatin1String(text)), QLatin1String(text));
        }
    }
    // A check that is new in core is spoken of here too.
    void everyCheckOfTheCoreHasWords() {
        const QStringList known = widgets::knownSamlChecks();
        static const QRegularExpression slug(QStringLiteral("\"(saml\\.[a-z0-9_.]*[a-z0-9_])\""));
        int found = 0;
        for (const char* name : {"response.cpp", "reading.cpp", "rules.cpp", "examine.cpp"}) {
            QFile file(QStringLiteral(GATEHOUSE_SOURCE_SP "/") + QLatin1String(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            for (const auto& match : slug.globalMatch(QString::fromUtf8(file.readAll()))) {
                QVERIFY2(known.contains(match.captured(1)), qPrintable(match.captured(1)));
                ++found;
            }
        }
        QVERIFY(found > 35);
        QCOMPARE(panels::logins::checkTitle(QStringLiteral("saml.audience")), QStringLiteral("It is meant for us"));
    }

    void theDialogHasRoomForItsWords_data() {
        QTest::addColumn<QString>("language");
        for (const char* each : {"en", "de", "ar"}) {
            QTest::newRow(each) << QString(QLatin1String(each));
        }
    }
    void theDialogHasRoomForItsWords() {
        QFETCH(QString, language);
        const Speaking speaking(language);
        const QString folder = qEnvironmentVariable("GATEHOUSE_SCREENSHOTS"); // for people who want to look at them
        AtSaml setup;
        auto* dialog = setup.open();
        QStringList clipped;
        const auto look = [&](QWidget& what, const char* name) {
            QTest::qWait(30);
            clipped += clippedTexts(what);
            if (!folder.isEmpty()) {
                what.grab().save(QStringLiteral("%1/doctor-%2-%3.png").arg(folder, QLatin1String(name), language));
            }
        };
        look(*dialog, "empty");
        setup.checkIt(dialog, RecordedBroker::json(200, refused()));
        look(*dialog, "checks");
        auto* tabs = named<QTabWidget>(dialog, "response.tabs");
        tabs->setCurrentIndex(1);
        look(*dialog, "facts");
        tabs->setCurrentIndex(2);
        look(*dialog, "xml");
        dialog->hide();
        setup.window.resize(1366, 768);
        look(setup.window, "panel");
        QVERIFY2(clipped.isEmpty(), qPrintable(clipped.join(u'\n')));
        if (language == QLatin1String("de")) {
            QCOMPARE(named<QListWidget>(dialog, "response.checks")->item(3)->text(),
                     QStringLiteral("Sie ist für uns bestimmt"));
        }
    }
};

} // namespace gatehouse::tests

QTEST_MAIN(gatehouse::tests::TstSamlDoctor)
#include "tst_saml_doctor.moc"
