// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTableView>
#include <QWidget>

class QAbstractItemModel;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QStackedWidget;
class QTimer;

namespace gatehouse::ui::widgets {

class EmptyState;
class ErrorBanner;
struct ErrorText;

/// Where the filter's text is applied: to the rows at hand, or by asking the broker (?q=).
enum class FilterBy { Rows, Broker };

/// A list with filter, count, sorting, empty states and an error banner: the one table contract of the console.
/// A click selects, Enter or a double click opens, Tab leaves the table, rows have one height, and while there are
/// rows there is a current one; it follows its KeyRole through updates.
class FilterTable final : public QWidget {
    Q_OBJECT
public:
    /// `name` is the table's accessible name, `noun` what its rows are called in "12 users".
    FilterTable(const QString& name, FilterBy filterBy, QWidget* parent = nullptr);

    /// The model stays the caller's.
    void setModel(QAbstractItemModel* model);
    /// Shown while the model is empty and no filter is set.
    void setEmptyContent(const QString& iconName, const QString& sentence, const QString& action = {});
    void addAction(QWidget* widget);
    using QWidget::addAction;
    /// -1 stretches the column; otherwise pixels.
    void setColumnWidths(const QList<int>& widths);
    void sortBy(int column, Qt::SortOrder order);

    void setLoading(bool loading);
    void showError(const ErrorText& error);
    void clearError();
    void setMoreAvailable(bool available);

    [[nodiscard]] QString filterText() const;
    void setFilterText(const QString& text);
    void focusFilter();
    /// Key of the current row; empty where there is none.
    [[nodiscard]] QString currentKey() const;
    /// Makes the row with that key current, now or as soon as it is there.
    void select(const QString& key);
    [[nodiscard]] QTableView* view() const { return m_view; }

signals:
    /// The current row changed; empty where there is none.
    void currentKeyChanged(const QString& key);
    void opened(const QString& key);
    /// FilterBy::Broker only, 250 ms after typing stops.
    void filterChanged(const QString& text);
    void emptyActionRequested();
    void retryRequested();
    void moreRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void applyFilter();
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
    QTableView* m_view;
    EmptyState* m_empty;
    EmptyState* m_noMatch;
    QPushButton* m_more;
    QTimer* m_typing;
    QSortFilterProxyModel* m_proxy;
    QString m_wanted;
    QString m_lastKey;
    bool m_loading = false;
};

} // namespace gatehouse::ui::widgets
