// SPDX-License-Identifier: Apache-2.0
#include "admin/session_view.h"

#include "admin/api/codec.h"
#include "apps/issuer_app.h"
#include "directory/directory.h"
#include "oauth/sender_key.h"
#include "oidc/provider/backchannel_logout.h"

namespace gatehouse::admin {
namespace {

std::string_view boundTo(const std::string& key) {
    if (key.empty()) {
        return "no";
    }
    return oauth::isCertificateKey(key) ? "certificate" : "dpop";
}

api::SessionGrant grantOf(const sessions::Family& family, const std::optional<apps::App>& app) {
    api::SessionGrant out;
    out.id = family.id;
    out.appId = family.app.text();
    if (app) {
        out.app = app->name;
        out.clientId = app->clientId;
        out.told = !app->backchannelLogoutUri.empty();
    }
    out.scopes = family.scopes;
    out.bound = boundTo(family.jkt);
    out.createdAt = family.createdAt;
    out.lastRefresh = family.lastRefresh;
    out.expiresAt = family.expiresAt;
    out.revokedAt = family.revokedAt;
    return out;
}

} // namespace

api::LogoutConfirmation confirmationOf(const outbox::Receipt& receipt, const std::optional<apps::App>& app) {
    api::LogoutConfirmation out;
    out.sessionId = receipt.subject;
    out.appId = receipt.destination;
    if (app) {
        out.app = app->name;
        out.clientId = app->clientId;
    }
    out.state = stateName(receipt.state);
    out.attempts = receipt.attempts;
    out.status = receipt.status;
    out.reason = receipt.reason;
    out.createdAt = receipt.createdAt;
    out.triedAt = receipt.triedAt;
    out.nextTryAt = receipt.dueAt;
    out.elapsedMs = receipt.elapsed.count();
    out.afterMs = receipt.triedAt ? (*receipt.triedAt - receipt.createdAt).count() : 0;
    return out;
}

Result<json::Object> showSession(store::Reader& reader, const Scoped& scoped, const sessions::Session& session) {
    json::Object out = sessions::toJson(session);
    const auto user = directory::findUser(reader, scoped.sealer, session.user);
    if (!user && user.error().code != Code::NotFound) {
        return tl::unexpected<Error>(user.error());
    }
    out["userName"] = user ? user->userName : std::string();
    api::Session nested; // its two lists, by the contract's own words
    TRY(grants, sessions::grantsOf(reader, scoped.tenant, session.id));
    for (const sessions::Family& each : grants) {
        TRY(app, apps::findAtIssuer(reader, scoped.tenant, each.app));
        nested.grants.push_back(grantOf(each, app));
    }
    if (session.endedAt) {
        TRY(receipts, outbox::receipts(reader, scoped.tenant, oidc::provider::kBackchannelLogout, session.id.text()));
        for (const outbox::Receipt& each : receipts) {
            TRY(app, apps::findAtIssuer(reader, scoped.tenant, AppId(each.destination)));
            nested.confirmations.push_back(confirmationOf(each, app));
        }
    }
    const json::Value shown = api::toJson(nested);
    for (const char* member : {"grants", "confirmations"}) {
        out[member] = shown.get_object().at(member);
    }
    return out;
}

} // namespace gatehouse::admin
