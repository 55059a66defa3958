// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtTest>

#include <memory>
#include <string>
#include <vector>

#include "store/store.h"

namespace gatehouse::store {

/// What every Store must do. An adapter's test derives from it, says how its database is made and opened, and
/// includes "moc_conformance.cpp" and "store/conformance_cases.h".
class StoreConformance : public QObject {
    Q_OBJECT
protected:
    /// Before each test: a new and empty database.
    virtual void startAfresh() = 0;
    /// Opens the database of this test, again and again. `readers` may be ignored.
    virtual Result<std::unique_ptr<Store>> open(int readers) = 0;
    /// A place for a backup that does not exist yet, and how such a backup is opened.
    virtual std::filesystem::path backupTarget() = 0;
    virtual Result<std::unique_ptr<Store>> openBackup(const std::filesystem::path& target) = 0;

    [[nodiscard]] Store& store() { return *m_store; }
    void reopen(int readers = 4);
    void close() { m_store.reset(); }
    Status insert(const std::string& id, std::int64_t uses = 0);
    [[nodiscard]] std::int64_t count(const std::string& table = "codes");
    [[nodiscard]] static Result<std::int64_t> countIn(Reader& reader, const std::string& table = "codes");
    [[nodiscard]] static const std::vector<Migration>& schema();

private slots:
    void init();
    void cleanup() { close(); }

    void singleUseGateOpensOnce();
    void racersForOneKeyHaveOneWinner();
    void decisionInsideATransactionHolds();
    void refusedTransactionLeavesNothing();
    void refusedTransactionsSpareTheirNeighbours();
    void exceptionInsideATransactionUndoesIt();
    void writeInsideAWriteIsRefused();
    void afterCommitRunsOnlyForWhatCommitted();
    void readerDoesNotSeeWhatIsNotCommitted();
    void readerKeepsItsSnapshot();
    void nestedReadsShareOneConnection();
    void queryMayRunInsideItsOwnRows();
    void readingStopsWhenTold();
    void readerCannotWrite();
    void constraintsGiveConflict();
    void deferredForeignKeyRefusesItsOwnTransactionOnly();
    void boundValuesStayOutOfErrors();
    void wrongStatementsAreOurFault();
    void everyValueRoundTrips();
    void manyThreadsKeepTheSumRight();
    void acknowledgedRowsSurviveReopening();
    void migrationsRunOnce();
    void newerSchemaIsRefusedUntouched();
    void failedMigrationLeavesNothing();
    void migrationsOutOfOrderAreRefused();
    void backupHoldsTheSameAndOpens();
    void backupNeverOverwrites();
    void backupWhileWritingIsConsistent();
    void healthyStoreVerifies();

private:
    std::unique_ptr<Store> m_store;
};

} // namespace gatehouse::store
