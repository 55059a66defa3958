// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

namespace gatehouse::ui::panels::connections {

/// What the broker says about a stage of the connection test, which it says in English, in the console's language; the
/// addresses, times and numbers in it as they are. As it came where nobody translated it.
[[nodiscard]] QString testWords(const QString& english);
/// The sentences that are known, with %1, %2 where the broker puts something.
[[nodiscard]] QStringList knownTestWords();

} // namespace gatehouse::ui::panels::connections
