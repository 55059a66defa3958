// SPDX-License-Identifier: Apache-2.0
#include "admin/fetched.h"

#include <utility>

namespace gatehouse::admin {

const Result<std::string>* Fetched::find(const TenantId& asks, const std::string& url, const apps::Expected& expected) {
    const auto found = m_bodies.find(url);
    if (found == m_bodies.end()) {
        m_lacking.insert_or_assign(url, Question{asks, expected});
        return nullptr;
    }
    return &found->second;
}

Status Fetched::fetch(const Context& context) {
    std::optional<login::WorkerShares::Held> held;
    if (context.request.tenant) {
        TRY(share, context.outside(std::nullopt));
        if (share) {
            held.emplace(*std::move(share));
        }
    }
    for (const auto& [url, question] : std::exchange(m_lacking, {})) {
        m_bodies.insert_or_assign(url,
                                  apps::fetchBody(context.services.outbound, question.asks, url, question.expected));
    }
    return {};
}

} // namespace gatehouse::admin
