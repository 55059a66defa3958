// SPDX-License-Identifier: Apache-2.0
// How strong and how recent a sign-in has to be: asked for upstream in the provider's words, judged on return in ours,
// and a session that is not enough stepped up instead of believed.
#include <QtTest>

#include "tests/flows/world.h"

namespace gatehouse::flows {
namespace {

json::Object ann(const std::string& acr = {}) {
    json::Object claims = person("ann");
    if (!acr.empty()) {
        claims["acr"] = acr;
    }
    return claims;
}

json::Array pairs(std::initializer_list<std::pair<const char*, const char*>> list) {
    json::Array out;
    for (const auto& [ours, theirs] : list) {
        out.push_back(json::Object{{"ours", ours}, {"theirs", theirs}});
    }
    return out;
}

std::string words(const json::Object& claims, std::string_view name) {
    const json::Value* value = json::member(claims, name);
    return value == nullptr ? "(none)" : json::write(*value);
}

} // namespace

class AuthenticationLevels : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_world = std::make_unique<World>(); }
    void cleanupTestCase() { m_world.reset(); }
    void init() {
        world().company.person(ann());
        connection({{"acrMapping", json::Array()}, {"acrValues", json::Array()}});
        settings({{"requiredAcr", json::Array()}, {"acrOrder", json::Array()}});
        record({{"requiredAcr", json::Array()}, {"defaultMaxAge", nullptr}});
    }

    void whatTheAppAsksIsAskedInTheProvidersWordsAndToldInOurs() {
        connection({{"acrMapping", pairs({{"urn:gatehouse:aal2", "gold"}})}});
        world().company.person(ann("gold"));
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, app(), {{"acr_values", "urn:gatehouse:aal2"}});
        QCOMPARE(std::string(world().company.lastAsked().get("acr_values").value_or("")), std::string("gold"));
        QCOMPARE(tokens.claim("acr"), std::string("urn:gatehouse:aal2"));
    }

    void aStrongerLevelThanAskedIsEnough() {
        world().company.person(ann("urn:gatehouse:aal3"));
        Browser browser = world().browser();
        QCOMPARE(world().tokensFor(browser, app(), {{"acr_values", "urn:gatehouse:aal1"}}).claim("acr"),
                 std::string("urn:gatehouse:aal3"));
    }

    void aLevelThatIsNotMetIsNamedToTheAppAndInTheLog_data() {
        QTest::addColumn<QString>("got");
        QTest::newRow("weaker") << "urn:gatehouse:aal1";
        QTest::newRow("of another ladder") << "phr";
        QTest::newRow("unheard of") << "gold";
        QTest::newRow("none") << "";
    }
    void aLevelThatIsNotMetIsNamedToTheAppAndInTheLog() {
        QFETCH(const QString, got);
        world().company.person(ann(got.toStdString()));
        Browser browser = world().browser();
        const Answer answer = world().signIn(browser, app(), {{"acr_values", "urn:gatehouse:aal2"}});
        QCOMPARE(answer.at("error"), std::string("unmet_authentication_requirements"));
        const std::string described = answer.at("error_description");
        const std::string reached = got.isEmpty() ? "no level" : got.toStdString();
        QVERIFY2(described.find("asked for urn:gatehouse:aal2, got " + reached) != std::string::npos,
                 described.c_str());
        const json::Object row = world().audit(world().acme, "SSOLoginFailure").front();
        QCOMPARE(dataOf(row, "asked"), std::string("urn:gatehouse:aal2"));
        QCOMPARE(dataOf(row, "got"), reached);
        QVERIFY(browser.cookies.find("gh_session_acme") == browser.cookies.end());
    }

    // The message comes from the provider: nothing in it may break out of the redirect.
    void aLevelWithOddCharactersIsToldWithoutThem() {
        world().company.person(ann("<b>\"\\\r\nSet-Cookie: x"));
        Browser browser = world().browser();
        const Answer answer = world().signIn(browser, app(), {{"acr_values", "phr"}});
        const std::string described = answer.at("error_description");
        QVERIFY(!described.empty());
        QVERIFY2(described.find_first_of("\"\\\r\n") == std::string::npos, described.c_str());
    }

    void whatTheAppsRecordDemandsCountsWithoutBeingAskedFor() {
        record({{"requiredAcr", json::Array{"phr"}}});
        world().company.person(ann("pwd"));
        Browser browser = world().browser();
        QCOMPARE(world().signIn(browser, app()).at("error"), std::string("unmet_authentication_requirements"));
        QCOMPARE(std::string(world().company.lastAsked().get("acr_values").value_or("")), std::string("phr"));
        world().company.person(ann("phrh"));
        QVERIFY(!world().signIn(browser, app()).at("code").empty());
    }

    void whatTheTenantDemandsCannotBeTalkedDownByTheApp() {
        settings({{"requiredAcr", json::Array{"urn:gatehouse:aal2"}}});
        world().company.person(ann("urn:gatehouse:aal1"));
        Browser browser = world().browser();
        const Changes weak{{"acr_values", "urn:gatehouse:aal1"}};
        QCOMPARE(world().signIn(browser, app(), weak).at("error"), std::string("unmet_authentication_requirements"));
        QCOMPARE(std::string(world().company.lastAsked().get("acr_values").value_or("")),
                 std::string("urn:gatehouse:aal2"));
    }

    void demandsThatNoLevelMeetsTogetherAreRefusedAtOnce() {
        settings({{"requiredAcr", json::Array{"urn:acme:vault"}}});
        const int asked = world().company.calls("/authorize");
        Browser browser = world().browser();
        const Answer answer = world().signIn(browser, app(), {{"acr_values", "phr"}});
        QCOMPARE(answer.at("error"), std::string("unmet_authentication_requirements"));
        QVERIFY(answer.at("error_description").find("urn:acme:vault") != std::string::npos);
        QCOMPARE(world().company.calls("/authorize"), asked);
        settings(
            {{"requiredAcr", json::Array{"urn:acme:vault"}},
             {"acrOrder", json::Array{json::Object{{"acr", "urn:acme:vault"}, {"satisfies", json::Array{"phr"}}}}}});
        world().company.person(ann("urn:acme:vault"));
        QVERIFY(!world().signIn(browser, app(), {{"acr_values", "phr"}}).at("code").empty());
    }

    void anEssentialAcrInTheClaimsParameterIsPassedOn() {
        world().company.change([](ScriptedIdp::Script& script) {
            script.bendMetadata = [](json::Object& metadata) { metadata["claims_parameter_supported"] = true; };
        });
        const std::string connectionPath = world().acme.path("/connections/" + world().acme.connection);
        (void)world().admin("POST", connectionPath + "/refresh");
        Browser browser = world().browser();
        (void)world().signIn(browser, app(),
                             {{"claims", R"({"id_token":{"acr":{"essential":true,"values":["phr","phrh"]}}})"}});
        QCOMPARE(std::string(world().company.lastAsked().get("claims").value_or("")),
                 std::string(R"({"id_token":{"acr":{"essential":true,"values":["phr","phrh"]}}})"));
        world().company.person(ann());
        (void)world().admin("POST", connectionPath + "/refresh");
    }

    void aSessionThatIsTooWeakIsSteppedUpAndKeepsItsId() {
        world().company.person(ann("urn:gatehouse:aal1"));
        Browser browser = world().browser();
        const Tokens weak = world().tokensFor(browser, app());
        const std::string cookie = browser.cookies.at("gh_session_acme");
        const Changes strong{{"acr_values", "urn:gatehouse:aal2"}};
        QCOMPARE(world().signIn(browser, app(), {{"acr_values", "urn:gatehouse:aal2"}, {"prompt", "none"}}).at("error"),
                 std::string("login_required"));
        world().clock.advance(Seconds(30));
        world().company.person(ann("urn:gatehouse:aal2"));
        const Tokens raised = world().tokensFor(browser, app(), strong);
        QCOMPARE(raised.claim("sid"), weak.claim("sid"));
        QCOMPARE(raised.claim("acr"), std::string("urn:gatehouse:aal2"));
        QVERIFY(json::integerMember(raised.claims, "auth_time") > json::integerMember(weak.claims, "auth_time"));
        QCOMPARE(std::string(world().company.lastAsked().get("login_hint").value_or("")),
                 std::string("ann@acme.example"));
        // The cookie of before finds nothing: who had copied it is not raised with the person.
        QVERIFY(browser.cookies.at("gh_session_acme") != cookie);
        Browser thief = world().browser();
        thief.cookies["gh_session_acme"] = cookie;
        QCOMPARE(world().signIn(thief, app(), {{"prompt", "none"}}).at("error"), std::string("login_required"));
        QCOMPARE(world().audit(world().acme, "SessionSteppedUp").size(), std::size_t(1));
        // And now it is enough.
        const int asked = world().company.calls("/authorize");
        QVERIFY(!world().signIn(browser, app(), strong).at("code").empty());
        QCOMPARE(world().company.calls("/authorize"), asked);
        // What the app had before learns of it at its next refresh.
        const Tokens renewed = world().refresh(app(), weak.refresh);
        QCOMPARE(renewed.claim("acr"), std::string("urn:gatehouse:aal2"));
    }

    void aStepUpThatFailsLeavesTheSessionAsItWas() {
        world().company.person(ann("urn:gatehouse:aal1"));
        Browser browser = world().browser();
        const Tokens before = world().tokensFor(browser, app());
        QCOMPARE(world().signIn(browser, app(), {{"acr_values", "phr"}}).at("error"),
                 std::string("unmet_authentication_requirements"));
        const Tokens after = world().tokensFor(browser, app(), {{"prompt", "none"}});
        QCOMPARE(after.claim("sid"), before.claim("sid"));
        QCOMPARE(after.claim("acr"), std::string("urn:gatehouse:aal1"));
    }

    void somebodyElseAtTheProviderGetsASessionOfTheirOwn() {
        Browser browser = world().browser();
        const Tokens anns = world().tokensFor(browser, app());
        json::Object bob = person("bob");
        bob["acr"] = "phr";
        world().company.person(bob);
        const Tokens bobs = world().tokensFor(browser, app(), {{"acr_values", "phr"}});
        QVERIFY(bobs.claim("sid") != anns.claim("sid"));
        QVERIFY(bobs.claim("sub") != anns.claim("sub"));
        QCOMPARE(world().refresh(app(), anns.refresh).claim("sub"), anns.claim("sub"));
    }

    void aSessionThatHasEndedMeanwhileIsNotRaisedFromTheDead() {
        Browser browser = world().browser();
        const Tokens before = world().tokensFor(browser, app());
        world().company.person(ann("phr"));
        const std::string callback = world().toCallback(browser, app(), {{"acr_values", "phr"}});
        (void)world().adminReply("DELETE", world().acme.path("/sessions/" + before.claim("sid")));
        const std::string code = browser.get(callback).at("code");
        QVERIFY(!code.empty());
        QVERIFY(world().redeem(app(), code).claim("sid") != before.claim("sid"));
    }

    void theAppsOwnMaxAgeCountsWhereTheRequestSaysNone() {
        record({{"defaultMaxAge", 60}});
        Browser browser = world().browser();
        (void)world().tokensFor(browser, app());
        world().clock.advance(Seconds(61));
        QCOMPARE(world().signIn(browser, app(), {{"prompt", "none"}}).at("error"), std::string("login_required"));
        QVERIFY(!world().signIn(browser, app(), {{"prompt", "none"}, {"max_age", "600"}}).at("code").empty());
        (void)world().codeFor(browser, app());
        QCOMPARE(std::string(world().company.lastAsked().get("max_age").value_or("")), std::string("60"));
    }

    void everyTokenSaysHowStrongHowAndUntilWhen() {
        json::Object claims = ann("phr");
        claims["amr"] = json::Array{"hwk", "user"};
        claims["session_expiry"] = toUnixSeconds(world().clock.now() + Seconds(900));
        world().company.person(claims);
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, app());
        const auto introspected = [&](const std::string& token) {
            http::Parameters form;
            form.append("token", token);
            return world().call(app(), "introspect", form).object();
        };
        for (const json::Object& said : {tokens.claims, introspected(tokens.access), introspected(tokens.refresh)}) {
            QCOMPARE(words(said, "acr"), std::string("\"phr\""));
            QCOMPARE(words(said, "amr"), std::string("[\"hwk\",\"user\"]"));
            QCOMPARE(words(said, "session_expiry"), words(claims, "session_expiry"));
            QVERIFY(json::integerMember(said, "auth_time").has_value());
            QVERIFY(!std::string(json::stringMember(said, "sid").value_or("")).empty());
        }
    }

    void whereTheProviderSaysNothingTheTokenSaysSo() {
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, app());
        QCOMPARE(tokens.claim("acr"), std::string("0"));
        QCOMPARE(words(tokens.claims, "amr"), std::string("[]"));
    }

private:
    World& world() { return *m_world; }
    [[nodiscard]] const App& app() const { return m_world->acme.app; }
    void connection(const json::Object& change) {
        (void)world().admin("PATCH", world().acme.path("/connections/" + world().acme.connection), change);
    }
    void settings(const json::Object& change) {
        (void)world().admin("PATCH", world().acme.path(), {{"settings", change}});
    }
    void record(const json::Object& change) { (void)world().admin("PATCH", app().admin, change); }

    std::unique_ptr<World> m_world;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::AuthenticationLevels)
#include "tst_authentication_levels.moc"
