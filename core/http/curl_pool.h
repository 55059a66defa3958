// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <list>
#include <memory>
#include <mutex>
#include <string>

#include <curl/curl.h>

#include "http/outbound_tls.h"

namespace gatehouse::http {

/// An easy handle with its own connections, DNS and TLS session caches, and what its connections point at.
struct CurlHandle {
    CurlHandle()
        : easy(curl_easy_init()) {}
    ~CurlHandle() { curl_easy_cleanup(easy); }
    CurlHandle(const CurlHandle&) = delete;
    CurlHandle& operator=(const CurlHandle&) = delete;
    CURL* easy;
    TlsObservation tls;
};

/// Handles that wait for their next call. One is only ever used again for the pool it was first taken for, so that no
/// connection, and no credential bound to one, crosses tenants. Thread safe.
class CurlPool {
public:
    [[nodiscard]] std::unique_ptr<CurlHandle> take(const std::string& pool);
    void giveBack(const std::string& pool, std::unique_ptr<CurlHandle> handle);

private:
    struct Entry {
        std::string pool;
        std::unique_ptr<CurlHandle> handle;
    };
    std::mutex m_mutex;
    std::list<Entry> m_free; ///< the freshest first
};

} // namespace gatehouse::http
