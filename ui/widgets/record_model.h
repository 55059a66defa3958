// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unordered_map>
#include <utility>
#include <vector>

#include <QAbstractTableModel>
#include <QString>

#include "ui/widgets/masking.h"
#include "ui/widgets/record_json.h"
#include "ui/widgets/status.h"

namespace gatehouse::ui::widgets {

/// A flat table over records of the Admin API. A subclass names its columns and answers cell(); this class keeps
/// rows, and takes a new list as few changes, so that selection and scroll position survive a live update.
template <class Record>
class RecordModel : public QAbstractTableModel {
public:
    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
            return {};
        }
        const Record& record = m_rows[static_cast<std::size_t>(index.row())];
        switch (role) {
        case KeyRole:
            return keyOf(record);
        case JsonRole:
            return recordJson(record);
        default:
            return presented(cell(record, index.column(), role), role);
        }
    }
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override {
        if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
            return role == Qt::TextAlignmentRole ? QVariant(static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter))
                                                 : QVariant();
        }
        return columnTitle(section);
    }

    [[nodiscard]] const std::vector<Record>& rows() const { return m_rows; }
    /// The record of that row, or nullptr.
    [[nodiscard]] const Record* at(int row) const {
        return row >= 0 && row < rowCount() ? &m_rows[static_cast<std::size_t>(row)] : nullptr;
    }
    [[nodiscard]] const Record* find(const QString& key) const {
        for (const Record& record : m_rows) {
            if (keyOf(record) == key) {
                return &record;
            }
        }
        return nullptr;
    }

    /// Shows `records` in their order. Rows that stay are kept, updated in place; a changed order resets the model.
    void setRows(std::vector<Record> records) {
        removeMissing(records);
        std::size_t at = 0;
        for (Record& record : records) {
            if (at < m_rows.size() && keyOf(m_rows[at]) == keyOf(record)) {
                replace(at, std::move(record));
            } else if (!holds(keyOf(record))) {
                insert(at, std::move(record));
            } else {
                beginResetModel(); // the order changed
                m_rows.erase(m_rows.begin() + static_cast<std::ptrdiff_t>(at), m_rows.end());
                m_rows.insert(m_rows.end(), std::make_move_iterator(records.begin() + static_cast<std::ptrdiff_t>(at)),
                              std::make_move_iterator(records.end()));
                endResetModel();
                return;
            }
            ++at;
        }
    }
    /// Adds what comes after the last page.
    void appendRows(std::vector<Record> records) {
        if (records.empty()) {
            return;
        }
        beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(records.size()) - 1);
        m_rows.insert(m_rows.end(), std::make_move_iterator(records.begin()), std::make_move_iterator(records.end()));
        endInsertRows();
    }
    /// Replaces the row with the same key; false if there is none.
    bool updateRow(Record record) {
        for (std::size_t at = 0; at < m_rows.size(); ++at) {
            if (keyOf(m_rows[at]) == keyOf(record)) {
                replace(at, std::move(record));
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] virtual QString keyOf(const Record& record) const = 0;

protected:
    [[nodiscard]] virtual QVariant cell(const Record& record, int column, int role) const = 0;
    [[nodiscard]] virtual QString columnTitle(int column) const = 0;

private:
    [[nodiscard]] bool holds(const QString& key) const { return find(key) != nullptr; }

    void removeMissing(const std::vector<Record>& records) {
        std::unordered_map<QString, bool> wanted;
        for (const Record& record : records) {
            wanted.emplace(keyOf(record), true);
        }
        for (std::size_t at = m_rows.size(); at-- > 0;) {
            if (!wanted.contains(keyOf(m_rows[at]))) {
                beginRemoveRows({}, static_cast<int>(at), static_cast<int>(at));
                m_rows.erase(m_rows.begin() + static_cast<std::ptrdiff_t>(at));
                endRemoveRows();
            }
        }
    }
    void insert(std::size_t at, Record record) {
        beginInsertRows({}, static_cast<int>(at), static_cast<int>(at));
        m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(at), std::move(record));
        endInsertRows();
    }
    void replace(std::size_t at, Record record) {
        m_rows[at] = std::move(record);
        const int row = static_cast<int>(at);
        emit dataChanged(index(row, 0), index(row, columnCount() - 1));
    }

    std::vector<Record> m_rows;
};

} // namespace gatehouse::ui::widgets
