// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAction>
#include <QList>
#include <QTableView>

class QMenu;

namespace gatehouse::ui::widgets {

/// The rows of FilterTable and of every other table: keys, selection and menus are the same everywhere. A click
/// selects, Shift and Ctrl select more; Enter or a double click opens; Delete asks; Home and End go to the ends;
/// Ctrl+C copies the cell, Ctrl+Shift+C the rows as JSON; the menu key or a right click gives the panel's actions,
/// then copying, filtering and exporting; Tab leaves the table. Rows with others below them (NestedRows) open with the
/// arrow key that leads on in their first cell, with + or a click on the arrow, and close with the other, - or a click.
class TableView final : public QTableView {
    Q_OBJECT
public:
    explicit TableView(const QString& name, QWidget* parent = nullptr);

    /// What the panel can do with the selected rows: the top of the context menu. They stay the panel's.
    void setRowActions(const QList<QAction*>& actions) { m_rowActions = actions; }
    [[nodiscard]] const QList<QAction*>& rowActions() const { return m_rowActions; }
    /// Offers "Filter by" and "Exclude" for cells that answer FilterRole.
    void setFilterActions(bool offered) { m_filterActions = offered; }
    /// Offers "Export".
    void setExportActions(bool offered) { m_exportActions = offered; }
    /// The menu at a cell; the caller deletes it.
    [[nodiscard]] QMenu* makeMenu(const QModelIndex& index);
    /// The menu of the header: which columns are shown.
    [[nodiscard]] QMenu* makeColumnMenu();

    /// First cells of the selected rows, from the top.
    [[nodiscard]] QModelIndexList selectedRowList() const;
    void copyCell();
    void copyRowsAsJson();
    void copySelection();

signals:
    void openRequested(const QModelIndex& index);
    void deleteRequested();
    void exportRequested();
    /// Only what matches the cell, or all but that. `token` is the cell's FilterRole.
    void filterRequested(const QString& token, bool exclude);
    /// The rows in sight changed.
    void looked(int first, int last);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    bool takeKey(const QKeyEvent& event);
    bool takeNestingKey(const QKeyEvent& event);
    void setExpanded(const QModelIndex& row, bool open);
    [[nodiscard]] QModelIndex rowAbove(const QModelIndex& index) const;
    void addNestingAction(QMenu& menu, const QModelIndex& index);
    void addCopyActions(QMenu& menu);
    void goToRow(int row, bool extend);
    void tellLooked();

    QList<QAction*> m_rowActions;
    bool m_filterActions = false;
    bool m_exportActions = true;
};

} // namespace gatehouse::ui::widgets
