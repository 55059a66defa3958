// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>

#include <boost/json/monotonic_resource.hpp>
#include <boost/json/storage_ptr.hpp>

namespace gatehouse::json {

using Storage = boost::json::storage_ptr;

/// Memory for trees that are built and gone within a scope: one after the other, given back all at once. A small tree
/// needs none from the heap. A tree must not outlive it.
class Arena {
public:
    Arena()
        : m_resource(m_memory.data(), m_memory.size()) {}
    Arena(const Arena&) = delete;
    Arena& operator=(const Arena&) = delete;
    [[nodiscard]] Storage storage() { return &m_resource; }

private:
    static constexpr std::size_t kSize = 4096;
    std::array<unsigned char, kSize> m_memory;
    boost::json::monotonic_resource m_resource;
};

} // namespace gatehouse::json
