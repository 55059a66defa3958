// SPDX-License-Identifier: Apache-2.0
#include "store/conformance_cases.h"

#include <QTemporaryDir>

using namespace gatehouse;
using namespace gatehouse::store;

class TestSqliteConformance : public StoreConformance {
    Q_OBJECT
protected:
    void startAfresh() override { m_folder = std::make_unique<QTemporaryDir>(); }
    Result<std::unique_ptr<Store>> open(int readers) override {
        return openSqlite({.file = folder() / "gatehouse.db", .readers = readers, .maxBatch = 16});
    }
    std::filesystem::path backupTarget() override { return folder() / "copy.db"; }
    Result<std::unique_ptr<Store>> openBackup(const std::filesystem::path& target) override {
        return openSqlite({.file = target, .readers = 1});
    }

private:
    [[nodiscard]] std::filesystem::path folder() const { return m_folder->path().toStdString(); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

#include "moc_conformance.cpp"

QTEST_GUILESS_MAIN(TestSqliteConformance)
#include "tst_sqlite_conformance.moc"
