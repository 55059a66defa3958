// SPDX-License-Identifier: Apache-2.0
// What an identity provider for apps of type saml must survive: security.md 2.4, by the rows' names. IDP-02 is in
// apps/tst_saml_app, IDP-08 and IDP-15 in saml/idp/tst_release.
#include <set>

#include <QtTest>

#include "base/check.h"
#include "saml/wire/deflate.h"
#include "saml/wire/names.h"
#include "saml/wire/redirect_binding.h"
#include "tests/flows/saml_app.h"
#include "xml/signature.h"
#include "xml/text.h"

namespace gatehouse::flows {

namespace wire = saml::wire;

namespace {

http::Parameters posted(const std::string& xml) {
    http::Parameters form;
    form.append("SAMLRequest", base64Encode(xml));
    return form;
}

bool postsAnything(const Answer& answer) {
    return answer.body.find("SAMLResponse") != std::string::npos;
}

} // namespace

class SamlIdpAttacks : public QObject {
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

    void idp01AnAnswerGoesNowhereButToTheMetadatasConsumers_data() {
        QTest::addColumn<QString>("address");
        for (const char* address :
             {"https://wiki.example/ACS", "https://wiki.example/acs/", "https://wiki.example/acs?x=1",
              "https://wiki.example/acs#x", "https://wiki.example:443/acs", "http://wiki.example/acs",
              "https://wiki.example/acs/../acs", "https://wiki.example/a%63s", "https://WIKI.example/acs",
              "https://wiki.example.evil.example/acs", "https://wiki.example@evil.example/acs", "javascript:alert(1)",
              "data:text/html,x", "//wiki.example/acs", "https://evil.example/", " https://wiki.example/acs",
              "https://wiki.example/acs "}) {
            QTest::newRow(address) << QString(address);
        }
    }
    void idp01AnAnswerGoesNowhereButToTheMetadatasConsumers() {
        QFETCH(QString, address);
        auto request = wiki().request();
        request.acsUrl = address.toStdString();
        Browser browser = world().browser();
        const Answer answer = browser.get(wiki().address(request));
        QCOMPARE(answer.reason(), std::string("idp.acs"));
        QVERIFY(answer.location.empty() && !postsAnything(answer));
    }
    void idp01NorByAnIndexOrBindingThatIsNotThere() {
        const std::string url = xml::attribute("AssertionConsumerServiceURL", "https://wiki.example/acs");
        const std::string binding = xml::attribute("ProtocolBinding", wire::kPostBinding);
        for (const auto& [changed, reason] :
             {std::pair(std::string(" AssertionConsumerServiceIndex=\"999\""), "idp.acs"),
              std::pair(std::string(" AssertionConsumerServiceIndex=\"-1\""), "idp.request"),
              std::pair(url + " AssertionConsumerServiceIndex=\"0\"", "idp.request"),
              std::pair(url + " ProtocolBinding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect\"", "idp.acs"),
              std::pair(url + " ProtocolBinding=\"&lt;script&gt;\"", "idp.acs")}) {
            std::string xml = wire::toXml(wiki().request());
            xml.replace(xml.find(binding + url), (binding + url).size(), changed);
            QCOMPARE(redirected(xml).reason(), std::string(reason));
        }
    }

    void idp03ThePageThatPostsEscapesWhatItWasGiven() {
        const std::string relayState = "\"><script>alert(1)</script></form>";
        const auto request = wiki().request();
        Browser browser = world().browser();
        const Answer page = browser.follow(wiki().address(request, relayState), "nowhere");
        QCOMPARE(wiki().problem(page, request.id), std::string());
        QCOMPARE(std::string(page.hidden().get("RelayState").value_or("")), relayState);
        QVERIFY(page.body.find("<script>alert") == std::string::npos);
        const std::string policy(page.headers.get("Content-Security-Policy").value_or(""));
        QVERIFY(policy.find("form-action https://wiki.example") != std::string::npos);
        QVERIFY(policy.find("unsafe-inline") == std::string::npos);
    }

    void idp04ARequestIsByTheAppsOwnKey() {
        const SamlApp other(world(), "acme", "https://other.example");
        const std::string xml = wire::toXml(wiki().request());
        const auto byRedirect = [&](const crypto::PrivateKey* key) {
            return open(wire::redirectAddress(wiki().at("sso"), wire::MessageKind::Request, xml, "x", key).value());
        };
        QCOMPARE(byRedirect(nullptr).reason(), std::string("idp.request.sig"));
        QCOMPARE(byRedirect(&other.key).reason(), std::string("idp.request.sig"));
        // Another RelayState, algorithm or signature than the one that was signed.
        const std::string good = wiki().address(wiki().request());
        QCOMPARE(open(withParameter(good, "RelayState", "evil")).reason(), std::string("idp.request.sig"));
        QCOMPARE(open(withoutParameter(good, "RelayState")).reason(), std::string("idp.request.sig"));
        for (const char* algorithm :
             {"http://www.w3.org/2000/09/xmldsig#rsa-sha1", "http://www.w3.org/2001/04/xmldsig-more#rsa-md5",
              "http://www.w3.org/2000/09/xmldsig#hmac-sha1", "none"}) {
            QCOMPARE(open(withParameter(good, "SigAlg", algorithm)).reason(), std::string("idp.request.sig"));
        }
        QCOMPARE(open(withParameter(good, "Signature", "AAAA")).reason(), std::string("idp.request.sig"));
        // By POST: none, another's, and the right one over something else.
        Browser browser = world().browser();
        QCOMPARE(browser.post(wiki().at("sso"), posted(xml)).reason(), std::string("idp.request.sig"));
        const auto request = wiki().request();
        const auto sign = [&](const crypto::PrivateKey& key) {
            return xml::sign(wire::toXml(request), request.id, "Issuer", {key, crypto::Signature::RS256, nullptr})
                .value();
        };
        QCOMPARE(browser.post(wiki().at("sso"), posted(sign(other.key))).reason(), std::string("idp.request.sig"));
        std::string changed = sign(wiki().key);
        changed.replace(changed.find("wiki.example/acs"), 16, "evil.example/acs");
        QCOMPARE(browser.post(wiki().at("sso"), posted(changed)).reason(), std::string("idp.request.sig"));
        QCOMPARE(browser.post(wiki().at("sso"), posted(sign(wiki().key))).status, 303);
    }

    void idp05ARequestIsAnsweredOnceAndInItsTime() {
        Browser browser = world().browser();
        const auto request = wiki().request();
        QCOMPARE(wiki().problem(wiki().ask(browser, request), request.id), std::string());
        const Answer again = wiki().ask(browser, request);
        QVERIFY(wiki().problem(again, request.id) != "");
        Browser stranger = world().browser();
        QVERIFY(wiki().problem(wiki().ask(stranger, request), request.id) != "");
        for (const Seconds off : {Seconds(-600), Seconds(600)}) {
            auto untimely = wiki().request();
            untimely.issueInstant += off;
            QCOMPARE(open(wiki().address(untimely)).reason(), std::string("idp.request.expired"));
        }
        auto elsewhere = wiki().request();
        elsewhere.destination = world().url + "/t/evil/saml/sso";
        QCOMPARE(open(wiki().address(elsewhere)).reason(), std::string("idp.request.destination"));
    }

    void idp06BombsAndForeignDocumentsCostNothing() {
        const std::string xml = wire::toXml(wiki().request());
        std::string manyAttributes = "<a";
        for (int i = 0; i < 20000; ++i) {
            manyAttributes += " a" + std::to_string(i) + "=''";
        }
        std::string deep;
        for (int i = 0; i < 20000; ++i) {
            deep += "<a>";
        }
        for (const std::string& hostile :
             {"<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + xml, "<?xml-stylesheet href='x'?>" + xml,
              manyAttributes + "/>", deep, std::string(1024 * 1024, 'x'), std::string("\xff\xfe<\0a", 5),
              xml.substr(0, xml.size() / 2), xml + xml}) {
            Browser browser = world().browser();
            const Answer answer = browser.post(wiki().at("sso"), posted(hostile));
            QVERIFY(answer.status == 413 || answer.reason() == "idp.request");
        }
        const std::string bomb = wire::deflate(std::string(std::size_t(4) * 1024 * 1024, 'a'));
        http::Parameters query;
        query.append("SAMLRequest", base64Encode(bomb));
        QVERIFY(open(http::withQuery(wiki().at("sso"), query)).status >= 400);
        Browser browser = world().browser();
        http::Parameters form;
        form.append("SAMLRequest", "%%%");
        QCOMPARE(browser.post(wiki().at("sso"), form).reason(), std::string("idp.request"));
        QCOMPARE(browser.post(wiki().at("sso"), {}).reason(), std::string("idp.request"));
    }

    void idp09EveryAnswerIsSignedTwiceAndEncrypted() {
        Browser browser = world().browser();
        std::set<std::string> ids;
        for (int i = 0; i < 50; ++i) {
            const auto request = wiki().request();
            const auto verdict = wiki().verdict(wiki().ask(browser, request), request.id);
            QVERIFY(verdict.assertion.has_value() && verdict.assertion->encrypted);
            QVERIFY(verdict.clear.find("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256") != std::string::npos);
            QVERIFY(verdict.clear.find("sha1") == std::string::npos);
            QVERIFY(ids.insert(verdict.id).second && ids.insert(verdict.assertion->id).second);
        }
    }

    void idp10AnAppThatIsGoneAndATenantThatIsSuspendedGetNothing() {
        const SamlApp gone(world(), "acme", "https://gone.example", {{"saml", {{"idpInitiated", true}}}});
        Browser browser = world().browser();
        const std::string callback = browser.follow(gone.address(gone.request()), world().url + "/sso/").location;
        (void)world().admin("DELETE", "/tenants/acme/apps/" + gone.id);
        QVERIFY(!postsAnything(browser.follow(callback, "nowhere")));
        QCOMPARE(open(gone.address(gone.request())).reason(), std::string("oauth.client_unknown"));
        QCOMPARE(open(gone.at("launch") + std::string("?app=https://gone.example")).reason(),
                 std::string("oauth.client_unknown"));

        const SamlApp theirs(world(), "evil", "https://theirs.example", {{"saml", {{"idpInitiated", true}}}});
        world().stranger.person(person("mal", "evil.example"));
        Browser other = world().browser();
        const std::string onTheWay = other.follow(theirs.address(theirs.request()), world().url + "/sso/").location;
        (void)world().admin("PATCH", "/tenants/evil", {{"status", "suspended"}});
        QVERIFY(!postsAnything(other.follow(onTheWay, "nowhere")));
        QVERIFY(!postsAnything(open(theirs.address(theirs.request()))));
        QVERIFY(!postsAnything(open(theirs.at("launch") + std::string("?app=https://theirs.example"))));
        (void)world().admin("PATCH", "/tenants/evil", {{"status", "active"}});
    }

    void idp11AnAnswerIsForOneAppOfOneTenant() {
        const SamlApp blog(world(), "acme", "https://blog.example");
        Browser browser = world().browser();
        const auto request = wiki().request();
        const Answer page = wiki().ask(browser, request);
        saml::sp::ResponseRules rules;
        QVERIFY(blog.problem(page, request.id) != ""); // it cannot even be opened by another key
        const json::Object twin{{"name", "twin"}, {"type", "saml"}, {"spMetadataXml", wiki().metadata()}};
        QCOMPARE(world().adminStatus("POST", "/tenants/acme/apps", twin), 409);
        QCOMPARE(world().adminStatus("POST", "/tenants/evil/apps", twin), 201); // whose people are others
        auto crossed = wiki().request();
        crossed.destination = world().url + "/t/evil/saml/sso";
        QCOMPARE(open(wiki().address(crossed)).reason(), std::string("idp.request.destination"));
    }

    void idp12OnlyAnAppOfTheSessionEndsIt() {
        const SamlApp outsider(world(), "acme", "https://outsider.example");
        Browser browser = world().browser();
        const auto request = wiki().request();
        const auto mine = *wiki().verdict(wiki().ask(browser, request), request.id).assertion;
        const auto isAlive = [&] {
            auto silent = wiki().request();
            silent.isPassive = true;
            return wiki().verdict(browser.get(wiki().address(silent)), silent.id).assertion.has_value();
        };
        // Of an app that is not in it, by another's NameID; unsigned; for somebody else.
        QVERIFY(outsider.logoutStatus(open(outsider.logoutAddress(mine)).location).ends_with("UnknownPrincipal"));
        auto nobody = mine;
        nobody.nameId->value = "somebody else";
        QVERIFY(wiki().logoutStatus(open(wiki().logoutAddress(nobody)).location).ends_with("UnknownPrincipal"));
        const std::string bare = wire::redirectAddress(wiki().at("slo"), wire::MessageKind::Request,
                                                       wire::toXml(wiki().logoutRequest(mine)), "", nullptr)
                                     .value();
        QCOMPARE(open(bare).reason(), std::string("signature.absent"));
        auto asAnother = wiki().logoutRequest(mine);
        asAnother.issuer = outsider.entityId;
        QCOMPARE(open(wiki().logoutAddress(asAnother)).reason(), std::string("signature.key"));
        auto elsewhere = wiki().logoutRequest(mine);
        elsewhere.destination = world().url + "/t/evil/saml/slo";
        QCOMPARE(open(wiki().logoutAddress(elsewhere)).reason(), std::string("saml.destination"));
        QVERIFY(isAlive());
        const std::string good = wiki().logoutAddress(mine);
        QVERIFY(wiki().logoutStatus(browser.get(good).location).ends_with("Success"));
        QCOMPARE(open(good).reason(), std::string("saml.replay"));
        QVERIFY(!isAlive());
    }

    void idp13WhatIsNoAppOfThisKindLooksLikeNone() {
        const SamlApp theirs(world(), "evil", "https://elsewhere.example");
        std::set<std::string> pages;
        for (const std::string& issuer : {std::string("https://nobody.example"), world().acme.app.clientId,
                                          theirs.entityId, std::string("gatehouse-console")}) {
            auto request = wiki().request();
            request.issuer = issuer;
            const Answer answer = open(wiki().address(request));
            std::string page = answer.body;
            page.erase(page.find(answer.reference()), answer.reference().size());
            pages.insert(std::to_string(answer.status) + answer.reason());
            QVERIFY(page.find(issuer) == std::string::npos);
        }
        QCOMPARE(pages, std::set<std::string>{"400oauth.client_unknown"});
    }

private:
    Answer open(const std::string& address) {
        Browser browser = world().browser();
        return browser.get(address);
    }
    Answer redirected(const std::string& xml) {
        return open(wire::redirectAddress(wiki().at("sso"), wire::MessageKind::Request, xml, "x", &wiki().key).value());
    }
    World& world() { return *m_world; }
    SamlApp& wiki() { return *m_wiki; }
    std::unique_ptr<World> m_world;
    std::unique_ptr<SamlApp> m_wiki;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::SamlIdpAttacks)
#include "tst_saml_idp_attacks.moc"
