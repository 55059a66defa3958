// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/filter_table.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_banner.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/status.h"

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

void dress(QTableView& view) {
    view.setSelectionBehavior(QAbstractItemView::SelectRows);
    view.setSelectionMode(QAbstractItemView::SingleSelection);
    view.setEditTriggers(QAbstractItemView::NoEditTriggers);
    view.setTabKeyNavigation(false);
    view.setShowGrid(false);
    view.setWordWrap(false);
    view.setSortingEnabled(true);
    view.setCornerButtonEnabled(false);
    view.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view.verticalHeader()->hide();
    view.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view.verticalHeader()->setDefaultSectionSize(theme::kRowHeight);
    view.horizontalHeader()->setHighlightSections(false);
    view.horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    view.horizontalHeader()->setSectionsMovable(true);
    view.horizontalHeader()->setMinimumSectionSize(48);
    view.setItemDelegate(new StatusDelegate(&view));
}

} // namespace

FilterTable::FilterTable(const QString& name, FilterBy filterBy, QWidget* parent)
    : QWidget(parent)
    , m_filterBy(filterBy)
    , m_filter(new QLineEdit(this))
    , m_count(mutedLabel({}, this))
    , m_bar(new QHBoxLayout)
    , m_error(new ErrorBanner(this))
    , m_stack(new QStackedWidget(this))
    , m_view(new QTableView(this))
    , m_empty(new EmptyState(this))
    , m_noMatch(new EmptyState(this))
    , m_more(new QPushButton(tr("Show more"), this))
    , m_typing(new QTimer(this))
    , m_proxy(new RowProxy(this)) {
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter %1").arg(name));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(280);
    m_filter->setMinimumWidth(120);
    m_filter->addAction(theme::icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_filter->installEventFilter(this);
    m_count->setWordWrap(false);
    m_bar->setSpacing(8);
    m_bar->addWidget(m_filter, 1);
    m_bar->addWidget(m_count);
    m_bar->addStretch(1);
    dress(*m_view);
    m_view->setAccessibleName(name);
    m_view->installEventFilter(this);
    m_more->setAccessibleName(tr("Show more of %1").arg(name));
    m_more->hide();
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_proxy->setFilterKeyColumn(-1);
    m_typing->setSingleShot(true);

    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_noMatch);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(m_bar);
    column->addWidget(m_error);
    column->addWidget(m_stack, 1);
    column->addWidget(m_more, 0, Qt::AlignHCenter);

    connect(m_filter, &QLineEdit::textChanged, this,
            [this] { m_typing->start(m_filterBy == FilterBy::Rows ? 0 : kTypingMs); });
    connect(m_typing, &QTimer::timeout, this, &FilterTable::applyFilter);
    connect(m_view, &QTableView::doubleClicked, this,
            [this](const QModelIndex& index) { emit opened(index.data(KeyRole).toString()); });
    connect(m_empty, &EmptyState::actionRequested, this, &FilterTable::emptyActionRequested);
    connect(m_noMatch, &EmptyState::actionRequested, m_filter, &QLineEdit::clear);
    connect(m_error, &ErrorBanner::retryRequested, this, &FilterTable::retryRequested);
    connect(m_more, &QPushButton::clicked, this, &FilterTable::moreRequested);
}

void FilterTable::setModel(QAbstractItemModel* model) {
    m_proxy->setSourceModel(model);
    m_view->setModel(m_proxy);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &FilterTable::currentChanged);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(m_proxy, signal, this, &FilterTable::rowsChanged);
    }
    connect(m_proxy, &QAbstractItemModel::modelReset, this, &FilterTable::rowsChanged);
    rowsChanged();
}

void FilterTable::setEmptyContent(const QString& iconName, const QString& sentence, const QString& action) {
    m_empty->setContent(iconName, sentence, action);
    updateState();
}

void FilterTable::addAction(QWidget* widget) {
    m_bar->addWidget(widget);
}

void FilterTable::setColumnWidths(const QList<int>& widths) {
    QHeaderView* header = m_view->horizontalHeader();
    for (int column = 0; column < widths.size(); ++column) {
        if (widths.at(column) < 0) {
            header->setSectionResizeMode(column, QHeaderView::Stretch);
        } else {
            header->setSectionResizeMode(column, QHeaderView::Interactive);
            header->resizeSection(column, widths.at(column));
        }
    }
}

void FilterTable::sortBy(int column, Qt::SortOrder order) {
    m_view->sortByColumn(column, order);
}

void FilterTable::setLoading(bool loading) {
    m_loading = loading;
    updateState();
}

void FilterTable::showError(const ErrorText& error) {
    m_loading = false;
    m_error->showError(error);
    updateState();
}

void FilterTable::clearError() {
    m_error->dismiss();
}

void FilterTable::setMoreAvailable(bool available) {
    m_more->setVisible(available);
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

QString FilterTable::currentKey() const {
    return m_view->currentIndex().data(KeyRole).toString();
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
    for (int row = 0; row < m_proxy->rowCount(); ++row) {
        const QModelIndex index = m_proxy->index(row, 0);
        if (index.data(KeyRole).toString() == key) {
            return index;
        }
    }
    return {};
}

void FilterTable::keepCurrent() {
    if (m_proxy->rowCount() == 0 || m_view->selectionModel() == nullptr) {
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
    m_view->setCurrentIndex(index.isValid() ? index : m_proxy->index(0, 0));
}

void FilterTable::currentChanged(const QModelIndex& current) {
    const QString key = current.isValid() ? current.data(KeyRole).toString() : QString();
    if (key != m_lastKey) {
        m_lastKey = key;
        emit currentKeyChanged(key);
    }
}

void FilterTable::updateState() {
    const int shown = m_proxy->rowCount();
    const int all = m_proxy->sourceModel() != nullptr ? m_proxy->sourceModel()->rowCount() : 0;
    const bool filtered = !filterText().isEmpty();
    m_count->setText(m_loading && all == 0 ? tr("Loading …")
                     : shown < all         ? tr("%1 of %2").arg(shown).arg(all)
                                           : QString::number(all));
    if (shown == 0 && filtered && !m_loading) {
        m_noMatch->setContent(QStringLiteral("filter"),
                              m_filterBy == FilterBy::Rows
                                  ? tr("Nothing matches “%1”. Without the filter: %2.").arg(filterText()).arg(all)
                                  : tr("Nothing matches “%1”.").arg(filterText()),
                              tr("Clear filter"));
        m_stack->setCurrentWidget(m_noMatch);
    } else if (shown == 0 && !m_loading) {
        m_stack->setCurrentWidget(m_empty);
    } else {
        m_stack->setCurrentWidget(m_view);
    }
}

bool FilterTable::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (watched == m_view && (key == Qt::Key_Return || key == Qt::Key_Enter) && !currentKey().isEmpty()) {
            emit opened(currentKey());
            return true;
        }
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
