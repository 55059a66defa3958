// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QVariantMap>
#include <QWidget>

#include "ui/widgets/table_export.h"
#include "ui/widgets/table_view.h"

class QAbstractItemModel;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QStackedWidget;
class QTimer;

namespace gatehouse::ui::widgets {

class BusyLine;
class EmptyState;
class ErrorBanner;
class NestedSource;
struct ErrorText;

/// Where the filter's text is applied: to the rows at hand, or by asking the broker (?q=). Panel: the panel has a
/// filter field of its own, and the model's order is the table's (windowed models: nothing walks through all rows).
enum class FilterBy { Rows, Broker, Panel };

/// A list with filter, count, sorting, columns, copying, exporting, empty states and an error banner: the one table
/// contract of the console. Keys and menus are those of TableView. While there are rows there is a current one; it
/// follows its KeyRole through updates. Tell it setLoading(true) when you ask; the bar that says so comes after 500 ms.
class FilterTable final : public QWidget {
    Q_OBJECT
public:
    /// `name` is the table's accessible name, `noun` what its rows are called in "12 users".
    FilterTable(const QString& name, FilterBy filterBy, QWidget* parent = nullptr);

    /// The model stays the caller's. `nested`: what is below its rows, to be opened (not with FilterBy::Panel).
    void setModel(QAbstractItemModel* model, const NestedSource* nested = nullptr);
    /// What the panel can do with the selected rows; the top of the context menu.
    void setRowActions(const QList<QAction*>& actions) { m_view->setRowActions(actions); }
    /// What an export says it is: "Users of acme".
    void setExportName(const QString& name) { m_exportName = name; }
    /// Shown while the model is empty and no filter is set.
    void setEmptyContent(const QString& iconName, const QString& sentence, const QString& action = {});
    void addAction(QWidget* widget);
    using QWidget::addAction;
    /// -1 stretches the column; otherwise pixels while there are no rows to measure. `aside`: columns that step aside
    /// where there is no room, the first one first (ColumnFit).
    void setColumnWidths(const QList<int>& widths, const QList<int>& aside = {});
    void sortBy(int column, Qt::SortOrder order);

    void setLoading(bool loading);
    void showError(const ErrorText& error);
    void clearError();
    void setMoreAvailable(bool available);
    /// FilterBy::Panel: the filter in words, empty for none, and how many rows there are without it, -1 if unknown.
    void setPanelFilter(const QString& text, qint64 rowsWithout = -1);
    /// FilterBy::Panel: what is said while nothing matches, and its button, instead of the usual. Empty: the usual.
    void setNoMatchContent(const QString& sentence, const QString& action);

    [[nodiscard]] QString filterText() const;
    void setFilterText(const QString& text);
    void focusFilter();
    /// The filter, whoever applies it; empty for none.
    [[nodiscard]] QString filterInWords() const;
    /// Whether a filter keeps rows out of sight, or would.
    [[nodiscard]] bool isFiltered() const;
    /// Makes the next (+1) or previous (-1) row current, round and round; false where there is none.
    bool walk(int step);
    /// Key of the current row; empty where there is none.
    [[nodiscard]] QString currentKey() const;
    /// Makes the row with that key current, now or as soon as it is there.
    void select(const QString& key);
    /// Keys of the selected rows, from the top.
    [[nodiscard]] QStringList selectedKeys() const;
    [[nodiscard]] TableView* view() const { return m_view; }

    /// Columns (width, order, visibility), sorting, filter and current row, for the next start.
    [[nodiscard]] QVariantMap saveState() const;
    void restoreState(const QVariantMap& state);
    /// Writes the rows that are shown, with a manifest beside the file. Empty, or why it failed.
    [[nodiscard]] QString exportTo(const QString& path, ExportFormat format) const;
    /// Asks for a file and exports to it (Ctrl+E).
    void startExport();

signals:
    /// The current row changed; empty where there is none.
    void currentKeyChanged(const QString& key);
    void opened(const QString& key);
    /// FilterBy::Broker: 250 ms after typing stops. FilterBy::Panel: the filter is to be cleared.
    void filterChanged(const QString& text);
    void emptyActionRequested();
    void retryRequested();
    void moreRequested();
    /// Delete was pressed: ask before anything is done.
    void deleteRequested(const QStringList& keys);
    /// FilterBy::Panel: write everything that the filter lets through.
    void exportRequested(const QString& path, gatehouse::ui::widgets::ExportFormat format);
    /// One sentence about what was done, for Panel::notice.
    void said(const QString& sentence);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeFilter(const QString& name);
    void applyFilter();
    void showNoMatch(qint64 all);
    void rowsChanged();
    void keepCurrent();
    void updateState();
    void currentChanged(const QModelIndex& current);
    [[nodiscard]] QModelIndex find(const QString& key) const;

    FilterBy m_filterBy;
    QLineEdit* m_filter;
    QLabel* m_count;
    QHBoxLayout* m_bar;
    ErrorBanner* m_error;
    QStackedWidget* m_stack;
    BusyLine* m_busy;
    TableView* m_view;
    EmptyState* m_empty;
    EmptyState* m_noMatch;
    QPushButton* m_more;
    QTimer* m_typing;
    QSortFilterProxyModel* m_proxy;
    QString m_wanted;
    QString m_lastKey;
    QString m_panelFilter;
    QString m_noMatchSentence;
    QString m_noMatchAction;
    qint64 m_rowsWithout = -1;
    QString m_exportName;
    bool m_loading = false;
};

} // namespace gatehouse::ui::widgets
