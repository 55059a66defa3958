// SPDX-License-Identifier: Apache-2.0
#include "account/device_name.h"

#include <span>
#include <utility>

namespace gatehouse::account {
namespace {

using Mark = std::pair<std::string_view, std::string_view>;

// In this order: browsers name those that they want to be taken for, too.
constexpr Mark kBrowsers[]{
    {"Edg", "Edge"},         {"OPR/", "Opera"},     {"Vivaldi/", "Vivaldi"}, {"SamsungBrowser", "Samsung Internet"},
    {"Firefox/", "Firefox"}, {"FxiOS/", "Firefox"}, {"CriOS/", "Chrome"},    {"Chrome/", "Chrome"},
    {"Safari/", "Safari"},   {"curl/", "curl"}};
constexpr Mark kSystems[]{{"iPhone", "iPhone"}, {"iPad", "iPad"},    {"Android", "Android"}, {"Windows", "Windows"},
                          {"CrOS", "ChromeOS"}, {"Mac OS", "macOS"}, {"Linux", "Linux"}};

std::string_view firstOf(std::span<const Mark> marks, std::string_view text) {
    for (const auto& [mark, name] : marks) {
        if (text.find(mark) != std::string_view::npos) {
            return name;
        }
    }
    return {};
}

} // namespace

std::string deviceName(std::string_view userAgent) {
    std::string name(firstOf(kBrowsers, userAgent));
    const std::string_view system = firstOf(kSystems, userAgent);
    return name.append(name.empty() || system.empty() ? "" : ", ").append(system);
}

} // namespace gatehouse::account
