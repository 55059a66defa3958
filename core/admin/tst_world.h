// SPDX-License-Identifier: Apache-2.0
#pragma once

// For this module's tests: an Admin over a real store, a clock that stands still, and no network.
#include <QTemporaryDir>
#include <QtTest>

#include "admin/admin.h"
#include "admin/schema.h"
#include "apps/apps.h"
#include "audit/audit.h"
#include "connections/connections.h"
#include "directory/directory.h"
#include "login/flow.h"
#include "oidc/provider/access_tokens.h"
#include "provisioning/schema.h"
#include "sessions/sessions.h"
#include "tenants/tenants.h"

namespace gatehouse::admin {

/// Nobody listens, but where a test says what is there.
class NoNetwork : public http::Client {
public:
    Result<http::OutboundResponse> send(const std::string&, const http::OutboundRequest& request) override {
        const auto found = texts.find(request.url);
        if (found == texts.end()) {
            return fail(Code::Unavailable, "outbound.connect");
        }
        ++sent;
        http::OutboundResponse response;
        response.status = 200;
        response.body = found->second;
        return response;
    }
    std::map<std::string, std::string> texts; ///< by address
    int sent = 0;
};

class NoUpstream : public login::Upstream {
public:
    Result<login::Departure> start(const connections::Connection&, const login::Trip&) override {
        return fail(Code::Unavailable, "upstream.start");
    }
    login::Proof finish(const connections::Connection&, const login::Trip&, const http::Parameters&) override {
        return {};
    }
    std::string logoutUrl(const connections::Connection&, const std::string&, const std::string&) override {
        return {};
    }
};

/// An answer, read.
struct Got {
    int status = 0;
    json::Object body;
    std::string text;
    std::string etag;
    [[nodiscard]] std::string member(std::string_view name) const {
        return std::string(json::stringMember(body, name).value_or(""));
    }
    [[nodiscard]] std::string code() const { return member("code"); }
    /// "pointer code" of the first bad member.
    [[nodiscard]] std::string firstError() const {
        const json::Array* errors = json::arrayMember(body, "errors");
        if (errors == nullptr || errors->empty()) {
            return {};
        }
        const json::Object& first = errors->front().as_object();
        return std::string(json::stringMember(first, "pointer").value_or("")) + " " +
               std::string(json::stringMember(first, "code").value_or(""));
    }
    [[nodiscard]] json::Array items() const {
        const json::Array* found = json::arrayMember(body, "items");
        return found == nullptr ? json::Array() : *found;
    }
};

/// JSON with ' for ", because moc does not read raw strings in macros.
inline std::string quoted(std::string text) {
    std::replace(text.begin(), text.end(), '\'', '"');
    return text;
}

/// No app is told that a session ended.
class NobodyHears final : public sessions::Endings {
public:
    Status ended(store::Writer&, const TenantId&, const std::vector<sessions::Ended>&) override { return {}; }
};

class World {
public:
    World() {
        store =
            store::openSqlite({.file = std::filesystem::path(folder.path().toStdString()) / "gatehouse.db"}).value();
        std::vector<store::Migration> steps = tenants::migrations();
        const auto add = [&](const std::vector<store::Migration>& more) {
            steps.insert(steps.end(), more.begin(), more.end());
        };
        add(keys::migrations());
        add(directory::migrations());
        add(connections::migrations());
        add(apps::migrations());
        add(sessions::migrations());
        add(outbox::migrations());
        add(provisioning::migrations());
        add(audit::migrations());
        add(login::migrations());
        add(migrations());
        if (const Status migrated = store->migrate(steps); !migrated) {
            qFatal("%s: %s", migrated.error().reason.c_str(), migrated.error().detail.c_str());
        }
        ring = keys::KeyRing::open(*store, keys::MasterKey::generate().value(), clock.now()).value();
        (void)tenants.load(*store);
        connections = std::make_unique<connections::ConnectionCache>(*store);
        providers = std::make_unique<connections::ProviderCache>(network, clock, true);
        apps = std::make_unique<apps::AppCache>(*store);
        login = std::make_unique<login::LoginService>(
            login::LoginService::Parts{*store, clock, *ring, tenants, *connections, upstream, publicUrl, {}});
        Services services{*store, clock,   *ring,     tenants, *connections, *providers, *apps,
                          *login, network, publicUrl, endings, "0.1.0",      clock.now()};
        parts = std::make_unique<oidc::provider::Parts>(oidc::provider::Parts{*store, clock, *ring, tenants, *apps,
                                                                              *connections, *login, upstream, publicUrl,
                                                                              network, endings, *providers});
        accessTokens = std::make_unique<oidc::provider::AccessTokens>(*parts);
        services.accessTokens = accessTokens.get();
        services.lookupTxt = [this](const std::string&) -> Result<std::vector<std::string>> { return txt; };
        admin = std::make_unique<Admin>(std::move(services));
        dispatch = admin->dispatcher();
    }
    ~World() {
        admin.reset();
        store.reset();
    }

    /// As the owner, in process.
    Got call(std::string method, const std::string& path, const std::string& body = {}, api::HeaderList headers = {}) {
        if (!body.empty()) {
            headers.emplace_back("Content-Type", "application/json");
        }
        return read(dispatch({std::move(method), "/admin/v1" + path, std::move(headers), quoted(body)}));
    }
    /// As whoever holds a token.
    Got as(const std::string& token, std::string method, const std::string& path, const std::string& body = {}) {
        http::Request request;
        request.method = std::move(method);
        const std::size_t mark = path.find('?');
        request.path = "/admin/v1" + path.substr(0, mark);
        request.query = mark == std::string::npos ? "" : path.substr(mark + 1);
        request.body = quoted(body);
        request.peer.address = "127.0.0.1";
        if (!token.empty()) {
            request.headers.set("Authorization", "Bearer " + token);
        }
        if (!body.empty()) {
            request.headers.set("Content-Type", "application/json");
        }
        const http::Response response = admin->handle(request);
        return read({response.status, response.headers.fields(), response.body});
    }
    /// A token's text.
    std::string token(const std::string& role, const std::string& tenant = {}, const std::string& more = {}) {
        const std::string scope = tenant.empty() ? "" : ",'tenant':'" + tenant + "'";
        return call("POST", "/tokens", "{'role':'" + role + "','name':'test'" + scope + more + "}").member("token");
    }
    /// A tenant with a role, a domain and a connection; gives the connection's id.
    std::string addTenant(const std::string& slug) {
        call("POST", "/tenants", "{'slug':'" + slug + "','name':'" + slug + " Corp'}");
        const std::string T = "/tenants/" + slug;
        call("POST", T + "/roles", "{'name':'member'}");
        call("POST", T + "/domains", "{'name':'" + slug + ".com'}");
        return call("POST", T + "/connections",
                    "{'name':'company','type':'oidc','issuer':'https://idp." + slug +
                        ".com','clientId':'gatehouse','clientSecret':'upstream-secret','domains':['" + slug + ".com']}")
            .member("id");
    }
    /// Types of a log, newest first.
    QStringList logged(const std::string& path) {
        QStringList out;
        for (const json::Value& item : call("GET", path + "?limit=500").items()) {
            out << QString::fromStdString(std::string(json::stringMember(item.as_object(), "type").value_or("")));
        }
        return out;
    }

    QTemporaryDir folder;
    ManualClock clock{parseRfc3339("2026-11-21T12:00:00Z").value()};
    std::unique_ptr<store::Store> store;
    std::unique_ptr<keys::KeyRing> ring;
    tenants::TenantCache tenants;
    NoNetwork network;
    NobodyHears endings;
    NoUpstream upstream;
    web::PublicUrl publicUrl{"http://127.0.0.1:8480"};
    std::vector<std::string> txt;
    std::unique_ptr<connections::ConnectionCache> connections;
    std::unique_ptr<connections::ProviderCache> providers;
    std::unique_ptr<apps::AppCache> apps;
    std::unique_ptr<login::LoginService> login;
    std::unique_ptr<oidc::provider::Parts> parts;
    std::unique_ptr<oidc::provider::AccessTokens> accessTokens;
    std::unique_ptr<Admin> admin;
    api::Dispatcher dispatch;

private:
    static Got read(const api::Reply& reply) {
        Got got;
        got.status = reply.status;
        got.text = reply.body;
        got.etag = api::header(reply.headers, "ETag");
        if (auto body = json::parseObject(reply.body, {.bytes = 4 * 1024 * 1024, .depth = 32})) {
            got.body = *std::move(body);
        }
        return got;
    }
};

} // namespace gatehouse::admin
