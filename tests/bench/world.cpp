// SPDX-License-Identifier: Apache-2.0
#include "world.h"

#include <memory>

#include "app.h"
#include "wire.h"

namespace gatehouse::bench {
namespace {

constexpr int kTenants = 10;
json::Object parsed(const std::string& body) {
    auto object = json::parseObject(body);
    if (!object) {
        giveUp("not JSON: " + body);
    }
    return *std::move(object);
}

// A text that needs no escapes, without reading all of the answer: the load shall cost little.
std::string memberOf(const std::string& body, const std::string& name) {
    const std::string before = '"' + name + "\":\"";
    const std::size_t at = body.find(before);
    if (at == std::string::npos) {
        giveUp("an answer lacks " + name + ": " + body);
    }
    const std::size_t from = at + before.size();
    return body.substr(from, body.find('"', from) - from);
}

/// A connection for a worker, in a form that std::function can hold.
std::shared_ptr<Connection> shared(std::uint16_t port) {
    return std::make_shared<Connection>(Connection::tcp(port));
}

} // namespace

World::World(Daemon& daemon, const IdpProcess& idp)
    : m_port(daemon.port())
    , m_idpPort(idp.port())
    , m_issuerPath("/t/bench0") {
    for (int i = 0; i < kTenants; ++i) {
        const std::string slug = "bench" + std::to_string(i);
        const std::string tenant = "/admin/v1/tenants/" + slug;
        const std::string domain = i == 0 ? "bench.test" : slug + ".test";
        daemon.admin("POST", "/admin/v1/tenants", {{"slug", slug}, {"name", "Bench " + std::to_string(i)}});
        daemon.admin("POST", tenant + "/domains", {{"name", domain}});
        daemon.admin("POST", tenant + "/domains/" + domain + "/verify", {{"assert", true}});
        daemon.admin("POST", tenant + "/roles", {{"name", "member"}, {"description", ""}});
        daemon.admin("POST", tenant + "/connections",
                     {{"name", "company"},
                      {"type", "oidc"},
                      {"enabled", true},
                      {"issuer", idp.issuer()},
                      {"clientId", "gatehouse-" + slug},
                      {"clientSecret", "secret-of-" + slug},
                      {"clientAuth", "client_secret_basic"},
                      {"scopes", {"openid", "email", "profile"}},
                      {"domains", json::Array{domain}},
                      {"mapping",
                       {{"attributes", json::Array{{{"target", "email"}, {"source", "email"}, {"required", true}},
                                                   {{"target", "displayName"}, {"source", "name"}}}},
                        {"defaultRoles", json::Array{"member"}}}}});
        const json::Object app = daemon.admin("POST", tenant + "/apps", webApp());
        const json::Object service = daemon.admin("POST", tenant + "/apps",
                                                  {{"name", "robot"},
                                                   {"type", "service"},
                                                   {"auth", "client_secret_basic"},
                                                   {"grantTypes", json::Array{"client_credentials"}},
                                                   {"scopes", json::Array{"invoices:read"}}});
        if (i > 0) {
            continue;
        }
        m_basic = basicHeader(app);
        m_serviceBasic = basicHeader(service);
        m_authorize = authorizeTarget(m_issuerPath, app);
        m_redeem = redeemForm();
        m_idpAuthorize =
            "/authorize?client_id=direct&nonce=n&state=s&redirect_uri=" + percentEncode(kRedirect) + "&login_hint=";
    }
}

World::Tokens World::logIn(Connection& broker, Connection& idp, const std::string& person) const {
    const Answer asked = expect(broker.get(m_authorize + person), 303, "authorize");
    const Answer proven = expect(idp.get(targetOf(asked.location)), 303, "the IdP");
    const Answer back = expect(broker.get(targetOf(proven.location), cookieHeader(asked)), 303, "callback");
    const std::string_view code = queryValue(back.location, "code");
    if (code.empty()) {
        giveUp("no code: " + back.location);
    }
    const Answer redeemed = broker.postForm(m_issuerPath + "/oauth2/token", m_basic, m_redeem + std::string(code));
    const json::Object tokens = parsed(expect(redeemed, 200, "token").body);
    return {text(tokens, "access_token"), text(tokens, "refresh_token")};
}

World::Tokens World::logInOnce(const std::string& person) const {
    Connection broker = Connection::tcp(m_port);
    Connection idp = Connection::tcp(m_idpPort);
    return logIn(broker, idp, person);
}

MakeWork World::logins(int people) const {
    return [this, people](int index) {
        return [this, people, broker = shared(m_port), idp = shared(m_idpPort), next = index * 7919]() mutable {
            (void)logIn(*broker, *idp, "p" + std::to_string(next++ % people));
        };
    };
}

MakeWork World::loginsWithoutBroker() const {
    return [this](int) {
        return [this, idp = shared(m_idpPort)] {
            const Answer asked = expect(idp->get(m_idpAuthorize + "p1"), 303, "the IdP");
            const std::string code(queryValue(asked.location, "code"));
            expect(idp->postForm("/token", {}, "grant_type=authorization_code&code=" + code), 200, "the IdP's token");
        };
    };
}

MakeWork World::refreshes() const {
    return [this](int index) {
        return [this, broker = shared(m_port), token = logInOnce("r" + std::to_string(index)).refresh]() mutable {
            const Answer answer = broker->postForm(m_issuerPath + "/oauth2/token", m_basic,
                                                   "grant_type=refresh_token&refresh_token=" + token);
            token = memberOf(expect(answer, 200, "refresh").body, "refresh_token");
        };
    };
}

MakeWork World::clientCredentials() const {
    return [this](int) {
        return [this, broker = shared(m_port)] {
            expect(broker->postForm(m_issuerPath + "/oauth2/token", m_serviceBasic,
                                    "grant_type=client_credentials&scope=invoices%3Aread"),
                   200, "client credentials");
        };
    };
}

MakeWork World::introspections() const {
    return [this](int index) {
        return [this, broker = shared(m_port), form = "token=" + logInOnce("i" + std::to_string(index)).access] {
            const Answer answer = broker->postForm(m_issuerPath + "/oauth2/introspect", m_basic, form);
            if (expect(answer, 200, "introspect").body.find("\"active\":true") == std::string::npos) {
                giveUp("the token is not active: " + answer.body);
            }
        };
    };
}

MakeWork World::userinfos() const {
    return [this](int index) {
        return [this, broker = shared(m_port),
                header = "Authorization: Bearer " + logInOnce("u" + std::to_string(index)).access + "\r\n"] {
            expect(broker->get(m_issuerPath + "/oauth2/userinfo", header), 200, "userinfo");
        };
    };
}

MakeWork World::jwks() const {
    return gets(m_port, m_issuerPath + "/oauth2/jwks");
}

MakeWork World::gets(std::uint16_t port, const std::string& target) {
    return [port, target](int) {
        return [target, connection = shared(port)] { expect(connection->get(target), 200, target.c_str()); };
    };
}

} // namespace gatehouse::bench
