// SPDX-License-Identifier: Apache-2.0
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

#include "tests/gui/console_fixture.h"
#include "ui/panels/home/expiry_card.h"
#include "ui/panels/home/home_panel.h"
#include "ui/panels/home/login_charts.h"
#include "ui/widgets/chart.h"

namespace gatehouse::tests {

using namespace ui::panels::home;
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
    }
    void urgencyFollowsTheThresholds() {
        const auto after = [](int days) { return urgencyOf(kNow.addDays(days), kNow); };
        QCOMPARE(after(61), Status::Ok);
        QCOMPARE(after(60), Status::Ok);
        QCOMPARE(after(59), Status::Info);
        QCOMPARE(after(30), Status::Info);
        QCOMPARE(after(29), Status::Warning);
        QCOMPARE(after(7), Status::Warning);
        QCOMPARE(after(6), Status::Failed);
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
        buttonNamed(*panel, QStringLiteral("Show a login that failed with mapping_missing_email"))->click();
        QPushButton* events = nullptr;
        for (QPushButton* button : panel->findChild<ExpiryCard*>()->findChildren<QPushButton*>()) {
            events = button;
        }
        QVERIFY(events != nullptr);
        events->click();
        QCOMPARE(gone.count(), 3);
        QCOMPARE(gone.at(1).first().value<ui::shell::Place>().panel, QStringLiteral("logins"));
        QVERIFY(!gone.at(1).first().value<ui::shell::Place>().object.isEmpty());
        QCOMPARE(gone.at(2).first().value<ui::shell::Place>().panel, QStringLiteral("audit"));
    }
};

} // namespace gatehouse::tests

QTEST_MAIN(gatehouse::tests::TstHome)
#include "tst_home.moc"
