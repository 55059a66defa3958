// SPDX-License-Identifier: Apache-2.0
#include "login/kept_secrets.h"

#include <algorithm>

#include "json/json.h"

namespace gatehouse::login {
namespace {

constexpr std::size_t kMostBytes = std::size_t{16} * 1024 * 1024; ///< of a tenant; later logins are redacted as ever

// What they take at most when few of their characters have to be escaped.
std::size_t roomFor(const std::vector<Message>& messages) {
    constexpr std::size_t kAround = 512; // names, times, headers
    std::size_t room = 0;
    for (const Message& message : messages) {
        if (message.unredacted) {
            room += kAround + 2 * (message.unredacted->body.size() + message.unredacted->address.size());
        }
    }
    return room;
}

} // namespace

Time KeptSecrets::open(const TenantId& tenant, Time now) {
    const std::lock_guard lock(m_mutex);
    m_windows[tenant] = Window{now + kLife, {}, 0};
    m_any = true;
    return now + kLife;
}

bool KeptSecrets::close(const TenantId& tenant, Time now) {
    const std::lock_guard lock(m_mutex);
    const bool open = openWindow(tenant, now) != nullptr;
    m_windows.erase(tenant);
    m_any = !m_windows.empty();
    return open;
}

std::optional<Time> KeptSecrets::until(const TenantId& tenant, Time now) const {
    if (!m_any) {
        return std::nullopt;
    }
    const std::lock_guard lock(m_mutex);
    const Window* window = openWindow(tenant, now);
    return window == nullptr ? std::nullopt : std::optional(window->until);
}

Twin KeptSecrets::twin(const TenantId& tenant, Time now) const {
    return until(tenant, now) ? Twin::WithTokens : Twin::None;
}

void KeptSecrets::add(const TenantId& tenant, const FlowId& flow, const std::vector<Message>& messages, Time now) {
    if (!m_any || std::none_of(messages.begin(), messages.end(), [](const Message& m) { return m.unredacted; })) {
        return;
    }
    std::string all;
    all.reserve(roomFor(messages)); // growing would leave copies behind
    json::TextWriter out(all);
    out.beginArray();
    for (const Message& message : messages) {
        if (message.unredacted) {
            writeKept(out, *message.unredacted);
        }
    }
    out.endArray();
    Secret text(std::move(all));
    const std::lock_guard lock(m_mutex);
    const auto found = m_windows.find(tenant);
    if (found == m_windows.end() || now >= found->second.until ||
        found->second.bytes + text.reveal().size() > kMostBytes) {
        return;
    }
    found->second.bytes += text.reveal().size();
    found->second.kept.push_back({flow, std::move(text)});
}

Result<std::vector<Message>> KeptSecrets::of(const TenantId& tenant, const FlowId& flow, Time now) const {
    std::vector<Message> messages;
    const std::lock_guard lock(m_mutex);
    if (const Window* window = openWindow(tenant, now)) {
        for (const Kept& kept : window->kept) {
            const auto list = kept.flow == flow ? json::parse(kept.text.reveal(), {.bytes = kMostBytes})
                                                : Result<json::Value>(json::Array());
            for (const json::Value& each : list ? list->get_array() : json::Array()) {
                messages.push_back(messageFrom(each.get_object()));
            }
        }
    }
    if (messages.empty()) {
        return fail(Code::FailedPrecondition, "flow.no_secrets");
    }
    return messages;
}

void KeptSecrets::forget(Time now) {
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_windows, [now](const auto& each) { return now >= each.second.until; });
    m_any = !m_windows.empty();
}

const KeptSecrets::Window* KeptSecrets::openWindow(const TenantId& tenant, Time now) const {
    const auto found = m_windows.find(tenant);
    return found == m_windows.end() || now >= found->second.until ? nullptr : &found->second;
}

} // namespace gatehouse::login
