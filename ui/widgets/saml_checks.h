// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

namespace gatehouse::ui::widgets {

/// What a check of a SAML response is called for people ("saml.audience": "It is meant for us"); empty for a check that
/// is not one of these.
[[nodiscard]] QString samlCheckTitle(const QString& name);
/// What to do where it failed; the broker's own words, `english`, for a check that is not known here.
[[nodiscard]] QString samlCheckCure(const QString& name, const QString& english);
/// Those that are known, for tests.
[[nodiscard]] QStringList knownSamlChecks();

} // namespace gatehouse::ui::widgets
