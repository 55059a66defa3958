// SPDX-License-Identifier: Apache-2.0
#include "json/number.h"

#include <charconv>
#include <cmath>
#include <string_view>

namespace gatehouse::json {

void appendNumber(std::string& out, double value) {
    if (!std::isfinite(value)) {
        out.append("null");
        return;
    }
    if (value == 0) {
        out.push_back('0'); // minus zero too
        return;
    }
    if (value < 0) {
        out.push_back('-');
        value = -value;
    }
    // "d.ddde+XX": at most 17 digits, a point and a five character exponent.
    char text[32];
    const auto written = std::to_chars(text, text + sizeof text, value, std::chars_format::scientific);
    const std::string_view scientific(text, std::size_t(written.ptr - text));
    const std::size_t mark = scientific.find('e');
    std::string_view exponentText = scientific.substr(mark + 1);
    if (exponentText.front() == '+') {
        exponentText.remove_prefix(1);
    }
    int exponent = 0;
    std::from_chars(exponentText.data(), exponentText.data() + exponentText.size(), exponent);

    char digits[24];
    int count = 0;
    for (const char c : scientific.substr(0, mark)) {
        if (c != '.') {
            digits[count++] = c;
        }
    }
    // ECMA-262 names: the value is 0.digits times ten to the n.
    const int n = exponent + 1;
    if (count <= n && n <= 21) {
        out.append(digits, std::size_t(count)).append(std::size_t(n - count), '0');
    } else if (0 < n && n <= 21) {
        out.append(digits, std::size_t(n)).push_back('.');
        out.append(digits + n, std::size_t(count - n));
    } else if (-6 < n && n <= 0) {
        out.append("0.").append(std::size_t(-n), '0').append(digits, std::size_t(count));
    } else {
        out.push_back(digits[0]);
        if (count > 1) {
            out.push_back('.');
            out.append(digits + 1, std::size_t(count - 1));
        }
        out.append(n > 0 ? "e+" : "e-").append(std::to_string(n > 0 ? n - 1 : 1 - n));
    }
}

} // namespace gatehouse::json
