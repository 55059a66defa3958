// SPDX-License-Identifier: Apache-2.0
#include "login/recent_attempts.h"

#include <utility>

namespace gatehouse::login {
namespace {

std::string keyOf(const TenantId& tenant, std::string_view state) {
    return tenant.text() + "/" + std::string(state);
}

} // namespace

void RecentAttempts::add(Flow flow) {
    for (Message& message : flow.messages) {
        message.unredacted.reset(); // as in the store
    }
    std::string key = keyOf(flow.tenant, flow.trip.state);
    const std::lock_guard lock(m_mutex);
    m_order.push_back(key);
    m_flows.insert_or_assign(std::move(key), std::move(flow));
    while (m_order.size() > m_most) {
        m_flows.erase(m_order.front());
        m_order.pop_front();
    }
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
