// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include <QTemporaryDir>

#include "store/store.h"

using namespace gatehouse;
using namespace gatehouse::store;

namespace {

// As the directory's identities: the primary key and the index both begin with the tenant.
const std::vector<Migration> kSchema = {
    {"test", 1,
     "CREATE TABLE links (tenant TEXT NOT NULL, connection TEXT NOT NULL, account BLOB NOT NULL, owner TEXT NOT NULL,"
     " sealed BLOB NOT NULL, PRIMARY KEY (tenant, connection, account)) {table};"
     "CREATE INDEX links_owner ON links (tenant, owner)"},
    {"test", 2, "CREATE TABLE later (tenant TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (tenant, id)) {table}"}};

std::string planOf(Reader& reader) {
    std::string plan;
    const Status asked = reader.query("EXPLAIN QUERY PLAN SELECT sealed FROM links WHERE tenant = $1 AND owner = $2",
                                      {"t", "u"}, [&](const Row& row) {
                                          plan.append(row.text(3)).append("\n");
                                          return true;
                                      });
    return asked ? plan : asked.error().reason;
}

constexpr const char* kExpected = "SEARCH links USING INDEX links_owner (tenant=? AND owner=?)\n";

class PlannerStatistics : public QObject {
    Q_OBJECT

private slots:
    void init() { m_dir.emplace(); }
    void readersAndWriterUseTheIndexThatLeadsToFewRows();
    void aReopenedStoreStillDoes();

private:
    [[nodiscard]] std::unique_ptr<Store> open() const {
        return openSqlite({.file = m_dir->filePath("store.db").toStdString(), .readers = 2}).value();
    }
    std::optional<QTemporaryDir> m_dir;
};

void PlannerStatistics::readersAndWriterUseTheIndexThatLeadsToFewRows() {
    const auto store = open();
    QVERIFY(store->migrate(kSchema));
    const auto read = store->read([](Reader& reader) -> Result<std::string> { return planOf(reader); });
    QCOMPARE(read.value().c_str(), kExpected);
    const auto written = store->write([](Writer& writer) -> Result<std::string> { return planOf(writer); });
    QCOMPARE(written.value().c_str(), kExpected);
}

void PlannerStatistics::aReopenedStoreStillDoes() {
    QVERIFY(open()->migrate(kSchema));
    const auto store = open();
    const auto read = store->read([](Reader& reader) -> Result<std::string> { return planOf(reader); });
    QCOMPARE(read.value().c_str(), kExpected);
}

} // namespace

QTEST_GUILESS_MAIN(PlannerStatistics)
#include "tst_planner_statistics.moc"
