// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>
#include <QSortFilterProxyModel>

namespace gatehouse::ui::widgets {

/// What a model of rows knows of the rows below one of its own. Rows are those of that model.
class NestedSource {
public:
    virtual ~NestedSource() = default;
    [[nodiscard]] virtual int nestedCount(int row) const = 0;
    /// As a model answers: KeyRole, JsonRole, TextRole, DisplayRole, StatusRole, Qt::ToolTipRole, ...
    [[nodiscard]] virtual QVariant nestedData(int row, int nested, int column, int role) const = 0;
};

/// Rows with the rows below them, opened one by one, as lines of a flat table: sorting and filtering stay with `rows`,
/// so what is nested goes where its row goes. A row that has something below it answers ExpandedRole with whether it is
/// open, and setData() with that role opens and closes it; what is nested answers NestedRole with true. What is open
/// stays so by KeyRole. The first column shows both.
class NestedRows final : public QAbstractTableModel {
    Q_OBJECT
public:
    /// Both outlive this; `source` is of the source model of `rows`.
    NestedRows(QSortFilterProxyModel* rows, const NestedSource& source, QObject* parent);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    void sort(int column, Qt::SortOrder order) override { m_rows->sort(column, order); }

private:
    /// A line: a row of m_rows, or something below it.
    struct Line {
        int row = 0;
        int nested = -1;
    };
    [[nodiscard]] Line lineAt(int line) const;
    [[nodiscard]] int sourceRow(int row) const;
    [[nodiscard]] QString keyOf(int row) const;
    /// How many lines are below a row that is in sight now.
    [[nodiscard]] int wantedBelow(int row) const;
    [[nodiscard]] QVariant ownData(int row, int column, int role) const;
    void setBelow(int row, int count);
    void recount();
    void restart();

    void inserting(int first, int last);
    void inserted(int first, int last);
    void removing(int first, int last);
    void removed(int first, int last);
    void changed(const QModelIndex& from, const QModelIndex& to);
    void layoutChanging();
    void layoutIsChanged();

    QSortFilterProxyModel* m_rows;
    const NestedSource& m_source;
    QSet<QString> m_open;
    std::vector<int> m_below;  ///< lines below each row
    std::vector<int> m_starts; ///< line of each row, and behind the last
    struct Kept {
        QModelIndex line;
        QPersistentModelIndex row;
        int nested;
    };
    std::vector<Kept> m_kept;       ///< while the layout changes
    QHash<QString, int> m_belowKey; ///< the same
};

} // namespace gatehouse::ui::widgets
