// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QVariantMap>

class QWidget;

namespace gatehouse::ui::widgets {
class FilterTable;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::shell {

// What every panel that is made of filter tables, splitters and detail panes has in common.

/// Filter, columns, sorting and selection of its tables, its splitters, and whether its inspectors are shown, in the
/// order in which they were made.
[[nodiscard]] QVariantMap savePanelState(const QWidget& panel);
/// Takes back what savePanelState() gave; a table whose columns are others now keeps its own.
void restorePanelState(QWidget& panel, const QVariantMap& state);
/// Its lists and inspectors that can be seen, for F6.
[[nodiscard]] QList<QWidget*> panesOf(const QWidget& panel);
/// The first list that can be seen; nullptr where there is none.
[[nodiscard]] widgets::FilterTable* listInSight(const QWidget& panel);
/// Shows or hides its inspectors; false where it has none.
bool toggleInspectorOf(QWidget& panel);

} // namespace gatehouse::ui::shell
