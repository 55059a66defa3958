// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <unordered_map>

#include "base/result.h"

namespace gatehouse {

/// A bounded map of shared immutable values, loaded on a miss and dropped when the thing behind them changes. Thread
/// safe. A value loaded from before a drop never enters: each drop raises the generation, and a load that began earlier
/// is not kept.
template <class Key, class Value>
class Cache {
public:
    explicit Cache(std::size_t capacity = 10000)
        : m_capacity(capacity) {}

    /// The value for `key`; `load()` -> Result<Value> runs outside the lock on a miss. Errors are not kept.
    template <class Load>
    Result<std::shared_ptr<const Value>> get(const Key& key, Load&& load) {
        if (auto found = find(key)) {
            return found;
        }
        const std::uint64_t generation = m_generation.load();
        auto loaded = load();
        if (!loaded) {
            return tl::unexpected<Error>(std::move(loaded).error());
        }
        auto value = std::make_shared<const Value>(*std::move(loaded));
        put(key, value, generation);
        return value;
    }

    [[nodiscard]] std::shared_ptr<const Value> find(const Key& key) const {
        const std::shared_lock lock(m_mutex);
        const auto it = m_values.find(key);
        return it == m_values.end() ? nullptr : it->second;
    }

    /// Keeps a value that was made since `generation` was read.
    void put(const Key& key, std::shared_ptr<const Value> value, std::uint64_t generation) {
        const std::unique_lock lock(m_mutex);
        if (generation != m_generation.load()) {
            return;
        }
        if (m_values.size() >= m_capacity) {
            m_values.clear();
        }
        m_values.insert_or_assign(key, std::move(value));
    }

    [[nodiscard]] std::uint64_t generation() const { return m_generation.load(); }

    void drop(const Key& key) {
        const std::unique_lock lock(m_mutex);
        ++m_generation;
        m_values.erase(key);
    }

    void clear() {
        const std::unique_lock lock(m_mutex);
        ++m_generation;
        m_values.clear();
    }

private:
    const std::size_t m_capacity;
    mutable std::shared_mutex m_mutex;
    std::unordered_map<Key, std::shared_ptr<const Value>> m_values;
    std::atomic<std::uint64_t> m_generation{0};
};

} // namespace gatehouse
