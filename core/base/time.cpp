// SPDX-License-Identifier: Apache-2.0
#include "base/time.h"

#include <cstdio>

namespace gatehouse {
namespace {

bool readDigits(std::string_view& text, std::size_t count, int& out) {
    if (text.size() < count) {
        return false;
    }
    out = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (text[i] < '0' || text[i] > '9') {
            return false;
        }
        out = out * 10 + (text[i] - '0');
    }
    text.remove_prefix(count);
    return true;
}

bool readChar(std::string_view& text, char wanted) {
    if (text.empty() || text.front() != wanted) {
        return false;
    }
    text.remove_prefix(1);
    return true;
}

} // namespace

std::string toRfc3339(Time time) {
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(time - day);
    char out[40];
    const int length =
        std::snprintf(out, sizeof out, "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", int(date.year()), unsigned(date.month()),
                      unsigned(date.day()), int(clock.hours().count()), int(clock.minutes().count()),
                      int(clock.seconds().count()), int(clock.subseconds().count()));
    return std::string(out, std::size_t(length));
}

Result<Time> parseRfc3339(std::string_view text) {
    const auto malformed = [] { return fail(Code::InvalidArgument, "time.malformed"); };
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0;
    if (!readDigits(text, 4, year) || !readChar(text, '-') || !readDigits(text, 2, month) || !readChar(text, '-') ||
        !readDigits(text, 2, day) || !(readChar(text, 'T') || readChar(text, 't')) || !readDigits(text, 2, hour) ||
        !readChar(text, ':') || !readDigits(text, 2, minute) || !readChar(text, ':') || !readDigits(text, 2, second)) {
        return malformed();
    }
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(unsigned(month)),
                                           std::chrono::day(unsigned(day))};
    if (!date.ok() || hour > 23 || minute > 59 || second > 59) {
        return malformed();
    }
    int millis = 0;
    if (readChar(text, '.')) {
        int scale = 100;
        std::size_t digits = 0;
        for (; !text.empty() && text.front() >= '0' && text.front() <= '9'; text.remove_prefix(1), ++digits) {
            millis += (text.front() - '0') * scale;
            scale /= 10;
        }
        if (digits == 0 || digits > 9) {
            return malformed();
        }
    }
    int offset = 0;
    if (!readChar(text, 'Z') && !readChar(text, 'z')) {
        const bool negative = !text.empty() && text.front() == '-';
        int offsetHour = 0, offsetMinute = 0;
        if (!(readChar(text, '+') || readChar(text, '-')) || !readDigits(text, 2, offsetHour) || !readChar(text, ':') ||
            !readDigits(text, 2, offsetMinute) || offsetHour > 23 || offsetMinute > 59) {
            return malformed();
        }
        offset = (offsetHour * 60 + offsetMinute) * (negative ? -1 : 1);
    }
    if (!text.empty()) {
        return malformed();
    }
    return Time(std::chrono::sys_days(date).time_since_epoch() + std::chrono::hours(hour) +
                std::chrono::minutes(minute - offset) + Seconds(second) + Milliseconds(millis));
}

} // namespace gatehouse
