// SPDX-License-Identifier: Apache-2.0
#include "admin/api/read_fields.h"

namespace gatehouse::admin::api {

namespace {

bool isOneOf(std::string_view choices, std::string_view word) {
    while (true) {
        const std::size_t bar = choices.find('|');
        if (choices.substr(0, bar) == word) {
            return true;
        }
        if (bar == std::string_view::npos) {
            return false;
        }
        choices.remove_prefix(bar + 1);
    }
}

} // namespace

std::string escapePointer(std::string_view name) {
    std::string out;
    for (const char c : name) {
        if (c == '~') {
            out += "~0";
        } else if (c == '/') {
            out += "~1";
        } else {
            out += c;
        }
    }
    return out;
}

void readValue(const Spot& spot, std::string& out) {
    if (spot.side == Side::Reply && spot.value.is_null()) {
        out.clear();
        return;
    }
    if (!spot.value.is_string()) {
        return spot.refuse("wrong_type", "must be a string");
    }
    const std::string_view text = json::view(spot.value.get_string());
    if (spot.side == Side::Request) {
        if (text.size() > spot.rule.maxLength) {
            return spot.refuse("too_long", "must be at most " + std::to_string(spot.rule.maxLength) + " bytes");
        }
        if (!spot.rule.oneOf.empty() && !isOneOf(spot.rule.oneOf, text)) {
            return spot.refuse("unknown_value", "must be one of " + std::string(spot.rule.oneOf));
        }
        if (spot.rule.required && text.empty()) {
            return spot.refuse("required", "must not be empty");
        }
    }
    out = std::string(text);
}

void readValue(const Spot& spot, bool& out) {
    if (!spot.value.is_bool()) {
        return spot.refuse("wrong_type", "must be true or false");
    }
    out = spot.value.get_bool();
}

void readValue(const Spot& spot, std::int64_t& out) {
    boost::system::error_code failed;
    const auto number = spot.value.is_number() ? spot.value.to_number<std::int64_t>(failed) : std::int64_t(0);
    if (!spot.value.is_number() || failed) {
        return spot.refuse("wrong_type", "must be a whole number");
    }
    if (spot.side == Side::Request && (number < spot.rule.min || number > spot.rule.max)) {
        return spot.refuse("out_of_range",
                           "must be " + std::to_string(spot.rule.min) + " to " + std::to_string(spot.rule.max));
    }
    out = number;
}

void readValue(const Spot& spot, int& out) {
    std::int64_t wide = out;
    readValue(spot, wide);
    out = int(std::clamp<std::int64_t>(wide, INT32_MIN, INT32_MAX));
}

void readValue(const Spot& spot, double& out) {
    boost::system::error_code failed;
    const double number = spot.value.is_number() ? spot.value.to_number<double>(failed) : 0.0;
    if (!spot.value.is_number() || failed) {
        return spot.refuse("wrong_type", "must be a number");
    }
    out = number;
}

void readValue(const Spot& spot, Time& out) {
    const Result<Time> time = spot.value.is_string() ? parseRfc3339(json::view(spot.value.get_string()))
                                                     : Result<Time>(fail(Code::InvalidArgument, ""));
    if (!time) {
        return spot.refuse("malformed", "must be an RFC 3339 time");
    }
    out = *time;
}

void readValue(const Spot& spot, RawJson& out) {
    if (!spot.rule.anyValue && spot.side == Side::Request && !spot.value.is_object()) {
        return spot.refuse("wrong_type", "must be an object");
    }
    out = raw(spot.value);
}

void readValue(const Spot& spot, TenantScope& out) {
    if (spot.value.is_string() && json::view(spot.value.get_string()) == "all") {
        out = TenantScope{.all = true, .slugs = {}};
        return;
    }
    if (!spot.value.is_array()) {
        return spot.refuse("wrong_type", "must be \"all\" or an array of slugs");
    }
    out.all = false;
    readValue(spot, out.slugs);
}

void FieldReader::refuseUnknown() {
    if (m_side == Side::Reply) {
        return;
    }
    for (const auto& member : m_object) {
        const std::string_view name(member.key().data(), member.key().size());
        if (std::find(m_known.begin(), m_known.end(), name) == m_known.end()) {
            m_errors.push_back(
                {m_pointer + "/" + escapePointer(name), "unknown_member", "is not a member of this resource"});
        }
    }
}

} // namespace gatehouse::admin::api
