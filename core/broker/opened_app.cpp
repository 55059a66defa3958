// SPDX-License-Identifier: Apache-2.0
#include "broker/opened_app.h"

#include "http/forms.h"

namespace gatehouse::broker {
namespace {

constexpr std::size_t kLooksAt = 200;

bool canBeOpened(const apps::App& app) {
    return !app.initiateLoginUri.empty() || (app.type == apps::Type::Saml && app.saml.idpInitiated);
}

std::string startOf(const apps::App& app, const web::PublicUrl& publicUrl, const tenants::Tenant& tenant) {
    http::Parameters parameters;
    const std::string issuer = publicUrl.tenantIssuer(tenant.slug);
    if (app.type == apps::Type::Saml) {
        parameters.append("app", app.clientId);
        return http::withQuery(issuer + "/saml/launch", parameters);
    }
    parameters.append("iss", issuer);
    return http::withQuery(app.initiateLoginUri, parameters);
}

/// Null: there are none or several.
Result<std::shared_ptr<const apps::App>> onlyOne(store::Store& store, const tenants::Tenant& tenant) {
    std::shared_ptr<const apps::App> found;
    TRY(page, store.read([&](store::Reader& reader) { return apps::list(reader, tenant.id, "", "", kLooksAt); }));
    for (apps::App& each : page.items) {
        if (canBeOpened(each)) {
            if (found) {
                return std::shared_ptr<const apps::App>();
            }
            found = std::make_shared<const apps::App>(std::move(each));
        }
    }
    return found;
}

Result<std::shared_ptr<const apps::App>> named(apps::AppCache& apps, const tenants::Tenant& tenant,
                                               const std::string& relayState) {
    if (relayState.empty()) {
        return fail(Code::NotFound, "apps.not_found");
    }
    auto byClientId = apps.find(tenant.id, tenant.slug, relayState);
    return byClientId ? byClientId : apps.get(tenant.id, AppId(relayState));
}

} // namespace

Result<saml::sp::Opened> openedApp(store::Store& store, apps::AppCache& apps, const web::PublicUrl& publicUrl,
                                   const tenants::Tenant& tenant, const std::string& relayState) {
    auto app = named(apps, tenant, relayState);
    if (!app) {
        app = onlyOne(store, tenant);
    }
    if (!app) {
        return tl::unexpected<Error>(app.error());
    }
    if (!*app || !canBeOpened(**app)) {
        return fail(Code::PermissionDenied, "saml.unsolicited", "a response that names no request, for no app");
    }
    std::string startAt = startOf(**app, publicUrl, tenant);
    json::Object downstream{{"startAt", startAt}, {"clientId", (*app)->clientId}, {"issuer", tenant.id.text()}};
    return saml::sp::Opened{*std::move(app), std::move(startAt), std::move(downstream)};
}

} // namespace gatehouse::broker
