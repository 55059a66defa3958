// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <deque>
#include <iterator>
#include <unordered_map>
#include <utility>
#include <vector>

#include <QAbstractTableModel>
#include <QTimer>

#include "ui/widgets/masking.h"
#include "ui/widgets/page_window.h"
#include "ui/widgets/record_json.h"
#include "ui/widgets/status.h"

namespace gatehouse::ui::widgets {

/// What of a windowed model does not depend on its records. Connect TableView::looked to look().
class WindowedModelBase : public QAbstractTableModel {
    Q_OBJECT
public:
    /// QTableView paints nothing beyond some 70 million rows: fewer are shown.
    static constexpr int kMostRows = 50'000'000;

    explicit WindowedModelBase(QObject* parent = nullptr)
        : QAbstractTableModel(parent) {
        m_calm.setSingleShot(true);
        m_calm.setInterval(kCalmMs);
        connect(&m_calm, &QTimer::timeout, this, &WindowedModelBase::askForPages);
        m_growing.setInterval(0);
        connect(&m_growing, &QTimer::timeout, this, &WindowedModelBase::growOn);
    }
    /// Rows in sight. Pages are asked for as soon as scrolling pauses for a moment.
    void look(int first, int last) {
        m_first = first;
        m_last = last;
        if (!m_calm.isActive()) {
            m_calm.start();
        }
    }
    /// Something is on its way.
    [[nodiscard]] bool busy() const { return m_window.busy() || m_calm.isActive() || m_growing.isActive(); }

signals:
    /// Ask for that page (rows page * 200 to page * 200 + 199 of the list) and hand it to give() or giveUp().
    void pageWanted(int page);
    /// It has scrolled away: cancel the asking.
    void pageDropped(int page);

protected:
    virtual void askForPages() = 0;
    virtual void growOn() = 0;

    static constexpr int kCalmMs = 15;
    static constexpr int kGrowth = 1'000'000; ///< rows that a view takes in without holding up the event loop
    PageWindow m_window;
    QTimer m_calm;
    QTimer m_growing;
    int m_first = 0;
    int m_last = 60;
};

/// A flat table over millions of records of which only those around the viewport are in memory. Everything else is
/// "…" until its page has come; those cells answer LoadingRole. The list has `total` rows, and rows that came after it
/// was opened stand above them (prepend()).
template <class Record>
class WindowedModel : public WindowedModelBase {
public:
    using WindowedModelBase::WindowedModelBase;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : std::min(kMostRows, static_cast<int>(m_fresh.size()) + m_total);
    }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
            return {};
        }
        const Record* record = at(index.row());
        if (record == nullptr) {
            return role == Qt::DisplayRole ? QVariant(QStringLiteral("…"))
                   : role == LoadingRole   ? QVariant(true)
                                           : QVariant();
        }
        switch (role) {
        case KeyRole:
            return keyOf(*record);
        case JsonRole:
            return recordJson(*record);
        case LoadingRole:
            return false;
        default:
            return presented(cell(*record, index.column(), role), role);
        }
    }
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override {
        if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
            return role == Qt::TextAlignmentRole ? QVariant(static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter))
                                                 : QVariant();
        }
        return columnTitle(section);
    }
    /// Looks for keys where they can be: rowOf(). Never walks through all rows.
    [[nodiscard]] QModelIndexList match(const QModelIndex& start, int role, const QVariant& value, int hits,
                                        Qt::MatchFlags flags) const override {
        if (role != KeyRole) {
            return QAbstractTableModel::match(start, role, value, hits, flags);
        }
        const int row = rowOf(value.toString());
        return row >= 0 && row < rowCount() ? QModelIndexList{index(row, 0)} : QModelIndexList();
    }

    /// Another list of that many rows, of which perhaps the first page is known. A view's header walks through all
    /// rows that are added: more than a million come in several turns of the event loop.
    void open(int total, std::vector<Record> firstPage = {}) {
        beginResetModel();
        m_pages.clear();
        m_window.clear();
        m_fresh.clear();
        m_whole = std::min(total, kMostRows);
        m_total = std::min(m_whole, kGrowth);
        if (!firstPage.empty()) {
            (void)m_window.arrived(0);
            m_pages[0] = std::move(firstPage);
        }
        endResetModel();
        look(0, kFirstLook);
        growOn();
    }
    /// The list turned out to be longer.
    void grow(int total) {
        m_whole = std::max(m_whole, std::min(total, kMostRows - static_cast<int>(m_fresh.size())));
        takeIn(std::min(m_whole, m_total + kGrowth));
        growOn();
    }
    /// The records of a page.
    void give(int page, std::vector<Record> records) {
        if (!m_window.isOnTheWay(page)) {
            return; // of a list that was closed meanwhile
        }
        for (const int forgotten : m_window.arrived(page)) {
            m_pages.erase(forgotten);
        }
        const int first = static_cast<int>(m_fresh.size()) + page * PageWindow::kPageSize;
        const int last = std::min(first + static_cast<int>(records.size()), rowCount()) - 1;
        m_pages[page] = std::move(records);
        if (last >= first) {
            emit dataChanged(index(first, 0), index(last, columnCount() - 1));
        }
        look(m_first, m_last);
    }
    /// That page changed at the broker: it is asked for again.
    void forget(int page) {
        m_window.forget(page);
        m_pages.erase(page);
        look(m_first, m_last);
    }
    void giveUp(int page) { m_window.failed(page); }
    /// Puts what is new on top, the newest first.
    void prepend(std::vector<Record> records) {
        if (records.empty() || m_whole + freshRows() + static_cast<int>(records.size()) > kMostRows) {
            return;
        }
        beginInsertRows({}, 0, static_cast<int>(records.size()) - 1);
        m_fresh.insert(m_fresh.begin(), std::make_move_iterator(records.begin()),
                       std::make_move_iterator(records.end()));
        endInsertRows();
    }

    /// The record of that row if it is here, else nullptr.
    [[nodiscard]] const Record* at(int row) const {
        if (row < 0 || row >= rowCount()) {
            return nullptr;
        }
        if (row < static_cast<int>(m_fresh.size())) {
            return &m_fresh[static_cast<std::size_t>(row)];
        }
        const int place = row - static_cast<int>(m_fresh.size());
        const auto page = m_pages.find(place / PageWindow::kPageSize);
        const auto inPage = static_cast<std::size_t>(place % PageWindow::kPageSize);
        return page != m_pages.end() && inPage < page->second.size() ? &page->second[inPage] : nullptr;
    }
    [[nodiscard]] int total() const { return m_total; }
    [[nodiscard]] int freshRows() const { return static_cast<int>(m_fresh.size()); }
    /// Pages in memory.
    [[nodiscard]] std::size_t held() const { return m_pages.size(); }

    [[nodiscard]] virtual QString keyOf(const Record& record) const = 0;
    /// The row with that key, -1 if it is not known. This one looks at what is in memory.
    [[nodiscard]] virtual int rowOf(const QString& key) const {
        for (std::size_t row = 0; row < m_fresh.size(); ++row) {
            if (keyOf(m_fresh[row]) == key) {
                return static_cast<int>(row);
            }
        }
        for (const auto& [page, records] : m_pages) {
            for (std::size_t row = 0; row < records.size(); ++row) {
                if (keyOf(records[row]) == key) {
                    return static_cast<int>(m_fresh.size() + row) + page * PageWindow::kPageSize;
                }
            }
        }
        return -1;
    }

protected:
    [[nodiscard]] virtual QVariant cell(const Record& record, int column, int role) const = 0;
    [[nodiscard]] virtual QString columnTitle(int column) const = 0;

    void growOn() final {
        if (m_growing.isActive()) {
            takeIn(std::min(m_whole, m_total + kGrowth));
        }
        if (m_total < m_whole) {
            m_growing.start();
        } else {
            m_growing.stop();
        }
    }
    void askForPages() final {
        const int above = static_cast<int>(m_fresh.size());
        const PageWindow::Change change = m_window.look(m_first - above, m_last - above, m_total);
        for (const int page : change.drop) {
            emit pageDropped(page);
        }
        for (const int page : change.ask) {
            emit pageWanted(page);
        }
    }

private:
    static constexpr int kFirstLook = 60;

    void takeIn(int total) {
        if (total > m_total) {
            beginInsertRows({}, rowCount(), freshRows() + total - 1);
            m_total = total;
            endInsertRows();
            look(m_first, m_last);
        }
    }

    int m_total = 0; ///< rows that the views know
    int m_whole = 0; ///< rows that there are
    std::unordered_map<int, std::vector<Record>> m_pages;
    std::deque<Record> m_fresh;
};

} // namespace gatehouse::ui::widgets
