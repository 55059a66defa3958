// SPDX-License-Identifier: Apache-2.0
#include "http/curl_pool.h"

#include <algorithm>
#include <utility>

namespace gatehouse::http {

namespace {

constexpr std::size_t kMaxFree = 128; ///< in all; the one unused for longest goes first

} // namespace

std::unique_ptr<CurlHandle> CurlPool::take(const std::string& pool) {
    {
        const std::lock_guard lock(m_mutex);
        const auto found =
            std::find_if(m_free.begin(), m_free.end(), [&pool](const Entry& entry) { return entry.pool == pool; });
        if (found != m_free.end()) {
            std::unique_ptr<CurlHandle> handle = std::move(found->handle);
            m_free.erase(found);
            return handle;
        }
    }
    return std::make_unique<CurlHandle>();
}

void CurlPool::giveBack(const std::string& pool, std::unique_ptr<CurlHandle> handle) {
    curl_easy_reset(handle->easy);       // forgets everything about the call, keeps the connections
    std::unique_ptr<CurlHandle> dropped; // closes its connections outside the lock
    const std::lock_guard lock(m_mutex);
    m_free.push_front({pool, std::move(handle)});
    if (m_free.size() > kMaxFree) {
        dropped = std::move(m_free.back().handle);
        m_free.pop_back();
    }
}

} // namespace gatehouse::http
