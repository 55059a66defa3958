// SPDX-License-Identifier: Apache-2.0
// The Keys panel: what happens when, who has fetched which key, rotation and emergency.
#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QToolButton>

#include "tests/gui/console_fixture.h"
#include "tests/gui/recorded_keys.h"
#include "ui/panels/keys/key_model.h"
#include "ui/panels/keys/key_timeline.h"
#include "ui/widgets/error_banner.h"
#include "ui/widgets/filter_table.h"
#include "ui/widgets/typed_confirmation.h"

namespace gatehouse::tests {

using namespace ui::panels::keys;
using ui::shell::Panel;
using ui::widgets::FilterTable;
using ui::widgets::TypedConfirmation;

namespace {

/// Everything that the panel's tables say.
QString tableText(const FilterTable* table) {
    QStringList cells;
    const QAbstractItemModel* model = table->view()->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        for (int column = 0; column < model->columnCount(); ++column) {
            cells.append(model->index(row, column).data().toString());
        }
    }
    return cells.join(u'\n');
}

/// The panel's table of this name: the list, or that of the apps in the inspector.
FilterTable* table(const QWidget* panel, const char* name) {
    for (FilterTable* each : panel->findChildren<FilterTable*>()) {
        if (each->view()->accessibleName() == QLatin1String(name)) {
            return each;
        }
    }
    return nullptr;
}

QPushButton* button(const QWidget* within, const char* startsWith) {
    for (QPushButton* each : within->findChildren<QPushButton*>()) {
        if (each->text().startsWith(QLatin1String(startsWith)) && each->isVisibleTo(within)) {
            return each;
        }
    }
    return nullptr;
}

TypedConfirmation* box(const QWidget* panel, const char* name) {
    return panel->findChild<TypedConfirmation*>(QLatin1String(name));
}

/// Types into the question's fields: the reason, where it asks for one, and what has to be typed.
void answer(const TypedConfirmation* box, const QString& reason, const QString& typed) {
    const QList<QLineEdit*> fields = box->findChildren<QLineEdit*>();
    QCOMPARE(fields.size(), 2);
    for (QLineEdit* field : fields) {
        field->setText(field->accessibleName().contains(QStringLiteral("eason")) ? reason : typed);
    }
}

} // namespace

class TstKeys : public QObject {
    Q_OBJECT
private slots:
    void theTableSaysWhatThePictureShows() {
        Console console;
        console.start();
        auto* panel = console.panel<Panel>("keys");
        const QString text = tableText(table(panel, "Keys"));
        for (const char* word : {"Next", "Current", "Previous", "nextnext", "EdDSA, audit log",
                                 "Signs the audit log's checkpoints", "retired by itself"}) {
            QVERIFY2(text.contains(QLatin1String(word)), word);
        }
        auto* timeline = panel->findChild<KeyTimeline*>();
        QCOMPARE(timeline->keys().size(), std::size_t(3)); // the audit log's is no key of tokens
        QVERIFY(!timeline->accessibleName().isEmpty() && !timeline->accessibleDescription().isEmpty());
    }
    void thePictureIsWalkedThroughWithKeys() {
        Console console;
        console.start();
        auto* panel = console.panel<Panel>("keys");
        auto* timeline = panel->findChild<KeyTimeline*>();
        const auto kid = [&](std::size_t row) { return QString::fromStdString(timeline->keys()[row].kid); };
        timeline->setFocus();
        QTest::keyClick(timeline, Qt::Key_Home);
        console.settle();
        QCOMPARE(panel->currentObject(), kid(0));
        QTest::keyClick(timeline, Qt::Key_Down);
        console.settle();
        QCOMPARE(panel->currentObject(), kid(1));
        QVERIFY(timeline->accessibleDescription().contains(QStringLiteral("Next")));
        QTest::keyClick(timeline, Qt::Key_End);
        QTest::keyClick(timeline, Qt::Key_Down); // there is no further one
        console.settle();
        QCOMPARE(panel->currentObject(), kid(2));
    }
    void whoHasFetchedAKeyIsSaidWithHowItIsKnown() {
        Console console;
        console.start();
        auto* panel = console.panel<Panel>("keys");
        panel->reveal(kCurrentKey);
        console.settle();
        const QString text = tableText(table(panel, "Apps and the key"));
        for (const char* word : {"Invoices", "Has the key", "Fetched from where this app proves itself",
                                 "Only older keys", "Phone app", "Never seen", "Nothing is known"}) {
            QVERIFY2(text.contains(QLatin1String(word)), word);
        }
    }
    // K02: of a previous key it counts who has the current one
    void retiringNamesWhoLacksTheCurrentKey() {
        Console console;
        console.start();
        auto* panel = console.panel<Panel>("keys");
        panel->reveal(kPreviousKey);
        console.settle();
        QVERIFY(console.broker.count("GET", "/admin/v1/tenants/acme/keys/" + kCurrentKey.toStdString() + "/evidence") >
                0);
        button(panel, "Retire")->click();
        auto* question = box(panel, "key.retireBox");
        QVERIFY(question != nullptr);
        QString said;
        for (const QLabel* label : question->findChildren<QLabel*>()) {
            said += label->text();
        }
        QVERIFY2(said.contains(QStringLiteral("Warehouse, Phone app")) && !said.contains(QStringLiteral("Invoices")),
                 qPrintable(said));
        auto* typed = question->findChildren<QLineEdit*>().last();
        typed->setText(kPreviousKey.left(8));
        question->findChild<QPushButton*>(QStringLiteral("typed.confirm"))->click();
        console.settle();
        QCOMPARE(console.broker.count("POST", "/admin/v1/tenants/acme/keys/" + kPreviousKey.toStdString() + "/retire"),
                 1);
    }
    // K01: a key that not everybody can have is not made current by one press
    void makingAFreshKeyCurrentCountsDownAndWantsAReason() {
        Console console;
        console.start();
        auto* panel = console.panel<Panel>("keys");
        panel->reveal(kNextKey);
        console.settle();
        QVERIFY(button(panel, "Make current in") != nullptr);
        button(panel, "Make current in")->click();
        auto* question = box(panel, "key.forceBox");
        QVERIFY(question != nullptr);
        const std::string path = "/admin/v1/tenants/acme/keys/" + kNextKey.toStdString() + "/activate";
        auto* confirm = question->findChild<QPushButton*>(QStringLiteral("typed.confirm"));
        answer(question, {}, kNextKey.left(8));
        QVERIFY(!confirm->isEnabled());
        answer(question, QStringLiteral("the old one leaked"), QStringLiteral("nextnex"));
        QVERIFY(!confirm->isEnabled());
        answer(question, QStringLiteral("the old one leaked"), kNextKey.left(8));
        QVERIFY(confirm->isEnabled());
        QCOMPARE(console.broker.count("POST", path), 0);
        confirm->click();
        console.settle();
        QCOMPARE(console.broker.count("POST", path), 1);
        const std::string body = console.broker.calls().at(indexOf(console, path)).body;
        QVERIFY(body.find("\"force\":true") != std::string::npos && body.find("leaked") != std::string::npos);
    }
    void rotationIsStagedAndSaysWhen() {
        Console console;
        console.start();
        auto* panel = console.panel<Panel>("keys");
        QSignalSpy said(panel, &Panel::notice);
        button(panel, "Rotate")->click();
        console.settle();
        const std::string path = "/admin/v1/tenants/acme/keys/rotate";
        QCOMPARE(console.broker.count("POST", path), 1);
        QVERIFY(console.broker.calls().at(indexOf(console, path)).body.find("\"staged\":true") != std::string::npos);
        QVERIFY(!said.isEmpty() && said.last().first().toString().contains(QStringLiteral("takes over by itself")));
        QVERIFY(tableText(table(panel, "Keys")).contains(QStringLiteral("Takes over by itself")));
    }
    // E04: irreversible, so it is typed, with its price before
    void revokingTellsThePriceAndWantsAReason() {
        Console console;
        console.start();
        auto* panel = console.panel<Panel>("keys");
        panel->reveal(kCurrentKey);
        console.settle();
        button(panel, "Revoke in an emergency")->click();
        console.settle();
        auto* question = box(panel, "key.revokeBox");
        QVERIFY(question != nullptr);
        QString said;
        for (const QLabel* label : question->findChildren<QLabel*>()) {
            said += label->text();
        }
        QVERIFY2(said.contains(QStringLiteral("41")) && said.contains(QStringLiteral("nextnext signs then")),
                 qPrintable(said));
        auto* confirm = question->findChild<QPushButton*>(QStringLiteral("typed.confirm"));
        answer(question, {}, kCurrentKey.left(8));
        QVERIFY(!confirm->isEnabled());
        answer(question, QStringLiteral("stolen"), kCurrentKey.left(8));
        confirm->click();
        console.settle();
        QCOMPARE(console.broker.count("POST", "/admin/v1/tenants/acme/keys/" + kCurrentKey.toStdString() + "/revoke"),
                 1);
        QVERIFY(tableText(table(panel, "Keys")).contains(QStringLiteral("Revoked since")));
    }
    void aRefusalIsSaidWhereItBelongs() {
        Console console;
        console.start();
        auto* panel = console.panel<Panel>("keys");
        panel->reveal(kCurrentKey);
        console.settle();
        console.broker.answerOnce("POST", "/admin/v1/tenants/acme/keys/rotate",
                                  RecordedBroker::problem(403, QStringLiteral("permission_denied"), {}, {}));
        button(panel, "Rotate")->click();
        console.settle();
        QVERIFY(panel->findChild<ui::widgets::ErrorBanner*>() != nullptr);
        console.broker.answerOnce("GET", "/admin/v1/tenants/acme/keys?",
                                  RecordedBroker::problem(503, QStringLiteral("tenant_sealed"), {}, {}));
        panel->refresh();
        console.settle();
        QVERIFY(button(table(panel, "Keys"), "Retry") != nullptr ||
                button(table(panel, "Keys"), "Try again") != nullptr);
    }
    void theFrontDoorHasARingOfItsOwn() {
        Console console;
        console.start();
        auto* panel = console.panel<Panel>("keys");
        auto* rings = panel->findChild<QTabBar*>(QStringLiteral("key.rings"));
        auto* events = panel->findChild<QToolButton*>(QStringLiteral("eventsForThis"));
        panel->reveal(kCurrentKey);
        console.settle();
        QVERIFY(rings->isVisible() && events->isVisible());
        rings->setCurrentIndex(1);
        console.settle();
        const QString text = tableText(table(panel, "Keys"));
        QVERIFY(text.contains(QStringLiteral("doorcurr")) && !text.contains(QStringLiteral("currentc")));
        QVERIFY(panel->currentObject() != kCurrentKey);
        QCOMPARE(panel->findChild<KeyTimeline*>()->keys().size(), std::size_t(2));
        panel->reveal(kDoorKey);
        console.settle();
        QVERIFY(!events->isVisible()); // no tenant's log has them
        QVERIFY(console.broker.count("GET", "/admin/v1/keys/" + kDoorKey.toStdString() + "/evidence") > 0);
        button(panel, "Rotate")->click();
        console.settle();
        QCOMPARE(console.broker.count("POST", "/admin/v1/keys/rotate"), 1);
        QCOMPARE(console.broker.count("POST", "/admin/v1/tenants/acme/keys/rotate"), 0);
        const int before = console.broker.count("GET", "/admin/v1/keys?");
        console.event("audit", R"({"tenant":"","type":"KeyActivated","seq":9})");
        console.settle();
        QCOMPARE(console.broker.count("GET", "/admin/v1/keys?"), before + 1);
        rings->setCurrentIndex(0);
        console.settle();
        QVERIFY(tableText(table(panel, "Keys")).contains(QStringLiteral("currentc")));
    }
    void whoMayNotSeeTheFrontDoorIsNotAskedAgain() {
        Console console;
        console.broker.answerOnce("GET", "/admin/v1/keys?",
                                  RecordedBroker::problem(404, QStringLiteral("not_found"), {}, {}));
        console.start();
        auto* panel = console.panel<Panel>("keys");
        panel->refresh();
        console.settle();
        QVERIFY(!panel->findChild<QTabBar*>(QStringLiteral("key.rings"))->isVisible());
        QCOMPARE(console.broker.count("GET", "/admin/v1/keys?"), 1);
        QVERIFY(tableText(table(panel, "Keys")).contains(QStringLiteral("currentc")));
    }
    void theAuditLogsKeyIsNoKeyOfTokens() {
        Console console;
        console.start();
        auto* panel = console.panel<Panel>("keys");
        panel->reveal(kAuditKey);
        console.settle();
        QVERIFY(button(panel, "Make current") == nullptr && button(panel, "Retire") == nullptr);
        QCOMPARE(console.broker.count("GET", "/admin/v1/tenants/acme/keys/" + kAuditKey.toStdString() + "/evidence"),
                 0);
    }
    void whatOthersDoIsSeen() {
        Console console;
        console.start();
        console.panel<Panel>("keys");
        const int before = console.broker.count("GET", "/admin/v1/tenants/acme/keys?");
        console.event("audit", R"({"tenant":"acme","type":"KeyActivated","seq":9})");
        console.settle();
        QVERIFY(console.broker.count("GET", "/admin/v1/tenants/acme/keys?") > before);
        console.event("audit", R"({"tenant":"globex","type":"KeyActivated","seq":9})");
        console.event("audit", R"({"tenant":"acme","type":"Logout","seq":10})");
        console.settle();
        QCOMPARE(console.broker.count("GET", "/admin/v1/tenants/acme/keys?"), before + 1);
    }
    void theModelsKeepTheirPromises() {
        KeyModel keys;
        const QAbstractItemModelTester keyTester(&keys);
        admin::api::Key key;
        key.kid = "k";
        key.state = "active";
        keys.setRows({key});
        EvidenceModel evidence;
        const QAbstractItemModelTester evidenceTester(&evidence);
        evidence.setRows({{"a", "App", "c", "unknown", "nobody", 0, std::nullopt, ""}});
        QCOMPARE(evidence.index(0, EvidenceModel::LastFetch).data().toString(), QStringLiteral("never"));
    }

private:
    static std::size_t indexOf(Console& console, const std::string& path) {
        const auto calls = console.broker.calls();
        for (std::size_t at = 0; at < calls.size(); ++at) {
            if (calls[at].path == path) {
                return at;
            }
        }
        return calls.size();
    }
};

} // namespace gatehouse::tests

QTEST_MAIN(gatehouse::tests::TstKeys)
#include "tst_keys.moc"
