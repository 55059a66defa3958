// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSettings>
#include <QString>

namespace gatehouse::ui::shell {

/// What the console remembers for its user: $XDG_CONFIG_HOME/gatehouse/console.ini. Never a token or a secret.
[[nodiscard]] inline QSettings openSettings() {
    return {QSettings::IniFormat, QSettings::UserScope, QStringLiteral("gatehouse"), QStringLiteral("console")};
}

} // namespace gatehouse::ui::shell
