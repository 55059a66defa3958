// SPDX-License-Identifier: Apache-2.0
#include "claims/claim_context.h"

#include <cmath>
#include <limits>

namespace gatehouse::claims {
namespace {

std::optional<cedar::Value> fromDouble(double number) {
    constexpr double kWhole = 9007199254740992.0; // beyond it not every whole number has a double of its own
    if (std::fabs(number) <= kWhole && std::trunc(number) == number) {
        return cedar::Value(static_cast<std::int64_t>(number));
    }
    const double scaled = number * 10000.0;
    if (std::fabs(scaled) > kWhole || std::round(scaled) / 10000.0 != number) {
        return std::nullopt;
    }
    return cedar::Value(cedar::Decimal{std::llround(scaled)});
}

std::optional<cedar::Value> fromJson(const json::Value& value);

cedar::Value fromObject(const json::Object& object) {
    cedar::Record record;
    for (const auto& [name, member] : object) {
        if (std::optional<cedar::Value> converted = fromJson(member)) {
            record.insert_or_assign(std::string(name.data(), name.size()), *std::move(converted));
        }
    }
    return cedar::Value::record(std::move(record));
}

/// The parser bounds how deep claims are nested.
std::optional<cedar::Value> fromJson(const json::Value& value) {
    if (const bool* flag = value.if_bool()) {
        return cedar::Value(*flag);
    }
    if (const std::int64_t* number = value.if_int64()) {
        return cedar::Value(*number);
    }
    if (const std::uint64_t* number = value.if_uint64()) {
        const bool fits = *number <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
        return fits ? std::optional<cedar::Value>(static_cast<std::int64_t>(*number)) : std::nullopt;
    }
    if (const double* number = value.if_double()) {
        return fromDouble(*number);
    }
    if (value.is_string()) {
        return cedar::Value(std::string(json::view(value.get_string())));
    }
    if (const json::Object* object = value.if_object()) {
        return fromObject(*object);
    }
    const json::Array* list = value.if_array();
    if (list == nullptr) {
        return std::nullopt;
    }
    std::vector<cedar::Value> elements;
    for (const json::Value& item : *list) {
        if (std::optional<cedar::Value> converted = fromJson(item)) {
            elements.push_back(*std::move(converted));
        }
    }
    return cedar::Value::set(std::move(elements));
}

} // namespace

const cedar::Request& ClaimContext::request() const {
    if (!m_request) {
        cedar::Request request;
        cedar::Record context;
        context.emplace("claims", fromObject(m_claims));
        request.context = cedar::Value::record(std::move(context));
        m_request = std::move(request);
    }
    return *m_request;
}

} // namespace gatehouse::claims
