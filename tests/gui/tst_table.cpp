// SPDX-License-Identifier: Apache-2.0
#include <QAction>
#include <QClipboard>
#include <QCryptographicHash>
#include <QFile>
#include <QGuiApplication>
#include <QHeaderView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QProgressBar>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include "ui/panels/users/user_model.h"
#include "ui/widgets/column_fit.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/filter_table.h"
#include "ui/widgets/status.h"
#include "ui/widgets/table_export.h"
#include "ui/widgets/table_text.h"
#include "ui/widgets/wrapping.h"

namespace gatehouse::tests {

using namespace ui::widgets;

namespace {

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::vector<admin::api::User> people(int count) {
    std::vector<admin::api::User> list;
    for (int i = 0; i < count; ++i) {
        admin::api::User user;
        user.id = "u-" + std::to_string(i);
        user.displayName = "Person " + std::to_string(i);
        user.email = "p" + std::to_string(i) + "@acme.example";
        list.push_back(user);
    }
    return list;
}

QStringList texts(const QMenu& menu) {
    QStringList list;
    for (const QAction* action : menu.actions()) {
        if (!action->isSeparator()) {
            list.append(action->text());
        }
    }
    return list;
}

QString clipboard() {
    return QGuiApplication::clipboard()->text();
}

} // namespace

class TstTable : public QObject {
    Q_OBJECT
private slots:
    void fieldsAreQuotedAsRfc4180Says() {
        QCOMPARE(csvField(QStringLiteral("plain")), QByteArray("plain"));
        QCOMPARE(csvField(QStringLiteral("a,b")), QByteArray("\"a,b\""));
        QCOMPARE(csvField(QStringLiteral("say \"hi\"")), QByteArray("\"say \"\"hi\"\"\""));
        QCOMPARE(csvField(QStringLiteral("two\nlines")), QByteArray("\"two\nlines\""));
        QCOMPARE(csvField({}), QByteArray());
        QCOMPARE(csvLine({QStringLiteral("a"), {}, QStringLiteral("ü")}), QByteArray("a,,\xc3\xbc\r\n"));
    }
    void noCellIsAFormula() {
        for (const char* evil : {"=1+1", "+1", "-1", "@SUM(A1)", "\tx"}) {
            QVERIFY2(csvField(QLatin1String(evil)).startsWith('\''), evil);
        }
        QCOMPARE(csvField(QStringLiteral("\r=1")), QByteArray("\"'\r=1\""));
        QCOMPARE(csvField(QStringLiteral("=a,\"b\"")), QByteArray("\"'=a,\"\"b\"\"\""));
        QCOMPARE(csvField(QStringLiteral("1=1")), QByteArray("1=1"));
        QCOMPARE(csvField(QStringLiteral(" =1")), QByteArray(" =1"));
    }
    void anExportHasAManifestThatProvesIt() {
        const QTemporaryDir folder;
        ui::panels::users::UserModel model;
        model.setRows(people(3));
        FilterTable table(QStringLiteral("Users"), FilterBy::Rows);
        table.setModel(&model);
        const QString path = folder.filePath(QStringLiteral("users.csv"));
        QCOMPARE(table.exportTo(path, ExportFormat::Csv), QString());
        const QByteArray csv = contentOf(path);
        QCOMPARE(csv.count("\r\n"), 4);
        QVERIFY(csv.startsWith("Name,E-mail,"));
        const QJsonObject manifest = QJsonDocument::fromJson(contentOf(manifestPath(path))).object();
        QCOMPARE(manifest.value(QStringLiteral("file")).toString(), QStringLiteral("users.csv"));
        QCOMPARE(manifest.value(QStringLiteral("rows")).toInt(), 3);
        QCOMPARE(manifest.value(QStringLiteral("bytes")).toInt(), int(csv.size()));
        QCOMPARE(manifest.value(QStringLiteral("sha256")).toString().toLatin1(),
                 QCryptographicHash::hash(csv, QCryptographicHash::Sha256).toHex());
    }
    void linesAreRawAndHoldTheRecord() {
        const QTemporaryDir folder;
        ui::panels::users::UserModel model;
        std::vector<admin::api::User> list = people(2);
        list[0].displayName = "=cmd()";
        model.setRows(std::move(list));
        FilterTable table(QStringLiteral("Users"), FilterBy::Rows);
        table.setModel(&model);
        const QString path = folder.filePath(QStringLiteral("users.jsonl"));
        QCOMPARE(table.exportTo(path, ExportFormat::JsonLines), QString());
        const QList<QByteArray> lines = contentOf(path).split('\n');
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines.last().isEmpty());
        const QJsonObject first = QJsonDocument::fromJson(lines.first()).object();
        QCOMPARE(first.value(QStringLiteral("id")).toString(), QStringLiteral("u-0"));
        QCOMPARE(first.value(QStringLiteral("displayName")).toString(), QStringLiteral("=cmd()"));
    }
    void aRowThatComesLateIsChosenUnlessSomebodyLooksAroundMeanwhile() {
        for (const bool looksAround : {false, true}) {
            ui::panels::users::UserModel model;
            model.setRows(people(3));
            FilterTable table(QStringLiteral("Users"), FilterBy::Rows);
            table.setModel(&model);
            table.select(QStringLiteral("u-9"));
            QVERIFY(table.currentKey() != QLatin1String("u-9"));
            if (looksAround) {
                QTest::keyClick(table.view(), Qt::Key_End);
            }
            const QString before = table.currentKey();
            model.setRows(people(12));
            QCOMPARE(table.currentKey(), looksAround ? before : QStringLiteral("u-9"));
        }
    }
    void onlyWhatTheFilterShowsIsExported() {
        const QTemporaryDir folder;
        ui::panels::users::UserModel model;
        model.setRows(people(5));
        FilterTable table(QStringLiteral("Users"), FilterBy::Rows);
        table.setModel(&model);
        table.setFilterText(QStringLiteral("Person 3"));
        QVERIFY(QTest::qWaitFor([&] { return table.view()->model()->rowCount() == 1; }));
        setColumnShown(*table.view()->horizontalHeader(), 1, false);
        const QString path = folder.filePath(QStringLiteral("users.csv"));
        QCOMPARE(table.exportTo(path, ExportFormat::Csv), QString());
        QCOMPARE(contentOf(path).count("\r\n"), 2);
        QVERIFY(!contentOf(path).contains("E-mail"));
    }
    void aFileThatCannotBeWrittenIsSaid() {
        ui::panels::users::UserModel model;
        FilterTable table(QStringLiteral("Users"), FilterBy::Rows);
        table.setModel(&model);
        QVERIFY(!table.exportTo(QStringLiteral("/nowhere/at/all.csv"), ExportFormat::Csv).isEmpty());
    }
    void cellsRowsAndSelectionsAreCopied() {
        ui::panels::users::UserModel model;
        model.setRows(people(3));
        FilterTable table(QStringLiteral("Users"), FilterBy::Rows);
        table.setModel(&model);
        table.show();
        TableView* view = table.view();
        view->setCurrentIndex(view->model()->index(1, 1));
        QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(clipboard(), QStringLiteral("p1@acme.example"));
        QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QJsonDocument::fromJson(clipboard().toUtf8()).object().value(QStringLiteral("id")).toString(),
                 QStringLiteral("u-1"));
        QTest::keyClick(view, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(table.selectedKeys(), (QStringList{QStringLiteral("u-1"), QStringLiteral("u-2")}));
        QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(QJsonDocument::fromJson(clipboard().toUtf8()).isArray());
        view->copySelection();
        QCOMPARE(clipboard().count(u'\n'), 2);
        QVERIFY(clipboard().startsWith(QStringLiteral("Name\tE-mail")));
    }
    void whatIsShownShortIsCopiedWhole() {
        QStandardItemModel model(1, 1);
        model.setHeaderData(0, Qt::Horizontal, QStringLiteral("Who"));
        model.setData(model.index(0, 0), QStringLiteral("user …9e043"));
        model.setData(model.index(0, 0), QStringLiteral("user 01a1fdfa-4600-72bb-813b-c2e03f69e043"), TextRole);
        QTableView table;
        table.setModel(&model);
        QVERIFY(
            selectionText(*table.horizontalHeader(), {model.index(0, 0)}).endsWith(QStringLiteral("-c2e03f69e043")));
    }
    void homeAndEndGoToTheEndsAndDeleteAsks() {
        ui::panels::users::UserModel model;
        model.setRows(people(50));
        FilterTable table(QStringLiteral("Users"), FilterBy::Rows);
        table.setModel(&model);
        QSignalSpy asked(&table, &FilterTable::deleteRequested);
        QTest::keyClick(table.view(), Qt::Key_End);
        QCOMPARE(table.view()->currentIndex().row(), 49);
        QTest::keyClick(table.view(), Qt::Key_Home, Qt::ShiftModifier);
        QCOMPARE(table.selectedKeys().size(), 50);
        QTest::keyClick(table.view(), Qt::Key_Home);
        QCOMPARE(table.selectedKeys().size(), 1);
        QTest::keyClick(table.view(), Qt::Key_Delete);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().first().toStringList(), QStringList{table.currentKey()});
        QCOMPARE(model.rowCount(), 50); // asking removes nothing
    }
    void theMenuHoldsThePanelsActionsFirst() {
        ui::panels::users::UserModel model;
        model.setRows(people(1));
        FilterTable table(QStringLiteral("Users"), FilterBy::Rows);
        table.setModel(&model);
        QAction act(QStringLiteral("Deactivate"));
        table.setRowActions({&act});
        const std::unique_ptr<QMenu> menu(table.view()->makeMenu(table.view()->currentIndex()));
        const QStringList list = texts(*menu);
        QCOMPARE(list.first(), QStringLiteral("Deactivate"));
        for (const char* wanted : {"Copy cell", "Copy row as JSON", "Copy selection", "Columns", "Export …"}) {
            QVERIFY2(list.contains(QString::fromUtf8(wanted)), wanted);
        }
        QVERIFY(list.filter(QStringLiteral("Exclude")).isEmpty()); // this panel filters by no cell
    }
    void cellsThatCanFilterSaySo() {
        QStandardItemModel model;
        auto* cell = new QStandardItem(QStringLiteral("Ana"));
        cell->setData(QStringLiteral("actor=u-ana"), FilterRole);
        model.appendRow(cell);
        TableView view(QStringLiteral("Things"));
        view.setModel(&model);
        view.setFilterActions(true);
        QSignalSpy asked(&view, &TableView::filterRequested);
        const std::unique_ptr<QMenu> menu(view.makeMenu(model.index(0, 0)));
        for (QAction* action : menu->actions()) {
            if (action->text().contains(QStringLiteral("Ana"))) {
                action->trigger();
            }
        }
        QCOMPARE(asked.count(), 2);
        QCOMPARE(asked.at(0).at(0).toString(), QStringLiteral("actor=u-ana"));
        QCOMPARE(asked.at(0).at(1).toBool(), false);
        QCOMPARE(asked.at(1).at(1).toBool(), true);
    }
    void columnsComeBackAsTheyWereLeft() {
        ui::panels::users::UserModel model;
        model.setRows(people(3));
        QVariantMap state;
        {
            FilterTable table(QStringLiteral("Users"), FilterBy::Rows);
            table.setModel(&model);
            table.setColumnWidths({-1, 150, 90, 104, 84});
            QHeaderView& header = *table.view()->horizontalHeader();
            header.resizeSection(1, 211);
            header.moveSection(header.visualIndex(3), 0);
            setColumnShown(header, 2, false);
            table.sortBy(1, Qt::DescendingOrder);
            table.select(QStringLiteral("u-1"));
            state = table.saveState();
        }
        FilterTable table(QStringLiteral("Users"), FilterBy::Rows);
        table.setModel(&model);
        table.setColumnWidths({-1, 150, 90, 104, 84});
        table.restoreState(state);
        const QHeaderView& header = *table.view()->horizontalHeader();
        QCOMPARE(header.sectionSize(1), 211);
        QCOMPARE(header.visualIndex(3), 0);
        QVERIFY(header.isSectionHidden(2));
        QCOMPARE(header.sortIndicatorSection(), 1);
        QCOMPARE(table.currentKey(), QStringLiteral("u-1"));
        QCOMPARE(shownTitles(header).size(), 4);
        QCOMPARE(table.view()->model()->index(0, 0).data(KeyRole).toString(), QStringLiteral("u-2"));
    }
    void theWidestColumnGivesWayFirstAndNobodyScrollsSideways() {
        QStandardItemModel model(1, 3);
        model.setHorizontalHeaderLabels({QStringLiteral("Id"), QStringLiteral("Address"), QStringLiteral("Name")});
        model.setItem(0, 0, new QStandardItem(QStringLiteral("7")));
        model.setItem(0, 1, new QStandardItem(QString(60, u'a')));
        model.setItem(0, 2, new QStandardItem(QStringLiteral("Ana Example")));
        FilterTable table(QStringLiteral("People"), FilterBy::Rows);
        table.setModel(&model);
        table.setColumnWidths({100, 100, -1});
        table.resize(360, 300);
        table.show();
        const QHeaderView& header = *table.view()->horizontalHeader();
        const QAbstractItemView& cells = *table.view();
        QTRY_COMPARE(header.length(), header.viewport()->width());
        QVERIFY(header.sectionSize(0) < 100); // what its texts need, not what was guessed
        QVERIFY(header.sectionSize(1) < cells.sizeHintForColumn(1));
        QVERIFY(header.sectionSize(2) >= cells.sizeHintForColumn(2));
        const int narrow = header.sectionSize(2);
        table.resize(1400, 300);
        QTRY_COMPARE(header.length(), header.viewport()->width());
        QVERIFY(header.sectionSize(2) > narrow); // what is left goes to the one that stretches
    }
    void whatARowIsKnownByStaysReadableWhileOthersCanGiveWay() {
        QStandardItemModel model(1, 5);
        model.setHorizontalHeaderLabels({QStringLiteral("Name"), QStringLiteral("E-mail"), QStringLiteral("Roles"),
                                         QStringLiteral("Last sign-in"), QStringLiteral("State")});
        const char* const cells[] = {"Alexandra Example-Windermere", "alexandra@acme.example", "admin, member, billing",
                                     "12 seconds ago", "Active"};
        for (int column = 0; column < 5; ++column) {
            model.setItem(0, column, new QStandardItem(QString::fromUtf8(cells[column])));
        }
        FilterTable table(QStringLiteral("Users"), FilterBy::Rows);
        table.setModel(&model);
        table.setColumnWidths({-1, 150, 90, 104, 84});
        table.resize(470, 300);
        table.show();
        const QHeaderView& header = *table.view()->horizontalHeader();
        QTRY_COMPARE(header.length(), header.viewport()->width()); // and nobody scrolls sideways
        QVERIFY2(header.sectionSize(0) >= 128, qPrintable(QString::number(header.sectionSize(0))));
        QVERIFY(header.sectionSize(1) < header.sectionSize(0));
        table.resize(400, 300); // where nothing else is left, it gives way too
        QTRY_COMPARE(header.length(), header.viewport()->width());
        QVERIFY(header.sectionSize(0) >= 56);
    }
    void columnsStepAsideBeforeATextIsCut() {
        ui::panels::users::UserModel model;
        model.setRows(people(3));
        FilterTable table(QStringLiteral("Users"), FilterBy::Rows);
        table.setModel(&model);
        table.setColumnWidths({-1, 150, 90, 104, 84}, {3, 2});
        table.resize(900, 300);
        table.show();
        QHeaderView& header = *table.view()->horizontalHeader();
        QTRY_COMPARE(header.length(), header.viewport()->width());
        QCOMPARE(header.hiddenSectionCount(), 0);
        const auto widthAt = [&](int column) { // where it steps aside
            int width = table.width();
            while (width > 100 && !header.isSectionHidden(column)) {
                width -= 8;
                table.resize(width, 300);
                QTest::qWait(0);
            }
            return width;
        };
        const int one = widthAt(3);
        QTRY_COMPARE(header.length(), header.viewport()->width());
        QVERIFY(!header.isSectionHidden(2));
        QCOMPARE(shownTitles(header).size(), 5); // copied and exported all the same: nobody hid it
        QVERIFY(table.saveState().value(QStringLiteral("hidden")).toList().isEmpty());
        QVERIFY(widthAt(2) < one);
        QVERIFY(!header.isSectionHidden(0));
        table.resize(900, 300);
        QTRY_COMPARE(header.hiddenSectionCount(), 0);

        widthAt(3);
        setColumnShown(header, 3, true); // somebody wants it: then another one steps aside
        table.resize(one - 8, 300);
        QTRY_VERIFY(header.isSectionHidden(2));
        QVERIFY(!header.isSectionHidden(3));
        setColumnShown(header, 2, false); // and this one is hidden for good
        table.resize(900, 300);
        QTRY_COMPARE(header.length(), header.viewport()->width());
        QVERIFY(header.isSectionHidden(2));
        QCOMPARE(shownTitles(header).size(), 4);
    }
    void columnsComeBackButNoneGoesUnderTheHandOfWhoDragsOne() {
        ui::panels::users::UserModel model;
        model.setRows(people(3));
        FilterTable table(QStringLiteral("Users"), FilterBy::Rows);
        table.setModel(&model);
        table.setColumnWidths({-1, 150, 90, 104, 84}, {3, 2});
        table.resize(900, 300);
        table.show();
        QHeaderView& header = *table.view()->horizontalHeader();
        QTRY_COMPARE(header.length(), header.viewport()->width());
        while (table.width() > 100 && !header.isSectionHidden(3)) {
            table.resize(table.width() - 8, 300);
            QTest::qWait(0);
        }
        header.resizeSection(1, 170);
        QTest::qWait(200);
        QVERIFY(!header.isSectionHidden(2));
        QVERIFY(header.isSectionHidden(3));
        table.resize(900, 300);
        QTRY_VERIFY(!header.isSectionHidden(3));
        QCOMPARE(header.sectionSize(1), 170);
    }
    void whereTextsWrapNothingOfThemIsCut() {
        QStandardItemModel model(1, 3);
        model.setHorizontalHeaderLabels({QStringLiteral("Claim"), QStringLiteral("Id"), QStringLiteral("State")});
        model.setItem(0, 0, new QStandardItem(QStringLiteral("name or given name and family name")));
        model.setItem(0, 1, new QStandardItem(QString(60, u'a')));
        model.setItem(0, 2, new QStandardItem(QStringLiteral("fine")));
        QTableView table;
        table.setModel(&model);
        auto* delegate = new StatusDelegate(&table);
        table.setItemDelegate(delegate);
        wrapRows(table);
        ColumnFit::apply(table, {-1, 100, 60});
        table.resize(360, 300);
        table.show();
        const QHeaderView& header = *table.horizontalHeader();
        QTRY_COMPARE(header.length(), header.viewport()->width());
        const int height = table.fontMetrics().height();
        QTRY_VERIFY2(table.rowHeight(0) >= 3 * height, qPrintable(QString::number(table.rowHeight(0))));
        QVERIFY(header.sectionSize(0) > table.fontMetrics().horizontalAdvance(QStringLiteral("family")));
        const int narrow = table.rowHeight(0);
        table.resize(1400, 300);
        QTRY_VERIFY(table.rowHeight(0) < narrow); // rows follow their columns
    }
    void aColumnThatSomebodyDraggedStaysAsItIs() {
        ui::panels::users::UserModel model;
        model.setRows(people(3));
        FilterTable table(QStringLiteral("Users"), FilterBy::Rows);
        table.setModel(&model);
        table.setColumnWidths({-1, 150, 90, 104, 84});
        table.resize(700, 300);
        table.show();
        QHeaderView& header = *table.view()->horizontalHeader();
        QTRY_COMPARE(header.length(), header.viewport()->width());
        header.resizeSection(1, 60);
        QTRY_COMPARE(header.length(), header.viewport()->width());
        QCOMPARE(header.sectionSize(1), 60);
        table.resize(420, 300);
        QTRY_COMPARE(header.length(), header.viewport()->width());
        QCOMPARE(header.sectionSize(1), 60);
    }
    void aStateOfAnotherTableIsIgnored() {
        ui::panels::users::UserModel model;
        FilterTable table(QStringLiteral("Users"), FilterBy::Rows);
        table.setModel(&model);
        table.restoreState(
            {{QStringLiteral("order"), QVariantList{1, 0}}, {QStringLiteral("hidden"), QVariantList{0}}});
        table.restoreState({{QStringLiteral("hidden"), QStringLiteral("nonsense")}});
        QVERIFY(!table.view()->horizontalHeader()->isSectionHidden(0));
    }
    void theLastColumnStays() {
        ui::panels::users::UserModel model;
        FilterTable table(QStringLiteral("Users"), FilterBy::Rows);
        table.setModel(&model);
        QHeaderView& header = *table.view()->horizontalHeader();
        for (int column = 0; column < header.count(); ++column) {
            setColumnShown(header, column, false);
        }
        QCOMPARE(header.count() - header.hiddenSectionCount(), 1);
        setColumnShown(header, 99, false);
    }
    void filteredEmptySaysHowMuchThereIs() {
        ui::panels::users::UserModel model;
        model.setRows(people(1204));
        FilterTable table(QStringLiteral("Users"), FilterBy::Rows);
        table.setModel(&model);
        table.show();
        table.setFilterText(QStringLiteral("role"));
        const auto shown = [&] {
            for (const EmptyState* state : table.findChildren<EmptyState*>()) {
                if (state->isVisible()) {
                    return state->sentence();
                }
            }
            return QString();
        };
        QVERIFY(QTest::qWaitFor([&] { return !shown().isEmpty(); }));
        QCOMPARE(shown(), QStringLiteral("Nothing matches “role”. 1,204 items without the filter."));
    }
    void whatTakesLongSaysThatItIsBusy() {
        FilterTable table(QStringLiteral("Users"), FilterBy::Broker);
        table.show();
        const auto* busy = table.findChild<QProgressBar*>();
        table.setLoading(true);
        QVERIFY(!busy->isVisible()); // quick answers do not flicker
        QVERIFY(QTest::qWaitFor([&] { return busy->isVisible(); }));
        table.setLoading(true);
        QVERIFY(busy->isVisible());
        table.setLoading(false);
        QVERIFY(!busy->isVisible());
    }
};

} // namespace gatehouse::tests

QTEST_MAIN(gatehouse::tests::TstTable)
#include "tst_table.moc"
