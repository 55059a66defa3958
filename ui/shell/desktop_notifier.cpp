// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/desktop_notifier.h"

#include <QApplication>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace gatehouse::ui::shell {
namespace {

const auto kService = QStringLiteral("org.freedesktop.Notifications");
const auto kPath = QStringLiteral("/org/freedesktop/Notifications");
constexpr int kPatienceMs = 2000;
constexpr uchar kNormal = 1; ///< one that is critical would break through "do not disturb"

} // namespace

DesktopNotifier::DesktopNotifier(Notifications& notifications, QDBusConnection bus, QObject* parent)
    : QObject(parent)
    , m_bus(std::move(bus)) {
    connect(&notifications, &Notifications::urgent, this, &DesktopNotifier::say);
    if (m_bus.isConnected()) {
        m_bus.connect(kService, kPath, kService, QStringLiteral("ActionInvoked"), this, SLOT(invoked(uint, QString)));
    }
}

void DesktopNotifier::say(const Notifications::Note& note) {
    if (!m_bus.isConnected()) {
        return;
    }
    QDBusMessage call = QDBusMessage::createMethodCall(kService, kPath, kService, QStringLiteral("Notify"));
    const auto before = m_shown.find(note.subject);
    const QVariantMap hints{{QStringLiteral("urgency"), QVariant::fromValue(kNormal)},
                            {QStringLiteral("desktop-entry"), QStringLiteral("org.gatehouse.Console")}};
    call << QApplication::applicationDisplayName() << (before == m_shown.end() ? 0U : before->second)
         << QStringLiteral("org.gatehouse.Console") << QApplication::applicationDisplayName()
         << note.sentence.toHtmlEscaped() << QStringList{QStringLiteral("default"), tr("Show")} << hints << -1;
    auto* watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call, kPatienceMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, note] {
        watcher->deleteLater();
        const QDBusPendingReply<uint> reply = *watcher;
        if (reply.isValid()) {
            m_shown[note.subject] = reply.value();
            m_places[reply.value()] = note.place;
        }
    });
}

void DesktopNotifier::invoked(uint id, const QString& action) {
    Q_UNUSED(action)
    const auto place = m_places.find(id);
    if (place != m_places.end()) {
        emit activated(place->second);
    }
}

} // namespace gatehouse::ui::shell
