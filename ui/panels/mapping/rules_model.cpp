// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/mapping/rules_model.h"

#include "ui/widgets/masking.h"

namespace gatehouse::ui::panels::mapping {
namespace {

constexpr auto kPlain = Qt::ItemIsSelectable | Qt::ItemIsEnabled;

template <class Row>
bool swapRows(std::vector<Row>& rows, int row, int by) {
    const int to = row + by;
    if (row < 0 || to < 0 || row >= static_cast<int>(rows.size()) || to >= static_cast<int>(rows.size())) {
        return false;
    }
    std::swap(rows[static_cast<std::size_t>(row)], rows[static_cast<std::size_t>(to)]);
    return true;
}

} // namespace

void AttributeRulesModel::setRows(std::vector<AttributeRow> rows) {
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int AttributeRulesModel::add(const AttributeRow& row) {
    beginInsertRows({}, rowCount(), rowCount());
    m_rows.push_back(row);
    endInsertRows();
    emit edited();
    return rowCount() - 1;
}

void AttributeRulesModel::remove(int row) {
    if (row < 0 || row >= rowCount()) {
        return;
    }
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    endRemoveRows();
    emit edited();
}

bool AttributeRulesModel::move(int row, int by) {
    if (!swapRows(m_rows, row, by)) {
        return false;
    }
    emit dataChanged(index(std::min(row, row + by), 0), index(std::max(row, row + by), ColumnCount - 1));
    emit edited();
    return true;
}

void AttributeRulesModel::setResults(std::map<QString, RuleResult> results) {
    m_results = std::move(results);
    if (!m_rows.empty()) {
        emit dataChanged(index(0, Value), index(rowCount() - 1, Value));
    }
}

int AttributeRulesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int AttributeRulesModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AttributeRulesModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const AttributeRow& row = m_rows[static_cast<std::size_t>(index.row())];
    const auto result = m_results.find(row.target);
    if (role == Qt::CheckStateRole && index.column() == Required) {
        return row.required ? Qt::Checked : Qt::Unchecked;
    }
    if (role == widgets::StatusRole && index.column() == Value && result != m_results.end()) {
        return static_cast<int>(result->second.status);
    }
    if (role != Qt::DisplayRole && role != Qt::EditRole && role != Qt::ToolTipRole) {
        return {};
    }
    switch (index.column()) {
    case Target:
        return row.target;
    case From:
        return row.from;
    case Then:
        return row.then;
    case Value:
        return result == m_results.end() ? QString() : widgets::presented(result->second.value);
    default:
        return {};
    }
}

bool AttributeRulesModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return false;
    }
    AttributeRow& row = m_rows[static_cast<std::size_t>(index.row())];
    const AttributeRow before = row;
    if (role == Qt::CheckStateRole && index.column() == Required) {
        row.required = value.toInt() == Qt::Checked;
    } else if (role != Qt::EditRole) {
        return false;
    } else if (index.column() == Target) {
        row.target = value.toString().trimmed();
    } else if (index.column() == From) {
        row.from = value.toString().trimmed();
    } else if (index.column() == Then) {
        row.then = value.toString();
    }
    if (row == before) {
        return false;
    }
    emit dataChanged(index, index);
    emit edited();
    return true;
}

Qt::ItemFlags AttributeRulesModel::flags(const QModelIndex& index) const {
    if (!index.isValid()) {
        return Qt::NoItemFlags;
    }
    return index.column() == Required ? kPlain | Qt::ItemIsUserCheckable
           : index.column() == Value  ? kPlain
                                      : kPlain | Qt::ItemIsEditable;
}

QVariant AttributeRulesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Target:
        return tr("Attribute");
    case From:
        return tr("From claim");
    case Then:
        return tr("Then");
    case Required:
        return tr("Needed");
    case Value:
        return tr("Gives");
    default:
        return {};
    }
}

void RoleRulesModel::setRows(std::vector<RoleRow> rows) {
    beginResetModel();
    m_rows = std::move(rows);
    m_results.clear();
    endResetModel();
}

int RoleRulesModel::add(const RoleRow& row) {
    beginInsertRows({}, rowCount(), rowCount());
    m_rows.push_back(row);
    endInsertRows();
    emit edited();
    return rowCount() - 1;
}

void RoleRulesModel::remove(int row) {
    if (row < 0 || row >= rowCount()) {
        return;
    }
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    m_results.clear();
    endRemoveRows();
    emit edited();
}

bool RoleRulesModel::move(int row, int by) {
    if (!swapRows(m_rows, row, by)) {
        return false;
    }
    emit dataChanged(index(std::min(row, row + by), 0), index(std::max(row, row + by), ColumnCount - 1));
    emit edited();
    return true;
}

void RoleRulesModel::setResults(std::vector<RuleResult> results) {
    m_results = std::move(results);
    if (!m_rows.empty()) {
        emit dataChanged(index(0, Result), index(rowCount() - 1, Result));
    }
}

int RoleRulesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RoleRulesModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RoleRulesModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto at = static_cast<std::size_t>(index.row());
    const RoleRow& row = m_rows[at];
    const RuleResult* result = at < m_results.size() ? &m_results[at] : nullptr;
    if (role == widgets::StatusRole && index.column() == Result && result != nullptr) {
        return static_cast<int>(result->status);
    }
    if (role != Qt::DisplayRole && role != Qt::EditRole && role != Qt::ToolTipRole) {
        return {};
    }
    switch (index.column()) {
    case When:
        return row.when;
    case Assign:
        return row.assign.join(QStringLiteral(", "));
    case Result:
        return result == nullptr ? QString() : widgets::presented(result->value);
    default:
        return {};
    }
}

bool RoleRulesModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::EditRole || index.column() == Result) {
        return false;
    }
    RoleRow& row = m_rows[static_cast<std::size_t>(index.row())];
    if (index.column() == When) {
        row.when = value.toString().trimmed();
    } else {
        row.assign.clear();
        for (const QString& name : value.toString().split(u',', Qt::SkipEmptyParts)) {
            row.assign.append(name.trimmed());
        }
    }
    emit dataChanged(index, index);
    emit edited();
    return true;
}

Qt::ItemFlags RoleRulesModel::flags(const QModelIndex& index) const {
    if (!index.isValid()) {
        return Qt::NoItemFlags;
    }
    return index.column() == Result ? kPlain : kPlain | Qt::ItemIsEditable;
}

QVariant RoleRulesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case When:
        return tr("When");
    case Assign:
        return tr("Gives roles");
    case Result:
        return tr("Now");
    default:
        return {};
    }
}

} // namespace gatehouse::ui::panels::mapping
