// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <ctime>

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

#include "tests/gui/console_fixture.h"
#include "ui/client/convert.h"
#include "ui/panels/home/expiry_card.h"
#include "ui/panels/home/home_panel.h"
#include "ui/panels/home/login_charts.h"
#include "ui/shell/expiries.h"
#include "ui/shell/notifications.h"
#include "ui/widgets/chart.h"
#include "ui/widgets/filter_table.h"
#include "ui/widgets/format.h"
#include "ui/widgets/stat_tile.h"
#include "ui/widgets/status.h"

namespace gatehouse::tests {

using namespace ui::panels::home;
using ui::shell::expirySentence;
using ui::shell::Notifications;
using ui::shell::urgencyOf;
using ui::widgets::Chart;
using ui::widgets::Status;

namespace {

const QDateTime kNow = QDateTime::fromString(QStringLiteral("2026-02-28T10:00:00Z"), Qt::ISODate);

admin::api::Expiry expiry(const char* kind, const char* name, qint64 seconds) {
    return {"x", kind, "acme", "a-1", name, fromMillis(kNow.addSecs(seconds).toMSecsSinceEpoch())};
}

QStringList labelsOf(const QWidget& widget) {
    QStringList texts;
    for (const QLabel* label : widget.findChildren<QLabel*>()) {
        texts.append(label->text());
    }
    return texts;
}

QPushButton* buttonNamed(const QWidget& panel, const QString& name) {
    for (QPushButton* button : panel.findChildren<QPushButton*>()) {
        if (button->accessibleName() == name) {
            return button;
        }
    }
    return nullptr;
}

QToolButton* chipOf(const QWidget& panel, const QString& text) {
    for (QToolButton* button : panel.findChildren<QToolButton*>()) {
        if (button->text() == text) {
            return button;
        }
    }
    return nullptr;
}

const ui::widgets::BarRow* rowNamed(const QWidget& panel, const QString& name) {
    for (const auto* row : panel.findChildren<ui::widgets::BarRow*>()) {
        if (row->accessibleName() == name) {
            return row;
        }
    }
    return nullptr;
}

} // namespace

class TstHome : public QObject {
    Q_OBJECT
private slots:
    void anEndIsSaidInDaysAndAsADate() {
        QCOMPARE(expirySentence(expiry("tls-certificate", "acme.example.com", 86'400 * 12 + 60), kNow),
                 QStringLiteral("TLS certificate acme.example.com expires in 12 days (12 Mar 2026)"));
        QVERIFY(expirySentence(expiry("token", "ci", 86'400 + 60), kNow).contains(QStringLiteral("in one day")));
        QVERIFY(expirySentence(expiry("token", "ci", 3600), kNow).contains(QStringLiteral("within a day")));
        QVERIFY(expirySentence(expiry("app-secret", "Demo", -3600), kNow).contains(QStringLiteral("has expired")));
        QVERIFY(expirySentence(expiry("app", "worker", -3600), kNow).startsWith(QStringLiteral("The service worker")));
    }
    void aKeyDoesNotExpireItIsDueForRotation() {
        QCOMPARE(expirySentence(expiry("signing-key", "ES256", 86'400 * 12 + 60), kNow),
                 QStringLiteral("The signing key of acme is due for rotation in 12 days (12 Mar 2026)"));
        QVERIFY(expirySentence(expiry("signing-key", "ES256", -3600), kNow).contains(QStringLiteral("overdue")));
        QVERIFY(ui::shell::expiryCure(expiry("signing-key", "ES256", 60)).contains(QStringLiteral("--tenant acme")));
        admin::api::Expiry front = expiry("signing-key", "ES256", 60);
        front.tenant.clear();
        QVERIFY(expirySentence(front, kNow).contains(QStringLiteral("front door")));
    }
    void theDateIsThatOfTheChosenClock() {
        const QByteArray before = qgetenv("TZ");
        qputenv("TZ", "Pacific/Auckland"); // thirteen hours ahead: the next day already
        tzset();
        const auto late = expiry("token", "ci", 86'400 * 5 + 3600);
        QVERIFY(expirySentence(late, kNow).contains(QStringLiteral("6 Mar 2026")));
        ui::widgets::setClock(ui::widgets::Clock::Utc);
        QVERIFY(expirySentence(late, kNow).contains(QStringLiteral("5 Mar 2026")));
        ui::widgets::setClock(ui::widgets::Clock::Local);
        before.isNull() ? qunsetenv("TZ") : qputenv("TZ", before);
        tzset();
    }
    void anAuthorityAndAProvidersCertificateAreNamedWithTheirConnection() {
        admin::api::Expiry one = expiry("trusted-authority", "CN = Corp Root", 86'400 * 12 + 60);
        one.connection = "contoso";
        QCOMPARE(expirySentence(one, kNow),
                 QStringLiteral("The authority CN = Corp Root trusted by contoso expires in 12 days (12 Mar 2026)"));
        QVERIFY(ui::shell::expiryCure(one).contains(QStringLiteral("successor")));
        one.kind = "provider-certificate";
        one.name = "contoso";
        QVERIFY(expirySentence(one, kNow).startsWith(QStringLiteral("The signing certificate of the identity provider "
                                                                    "contoso expires")));
        QVERIFY(!ui::shell::expiryCure(one).contains(QStringLiteral("gatehousectl")));
    }
    void eachThresholdIsToldOnce() {
        Console console; // for its settings
        Notifications notes;
        QSignalSpy urgent(&notes, &Notifications::urgent);
        ui::shell::ExpiryWatch watch(console.client, notes);
        std::vector<admin::api::Expiry> all{expiry("tls-certificate", "acme.example.com", 86'400 * 60)};
        const auto at = [&](int daysBefore) {
            watch.take(all, ui::client::toDateTime(all.front().expiresAt).addDays(-daysBefore));
            return notes.unread();
        };
        QCOMPARE(at(61), 0);
        for (const int days : {60, 30, 14, 7, 1, 0}) {
            QCOMPARE(at(days), 1);
            const Notifications::Level level = days > 30  ? Notifications::Level::Info
                                               : days > 7 ? Notifications::Level::Warning
                                                          : Notifications::Level::Critical;
            QCOMPARE(notes.list().front().level, level);
            notes.clear(); // whoever dismisses it
            QCOMPARE(at(days), 0);
        }
        QCOMPARE(urgent.count(), 1); // of one matter at most one an hour
        ui::shell::ExpiryWatch nextStart(console.client, notes);
        nextStart.take(all, ui::client::toDateTime(all.front().expiresAt));
        QCOMPARE(notes.unread(), 0);
        all.front().expiresAt = *all.front().expiresAt + Seconds(5 * 86'400); // another one, and again a short one
        QCOMPARE(at(5), 1);
    }
    void whatIsRenewedIsSettled() {
        Console console;
        Notifications notes;
        ui::shell::ExpiryWatch watch(console.client, notes);
        watch.take({expiry("tls-certificate", "a", 86'400 * 5)}, kNow);
        QCOMPARE(notes.list().size(), std::size_t(1));
        watch.take({expiry("tls-certificate", "a", 86'400 * 90)}, kNow);
        QVERIFY(notes.list().empty());
    }
    void aRotatedSecretAndADueKeyAreNothingToRingTheBellFor() {
        Console console;
        Notifications notes;
        QSignalSpy urgent(&notes, &Notifications::urgent);
        ui::shell::ExpiryWatch watch(console.client, notes);
        admin::api::Expiry key = expiry("signing-key", "ES256", -60);
        key.id = "y";
        watch.take({expiry("app-secret", "Demo", 3600), key}, kNow);
        QCOMPARE(notes.unread(), 2);
        QCOMPARE(urgent.count(), 0);
    }
    void anAuthorityStopsSignInsAndAProvidersCertificateDoesNot_data() {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("rings");
        QTest::newRow("authority") << "trusted-authority" << 1;
        QTest::newRow("certificate") << "provider-certificate" << 0;
    }
    void anAuthorityStopsSignInsAndAProvidersCertificateDoesNot() {
        QFETCH(QString, kind);
        QFETCH(int, rings);
        Console console;
        Notifications notes;
        QSignalSpy urgent(&notes, &Notifications::urgent);
        ui::shell::ExpiryWatch watch(console.client, notes);
        watch.take({expiry(qPrintable(kind), "x", 86'400 * 5)}, kNow);
        QCOMPARE(notes.unread(), 1);
        QCOMPARE(urgent.count(), rings);
    }
    void whatAConnectionHoldsIsCuredInTheConnection() {
        ExpiryCard card;
        QSignalSpy gone(&card, &ExpiryCard::goTo);
        admin::api::Expiry one = expiry("trusted-authority", "CN = Corp Root", 0);
        one.object = "c-1";
        one.connection = "contoso";
        one.expiresAt = fromMillis(QDateTime::currentMSecsSinceEpoch() + 86'400'000LL * 5);
        card.showExpiries({one});
        QPushButton* open = buttonNamed(card, QStringLiteral("Open: The authority CN = Corp Root trusted by contoso"));
        QVERIFY(open != nullptr);
        open->click();
        const ui::shell::Place place{QStringLiteral("connections"), QStringLiteral("acme"), QStringLiteral("c-1")};
        QCOMPARE(gone.at(0).at(0).value<ui::shell::Place>(), place);
    }
    void theBellHearsOfItAtTheStart() {
        Console console;
        console.start();
        const auto& list = console.window.services().notifications->list();
        QCOMPARE(list.size(), std::size_t(3));
        QVERIFY(std::any_of(list.begin(), list.end(), [](const Notifications::Note& note) {
            return note.level == Notifications::Level::Critical &&
                   note.sentence.contains(QStringLiteral("nightly backup"));
        }));
    }
    void urgencyFollowsTheThresholds() {
        const auto after = [](int days) { return urgencyOf(kNow.addDays(days), kNow); };
        QCOMPARE(after(61), Status::Ok);
        QCOMPARE(after(60), Status::Info);
        QCOMPARE(after(31), Status::Info);
        QCOMPARE(after(30), Status::Warning);
        QCOMPARE(after(8), Status::Warning);
        QCOMPARE(after(7), Status::Failed);
        QCOMPARE(after(-1), Status::Failed);
    }
    void theExpiryCentreShowsTheNextFirstAndNothingFarAway() {
        Console console;
        console.start();
        auto* panel = console.panel<HomePanel>("home");
        const QStringList rows = labelsOf(*panel->findChild<ExpiryCard*>()).filter(QStringLiteral(" expires "));
        QCOMPARE(rows.size(), 3);
        QVERIFY(rows.at(0).contains(QStringLiteral("Demo app")));
        QVERIFY(rows.at(2).contains(QStringLiteral("in 12 days")));
        QVERIFY(rows.filter(QStringLiteral("auditor 2026")).isEmpty());
    }
    void whoMayNotSeeItIsTold() {
        Console console;
        console.start();
        auto* panel = console.panel<HomePanel>("home");
        console.settle(); // the bell asks for the same
        console.broker.answerOnce("GET", "/admin/v1/expiries",
                                  RecordedBroker::problem(403, QStringLiteral("forbidden"), {}, {}));
        panel->refresh();
        console.settle();
        QVERIFY(!labelsOf(*panel->findChild<ExpiryCard*>()).filter(QStringLiteral("role")).isEmpty());
    }
    void barsHoldEveryLogin() {
        admin::api::Statistics statistics;
        for (int i = 0; i < 14; ++i) {
            statistics.bins.push_back({{}, 2, i == 13 ? 3 : 0, i == 7 ? 120.0 : 5.0});
        }
        const LoginBars bars = barsOf(statistics, 6);
        QCOMPARE(bars.successes, (std::vector<double>{12, 12, 4}));
        QCOMPARE(bars.failures, (std::vector<double>{0, 0, 3}));
        QCOMPARE(bars.p95, (std::vector<double>{5, 120, 5}));
        QVERIFY(qAbs(successShare(statistics) - 28.0 / 31 * 100) < 0.001);
        QCOMPARE(successShare({}), -1.0);
        QVERIFY(barsOf({}, 6).successes.empty());
    }
    void chartsSayTheirValuesByKey() {
        Chart chart(QStringLiteral("Logins"), Chart::Kind::Bars);
        chart.setData({{QStringLiteral("In"), {1, 2, 3}}, {QStringLiteral("Out"), {0, 4, 0}}},
                      [](int step) { return QStringLiteral("step %1").arg(step); });
        QSignalSpy selected(&chart, &Chart::rangeSelected);
        QTest::keyClick(&chart, Qt::Key_Right);
        QTest::keyClick(&chart, Qt::Key_Right);
        QCOMPARE(chart.current(), 1);
        QCOMPARE(chart.accessibleDescription(), QStringLiteral("step 1  In 2,  Out 4"));
        QTest::keyClick(&chart, Qt::Key_Return);
        QCOMPARE(selected.count(), 0); // no ranges here
        chart.setRanges(true);
        QTest::keyClick(&chart, Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(&chart, Qt::Key_Right, Qt::ShiftModifier); // there is no further one
        QTest::keyClick(&chart, Qt::Key_Return);
        QCOMPARE(selected.count(), 1);
        QCOMPARE(selected.first().at(0).toInt(), 1);
        QCOMPARE(selected.first().at(1).toInt(), 2);
    }
    void everyCardLeadsSomewhere() {
        Console console;
        console.start();
        auto* panel = console.panel<HomePanel>("home");
        QSignalSpy gone(panel, &ui::shell::Panel::goTo);
        buttonNamed(*panel, QStringLiteral("Open the logins"))->click();
        buttonNamed(*panel, QStringLiteral("Show the logins that failed with mapping_missing_email"))->click();
        QPushButton* events = nullptr;
        for (QPushButton* button : panel->findChild<ExpiryCard*>()->findChildren<QPushButton*>()) {
            events = button;
        }
        QVERIFY(events != nullptr);
        events->click();
        QCOMPARE(gone.count(), 3);
        QCOMPARE(gone.at(1).first().value<ui::shell::Place>().panel, QStringLiteral("logins"));
        QCOMPARE(gone.at(1).first().value<ui::shell::Place>().object, QStringLiteral("reason=mapping_missing_email"));
        QCOMPARE(gone.at(2).first().value<ui::shell::Place>().panel, QStringLiteral("apps"));
    }
    void aReasonIsSaidInWordsWithItsSlugBesideThem() {
        Console console;
        console.start();
        const auto* home = console.panel<HomePanel>("home");
        const QString expired = QStringLiteral("This sign-in took too long.");
        const ui::widgets::BarRow* row = rowNamed(*home, expired + QStringLiteral(": 1"));
        QVERIFY(row != nullptr);
        QVERIFY(labelsOf(*row).contains(expired));
        QCOMPARE(row->toolTip(), QStringLiteral("login.state_expired"));
        QCOMPARE(row->accessibleDescription(), QStringLiteral("login.state_expired"));
        QVERIFY(rowNamed(*home, QStringLiteral("oidc.nonce_mismatch: 2")) != nullptr); // a broker that has no words
    }
    void aReasonIsSaidInTheConsolesLanguage() {
        const QLocale before;
        QLocale::setDefault(QLocale(QStringLiteral("de_DE")));
        Console console;
        console.start();
        const QStringList texts = labelsOf(*console.panel<HomePanel>("home"));
        QLocale::setDefault(before);
        QVERIFY(texts.contains(QStringLiteral("Diese Anmeldung hat zu lange gedauert.")));
        QVERIFY(!texts.contains(QStringLiteral("This sign-in took too long.")));
    }
    void aReasonOpensTheLoginsThatWereRefusedWithItAndTheChipShowsAllAgain() {
        Console console;
        console.start();
        auto* home = console.panel<HomePanel>("home");
        buttonNamed(*home, QStringLiteral("Show the logins that failed with mapping_missing_email"))->click();
        console.settle();
        auto* logins = console.window.panel(QStringLiteral("logins"));
        const auto* rows = logins->findChild<ui::widgets::FilterTable*>()->view()->model();
        QVERIFY(logins->isVisible());
        QCOMPARE(rows->rowCount(), 2);
        QVERIFY(console.broker.count("GET", "/admin/v1/tenants/acme/flows?") > 0);
        QToolButton* chip = chipOf(*logins, QStringLiteral("mapping_missing_email"));
        QVERIFY(chip != nullptr && chip->isVisible());
        console.event("flow", "{\"id\":\"f-x\",\"tenant\":\"acme\",\"outcome\":\"failure\",\"reason\":\"other\"}");
        console.settle();
        QCOMPARE(rows->rowCount(), 2); // what is refused for another reason is not taken in
        chip->click();
        console.settle();
        QVERIFY(!chip->isVisible());
        QCOMPARE(rows->rowCount(), 7);
    }
    void aReasonThatNobodyWasRefusedWithHereSaysSoAndLeadsBack() {
        Console console;
        console.start();
        console.window.goTo(
            {QStringLiteral("logins"), QStringLiteral("acme"), QStringLiteral("reason=id_token.nonce")});
        console.settle();
        auto* logins = console.window.panel(QStringLiteral("logins"));
        QVERIFY(!labelsOf(*logins).filter(QStringLiteral("refused with id_token.nonce")).isEmpty());
        buttonNamed(*logins, QStringLiteral("Show all logins"))->click();
        console.settle();
        QCOMPARE(logins->findChild<ui::widgets::FilterTable*>()->view()->model()->rowCount(), 7);
    }
};

} // namespace gatehouse::tests

QTEST_MAIN(gatehouse::tests::TstHome)
#include "tst_home.moc"
