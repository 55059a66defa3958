// SPDX-License-Identifier: Apache-2.0
// Who or what was put out of use gets in nowhere any more: from the answer to that change on, every way to a token, and
// every use of one, is refused (security.md OP-22, RP-20).
#include <functional>

#include <QtTest>

#include "tests/flows/world.h"

namespace gatehouse::flows {
namespace {

/// What is put out of use.
struct Cause {
    const char* name;
    std::function<void(World&, const Tokens&)> happens;
    bool maySignInAnew = false; ///< as somebody new: the tenant makes its people at their first login
};

/// Somebody signed in with an app, and what that app holds.
struct Signed {
    Browser browser;
    App app;
    App other; ///< of the same tenant: it asks about the first one's tokens
    Tokens tokens;
    std::string device; ///< code of a device that was let in and has not asked for its tokens yet
};

/// A way in: true if it is open.
struct Path {
    const char* name;
    std::function<bool(World&, Signed&)> isOpen;
    bool isLogin = false;
};

const std::vector<Cause>& causes() {
    static const std::vector<Cause> all = {
        {"a deactivated user",
         [](World& world, const Tokens& tokens) {
             world.admin("POST", world.acme.path("/users/" + tokens.claim("sub") + "/deactivate"));
         }},
        {"a deleted user",
         [](World& world, const Tokens& tokens) {
             world.admin("DELETE", world.acme.path("/users/" + tokens.claim("sub")));
         },
         true},
        {"a disabled connection",
         [](World& world, const Tokens&) {
             world.admin("PATCH", world.acme.path("/connections/" + world.acme.connection), {{"enabled", false}});
         }},
        {"a deleted connection",
         [](World& world, const Tokens&) {
             world.admin("DELETE", world.acme.path("/connections/" + world.acme.connection));
         }},
        {"a suspended tenant",
         [](World& world, const Tokens&) { world.admin("PATCH", world.acme.path(), {{"status", "suspended"}}); }},
        {"a deleted app", [](World& world, const Tokens&) { world.admin("DELETE", world.acme.app.admin); }},
    };
    return all;
}

constexpr const char* kDeviceGrant = "urn:ietf:params:oauth:grant-type:device_code";

Answer askForDevice(World& world, const App& app) {
    http::Parameters form;
    form.append("scope", "openid");
    return world.call(app, "device_authorization", std::move(form));
}

// Types the code, signs in where that is wanted, and says yes; the last page.
Answer letIn(Browser& browser, const App& app, const std::string& userCode) {
    http::Parameters typed = browser.get(app.issuer + "/oauth2/device").hidden();
    typed.append("user_code", userCode);
    const Answer question = browser.follow(browser.post(app.issuer + "/oauth2/device", typed).location, "nowhere");
    http::Parameters decision = question.hidden();
    decision.append("decision", "allow");
    return browser.post(app.issuer + "/oauth2/device/confirm", decision);
}

bool pollGivesTokens(World& world, const App& app, const std::string& deviceCode) {
    http::Parameters form;
    form.append("grant_type", kDeviceGrant);
    form.append("device_code", deviceCode);
    return world.call(app, "token", std::move(form)).status == 200;
}

/// Whether one of our tokens brings another: an access token, or an identity assertion for an app elsewhere.
bool exchanges(World& world, Signed& held, const std::string& token, const char* type, const char* wanted) {
    const std::string kind = "urn:ietf:params:oauth:token-type:";
    http::Parameters form;
    form.append("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange");
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
         [](World& world, Signed& held) { return pollGivesTokens(world, held.app, held.device); }},
        {"a device that is let in now",
         [](World& world, Signed& held) {
             const Answer codes = askForDevice(world, held.app);
             Browser fresh = world.browser();
             return codes.status == 200 && letIn(fresh, held.app, codes.text("user_code")).status == 200 &&
                    pollGivesTokens(world, held.app, codes.text("device_code"));
         },
         true},
        {"userinfo",
         [](World& world, Signed& held) { return world.userinfoStatus(held.app.issuer, held.tokens.access) == 200; }},
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
        causes()[std::size_t(cause)].happens(world, held.tokens);
        for (const Path& path : paths()) {
            if (!path.isLogin || !causes()[std::size_t(cause)].maySignInAnew) {
                QVERIFY2(!path.isOpen(world, held), path.name);
            }
        }
        QVERIFY(world.redeem(held.app, code).answer.status != 200);
    }

private:
    static Signed signedIn(World& world) {
        world.company.person(person("ann"));
        const App& app = world.acme.app;
        world.admin(
            "PATCH", app.admin,
            {{"grantTypes", json::Array{"authorization_code", "refresh_token", kDeviceGrant,
                                        "urn:ietf:params:oauth:grant-type:token-exchange"}},
             {"resourceServers", json::Array{{{"issuer", "https://chat.example"}, {"clientId", "portal-at-chat"}}}}});
        Browser browser = world.browser();
        Tokens tokens = world.tokensFor(browser, app);
        const Answer codes = askForDevice(world, app);
        (void)letIn(browser, app, codes.text("user_code"));
        return {std::move(browser), app, world.addApp("acme", "another"), std::move(tokens), codes.text("device_code")};
    }
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::RefusedEverywhere)
#include "tst_refused_everywhere.moc"
