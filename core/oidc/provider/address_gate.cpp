// SPDX-License-Identifier: Apache-2.0
#include "oidc/provider/address_gate.h"

#include "audit/audit.h"
#include "tenants/addresses.h"

namespace gatehouse::oidc::provider {
namespace {

audit::Record recordOf(const sessions::Session& session, const std::string& address, std::string_view reason) {
    audit::Record record;
    record.type = "RiskDetected";
    record.actor = {audit::ActorType::User, session.user.text(), {}};
    record.target = {"session", session.id.text(), {}};
    record.ip = address;
    record.reason = reason;
    record.data = {{"from", session.ip}, {"to", address}};
    return record;
}

} // namespace

bool watchesAddresses(const tenants::Settings& settings) {
    return settings.ipPinning != tenants::IpPinning::Off || !settings.blockedAddresses.empty();
}

bool isOddAddress(const tenants::Settings& settings, const sessions::Session& session, std::string_view address) {
    const bool pinned = settings.ipPinning != tenants::IpPinning::Off;
    return tenants::isBlocked(settings, address) || (pinned && !tenants::isSamePlace(session.ip, address));
}

Result<std::string_view> judgeAddress(store::Writer& writer, sessions::Endings& endings, const store::Sealer& sealer,
                                      const tenants::Settings& settings, const sessions::Session& session,
                                      const std::string& address, Time now) {
    const TenantId& tenant = sealer.tenant();
    const bool blocked = tenants::isBlocked(settings, address);
    const std::string_view reason = blocked ? "address_blocked" : "address_changed";
    audit::Record record = recordOf(session, address, reason);
    if (!blocked && settings.ipPinning == tenants::IpPinning::Notify) {
        ENSURE(sessions::moveTo(writer, sealer, session, address));
        ENSURE(audit::append(writer, sealer, tenant, record, now));
        return std::string_view();
    }
    TRY(first, sessions::end(writer, endings, tenant, session.id, reason, now));
    if (first) {
        record.outcome = audit::Outcome::Denied;
        ENSURE(audit::append(writer, sealer, tenant, record, now));
        record.type = "SessionRevoked";
        record.outcome = audit::Outcome::Success;
        record.data = {{"userId", session.user.text()}};
        ENSURE(audit::append(writer, sealer, tenant, record, now));
    }
    return reason;
}

} // namespace gatehouse::oidc::provider
