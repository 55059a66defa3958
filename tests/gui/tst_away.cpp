// SPDX-License-Identifier: Apache-2.0
// The console while its broker is away, and when it comes back.
#include <algorithm>
#include <deque>
#include <iterator>
#include <memory>

#include <QLabel>
#include <QPromise>
#include <QSignalSpy>

#include "tests/gui/console_fixture.h"
#include "ui/shell/connection_strip.h"
#include "ui/widgets/error_banner.h"
#include "ui/widgets/filter_table.h"

namespace gatehouse::tests {

using namespace ui;

namespace {

constexpr int kNever = 3600 * 1000;
constexpr int kOften = 20;

/// Takes every call and answers none, as a network does that drops what it carries.
class Silence final : public client::Transport {
public:
    QFuture<api::Reply> send(const api::Call&) override {
        calls.emplace_back();
        calls.back().start();
        return calls.back().future();
    }
    std::deque<QPromise<api::Reply>> calls;
};

/// Answers at once.
class Wire final : public client::Transport {
public:
    explicit Wire(RecordedBroker& broker)
        : m_broker(broker) {}
    QFuture<api::Reply> send(const api::Call& call) override {
        QPromise<api::Reply> promise;
        promise.start();
        promise.addResult(m_broker.answer(call));
        promise.finish();
        return promise.future();
    }

private:
    RecordedBroker& m_broker;
};

class Feed final : public client::EventFeed {
public:
    void start() override {
        ++starts;
        setState(State::Live);
    }
    void stop() override { setState(State::Off); }
    void breakOff() { setState(State::Polling); }
    int starts = 0;
};

struct Watch {
    RecordedBroker broker;
    Wire wire{broker};
    client::AdminClient client{wire};
    Feed feed;
    client::BrokerMonitor monitor{client, feed};
    QSignalSpy cameBack{&monitor, &client::BrokerMonitor::cameBack};

    Watch() {
        monitor.setInterval(kNever);
        feed.start();
        monitor.start();
    }
    [[nodiscard]] int asked() { return broker.count("GET", "/admin/v1/status"); }
};

} // namespace

class TstAway : public QObject {
    Q_OBJECT
private slots:
    void aNetworkThatSwallowsEverythingIsAFailure() {
        Silence silence;
        client::AdminClient client(silence);
        Feed feed;
        client::BrokerMonitor monitor(client, feed);
        monitor.setInterval(kOften);
        monitor.start();
        QTRY_VERIFY(monitor.failure());
        QCOMPARE(monitor.failure()->code, QStringLiteral("unreachable"));
        QVERIFY(monitor.failure()->detail.startsWith(QLatin1String("Nothing came back")));
        QVERIFY(silence.calls.front().isCanceled()); // it is asked anew, not twice at a time
        QVERIFY(!monitor.status());
    }

    void aStreamThatBreaksIsAReasonToAskAtOnce() {
        Watch watch;
        QTRY_VERIFY(watch.monitor.status());
        QCOMPARE(watch.asked(), 1);
        watch.broker.setAway(true);
        watch.feed.breakOff();
        QTRY_VERIFY(watch.monitor.failure());
        QCOMPARE(watch.asked(), 2);
        QVERIFY(watch.monitor.status()); // as it was
    }

    void onlyWhoWasAwayComesBack() {
        Watch watch;
        QTRY_VERIFY(watch.monitor.status());
        watch.feed.breakOff();
        watch.feed.start();
        QTRY_COMPARE(watch.asked(), 2);
        QCOMPARE(watch.cameBack.count(), 0);
        watch.broker.setAway(true);
        watch.feed.breakOff();
        QTRY_VERIFY(watch.monitor.failure());
        watch.broker.setAway(false);
        watch.feed.start();
        watch.feed.breakOff();
        QTRY_COMPARE(watch.cameBack.count(), 1);
        QVERIFY(!watch.monitor.failure());
    }

    void aStreamThatFlowsIsNotBegunAnew() {
        Feed feed;
        feed.tryNow();
        QCOMPARE(feed.starts, 0);
        feed.start();
        feed.tryNow();
        QCOMPARE(feed.starts, 1);
        feed.breakOff();
        feed.tryNow();
        QCOMPARE(feed.starts, 2);
        QCOMPARE(feed.state(), client::EventFeed::State::Live);
    }

    void whatWasReadStaysAndIsReadAnewWhenTheBrokerIsBack_data() {
        QTest::addColumn<QString>("panel");
        for (const char* panel : {"home", "tenants", "connections", "mapping", "users", "logins", "history"}) {
            QTest::newRow(panel) << QString::fromLatin1(panel);
        }
    }
    void whatWasReadStaysAndIsReadAnewWhenTheBrokerIsBack() {
        QFETCH(QString, panel);
        Console console;
        console.start();
        auto* page = console.panel<shell::Panel>(qPrintable(panel));
        const auto* table = page->findChild<widgets::FilterTable*>();
        const int rows = table == nullptr ? -1 : table->view()->model()->rowCount();
        const QStringList words = wordsOf(*page);
        QVERIFY(!words.isEmpty());
        auto* strip = console.window.findChild<shell::ConnectionStrip*>();
        console.broker.setAway(true);
        console.monitor.setInterval(kOften);
        QTRY_VERIFY(strip->isVisible());
        console.monitor.setInterval(kNever);
        console.window.refresh();
        QTRY_VERIFY(!page->busy());
        if (table != nullptr) {
            QCOMPARE(table->view()->model()->rowCount(), rows);
        }
        const auto lost = [&] {
            const QStringList now = wordsOf(*page);
            QStringList gone;
            std::copy_if(words.begin(), words.end(), std::back_inserter(gone),
                         [&](const QString& word) { return !now.contains(word); });
            return gone;
        };
        const bool all =
            QTest::qWaitFor([&] { return lost().isEmpty(); }); // what is laid out anew shows a moment later
        QVERIFY2(all, qPrintable(lost().join(u'/')));

        const int asked = console.broker.count("GET", "/admin/v1/tenants?");
        console.broker.setAway(false);
        console.monitor.setInterval(kOften);
        QTRY_VERIFY(!strip->isVisible());
        QTRY_VERIFY(console.broker.count("GET", "/admin/v1/tenants?") > asked);
        QTRY_VERIFY(!page->busy());
        for (const widgets::ErrorBanner* banner : page->findChildren<widgets::ErrorBanner*>()) {
            QVERIFY2(!banner->isVisible(), "the error of before stays");
        }
    }

    void aConsoleThatIsStartedBeforeItsBrokerFillsItself() {
        Console console;
        console.broker.setAway(true);
        console.monitor.setInterval(kOften);
        console.window.show();
        console.window.start();
        QTRY_VERIFY(console.window.findChild<shell::ConnectionStrip*>()->isVisible());
        QVERIFY(console.window.tenants().empty());
        console.broker.setAway(false);
        QTRY_COMPARE(console.window.tenants().size(), std::size_t(2));
        QCOMPARE(console.window.place().tenant, QStringLiteral("acme"));
    }

private:
    /// What the labels of a page say, but for times and numbers that go on.
    static QStringList wordsOf(const QWidget& page) {
        QStringList words;
        for (const QLabel* label : page.findChildren<QLabel*>()) {
            const QString text = label->text();
            const bool counts = std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
            if (label->isVisible() && !text.isEmpty() && !counts) {
                words.append(text);
            }
        }
        return words;
    }
};

} // namespace gatehouse::tests

QTEST_MAIN(gatehouse::tests::TstAway)
#include "tst_away.moc"
