// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLocale>

namespace gatehouse::ui::shell {

/// The locale that numbers and dates are written in: `wanted`, but with the digits 0 to 9. They stand beside addresses,
/// ids and clock times, which have those digits in every language; two kinds in one line are hard to read.
[[nodiscard]] QLocale consoleLocale(const QLocale& wanted);

} // namespace gatehouse::ui::shell
