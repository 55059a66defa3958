// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QAbstractTableModel>
#include <QString>

#include "admin/api/activity.h"

namespace gatehouse::ui::panels::logins {

/// One line of two logins side by side. A heading has a field and nothing else.
struct ComparedLine {
    enum class Kind { Heading, Same, Differs, Expected };
    Kind kind = Kind::Same;
    QString field;
    QString mine;
    QString theirs;
};

/// Two logins, message by message and check by check. What differs in any two logins (times, nonces, whatever was taken
/// out, who the person is) is Expected.
[[nodiscard]] std::vector<ComparedLine> compare(const admin::api::Flow& mine, const admin::api::Flow& theirs);

/// The lines as a table: field, this login, the other.
class ComparisonModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { FieldColumn, MineColumn, TheirsColumn, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void setLines(std::vector<ComparedLine> lines);
    /// Leaves out what is the same or expected to differ, and headings without lines.
    void setOnlyDifferences(bool only);
    [[nodiscard]] int differences() const;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void choose();

    std::vector<ComparedLine> m_lines;
    std::vector<std::size_t> m_shown;
    bool m_onlyDifferences = true;
};

} // namespace gatehouse::ui::panels::logins
