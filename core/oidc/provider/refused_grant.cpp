// SPDX-License-Identifier: Apache-2.0
#include "audit/audit.h"
#include "base/log.h"
#include "oidc/provider/grants.h"

namespace gatehouse::oidc::provider {
namespace {

/// Whoever repeats a refused request fills no log.
constexpr Seconds kBetweenNotes{10};

} // namespace

void noteRefusedGrant(const Parts& parts, const Issuer& issuer, const apps::App& app, std::string_view grant,
                      const Error& error, const std::string& ip) {
    const Time now = parts.clock.now();
    audit::Record denied;
    denied.type = "AccessDenied";
    denied.outcome = audit::Outcome::Denied;
    denied.reason = error.reason;
    denied.actor = {audit::ActorType::Service, app.id.text(), {}};
    denied.target = {"app", app.id.text(), {}};
    denied.ip = ip;
    denied.data = {{"app", app.name}, {"grant", grant}};
    const std::string name =
        app.id.text() + '\n' + error.reason + '\n' + std::to_string(toUnixSeconds(now) / kBetweenNotes.count());
    const auto note = [&]() -> Status {
        TRY(sealer, parts.keys.sealerFor(issuer.keys));
        return parts.store.write([&](store::Writer& writer) -> Status {
            TRY(first, sessions::spendOnce(writer, issuer.keys, "refused_grant", name, now + kBetweenNotes));
            return first ? audit::append(writer, sealer, issuer.keys, denied, now) : Status();
        });
    };
    if (const Status noted = note(); !noted) {
        log::warn("provider.token_refused", {{"reason", noted.error().reason}});
    }
}

} // namespace gatehouse::oidc::provider
