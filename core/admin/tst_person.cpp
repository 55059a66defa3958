// SPDX-License-Identifier: Apache-2.0
// People as callers of the Admin API, with access tokens of the broker itself.
#include "admin/tst_world.h"

#include "admin/person.h"
#include "crypto/hash.h"
#include "crypto/random.h"
#include "oidc/provider/token_claims.h"
#include "tenants/tenants.h"

using namespace gatehouse;
using namespace gatehouse::admin;

namespace {

/// A person who is signed in at an app that may ask for the scope admin.
struct SignedIn {
    std::string slug;
    TenantId tenant;
    std::string user;
    sessions::Session session;
    sessions::Family family;
    std::string clientId;
};

/// A client of the event stream.
class Listening final : public http::EventStream {
public:
    bool send(std::string_view, std::string_view) override {
        ++events;
        return true;
    }
    void close() override { closed = true; }
    std::atomic<int> events{0};
    std::atomic<bool> closed{false};
};

} // namespace

class TestPerson : public QObject {
    Q_OBJECT
private slots:
    void init() {
        m_world = std::make_unique<World>();
        m_connection["acme"] = m_world->addTenant("acme");
        m_connection["evil"] = m_world->addTenant("evil");
        m_ana = signIn("acme", "ana");
        appoint(m_ana, "'role':'tenant-admin'");
    }
    void cleanup() { m_world.reset(); }

    void anAppointedPersonIsLetIn() {
        const std::string token = mint(m_ana);
        QCOMPARE(m_world->as(token, "GET", "/tenants/acme/connections").status, 200);
        QCOMPARE(m_world->as(token, "POST", "/tenants/acme/roles", "{'name':'clerk'}").status, 201);
        const Got record = m_world->call("GET", "/tenants/acme/audit?actor=" + m_ana.user + "&type=AdminAction");
        QCOMPARE(record.items().size(), std::size_t(1));
        QVERIFY(!m_world->call("GET", "/admins").items().front().at("lastSeen").is_null());
    }
    void aSignInIsInTheLogOnceForEachSession() {
        m_world->as(mint(m_ana), "GET", "/tenants");
        m_world->as(mint(m_ana), "GET", "/tenants");
        QCOMPARE(m_world->logged("/tenants/acme/audit").filter("AdminSignedIn").size(), 1);
        openSession(m_ana);
        m_world->as(mint(m_ana), "GET", "/tenants");
        QCOMPARE(m_world->logged("/tenants/acme/audit").filter("AdminSignedIn").size(), 2);
    }
    void tokensOfTheFrontDoorCountToo() {
        QCOMPARE(m_world->as(mint(m_ana, "admin", true), "GET", "/tenants/acme").status, 200);
        QCOMPARE(m_world->as(mint(m_ana, "admin", true), "GET", "/tenants/evil").status, 404);
    }
    void anotherTenantIsAsIfItDidNotExist() {
        const std::string token = mint(m_ana);
        QCOMPARE(m_world->as(token, "GET", "/tenants/evil").status, 404);
        QCOMPARE(m_world->as(token, "GET", "/tenants/evil/users").code(), std::string("not_found"));
        QCOMPARE(m_world->as(token, "GET", "/tenants").items().size(), std::size_t(1));
        QCOMPARE(m_world->as(token, "GET", "/doctor").status, 404);
    }
    void anOwnerSeesTheWholeBroker() {
        const SignedIn olga = signIn("evil", "olga");
        appoint(olga, "'role':'owner'");
        QCOMPARE(m_world->as(mint(olga), "GET", "/tenants").items().size(), std::size_t(2));
        QCOMPARE(m_world->as(mint(olga), "GET", "/tenants/acme/users").status, 200);
        QCOMPARE(m_world->as(mint(olga), "POST", "/backup", "{'file':'/x'}").code(), std::string("backup_local_only"));
    }
    void tokensWithoutTheScopeAreRefused() {
        for (const char* scope : {"", "openid profile", "administrator", "x-admin admin-x"}) {
            const Got got = m_world->as(mint(m_ana, scope), "GET", "/tenants");
            QCOMPARE(got.status, 403);
            QCOMPARE(got.code(), std::string("insufficient_scope"));
        }
        QVERIFY(challenge(mint(m_ana, "openid")).find("scope=\"admin\"") != std::string::npos);
        QVERIFY(m_world->logged("/tenants/acme/audit").contains("AccessDenied"));
    }
    void expiredTokensAreRefused() {
        const std::string token = mint(m_ana);
        m_world->clock.advance(Seconds(301));
        const Got got = m_world->as(token, "GET", "/tenants");
        QCOMPARE(got.status, 401);
        QCOMPARE(got.code(), std::string("token_invalid"));
    }
    void revokedTokensAreRefused() {
        const std::string token = mint(m_ana);
        QCOMPARE(m_world->as(token, "GET", "/tenants").status, 200);
        write([&](store::Writer& writer) {
            return sessions::revokeFamily(writer, m_ana.tenant, m_ana.family.id, m_world->clock.now());
        });
        QCOMPARE(m_world->as(token, "GET", "/tenants").code(), std::string("token_invalid"));
    }
    void tokensOfAnEndedSessionAreRefused() {
        const std::string token = mint(m_ana);
        QCOMPARE(m_world->call("DELETE", "/tenants/acme/sessions/" + m_ana.session.id.text()).status, 204);
        QCOMPARE(m_world->as(token, "GET", "/tenants").status, 401);
    }
    void tokensOfASuspendedTenantAreRefused() {
        const std::string token = mint(m_ana);
        m_world->call("PATCH", "/tenants/acme", "{'status':'suspended'}");
        QCOMPARE(m_world->as(token, "GET", "/tenants").status, 401);
        m_world->call("PATCH", "/tenants/acme", "{'status':'sealed'}");
        QVERIFY(m_world->as(token, "GET", "/tenants").status >= 401);
    }
    void deactivatedPeopleAreRefused() {
        const std::string token = mint(m_ana);
        m_world->call("POST", "/tenants/acme/users/" + m_ana.user + "/deactivate");
        QCOMPARE(m_world->as(token, "GET", "/tenants").status, 401);
    }
    void dismissedAdminsAreRefused() {
        const std::string token = mint(m_ana);
        m_world->call("DELETE", "/admins/" + m_appointment);
        const Got got = m_world->as(token, "GET", "/tenants");
        QCOMPARE(got.status, 403);
        QCOMPARE(got.code(), std::string("not_admin"));
    }
    void whoWasNeverAppointedIsRefused() {
        const SignedIn bob = signIn("acme", "bob");
        QCOMPARE(m_world->as(mint(bob), "GET", "/tenants").code(), std::string("not_admin"));
        QCOMPARE(m_world->as(mint(bob), "GET", "/nothing").status, 403);
    }
    void tokensOfAnotherIssuerAreRefused() {
        // By evil's keys, but saying that acme made it.
        json::Object claims = claimsOf(m_ana, "admin", false);
        QCOMPARE(m_world->as(signedBy("evil", claims), "GET", "/tenants").status, 401);
        // By evil, about acme's person.
        claims["iss"] = m_world->publicUrl.tenantIssuer("evil");
        claims["aud"] = claims["iss"];
        QCOMPARE(m_world->as(signedBy("evil", claims), "GET", "/tenants").status, 401);
        claims["iss"] = "https://idp.example/t/acme";
        QCOMPARE(m_world->as(signedBy("acme", claims), "GET", "/tenants").status, 401);
        claims["iss"] = m_world->publicUrl.base() + "/t/nobody";
        QCOMPARE(m_world->as(signedBy("acme", claims), "GET", "/tenants").status, 401);
    }
    void tokensForAnotherApiAreRefused() {
        json::Object claims = claimsOf(m_ana, "admin", false);
        claims["aud"] = "https://api.example";
        QCOMPARE(m_world->as(signedBy("acme", claims), "GET", "/tenants").status, 401);
        claims["aud"] = json::Array{"https://api.example", "http://127.0.0.1:8480/admin/v1"};
        QCOMPARE(m_world->as(signedBy("acme", claims), "GET", "/tenants").status, 200);
        claims["cnf"] = json::Object{{"jkt", "x"}};
        QCOMPARE(m_world->as(signedBy("acme", claims), "GET", "/tenants").status, 401);
    }
    void idTokensAndNonsenseAreRefused() {
        const json::Object claims = claimsOf(m_ana, "admin", false);
        QCOMPARE(m_world->as(signedBy("acme", claims, "JWT"), "GET", "/tenants").status, 401);
        for (const char* text : {"x", "a.b.c", "eyJhbGciOiJub25lIn0.e30.", "..", "a.b"}) {
            QCOMPARE(m_world->as(text, "GET", "/tenants").status, 401);
        }
    }
    void programsAreNotPeople() {
        json::Object claims = claimsOf(m_ana, "admin", false);
        claims["jti"] = crypto::newUuid(m_world->clock.now());
        claims["sub"] = m_ana.clientId;
        QCOMPARE(m_world->as(signedBy("acme", claims), "GET", "/tenants").code(), std::string("not_admin"));
    }
    void privilegedActionsWantAFreshSignIn() {
        m_world->clock.advance(Seconds(901));
        const std::string token = mint(m_ana);
        QCOMPARE(m_world->as(token, "GET", "/tenants/acme/keys").status, 200);
        const Got got = m_world->as(token, "POST", "/tenants/acme/keys/rotate");
        QCOMPARE(got.status, 401);
        QCOMPARE(got.code(), std::string("insufficient_user_authentication"));
        QVERIFY(challenge(token, "POST", "/tenants/acme/keys/rotate").find("max_age=\"900\"") != std::string::npos);
        m_ana.session.authTime = m_world->clock.now();
        openSession(m_ana);
        QCOMPARE(m_world->as(mint(m_ana), "POST", "/tenants/acme/keys/rotate").status, 200);
    }
    void privilegedActionsWantASignInAsStrongAsTheTenantSays() {
        m_world->call("PATCH", "/tenants/acme", "{'settings':{'requiredAcr':['phr','mfa']}}");
        const std::string said = challenge(mint(m_ana), "POST", "/tenants/acme/keys/rotate");
        QVERIFY2(said.find("acr_values=\"phr mfa\"") != std::string::npos, said.c_str());
        m_ana.session.acr = "mfa";
        QCOMPARE(m_world->as(mint(m_ana), "POST", "/tenants/acme/keys/rotate").status, 200);
    }
    void listenersAreCutOffWhenTheirRightsEnd() {
        http::Request request;
        request.method = "GET";
        request.path = "/admin/v1/events";
        request.headers.set("Authorization", "Bearer " + mint(m_ana));
        const http::Response response = m_world->admin->handle(request);
        QCOMPARE(response.status, 200);
        const auto client = std::make_shared<Listening>();
        response.stream(client);
        m_world->call("POST", "/tenants/acme/users", "{'userName':'bob'}");
        QTRY_VERIFY(client->events > 0);
        QVERIFY(!client->closed);
        m_world->call("DELETE", "/admins/" + m_appointment);
        m_world->clock.advance(Seconds(6));
        m_world->call("POST", "/tenants/acme/users", "{'userName':'carol'}");
        QTRY_VERIFY(client->closed);
    }
    // What changes while a request is on its way is seen inside its transaction.
    void rightsAreReadAgainInTheTransaction() {
        const Caller caller = callerNow();
        QVERIFY(standing(caller));
        m_world->call("PATCH", "/admins/" + m_appointment, "{'role':'helpdesk'}");
        QCOMPARE(standing(caller).error().reason, std::string("permission_denied"));
        m_world->call("PATCH", "/admins/" + m_appointment, "{'role':'tenant-admin'}");
        QVERIFY(standing(caller));
        m_world->call("POST", "/tenants/acme/users/" + m_ana.user + "/revoke-sessions");
        QCOMPARE(standing(caller).error().reason, std::string("token_invalid"));
    }

private:
    template <class F>
    void write(F&& f) {
        const Status done =
            m_world->store->write([&](store::Writer& writer) -> Status { return f(writer).map([](auto&&...) {}); });
        QVERIFY(done);
    }
    store::Sealer sealer(const SignedIn& who) const { return m_world->ring->sealerFor(who.tenant).value(); }
    void openSession(SignedIn& who) {
        const Time now = m_world->clock.now();
        who.session.id = SessionId(crypto::newUuid(now));
        who.session.createdAt = who.session.lastSeen = now;
        who.session.expiresAt = who.session.idleExpiresAt = now + Seconds(3600);
        who.family.id = crypto::newUuid(now);
        who.family.session = who.session.id;
        who.family.createdAt = now;
        who.family.expiresAt = now + Seconds(3600);
        write([&](store::Writer& writer) {
            return sessions::open(writer, sealer(who), who.session, crypto::sha256(who.session.id.text()));
        });
        write([&](store::Writer& writer) { return sessions::putFamily(writer, who.tenant, who.family); });
    }
    SignedIn signIn(const std::string& slug, const std::string& name) {
        SignedIn who;
        who.slug = slug;
        who.tenant = m_world->tenants.bySlug(slug)->id;
        who.user = m_world->call("POST", "/tenants/" + slug + "/users", "{'userName':'" + name + "'}").member("id");
        const Got app = m_world->call("POST", "/apps",
                                      "{'name':'console " + name +
                                          "','redirectUris':['https://app.example/cb'],'scopes':['openid','admin'],"
                                          "'tenants':'all'}");
        who.clientId = app.member("clientId");
        who.session.user = UserId(who.user);
        who.session.connection = ConnectionId(m_connection[slug]);
        who.session.connectionName = "company";
        who.session.authTime = m_world->clock.now();
        who.family.issuerTenant = who.tenant;
        who.family.app = AppId(app.member("id"));
        who.family.user = who.session.user;
        who.family.scopes = {"openid", "admin"};
        openSession(who);
        return who;
    }
    void appoint(const SignedIn& who, const std::string& members) {
        const Got made =
            m_world->call("POST", "/admins", "{'tenant':'" + who.slug + "','user':'" + who.user + "'," + members + "}");
        QCOMPARE(made.status, 201);
        m_appointment = made.member("id");
    }
    oidc::provider::Issuer issuerOf(const std::string& slug) const {
        const auto tenant = m_world->tenants.bySlug(slug);
        return tenant ? oidc::provider::Issuer{tenant->id, tenant, m_world->publicUrl.tenantIssuer(slug)}
                      : oidc::provider::Issuer{platformTenant(), nullptr, m_world->publicUrl.base()};
    }
    json::Object claimsOf(const SignedIn& who, const std::string& scope, bool frontDoor) const {
        const auto issuer = issuerOf(frontDoor ? "" : who.slug);
        const auto tenant = m_world->tenants.bySlug(who.slug);
        const auto app = m_world->apps->find(platformTenant(), "", who.clientId).value();
        directory::User user;
        user.id = UserId(who.user);
        json::Object claims = oidc::provider::accessTokenClaims(
            {issuer, *tenant, *app, user, who.session, who.family, {}}, m_world->clock.now());
        claims["scope"] = scope;
        return claims;
    }
    std::string signedBy(const std::string& slug, const json::Object& claims, const char* type = "at+jwt") const {
        return oidc::provider::sign(*m_world->ring, issuerOf(slug), type, claims).value();
    }
    std::string mint(const SignedIn& who, const std::string& scope = "openid admin", bool frontDoor = false) const {
        return signedBy(frontDoor ? "" : who.slug, claimsOf(who, scope, frontDoor));
    }
    std::string challenge(const std::string& token, const std::string& method = "GET",
                          const std::string& path = "/tenants") {
        http::Request request;
        request.method = method;
        request.path = "/admin/v1" + path;
        request.headers.set("Authorization", "Bearer " + token);
        return std::string(m_world->admin->handle(request).headers.get("WWW-Authenticate").value_or(""));
    }
    Caller callerNow() {
        return callerOfAccessToken(m_world->admin->services(), mint(m_ana), "127.0.0.1", "request").value();
    }
    Status standing(const Caller& caller) {
        return m_world->store->read([&](store::Reader& reader) {
            return personStands(reader, m_world->admin->services(), caller, m_world->clock.now());
        });
    }

    std::unique_ptr<World> m_world;
    std::map<std::string, std::string> m_connection;
    SignedIn m_ana;
    std::string m_appointment;
};

QTEST_GUILESS_MAIN(TestPerson)
#include "tst_person.moc"
