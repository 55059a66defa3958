// SPDX-License-Identifier: Apache-2.0
#include "tests/flows/world.h"

#include <algorithm>

#include <QtCore>

#include "base/encoding.h"
#include "oauth/pkce.h"

namespace gatehouse::flows {
namespace {

std::string text(const json::Object& object, std::string_view name) {
    return std::string(json::stringMember(object, name).value_or(""));
}

admin::api::Reply dispatch(broker::Broker& broker, const std::string& method, const std::string& path,
                           const json::Object& body) {
    admin::api::Call call{method, "/admin/v1" + path, {}, {}};
    if (method != "GET" && method != "DELETE") {
        call.headers.emplace_back("Content-Type", "application/json");
        call.body = json::write(body);
    }
    return broker.adminDispatcher()(call);
}

void apply(const Changes& changes, http::Parameters& parameters) {
    http::Parameters out;
    for (const auto& [name, value] : parameters.pairs()) {
        const auto changed =
            std::find_if(changes.begin(), changes.end(), [&n = name](const auto& change) { return change.first == n; });
        if (changed == changes.end()) {
            out.append(name, value);
        }
    }
    for (const auto& [name, value] : changes) {
        if (value) {
            out.append(name, *value);
        }
    }
    parameters = std::move(out);
}

json::Object merged(json::Object base, const json::Object& more) {
    for (const auto& member : more) {
        base[member.key()] = member.value();
    }
    return base;
}

} // namespace

World::World(Runs runs, const std::function<void(broker::Config&)>& change) {
    broker::Config config;
    config.dataDir = std::filesystem::path(folder.path().toStdString()) / "data";
    config.listen = {"127.0.0.1:0"};
    config.masterKeyBytes = Secret(std::string(32, 'k'));
    config.workers = 4;
    if (runs == Runs::Still) {
        config.clock = &clock;
    } else {
        clock.set(SystemClock().now());
    }
    config.trustedProxies = {"127.0.0.1"}; // so that a browser can seem to be elsewhere
    if (change) {
        change(config);
    }
    auto started = broker::Broker::start(std::move(config));
    if (!started) {
        qFatal("the broker: %s %s", started.error().reason.c_str(), started.error().detail.c_str());
    }
    broker = *std::move(started);
    url = broker->publicUrl();
    http::ClientOptions options;
    options.policy = {true, false, {}, true, false};
    client = http::makeCurlClient(std::move(options));
    acme = addTenant("acme", company);
    evil = addTenant("evil", stranger);
}

json::Object World::admin(const std::string& method, const std::string& path, const json::Object& body) {
    const admin::api::Reply reply = dispatch(*broker, method, path, body);
    if (reply.status < 200 || reply.status > 299) {
        qFatal("%s %s: %d %s", method.c_str(), path.c_str(), reply.status, reply.body.c_str());
    }
    return json::parseObject(reply.body).value_or(json::Object());
}

admin::api::Reply World::adminReply(const std::string& method, const std::string& path, const json::Object& body) {
    return dispatch(*broker, method, path, body);
}

int World::adminStatus(const std::string& method, const std::string& path, const json::Object& body) {
    return adminReply(method, path, body).status;
}

Tenant World::addTenant(const std::string& slug, ScriptedIdp& idp, const json::Object& settings) {
    Tenant tenant;
    tenant.slug = slug;
    json::Object body{{"slug", slug}, {"name", slug + " Corp"}};
    if (!settings.empty()) {
        body["settings"] = settings;
    }
    tenant.id = text(admin("POST", "/tenants", body), "id");
    for (const char* role : {"member", "admin", "auditor"}) {
        admin("POST", tenant.path("/roles"), {{"name", role}});
    }
    admin("POST", tenant.path("/domains"), {{"name", slug + ".example"}});
    admin("POST", tenant.path("/domains/" + slug + ".example/verify"), {{"assert", true}});
    tenant.connection = addConnection(slug, "company", idp, {{"domains", json::Array{slug + ".example"}}});
    tenant.app = addApp(slug, "portal");
    return tenant;
}

std::string World::addConnection(const std::string& slug, const std::string& name, ScriptedIdp& idp,
                                 const json::Object& more) {
    const json::Object rule{{"when", {{"claim", "groups"}, {"op", "contains"}, {"value", "bosses"}}},
                            {"assign", json::Array{"admin"}}};
    const json::Object mapping{
        {"attributes", json::Array{{{"target", "email"}, {"source", "email"}, {"required", true}},
                                   {{"target", "displayName"}, {"source", "name"}}}},
        {"roles", json::Array{rule}},
        {"defaultRoles", json::Array{"member"}}};
    const json::Object body{{"name", name},
                            {"type", "oidc"},
                            {"enabled", true},
                            {"issuer", idp.issuer()},
                            {"clientId", "gatehouse-" + slug},
                            {"clientSecret", "upstream-secret-of-" + slug},
                            {"mapping", mapping}};
    return text(admin("POST", "/tenants/" + slug + "/connections", merged(body, more)), "id");
}

App World::addApp(const std::string& slug, const std::string& name, const json::Object& more) {
    const std::string path = slug.empty() ? "/apps" : "/tenants/" + slug + "/apps";
    const json::Object body{{"name", name},
                            {"type", "web"},
                            {"redirectUris", json::Array{kRedirect}},
                            {"postLogoutRedirectUris", json::Array{kAfterLogout}},
                            {"auth", "client_secret_basic"}};
    const json::Object made = admin("POST", path, merged(body, more));
    return {text(made, "id"), slug.empty() ? url : url + "/t/" + slug, text(made, "clientId"),
            text(made, "clientSecret"), path + "/" + text(made, "id")};
}

json::Array World::list(const std::string& path) {
    const json::Object page = admin("GET", path + (path.find('?') == std::string::npos ? "?" : "&") + "limit=500");
    const json::Array* items = json::arrayMember(page, "items");
    return items == nullptr ? json::Array() : *items;
}

json::Object World::user(const Tenant& tenant, std::string_view email) {
    for (const json::Value& each : list(tenant.path("/users"))) {
        if (text(each.as_object(), "email") == email) {
            return each.as_object();
        }
    }
    return {};
}

std::vector<json::Object> World::audit(const Tenant& tenant, const std::string& type) {
    std::vector<json::Object> records;
    for (const json::Value& each : list(tenant.path("/audit?type=" + type))) {
        records.push_back(each.as_object());
    }
    std::sort(records.begin(), records.end(), [](const json::Object& a, const json::Object& b) {
        return json::integerMember(a, "seq") > json::integerMember(b, "seq");
    });
    return records;
}

std::string World::lastFailure(const Tenant& tenant) {
    const auto records = audit(tenant, "SSOLoginFailure");
    return records.empty() ? std::string() : reasonOf(records.front());
}

std::string World::authorizeUrl(const App& app, const Changes& changes) const {
    http::Parameters query;
    query.append("response_type", "code");
    query.append("client_id", app.clientId);
    query.append("redirect_uri", kRedirect);
    query.append("scope", "openid email profile groups offline_access");
    query.append("state", "state-of-the-app");
    query.append("nonce", "nonce-of-the-app");
    query.append("code_challenge", oauth::challengeFor(kVerifier));
    query.append("code_challenge_method", "S256");
    apply(changes, query);
    return http::withQuery(app.issuer + "/oauth2/authorize", query);
}

std::string World::toCallback(Browser& browser, const App& app, const Changes& changes) {
    return browser.follow(authorizeUrl(app, changes), url + "/sso/").location;
}

Answer World::signIn(Browser& browser, const App& app, const Changes& changes) {
    return browser.follow(authorizeUrl(app, changes), kRedirect);
}

std::string World::codeFor(Browser& browser, const App& app, const Changes& changes) {
    const Answer answer = signIn(browser, app, changes);
    const std::string code = answer.at("code");
    if (code.empty()) {
        qFatal("no code: %d %s %s", answer.status, answer.location.c_str(), answer.reason().c_str());
    }
    return code;
}

Answer World::call(const App& app, const std::string& endpoint, http::Parameters form, const http::Headers& more) {
    http::OutboundRequest request;
    request.headers = more;
    request.method = "POST";
    request.url = app.issuer + "/oauth2/" + endpoint;
    request.deadline = Seconds(60);
    request.headers.set("Content-Type", "application/x-www-form-urlencoded");
    if (app.secret.empty()) {
        if (!form.get("client_id")) {
            form.append("client_id", app.clientId);
        }
    } else {
        request.headers.set("Authorization", "Basic " + base64Encode(http::percentEncode(app.clientId) + ":" +
                                                                     http::percentEncode(app.secret)));
    }
    request.body = form.encode();
    return exchange(*client, request);
}

Tokens World::tokens(Answer answer) const {
    Tokens out;
    out.answer = std::move(answer);
    out.access = out.answer.text("access_token");
    out.refresh = out.answer.text("refresh_token");
    out.id = out.answer.text("id_token");
    if (const std::size_t dot = out.id.find('.'); dot != std::string::npos) {
        const auto payload = base64UrlDecode(out.id.substr(dot + 1, out.id.rfind('.') - dot - 1));
        out.claims = json::parseObject(payload.value_or("")).value_or(json::Object());
    }
    return out;
}

Tokens World::redeem(const App& app, const std::string& code, const Changes& changes, const http::Headers& more) {
    http::Parameters form;
    form.append("grant_type", "authorization_code");
    form.append("code", code);
    form.append("redirect_uri", kRedirect);
    form.append("code_verifier", kVerifier);
    apply(changes, form);
    return tokens(call(app, "token", std::move(form), more));
}

int World::adminStatus(const Tokens& tokens, const std::string& method, const std::string& path) {
    http::OutboundRequest request;
    request.method = method;
    request.url = url + "/admin/v1" + path;
    request.headers.set("Authorization", "Bearer " + tokens.access);
    // The broker never calls an Admin API; this client may, like gatehousectl's.
    http::ClientOptions options;
    options.policy = {true, false, {}, true, true};
    return exchange(*http::makeCurlClient(std::move(options)), request).status;
}

Tokens World::tokensFor(Browser& browser, const App& app, const Changes& changes) {
    Tokens got = redeem(app, codeFor(browser, app, changes));
    if (got.access.empty() || got.id.empty()) {
        qFatal("no tokens: %d %s", got.answer.status, got.answer.body.c_str());
    }
    return got;
}

Tokens World::refresh(const App& app, const std::string& token, const Changes& changes, const http::Headers& more) {
    http::Parameters form;
    form.append("grant_type", "refresh_token");
    form.append("refresh_token", token);
    apply(changes, form);
    return tokens(call(app, "token", std::move(form), more));
}

bool World::isActive(const App& app, const std::string& token) {
    http::Parameters form;
    form.append("token", token);
    const Answer answer = call(app, "introspect", std::move(form));
    return answer.status == 200 && json::boolMember(answer.object(), "active").value_or(false);
}

int World::userinfoStatus(const std::string& issuer, const std::string& token) {
    http::OutboundRequest request;
    request.url = issuer + "/oauth2/userinfo";
    request.deadline = Seconds(60);
    request.headers.set("Authorization", "Bearer " + token);
    return exchange(*client, request).status;
}

json::Object person(const std::string& name, const std::string& domain) {
    return {{"sub", "subject-of-" + name},
            {"email", name + "@" + domain},
            {"email_verified", true},
            {"name", name + " Example"}};
}

std::string reasonOf(const json::Object& record) {
    if (const auto reason = json::stringMember(record, "reason")) {
        return std::string(*reason);
    }
    return dataOf(record, "reason");
}

std::string dataOf(const json::Object& record, std::string_view name) {
    const json::Object* data = json::objectMember(record, "data");
    return data == nullptr ? std::string() : text(*data, name);
}

std::string namesIn(const json::Object& object, std::string_view member) {
    std::vector<std::string> names;
    if (const json::Array* items = json::arrayMember(object, member)) {
        for (const json::Value& item : *items) {
            names.push_back(item.is_string() ? std::string(json::view(item.get_string()))
                                             : text(item.as_object(), "name"));
        }
    }
    std::sort(names.begin(), names.end());
    std::string out;
    for (const std::string& name : names) {
        out.append(out.empty() ? "" : ",").append(name);
    }
    return out;
}

} // namespace gatehouse::flows
