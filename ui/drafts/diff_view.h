// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QAbstractTableModel>
#include <QTableView>

#include "ui/drafts/difference.h"

namespace gatehouse::ui::drafts {

/// Lines of a difference as a table: what happens, which member, before, after.
class DiffModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { What, Member, Before, After, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    void setLines(std::vector<Line> lines);
    [[nodiscard]] const std::vector<Line>& lines() const { return m_lines; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<Line> m_lines;
};

/// The table on screen: read-only, one height of rows, Tab leaves it, long values in tool tips.
class DiffView final : public QTableView {
    Q_OBJECT
public:
    explicit DiffView(const QString& name, QWidget* parent = nullptr);
    void setLines(std::vector<Line> lines);

private:
    DiffModel* m_model;
};

/// "/mapping/attributes/email" as people read it: "mapping › attributes › email".
[[nodiscard]] QString memberText(const QString& pointer);
/// A JSON value in one line; "(none)" where there is nothing.
[[nodiscard]] QString valueText(const QJsonValue& value);

} // namespace gatehouse::ui::drafts
