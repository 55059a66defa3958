// SPDX-License-Identifier: Apache-2.0
// Who calls: by one of the tenant's own tokens, or by an access token of ours.
#include <algorithm>

#include "audit/audit.h"
#include "base/log.h"
#include "http/network_address.h"
#include "provisioning/tokens.h"
#include "scim/server/server.h"

namespace gatehouse::scim::server {
namespace {

constexpr std::size_t kMaxNoted = 10'000;
constexpr Seconds kNoteEvery{60};

std::string bearerOf(const http::Request& request) {
    const std::string_view header = request.headers.get("Authorization").value_or("");
    constexpr std::string_view kScheme = "bearer ";
    if (asciiLower(header.substr(0, kScheme.size())) != kScheme) {
        return {};
    }
    const std::size_t begin = header.find_first_not_of(' ', kScheme.size());
    return begin == std::string_view::npos ? std::string() : std::string(header.substr(begin));
}

bool mayComeFrom(const provisioning::Token& token, const std::string& address) {
    return token.addresses.empty() ||
           std::any_of(token.addresses.begin(), token.addresses.end(), [&](const std::string& range) {
               const auto cidr = http::parseCidr(range);
               const auto ip = http::parseIpAddress(address);
               return cidr && ip && cidr->contains(*ip);
           });
}

// True once a minute for each key.
bool isDue(std::unordered_map<std::string, Time>& noted, const std::string& key, Time now) {
    if (noted.size() >= kMaxNoted) {
        std::erase_if(noted, [&](const auto& each) { return now - each.second >= kNoteEvery; });
    }
    const auto [place, isNew] = noted.try_emplace(key, now);
    if (isNew || now - place->second >= kNoteEvery) {
        place->second = now;
        return true;
    }
    return false;
}

} // namespace

Result<Client> Server::authenticate(const web::Context& context, const store::Sealer& sealer, Time now) {
    const std::string text = bearerOf(context.request);
    if (text.empty()) {
        return fail(Code::Unauthenticated, "scim.no_credentials");
    }
    if (!provisioning::isTokenText(text)) {
        return m_parts.proveAccess ? m_parts.proveAccess(context.tenant, context.request, text)
                                   : Result<Client>(fail(Code::Unauthenticated, "scim.invalid_token"));
    }
    TRY(found,
        m_parts.store.read([&](store::Reader& reader) { return provisioning::findTokenByText(reader, sealer, text); }));
    if (!found || found->expiresAt <= now || !mayComeFrom(*found, context.request.peer.address)) {
        return fail(Code::Unauthenticated, "scim.invalid_token");
    }
    {
        const std::lock_guard lock(m_mutex);
        if (isDue(m_noted, "use " + found->id, now)) {
            m_log.used(context.tenant->id, found->id, now);
        }
    }
    return Client{found->id, found->name, found->connection, true};
}

void Server::noteRefusal(const tenants::Tenant& tenant, const store::Sealer& sealer, const http::Request& request,
                         const Error& error, Time now) {
    log::info("scim.refused", {{"reason", error.reason}, {"tenant", tenant.slug}});
    {
        const std::lock_guard lock(m_mutex);
        if (!isDue(m_noted, tenant.id.text() + " " + request.peer.address + " " + error.reason, now)) {
            return; // one a minute says enough, and nobody fills the log
        }
    }
    audit::Record record;
    record.type = "AccessDenied";
    record.outcome = audit::Outcome::Denied;
    record.actor = {audit::ActorType::Service, {}, {}};
    record.target = {"scim", {}, {}};
    record.ip = request.peer.address;
    record.reason = error.reason;
    const audit::Prepared prepared = audit::prepare(sealer, record, now);
    const Status written = m_parts.store.write([&](store::Writer& writer) { return audit::append(writer, prepared); });
    if (!written) {
        log::warn("scim.audit", {{"reason", written.error().reason}});
    }
}

} // namespace gatehouse::scim::server
