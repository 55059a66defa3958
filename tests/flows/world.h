// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <QTemporaryDir>

#include "broker/broker.h"
#include "tests/flows/browser.h"
#include "tests/flows/scripted_idp.h"

namespace gatehouse::flows {

/// An app as its makers know it. `issuer` is a tenant's, or the front door's.
struct App {
    std::string id;
    std::string issuer;
    std::string clientId;
    std::string secret; ///< empty: a public client
    std::string admin;  ///< its address in the Admin API, below /admin/v1
};

/// A tenant with a verified domain `<slug>.example`, the roles member, admin and auditor, a connection to a provider,
/// and an app.
struct Tenant {
    std::string slug;
    std::string id;
    std::string connection; ///< its id
    App app;
    [[nodiscard]] std::string path(const std::string& below = {}) const { return "/tenants/" + slug + below; }
};

/// Changes to a request: a parameter's other value, or nullopt to leave it out.
using Changes = std::vector<std::pair<std::string, std::optional<std::string>>>;

/// What an app got for a code.
struct Tokens {
    Answer answer;
    std::string access, refresh, id;
    json::Object claims; ///< of the ID token, read without proof
    [[nodiscard]] std::string claim(std::string_view name) const {
        return std::string(json::stringMember(claims, name).value_or(""));
    }
};

/// The real broker in this process with the tenants acme and evil, each with a provider of its own, on a clock that the
/// test moves.
class World {
public:
    /// What the broker takes the time from: the test's clock, or the machine's, at which that one is set too.
    enum class Runs { Still, Real };
    /// `change`: what is to be otherwise about the broker.
    explicit World(Runs runs = Runs::Still, const std::function<void(broker::Config&)>& change = {});
    ~World() { broker->stop(); }

    // Set-up, through the Admin API like anybody else's.
    /// Aborts unless the answer is 2xx.
    json::Object admin(const std::string& method, const std::string& path, const json::Object& body = {});
    admin::api::Reply adminReply(const std::string& method, const std::string& path, const json::Object& body = {});
    int adminStatus(const std::string& method, const std::string& path, const json::Object& body = {});
    Tenant addTenant(const std::string& slug, ScriptedIdp& idp, const json::Object& settings = {});
    /// The connection's id.
    std::string addConnection(const std::string& slug, const std::string& name, ScriptedIdp& idp,
                              const json::Object& more = {});
    /// Of a tenant, or of the front door where `slug` is empty.
    App addApp(const std::string& slug, const std::string& name, const json::Object& more = {});
    json::Array list(const std::string& path);
    /// The tenant's user with this address, or an empty object.
    json::Object user(const Tenant& tenant, std::string_view email);

    // The log.
    /// Records of a type, newest first.
    std::vector<json::Object> audit(const Tenant& tenant, const std::string& type);
    /// The reason of the newest SSOLoginFailure.
    std::string lastFailure(const Tenant& tenant);

    // A sign-in.
    [[nodiscard]] Browser browser() { return {*client, url}; }
    [[nodiscard]] std::string authorizeUrl(const App& app, const Changes& changes = {}) const;
    /// From the app's question to the callback at the broker, which is not fetched: its address.
    std::string toCallback(Browser& browser, const App& app, const Changes& changes = {});
    /// The whole way: the answer that leads back to the app, or a page of the broker.
    Answer signIn(Browser& browser, const App& app, const Changes& changes = {});
    /// Signs in and gives the code. Aborts if there is none.
    std::string codeFor(Browser& browser, const App& app, const Changes& changes = {});

    // The app's calls.
    Tokens redeem(const App& app, const std::string& code, const Changes& changes = {}, const http::Headers& more = {});
    /// Signs in and redeems. Aborts if it does not work.
    Tokens tokensFor(Browser& browser, const App& app, const Changes& changes = {});
    Tokens refresh(const App& app, const std::string& token, const Changes& changes = {},
                   const http::Headers& more = {});
    bool isActive(const App& app, const std::string& token);
    int userinfoStatus(const std::string& issuer, const std::string& token);
    /// What the Admin API answers to whoever has these tokens: the status. `path` from behind /admin/v1 on.
    int adminStatus(const Tokens& tokens, const std::string& method, const std::string& path);
    /// A POST to an endpoint ("token", "introspect", "revoke") with the app's own proof.
    Answer call(const App& app, const std::string& endpoint, http::Parameters form, const http::Headers& more = {});

    static constexpr const char* kRedirect = "https://app.example/callback";
    static constexpr const char* kAfterLogout = "https://app.example/bye";
    static constexpr const char* kVerifier = "a-verifier-of-the-app-that-is-long-enough-for-the-rules";

    ManualClock clock{parseRfc3339("2026-11-21T12:00:00Z").value()};
    ScriptedIdp company{clock};  ///< acme's provider
    ScriptedIdp stranger{clock}; ///< evil's provider
    QTemporaryDir folder;
    std::unique_ptr<broker::Broker> broker;
    std::unique_ptr<http::Client> client;
    std::string url;
    Tenant acme, evil;

private:
    Tokens tokens(Answer answer) const;
};

/// Somebody at a provider: `sub`, and an address that is verified.
[[nodiscard]] json::Object person(const std::string& name, const std::string& domain = "acme.example");
/// The reason of an audit record, and a text member of its `data`.
[[nodiscard]] std::string reasonOf(const json::Object& record);
[[nodiscard]] std::string dataOf(const json::Object& record, std::string_view name);
/// `name`s of an array of objects, sorted and joined by a comma: "admin,member".
[[nodiscard]] std::string namesIn(const json::Object& object, std::string_view member);

} // namespace gatehouse::flows
