// SPDX-License-Identifier: Apache-2.0
// The device asks whether its person has answered (RFC 8628, 3.4 and 3.5).
#include <algorithm>

#include "audit/audit.h"
#include "oauth/pkce.h"
#include "oauth/resource.h"
#include "oauth/tokens.h"
#include "oidc/provider/access_tokens.h"
#include "oidc/provider/device_codes.h"
#include "oidc/provider/grants.h"
#include "sessions/device_requests.h"

namespace gatehouse::oidc::provider {
namespace {

constexpr Seconds kSlower{5}; ///< what a device that asks too often has to wait longer from then on

// What a look at the request says already, without anything being spent. Empty: the person has approved.
std::string_view standing(const sessions::KeptDeviceRequest& kept, const ClientRequest& client, Time now) {
    if (kept.request.app != client.app->id) {
        return "oauth.invalid_grant.client";
    }
    const std::string& challenge = kept.request.codeChallenge;
    const auto verifier = client.form.get("code_verifier").value_or("");
    if (challenge.empty() ? !verifier.empty() : !oauth::checkVerifier(challenge, verifier)) {
        return "oauth.invalid_grant.pkce";
    }
    switch (kept.state) {
    case sessions::DeviceState::Redeemed:
        return "oauth.invalid_grant.reused";
    case sessions::DeviceState::Denied:
        return "oauth.access_denied.device";
    case sessions::DeviceState::Pending:
    case sessions::DeviceState::Approved:
        break;
    }
    if (now >= kept.request.expiresAt) {
        return "oauth.expired_token";
    }
    return kept.state == sessions::DeviceState::Approved ? std::string_view() : "oauth.authorization_pending";
}

audit::Record record(std::string type, const apps::App& app, const sessions::Family& family, const std::string& ip) {
    audit::Record out;
    out.type = std::move(type);
    out.actor = {audit::ActorType::Service, app.id.text(), {}};
    out.target = {"user", family.user.text(), {}};
    out.ip = ip;
    out.data = {{"app", app.name}, {"grant", "device_code"}, {"session", family.session.text()}, {"family", family.id}};
    return out;
}

// A device that asks again sooner than it was told has to wait longer from then on.
Result<Decision> wait(store::Writer& writer, const Issuer& issuer, const sessions::KeptDeviceRequest& kept, Time now) {
    const bool tooSoon = kept.lastPoll && now - *kept.lastPoll < kept.interval;
    const Seconds interval = tooSoon ? kept.interval + kSlower : kept.interval;
    ENSURE(sessions::notePoll(writer, issuer.keys, kept.deviceHash, interval, now));
    return Decision{tooSoon ? "oauth.slow_down" : "oauth.authorization_pending"};
}

// Whoever was first may be the thief: what came of the code ends, as it does with an authorization code.
Status endReused(store::Writer& writer, const store::Sealer& sealer, const sessions::KeptDeviceRequest& kept,
                 const apps::App& app, const std::string& ip, Time now) {
    TRY(family, sessions::findFamily(writer, sealer.tenant(), kept.family));
    ENSURE(sessions::revokeFamily(writer, sealer.tenant(), family.id, now));
    audit::Record reuse = record("TokenReuseDetected", app, family, ip);
    reuse.outcome = audit::Outcome::Denied;
    reuse.reason = "oauth.invalid_grant.reused";
    return audit::append(writer, sealer, sealer.tenant(), reuse, now);
}

bool mayRefresh(const apps::App& app) {
    return std::find(app.grantTypes.begin(), app.grantTypes.end(), "refresh_token") != app.grantTypes.end();
}

} // namespace

Result<TokenAnswer> grantDevice(const Parts& parts, const Issuer& issuer, const ClientRequest& request,
                                const std::string& ip) {
    TRY(hash, oauth::hashOf(oauth::TokenKind::DeviceCode, request.form.get("device_code").value_or("")));
    TRY(issuerSealer, parts.keys.sealerFor(issuer.keys));
    const apps::App& app = *request.app;
    TRY(resources, oauth::requestedResources(request.form, app.audiences));
    TRY(seen, parts.store.read(
                  [&](store::Reader& reader) { return sessions::findDeviceRequest(reader, issuerSealer, hash); }));
    if (!seen) {
        return fail(Code::InvalidArgument, "oauth.invalid_grant.unknown");
    }
    const Time now = parts.clock.now();
    TRY(sealer, parts.keys.sealerFor(seen->tenant.empty() ? issuer.keys : seen->tenant));
    std::string refreshToken;
    Bytes refreshHash;
    if (mayRefresh(app)) {
        refreshToken = oauth::mint(oauth::TokenKind::RefreshToken, now);
        TRY(made, oauth::hashOf(oauth::TokenKind::RefreshToken, refreshToken));
        refreshHash = std::move(made);
    }
    const TenantId& tenant = sealer.tenant();
    const auto decide = [&](store::Writer& writer) -> Result<Decision> {
        TRY(kept, sessions::findDeviceRequest(writer, issuerSealer, hash));
        std::string_view refusal = kept ? standing(*kept, request, now) : "oauth.invalid_grant.unknown";
        if (refusal.empty() && kept->tenant != tenant) {
            refusal = "oauth.authorization_pending"; // answered since we looked: the next time
        }
        if (refusal == "oauth.authorization_pending") {
            return wait(writer, issuer, *kept, now);
        }
        if (refusal == "oauth.invalid_grant.reused" && kept->tenant == tenant) {
            ENSURE(endReused(writer, sealer, *kept, app, ip, now));
        }
        if (!refusal.empty()) {
            return Decision{refusal};
        }
        TRY(family, sessions::findFamily(writer, tenant, kept->family));
        if (!isWithin(resources, family)) {
            return Decision{"oauth.invalid_target"};
        }
        auto details = narrowedDetails(request.form, app, family);
        if (!details) {
            return Decision{"oauth.invalid_authorization_details"};
        }
        TRY(first, sessions::redeemDeviceRequest(writer, issuer.keys, hash));
        if (!first) {
            return Decision{"oauth.invalid_grant.reused"};
        }
        TRY(subject, findSubject(parts, writer, sealer, family, now));
        if (!subject) {
            audit::Record denied = record("AccessDenied", app, family, ip);
            denied.outcome = audit::Outcome::Denied;
            denied.reason = "oauth.access_denied.ended";
            ENSURE(audit::append(writer, sealer, tenant, denied, now));
            return Decision{"oauth.access_denied.ended"};
        }
        if (!refreshHash.empty()) {
            ENSURE(keepFirstRefresh(writer, issuer, tenant, request, family, refreshHash));
        }
        ENSURE(audit::append(writer, sealer, tenant, record("TokenIssued", app, family, ip), now));
        TokenScope wanted{family.scopes, resources, request.jkt()};
        wanted.authorizationDetails = *std::move(details);
        return Decision{{}, *std::move(subject), std::move(wanted), refreshToken};
    };
    return decideAndSign(parts, issuer, app, sealer, Code::FailedPrecondition, decide);
}

} // namespace gatehouse::oidc::provider
