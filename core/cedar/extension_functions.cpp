// SPDX-License-Identifier: Apache-2.0
#include "cedar/extension_functions.h"

#include <algorithm>
#include <array>

namespace gatehouse::cedar {
namespace {

using Arguments = std::span<const Value>;

tl::unexpected<Error> wrongType(const Value& value, std::string_view wanted) {
    return fail(Code::InvalidArgument, "cedar.type",
                "expected " + std::string(wanted) + ", got " + std::string(value.typeName()));
}

Result<const std::string*> stringOf(const Value& value) {
    if (const std::string* text = value.asString()) {
        return text;
    }
    return wrongType(value, "string");
}

template <class T>
struct Kind;
template <>
struct Kind<Decimal> {
    static const Decimal* of(const Value& value) { return value.asDecimal(); }
    static constexpr std::string_view kName = "decimal";
};
template <>
struct Kind<IpRange> {
    static const IpRange* of(const Value& value) { return value.asIp(); }
    static constexpr std::string_view kName = "ipaddr";
};
template <>
struct Kind<Datetime> {
    static const Datetime* of(const Value& value) { return value.asDatetime(); }
    static constexpr std::string_view kName = "datetime";
};
template <>
struct Kind<Duration> {
    static const Duration* of(const Value& value) { return value.asDuration(); }
    static constexpr std::string_view kName = "duration";
};

template <class T>
Result<T> want(const Value& value) {
    if (const T* typed = Kind<T>::of(value)) {
        return *typed;
    }
    return wrongType(value, Kind<T>::kName);
}

/// A constructor from text.
template <class T, std::optional<T> (*Parse)(std::string_view)>
Result<Value> construct(Arguments arguments) {
    TRY(text, stringOf(arguments[0]));
    if (const std::optional<T> value = Parse(*text)) {
        return Value(*value);
    }
    return fail(Code::InvalidArgument, "cedar.extension", "malformed " + std::string(Kind<T>::kName));
}

template <class Compare>
Result<Value> compareDecimals(Arguments arguments) {
    TRY(left, want<Decimal>(arguments[0]));
    TRY(right, want<Decimal>(arguments[1]));
    return Value(Compare()(left, right));
}

template <bool (*Test)(const IpRange&)>
Result<Value> testIp(Arguments arguments) {
    TRY(range, want<IpRange>(arguments[0]));
    return Value(Test(range));
}

bool isIpv4(const IpRange& range) {
    return !range.v6;
}
bool isIpv6(const IpRange& range) {
    return range.v6;
}

Result<Value> inRange(Arguments arguments) {
    TRY(inner, want<IpRange>(arguments[0]));
    TRY(outer, want<IpRange>(arguments[1]));
    return Value(isInRange(inner, outer));
}

tl::unexpected<Error> overflow() {
    return fail(Code::InvalidArgument, "cedar.overflow");
}

Result<Value> offset(Arguments arguments) {
    TRY(datetime, want<Datetime>(arguments[0]));
    TRY(duration, want<Duration>(arguments[1]));
    std::int64_t millis = 0;
    if (__builtin_add_overflow(datetime.millis, duration.millis, &millis)) {
        return overflow();
    }
    return Value(Datetime{millis});
}

Result<Value> durationSince(Arguments arguments) {
    TRY(later, want<Datetime>(arguments[0]));
    TRY(earlier, want<Datetime>(arguments[1]));
    std::int64_t millis = 0;
    if (__builtin_sub_overflow(later.millis, earlier.millis, &millis)) {
        return overflow();
    }
    return Value(Duration{millis});
}

Result<Value> dateOf(Arguments arguments) {
    TRY(datetime, want<Datetime>(arguments[0]));
    const std::optional<Datetime> date = toDate(datetime);
    if (!date) {
        return overflow();
    }
    return Value(*date);
}

Result<Value> timeOf(Arguments arguments) {
    TRY(datetime, want<Datetime>(arguments[0]));
    return Value(toTime(datetime));
}

/// Whole units, cut towards zero.
template <std::int64_t Millis>
Result<Value> units(Arguments arguments) {
    TRY(duration, want<Duration>(arguments[0]));
    return Value(duration.millis / Millis);
}

constexpr std::array<ExtensionFunction, 22> kFunctions = {{
    {"decimal", false, 1, construct<Decimal, parseDecimal>},
    {"ip", false, 1, construct<IpRange, parseIpRange>},
    {"datetime", false, 1, construct<Datetime, parseDatetime>},
    {"duration", false, 1, construct<Duration, parseDuration>},
    {"lessThan", true, 2, compareDecimals<std::less<>>},
    {"lessThanOrEqual", true, 2, compareDecimals<std::less_equal<>>},
    {"greaterThan", true, 2, compareDecimals<std::greater<>>},
    {"greaterThanOrEqual", true, 2, compareDecimals<std::greater_equal<>>},
    {"isIpv4", true, 1, testIp<isIpv4>},
    {"isIpv6", true, 1, testIp<isIpv6>},
    {"isLoopback", true, 1, testIp<isLoopback>},
    {"isMulticast", true, 1, testIp<isMulticast>},
    {"isInRange", true, 2, inRange},
    {"offset", true, 2, offset},
    {"durationSince", true, 2, durationSince},
    {"toDate", true, 1, dateOf},
    {"toTime", true, 1, timeOf},
    {"toMilliseconds", true, 1, units<1>},
    {"toSeconds", true, 1, units<1000>},
    {"toMinutes", true, 1, units<60'000>},
    {"toHours", true, 1, units<3'600'000>},
    {"toDays", true, 1, units<86'400'000>},
}};

} // namespace

const ExtensionFunction* findExtensionFunction(std::string_view name) {
    const auto* found = std::find_if(kFunctions.begin(), kFunctions.end(),
                                     [&](const ExtensionFunction& function) { return function.name == name; });
    return found == kFunctions.end() ? nullptr : found;
}

Result<Value> call(const ExtensionFunction& function, std::span<const Value> arguments) {
    if (arguments.size() != function.arguments) {
        return fail(Code::InvalidArgument, "cedar.extension",
                    std::string(function.name) + " takes another number of arguments");
    }
    return function.call(arguments);
}

} // namespace gatehouse::cedar
