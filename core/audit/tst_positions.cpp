// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "audit/matcher.h"
#include "audit/positions.h"
#include "audit/tst_world.h"

using namespace gatehouse;
using namespace gatehouse::audit;
using audit::test::World;

class TestPositions : public QObject {
    Q_OBJECT

    std::unique_ptr<World> m_world;

    Result<Page> page(const Filter& filter, std::string_view cursor = {}, int limit = 500) {
        const store::Sealer sealer = m_world->sealer(m_world->acme);
        return m_world->store->read([&](store::Reader& r) { return list(r, sealer, filter, cursor, limit); });
    }
    Result<Positions> where(const Filter& filter, std::string_view cursor = {}, int every = 10) {
        return m_world->store->read(
            [&](store::Reader& r) { return positions(r, m_world->acme, filter, cursor, every); });
    }
    std::size_t count(const Filter& filter) { return page(filter)->items.size(); }
    void addOther(const std::string& type, Outcome outcome, int second) {
        Record record = World::login(second);
        record.type = type;
        record.outcome = outcome;
        QVERIFY(m_world->add(m_world->acme, record, m_world->now + Seconds(second)));
    }

private slots:
    void init() { m_world = std::make_unique<World>(); }
    void cleanup() { m_world.reset(); }

    void aStarStandsForAnything() {
        QVERIFY(fits("SSOLoginFailure", "SSOLogin*"));
        QVERIFY(fits("SSOLoginFailure", "*Failure"));
        QVERIFY(fits("SSOLoginFailure", "*Login*"));
        QVERIFY(fits("", "*"));
        QVERIFY(fits("abcabc", "a*bc"));
        for (const auto& [text, pattern] : {std::pair{"SSOLoginFailure", "SSOLogin"},
                                            {"SSOLogin", "SSOLogin*x"},
                                            {"a", ""},
                                            {"", "a"},
                                            {"ssologin", "SSO*"},
                                            {"abc", "a*d*c"},
                                            {"abc", "a%c"}}) {
            QVERIFY2(!fits(text, pattern), pattern);
        }
    }
    void anAppIsFoundByItsName() {
        m_world->fill(m_world->acme, 3);
        for (const char* app : {"Payroll", "payroll", "Payroll app", "CRM"}) {
            Record record = World::login(20);
            record.data["app"] = app;
            record.outcome = Outcome::Failure;
            QVERIFY(m_world->add(m_world->acme, record, m_world->now + Seconds(20)));
        }
        QCOMPARE(count({.app = "Payroll"}), std::size_t(2));
        QCOMPARE(count({.app = "PAYROLL*"}), std::size_t(3));
        QCOMPARE(count({.app = "roll"}), std::size_t(0));
        QCOMPARE(count({.outcome = Outcome::Success, .app = "Payroll"}), std::size_t(0));
        QCOMPARE(where({.app = "Payroll*"})->count, 3);
        QCOMPARE(where({.outcome = Outcome::Failure, .app = "CRM"})->count, 1);
    }
    void anyStretchOfNumbersIsOneRead() {
        m_world->fill(m_world->acme, 30);
        const auto items = page({.before = 21, .after = 17})->items;
        QCOMPARE(items.size(), std::size_t(3));
        QCOMPARE(items.front().seq, 20);
        QCOMPARE(items.back().seq, 18);
        QCOMPARE(count({.before = 1}), std::size_t(0));
        QCOMPARE(count({.after = 30}), std::size_t(0));
        QCOMPARE(count({.before = 10, .after = 20}), std::size_t(0));
        QCOMPARE(page({.before = 10}, "5")->items.front().seq, 4);
    }
    void wordsArePatternsAndExclusions() {
        m_world->fill(m_world->acme, 5);
        addOther("SSOLoginFailure", Outcome::Failure, 10);
        addOther("UserUpdated", Outcome::Denied, 11);
        QCOMPARE(count({.type = "SSOLogin*"}), std::size_t(6));
        QCOMPARE(count({.type = "*"}), std::size_t(7));
        QCOMPARE(count({.type = "!SSOLoginSuccess"}), std::size_t(2));
        QCOMPARE(count({.type = "SSO*,!*Success"}), std::size_t(1));
        QCOMPARE(count({.actor = "!user-1,!user-2"}), std::size_t(5));
        QCOMPARE(count({.actor = "user-1,user-2"}), std::size_t(2));
        QCOMPARE(count({.target = "!connection-1"}), std::size_t(0));
        QCOMPARE(count({.notOutcome = Outcome::Success}), std::size_t(2));
        QCOMPARE(count({.type = "!*"}), std::size_t(0));
        QCOMPARE(count({.type = "SSOLoginSuccess,,"}), std::size_t(5));
        std::string many = "a";
        for (int i = 0; i < 60; ++i) {
            many += ",a";
        }
        QCOMPARE(page({.type = many}).error().reason, std::string("audit.filter"));
        QCOMPARE(where({.target = many}).error().reason, std::string("audit.filter"));
    }
    void aStretchSaysWhereEachPageBegins() {
        m_world->fill(m_world->acme, 25);
        const auto all = where({});
        QCOMPARE(all->count, 25);
        QCOMPARE(all->starts, (std::vector<std::int64_t>{25, 15, 5}));
        QVERIFY(!all->nextCursor);
        const auto second = page({.before = all->starts[1] + 1}, {}, 10)->items;
        QCOMPARE(second.front().seq, 15);
        QCOMPARE(second.back().seq, 6);
        QCOMPARE(where({.before = 15, .after = 2})->starts, (std::vector<std::int64_t>{14, 4}));
        QCOMPARE(where({.actor = "nobody"})->count, 0);
        QVERIFY(where({.actor = "nobody"})->starts.empty());
    }
    void stretchesGoOnWhereTheLastOneEnded() {
        m_world->fill(m_world->acme, 25);
        const auto rest = where({}, "13.3"); // three records of the page before came already
        QCOMPARE(rest->count, 12);
        QCOMPARE(rest->starts, (std::vector<std::int64_t>{5}));
    }
    void foreignCursorsAreRefused() {
        for (const char* cursor : {"x", "1", "0.0", "-1.0", "5.10", "5.-1", "5.x", "5.1 ", ".", "5."}) {
            QCOMPARE(where({}, cursor).error().reason, std::string("audit.cursor"));
        }
    }
    void timesAreFoundWithoutReadingTheLog() {
        m_world->fill(m_world->acme, 100); // one a second
        const auto seq = [&](int second) {
            return *m_world->store->read(
                [&](store::Reader& r) { return seqAt(r, m_world->acme, m_world->now + Seconds(second), 100); });
        };
        QCOMPARE(seq(-5), 1);
        QCOMPARE(seq(0), 1);
        QCOMPARE(seq(42), 43);
        QCOMPARE(seq(99), 100);
        QCOMPARE(seq(100), 101);
    }
    void aClockThatWasSetBackHidesNothing() {
        for (const int second : {0, 7200, 3600, 7300, 3700}) {
            addOther("UserUpdated", Outcome::Success, second);
        }
        QCOMPARE(count({.from = m_world->now + Seconds(7000)}), std::size_t(2));
        QCOMPARE(count({.to = m_world->now + Seconds(4000)}), std::size_t(3));
    }
    void theHistogramCountsEveryRecordOnce() {
        m_world->fill(m_world->acme, 100);
        const auto counts = m_world->store->read([&](store::Reader& r) {
            return histogram(r, m_world->acme, m_world->now, m_world->now + Seconds(100), 10);
        });
        QCOMPARE(*counts, std::vector<std::int64_t>(10, 10));
        const auto part = m_world->store->read([&](store::Reader& r) {
            return histogram(r, m_world->acme, m_world->now + Seconds(90), m_world->now + Seconds(190), 2);
        });
        QCOMPARE(*part, (std::vector<std::int64_t>{10, 0}));
        const auto none = m_world->store->read(
            [&](store::Reader& r) { return histogram(r, m_world->evil, m_world->now, m_world->now + Seconds(10), 3); });
        QCOMPARE(*none, (std::vector<std::int64_t>{0, 0, 0}));
    }
};

QTEST_GUILESS_MAIN(TestPositions)
#include "tst_positions.moc"
