// SPDX-License-Identifier: Apache-2.0
// Apps of type saml: a sign-in and its answer, levels, sessions, launch, and logout.
#include <QtTest>

#include "saml/wire/names.h"
#include "tests/flows/saml_app.h"
#include "xml/signature.h"

namespace gatehouse::flows {

namespace wire = saml::wire;

class SamlIdp : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_world = std::make_unique<World>();
        m_wiki = std::make_unique<SamlApp>(*m_world, "acme", "https://wiki.example");
    }
    void cleanupTestCase() {
        m_wiki.reset();
        m_world.reset();
    }
    void init() { world().company.person(person("ann")); }

    void aPersonSignsInAndTheAppLearnsWhoTheyAre() {
        Browser browser = world().browser();
        const auto request = wiki().request();
        const Answer page = wiki().ask(browser, request);
        QCOMPARE(wiki().problem(page, request.id), std::string());
        QCOMPARE(std::string(page.hidden().get("RelayState").value_or("")), std::string("here"));
        const auto assertion = *wiki().verdict(page, request.id).assertion;
        QVERIFY(assertion.encrypted);
        QCOMPARE(assertion.nameId->format, std::string(wire::kTransient));
        std::string mail;
        for (const auto& each : assertion.attributes) {
            mail = each.name == "urn:oid:0.9.2342.19200300.100.1.3" ? each.values.front() : mail;
        }
        QCOMPARE(mail, std::string("ann@acme.example"));
        QVERIFY(browser.cookies.contains("gh_session_acme"));
        const json::Object record = world().audit(world().acme, "AssertionIssued").front();
        QCOMPARE(dataOf(record, "inResponseTo"), request.id);
        QVERIFY(json::stringMember(record, "flowId").value_or("") != "");
        QVERIFY(page.headers.get("Content-Security-Policy").value_or("").find("form-action https://wiki.example") !=
                std::string::npos);
    }

    // The app's page brings no cookie of ours with its POST; a redirect follows, and that brings them.
    void aRequestByPostFindsTheSessionAllTheSame() {
        Browser browser = world().browser();
        (void)wiki().ask(browser);
        const auto cookies = std::exchange(browser.cookies, {});
        auto request = wiki().request();
        request.isPassive = true;
        http::Parameters form;
        const xml::Signing signing{wiki().key, crypto::Signature::RS256, nullptr};
        form.append("SAMLRequest",
                    base64Encode(xml::sign(wire::toXml(request), request.id, "Issuer", signing).value()));
        form.append("RelayState", "by-post");
        const Answer again = browser.post(wiki().at("sso"), form);
        QCOMPARE(again.status, 303);
        browser.cookies = cookies;
        const Answer page = browser.get(again.location);
        QCOMPARE(wiki().problem(page, request.id), std::string());
        QCOMPARE(std::string(page.hidden().get("RelayState").value_or("")), std::string("by-post"));
    }

    void anotherAppAnswersFromTheSameSessionAtOnce() {
        const SamlApp blog(world(), "acme", "https://blog.example");
        Browser browser = world().browser();
        (void)wiki().ask(browser);
        auto silent = blog.request();
        silent.isPassive = true;
        const Answer page = browser.get(blog.address(silent));
        QCOMPARE(blog.problem(page, silent.id), std::string());
        const json::Array sessions = world().list("/tenants/acme/sessions");
        QVERIFY(json::write(json::Value(sessions)).find("https://blog.example") != std::string::npos);
    }

    void whoeverIsNotSignedInIsNotAskedByAPassiveRequest() {
        Browser browser = world().browser();
        auto silent = wiki().request();
        silent.isPassive = true;
        QCOMPARE(wiki().status(wiki().ask(browser, silent)), std::string(wire::kStatusNoPassive));
    }

    void forceAuthnAsksTheProviderAnew() {
        Browser browser = world().browser();
        (void)wiki().ask(browser);
        world().clock.advance(Seconds(60));
        const int before = world().company.calls("/authorize");
        auto request = wiki().request();
        request.forceAuthn = true;
        const Answer page = wiki().ask(browser, request);
        QCOMPARE(wiki().problem(page, request.id), std::string());
        QCOMPARE(world().company.calls("/authorize"), before + 1);
        QVERIFY(wiki().verdict(page, request.id).assertion->authnInstant >= request.issueInstant - Seconds(1));
    }

    void levelsAreAskedForAndToldOrRefused() {
        const auto ask = [&](std::vector<std::string> contexts, const std::string& reached) {
            json::Object ann = person("ann");
            ann["acr"] = reached;
            world().company.person(ann);
            auto request = wiki().request();
            request.authnContext = std::move(contexts);
            Browser browser = world().browser();
            const Answer page = wiki().ask(browser, request);
            const auto verdict = wiki().verdict(page, request.id);
            return verdict.assertion ? verdict.assertion->authnContext : verdict.status;
        };
        const std::string everyday(wire::kProtectedTransportContext);
        QCOMPARE(ask({everyday}, ""), everyday);
        QCOMPARE(ask({"urn:gatehouse:aal2"}, "urn:gatehouse:aal2"), std::string("urn:gatehouse:aal2"));
        QCOMPARE(ask({"urn:gatehouse:aal2"}, "urn:gatehouse:aal3"), std::string("urn:gatehouse:aal2"));
        QCOMPARE(ask({"urn:gatehouse:aal2"}, "urn:gatehouse:aal1"), std::string(wire::kStatusNoAuthnContext));
        QCOMPARE(ask({}, "urn:gatehouse:aal3"), std::string("urn:gatehouse:aal3"));
    }

    void aNameIdThatWeDoNotIssueIsRefusedInSaml() {
        auto request = wiki().request();
        request.nameIdFormat = "urn:oasis:names:tc:SAML:2.0:nameid-format:kerberos";
        Browser browser = world().browser();
        (void)wiki().ask(browser);
        QCOMPARE(wiki().status(wiki().ask(browser, request)), std::string(wire::kStatusInvalidNameIdPolicy));
        request = wiki().request();
        request.nameIdFormat = wire::kEmailAddress;
        const Answer page = wiki().ask(browser, request);
        QCOMPARE(wiki().verdict(page, request.id).assertion->nameId->value, std::string("ann@acme.example"));
    }

    void aRefusalReachesTheAppInSaml() {
        Browser browser = world().browser();
        const std::string callback = browser.follow(wiki().address(wiki().request()), world().url + "/sso/").location;
        const Answer page = browser.get(withParameter(withoutParameter(callback, "code"), "error", "access_denied"));
        QCOMPARE(wiki().status(page), std::string(wire::kStatusRequestDenied));
    }

    void aPortalOpensAnAppThatAllowsIt() {
        const SamlApp kiosk(world(), "acme", "https://kiosk.example",
                            {{"saml", {{"idpInitiated", true}, {"relayState", "start"}}}});
        Browser browser = world().browser();
        const Answer page = browser.follow(kiosk.at("launch") + std::string("?app=https://kiosk.example"), "nowhere");
        QCOMPARE(kiosk.problem(page, ""), std::string());
        QCOMPARE(std::string(page.hidden().get("RelayState").value_or("")), std::string("start"));
        QCOMPARE(browser.get(kiosk.at("launch") + std::string("?app=https://wiki.example")).reason(),
                 std::string("idp.launch"));
    }

    void anAppThatStartsItselfIsSentThere() {
        const SamlApp shop(world(), "acme", "https://shop.example", {{"initiateLoginUri", "https://shop.example/in"}});
        Browser browser = world().browser();
        QCOMPARE(browser.get(shop.at("launch") + std::string("?app=https://shop.example")).location,
                 std::string("https://shop.example/in"));
    }

    void anAppSignsThePersonOutEverywhere() {
        const SamlApp docs(world(), "acme", "https://docs.example");
        Browser browser = world().browser();
        const auto request = wiki().request();
        const auto here = *wiki().verdict(wiki().ask(browser, request), request.id).assertion;
        const auto other = docs.request();
        (void)docs.ask(browser, other);
        const Tokens tokens = world().tokensFor(browser, world().acme.app);
        const Answer page = browser.get(wiki().logoutAddress(here));
        QCOMPARE(page.status, 200);
        QVERIFY(page.body.find("https://docs.example/slo?SAMLRequest=") != std::string::npos);
        QVERIFY(page.body.find("https://wiki.example/slo?SAMLRequest=") == std::string::npos);
        const std::string refresh(page.headers.get("Refresh").value_or(""));
        const std::string back = refresh.substr(refresh.find("url=") + 4);
        QVERIFY(back.starts_with("https://wiki.example/slo?SAMLResponse="));
        QCOMPARE(wiki().logoutStatus(back), std::string(wire::kStatusSuccess));
        QVERIFY(!world().isActive(world().acme.app, tokens.access));
        QVERIFY(!browser.cookies.contains("gh_session_acme"));
    }

    void ourOwnSignOutTellsTheAppInAFrame() {
        Browser browser = world().browser();
        (void)wiki().ask(browser);
        const Tokens tokens = world().tokensFor(browser, world().acme.app);
        const Answer page =
            browser.get(withParameter(world().acme.app.issuer + "/oauth2/logout", "id_token_hint", tokens.id));
        QVERIFY(page.body.find("https://wiki.example/slo?SAMLRequest=") != std::string::npos);
        QVERIFY(page.headers.get("Content-Security-Policy").value_or("").find("frame-src https://wiki.example") !=
                std::string::npos);
    }

private:
    World& world() { return *m_world; }
    SamlApp& wiki() { return *m_wiki; }
    std::unique_ptr<World> m_world;
    std::unique_ptr<SamlApp> m_wiki;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::SamlIdp)
#include "tst_saml_idp.moc"
