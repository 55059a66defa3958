// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/ids.h"
#include "base/time.h"
#include "http/client.h"
#include "jose/jwk.h"

namespace gatehouse::oidc::provider {

/// Public keys that others publish. A fetched set is fresh for ten minutes; a key id that it lacks has it fetched
/// again, at most once a minute; while the place does not answer, the last good set counts for a day. At most 10,000
/// sets are held.
class RemoteKeys {
public:
    explicit RemoteKeys(const Clock& clock)
        : m_clock(clock) {}
    /// `place` is the key of the set, with the tenant that asks in it: what one tenant's address says is nothing to
    /// another's. `kid` may be empty. The errors of `fetch`, and `outbound.protocol` for a minute after one.
    [[nodiscard]] Result<std::shared_ptr<const jose::JwkSet>> get(const std::string& place, std::string_view kid,
                                                                  const std::function<Result<jose::JwkSet>()>& fetch);

private:
    struct Entry {
        std::mutex fetching;
        std::mutex guard;
        std::shared_ptr<const jose::JwkSet> keys;
        Time fetchedAt;
        Time nextAttempt;
    };
    [[nodiscard]] std::shared_ptr<Entry> entry(const std::string& place);

    const Clock& m_clock;
    std::mutex m_mutex;
    std::unordered_map<std::string, std::shared_ptr<Entry>> m_entries;
};

/// The body at `url`, of at most 64 KiB, within five seconds. Errors of http::Client, `outbound.protocol`.
[[nodiscard]] Result<std::string> fetchJson(http::Client& client, const TenantId& asks, const std::string& url);

} // namespace gatehouse::oidc::provider
