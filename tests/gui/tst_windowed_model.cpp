// SPDX-License-Identifier: Apache-2.0
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "ui/widgets/filter_table.h"
#include "ui/widgets/windowed_model.h"

namespace gatehouse::tests {

using namespace ui::widgets;

namespace {

constexpr int kPage = PageWindow::kPageSize;

/// Numbers as records: row 0 of the list is `total - 1`.
class Numbers final : public WindowedModel<int> {
public:
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : 2; }
    [[nodiscard]] QString keyOf(const int& number) const override { return QString::number(number); }

protected:
    [[nodiscard]] QVariant cell(const int& number, int column, int role) const override {
        return role == Qt::DisplayRole ? QVariant(number * (column + 1)) : QVariant();
    }
    [[nodiscard]] QString columnTitle(int column) const override { return QString::number(column); }
};

std::vector<int> pageOf(int page, int total) {
    std::vector<int> numbers;
    for (int row = page * kPage; row < std::min(total, (page + 1) * kPage); ++row) {
        numbers.push_back(total - 1 - row);
    }
    return numbers;
}

/// Answers every page as soon as it is asked for.
void answer(Numbers& model, int total) {
    QObject::connect(&model, &WindowedModelBase::pageWanted, &model,
                     [&model, total](int page) { model.give(page, pageOf(page, total)); });
}

QString text(const QAbstractItemModel& model, int row) {
    return model.index(row, 0).data().toString();
}

} // namespace

class TstWindowedModel : public QObject {
    Q_OBJECT
private slots:
    void aTenThousandRowSlicePassesTheTester() {
        Numbers model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        tester.setUseFetchMore(false);
        answer(model, 10'000);
        model.open(10'000);
        QCOMPARE(model.rowCount(), 10'000);
        QVERIFY(QTest::qWaitFor([&] { return !model.busy(); }));
        for (const int row : {0, 5'000, 9'960, 200, 199}) {
            model.look(row, row + 39);
            QVERIFY(QTest::qWaitFor([&] { return !model.busy(); }));
            QCOMPARE(text(model, row), QString::number(9'999 - row));
        }
        model.prepend({10'001, 10'000});
        QCOMPARE(text(model, 0), QStringLiteral("10001"));
        QCOMPARE(text(model, 2), QStringLiteral("9999"));
        model.grow(10'500);
        QCOMPARE(model.rowCount(), 10'502);
        model.open(3);
        model.open(0);
        QCOMPARE(model.rowCount(), 0);
    }
    void whatIsNotHereYetIsALoadingCell() {
        Numbers model;
        model.open(1000);
        QCOMPARE(text(model, 700), QStringLiteral("…"));
        QVERIFY(model.index(700, 1).data(LoadingRole).toBool());
        QVERIFY(!model.index(700, 0).data(KeyRole).isValid());
        QVERIFY(!model.canFetchMore({}));
        model.look(700, 740);
        QSignalSpy wanted(&model, &WindowedModelBase::pageWanted);
        QVERIFY(wanted.wait());
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.give(3, pageOf(3, 1000));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().at(0).toModelIndex().row(), 600);
        QCOMPARE(changed.first().at(1).toModelIndex().row(), 799);
        QVERIFY(!model.index(700, 1).data(LoadingRole).toBool());
        QCOMPARE(text(model, 700), QStringLiteral("299"));
    }
    void askingForWhatScrolledAwayIsDropped() {
        Numbers model;
        QSignalSpy wanted(&model, &WindowedModelBase::pageWanted);
        QSignalSpy dropped(&model, &WindowedModelBase::pageDropped);
        model.open(1'000'000);
        QVERIFY(wanted.wait());
        QCOMPARE(wanted.first().first().toInt(), 0);
        wanted.clear();
        model.look(500'000, 500'040);
        QVERIFY(wanted.wait());
        QCOMPARE(wanted.first().first().toInt(), 2500);
        QVERIFY(dropped.count() >= 1);
        model.give(0, pageOf(0, 1'000'000)); // too late: nobody waits for it
        QCOMPARE(model.held(), std::size_t(0));
    }
    void fastScrollingAsksOnlyWhereItPauses() {
        Numbers model;
        QSignalSpy wanted(&model, &WindowedModelBase::pageWanted);
        model.open(1'000'000);
        for (int row = 0; row < 900'000; row += 10'000) {
            model.look(row, row + 40);
        }
        QVERIFY(wanted.wait());
        QVERIFY(wanted.count() <= int(PageWindow::kOnTheWay));
        QCOMPARE(wanted.first().first().toInt(), 890'000 / kPage);
    }
    void oldPagesAreForgotten() {
        Numbers model;
        answer(model, 1'000'000);
        model.open(1'000'000);
        for (int page = 0; page < 60; ++page) {
            model.look(page * kPage, page * kPage + 40);
            QVERIFY(QTest::qWaitFor([&] { return !model.busy(); }));
        }
        QVERIFY(model.held() <= PageWindow::kKept);
        QCOMPARE(text(model, 0), QStringLiteral("…"));
        QVERIFY(text(model, 59 * kPage) != QStringLiteral("…"));
    }
    void aPageThatFailedIsAskedForAgain() {
        Numbers model;
        QSignalSpy wanted(&model, &WindowedModelBase::pageWanted);
        model.open(100);
        QVERIFY(wanted.wait());
        model.giveUp(0);
        QVERIFY(!model.busy());
        wanted.clear();
        model.look(0, 40);
        QVERIFY(wanted.wait());
    }
    void moreRowsThanCanBePaintedAreNotShown() {
        Numbers model;
        model.open(2'000'000'000);
        QVERIFY(QTest::qWaitFor([&] { return model.rowCount() == WindowedModelBase::kMostRows; }));
        model.prepend({1});
        QCOMPARE(model.rowCount(), WindowedModelBase::kMostRows);
        model.grow(2'000'000'000);
        QCOMPARE(model.rowCount(), WindowedModelBase::kMostRows);
    }
    void manyRowsComeInSeveralTurns() {
        Numbers model;
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        model.open(3'500'000);
        QCOMPARE(model.rowCount(), 1'000'000);
        QVERIFY(model.busy());
        QVERIFY(QTest::qWaitFor([&] { return model.rowCount() == 3'500'000; }));
        QCOMPARE(inserted.count(), 3);
        model.open(5); // another list before the first one was whole
        QCOMPARE(model.rowCount(), 5);
        QCOMPARE(model.rowCount(), 5);
    }
    void keysAreFoundWithoutWalkingThroughTheRows() {
        Numbers model;
        answer(model, 20'000'000);
        model.open(20'000'000);
        QVERIFY(QTest::qWaitFor([&] { return !model.busy(); }));
        const auto found = model.match(model.index(0, 0), KeyRole, QStringLiteral("19999990"), 1, Qt::MatchExactly);
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().row(), 9);
        QVERIFY(model.match(model.index(0, 0), KeyRole, QStringLiteral("5"), 1, Qt::MatchExactly).isEmpty());
    }
    void theTableTellsTheModelWhatIsInSightAndFollowsItsRow() {
        Numbers model;
        answer(model, 100'000);
        FilterTable table(QStringLiteral("Numbers"), FilterBy::Panel);
        table.setModel(&model);
        QObject::connect(table.view(), &TableView::looked, &model, &WindowedModelBase::look);
        table.resize(500, 400);
        table.show();
        model.open(100'000);
        QVERIFY(QTest::qWaitFor([&] { return table.currentKey() == QStringLiteral("99999"); }));
        QTest::keyClick(table.view(), Qt::Key_End);
        QVERIFY(QTest::qWaitFor([&] { return text(model, 99'999) == QStringLiteral("0"); }));
        QVERIFY(QTest::qWaitFor([&] { return table.currentKey() == QStringLiteral("0"); }));
        QSignalSpy current(&table, &FilterTable::currentKeyChanged);
        model.prepend({100'000});
        QCOMPARE(table.currentKey(), QStringLiteral("0"));
        QCOMPARE(table.view()->currentIndex().row(), 100'000);
        QCOMPARE(current.count(), 0);
    }
};

} // namespace gatehouse::tests

QTEST_MAIN(gatehouse::tests::TstWindowedModel)
#include "tst_windowed_model.moc"
