// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QString>

namespace gatehouse::ui::widgets {

/// Whose clock times are shown by: one switch for the whole console (the status bar has it).
enum class Clock { Local, Utc };
void setClock(Clock clock);
[[nodiscard]] Clock clock();
/// The time on that clock.
[[nodiscard]] QDateTime onClock(const QDateTime& time);

/// "just now", "3 min ago", "2 h ago", "yesterday", "12 days ago", then the date; "never" for an invalid time.
[[nodiscard]] QString relativeTime(const QDateTime& time, const QDateTime& now = QDateTime::currentDateTimeUtc());
/// Both clocks, for tooltips and accessible texts: "2026-03-12 14:02:07 UTC, 15:02:07 local time (+01:00)".
[[nodiscard]] QString absoluteTime(const QDateTime& time);
/// "14:02:07" today, "21 Nov 23:57" on any other day; by the chosen clock.
[[nodiscard]] QString clockTime(const QDateTime& time, const QDateTime& now = QDateTime::currentDateTime());
/// "420 ms", "1.9 s", "4 min 12 s".
[[nodiscard]] QString milliseconds(qint64 value);
/// "12 s", "3 min", "2 h 5 min", "4 days 3 h".
[[nodiscard]] QString seconds(qint64 value);

} // namespace gatehouse::ui::widgets
