// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "login/flow.h"

namespace gatehouse::login {

/// The attempts that began in this process last, as they were saved, so that a provider's answer does not have to be
/// matched by reading, unsealing and parsing its attempt. The store has them all and decides alone what is spent
/// (finishFlow): an attempt that is not here is read there. Thread safe.
class RecentAttempts {
public:
    explicit RecentAttempts(std::size_t most = 1024)
        : m_most(most) {}
    /// After it was saved; one with unusually long parameters is left to the store.
    void add(Flow flow);
    /// The attempt, once; nullopt if it is not here or may not go on (mayGoOn), and then it stays.
    [[nodiscard]] std::optional<Flow> take(const TenantId& tenant, std::string_view state, const Presenter& presenter,
                                           Time now);

private:
    /// Taken, or expired.
    [[nodiscard]] bool isOver(const std::string& key, Time now) const;

    const std::size_t m_most;
    std::mutex m_mutex;
    std::unordered_map<std::string, Flow> m_flows; ///< by tenant and state
    std::deque<std::string> m_order;               ///< oldest first; some of them are taken
};

} // namespace gatehouse::login
