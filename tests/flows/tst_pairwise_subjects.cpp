// SPDX-License-Identifier: Apache-2.0
// Apps that are not to compare notes: each sector knows a person by a name of its own, the same in every token and
// answer (OpenID Connect Core 1.0, 8.1).
#include <QtTest>

#include "tests/flows/public_world.h"
#include "tests/flows/world.h"

namespace gatehouse::flows {

class PairwiseSubjects : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_public.put(kSector, json::write(json::Value(json::Array{World::kRedirect})));
        m_world = std::make_unique<World>(World::Runs::Still, [&](broker::Config& config) { m_public(config); });
        world().company.person(person("ann"));
        m_portal = world().addApp("acme", "pairwise portal", {{"subjectType", "pairwise"}});
        m_shop =
            world().addApp("acme", "pairwise shop", {{"subjectType", "pairwise"}, {"sectorIdentifierUri", kSector}});
    }
    void cleanupTestCase() { m_world.reset(); }
    void init() { world().company.person(person("ann")); }

    void theNameIsTheSameInEveryTokenAndAnswer() {
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, m_portal);
        const std::string name = tokens.claim("sub");
        QCOMPARE(name.size(), std::size_t(43));
        QCOMPARE(introspected(m_portal, tokens.access), name);
        QCOMPARE(introspected(m_portal, tokens.refresh), name);
        QCOMPARE(userinfo(m_portal, tokens.access), name);
        const Tokens renewed = world().refresh(m_portal, tokens.refresh);
        QCOMPARE(renewed.claim("sub"), name);
        QCOMPARE(introspected(m_portal, renewed.access), name);
        Browser elsewhere = world().browser();
        QCOMPARE(world().tokensFor(elsewhere, m_portal).claim("sub"), name);
    }

    void noTwoSectorsAndNoTwoPeopleShareAName() {
        Browser browser = world().browser();
        const std::string publicId = world().tokensFor(browser, world().acme.app).claim("sub");
        const std::string atPortal = world().tokensFor(browser, m_portal).claim("sub");
        const std::string atShop = world().tokensFor(browser, m_shop).claim("sub");
        QVERIFY(atPortal != atShop);
        QVERIFY(atPortal != publicId);
        QVERIFY(atShop != publicId);
        world().company.person(person("bob"));
        Browser bobs = world().browser();
        QVERIFY(world().tokensFor(bobs, m_portal).claim("sub") != atPortal);
    }

    void noTokenOfAPairwiseAppHoldsThePersonsId() {
        Browser browser = world().browser();
        const std::string publicId = world().tokensFor(browser, world().acme.app).claim("sub");
        const Tokens tokens = world().tokensFor(browser, m_portal);
        http::Parameters form;
        form.append("token", tokens.access);
        QVERIFY(world().call(m_portal, "introspect", form).body.find(publicId) == std::string::npos);
        QVERIFY(json::write(tokens.claims).find(publicId) == std::string::npos);
    }

    void aHintByThatNameFindsThePerson() {
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, m_portal);
        const Changes quietly{{"prompt", "none"}, {"id_token_hint", tokens.id}};
        QVERIFY(!world().signIn(browser, m_portal, quietly).at("code").empty());
        // Another app's hint is of the same person by another name.
        QVERIFY(!world().signIn(browser, m_shop, quietly).at("code").empty());
        world().company.person(person("bob"));
        Browser bobs = world().browser();
        (void)world().tokensFor(bobs, m_portal);
        QCOMPARE(world().signIn(bobs, m_portal, quietly).at("error"), std::string("login_required"));
    }

    void signingOutByAHintEndsTheSession() {
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, m_portal);
        http::Parameters query;
        query.append("id_token_hint", tokens.id);
        (void)browser.get(http::withQuery(m_portal.issuer + "/oauth2/logout", query));
        QVERIFY(!world().isActive(m_portal, tokens.access));
        QCOMPARE(world().refresh(m_portal, tokens.refresh).answer.text("error"), std::string("invalid_grant"));
    }

    void aPairwiseAppOfSeveralHostsHasToSayWhichOne() {
        const admin::api::Reply reply =
            world().adminReply("PATCH", m_portal.admin,
                               {{"redirectUris", json::Array{World::kRedirect, "https://other.example/callback"}}});
        QCOMPARE(reply.status, 422);
        QVERIFY2(reply.body.find("sector_missing") != std::string::npos, reply.body.c_str());
    }

private:
    World& world() { return *m_world; }
    std::string introspected(const App& app, const std::string& token) {
        http::Parameters form;
        form.append("token", token);
        return world().call(app, "introspect", form).text("sub");
    }
    std::string userinfo(const App& app, const std::string& token) {
        http::OutboundRequest request;
        request.url = app.issuer + "/oauth2/userinfo";
        request.deadline = Seconds(60);
        request.headers.set("Authorization", "Bearer " + token);
        return exchange(*world().client, request).text("sub");
    }

    static constexpr const char* kSector = "https://shop.example/uris";
    PublicWorld m_public;
    std::unique_ptr<World> m_world;
    App m_portal;
    App m_shop;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::PairwiseSubjects)
#include "tst_pairwise_subjects.moc"
