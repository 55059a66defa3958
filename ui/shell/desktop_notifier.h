// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include <QDBusConnection>
#include <QObject>

#include "ui/shell/notifications.h"

namespace gatehouse::ui::shell {

/// Says what is urgent on the desktop, through org.freedesktop.Notifications where there is one; elsewhere nothing
/// happens and the bell has it anyway. Do-not-disturb is the notification service's, which is why nothing is shown
/// around it.
class DesktopNotifier final : public QObject {
    Q_OBJECT
public:
    explicit DesktopNotifier(Notifications& notifications, QDBusConnection bus = QDBusConnection::sessionBus(),
                             QObject* parent = nullptr);

signals:
    /// The person pressed the message.
    void activated(const gatehouse::ui::shell::Place& place);

private slots:
    void invoked(uint id, const QString& action);

private:
    void say(const Notifications::Note& note);

    QDBusConnection m_bus;
    std::map<uint, Place> m_places;
    std::map<QString, uint> m_shown; ///< by subject, so that a later message replaces the earlier one
};

} // namespace gatehouse::ui::shell
