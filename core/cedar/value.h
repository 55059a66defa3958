// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "cedar/datetime.h"
#include "cedar/decimal.h"
#include "cedar/ip_range.h"

namespace gatehouse::cedar {

/// The name of an entity: `Gatehouse::User::"0190..."` has the type "Gatehouse::User".
struct EntityUid {
    std::string type;
    std::string id;
    friend auto operator<=>(const EntityUid&, const EntityUid&) = default;
};

class Value;
using Set = std::vector<Value>; ///< sorted, each value once: make it with Value::set
using Record = std::map<std::string, Value, std::less<>>;

/// A value of the language. Cheap to copy: sets and records are shared and never change.
class Value {
public:
    Value()
        : m_data(false) {}
    explicit Value(bool value)
        : m_data(value) {}
    explicit Value(std::int64_t value)
        : m_data(value) {}
    explicit Value(std::string value)
        : m_data(std::move(value)) {}
    explicit Value(const char* value)
        : m_data(std::string(value)) {}
    explicit Value(EntityUid value)
        : m_data(std::move(value)) {}
    explicit Value(Decimal value)
        : m_data(value) {}
    explicit Value(IpRange value)
        : m_data(value) {}
    explicit Value(Datetime value)
        : m_data(value) {}
    explicit Value(Duration value)
        : m_data(value) {}
    /// Order and repetition of `elements` do not matter.
    [[nodiscard]] static Value set(std::vector<Value> elements);
    [[nodiscard]] static Value record(Record members);

    // The value as the type asked for, or nullptr.
    [[nodiscard]] const bool* asBool() const { return std::get_if<bool>(&m_data); }
    [[nodiscard]] const std::int64_t* asLong() const { return std::get_if<std::int64_t>(&m_data); }
    [[nodiscard]] const std::string* asString() const { return std::get_if<std::string>(&m_data); }
    [[nodiscard]] const EntityUid* asEntity() const { return std::get_if<EntityUid>(&m_data); }
    [[nodiscard]] const Decimal* asDecimal() const { return std::get_if<Decimal>(&m_data); }
    [[nodiscard]] const IpRange* asIp() const { return std::get_if<IpRange>(&m_data); }
    [[nodiscard]] const Datetime* asDatetime() const { return std::get_if<Datetime>(&m_data); }
    [[nodiscard]] const Duration* asDuration() const { return std::get_if<Duration>(&m_data); }
    [[nodiscard]] const Set* asSet() const;
    [[nodiscard]] const Record* asRecord() const;

    /// "bool", "long", "string", "entity", "decimal", "ipaddr", "datetime", "duration", "set" or "record".
    [[nodiscard]] std::string_view typeName() const;
    /// Cedar text that gives the value again.
    [[nodiscard]] std::string text() const;

    /// A total order over all values, types apart; equality is Cedar's `==`.
    [[nodiscard]] std::strong_ordering compare(const Value& other) const;
    friend bool operator==(const Value& a, const Value& b) { return a.compare(b) == std::strong_ordering::equal; }
    friend bool operator<(const Value& a, const Value& b) { return a.compare(b) == std::strong_ordering::less; }

private:
    std::variant<bool, std::int64_t, std::string, EntityUid, Decimal, IpRange, Datetime, Duration,
                 std::shared_ptr<const Set>, std::shared_ptr<const Record>>
        m_data;
};

/// Whether a sorted set has the value.
[[nodiscard]] bool contains(const Set& set, const Value& value);

} // namespace gatehouse::cedar
