// SPDX-License-Identifier: Apache-2.0
#include "login/recent_attempts.h"

#include <utility>

namespace gatehouse::login {
namespace {

constexpr std::size_t kLongest = 8 * 1024; ///< of what a request brings: anybody may begin attempts

std::size_t sizeOf(const Flow& flow) {
    std::size_t size = flow.trip.loginHint.size() + flow.userAgent.size();
    for (const Message& message : flow.messages) {
        size += message.address.size();
    }
    return size;
}

std::string keyOf(const TenantId& tenant, std::string_view state) {
    return tenant.text() + "/" + std::string(state);
}

} // namespace

void RecentAttempts::add(Flow flow) {
    if (sizeOf(flow) > kLongest) {
        return;
    }
    for (Message& message : flow.messages) {
        message.unredacted.reset(); // as in the store
    }
    const Time now = flow.startedAt;
    std::string key = keyOf(flow.tenant, flow.trip.state);
    const std::lock_guard lock(m_mutex);
    m_order.push_back(key);
    m_flows.insert_or_assign(std::move(key), std::move(flow));
    while (!m_order.empty() && (m_order.size() > m_most || isOver(m_order.front(), now))) {
        m_flows.erase(m_order.front());
        m_order.pop_front();
    }
}

bool RecentAttempts::isOver(const std::string& key, Time now) const {
    const auto found = m_flows.find(key);
    return found == m_flows.end() || found->second.expiresAt <= now;
}

std::optional<Flow> RecentAttempts::take(const TenantId& tenant, std::string_view state, const Presenter& presenter,
                                         Time now) {
    const std::string key = keyOf(tenant, state);
    const std::lock_guard lock(m_mutex);
    const auto found = m_flows.find(key);
    if (found == m_flows.end() || !mayGoOn(found->second, presenter, now)) {
        return std::nullopt;
    }
    std::optional<Flow> flow(std::move(found->second));
    m_flows.erase(found);
    return flow;
}

} // namespace gatehouse::login
