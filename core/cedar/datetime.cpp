// SPDX-License-Identifier: Apache-2.0
#include "cedar/datetime.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <limits>
#include <utility>

namespace gatehouse::cedar {
namespace {

constexpr std::int64_t kDay = 86'400'000;
__extension__ using Wide = __int128;

/// Exactly `count` digits off the front of `text`; nullopt if they are not there.
std::optional<int> takeDigits(std::string_view& text, std::size_t count) {
    if (text.size() < count) {
        return std::nullopt;
    }
    int value = 0;
    for (const char c : text.substr(0, count)) {
        if (c < '0' || c > '9') {
            return std::nullopt;
        }
        value = value * 10 + (c - '0');
    }
    text.remove_prefix(count);
    return value;
}

bool take(std::string_view& text, char c) {
    if (text.empty() || text.front() != c) {
        return false;
    }
    text.remove_prefix(1);
    return true;
}

/// "hh:mm:ss" with the separators given, each part below its bound.
std::optional<std::int64_t> takeClock(std::string_view& text) {
    const std::optional<int> hour = takeDigits(text, 2);
    if (!hour || *hour > 23 || !take(text, ':')) {
        return std::nullopt;
    }
    const std::optional<int> minute = takeDigits(text, 2);
    if (!minute || *minute > 59 || !take(text, ':')) {
        return std::nullopt;
    }
    const std::optional<int> second = takeDigits(text, 2);
    if (!second || *second > 59) {
        return std::nullopt;
    }
    int fraction = 0;
    if (take(text, '.')) {
        const std::optional<int> millis = takeDigits(text, 3);
        if (!millis) {
            return std::nullopt;
        }
        fraction = *millis;
    }
    return ((std::int64_t{*hour} * 60 + *minute) * 60 + *second) * 1000 + fraction;
}

/// "Z" or "+hhmm" or "-hhmm", all of `text`, in milliseconds to take away.
std::optional<std::int64_t> parseOffset(std::string_view text) {
    if (text == "Z") {
        return 0;
    }
    const bool negative = !text.empty() && text.front() == '-';
    if (text.size() != 5 || (!negative && text.front() != '+')) {
        return std::nullopt;
    }
    text.remove_prefix(1);
    const std::optional<int> hours = takeDigits(text, 2);
    const std::optional<int> minutes = takeDigits(text, 2);
    if (!hours || !minutes || *hours > 23 || *minutes > 59) {
        return std::nullopt;
    }
    return (negative ? -1 : 1) * (std::int64_t{*hours} * 60 + *minutes) * 60'000;
}

std::int64_t sinceMidnight(std::int64_t millis) {
    const std::int64_t rest = millis % kDay;
    return rest < 0 ? rest + kDay : rest;
}

} // namespace

std::optional<Datetime> parseDatetime(std::string_view text) {
    const std::optional<int> year = takeDigits(text, 4);
    if (!year || !take(text, '-')) {
        return std::nullopt;
    }
    const std::optional<int> month = takeDigits(text, 2);
    if (!month || !take(text, '-')) {
        return std::nullopt;
    }
    const std::optional<int> day = takeDigits(text, 2);
    if (!day) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok()) {
        return std::nullopt;
    }
    const std::int64_t midnight = std::int64_t{std::chrono::sys_days(date).time_since_epoch().count()} * kDay;
    if (text.empty()) {
        return Datetime{midnight};
    }
    if (!take(text, 'T')) {
        return std::nullopt;
    }
    const std::optional<std::int64_t> clock = takeClock(text);
    const std::optional<std::int64_t> offset = clock ? parseOffset(text) : std::nullopt;
    if (!offset) {
        return std::nullopt;
    }
    return Datetime{midnight + *clock - *offset};
}

std::optional<Duration> parseDuration(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, std::int64_t>, 5> kUnits = {
        {{"d", kDay}, {"h", 3'600'000}, {"m", 60'000}, {"s", 1000}, {"ms", 1}}};
    const bool negative = take(text, '-');
    if (text.empty()) {
        return std::nullopt;
    }
    Wide total = 0;
    std::size_t next = 0;
    while (!text.empty()) {
        const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
        if (digits == 0 || digits > 20) {
            return std::nullopt;
        }
        Wide number = 0;
        for (const char c : text.substr(0, digits)) {
            number = number * 10 + (c - '0');
        }
        text.remove_prefix(digits);
        const std::size_t letters = std::min(text.find_first_of("0123456789"), text.size());
        const std::string_view unit = text.substr(0, letters);
        text.remove_prefix(letters);
        while (next < kUnits.size() && kUnits[next].first != unit) {
            ++next;
        }
        if (next == kUnits.size()) {
            return std::nullopt;
        }
        total += number * kUnits[next].second;
        ++next;
    }
    total = negative ? -total : total;
    if (total > std::numeric_limits<std::int64_t>::max() || total < std::numeric_limits<std::int64_t>::min()) {
        return std::nullopt;
    }
    return Duration{static_cast<std::int64_t>(total)};
}

std::string toText(Datetime datetime) {
    constexpr std::int64_t kFirst = -62'167'219'200'000;
    constexpr std::int64_t kAfter = 253'402'300'800'000;
    if (datetime.millis < kFirst || datetime.millis >= kAfter) {
        return std::to_string(datetime.millis) + "ms";
    }
    const std::int64_t rest = sinceMidnight(datetime.millis);
    const std::chrono::sys_days day{std::chrono::days((datetime.millis - rest) / kDay)};
    const std::chrono::year_month_day date(day);
    std::array<char, 40> buffer{};
    const int length = std::snprintf(
        buffer.data(), buffer.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", int(date.year()), unsigned(date.month()),
        unsigned(date.day()), int(rest / 3'600'000), int(rest / 60'000 % 60), int(rest / 1000 % 60), int(rest % 1000));
    return std::string(buffer.data(), static_cast<std::size_t>(length));
}

std::string toText(Duration duration) {
    return std::to_string(duration.millis) + "ms";
}

std::optional<Datetime> toDate(Datetime datetime) {
    std::int64_t midnight = 0;
    if (__builtin_sub_overflow(datetime.millis, sinceMidnight(datetime.millis), &midnight)) {
        return std::nullopt;
    }
    return Datetime{midnight};
}

Duration toTime(Datetime datetime) {
    return Duration{sinceMidnight(datetime.millis)};
}

} // namespace gatehouse::cedar
