// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSettings>
#include <QString>

namespace gatehouse::ui::shell {

/// What the console remembers for its user: $XDG_CONFIG_HOME/gatehouse/console.ini. Never a token or a secret.
[[nodiscard]] inline QSettings openSettings() {
    return {QSettings::IniFormat, QSettings::UserScope, QStringLiteral("gatehouse"), QStringLiteral("console")};
}

/// Sizes, places, columns and filters; preferences, shortcuts and recent brokers stay.
inline void forgetLayout() {
    QSettings settings = openSettings();
    settings.remove(QStringLiteral("window"));
    settings.remove(QStringLiteral("panels"));
}

} // namespace gatehouse::ui::shell
