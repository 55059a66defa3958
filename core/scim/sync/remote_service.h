// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

#include "base/secret.h"
#include "base/time.h"
#include "http/client.h"
#include "scim/sync/service.h"

namespace gatehouse::scim::sync {

/// A SCIM service at an address. What is busy (429) or away for the moment (502, 503, 504, or no connection) is asked
/// again, three times in all, as late as its Retry-After says but at most 30 seconds; a POST only where the answer says
/// that it was not taken (429, 503).
class RemoteService final : public Service {
public:
    struct Parts {
        http::Client& client;
        std::string pool; ///< of http::Client: a tenant's id
        std::string url;  ///< "https://app.example/scim/v2"
        Secret token;     ///< RFC 6750
        /// Waits; false: there is no more time, so give up.
        std::function<bool(Milliseconds)> pause;
    };
    explicit RemoteService(Parts parts)
        : m_parts(std::move(parts)) {}
    /// Errors: those of http::Client; `scim_sync.answer`: a success that is no JSON.
    [[nodiscard]] Result<Reply> ask(std::string_view method, const std::string& path, const json::Value& body) override;

private:
    Parts m_parts;
};

} // namespace gatehouse::scim::sync
