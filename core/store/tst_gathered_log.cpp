// SPDX-License-Identifier: Apache-2.0
// A log that is written in large pieces holds what it would hold otherwise, also when a transaction is larger than the
// cache, is read back while it runs, or is given up.
#include <QtTest>

#include <QTemporaryDir>

#include "store/sqlite_file.h"

using namespace gatehouse;
using store::Access;
using store::Arg;
using store::SqliteConnection;

class TestGatheredLog : public QObject {
    Q_OBJECT
private slots:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath("log.db").toStdString();
        auto opened = store::openFile(m_file);
        QVERIFY(opened);
        m_writer = std::move(*opened);
        QVERIFY(m_writer->script("CREATE TABLE things (id INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT"));
        // So small that pages go to the log before the commit and are read back from there.
        QVERIFY(m_writer->script("PRAGMA cache_size=10"));
    }
    void cleanup() { m_writer.reset(); }

    void whatWentToTheLogEarlyIsReadBack() {
        QVERIFY(m_writer->command("BEGIN IMMEDIATE"));
        fill('a', 1, 401);
        QCOMPARE(sum(*m_writer, 'a'), std::string("400"));
        QCOMPARE(sumByReader('a'), std::string("0")); // not before the commit
        change('b', 200);
        QCOMPARE(sum(*m_writer, 'b'), std::string("200"));
        QVERIFY(m_writer->command("COMMIT"));
        QCOMPARE(sumByReader('a') + sumByReader('b'), std::string("200200"));
        QVERIFY(store::verifyFile(m_file));
    }
    void whatIsGivenUpLeavesNothingBehind() {
        QVERIFY(m_writer->command("BEGIN IMMEDIATE"));
        fill('a', 1, 51);
        QVERIFY(m_writer->command("COMMIT"));
        for (int round = 0; round < 5; ++round) {
            QVERIFY(m_writer->command("BEGIN IMMEDIATE"));
            change('x', 50);
            fill('x', 1000, 1400);
            QVERIFY(m_writer->command("ROLLBACK"));
            QVERIFY(m_writer->command("BEGIN IMMEDIATE"));
            fill('b', 100 + round * 10, 110 + round * 10);
            QVERIFY(m_writer->command("COMMIT"));
        }
        QCOMPARE(sumByReader('x'), std::string("0"));
        QCOMPARE(sumByReader('a') + " " + sumByReader('b'), std::string("50 50"));
        QVERIFY(store::verifyFile(m_file));
    }
    void everyCommitIsThereForTheNextToOpenTheFile() {
        for (int round = 0; round < 20; ++round) {
            QVERIFY(m_writer->command("BEGIN IMMEDIATE"));
            fill('a', round * 10 + 1, round * 10 + 11);
            QVERIFY(m_writer->command("COMMIT"));
            QCOMPARE(sumByReader('a'), std::to_string((round + 1) * 10));
            if (round % 7 == 6) {
                m_writer->checkpoint(SqliteConnection::Checkpoint::Block); // the log starts anew
            }
        }
        m_writer.reset();
        QCOMPARE(sumByReader('a'), std::string("200"));
        QVERIFY(store::verifyFile(m_file));
    }

private:
    /// Rows of about half a page from `begin` to before `end`.
    void fill(char letter, int begin, int end) {
        const std::string words(2000, letter);
        for (int id = begin; id < end; ++id) {
            QVERIFY(m_writer->change("INSERT INTO things (id, words) VALUES ($1, $2)",
                                     std::vector<Arg>{Arg(id), Arg(words)}));
        }
    }
    void change(char letter, int count) {
        const std::string words(2100, letter);
        QVERIFY(
            m_writer->change("UPDATE things SET words = $1 WHERE id <= $2", std::vector<Arg>{Arg(words), Arg(count)}));
    }
    static std::string sum(SqliteConnection& connection, char letter) {
        return connection
            .value("SELECT count(*) FROM things WHERE substr(words, 1, 1) = '" + std::string(1, letter) + "'")
            .value_or("unreadable");
    }
    std::string sumByReader(char letter) {
        auto reader = SqliteConnection::open(m_file, Access::Read);
        return reader ? sum(**reader, letter) : "unopened";
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::string m_file;
    std::unique_ptr<SqliteConnection> m_writer;
};

QTEST_GUILESS_MAIN(TestGatheredLog)
#include "tst_gathered_log.moc"
