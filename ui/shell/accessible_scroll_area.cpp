// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/accessible_scroll_area.h"

#include <QAbstractScrollArea>
#include <QAccessible>
#include <QAccessibleWidget>

namespace gatehouse::ui::shell {
namespace {

/// Tables, trees and texts are something else to a reader: they are asked about by their own names first.
QAccessibleInterface* make(const QString& className, QObject* object) {
    const bool plain = className == QLatin1String("QScrollArea") || className == QLatin1String("QAbstractScrollArea");
    auto* area = plain ? qobject_cast<QAbstractScrollArea*>(object) : nullptr;
    return area == nullptr ? nullptr : new QAccessibleWidget(area, QAccessible::Client); // owned by Qt's cache
}

} // namespace

void makeScrollAreasSafeToRead() {
    QAccessible::installFactory(make);
}

} // namespace gatehouse::ui::shell
