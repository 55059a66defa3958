// SPDX-License-Identifier: Apache-2.0
#include "cedar/value.h"

#include <algorithm>
#include <type_traits>

#include "cedar/text.h"

namespace gatehouse::cedar {
namespace {

std::strong_ordering compareSets(const Set& a, const Set& b) {
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
        if (const auto order = a[i].compare(b[i]); order != std::strong_ordering::equal) {
            return order;
        }
    }
    return a.size() <=> b.size();
}

std::strong_ordering compareRecords(const Record& a, const Record& b) {
    auto left = a.begin();
    auto right = b.begin();
    for (; left != a.end() && right != b.end(); ++left, ++right) {
        if (const auto order = left->first <=> right->first; order != std::strong_ordering::equal) {
            return order;
        }
        if (const auto order = left->second.compare(right->second); order != std::strong_ordering::equal) {
            return order;
        }
    }
    return a.size() <=> b.size();
}

} // namespace

Value Value::set(std::vector<Value> elements) {
    std::sort(elements.begin(), elements.end());
    elements.erase(std::unique(elements.begin(), elements.end()), elements.end());
    Value value;
    value.m_data = std::make_shared<const Set>(std::move(elements));
    return value;
}

Value Value::record(Record members) {
    Value value;
    value.m_data = std::make_shared<const Record>(std::move(members));
    return value;
}

const Set* Value::asSet() const {
    const auto* shared = std::get_if<std::shared_ptr<const Set>>(&m_data);
    return shared == nullptr ? nullptr : shared->get();
}

const Record* Value::asRecord() const {
    const auto* shared = std::get_if<std::shared_ptr<const Record>>(&m_data);
    return shared == nullptr ? nullptr : shared->get();
}

std::string_view Value::typeName() const {
    constexpr std::string_view kNames[] = {"bool",   "long",     "string",   "entity", "decimal",
                                           "ipaddr", "datetime", "duration", "set",    "record"};
    return kNames[m_data.index()];
}

std::strong_ordering Value::compare(const Value& other) const {
    if (m_data.index() != other.m_data.index()) {
        return m_data.index() <=> other.m_data.index();
    }
    if (const Set* set = asSet()) {
        return compareSets(*set, *other.asSet());
    }
    if (const Record* record = asRecord()) {
        return compareRecords(*record, *other.asRecord());
    }
    return std::visit(
        [&](const auto& mine) -> std::strong_ordering {
            using T = std::decay_t<decltype(mine)>;
            if constexpr (std::is_same_v<T, std::shared_ptr<const Set>> ||
                          std::is_same_v<T, std::shared_ptr<const Record>>) {
                return std::strong_ordering::equal;
            } else {
                return mine <=> std::get<T>(other.m_data);
            }
        },
        m_data);
}

bool contains(const Set& set, const Value& value) {
    return std::binary_search(set.begin(), set.end(), value);
}

std::string Value::text() const {
    if (const bool* value = asBool()) {
        return *value ? "true" : "false";
    }
    if (const std::int64_t* value = asLong()) {
        return std::to_string(*value);
    }
    if (const std::string* value = asString()) {
        return literal(*value);
    }
    if (const EntityUid* value = asEntity()) {
        return value->type + "::" + literal(value->id);
    }
    if (const Decimal* value = asDecimal()) {
        return "decimal(\"" + toText(*value) + "\")";
    }
    if (const IpRange* value = asIp()) {
        return "ip(\"" + toText(*value) + "\")";
    }
    if (const Datetime* value = asDatetime()) {
        return "datetime(\"" + toText(*value) + "\")";
    }
    if (const Duration* value = asDuration()) {
        return "duration(\"" + toText(*value) + "\")";
    }
    std::string out;
    if (const Set* set = asSet()) {
        for (const Value& element : *set) {
            out.append(out.empty() ? "" : ", ").append(element.text());
        }
        return "[" + out + "]";
    }
    for (const auto& [name, member] : *asRecord()) {
        out.append(out.empty() ? "" : ", ").append(literal(name)).append(": ").append(member.text());
    }
    return "{" + out + "}";
}

} // namespace gatehouse::cedar
