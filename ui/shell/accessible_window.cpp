// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/accessible_window.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QMainWindow>

namespace gatehouse::ui::shell {
namespace {

QAccessibleInterface* make(const QString& className, QObject* object) {
    auto* window = className == QLatin1String("QMainWindow") ? qobject_cast<QMainWindow*>(object) : nullptr;
    return window == nullptr ? nullptr : new QAccessibleWidget(window, QAccessible::Window); // owned by Qt's cache
}

} // namespace

void makeMainWindowsSafeToRead() {
    QAccessible::installFactory(make);
}

} // namespace gatehouse::ui::shell
