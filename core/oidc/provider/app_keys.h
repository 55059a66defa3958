// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "apps/app.h"
#include "base/time.h"
#include "http/client.h"
#include "jose/jwk.h"

namespace gatehouse::oidc::provider {

/// The public keys that apps prove themselves with: those of the record, or fetched from its jwksUri. A fetched set is
/// fresh for ten minutes; a key id that it lacks has it fetched again, at most once a minute; while the address does
/// not answer, the last good set counts for a day.
class AppKeys {
public:
    AppKeys(http::Client& client, const Clock& clock)
        : m_client(client)
        , m_clock(clock) {}
    /// `kid` may be empty. `oauth.invalid_client.keys` for an app without keys, or whose keys cannot be had.
    [[nodiscard]] Result<std::shared_ptr<const jose::JwkSet>> get(const apps::App& app, std::string_view kid);

private:
    struct Entry {
        std::mutex fetching;
        std::mutex guard;
        std::shared_ptr<const jose::JwkSet> keys;
        Time fetchedAt;
        Time nextAttempt;
    };
    [[nodiscard]] std::shared_ptr<Entry> entry(const std::string& place);
    [[nodiscard]] Result<std::shared_ptr<const jose::JwkSet>> fetched(const apps::App& app, std::string_view kid);
    [[nodiscard]] Result<jose::JwkSet> fetch(const apps::App& app);

    http::Client& m_client;
    const Clock& m_clock;
    std::mutex m_mutex;
    std::unordered_map<std::string, std::shared_ptr<Entry>> m_entries;
};

} // namespace gatehouse::oidc::provider
