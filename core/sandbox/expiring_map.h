// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "base/time.h"

namespace gatehouse::sandbox {

/// Values under random keys that die at a time of their own; beyond the capacity the oldest goes first. Thread safe.
template <class Value>
class ExpiringMap {
public:
    explicit ExpiringMap(std::size_t capacity = 10000)
        : m_capacity(capacity) {}

    void put(const std::string& key, Value value, Time expiresAt) {
        const std::lock_guard lock(m_mutex);
        while (m_order.size() >= m_capacity) {
            m_values.erase(m_order.front());
            m_order.pop_front();
        }
        if (m_values.insert_or_assign(key, Held{std::move(value), expiresAt}).second) {
            m_order.push_back(key);
        }
    }
    /// Changes a value that is there and keeps its end.
    void replace(const std::string& key, Value value) {
        const std::lock_guard lock(m_mutex);
        if (const auto found = m_values.find(key); found != m_values.end()) {
            found->second.value = std::move(value);
        }
    }
    [[nodiscard]] std::optional<Value> find(const std::string& key, Time now) const {
        const std::lock_guard lock(m_mutex);
        const auto found = m_values.find(key);
        return found == m_values.end() || found->second.expiresAt <= now ? std::nullopt
                                                                         : std::optional<Value>(found->second.value);
    }
    /// At most one caller gets it.
    [[nodiscard]] std::optional<Value> take(const std::string& key, Time now) {
        const std::lock_guard lock(m_mutex);
        auto node = m_values.extract(key);
        return node.empty() || node.mapped().expiresAt <= now ? std::nullopt
                                                              : std::optional<Value>(std::move(node.mapped().value));
    }
    /// Drops every value for which `gone` is true.
    template <class Predicate>
    std::size_t eraseIf(Predicate&& gone) {
        const std::lock_guard lock(m_mutex);
        return std::erase_if(m_values, [&](const auto& entry) { return gone(entry.second.value); });
    }
    [[nodiscard]] std::size_t size() const {
        const std::lock_guard lock(m_mutex);
        return m_values.size();
    }

private:
    struct Held {
        Value value;
        Time expiresAt;
    };
    const std::size_t m_capacity;
    mutable std::mutex m_mutex;
    std::unordered_map<std::string, Held> m_values;
    std::deque<std::string> m_order; ///< by age; may name keys that are gone
};

} // namespace gatehouse::sandbox
