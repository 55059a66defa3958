// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/panel_find.h"

#include <QApplication>
#include <QPlainTextEdit>
#include <QTextEdit>
#include <QTreeView>

#include "ui/shell/panel_state.h"
#include "ui/widgets/filter_table.h"

namespace gatehouse::ui::shell {
namespace {

/// Items of a tree that are walked through at most.
constexpr int kMostItems = 100'000;

/// The list that has the keyboard, else the first in sight; nullptr where there is none.
widgets::FilterTable* listOf(const QWidget& panel, const QWidget* focused) {
    for (widgets::FilterTable* table : panel.findChildren<widgets::FilterTable*>()) {
        if (focused != nullptr && table->isAncestorOf(focused)) {
            return table;
        }
    }
    return listInSight(panel);
}

template <class Edit>
bool findIn(Edit& edit, const QString& filter, int step) {
    const QTextCursor before = edit.textCursor();
    const QString sought = before.hasSelection() ? before.selectedText() : filter;
    const QTextDocument::FindFlags flags =
        step < 0 ? QTextDocument::FindFlags(QTextDocument::FindBackward) : QTextDocument::FindFlags();
    if (sought.isEmpty()) {
        return false;
    }
    if (edit.find(sought, flags)) {
        return true;
    }
    edit.moveCursor(step < 0 ? QTextCursor::End : QTextCursor::Start);
    if (edit.find(sought, flags)) {
        return true;
    }
    edit.setTextCursor(before);
    return false;
}

bool holds(const QModelIndex& index, const QString& sought) {
    for (int column = 0; column < index.model()->columnCount(index.parent()); ++column) {
        if (index.siblingAtColumn(column).data().toString().contains(sought, Qt::CaseInsensitive)) {
            return true;
        }
    }
    return false;
}

QModelIndex lastOf(const QTreeView& tree) {
    QModelIndex last;
    for (int rows = tree.model()->rowCount(); rows > 0; rows = tree.model()->rowCount(last)) {
        last = tree.model()->index(rows - 1, 0, last);
        if (!tree.isExpanded(last)) {
            break;
        }
    }
    return last;
}

bool findIn(QTreeView& tree, const QString& sought, int step) {
    if (sought.isEmpty() || tree.model() == nullptr) {
        return false;
    }
    const QModelIndex from = tree.currentIndex();
    QModelIndex at = from;
    for (int walked = 0; walked < kMostItems; ++walked) {
        at = step < 0 ? tree.indexAbove(at) : tree.indexBelow(at);
        if (!at.isValid()) {
            at = step < 0 ? lastOf(tree) : tree.model()->index(0, 0);
        }
        if (at.isValid() && holds(at, sought)) {
            tree.setCurrentIndex(at);
            return true;
        }
        if (!at.isValid() || at.siblingAtColumn(0) == from.siblingAtColumn(0)) {
            return false;
        }
    }
    return false;
}

} // namespace

bool findNextIn(QWidget& panel, int step) {
    QWidget* focused = panel.isAncestorOf(QApplication::focusWidget()) ? QApplication::focusWidget() : nullptr;
    widgets::FilterTable* list = listOf(panel, focused);
    const QString filter = list == nullptr ? QString() : list->filterInWords();
    if (auto* text = qobject_cast<QPlainTextEdit*>(focused)) {
        return findIn(*text, filter, step);
    }
    if (auto* text = qobject_cast<QTextEdit*>(focused)) {
        return findIn(*text, filter, step);
    }
    if (auto* tree = qobject_cast<QTreeView*>(focused)) {
        return findIn(*tree, filter, step);
    }
    return list != nullptr && list->isFiltered() && list->walk(step);
}

} // namespace gatehouse::ui::shell
