// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/format.h"

#include <QCoreApplication>
#include <QLocale>

namespace gatehouse::ui::widgets {
namespace {

Clock s_clock = Clock::Local; // of the GUI thread, like the palette

QString say(const char* text) {
    return QCoreApplication::translate("Format", text);
}

} // namespace

void setClock(Clock clock) {
    s_clock = clock;
}

Clock clock() {
    return s_clock;
}

QDateTime onClock(const QDateTime& time) {
    return s_clock == Clock::Utc ? time.toUTC() : time.toLocalTime();
}

QString relativeTime(const QDateTime& time, const QDateTime& now) {
    if (!time.isValid()) {
        return say(QT_TRANSLATE_NOOP("Format", "never"));
    }
    const qint64 ago = time.secsTo(now);
    if (ago < 0) {
        return say(QT_TRANSLATE_NOOP("Format", "in %1")).arg(seconds(-ago));
    }
    if (ago < 10) {
        return say(QT_TRANSLATE_NOOP("Format", "just now"));
    }
    if (ago < 60) {
        return say(QT_TRANSLATE_NOOP("Format", "%1 s ago")).arg(ago);
    }
    if (ago < 3600) {
        return say(QT_TRANSLATE_NOOP("Format", "%1 min ago")).arg(ago / 60);
    }
    if (ago < 86400) {
        return say(QT_TRANSLATE_NOOP("Format", "%1 h ago")).arg(ago / 3600);
    }
    const qint64 days = ago / 86400;
    if (days == 1) {
        return say(QT_TRANSLATE_NOOP("Format", "yesterday"));
    }
    return days < 60 ? say(QT_TRANSLATE_NOOP("Format", "%1 days ago")).arg(days)
                     : QLocale().toString(onClock(time).date(), QLocale::ShortFormat);
}

QString absoluteTime(const QDateTime& time) {
    if (!time.isValid()) {
        return say(QT_TRANSLATE_NOOP("Format", "never"));
    }
    const QDateTime local = time.toLocalTime();
    const int minutes = local.offsetFromUtc() / 60;
    const QString offset = QStringLiteral("%1%2:%3")
                               .arg(minutes < 0 ? QLatin1Char('-') : QLatin1Char('+'))
                               .arg(std::abs(minutes) / 60, 2, 10, QLatin1Char('0'))
                               .arg(std::abs(minutes) % 60, 2, 10, QLatin1Char('0'));
    return say(QT_TRANSLATE_NOOP("Format", "%1 UTC, %2 local time (%3)"))
        .arg(time.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")), local.toString(QStringLiteral("HH:mm:ss")),
             offset);
}

QString clockTime(const QDateTime& time, const QDateTime& now) {
    if (!time.isValid()) {
        return {};
    }
    const QDateTime shown = onClock(time);
    return shown.date() == onClock(now).date() ? shown.toString(QStringLiteral("HH:mm:ss"))
                                               : QLocale().toString(shown, QStringLiteral("d MMM HH:mm"));
}

QString milliseconds(qint64 value) {
    if (value < 1000) {
        return say(QT_TRANSLATE_NOOP("Format", "%1 ms")).arg(value);
    }
    if (value < 60'000) {
        return say(QT_TRANSLATE_NOOP("Format", "%1 s"))
            .arg(QLocale().toString(static_cast<double>(value) / 1000.0, 'f', 1));
    }
    return say(QT_TRANSLATE_NOOP("Format", "%1 min %2 s")).arg(value / 60'000).arg(value / 1000 % 60);
}

QString seconds(qint64 value) {
    if (value < 60) {
        return say(QT_TRANSLATE_NOOP("Format", "%1 s")).arg(value);
    }
    if (value < 3600) {
        return say(QT_TRANSLATE_NOOP("Format", "%1 min")).arg(value / 60);
    }
    if (value < 86400) {
        return value % 3600 < 60
                   ? say(QT_TRANSLATE_NOOP("Format", "%1 h")).arg(value / 3600)
                   : say(QT_TRANSLATE_NOOP("Format", "%1 h %2 min")).arg(value / 3600).arg(value / 60 % 60);
    }
    const qint64 days = value / 86400;
    const QString count =
        days == 1 ? say(QT_TRANSLATE_NOOP("Format", "1 day")) : say(QT_TRANSLATE_NOOP("Format", "%1 days")).arg(days);
    return value % 86400 < 3600 ? count : say(QT_TRANSLATE_NOOP("Format", "%1 %2 h")).arg(count).arg(value / 3600 % 24);
}

} // namespace gatehouse::ui::widgets
