// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QDBusConnection>
#include <QObject>
#include <QString>

namespace gatehouse::ui::shell {

/// What this desktop has of the things that the console can do without: one line each in Preferences, never a dialog.
class DesktopFeatures final : public QObject {
    Q_OBJECT
public:
    struct Feature {
        QString id; ///< "bus", "network", "notifications", "tray", "portal", "keychain"
        QString name;
        bool present = false;
        QString sentence; ///< what it means
    };

    explicit DesktopFeatures(QDBusConnection bus = QDBusConnection::sessionBus(), QObject* parent = nullptr);

    /// Looks again; answers of the bus come later.
    void look();
    /// Adds one, or changes it: the program tells about its keychain.
    void set(const Feature& feature);
    [[nodiscard]] const std::vector<Feature>& list() const { return m_features; }

signals:
    void changed();

private:
    void askFor(const QString& service, const Feature& missing, const QString& presentSentence);

    QDBusConnection m_bus;
    std::vector<Feature> m_features;
};

} // namespace gatehouse::ui::shell
