// SPDX-License-Identifier: Apache-2.0
// Who or what was put out of use gets in nowhere any more: from the answer to that change on, every way to a token, and
// every use of one, is refused (security.md OP-22, RP-20).
#include <functional>

#include <QtTest>

#include "tests/flows/assertions.h"
#include "tests/flows/device_flow.h"

namespace gatehouse::flows {
namespace {

/// What a cause puts out of use, and a way in needs.
enum Part : unsigned { kPerson = 1, kApp = 2 };

/// Somebody signed in with an app, and what that app holds; services of the same tenant beside it.
struct Signed {
    Browser browser;
    App app;
    App other;   ///< of the same tenant: it asks about the first one's tokens
    App service; ///< with a secret of its own
    App worker;  ///< with the tokens of the platform that it runs on
    App console; ///< of the front door
    Tokens tokens;
    Tokens admins; ///< of the console's: the person administers the tenant
    std::string serviceToken;
    Answer device;        ///< the codes of a device that was let in and has not asked for its tokens yet
    Answer asking;        ///< the codes of one that waits for an answer,
    Answer devicePage;    ///< the page with the question,
    Answer consent;       ///< and the one that asks for consent
    Browser begun;        ///< is on its way through a sign-in,
    std::string callback; ///< and this is its last step
};

/// What is put out of use.
struct Cause {
    const char* name;
    unsigned ends;
    std::function<void(World&, const Signed&)> happens;
    bool maySignInAnew = false; ///< as somebody new: the tenant makes its people at their first login
};

/// A way in: true if it is open.
struct Path {
    const char* name;
    std::function<bool(World&, Signed&)> isOpen;
    bool isLogin = false;
    unsigned needs = kPerson | kApp;
};

std::string userOf(World& world, const Signed& held) {
    return world.acme.path("/users/" + held.tokens.claim("sub"));
}

const std::vector<Cause>& causes() {
    static const std::vector<Cause> all = {
        {"a deactivated user", kPerson,
         [](World& world, const Signed& held) { world.admin("POST", userOf(world, held) + "/deactivate"); }},
        {"a deleted user", kPerson,
         [](World& world, const Signed& held) { world.admin("DELETE", userOf(world, held)); }, true},
        {"a disabled connection", kPerson,
         [](World& world, const Signed&) {
             world.admin("PATCH", world.acme.path("/connections/" + world.acme.connection), {{"enabled", false}});
         }},
        {"a deleted connection", kPerson,
         [](World& world, const Signed&) {
             world.admin("DELETE", world.acme.path("/connections/" + world.acme.connection));
         }},
        {"a suspended tenant", kPerson | kApp,
         [](World& world, const Signed&) { world.admin("PATCH", world.acme.path(), {{"status", "suspended"}}); }},
        {"deleted apps", kApp,
         [](World& world, const Signed& held) {
             for (const App& each : {held.app, held.service, held.worker, held.console}) {
                 world.admin("DELETE", each.admin);
             }
         }},
    };
    return all;
}

bool letsIn(Browser& browser, const App& app, const Answer& codes) {
    return answerDevice(browser, app, deviceQuestion(browser, app, codes.text("user_code")), "allow").status == 200;
}

/// Whether one of our tokens brings another: an access token, or an identity assertion for an app elsewhere.
bool exchanges(World& world, Signed& held, const std::string& token, const char* type, const char* wanted) {
    const std::string kind = "urn:ietf:params:oauth:token-type:";
    http::Parameters form;
    form.append("grant_type", kTokenExchange);
    form.append("subject_token", token);
    form.append("subject_token_type", kind + type);
    form.append("requested_token_type", kind + wanted);
    if (std::string_view(wanted) == "id-jag") {
        form.append("audience", "https://chat.example");
    }
    return world.call(held.app, "token", std::move(form)).status == 200;
}

bool arrives(const Answer& answer) {
    return !answer.at("code").empty();
}

/// Whether the person's page about themselves opens, and no way to sign in.
bool showsAccount(World& world, Signed& held) {
    return held.browser.get(world.url + "/t/acme/account").status == 200;
}

bool pushes(World& world, const App& app) {
    const std::string url = world.authorizeUrl(app);
    return world.call(app, "par", http::Parameters::parse(url.substr(url.find('?') + 1)).value()).status == 201;
}

/// What the service's token is taken for: 404 says that it is, and that nobody is called so.
bool revokesNobody(World& world, Signed& held) {
    http::OutboundRequest request;
    request.method = "POST";
    request.url = held.app.issuer + "/oauth2/global-token-revocation";
    request.headers.set("Content-Type", "application/json");
    request.headers.set("Authorization", "Bearer " + held.serviceToken);
    request.body = R"({"sub_id":{"format":"email","email":"nobody@acme.example"}})";
    return exchange(*world.client, request).status == 404;
}

const std::vector<Path>& paths() {
    static const std::vector<Path> all = {
        {"login with the session",
         [](World& world, Signed& held) { return arrives(world.signIn(held.browser, held.app)); }, true},
        {"silent login",
         [](World& world, Signed& held) { return arrives(world.signIn(held.browser, held.app, {{"prompt", "none"}})); },
         true},
        {"login of a stranger's browser",
         [](World& world, Signed& held) {
             Browser fresh = world.browser();
             return arrives(world.signIn(fresh, held.app));
         },
         true},
        {"introspection of the refresh token",
         [](World& world, Signed& held) { return world.isActive(held.app, held.tokens.refresh); }},
        {"exchange of the access token",
         [](World& world, Signed& held) {
             return exchanges(world, held, held.tokens.access, "access_token", "access_token");
         }},
        {"exchange of the refresh token",
         [](World& world, Signed& held) {
             return exchanges(world, held, held.tokens.refresh, "refresh_token", "access_token");
         }},
        {"an identity assertion by the ID token",
         [](World& world, Signed& held) { return exchanges(world, held, held.tokens.id, "id_token", "id-jag"); }},
        {"refresh",
         [](World& world, Signed& held) { return world.refresh(held.app, held.tokens.refresh).answer.status == 200; }},
        {"introspection of the access token",
         [](World& world, Signed& held) {
             return world.isActive(held.app, held.tokens.access) || world.isActive(held.other, held.tokens.access);
         }},
        {"tokens of a device that was let in before",
         [](World& world, Signed& held) { return pollDevice(world, held.app, held.device).status == 200; }},
        {"a device that is let in now",
         [](World& world, Signed& held) {
             const Answer codes = beginDevice(world, held.app);
             Browser fresh = world.browser();
             return codes.status == 200 && letsIn(fresh, held.app, codes) &&
                    pollDevice(world, held.app, codes).status == 200;
         },
         true},
        {"userinfo",
         [](World& world, Signed& held) { return world.userinfoStatus(held.app.issuer, held.tokens.access) == 200; }},
        {"a login that began before",
         [](World&, Signed& held) { return arrives(held.begun.follow(held.callback, World::kRedirect)); }, true},
        {"the consent that was asked before",
         [](World& world, Signed& held) {
             http::Parameters form = held.consent.hidden();
             form.append("answer", "allow");
             return arrives(held.browser.post(world.url + "/t/acme/oauth2/consent", form));
         }},
        {"the device that was asked about before",
         [](World& world, Signed& held) {
             (void)answerDevice(held.browser, held.app, held.devicePage, "allow");
             return pollDevice(world, held.app, held.asking).status == 200;
         }},
        {"an identity assertion of the provider",
         [](World& world, Signed& held) {
             const json::Object claims = identityClaims(world.company, "subject-of-ann", held.app, world.clock);
             return presentAssertion(world, held.app, world.company.key()->sign(claims, kIdentityAssertionType))
                        .status == 200;
         }},
        {"the account page", showsAccount, false, kPerson},
        {"the Admin API",
         [](World& world, Signed& held) { return world.adminStatus(held.admins, "GET", world.acme.path()) == 200; }},
        {"a pushed request", [](World& world, Signed& held) { return pushes(world, held.app); }, false, kApp},
        {"a service's own token",
         [](World& world, Signed& held) { return !ownToken(world, held.service, "tokens.revoke_all").empty(); }, false,
         kApp},
        {"introspection of a service's token",
         [](World& world, Signed& held) { return world.isActive(held.other, held.serviceToken); }, false, kApp},
        {"global revocation by a service's token", revokesNobody, false, kApp},
        {"a workload's token",
         [](World& world, Signed& held) {
             const json::Object claims = workloadClaims(world.company, held.worker, world.clock);
             return presentAssertion(world, held.worker, world.company.key()->sign(claims)).status == 200;
         },
         false, kApp},
    };
    return all;
}

} // namespace

class RefusedEverywhere : public QObject {
    Q_OBJECT

private slots:
    void everyWayIsOpenBefore() {
        World world;
        Signed held = signedIn(world);
        for (const Path& path : paths()) {
            QVERIFY2(path.isOpen(world, held), path.name);
        }
    }
    void noWayIsOpenAfter_data() {
        QTest::addColumn<int>("cause");
        for (std::size_t i = 0; i < causes().size(); ++i) {
            QTest::newRow(causes()[i].name) << int(i);
        }
    }
    void noWayIsOpenAfter() {
        QFETCH(int, cause);
        World world;
        Signed held = signedIn(world);
        const std::string code = world.codeFor(held.browser, held.app); // made before, redeemed after
        const Cause& what = causes()[std::size_t(cause)];
        what.happens(world, held);
        for (const Path& path : paths()) {
            if ((path.needs & what.ends) != 0 && !(path.isLogin && what.maySignInAnew)) {
                QVERIFY2(!path.isOpen(world, held), path.name);
            }
        }
        QVERIFY(world.redeem(held.app, code).answer.status != 200);
    }

private:
    static App service(World& world, const std::string& name, const json::Object& more) {
        return world.addApp("acme", name, changed(workloadRecord({}), more));
    }
    static Signed signedIn(World& world) {
        world.company.person(person("ann"));
        const App& app = world.acme.app;
        world.admin(
            "PATCH", app.admin,
            {{"grantTypes",
              json::Array{"authorization_code", "refresh_token", kDeviceGrant, kTokenExchange, kJwtBearer}},
             {"resourceServers", json::Array{{{"issuer", "https://chat.example"}, {"clientId", "portal-at-chat"}}}}});
        Signed held{world.browser(), app, world.addApp("acme", "another"), {}, {}, {}, {}, {}, {}, {}, {}, {}, {},
                    world.browser(), {}};
        held.service = service(world, "robot",
                               {{"auth", "client_secret_basic"},
                                {"grantTypes", json::Array{"client_credentials"}},
                                {"scopes", json::Array{"tokens.revoke_all"}},
                                {"trustedIssuers", json::Array{}}});
        held.worker =
            service(world, "builder",
                    {{"trustedIssuers", json::Array{{{"issuer", world.company.issuer()}, {"subject", kWorkload}}}}});
        held.console = world.addApp("", "console", {{"scopes", json::Array{"openid", "admin"}}});
        held.serviceToken = ownToken(world, held.service, "tokens.revoke_all");
        held.tokens = world.tokensFor(held.browser, app);
        held.admins =
            world.tokensFor(held.browser, held.console, {{"scope", "openid admin"}, {"organization", "acme"}});
        world.admin("POST", "/admins", {{"tenant", "acme"}, {"user", "ann@acme.example"}, {"role", "tenant-admin"}});
        held.device = beginDevice(world, app);
        (void)letsIn(held.browser, app, held.device);
        held.asking = beginDevice(world, app);
        held.devicePage = deviceQuestion(held.browser, app, held.asking.text("user_code"));
        held.consent = held.browser.follow(world.authorizeUrl(app, {{"prompt", "consent"}}), World::kRedirect);
        held.callback = world.toCallback(held.begun, app);
        return held;
    }
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::RefusedEverywhere)
#include "tst_refused_everywhere.moc"
