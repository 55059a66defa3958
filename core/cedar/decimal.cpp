// SPDX-License-Identifier: Apache-2.0
#include "cedar/decimal.h"

#include <limits>

namespace gatehouse::cedar {
namespace {
constexpr std::int64_t kScale = 10000;
bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
} // namespace

std::optional<Decimal> parseDecimal(std::string_view text) {
    const bool negative = !text.empty() && text.front() == '-';
    if (negative) {
        text.remove_prefix(1);
    }
    const std::size_t point = text.find('.');
    if (point == 0 || point == std::string_view::npos || text.size() - point < 2 || text.size() - point > 5) {
        return std::nullopt;
    }
    // Counted downwards from zero: the negative side reaches one further.
    std::int64_t value = 0;
    int fraction = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i == point) {
            continue;
        }
        if (!isDigit(text[i]) || __builtin_mul_overflow(value, 10, &value) ||
            __builtin_sub_overflow(value, text[i] - '0', &value)) {
            return std::nullopt;
        }
        fraction += i > point ? 1 : 0;
    }
    for (; fraction < 4; ++fraction) {
        if (__builtin_mul_overflow(value, 10, &value)) {
            return std::nullopt;
        }
    }
    if (!negative && __builtin_sub_overflow(std::int64_t{0}, value, &value)) {
        return std::nullopt;
    }
    return Decimal{value};
}

std::string toText(Decimal decimal) {
    const bool negative = decimal.tenThousandths < 0;
    const std::uint64_t magnitude = negative ? 0 - static_cast<std::uint64_t>(decimal.tenThousandths)
                                             : static_cast<std::uint64_t>(decimal.tenThousandths);
    std::string fraction = std::to_string(magnitude % kScale + kScale).substr(1);
    while (fraction.size() > 1 && fraction.back() == '0') {
        fraction.pop_back();
    }
    return (negative ? "-" : "") + std::to_string(magnitude / kScale) + "." + fraction;
}

} // namespace gatehouse::cedar
