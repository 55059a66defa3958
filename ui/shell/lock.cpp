// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/lock.h"

#include <utility>

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QToolTip>

#include "ui/shell/frame.h"
#include "ui/shell/lock_window.h"
#include "ui/shell/main_window.h"
#include "ui/shell/palette/command_palette.h"

namespace gatehouse::ui::shell {
namespace {

const QWidget& outermost(const QWidget& widget) {
    const QWidget* top = &widget;
    while (top->parentWidget() != nullptr) {
        top = top->parentWidget();
    }
    return *top;
}

/// What must not reach a window that was shown behind the lock's back, for the moment until it is hidden again.
bool isInputOrPicture(QEvent::Type type) {
    switch (type) {
    case QEvent::Paint:
    case QEvent::KeyPress:
    case QEvent::KeyRelease:
    case QEvent::ShortcutOverride:
    case QEvent::Shortcut:
    case QEvent::InputMethod:
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseButtonDblClick:
    case QEvent::TouchBegin:
    case QEvent::Wheel:
    case QEvent::ContextMenu:
    case QEvent::DragEnter:
    case QEvent::Drop:
        return true;
    default:
        return false;
    }
}

} // namespace

Lock::Lock(MainWindow& window)
    : QObject(&window)
    , m_window(window) {
    qApp->installEventFilter(this);
}

Lock::~Lock() {
    delete m_page;
}

/// This console's windows, and those that are nobody's; not another console's, and no lock's page.
bool Lock::covers(const QWidget& widget) const {
    const QWidget& top = outermost(widget);
    return &top == &m_window ||
           (qobject_cast<const MainWindow*>(&top) == nullptr && qobject_cast<const LockWindow*>(&top) == nullptr &&
            !top.inherits("QTipLabel") && !top.inherits("QSystemTrayIconSys"));
}

void Lock::lock() {
    if (isLocked()) {
        return;
    }
    m_focus = QApplication::focusWidget();
    m_window.frame().palette().cancel();
    for (QWidget* window : QApplication::topLevelWidgets()) {
        if (window->windowType() == Qt::Popup && covers(*window)) {
            window->close(); // menus and lists do not come back
        }
    }
    const bool shown = m_window.isVisible();
    m_page = new LockWindow(m_guard);
    m_page->setGeometry(m_window.geometry());
    m_page->setWindowState(m_window.windowState());
    connect(m_page, &LockWindow::opened, this, &Lock::unlock);
    for (QWidget* window : QApplication::topLevelWidgets()) {
        if (window->isVisible() && covers(*window)) {
            hide(*window);
        }
    }
    QToolTip::hideText();
    if (shown) {
        m_page->show();
        m_page->raise();
        m_page->activateWindow();
        m_page->focusField();
    }
    emit locked();
}

void Lock::hide(QWidget& window) {
    if (!m_hidden.contains(&window)) {
        m_hidden.append(&window);
    }
    window.hide();
}

/// The keys of the menu's action work in the main window alone; here they work in its dialogs, too.
bool Lock::isAskedFor(const QWidget& widget, QKeyEvent& event) {
    const auto* action = m_window.findChild<QAction*>(QStringLiteral("file.lock"));
    if (widget.window() == &m_window || &outermost(widget) != &m_window || action == nullptr ||
        !action->shortcuts().contains(QKeySequence(event.keyCombination()))) {
        return false;
    }
    event.accept();
    QMetaObject::invokeMethod(this, &Lock::lock, Qt::QueuedConnection);
    return true;
}

bool Lock::eventFilter(QObject* watched, QEvent* event) {
    auto* widget = watched->isWidgetType() ? static_cast<QWidget*>(watched) : nullptr;
    if (widget == nullptr) {
        return false;
    }
    if (!isLocked()) {
        return event->type() == QEvent::ShortcutOverride && isAskedFor(*widget, *static_cast<QKeyEvent*>(event));
    }
    if (!covers(*widget)) {
        return false;
    }
    if (event->type() == QEvent::Show && widget->isWindow()) {
        // Hidden once it is shown: within the event it would be shown all the same.
        QMetaObject::invokeMethod(
            this,
            [this, window = QPointer<QWidget>(widget)] {
                if (window && isLocked()) {
                    hide(*window);
                    m_page->show();
                    m_page->raise();
                    m_page->activateWindow();
                }
            },
            Qt::QueuedConnection);
        return false;
    }
    return isInputOrPicture(event->type());
}

void Lock::unlock() {
    const QList<QPointer<QWidget>> hidden = std::exchange(m_hidden, {});
    release();
    for (auto window = hidden.rbegin(); window != hidden.rend(); ++window) {
        if (*window && *window == &m_window) {
            (*window)->show(); // what belongs to it comes above it
        }
    }
    for (const QPointer<QWidget>& window : hidden) {
        if (window && window != &m_window) {
            window->show();
        }
    }
    QWidget* front = QApplication::activeModalWidget() != nullptr ? QApplication::activeModalWidget() : &m_window;
    front->raise();
    front->activateWindow();
    if (m_focus && front->isAncestorOf(m_focus)) {
        m_focus->setFocus(Qt::OtherFocusReason);
    }
    emit unlocked();
}

void Lock::release() {
    if (!isLocked()) {
        return;
    }
    m_page->hide();
    m_page->deleteLater();
    m_page = nullptr;
    m_hidden.clear();
}

} // namespace gatehouse::ui::shell
