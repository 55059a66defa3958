// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/table_view.h"

#include <algorithm>

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/status.h"
#include "ui/widgets/table_text.h"

namespace gatehouse::ui::widgets {
namespace {

/// Rows that one act can take from a selection: the clipboard is no place for millions.
constexpr qsizetype kMostCopied = 10'000;
constexpr int kArrowWidth = 28; ///< of the place that opens a row

bool isFirstShown(const QHeaderView& header, int column) {
    for (int place = 0; place < header.count(); ++place) {
        if (!header.isSectionHidden(header.logicalIndex(place))) {
            return header.logicalIndex(place) == column;
        }
    }
    return false;
}

} // namespace

TableView::TableView(const QString& name, QWidget* parent)
    : QTableView(parent) {
    setAccessibleName(name);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(0);
    verticalHeader()->setDefaultSectionSize(theme::kRowHeight);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setMinimumSectionSize(48);
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    setItemDelegate(new StatusDelegate(this));
    connect(horizontalHeader(), &QWidget::customContextMenuRequested, this, [this](const QPoint& at) {
        QMenu* menu = makeColumnMenu();
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(horizontalHeader()->mapToGlobal(at));
    });
    connect(this, &QTableView::doubleClicked, this, &TableView::openRequested);
}

QModelIndexList TableView::selectedRowList() const {
    QModelIndexList rows;
    if (selectionModel() == nullptr) {
        return rows;
    }
    for (const QItemSelectionRange& range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom() && rows.size() < kMostCopied; ++row) {
            rows.append(model()->index(row, 0));
        }
    }
    if (rows.isEmpty() && currentIndex().isValid()) {
        rows.append(currentIndex().siblingAtColumn(0));
    }
    std::sort(rows.begin(), rows.end(), [](const QModelIndex& a, const QModelIndex& b) { return a.row() < b.row(); });
    return rows;
}

void TableView::copyCell() {
    if (currentIndex().isValid()) {
        QGuiApplication::clipboard()->setText(cellText(currentIndex()));
    }
}

void TableView::copyRowsAsJson() {
    QList<QByteArray> rows;
    for (const QModelIndex& index : selectedRowList()) {
        rows.append(rowJson(index, JsonStyle::Indented));
    }
    if (!rows.isEmpty()) {
        const QByteArray text = rows.size() == 1 ? rows.constFirst() : "[" + rows.join(",\n") + "]";
        QGuiApplication::clipboard()->setText(QString::fromUtf8(text));
    }
}

void TableView::copySelection() {
    QGuiApplication::clipboard()->setText(selectionText(*horizontalHeader(), selectedRowList()));
}

void TableView::addCopyActions(QMenu& menu) {
    QAction* cell = menu.addAction(theme::icon(QStringLiteral("copy")), tr("Copy cell"), this, &TableView::copyCell);
    cell->setShortcut(QKeySequence::Copy);
    QAction* json = menu.addAction(tr("Copy row as JSON"), this, &TableView::copyRowsAsJson);
    json->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    menu.addAction(tr("Copy selection"), this, &TableView::copySelection);
}

QMenu* TableView::makeMenu(const QModelIndex& index) {
    auto* menu = new QMenu(this);
    menu->addActions(m_rowActions);
    addNestingAction(*menu, index);
    menu->addSeparator();
    addCopyActions(*menu);
    const QString token = m_filterActions ? index.data(FilterRole).toString() : QString();
    if (!token.isEmpty()) {
        menu->addSeparator();
        const QString shown = fontMetrics().elidedText(cellText(index), Qt::ElideRight, 160);
        menu->addAction(theme::icon(QStringLiteral("filter")), tr("Filter by “%1”").arg(shown), this,
                        [this, token] { emit filterRequested(token, false); });
        menu->addAction(tr("Exclude “%1”").arg(shown), this, [this, token] { emit filterRequested(token, true); });
    }
    menu->addSeparator();
    QMenu* columns = makeColumnMenu();
    columns->setTitle(tr("Columns"));
    columns->setParent(menu, columns->windowFlags());
    menu->addMenu(columns);
    if (m_exportActions) {
        QAction* save =
            menu->addAction(theme::icon(QStringLiteral("download")), tr("Export …"), this, &TableView::exportRequested);
        save->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_E));
    }
    return menu;
}

QMenu* TableView::makeColumnMenu() {
    auto* menu = new QMenu(this);
    QHeaderView* header = horizontalHeader();
    for (int place = 0; place < header->count(); ++place) {
        const int column = header->logicalIndex(place);
        QAction* action = menu->addAction(model()->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!header->isSectionHidden(column));
        const bool last = header->count() - header->hiddenSectionCount() == 1 && action->isChecked();
        action->setEnabled(!last);
        connect(action, &QAction::toggled, this,
                [header, column](bool shown) { setColumnShown(*header, column, shown); });
    }
    return menu;
}

void TableView::goToRow(int row, bool extend) {
    if (row < 0) {
        return;
    }
    const QModelIndex from = currentIndex();
    const QModelIndex index = model()->index(row, std::max(0, from.column()));
    const auto rows = QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows;
    if (extend && from.isValid()) {
        selectionModel()->select(QItemSelection(from, index), rows);
        selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
    } else {
        selectionModel()->setCurrentIndex(index, rows);
    }
    scrollTo(index);
}

bool TableView::takeKey(const QKeyEvent& event) {
    const int key = event.key();
    const bool plain = (event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier;
    if (event.matches(QKeySequence::Copy)) {
        copyCell();
    } else if (key == Qt::Key_C && event.modifiers() == (Qt::ControlModifier | Qt::ShiftModifier)) {
        copyRowsAsJson();
    } else if (key == Qt::Key_E && event.modifiers() == Qt::ControlModifier && m_exportActions) {
        emit exportRequested();
    } else if (key == Qt::Key_Home && plain) {
        goToRow(model() != nullptr && model()->rowCount() > 0 ? 0 : -1, event.modifiers() & Qt::ShiftModifier);
    } else if (key == Qt::Key_End && plain) {
        goToRow(model() != nullptr ? model()->rowCount() - 1 : -1, event.modifiers() & Qt::ShiftModifier);
    } else if ((key == Qt::Key_Return || key == Qt::Key_Enter) && plain && currentIndex().isValid()) {
        emit openRequested(currentIndex());
    } else if (plain && takeNestingKey(event)) {
        return true;
    } else if (key == Qt::Key_Delete && plain && currentIndex().isValid()) {
        emit deleteRequested();
    } else {
        return false;
    }
    return true;
}

/// The row that one is below, or itself.
QModelIndex TableView::rowAbove(const QModelIndex& index) const {
    QModelIndex row = index.siblingAtColumn(0);
    while (row.data(NestedRole).toBool()) {
        row = row.sibling(row.row() - 1, 0);
    }
    return row;
}

void TableView::setExpanded(const QModelIndex& row, bool open) {
    if (!open && rowAbove(currentIndex()) == row && currentIndex().row() != row.row()) {
        goToRow(row.row(), false); // what is current goes out of sight
    }
    model()->setData(row, open, ExpandedRole);
}

bool TableView::takeNestingKey(const QKeyEvent& event) {
    if (!currentIndex().isValid()) {
        return false;
    }
    const QModelIndex row = rowAbove(currentIndex());
    const QVariant open = row.data(ExpandedRole);
    if (!open.isValid()) {
        return false;
    }
    const bool mirrored = isRightToLeft();
    const int key = event.key();
    const bool first = isFirstShown(*horizontalHeader(), currentIndex().column());
    const bool on = first && key == (mirrored ? Qt::Key_Left : Qt::Key_Right);
    const bool back = first && key == (mirrored ? Qt::Key_Right : Qt::Key_Left);
    if ((key == Qt::Key_Plus || on) && !open.toBool()) {
        setExpanded(row, true);
    } else if (key == Qt::Key_Minus && open.toBool()) {
        setExpanded(row, false);
    } else if (back && currentIndex().data(NestedRole).toBool()) {
        goToRow(row.row(), false);
    } else if (back && open.toBool()) {
        setExpanded(row, false);
    } else {
        return false;
    }
    return true;
}

void TableView::addNestingAction(QMenu& menu, const QModelIndex& index) {
    const QModelIndex row = rowAbove(index);
    const QVariant open = row.data(ExpandedRole);
    if (open.isValid()) {
        menu.addAction(open.toBool() ? tr("Collapse") : tr("Expand"), this,
                       [this, row = QPersistentModelIndex(row), open = !open.toBool()] { setExpanded(row, open); });
    }
}

void TableView::mousePressEvent(QMouseEvent* event) {
    QTableView::mousePressEvent(event);
    const QModelIndex index = indexAt(event->pos());
    const QVariant open = index.data(ExpandedRole);
    const QRect cell = visualRect(index);
    const int into = isRightToLeft() ? cell.right() - event->pos().x() : event->pos().x() - cell.left();
    if (index.column() == 0 && open.isValid() && event->button() == Qt::LeftButton && into < kArrowWidth) {
        setExpanded(index, !open.toBool());
    }
}

void TableView::keyPressEvent(QKeyEvent* event) {
    if (takeKey(*event)) {
        event->accept();
    } else {
        QTableView::keyPressEvent(event);
    }
}

void TableView::contextMenuEvent(QContextMenuEvent* event) {
    QModelIndex index = indexAt(event->pos());
    QPoint at = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard) {
        index = currentIndex();
        at = viewport()->mapToGlobal(visualRect(index).bottomLeft());
    }
    if (!index.isValid()) {
        return;
    }
    if (!selectionModel()->isRowSelected(index.row(), {})) {
        setCurrentIndex(index);
    }
    QMenu* menu = makeMenu(index);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(at);
}

void TableView::scrollContentsBy(int dx, int dy) {
    QTableView::scrollContentsBy(dx, dy);
    tellLooked();
}

void TableView::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    tellLooked();
}

void TableView::tellLooked() {
    const int first = rowAt(0);
    const int last = rowAt(viewport()->height() - 1);
    if (first >= 0 && model() != nullptr) {
        emit looked(first, last >= 0 ? last : model()->rowCount() - 1);
    }
}

} // namespace gatehouse::ui::widgets
