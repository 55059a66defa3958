// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractItemModel>
#include <QByteArray>
#include <QHeaderView>
#include <QString>
#include <QStringList>
#include <QVariantMap>

namespace gatehouse::ui::widgets {

// What leaves a table: by copying, by exporting, and as state for the next start. All of it goes through these
// functions, so that what is masked on the screen can be masked here.

/// The text of a cell as people see it, whole where it is shown short: of a cell with a status, its word.
[[nodiscard]] QString cellText(const QModelIndex& index);
/// The record of a row as the Admin API gives it (JsonRole), indented or on one line; where the model has none, an
/// object of the row's cells by their titles.
enum class JsonStyle { OneLine, Indented };
[[nodiscard]] QByteArray rowJson(const QModelIndex& index, JsonStyle style);
/// Titles of the columns that are shown, in the order in which they are shown.
[[nodiscard]] QStringList shownTitles(const QHeaderView& header);
/// Texts of those cells of a row.
[[nodiscard]] QStringList shownCells(const QHeaderView& header, int row);
/// Rows as lines, their cells separated by tabs, the titles first.
[[nodiscard]] QString selectionText(const QHeaderView& header, const QModelIndexList& rows);

/// Widths, order, visibility and sorting of the columns.
[[nodiscard]] QVariantMap saveColumns(const QHeaderView& header);
/// Takes back what saveColumns() gave; nothing if the table has other columns by now.
void restoreColumns(QHeaderView& header, const QVariantMap& state);
/// Hides or shows a column; the last one that is shown stays.
void setColumnShown(QHeaderView& header, int column, bool shown);

} // namespace gatehouse::ui::widgets
