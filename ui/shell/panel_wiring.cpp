// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/panel_wiring.h"

#include <QAction>

#include "ui/shell/pane_cycle.h"
#include "ui/shell/panel.h"
#include "ui/widgets/detail_pane.h"
#include "ui/widgets/filter_table.h"

namespace gatehouse::ui::shell {
namespace {

/// The inspector beside that list: in the same page of the panel. nullptr where there is none.
widgets::DetailPane* inspectorOf(const QWidget& table, const QWidget& panel) {
    for (const QWidget* up = table.parentWidget(); up != nullptr; up = up == &panel ? nullptr : up->parentWidget()) {
        if (auto* pane = up->findChild<widgets::DetailPane*>()) {
            return pane;
        }
    }
    return nullptr;
}

void wireTable(Panel& panel, widgets::FilterTable& table) {
    using widgets::FilterTable;
    QObject::connect(&table, &FilterTable::said, &panel, &Panel::notice);
    QObject::connect(&table, &FilterTable::deleteRequested, &panel, [&panel] {
        for (QAction* action : panel.panelActions()) {
            if (action->objectName() == QLatin1String("panel.delete") && action->isEnabled()) {
                action->trigger();
            }
        }
    });
    widgets::DetailPane* pane = inspectorOf(table, panel);
    if (pane == nullptr) {
        return; // a list inside something else
    }
    if (table.view()->rowActions().isEmpty()) {
        table.view()->setRowActions(panel.panelActions());
    }
    QObject::connect(&table, &FilterTable::opened, pane, [pane, &table] {
        pane->show();
        if (table.view()->hasFocus()) {
            focusPane({pane}, nullptr, 1);
        }
    });
}

} // namespace

void wirePanel(Panel& panel) {
    for (widgets::FilterTable* table : panel.findChildren<widgets::FilterTable*>()) {
        wireTable(panel, *table);
    }
}

} // namespace gatehouse::ui::shell
