// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/console_locale.h"

#include <QList>
#include <QString>

namespace gatehouse::ui::shell {
namespace {

const auto kZero = QStringLiteral("0");

} // namespace

QLocale consoleLocale(const QLocale& wanted) {
    if (wanted.zeroDigit() == kZero) {
        return wanted;
    }
    // Another country of the same language, with the same names of the months.
    for (const QLocale& each : QLocale::matchingLocales(wanted.language(), QLocale::AnyScript, QLocale::AnyTerritory)) {
        if (each.zeroDigit() == kZero && each.monthName(11) == wanted.monthName(11) &&
            each.dayName(5) == wanted.dayName(5)) {
            return each;
        }
    }
    return wanted;
}

} // namespace gatehouse::ui::shell
