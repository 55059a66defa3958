// SPDX-License-Identifier: Apache-2.0
#include "broker/demo.h"

#include "admin/api/codec.h"
#include "crypto/random.h"
#include "json/json.h"

namespace gatehouse::broker {
namespace {

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
    ENSURE(admin.call("POST", kTenant + "/domains", {{"name", "acme.example"}}));
    ENSURE(admin.call("POST", kTenant + "/domains/acme.example/verify", {{"assert", true}}));
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
    const std::string id = admin.idOf(kTenant + "/connections", "name", "practice");
    json::Object connection{{"issuer", issuer}, {"clientId", "gatehouse"}, {"clientSecret", secret}};
    if (!id.empty()) {
        return admin.call("PATCH", kTenant + "/connections/" + id, connection).map([](const json::Object&) {});
    }
    connection["name"] = "practice";
    connection["displayName"] = "Acme practice IdP";
    connection["type"] = "oidc";
    connection["enabled"] = true;
    connection["scopes"] = json::Array{"openid", "email", "profile", "groups"};
    connection["domains"] = json::Array{"acme.example"};
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
    const std::string id = admin.idOf(kTenant + "/apps", "name", "Demo app");
    if (id.empty()) {
        json::Object app = addresses;
        app["name"] = "Demo app";
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

admin::SandboxControl sandboxControl(Demo& demo) {
    const auto describe = [&demo](const tenants::Tenant& tenant) -> Result<admin::api::Sandbox> {
        if (!demo.idp || tenant.slug != kDemoTenant) {
            return fail(Code::NotFound, "sandbox.not_found");
        }
        auto decoded = admin::api::Codec<admin::api::Sandbox>::fromJson(json::Value(demo.idp->describe()),
                                                                        admin::api::Side::Reply);
        return decoded ? Result<admin::api::Sandbox>(*std::move(decoded)) : fail(Code::Internal, "sandbox.shape");
    };
    const auto setFaults = [&demo,
                            describe](const tenants::Tenant& tenant,
                                      const std::vector<admin::api::Fault>& faults) -> Result<admin::api::Sandbox> {
        TRY(known, describe(tenant));
        json::Array wanted;
        for (const admin::api::Fault& fault : faults) {
            wanted.push_back(json::Object{{"name", fault.name}, {"on", fault.on}});
        }
        if (!demo.idp->update({{"faults", std::move(wanted)}}).empty()) {
            return fail(Code::InvalidArgument, "sandbox.fault_unknown");
        }
        return describe(tenant);
    };
    return {describe, setFaults};
}

Result<Demo> makeDemo(const admin::api::Dispatcher& dispatcher, const http::Handler& broker,
                      const std::string& publicUrl, const Clock& clock) {
    const AdminCalls admin(dispatcher);
    Demo demo;
    const std::string secret = crypto::randomToken();
    sandbox::IdpOptions idp;
    idp.path = "/sandbox/" + std::string(kDemoTenant);
    idp.issuer = publicUrl + idp.path;
    idp.title = "Acme practice sign-in";
    idp.clientId = "gatehouse";
    idp.clientSecret = Secret::copyOf(secret);
    idp.publicUrl = publicUrl;
    TRY(made, sandbox::SandboxIdp::create(idp, clock));
    demo.idp = std::move(made);
    ENSURE(ensureTenant(admin));
    ENSURE(ensureConnection(admin, idp.issuer, secret));
    TRY(client, ensureApp(admin, publicUrl + "/demo"));
    sandbox::DemoAppOptions app;
    app.url = publicUrl + "/demo";
    app.path = "/demo";
    app.issuer = publicUrl + "/t/" + std::string(kDemoTenant);
    app.clientId = client.id;
    app.clientSecret = std::move(client.secret);
    demo.app = std::make_unique<sandbox::DemoApp>(std::move(app), sandbox::inProcess(broker, publicUrl), clock);
    return demo;
}

} // namespace gatehouse::broker
