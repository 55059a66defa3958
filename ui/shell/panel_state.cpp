// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/panel_state.h"

#include <algorithm>

#include <QSplitter>

#include "ui/widgets/detail_pane.h"
#include "ui/widgets/filter_table.h"

namespace gatehouse::ui::shell {
namespace {

const auto kTable = QStringLiteral("table%1");
const auto kSplitter = QStringLiteral("splitter%1");
const auto kSizes = QStringLiteral("sizes");
const auto kCount = QStringLiteral("count");
const auto kInspector = QStringLiteral("inspector");

bool anyInspector(const QList<widgets::DetailPane*>& panes) {
    return std::any_of(panes.begin(), panes.end(), [](const widgets::DetailPane* pane) { return !pane->isHidden(); });
}

} // namespace

QVariantMap savePanelState(const QWidget& panel) {
    QVariantMap state;
    int at = 0;
    for (const widgets::FilterTable* table : panel.findChildren<widgets::FilterTable*>()) {
        state.insert(kTable.arg(at++), table->saveState());
    }
    at = 0;
    for (const QSplitter* splitter : panel.findChildren<QSplitter*>()) {
        state.insert(kSplitter.arg(at++), QVariantMap{{kSizes, splitter->saveState()}, {kCount, splitter->count()}});
    }
    if (const auto panes = panel.findChildren<widgets::DetailPane*>(); !panes.isEmpty()) {
        state.insert(kInspector, anyInspector(panes));
    }
    return state;
}

void restorePanelState(QWidget& panel, const QVariantMap& state) {
    int at = 0;
    for (widgets::FilterTable* table : panel.findChildren<widgets::FilterTable*>()) {
        const QVariantMap kept = state.value(kTable.arg(at++)).toMap();
        if (kept.isEmpty()) {
            continue;
        }
        table->restoreState(kept);
    }
    at = 0;
    for (QSplitter* splitter : panel.findChildren<QSplitter*>()) {
        const QVariantMap kept = state.value(kSplitter.arg(at++)).toMap();
        if (kept.value(kCount).toInt() == splitter->count()) {
            const int handle = splitter->handleWidth();
            splitter->restoreState(kept.value(kSizes).toByteArray());
            splitter->setHandleWidth(handle);
            splitter->setChildrenCollapsible(false);
        }
    }
    for (widgets::DetailPane* pane : panel.findChildren<widgets::DetailPane*>()) {
        pane->setHidden(!state.value(kInspector, true).toBool());
    }
}

QList<QWidget*> panesOf(const QWidget& panel) {
    QList<QWidget*> panes;
    for (widgets::FilterTable* table : panel.findChildren<widgets::FilterTable*>()) {
        if (table->isVisible()) {
            panes.append(table);
        }
    }
    for (widgets::DetailPane* pane : panel.findChildren<widgets::DetailPane*>()) {
        if (pane->isVisible()) {
            panes.append(pane);
        }
    }
    return panes;
}

widgets::FilterTable* listInSight(const QWidget& panel) {
    for (widgets::FilterTable* table : panel.findChildren<widgets::FilterTable*>()) {
        if (table->isVisible()) {
            return table;
        }
    }
    return nullptr;
}

bool toggleInspectorOf(QWidget& panel) {
    const QList<widgets::DetailPane*> panes = panel.findChildren<widgets::DetailPane*>();
    const bool anyShown = anyInspector(panes);
    for (widgets::DetailPane* pane : panes) {
        pane->setVisible(!anyShown);
    }
    return !panes.isEmpty();
}

} // namespace gatehouse::ui::shell
