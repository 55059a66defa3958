// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/preferences/desktop_features.h"

#include <algorithm>

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QNetworkInterface>
#include <QSystemTrayIcon>

namespace gatehouse::ui::shell {
namespace {

const auto kBus = QStringLiteral("org.freedesktop.DBus");
constexpr int kPatienceMs = 2000;

/// Some interface but the loopback has an address of more than its own link.
bool isOnNetwork() {
    const QList<QNetworkInterface> interfaces = QNetworkInterface::allInterfaces();
    return std::any_of(interfaces.begin(), interfaces.end(), [](const QNetworkInterface& one) {
        const QList<QNetworkAddressEntry> entries = one.addressEntries();
        return one.flags().testFlag(QNetworkInterface::IsRunning) &&
               !one.flags().testFlag(QNetworkInterface::IsLoopBack) &&
               std::any_of(entries.begin(), entries.end(),
                           [](const QNetworkAddressEntry& entry) { return !entry.ip().isLinkLocal(); });
    });
}

} // namespace

DesktopFeatures::DesktopFeatures(QDBusConnection bus, QObject* parent)
    : QObject(parent)
    , m_bus(std::move(bus)) {
    look();
}

void DesktopFeatures::look() {
    const bool bus = m_bus.isConnected();
    set({QStringLiteral("bus"), tr("Session bus"), bus,
         bus ? tr("Connected.") : tr("None. The desktop's colours and notifications cannot be reached.")});
    const bool network = isOnNetwork();
    set({QStringLiteral("network"), tr("Network"), network,
         network ? tr("Connected.") : tr("None. Only what runs on this computer can be reached.")});
    const bool tray = QSystemTrayIcon::isSystemTrayAvailable();
    set({QStringLiteral("tray"), tr("Tray"), tray,
         tray ? tr("An icon stays there while the window is closed and the broker runs.")
              : tr("None. Start Gatehouse again to bring a hidden window back.")});
    askFor(QStringLiteral("org.freedesktop.Notifications"),
           {QStringLiteral("notifications"), tr("Desktop notifications"), false,
            tr("None. What is urgent is under the bell.")},
           tr("What is urgent is said on the desktop too, at most once an hour for each matter."));
    askFor(QStringLiteral("org.freedesktop.portal.Desktop"),
           {QStringLiteral("portal"), tr("Light or dark by the desktop"), false,
            tr("No portal. The desktop's own palette decides; choose under Appearance.")},
           tr("Followed as it changes."));
}

void DesktopFeatures::set(const Feature& feature) {
    const auto known =
        std::find_if(m_features.begin(), m_features.end(), [&](const Feature& one) { return one.id == feature.id; });
    if (known == m_features.end()) {
        m_features.push_back(feature);
    } else {
        *known = feature;
    }
    emit changed();
}

void DesktopFeatures::askFor(const QString& service, const Feature& missing, const QString& presentSentence) {
    set(missing);
    if (!m_bus.isConnected()) {
        return;
    }
    for (const char* method : {"ListNames", "ListActivatableNames"}) {
        const QDBusMessage call =
            QDBusMessage::createMethodCall(kBus, QStringLiteral("/org/freedesktop/DBus"), kBus, QLatin1String(method));
        auto* watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call, kPatienceMs), this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, service, missing, presentSentence] {
            watcher->deleteLater();
            const QDBusPendingReply<QStringList> names = *watcher;
            if (names.isValid() && names.value().contains(service)) {
                set({missing.id, missing.name, true, presentSentence});
            }
        });
    }
}

} // namespace gatehouse::ui::shell
