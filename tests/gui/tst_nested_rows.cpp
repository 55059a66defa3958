// SPDX-License-Identifier: Apache-2.0
// Rows below rows in the one table: what is nested goes where its row goes, and the keys that open it.
#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QSortFilterProxyModel>
#include <QTest>

#include "ui/widgets/filter_table.h"
#include "ui/widgets/nested_rows.h"
#include "ui/widgets/record_model.h"
#include "ui/widgets/status.h"

namespace gatehouse::tests {

using ui::widgets::ExpandedRole;
using ui::widgets::FilterBy;
using ui::widgets::FilterTable;
using ui::widgets::KeyRole;
using ui::widgets::NestedRole;
using ui::widgets::NestedRows;
using Mode = QAbstractItemModelTester::FailureReportingMode;

namespace {

/// "b2": a row "b" with two rows below it.
class Letters final : public ui::widgets::RecordModel<QString>, public ui::widgets::NestedSource {
public:
    using RecordModel::RecordModel;
    void show(const QString& words) {
        const QStringList list = words.split(u' ', Qt::SkipEmptyParts);
        setRows({list.begin(), list.end()});
    }
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : 2; }
    [[nodiscard]] QString keyOf(const QString& word) const override { return word.left(1); }
    [[nodiscard]] int nestedCount(int row) const override { return at(row)->mid(1).toInt(); }
    [[nodiscard]] QVariant nestedData(int row, int nested, int column, int role) const override {
        const QString name = keyOf(*at(row)) + QString::number(nested + 1);
        return role == KeyRole || (role == Qt::DisplayRole && column == 0) ? QVariant(name) : QVariant();
    }

protected:
    [[nodiscard]] QVariant cell(const QString& word, int column, int role) const override {
        return role == Qt::DisplayRole ? QVariant(column == 0 ? word.left(1) : word.mid(1)) : QVariant();
    }
    [[nodiscard]] QString columnTitle(int column) const override { return QString::number(column); }
};

QString lines(const QAbstractItemModel& model) {
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row) {
        all += model.index(row, 0).data(KeyRole).toString();
    }
    return all.join(u' ');
}

} // namespace

class TstNestedRows : public QObject {
    Q_OBJECT
private slots:
    void everyChangeIsAnnouncedCorrectly() {
        Letters letters;
        QSortFilterProxyModel rows;
        rows.setSourceModel(&letters);
        rows.sort(0);
        NestedRows nested(&rows, letters, nullptr);
        const QAbstractItemModelTester tester(&nested, Mode::QtTest);
        letters.show(QStringLiteral("b2 a1 c0"));
        QCOMPARE(lines(nested), QStringLiteral("a b c"));
        QVERIFY(open(nested, "b", true));
        QCOMPARE(lines(nested), QStringLiteral("a b b1 b2 c"));
        QVERIFY(!nested.setData(nested.index(2, 0), true, ExpandedRole)); // nothing is below what is nested
        QVERIFY(nested.index(2, 1).data(NestedRole).toBool());
        QVERIFY(!nested.index(4, 0).data(ExpandedRole).isValid()); // nothing to open
        const QPersistentModelIndex second(nested.index(3, 0));
        nested.sort(0, Qt::DescendingOrder);
        QCOMPARE(lines(nested), QStringLiteral("c b b1 b2 a"));
        QCOMPARE(second.row(), 3);
        QCOMPARE(second.data(KeyRole).toString(), QStringLiteral("b2"));
        nested.sort(0, Qt::AscendingOrder);
        letters.show(QStringLiteral("b3 a1 c1"));
        QCOMPARE(lines(nested), QStringLiteral("a b b1 b2 b3 c"));
        letters.show(QStringLiteral("b1 a1 c1 d1"));
        QCOMPARE(lines(nested), QStringLiteral("a b b1 c d"));
        rows.setFilterFixedString(QStringLiteral("a"));
        QCOMPARE(lines(nested), QStringLiteral("a"));
        rows.setFilterFixedString({});
        QCOMPARE(lines(nested), QStringLiteral("a b b1 c d")); // open as it was
        letters.show(QStringLiteral("d1 c1 b1"));              // another order: the model starts again
        QCOMPARE(lines(nested), QStringLiteral("b b1 c d"));
        QVERIFY(open(nested, "b", false));
        QCOMPARE(lines(nested), QStringLiteral("b c d"));
        letters.show({});
        QCOMPARE(nested.rowCount(), 0);
    }

    void aRowOpensByKeysAndByItsArrow_data() {
        QTest::addColumn<bool>("mirrored");
        QTest::newRow("from left to right") << false;
        QTest::newRow("from right to left") << true;
    }
    void aRowOpensByKeysAndByItsArrow() {
        QFETCH(bool, mirrored);
        const auto on = mirrored ? Qt::Key_Left : Qt::Key_Right;
        const auto back = mirrored ? Qt::Key_Right : Qt::Key_Left;
        Letters letters;
        FilterTable table(QStringLiteral("Letters"), FilterBy::Rows);
        table.setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
        table.setModel(&letters, &letters);
        table.sortBy(0, Qt::AscendingOrder);
        table.resize(500, 300);
        table.show();
        letters.show(QStringLiteral("a2 b1"));
        table.select(QStringLiteral("a"));
        auto* view = table.view();
        const auto shown = [view] { return lines(*view->model()); };
        QTest::keyClick(view, on);
        QCOMPARE(shown(), QStringLiteral("a a1 a2 b"));
        QTest::keyClick(view, on); // open: on to the next cell
        QCOMPARE(view->currentIndex().column(), 1);
        QTest::keyClick(view, back);
        QTest::keyClick(view, Qt::Key_Down);
        QTest::keyClick(view, Qt::Key_Down);
        QCOMPARE(table.currentKey(), QStringLiteral("a2"));
        QTest::keyClick(view, back); // to the row that it is below
        QCOMPARE(table.currentKey(), QStringLiteral("a"));
        QTest::keyClick(view, back);
        QCOMPARE(shown(), QStringLiteral("a b"));
        QTest::keyClick(view, Qt::Key_Plus);
        QTest::keyClick(view, Qt::Key_Down);
        QTest::keyClick(view, Qt::Key_Minus); // from below too; what was current would be gone
        QCOMPARE(shown(), QStringLiteral("a b"));
        QCOMPARE(table.currentKey(), QStringLiteral("a"));
        const QRect cell = view->visualRect(view->model()->index(1, 0));
        const QPoint arrow(mirrored ? cell.right() - 12 : cell.left() + 12, cell.center().y());
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, arrow);
        QCOMPARE(shown(), QStringLiteral("a b b1"));
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, cell.center()); // elsewhere it selects
        QCOMPARE(shown(), QStringLiteral("a b b1"));
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, arrow);
        QCOMPARE(shown(), QStringLiteral("a b"));
        QCOMPARE(view->model()->index(1, 0).data(Qt::AccessibleTextRole).toString(), QStringLiteral("b, collapsed"));
    }

private:
    static bool open(NestedRows& nested, const char* key, bool wanted) {
        const QModelIndex index = nested.match(nested.index(0, 0), KeyRole, QLatin1String(key)).value(0);
        return nested.setData(index, wanted, ExpandedRole) && index.data(ExpandedRole).toBool() == wanted;
    }
};

} // namespace gatehouse::tests

QTEST_MAIN(gatehouse::tests::TstNestedRows)
#include "tst_nested_rows.moc"
