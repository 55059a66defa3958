// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/filter_table.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include "ui/theme/icons.h"
#include "ui/widgets/busy_line.h"
#include "ui/widgets/column_fit.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_banner.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/nested_rows.h"
#include "ui/widgets/status.h"
#include "ui/widgets/table_text.h"

namespace gatehouse::ui::widgets {
namespace {

constexpr int kTypingMs = 250;

/// Sorts by SortRole where the model has it, by the text elsewhere.
class RowProxy final : public QSortFilterProxyModel {
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

protected:
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override {
        const QVariant a = left.data(SortRole);
        const QVariant b = right.data(SortRole);
        if (a.isValid() && b.isValid()) {
            return QVariant::compare(a, b) == QPartialOrdering::Less;
        }
        return QString::localeAwareCompare(left.data().toString(), right.data().toString()) < 0;
    }
};

} // namespace

FilterTable::FilterTable(const QString& name, FilterBy filterBy, QWidget* parent)
    : QWidget(parent)
    , m_filterBy(filterBy)
    , m_filter(new QLineEdit(this))
    , m_count(mutedLabel({}, this))
    , m_bar(new QHBoxLayout)
    , m_error(new ErrorBanner(this))
    , m_stack(new QStackedWidget(this))
    , m_busy(new BusyLine(tr("Loading %1").arg(name), this))
    , m_view(new TableView(name, this))
    , m_empty(new EmptyState(this))
    , m_noMatch(new EmptyState(this))
    , m_more(new QPushButton(tr("Show more"), this))
    , m_typing(new QTimer(this))
    , m_proxy(new RowProxy(this))
    , m_exportName(name) {
    makeFilter(name);
    m_view->setSortingEnabled(filterBy != FilterBy::Panel);
    m_more->setAccessibleName(tr("Show more of %1").arg(name));
    m_more->hide();
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_proxy->setFilterKeyColumn(-1);
    m_typing->setSingleShot(true);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_noMatch);
    m_empty->offerHelp();
    m_noMatch->offerHelp();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(m_bar);
    column->addWidget(m_error);
    column->addWidget(m_busy);
    column->addWidget(m_stack, 1);
    column->addWidget(m_more, 0, Qt::AlignHCenter);

    m_view->installEventFilter(this);
    m_view->viewport()->installEventFilter(this);
    connect(m_view, &TableView::openRequested, this,
            [this](const QModelIndex& index) { emit opened(index.data(KeyRole).toString()); });
    connect(m_view, &TableView::deleteRequested, this, [this] { emit deleteRequested(selectedKeys()); });
    connect(m_view, &TableView::exportRequested, this, &FilterTable::startExport);
    connect(m_empty, &EmptyState::actionRequested, this, &FilterTable::emptyActionRequested);
    connect(m_noMatch, &EmptyState::actionRequested, this, [this] {
        m_filter->clear();
        if (m_filterBy == FilterBy::Panel) {
            emit filterChanged({});
        }
    });
    connect(m_error, &ErrorBanner::retryRequested, this, &FilterTable::retryRequested);
    connect(m_more, &QPushButton::clicked, this, &FilterTable::moreRequested);
}

void FilterTable::makeFilter(const QString& name) {
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter %1").arg(name));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(280);
    m_filter->setMinimumWidth(120);
    m_filter->addAction(theme::icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_filter->installEventFilter(this);
    m_filter->setVisible(m_filterBy != FilterBy::Panel);
    m_count->setWordWrap(false);
    m_bar->setSpacing(8);
    m_bar->addWidget(m_filter, 1);
    m_bar->addWidget(m_count);
    m_bar->addStretch(1);
    connect(m_filter, &QLineEdit::textChanged, this,
            [this] { m_typing->start(m_filterBy == FilterBy::Rows ? 0 : kTypingMs); });
    connect(m_typing, &QTimer::timeout, this, &FilterTable::applyFilter);
}

void FilterTable::setModel(QAbstractItemModel* model, const NestedSource* nested) {
    QAbstractItemModel* shown = model;
    if (m_filterBy != FilterBy::Panel) {
        m_proxy->setSourceModel(model);
        shown = m_proxy;
    }
    if (nested != nullptr) {
        shown = new NestedRows(m_proxy, *nested, this);
    }
    m_view->setModel(shown);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &FilterTable::currentChanged);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(shown, signal, this, &FilterTable::rowsChanged);
    }
    connect(shown, &QAbstractItemModel::modelReset, this, &FilterTable::rowsChanged);
    connect(shown, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex& from, const QModelIndex& to) {
        if (m_filterBy == FilterBy::Panel && !m_wanted.isEmpty()) {
            keepCurrent(); // it may be among those that have come
        }
        const QModelIndex current = m_view->currentIndex();
        if (current.isValid() && current.row() >= from.row() && current.row() <= to.row()) {
            currentChanged(current); // a row that was loading has its key now
        }
    });
    rowsChanged();
}

void FilterTable::setEmptyContent(const QString& iconName, const QString& sentence, const QString& action) {
    m_empty->setContent(iconName, sentence, action);
    updateState();
}

void FilterTable::addAction(QWidget* widget) {
    m_bar->addWidget(widget);
}

void FilterTable::setColumnWidths(const QList<int>& widths, const QList<int>& aside) {
    ColumnFit::apply(*m_view, widths, aside);
}

void FilterTable::sortBy(int column, Qt::SortOrder order) {
    m_view->sortByColumn(column, order);
}

void FilterTable::setLoading(bool loading) {
    m_loading = loading;
    m_busy->setBusy(loading);
    updateState();
}

void FilterTable::showError(const ErrorText& error) {
    setLoading(false);
    m_error->showError(error);
    updateState();
}

void FilterTable::clearError() {
    m_error->dismiss();
}

void FilterTable::setMoreAvailable(bool available) {
    m_more->setVisible(available);
}

void FilterTable::setPanelFilter(const QString& text, qint64 rowsWithout) {
    m_panelFilter = text;
    m_rowsWithout = rowsWithout;
    updateState();
}

void FilterTable::setNoMatchContent(const QString& sentence, const QString& action) {
    m_noMatchSentence = sentence;
    m_noMatchAction = action;
}

bool FilterTable::isFiltered() const {
    return !filterInWords().isEmpty();
}

QString FilterTable::filterInWords() const {
    return m_filterBy == FilterBy::Panel ? m_panelFilter : filterText();
}

QString FilterTable::filterText() const {
    return m_filter->text().trimmed();
}

void FilterTable::setFilterText(const QString& text) {
    m_filter->setText(text);
}

void FilterTable::focusFilter() {
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

bool FilterTable::walk(int step) {
    const int rows = m_view->model() == nullptr ? 0 : m_view->model()->rowCount();
    if (rows == 0) {
        return false;
    }
    const QModelIndex now = m_view->currentIndex();
    const int row = now.isValid() ? (now.row() + step + rows) % rows : 0;
    m_view->setCurrentIndex(m_view->model()->index(row, now.isValid() ? now.column() : 0));
    return true;
}

QString FilterTable::currentKey() const {
    return m_view->currentIndex().data(KeyRole).toString();
}

QStringList FilterTable::selectedKeys() const {
    QStringList keys;
    for (const QModelIndex& index : m_view->selectedRowList()) {
        keys.append(index.data(KeyRole).toString());
    }
    return keys;
}

void FilterTable::select(const QString& key) {
    m_wanted = key;
    keepCurrent();
}

void FilterTable::applyFilter() {
    if (m_filterBy == FilterBy::Broker) {
        emit filterChanged(filterText());
        return;
    }
    m_proxy->setFilterFixedString(filterText());
    rowsChanged();
}

void FilterTable::rowsChanged() {
    keepCurrent();
    updateState();
}

QModelIndex FilterTable::find(const QString& key) const {
    const QAbstractItemModel* model = m_view->model();
    return model->match(model->index(0, 0), KeyRole, key, 1, Qt::MatchExactly | Qt::MatchCaseSensitive).value(0);
}

void FilterTable::keepCurrent() {
    if (m_view->model() == nullptr || m_view->model()->rowCount() == 0) {
        currentChanged({});
        return;
    }
    QModelIndex index;
    if (!m_wanted.isEmpty()) {
        index = find(m_wanted);
    }
    if (index.isValid()) {
        m_wanted.clear();
    } else if (m_view->currentIndex().isValid()) {
        currentChanged(m_view->currentIndex());
        return;
    } else {
        index = m_lastKey.isEmpty() ? QModelIndex() : find(m_lastKey);
    }
    m_view->setCurrentIndex(index.isValid() ? index : m_view->model()->index(0, 0));
}

void FilterTable::currentChanged(const QModelIndex& current) {
    const QString key = current.isValid() ? current.data(KeyRole).toString() : QString();
    if (key != m_lastKey) {
        m_lastKey = key;
        emit currentKeyChanged(key);
    }
}

void FilterTable::updateState() {
    // What is nested is not counted: "12 items" are the rows.
    const QAbstractItemModel* rows = m_filterBy == FilterBy::Panel ? m_view->model() : m_proxy;
    const qint64 shown = rows != nullptr ? rows->rowCount() : 0;
    const qint64 all = m_filterBy == FilterBy::Panel       ? std::max(shown, m_rowsWithout)
                       : m_proxy->sourceModel() != nullptr ? m_proxy->sourceModel()->rowCount()
                                                           : 0;
    const QLocale locale;
    m_count->setText(m_loading && all == 0 ? tr("Loading …")
                     : shown < all         ? tr("%1 of %2").arg(locale.toString(shown), locale.toString(all))
                                           : tr("%Ln item(s)", nullptr, static_cast<int>(all)));
    if (shown == 0 && isFiltered() && !m_loading) {
        showNoMatch(m_filterBy == FilterBy::Broker ? -1 : all);
    } else if (shown == 0 && !m_loading && m_error->isHidden()) { // nobody knows what is there while it says so
        m_stack->setCurrentWidget(m_empty);
    } else {
        m_stack->setCurrentWidget(m_view);
    }
}

void FilterTable::showNoMatch(qint64 all) {
    QString sentence = tr("Nothing matches “%1”.").arg(filterInWords());
    if (all == 1) {
        sentence += u' ' + tr("There is one item without the filter.");
    } else if (all > 1) {
        sentence += u' ' + tr("%1 items without the filter.").arg(QLocale().toString(all));
    }
    m_noMatch->setContent(QStringLiteral("filter"), m_noMatchSentence.isEmpty() ? sentence : m_noMatchSentence,
                          m_noMatchSentence.isEmpty() ? tr("Clear filter") : m_noMatchAction);
    m_stack->setCurrentWidget(m_noMatch);
}

QVariantMap FilterTable::saveState() const {
    QVariantMap state = saveColumns(*m_view->horizontalHeader());
    state.insert(QStringLiteral("filter"), filterText());
    state.insert(QStringLiteral("current"), currentKey());
    return state;
}

void FilterTable::restoreState(const QVariantMap& state) {
    restoreColumns(*m_view->horizontalHeader(), state);
    if (m_filterBy != FilterBy::Panel) {
        setFilterText(state.value(QStringLiteral("filter")).toString());
    }
    const QString current = state.value(QStringLiteral("current")).toString();
    if (!current.isEmpty()) {
        select(current);
    }
}

bool FilterTable::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_view || watched == m_view->viewport()) {
        if (event->type() == QEvent::KeyPress || event->type() == QEvent::MouseButtonPress ||
            event->type() == QEvent::Wheel) {
            m_wanted.clear(); // whoever looks around is not called back when the row comes
        }
        return false;
    }
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (watched == m_filter && key == Qt::Key_Escape && !m_filter->text().isEmpty()) {
            m_filter->clear();
            return true;
        }
        if (watched == m_filter && key == Qt::Key_Down) {
            m_view->setFocus(Qt::TabFocusReason);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace gatehouse::ui::widgets
