// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/pane_cycle.h"

#include <QAbstractItemView>
#include <QWidget>

namespace gatehouse::ui::shell {
namespace {

bool canTake(const QWidget* widget) {
    return widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) != 0 &&
           widget->focusProxy() == nullptr;
}

/// A list is what one comes for; else the first stop in the order of Tab.
QWidget* entryOf(QWidget* pane) {
    if (QWidget* last = pane->focusWidget(); last != nullptr && canTake(last)) {
        return last;
    }
    for (QAbstractItemView* view : pane->findChildren<QAbstractItemView*>()) {
        if (canTake(view)) {
            return view;
        }
    }
    if (canTake(pane)) {
        return pane;
    }
    for (QWidget* next = pane->nextInFocusChain(); next != nullptr && next != pane; next = next->nextInFocusChain()) {
        if (pane->isAncestorOf(next) && canTake(next)) {
            return next;
        }
    }
    return nullptr;
}

} // namespace

bool focusPane(const QList<QWidget*>& panes, QWidget* focused, int step) {
    const auto count = static_cast<int>(panes.size());
    int at = step > 0 ? -1 : 0;
    for (int i = 0; i < count; ++i) {
        if (focused != nullptr && (panes.at(i) == focused || panes.at(i)->isAncestorOf(focused))) {
            at = i;
        }
    }
    for (int tries = 1; tries <= count; ++tries) {
        QWidget* pane = panes.at(((at + step * tries) % count + count) % count);
        if (QWidget* entry = pane->isVisible() ? entryOf(pane) : nullptr) {
            entry->setFocus(Qt::TabFocusReason);
            return true;
        }
    }
    return false;
}

} // namespace gatehouse::ui::shell
