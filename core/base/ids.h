// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <functional>
#include <string>
#include <utility>

namespace gatehouse {

/// An identifier that cannot be mistaken for another kind. The text is a UUIDv7 in lower case (RFC 9562) made by
/// crypto::newUuid, and is compared as bytes.
template <class Tag>
class Id {
public:
    Id() = default;
    explicit Id(std::string text)
        : m_text(std::move(text)) {}
    [[nodiscard]] const std::string& text() const { return m_text; }
    [[nodiscard]] bool empty() const { return m_text.empty(); }
    friend auto operator<=>(const Id&, const Id&) = default;

private:
    std::string m_text;
};

using TenantId = Id<struct TenantTag>;
using UserId = Id<struct UserTag>;
using GroupId = Id<struct GroupTag>;
using ConnectionId = Id<struct ConnectionTag>;
using AppId = Id<struct AppTag>;
using SessionId = Id<struct SessionTag>;
using FlowId = Id<struct FlowTag>;
using KeyId = Id<struct KeyTag>;

/// Owns what belongs to no tenant (apps for all tenants, admin tokens, the front door's keys): a row in the tenants
/// table that no list or look-up shows.
[[nodiscard]] inline const TenantId& platformTenant() {
    static const TenantId id("00000000-0000-7000-8000-000000000000");
    return id;
}

} // namespace gatehouse

template <class Tag>
struct std::hash<gatehouse::Id<Tag>> {
    std::size_t operator()(const gatehouse::Id<Tag>& id) const noexcept { return std::hash<std::string>()(id.text()); }
};
