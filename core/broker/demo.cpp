// SPDX-License-Identifier: Apache-2.0
#include "broker/demo.h"

#include "crypto/random.h"
#include "json/json.h"

namespace gatehouse::broker {
namespace {

constexpr std::string_view kDemoAppName = "Demo app";
constexpr std::string_view kDemoDomain = "acme.example";

// The Admin API as the demo needs it: JSON in, JSON out, an error for anything but success.
class AdminCalls {
public:
    explicit AdminCalls(const admin::api::Dispatcher& admin)
        : m_admin(admin) {}

    Result<json::Object> call(const std::string& method, const std::string& path, const json::Object& body) const {
        admin::api::Call call{method, path, {{"Content-Type", "application/json"}}, json::write(body)};
        if (method == "PATCH") {
            call.headers = {{"Content-Type", "application/merge-patch+json"}};
        }
        const admin::api::Reply reply = m_admin(call);
        auto object = json::parseObject(reply.body.empty() ? "{}" : reply.body);
        if (reply.status >= 200 && reply.status < 300 && object) {
            return object;
        }
        const std::string code(object ? json::stringMember(*object, "code").value_or("") : "");
        return fail(reply.status == 404   ? Code::NotFound
                    : reply.status == 409 ? Code::Conflict
                                          : Code::FailedPrecondition,
                    "demo." + code,
                    method + " " + path + ": HTTP " + std::to_string(reply.status) + " " + reply.body.substr(0, 500));
    }
    Result<json::Object> get(const std::string& path) const {
        const admin::api::Reply reply = m_admin({"GET", path, {}, {}});
        return reply.status == 200 ? json::parseObject(reply.body) : fail(Code::NotFound, "demo.not_found", path);
    }
    // The id of the item of a list whose member `name` has this value; empty if there is none.
    std::string idOf(const std::string& path, std::string_view name, std::string_view value) const {
        const auto list = get(path);
        const json::Array* items = list ? json::arrayMember(*list, "items") : nullptr;
        for (std::size_t i = 0; items != nullptr && i < items->size(); ++i) {
            if ((*items)[i].is_object() && json::stringMember((*items)[i].get_object(), name) == value) {
                return std::string(json::stringMember((*items)[i].get_object(), "id").value_or(""));
            }
        }
        return {};
    }

private:
    const admin::api::Dispatcher& m_admin;
};

const std::string kTenant = "/admin/v1/tenants/" + std::string(kDemoTenant);

Status ensureTenant(const AdminCalls& admin) {
    if (admin.get(kTenant)) {
        return {};
    }
    ENSURE(
        admin.call("POST", "/admin/v1/tenants", {{"slug", kDemoTenant}, {"name", "Acme Corp"}, {"kind", "sandbox"}}));
    ENSURE(admin.call("POST", kTenant + "/domains", {{"name", kDemoDomain}}));
    ENSURE(admin.call("POST", kTenant + "/domains/" + std::string(kDemoDomain) + "/verify", {{"assert", true}}));
    for (const auto& [name, description] :
         {std::pair("admin", "Runs the workspace"), std::pair("member", "Works in it")}) {
        ENSURE(admin.call("POST", kTenant + "/roles", {{"name", name}, {"description", description}}));
    }
    return {};
}

json::Object mapping() {
    const auto attribute = [](std::string_view target, json::Value source) {
        return json::Object{{"target", target}, {"source", std::move(source)}};
    };
    json::Object email = attribute("email", "email");
    email["required"] = true;
    email["transforms"] = json::Array{"trim", "lowercase"};
    return {
        {"attributes", json::Array{email, attribute("displayName", json::Array{"name", "{given_name} {family_name}"}),
                                   attribute("givenName", "given_name"), attribute("familyName", "family_name")}},
        {"roles", json::Array{json::Object{
                      {"when", json::Object{{"claim", "groups"}, {"op", "contains"}, {"value", "eng-admins"}}},
                      {"assign", json::Array{"admin"}}}}},
        {"defaultRoles", json::Array{"member"}},
        {"groups", json::Object{{"source", "groups"}, {"create", true}}}};
}

Status ensureConnection(const AdminCalls& admin, const std::string& issuer, const std::string& secret) {
    const std::string id = admin.idOf(kTenant + "/connections", "name", kDemoConnection);
    json::Object connection{{"issuer", issuer}, {"clientId", "gatehouse"}, {"clientSecret", secret}};
    if (!id.empty()) {
        return admin.call("PATCH", kTenant + "/connections/" + id, connection).map([](const json::Object&) {});
    }
    connection["name"] = kDemoConnection;
    connection["displayName"] = "Acme practice IdP";
    connection["type"] = "oidc";
    connection["enabled"] = true;
    connection["scopes"] = json::Array{"openid", "email", "profile", "groups"};
    connection["domains"] = json::Array{kDemoDomain};
    connection["mapping"] = mapping();
    return admin.call("POST", kTenant + "/connections", connection).map([](const json::Object&) {});
}

// It has no domain: who comes by e-mail address goes to the other one.
Status ensureSamlConnection(const AdminCalls& admin, const std::string& metadata) {
    const std::string id = admin.idOf(kTenant + "/connections", "name", kDemoSamlConnection);
    // The document, not its address: its key is another after each start, which nobody should have to approve.
    json::Object connection{{"metadataXml", metadata}};
    if (!id.empty()) {
        return admin.call("PATCH", kTenant + "/connections/" + id, connection).map([](const json::Object&) {});
    }
    connection["name"] = kDemoSamlConnection;
    connection["displayName"] = "Acme practice IdP (SAML)";
    connection["type"] = "saml";
    connection["enabled"] = true;
    connection["trustEmail"] = true;
    connection["acrMapping"] = json::Array{json::Object{{"ours", "phr"}, {"theirs", sandbox::kMfaContext}}};
    connection["mapping"] = mapping();
    return admin.call("POST", kTenant + "/connections", connection).map([](const json::Object&) {});
}

struct DemoClient {
    std::string id;
    Secret secret;
};

Result<DemoClient> ensureApp(const AdminCalls& admin, const std::string& url) {
    const json::Object addresses{{"redirectUris", json::Array{sandbox::DemoApp::redirectUri(url)}},
                                 {"postLogoutRedirectUris", json::Array{sandbox::DemoApp::postLogoutRedirectUri(url)}}};
    const std::string id = admin.idOf(kTenant + "/apps", "name", kDemoAppName);
    if (id.empty()) {
        json::Object app = addresses;
        app["name"] = kDemoAppName;
        app["type"] = "web";
        TRY(made, admin.call("POST", kTenant + "/apps", app));
        return DemoClient{std::string(json::stringMember(made, "clientId").value_or("")),
                          Secret(std::string(json::stringMember(made, "clientSecret").value_or("")))};
    }
    TRY(app, admin.call("PATCH", kTenant + "/apps/" + id, addresses));
    TRY(rotated, admin.call("POST", kTenant + "/apps/" + id + "/rotate-secret", {}));
    return DemoClient{std::string(json::stringMember(app, "clientId").value_or("")),
                      Secret(std::string(json::stringMember(rotated, "clientSecret").value_or("")))};
}

} // namespace

Result<Demo> makeDemo(DemoParts parts) {
    const AdminCalls admin(parts.admin);
    const std::string& publicUrl = parts.publicUrl;
    Demo demo;
    const std::string secret = crypto::randomToken();
    sandbox::IdpOptions idp;
    idp.path = "/sandbox/" + std::string(kDemoTenant);
    idp.issuer = publicUrl + idp.path;
    idp.company = "Acme Corp";
    idp.clientId = "gatehouse";
    idp.clientSecret = Secret::copyOf(secret);
    idp.publicUrl = publicUrl;
    TRY(made, sandbox::SandboxIdp::create(idp, parts.clock));
    demo.idp = std::move(made);
    ENSURE(ensureTenant(admin));
    ENSURE(ensureConnection(admin, idp.issuer, secret));
    ENSURE(ensureSamlConnection(admin, demo.idp->saml().metadata()));
    demo.appUrl = publicUrl + "/demo";
    TRY(client, ensureApp(admin, demo.appUrl));
    demo.connectionId = admin.idOf(kTenant + "/connections", "name", kDemoConnection);
    demo.samlConnectionId = admin.idOf(kTenant + "/connections", "name", kDemoSamlConnection);
    demo.appId = admin.idOf(kTenant + "/apps", "name", kDemoAppName);
    demo.forgetProvider = [forget = std::move(parts.forgetProvider), id = demo.connectionId] { forget(id); };
    sandbox::DemoAppOptions app;
    app.url = demo.appUrl;
    app.path = "/demo";
    app.issuer = publicUrl + "/t/" + std::string(kDemoTenant);
    app.domain = kDemoDomain;
    app.clientId = client.id;
    app.clientSecret = std::move(client.secret);
    demo.app = std::make_unique<sandbox::DemoApp>(std::move(app),
                                                  sandbox::inProcess(std::move(parts.broker), publicUrl), parts.clock);
    http::CookieOptions cookies;
    cookies.secure = publicUrl.starts_with("https://");
    demo.hold = std::make_unique<sandbox::Hold>(parts.clock, cookies, std::move(parts.onHold));
    return demo;
}

} // namespace gatehouse::broker
