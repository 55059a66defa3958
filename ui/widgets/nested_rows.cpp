// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/nested_rows.h"

#include <algorithm>

#include <QGuiApplication>
#include <QPixmap>

#include "ui/theme/icons.h"
#include "ui/widgets/masking.h"
#include "ui/widgets/status.h"

namespace gatehouse::ui::widgets {
namespace {

constexpr int kArrow = 16;
constexpr int kIndent = 36;

// Keeps the place of an arrow free.
QPixmap blank(int width) {
    QPixmap pixmap(width, kArrow);
    pixmap.fill(Qt::transparent);
    return pixmap;
}

QVariant arrow(bool open) {
    const bool mirrored = QGuiApplication::isRightToLeft();
    return theme::icon(open ? QStringLiteral("down") : mirrored ? QStringLiteral("back") : QStringLiteral("forward"));
}

} // namespace

NestedRows::NestedRows(QSortFilterProxyModel* rows, const NestedSource& source, QObject* parent)
    : QAbstractTableModel(parent)
    , m_rows(rows)
    , m_source(source) {
    recount();
    connect(rows, &QAbstractItemModel::rowsAboutToBeInserted, this,
            [this](const QModelIndex&, int first, int last) { inserting(first, last); });
    connect(rows, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex&, int first, int last) { inserted(first, last); });
    connect(rows, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex&, int first, int last) { removing(first, last); });
    connect(rows, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex&, int first, int last) { removed(first, last); });
    connect(rows, &QAbstractItemModel::dataChanged, this, &NestedRows::changed);
    connect(rows, &QAbstractItemModel::layoutAboutToBeChanged, this, &NestedRows::layoutChanging);
    connect(rows, &QAbstractItemModel::layoutChanged, this, &NestedRows::layoutIsChanged);
    connect(rows, &QAbstractItemModel::modelAboutToBeReset, this, [this] { beginResetModel(); });
    connect(rows, &QAbstractItemModel::modelReset, this, [this] {
        recount();
        endResetModel();
    });
}

int NestedRows::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_starts.back();
}

int NestedRows::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_rows->columnCount();
}

QVariant NestedRows::headerData(int section, Qt::Orientation orientation, int role) const {
    return m_rows->headerData(section, orientation, role);
}

NestedRows::Line NestedRows::lineAt(int line) const {
    const auto behind = std::upper_bound(m_starts.begin(), m_starts.end(), line);
    const int row = static_cast<int>(behind - m_starts.begin()) - 1;
    return {row, line - m_starts[static_cast<std::size_t>(row)] - 1};
}

int NestedRows::sourceRow(int row) const {
    return m_rows->mapToSource(m_rows->index(row, 0)).row();
}

QString NestedRows::keyOf(int row) const {
    return m_rows->index(row, 0).data(KeyRole).toString();
}

int NestedRows::wantedBelow(int row) const {
    return m_open.contains(keyOf(row)) ? m_source.nestedCount(sourceRow(row)) : 0;
}

QVariant NestedRows::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto [row, nested] = lineAt(index.row());
    if (nested < 0) {
        return ownData(row, index.column(), role);
    }
    if (role == NestedRole) {
        return true;
    }
    if (nested >= m_source.nestedCount(sourceRow(row))) {
        return {}; // about to go
    }
    if (role == Qt::DecorationRole) {
        return index.column() == 0 ? QVariant(blank(kIndent)) : QVariant();
    }
    return presented(m_source.nestedData(sourceRow(row), nested, index.column(), role), role);
}

QVariant NestedRows::ownData(int row, int column, int role) const {
    const bool tells = role == ExpandedRole || (column == 0 && role == Qt::DecorationRole) ||
                       (column == 0 && role == Qt::AccessibleTextRole);
    const QModelIndex cell = m_rows->index(row, column);
    if (!tells) {
        return cell.data(role);
    }
    const bool any = m_source.nestedCount(sourceRow(row)) > 0;
    const bool open = m_open.contains(keyOf(row));
    if (role == Qt::DecorationRole) {
        return any ? arrow(open) : QVariant(blank(kArrow));
    }
    if (role == ExpandedRole) {
        return any ? QVariant(open) : QVariant();
    }
    const QString text = cell.data().toString();
    return !any ? text : open ? tr("%1, expanded").arg(text) : tr("%1, collapsed").arg(text);
}

bool NestedRows::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != ExpandedRole || !checkIndex(index, CheckIndexOption::IndexIsValid) || lineAt(index.row()).nested >= 0) {
        return false;
    }
    const int row = lineAt(index.row()).row;
    if (value.toBool()) {
        m_open.insert(keyOf(row));
    } else {
        m_open.remove(keyOf(row));
    }
    setBelow(row, wantedBelow(row));
    const int line = m_starts[static_cast<std::size_t>(row)];
    emit dataChanged(this->index(line, 0), this->index(line, columnCount() - 1));
    return true;
}

/// Lines come and go at the end of what is below the row.
void NestedRows::setBelow(int row, int count) {
    int& below = m_below[static_cast<std::size_t>(row)];
    const int start = m_starts[static_cast<std::size_t>(row)] + 1;
    const auto shift = [this, row](int by) {
        for (std::size_t at = static_cast<std::size_t>(row) + 1; at < m_starts.size(); ++at) {
            m_starts[at] += by;
        }
    };
    if (count > below) {
        beginInsertRows({}, start + below, start + count - 1);
        shift(count - below);
        below = count;
        endInsertRows();
    } else if (count < below) {
        beginRemoveRows({}, start + count, start + below - 1);
        shift(count - below);
        below = count;
        endRemoveRows();
    }
}

void NestedRows::recount() {
    m_below.clear();
    for (int row = 0; row < m_rows->rowCount(); ++row) {
        m_below.push_back(wantedBelow(row));
    }
    restart();
}

void NestedRows::restart() {
    m_starts.assign(1, 0);
    for (const int below : m_below) {
        m_starts.push_back(m_starts.back() + 1 + below);
    }
}

void NestedRows::inserting(int first, int last) {
    const int start = m_starts[static_cast<std::size_t>(first)];
    beginInsertRows({}, start, start + last - first);
}

void NestedRows::inserted(int first, int last) {
    m_below.insert(m_below.begin() + first, static_cast<std::size_t>(last - first) + 1, 0);
    restart();
    endInsertRows();
    for (int row = first; row <= last; ++row) {
        setBelow(row, wantedBelow(row)); // it was open before a filter took it away
    }
}

void NestedRows::removing(int first, int last) {
    beginRemoveRows({}, m_starts[static_cast<std::size_t>(first)], m_starts[static_cast<std::size_t>(last) + 1] - 1);
}

void NestedRows::removed(int first, int last) {
    m_below.erase(m_below.begin() + first, m_below.begin() + last + 1);
    restart();
    endRemoveRows();
}

void NestedRows::changed(const QModelIndex& from, const QModelIndex& to) {
    for (int row = from.row(); row <= to.row(); ++row) {
        setBelow(row, wantedBelow(row));
    }
    emit dataChanged(index(m_starts[static_cast<std::size_t>(from.row())], 0),
                     index(m_starts[static_cast<std::size_t>(to.row()) + 1] - 1, columnCount() - 1));
}

void NestedRows::layoutChanging() {
    emit layoutAboutToBeChanged();
    m_kept.clear();
    for (const QModelIndex& line : persistentIndexList()) {
        const auto [row, nested] = lineAt(line.row());
        m_kept.push_back({line, m_rows->index(row, 0), nested});
    }
    for (int row = 0; row < m_rows->rowCount(); ++row) {
        m_belowKey.insert(keyOf(row), m_below[static_cast<std::size_t>(row)]);
    }
}

void NestedRows::layoutIsChanged() {
    // As many as before: what came or went below a row is told by its dataChanged.
    for (int row = 0; row < m_rows->rowCount(); ++row) {
        m_below[static_cast<std::size_t>(row)] = m_belowKey.value(keyOf(row));
    }
    m_belowKey.clear();
    restart();
    for (const auto& [line, row, nested] : m_kept) {
        const bool there = row.isValid() && nested < m_below[static_cast<std::size_t>(row.row())];
        changePersistentIndex(line,
                              there ? index(m_starts[static_cast<std::size_t>(row.row())] + 1 + nested, line.column())
                                    : QModelIndex());
    }
    m_kept.clear();
    emit layoutChanged();
}

} // namespace gatehouse::ui::widgets
