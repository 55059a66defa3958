// SPDX-License-Identifier: Apache-2.0
// What a batch did is made again as it was, and a refusal in the middle of a batch takes nothing else with it.
#include <QtTest>

#include <QTemporaryDir>

#include "store/redo_log.h"
#include "store/sqlite_file.h"
#include "store/sqlite_session.h"

using namespace gatehouse;
using store::Arg;
using store::RedoLog;
using store::SqliteWriter;

namespace {

constexpr std::string_view kInsert = "INSERT INTO things (id, number, words, octets) VALUES ($1, $2, $3, $4)";

} // namespace

class TestRedoLog : public QObject {
    Q_OBJECT
private slots:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        auto opened = store::openFile(m_folder->filePath("redo.db").toStdString());
        QVERIFY(opened);
        m_connection = std::move(*opened);
        QVERIFY(m_connection->script("CREATE TABLE things (id TEXT NOT NULL PRIMARY KEY, number INTEGER, words TEXT, "
                                     "octets BLOB) STRICT"));
    }
    void cleanup() { m_connection.reset(); }

    void everyKindOfArgumentComesBack() {
        RedoLog redo;
        begin();
        {
            const std::string octets("\0\x01'\xFF", 4); // gone by the time it is made again
            SqliteWriter writer(*m_connection, &redo);
            QVERIFY(writer.execute(kInsert, {"a", 7, "", Arg::blob(octets)}));
            QVERIFY(writer.execute(kInsert, {"b", 1, "it's", Arg::blob("")}));
            QVERIFY(writer.execute("UPDATE things SET number = $1 WHERE id = $2", {nullptr, "b"}));
        }
        const std::string before = all();
        rollBackAndBegin();
        QCOMPARE(all(), std::string());
        QVERIFY(redo.doAgain(*m_connection));
        QCOMPARE(all(), before);
        QCOMPARE(before, std::string("a|7|''|X'000127FF';b|NULL|'it''s'|X'';"));
    }
    void aQueryMayNotChangeAnything() {
        RedoLog redo;
        begin();
        SqliteWriter writer(*m_connection, &redo);
        const Status done = writer.query("INSERT INTO things (id, number) VALUES ($1, $2) RETURNING id", {"a", 1},
                                         [](const store::Row&) { return true; });
        QCOMPARE(done.error().reason, std::string("store.statement"));
        QCOMPARE(all(), std::string());
        QVERIFY(!writer.changed());
    }
    void whatChangedNothingIsNotKept() {
        RedoLog redo;
        begin();
        SqliteWriter writer(*m_connection, &redo);
        QVERIFY(writer.query("SELECT id FROM things", {}, [](const store::Row&) { return true; }));
        QVERIFY(writer.execute("DELETE FROM things", {}));
        QCOMPARE(redo.mark().statements, std::size_t(0));
        QVERIFY(!writer.changed());
        QVERIFY(writer.execute(kInsert, {"a", 1, "", Arg::blob("")}));
        QVERIFY(!writer.execute(kInsert, {"a", 1, "", Arg::blob("")}));
        QVERIFY(writer.changed());
        rollBackAndBegin();
        QVERIFY(redo.doAgain(*m_connection)); // the insert that was refused would fail here
        QCOMPARE(all(), std::string("a|1|''|X'';"));
    }
    void onlyWhatCameBeforeAMarkStays() {
        RedoLog redo;
        begin();
        SqliteWriter writer(*m_connection, &redo);
        QVERIFY(writer.execute(kInsert, {"a", 1, "first", Arg::blob("x")}));
        const RedoLog::Mark mark = redo.mark();
        QVERIFY(writer.execute(kInsert, {"b", 2, "second", Arg::blob("y")}));
        redo.cutTo(mark);
        QVERIFY(writer.execute(kInsert, {"c", 3, "third", Arg::blob("z")}));
        rollBackAndBegin();
        QVERIFY(redo.doAgain(*m_connection));
        QCOMPARE(all(), std::string("a|1|'first'|X'78';c|3|'third'|X'7A';"));
        redo.clear();
        QCOMPARE(redo.mark().octets, std::size_t(0));
    }
    void aDifferenceIsAnError() {
        RedoLog redo;
        begin();
        SqliteWriter writer(*m_connection, &redo);
        QVERIFY(writer.execute(kInsert, {"a", 1, "", Arg::blob("")}));
        redo.clear(); // as if it had never been
        QVERIFY(writer.execute("UPDATE things SET number = 2", {}));
        rollBackAndBegin();
        const Status done = redo.doAgain(*m_connection);
        QVERIFY(!done);
        QCOMPARE(done.error().reason, std::string("store.redo_differs"));
    }

private:
    void begin() { QVERIFY(m_connection->command("BEGIN IMMEDIATE")); }
    void rollBackAndBegin() {
        QVERIFY(m_connection->command("ROLLBACK"));
        begin();
    }
    std::string all() {
        std::string out;
        const store::OnRow add = [&out](const store::Row& row) {
            for (int i = 0; i < 4; ++i) {
                out.append(row.text(i)).append(i < 3 ? "|" : ";");
            }
            return true;
        };
        if (!m_connection->run("SELECT id, quote(number), quote(words), quote(octets) FROM things ORDER BY id", {},
                               &add)) {
            return "unreadable";
        }
        return out;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<store::SqliteConnection> m_connection;
};

QTEST_GUILESS_MAIN(TestRedoLog)
#include "tst_redo_log.moc"
