// SPDX-License-Identifier: Apache-2.0
// Where a session is used from: noted or ended when that changes, and ended or refused where nobody may be.
#include <QtTest>

#include "tests/flows/world.h"

namespace gatehouse::flows {
namespace {

constexpr const char* kHome = "192.0.2.10";
constexpr const char* kElsewhere = "198.51.100.20";

} // namespace

class SessionAddresses : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_world = std::make_unique<World>();
        m_phone = world().addApp("acme", "phone", {{"type", "spa"}, {"auth", "none"}});
    }
    void cleanupTestCase() { m_world.reset(); }
    void init() {
        world().company.person(person("ann"));
        settings({{"ipPinning", "off"}, {"blockedAddresses", json::Array()}});
    }

    void whereNothingIsPinnedPeopleMayMove() {
        Browser browser = at(kHome);
        (void)world().tokensFor(browser, app());
        const std::size_t before = risks();
        browser.from = kElsewhere;
        QVERIFY(!silent(browser).at("code").empty());
        QCOMPARE(risks(), before);
    }

    void aMoveIsNotedOnceAndTheSessionGoesOn() {
        settings({{"ipPinning", "notify"}});
        Browser browser = at(kHome);
        const Tokens tokens = world().tokensFor(browser, app());
        const std::size_t before = risks();
        browser.from = kElsewhere;
        QVERIFY(!silent(browser).at("code").empty());
        QVERIFY(!silent(browser).at("code").empty());
        QCOMPARE(risks(), before + 1);
        const json::Object row = world().audit(world().acme, "RiskDetected").front();
        QCOMPARE(reasonOf(row), std::string("address_changed"));
        QCOMPARE(dataOf(row, "from"), std::string(kHome));
        QCOMPARE(dataOf(row, "to"), std::string(kElsewhere));
        const json::Object session = world().admin("GET", world().acme.path("/sessions/" + tokens.claim("sid")));
        QCOMPARE(std::string(json::stringMember(session, "ip").value()), std::string(kElsewhere));
        QCOMPARE(std::string(json::stringMember(session, "signedInFrom").value()), std::string(kHome));
        QVERIFY(world().isActive(app(), tokens.access));
    }

    void aMoveEndsThePinnedSessionAndItsTokens() {
        settings({{"ipPinning", "terminate"}});
        Browser browser = at(kHome);
        const Tokens tokens = world().tokensFor(browser, app());
        QVERIFY(!silent(browser).at("code").empty());
        Browser thief = browser;
        thief.from = kElsewhere;
        QCOMPARE(silent(thief).at("error"), std::string("login_required"));
        QVERIFY(!world().isActive(app(), tokens.access));
        QCOMPARE(world().refresh(app(), tokens.refresh).answer.text("error"), std::string("invalid_grant"));
        // Back home it is over too.
        QCOMPARE(silent(browser).at("error"), std::string("login_required"));
        QCOMPARE(reasonOf(world().audit(world().acme, "SessionRevoked").front()), std::string("address_changed"));
    }

    void aDeviceThatChangesItsAddressWithinItsNetworkHasNotMoved() {
        settings({{"ipPinning", "terminate"}});
        Browser browser = at("2001:db8:1:2::1");
        (void)world().tokensFor(browser, app());
        browser.from = "2001:db8:1:2:a:b:c:d";
        QVERIFY(!silent(browser).at("code").empty());
        browser.from = "2001:db8:1:3::1";
        QCOMPARE(silent(browser).at("error"), std::string("login_required"));
    }

    void aRefreshTokenOfAPersonsDeviceIsPinnedToo() {
        settings({{"ipPinning", "terminate"}});
        Browser browser = at(kHome);
        const Tokens tokens = world().tokensFor(browser, m_phone);
        const Tokens renewed = world().refresh(m_phone, tokens.refresh, {}, from(kHome));
        QVERIFY(!renewed.refresh.empty());
        QCOMPARE(world().refresh(m_phone, renewed.refresh, {}, from(kElsewhere)).answer.text("error"),
                 std::string("invalid_grant"));
        QCOMPARE(silent(browser).at("error"), std::string("login_required"));
    }

    void anAppsOwnMachinesAreNoMove() {
        settings({{"ipPinning", "terminate"}});
        Browser browser = at(kHome);
        const Tokens tokens = world().tokensFor(browser, app());
        QVERIFY(!world().refresh(app(), tokens.refresh, {}, from("203.0.113.5")).refresh.empty());
        QVERIFY(!silent(browser).at("code").empty());
    }

    void nobodySignsInFromABlockedAddress() {
        settings({{"blockedAddresses", json::Array{"198.51.100.0/24"}}});
        Browser browser = at(kElsewhere);
        const int asked = world().company.calls("/authorize");
        const Answer page = world().signIn(browser, app());
        QCOMPARE(page.reason(), std::string("login.address_blocked"));
        QCOMPARE(world().company.calls("/authorize"), asked);
        QCOMPARE(world().lastFailure(world().acme), std::string("login.address_blocked"));
        browser.from = kHome;
        QVERIFY(!world().signIn(browser, app()).at("code").empty());
    }

    void whoMovesToABlockedAddressDuringTheSignInIsRefused() {
        Browser browser = at(kHome);
        const std::string callback = world().toCallback(browser, app());
        settings({{"blockedAddresses", json::Array{"198.51.100.0/24"}}});
        browser.from = kElsewhere;
        QCOMPARE(browser.get(callback).reason(), std::string("login.address_blocked"));
        QVERIFY(browser.cookies.find("gh_session_acme") == browser.cookies.end());
    }

    void sessionsAtANewlyBlockedAddressEndAtOnceAndOthersDoNot() {
        Browser bad = at(kElsewhere);
        const Tokens theirs = world().tokensFor(bad, app());
        Browser good = at(kHome);
        const Tokens anns = world().tokensFor(good, app());
        settings({{"blockedAddresses", json::Array{"198.51.100.0/24"}}});
        QVERIFY(!world().isActive(app(), theirs.access));
        QVERIFY(world().isActive(app(), anns.access));
        const json::Object row = world().audit(world().acme, "SessionRevoked").front();
        QCOMPARE(dataOf(row, "cause"), std::string("address_blocked"));
    }

    void aSessionThatIsCarriedToABlockedAddressEnds() {
        Browser browser = at(kHome);
        const Tokens tokens = world().tokensFor(browser, app());
        settings({{"blockedAddresses", json::Array{"198.51.100.0/24"}}});
        QVERIFY(world().isActive(app(), tokens.access));
        browser.from = kElsewhere;
        QCOMPARE(silent(browser).at("error"), std::string("login_required"));
        QVERIFY(!world().isActive(app(), tokens.access));
        QCOMPARE(reasonOf(world().audit(world().acme, "RiskDetected").front()), std::string("address_blocked"));
    }

    void whatOneTenantBlocksAnotherDoesNot() {
        settings({{"blockedAddresses", json::Array{"0.0.0.0/0"}}});
        world().stranger.person(person("eve", "evil.example"));
        Browser browser = at(kElsewhere);
        QVERIFY(!world().signIn(browser, world().evil.app).at("code").empty());
    }

private:
    World& world() { return *m_world; }
    [[nodiscard]] const App& app() const { return m_world->acme.app; }
    Browser at(const char* address) {
        Browser browser = world().browser();
        browser.from = address;
        return browser;
    }
    static http::Headers from(const char* address) {
        http::Headers headers;
        headers.set("X-Forwarded-For", address);
        return headers;
    }
    Answer silent(Browser& browser) { return world().signIn(browser, app(), {{"prompt", "none"}}); }
    std::size_t risks() { return world().audit(world().acme, "RiskDetected").size(); }
    void settings(const json::Object& change) {
        (void)world().admin("PATCH", world().acme.path(), {{"settings", change}});
    }

    std::unique_ptr<World> m_world;
    App m_phone;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::SessionAddresses)
#include "tst_session_addresses.moc"
