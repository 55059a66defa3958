// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <vector>

#include <QAbstractTableModel>

#include "ui/panels/mapping/mapping_draft.h"
#include "ui/widgets/status.h"

namespace gatehouse::ui::panels::mapping {

/// What the last preview said of one target.
struct RuleResult {
    widgets::Status status = widgets::Status::Ok;
    QString value;
};

/// The attribute rules, editable in place, each with the value that it gave in the last preview.
class AttributeRulesModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Target, From, Then, Required, Value, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    void setRows(std::vector<AttributeRow> rows);
    [[nodiscard]] const std::vector<AttributeRow>& rows() const { return m_rows; }
    /// Adds a rule and gives its row.
    int add(const AttributeRow& row);
    void remove(int row);
    /// Moves a rule up (-1) or down (1); false at the edge.
    bool move(int row, int by);
    void setResults(std::map<QString, RuleResult> results);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    /// A rule was edited, added, removed or moved.
    void edited();

private:
    std::vector<AttributeRow> m_rows;
    std::map<QString, RuleResult> m_results;
};

/// The role rules, editable in place.
class RoleRulesModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { When, Assign, Result, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    void setRows(std::vector<RoleRow> rows);
    [[nodiscard]] const std::vector<RoleRow>& rows() const { return m_rows; }
    int add(const RoleRow& row);
    void remove(int row);
    bool move(int row, int by);
    /// One for each rule, in order.
    void setResults(std::vector<RuleResult> results);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void edited();

private:
    std::vector<RoleRow> m_rows;
    std::vector<RuleResult> m_results;
};

} // namespace gatehouse::ui::panels::mapping
