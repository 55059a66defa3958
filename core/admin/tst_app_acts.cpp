// SPDX-License-Identifier: Apache-2.0
// What is done with one app beside changing it: secrets that overlap, what ends with it, addresses and tokens looked
// at.
#include "admin/tst_world.h"

#include "crypto/random.h"
#include "jose/jws.h"

using namespace gatehouse;
using namespace gatehouse::admin;

namespace {

std::string at(const json::Object& object, std::string_view pointer) {
    boost::system::error_code error;
    const json::Value whole(object);
    const json::Value* found = whole.find_pointer(pointer, error);
    return found == nullptr     ? "(nothing)"
           : found->is_string() ? std::string(json::view(found->get_string()))
                                : json::write(*found);
}

} // namespace

class TestAppActs : public QObject {
    Q_OBJECT
private slots:
    void init() {
        m_world = std::make_unique<World>();
        m_world->addTenant("acme");
        m_world->addTenant("evil");
        m_created = m_world->call("POST", "/tenants/acme/apps",
                                  "{'name':'portal','clientId':'portal','redirectUris':['https://app.example/cb']}");
        m_path = "/tenants/acme/apps/" + m_created.member("id");
    }
    void cleanup() { m_world.reset(); }

    void ofASecretItsEndAndItsAgeStay() {
        const std::string text = m_created.member("clientSecret");
        const Got shown = m_world->call("GET", m_path);
        QCOMPARE(at(shown.body, "/secrets/0/hint"), text.substr(text.size() - 4));
        QCOMPARE(at(shown.body, "/secrets/0/createdAt"), std::string("2026-11-21T12:00:00.000Z"));
        QCOMPARE(at(shown.body, "/secrets/0/expiresAt"), std::string("null"));
        QVERIFY(shown.text.find(text) == std::string::npos);
    }
    void rotatingKeepsTheOldSecretUntilItIsFinished() {
        m_world->clock.advance(Seconds(60));
        const Got rotated = m_world->call("POST", m_path + "/rotate-secret");
        QCOMPARE(at(rotated.body, "/secrets/0/expiresAt"), std::string("2026-11-22T12:01:00.000Z"));
        QCOMPARE(at(rotated.body, "/secrets/1/expiresAt"), std::string("null"));
        QVERIFY(matches(m_created.member("clientSecret")));
        QVERIFY(matches(rotated.member("clientSecret")));

        const Got finished = m_world->call("POST", m_path + "/finish-rotation");
        QCOMPARE(finished.status, 200);
        QVERIFY(!finished.body.contains("clientSecret"));
        QVERIFY(!matches(m_created.member("clientSecret")));
        QVERIFY(matches(rotated.member("clientSecret")));
    }
    void finishingWhatIsFinishedChangesNothing() {
        const auto before = m_world->logged("/tenants/acme/audit").size();
        const Got again = m_world->call("POST", m_path + "/finish-rotation");
        QCOMPARE(again.status, 200);
        QCOMPARE(at(again.body, "/secrets/0/expiresAt"), std::string("null"));
        QVERIFY(matches(m_created.member("clientSecret")));
        QCOMPARE(m_world->logged("/tenants/acme/audit").size(), before);
    }
    void secretsAreTheBrokersToSay() {
        QCOMPARE(m_world->call("PATCH", m_path, "{'secrets':[]}").firstError(), std::string("/secrets read_only"));
        const Got sent = m_world->call("PUT", m_path, m_world->call("GET", m_path).text);
        QCOMPARE(sent.status, 200);
        QVERIFY(matches(m_created.member("clientSecret")));
    }

    void usageCountsWhatIsAlive() {
        const TenantId acme = m_world->tenants.bySlug("acme")->id;
        const AppId app(m_created.member("id"));
        grant(acme, app, "ana", "s1", Seconds(3600));
        grant(acme, app, "ana", "s2", Seconds(3600));
        grant(acme, app, "ben", "s3", Seconds(60));
        grant(acme, app, "", "", Seconds(3600)); // of the app itself
        grant(acme, AppId("another"), "cleo", "s4", Seconds(3600));
        Got usage = m_world->call("GET", m_path + "/usage");
        QCOMPARE(usage.text, quoted("{'users':2,'grants':4,'sessions':3,'logins24h':0}"));
        m_world->clock.advance(Seconds(61));
        usage = m_world->call("GET", m_path + "/usage");
        QCOMPARE(usage.text, quoted("{'users':1,'grants':3,'sessions':2,'logins24h':0}"));
    }
    void usageOfAFrontDoorAppIsOfAllTenants() {
        const Got suite = m_world->call("POST", "/apps",
                                        "{'name':'suite','redirectUris':['https://suite.example/cb'],'tenants':'all'}");
        grant(m_world->tenants.bySlug("acme")->id, AppId(suite.member("id")), "ana", "s1", Seconds(3600));
        grant(m_world->tenants.bySlug("evil")->id, AppId(suite.member("id")), "eve", "s2", Seconds(3600));
        QCOMPARE(m_world->call("GET", "/apps/" + suite.member("id") + "/usage").text,
                 quoted("{'users':2,'grants':2,'sessions':2,'logins24h':0}"));
    }
    void nobodyLooksIntoAnotherTenantsApps() {
        const std::string other = "/tenants/evil/apps/" + m_created.member("id");
        QCOMPARE(m_world->call("GET", other + "/usage").status, 404);
        QCOMPARE(m_world->call("POST", other + "/finish-rotation").status, 404);
        QCOMPARE(m_world->call("POST", other + "/check-redirect-uri", "{'text':'x'}").status, 404);
        QCOMPARE(m_world->call("POST", other + "/verify-token", "{'token':'x'}").status, 404);
        QCOMPARE(m_world->call("GET", "/apps/" + m_created.member("id") + "/usage").status, 404);
    }

    void theNearestRedirectUriIsNamed() {
        const Got told = check("{'text':'https://app.example/cb/'}");
        QCOMPARE(at(told.body, "/matches"), std::string("false"));
        QCOMPARE(at(told.body, "/nearest/uri"), std::string("https://app.example/cb"));
        QCOMPARE(at(told.body, "/nearest/parts"), quoted("['trailing_slash']"));
        QCOMPARE(at(told.body, "/nearest/position"), std::string("23"));
        QCOMPARE(at(told.body, "/nearest/registered/codePoint"), std::string());
        QCOMPARE(at(told.body, "/nearest/presented/codePoint"), std::string("U+002F"));
    }
    void aRegisteredAddressMatches() {
        const Got told = check("{'text':'https://id.example/authorize?redirect_uri=https%3A%2F%2Fapp.example%2Fcb'}");
        QCOMPARE(at(told.body, "/uri"), std::string("https://app.example/cb"));
        QCOMPARE(at(told.body, "/matches"), std::string("true"));
        QCOMPARE(at(told.body, "/nearest"), std::string("null"));
    }
    void whatCanNeverBeRegisteredIsSaid() {
        QCOMPARE(at(check("{'text':'http://app.example/cb'}").body, "/problem"), std::string("scheme"));
        QCOMPARE(at(check("{'text':'https://app.example/cb#x'}").body, "/problem"), std::string("fragment"));
        QCOMPARE(at(check("{'text':'redirect_uri='}").body, "/problem"), std::string("empty"));
    }
    void aDraftIsComparedInsteadOfWhatIsSaved() {
        const Got told = check("{'text':'https://app.example/cb','redirectUris':['https://app.example/other']}");
        QCOMPARE(at(told.body, "/matches"), std::string("false"));
        QCOMPARE(at(told.body, "/nearest/uri"), std::string("https://app.example/other"));
        QCOMPARE(at(check("{'text':'https://app.example/cb','redirectUris':[]}").body, "/nearest"),
                 std::string("null"));
    }
    void aQuestionWithoutTextIsRefused() {
        QCOMPARE(check("{}").firstError(), std::string("/text required"));
        QCOMPARE(check("{'text':'" + std::string(9000, 'x') + "'}").firstError(), std::string("/text too_long"));
    }

    void aTokenOfOursIsProven() {
        const Got told = verify(signedBy("acme", "JWT", idToken()));
        QCOMPARE(told.status, 200);
        QCOMPARE(told.member("kind"), std::string("id_token"));
        QCOMPARE(at(told.body, "/claims/sub"), std::string("ana"));
        QCOMPARE(failures(told), std::string());
    }
    void accessTokensAreForWhomeverTheySay() {
        json::Object claims = idToken();
        claims["aud"] = "https://api.example";
        const Got told = verify(signedBy("acme", "at+jwt", claims));
        QCOMPARE(told.member("kind"), std::string("access_token"));
        QCOMPARE(failures(told), std::string());
    }
    void forgeriesAreNamed() {
        const std::string good = signedBy("acme", "JWT", idToken());
        std::string changed = good;
        changed[changed.size() - 20] = changed[changed.size() - 20] == 'A' ? 'B' : 'A';
        QCOMPARE(failures(verify(changed)), std::string("jwt.signature"));
        QCOMPARE(failures(verify(signedBy("evil", "JWT", idToken()))), std::string("jwt.key"));
        json::Object other = idToken();
        other["aud"] = "another-app";
        QCOMPARE(failures(verify(signedBy("acme", "JWT", other))), std::string("claims.aud"));
        other = idToken();
        other["iss"] = "http://127.0.0.1:8480/t/evil";
        QCOMPARE(failures(verify(signedBy("acme", "JWT", other))), std::string("claims.iss"));
        const std::string old = signedBy("acme", "JWT", idToken());
        m_world->clock.advance(Seconds(3600));
        QCOMPARE(failures(verify(old)), std::string("claims.exp"));
    }
    void whatIsNoJwtIsOpaque() {
        const Got told = verify("ghrt_abcdef");
        QCOMPARE(told.member("kind"), std::string("opaque"));
        QCOMPARE(at(told.body, "/checks/0/status"), std::string("fail"));
    }
    void aTokenIsWrittenNowhere() {
        const std::string token = signedBy("acme", "JWT", idToken());
        verify(token);
        QVERIFY(m_world->call("GET", "/tenants/acme/audit?limit=500").text.find(token) == std::string::npos);
        QVERIFY(!m_world->logged("/tenants/acme/audit").contains(QStringLiteral("TokenIssued")));
    }

private:
    Got check(const std::string& body) { return m_world->call("POST", m_path + "/check-redirect-uri", body); }
    Got verify(const std::string& token) {
        return m_world->call("POST", m_path + "/verify-token", "{'token':'" + token + "'}");
    }
    bool matches(const std::string& secret) {
        const auto app = m_world->store->read([&](store::Reader& reader) {
            return apps::find(reader, m_world->tenants.bySlug("acme")->id, AppId(m_created.member("id")));
        });
        return apps::secretMatches(*app, secret, m_world->clock.now());
    }
    void grant(const TenantId& tenant, const AppId& app, const std::string& user, const std::string& session,
               Seconds life) {
        sessions::Family family;
        family.id = crypto::newUuid(m_world->clock.now());
        family.issuerTenant = tenant;
        family.app = app;
        family.user = UserId(user);
        family.session = SessionId(session);
        family.createdAt = m_world->clock.now();
        family.expiresAt = m_world->clock.now() + life;
        QVERIFY(
            m_world->store->write([&](store::Writer& writer) { return sessions::putFamily(writer, tenant, family); }));
    }
    json::Object idToken() const {
        const std::int64_t now = toUnixSeconds(m_world->clock.now());
        return {{"iss", "http://127.0.0.1:8480/t/acme"},
                {"sub", "ana"},
                {"aud", "portal"},
                {"iat", now},
                {"exp", now + 300},
                {"auth_time", now}};
    }
    std::string signedBy(const std::string& slug, const std::string& type, const json::Object& claims) const {
        const auto key = m_world->ring->signingKey(m_world->tenants.bySlug(slug)->id).value();
        return jose::signCompact({{"typ", type}, {"kid", key->kid}}, json::write(claims), key->key, key->algorithm)
            .value();
    }
    static std::string failures(const Got& told) {
        std::string out;
        for (const json::Value& check : told.body.at("checks").as_array()) {
            if (json::stringMember(check.as_object(), "status") == "fail") {
                out += (out.empty() ? "" : " ") + std::string(*json::stringMember(check.as_object(), "name"));
            }
        }
        return out;
    }

    std::unique_ptr<World> m_world;
    Got m_created;
    std::string m_path;
};

QTEST_GUILESS_MAIN(TestAppActs)
#include "tst_app_acts.moc"
