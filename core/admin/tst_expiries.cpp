// SPDX-License-Identifier: Apache-2.0
#include "admin/tst_world.h"

#include "admin/api/codec.h"
#include "admin/certificate_warnings.h"
#include "http/certificate_file.h"
#include "tests/support/test_certificate.h"

using namespace gatehouse;
using namespace gatehouse::admin;

class TestExpiries : public QObject {
    Q_OBJECT
private slots:
    void init() {
        m_world = std::make_unique<World>();
        m_world->addTenant("acme");
        m_world->addTenant("evil");
    }
    void cleanup() { m_world.reset(); }

    void rotatedSecretsAndTokensAreListedTheNextFirst() {
        const std::string app =
            m_world->call("POST", "/tenants/acme/apps", "{'name':'portal','redirectUris':['https://app.example/cb']}")
                .member("id");
        QVERIFY(kinds("/expiries").empty()); // a secret that was never rotated does not end
        m_world->call("POST", "/tenants/acme/apps/" + app + "/rotate-secret");
        m_world->token("auditor", "acme", ",'ttl':700000");
        m_world->token("auditor", "acme", ",'ttl':600"); // meant to end
        m_world->token("auditor", "evil", ",'ttl':999999");
        QCOMPARE(kinds("/expiries"), (QStringList{"app-secret acme", "token acme", "token evil"}));
        const Got got = m_world->call("GET", "/expiries?limit=1");
        QVERIFY(!got.body.at("nextCursor").is_null());
        const Got rest = m_world->call("GET", "/expiries?cursor=" + got.member("nextCursor"));
        QCOMPARE(rest.items().size(), std::size_t(5)); // and the keys, a year ahead
        m_world->clock.advance(Seconds(800'000));
        QCOMPARE(kinds("/expiries"), (QStringList{"token evil"}));
    }
    void aServiceIsListedWithItsEndAndAMonthLonger() {
        const std::string body = "{'name':'worker','type':'service','grantTypes':['client_credentials'],'expiresAt':'" +
                                 toRfc3339(m_world->clock.now() + Seconds(3600)) + "'}";
        const Got made = m_world->call("POST", "/tenants/acme/apps", body);
        QCOMPARE(made.status, 201);
        const json::Array listed = expiries("app");
        QCOMPARE(listed.size(), std::size_t(1));
        const json::Object& only = listed.front().as_object();
        QCOMPARE(text(only, "name"), std::string("worker"));
        QCOMPARE(text(only, "object"), made.member("id"));
        QCOMPARE(text(only, "tenant"), std::string("acme"));
        QCOMPARE(text(only, "expiresAt"), made.member("expiresAt"));
        const std::string theirs = m_world->token("tenant-admin", "evil", ",'ttl':9999999");
        QVERIFY(m_world->as(theirs, "GET", "/expiries").text.find("worker") == std::string::npos);
        m_world->clock.advance(Seconds(7200));
        QCOMPARE(expiries("app").size(), std::size_t(1)); // it has stopped, and somebody may wonder
        m_world->clock.advance(Seconds(30 * 24 * 3600));
        QVERIFY(expiries("app").empty());
        m_world->call("PATCH", "/tenants/acme/apps/" + made.member("id"), "{'expiresAt':null}");
        QVERIFY(expiries("app").empty());
    }
    void aTenantSeesItsOwnAlone() {
        const std::string token = m_world->token("tenant-admin", "acme", ",'ttl':700000");
        m_world->token("auditor", "evil", ",'ttl':700000");
        m_world->token("auditor", "", ",'ttl':700000");
        const Got got = m_world->as(token, "GET", "/expiries");
        QCOMPARE(got.status, 200);
        QCOMPARE(got.items().size(), std::size_t(2)); // its token and its key
        QVERIFY(got.text.find("evil") == std::string::npos);
        QVERIFY(got.text.find("ghat_") == std::string::npos);
        const std::string helpdesk = m_world->token("helpdesk", "acme");
        QVERIFY(m_world->as(helpdesk, "GET", "/expiries").status >= 403);
    }
    void aSigningKeyIsDueForRotationAYearAfterItCameIntoUse() {
        QStringList keys = kinds("/expiries", true); // all at the same moment
        keys.sort();
        QCOMPARE(keys, (QStringList{"signing-key ", "signing-key acme", "signing-key evil"}));
        m_world->clock.advance(Seconds(400 * 24 * 3600));
        QCOMPARE(kinds("/expiries", true).size(), 3); // it is overdue, and goes on signing
        QCOMPARE(m_world->call("POST", "/tenants/acme/keys/rotate").status, 200);
        std::vector<std::string> ends;
        for (const json::Value& item : m_world->call("GET", "/expiries").items()) {
            ends.emplace_back(std::string(item.at("tenant").as_string()) + " " +
                              std::string(item.at("expiresAt").as_string()).substr(0, 10));
        }
        QCOMPARE(ends.back(), std::string("acme 2028-12-25"));
        QCOMPARE(ends.front().substr(ends.front().size() - 10), std::string("2027-11-21"));
    }
    void anAuthorityThatAConnectionTrustsIsListedAlsoAfterItsEnd() {
        const Time now = SystemClock().now(); // certificates are made on that clock
        m_world->clock.set(now);
        const testing::TestCertificate root(authority("Corp Root", 20));
        const testing::TestCertificate next(authority("Corp Root 2", 400));
        const std::string id = connectionOf("acme");
        const std::string body = json::write(
            json::Object{{"trustedAuthorities", root.pem() + next.pem() + root.pem()}}); // one of them twice
        QCOMPARE(m_world->call("PATCH", "/tenants/acme/connections/" + id, body).status, 200);
        const json::Array all = expiries("trusted-authority");
        QCOMPARE(all.size(), std::size_t(2));
        const json::Object& first = all.front().as_object();
        QCOMPARE(text(first, "name"), std::string("CN = Corp Root"));
        QCOMPARE(text(first, "connection"), std::string("company"));
        QCOMPARE(text(first, "object"), id);
        QCOMPARE(text(first, "tenant"), std::string("acme"));
        const Time end = parseRfc3339(text(first, "expiresAt")).value();
        QVERIFY(end > now + std::chrono::hours(24 * 19) && end < now + std::chrono::hours(24 * 21));
        QVERIFY(text(first, "id") != text(all.back().as_object(), "id"));
        m_world->clock.advance(Seconds(30 * 24 * 3600));
        QCOMPARE(expiries("trusted-authority").size(), std::size_t(2)); // it is over, and sign-ins fail with it
        QCOMPARE(m_world->call("PATCH", "/tenants/acme/connections/" + id, "{'trustedAuthorities':''}").status, 200);
        QVERIFY(expiries("trusted-authority").empty());
    }
    void aConnectionThatIsSwitchedOffBreaksNothing() {
        m_world->clock.set(SystemClock().now());
        const std::string path = "/tenants/acme/connections/" + connectionOf("acme");
        const std::string pem = testing::TestCertificate(authority("Corp Root", 20)).pem();
        const std::string body = json::write(json::Object{{"trustedAuthorities", pem}, {"enabled", false}});
        QCOMPARE(m_world->call("PATCH", path, body).status, 200);
        QVERIFY(expiries("trusted-authority").empty());
        QCOMPARE(m_world->call("PATCH", path, "{'enabled':true}").status, 200);
        QCOMPARE(expiries("trusted-authority").size(), std::size_t(1));
    }
    void authoritiesOfAnotherTenantAreNotSeen() {
        m_world->clock.set(SystemClock().now());
        const std::string pem = testing::TestCertificate(authority("Corp Root", 20)).pem();
        const std::string body = json::write(json::Object{{"trustedAuthorities", pem}});
        QCOMPARE(m_world->call("PATCH", "/tenants/evil/connections/" + connectionOf("evil"), body).status, 200);
        const std::string token = m_world->token("tenant-admin", "acme", ",'ttl':700000");
        QVERIFY(m_world->as(token, "GET", "/expiries").text.find("Corp Root") == std::string::npos);
        QCOMPARE(expiries("trusted-authority").size(), std::size_t(1));
    }
    void aProvidersCertificateIsListedOnceItWasSeenAndIsNotFetchedForIt() {
        const Time now = SystemClock().now();
        m_world->clock.set(now);
        publishKeys({20, 40});
        QVERIFY(expiries("provider-certificate").empty()); // nobody has asked the provider yet
        QCOMPARE(m_world->network.sent, 0);
        QVERIFY(m_world->providers->get(*connection("acme")));
        const int sent = m_world->network.sent;
        const json::Array all = expiries("provider-certificate");
        QCOMPARE(m_world->network.sent, sent);
        QCOMPARE(all.size(), std::size_t(1));
        const json::Object& only = all.front().as_object();
        QCOMPARE(text(only, "name"), std::string("company"));
        QCOMPARE(text(only, "connection"), std::string("company"));
        QCOMPARE(text(only, "object"), connectionOf("acme"));
        // The next key is there already: what counts is the last.
        QVERIFY(parseRfc3339(text(only, "expiresAt")).value() > now + std::chrono::hours(24 * 39));
    }
    void aCertificateIsWarnedOfOnceAtEachStage() {
        m_world->clock.set(SystemClock().now());
        const std::string path = "/tenants/acme/connections/" + connectionOf("acme");
        const auto trust = [&](int days) {
            const std::string pem = testing::TestCertificate(authority("Corp Root", days)).pem();
            QCOMPARE(m_world->call("PATCH", path, json::write(json::Object{{"trustedAuthorities", pem}})).status, 200);
        };
        trust(100);
        QCOMPARE(warnedDays(), QStringList());
        const std::pair<int, QStringList> rounds[] = {{9, {}},      {2, {"90"}}, {1, {}},    {57, {}},   {2, {"30"}},
                                                      {16, {"14"}}, {7, {"7"}},  {5, {"1"}}, {1, {"0"}}, {40, {}}};
        for (const auto& [days, expected] : rounds) {
            m_world->clock.advance(Seconds(days * 86400));
            QCOMPARE(warnedDays(), expected);
            QCOMPARE(warnedDays(), QStringList()); // a round that is made again says nothing twice
        }
        const json::Object last = warnings().front().as_object();
        QCOMPARE(text(last.at("target").as_object(), "id"), connectionOf("acme"));
        QCOMPARE(text(last.at("target").as_object(), "type"), std::string("connection"));
        QCOMPARE(text(last.at("data").as_object(), "kind"), std::string("trusted-authority"));
        QCOMPARE(text(last.at("data").as_object(), "name"), std::string("CN = Corp Root"));
        QCOMPARE(m_world->call("GET", "/tenants/evil/audit?type=CertificateExpiring").items().size(), std::size_t(0));
    }
    void aRenewedCertificateBeginsAnew() {
        m_world->clock.set(SystemClock().now());
        const std::string path = "/tenants/acme/connections/" + connectionOf("acme");
        for (const auto& [days, expected] : {std::pair(20, QStringList{"30"}), {80, {"90"}}, {20, {"30"}}, {200, {}}}) {
            const std::string pem = testing::TestCertificate(authority("Corp Root", days)).pem();
            QCOMPARE(m_world->call("PATCH", path, json::write(json::Object{{"trustedAuthorities", pem}})).status, 200);
            QCOMPARE(warnedDays(), expected);
        }
    }
    void keysWithoutACertificateDoNotEnd() {
        publishKeys({20, 0});
        QVERIFY(m_world->providers->get(*connection("acme")));
        QVERIFY(expiries("provider-certificate").empty());
    }
    void aFileThatIsNoCertificateIsRefused() {
        QCOMPARE(http::readCertificate("/nowhere.pem").error().reason, std::string("http.tls"));
        QVERIFY(!http::readCertificate(GATEHOUSE_TEST_DATA "/../../LICENSE"));
    }

private:
    static testing::CertificateWish authority(const char* name, int days) {
        testing::CertificateWish wish;
        wish.commonName = name;
        wish.authority = true;
        wish.notAfter = std::chrono::hours(24 * days);
        return wish;
    }
    static std::string text(const json::Object& object, std::string_view name) {
        return std::string(json::stringMember(object, name).value_or(""));
    }
    json::Array warnings() { return m_world->call("GET", "/tenants/acme/audit?type=CertificateExpiring").items(); }
    /// The stages that one more round tells of.
    QStringList warnedDays() {
        const std::size_t before = warnings().size();
        const auto recorded = warnOfCertificates(m_world->admin->services(), m_world->clock.now());
        QStringList days;
        const json::Array all = warnings();
        for (std::size_t i = 0; recorded && i < all.size() - before; ++i) {
            days.append(QString::number(all[i].as_object().at("data").at("days").to_number<int>()));
        }
        return recorded && *recorded == days.size() ? days : QStringList{"failed"};
    }
    json::Array expiries(std::string_view kind) {
        json::Array out;
        for (const json::Value& item : m_world->call("GET", "/expiries").items()) {
            if (json::view(item.at("kind").as_string()) == kind) {
                out.push_back(item);
            }
        }
        return out;
    }
    std::string connectionOf(const std::string& tenant) {
        const json::Array all = m_world->call("GET", "/tenants/" + tenant + "/connections").items();
        return text(all.front().as_object(), "id");
    }
    std::shared_ptr<const connections::Connection> connection(const std::string& tenant) {
        const auto sealer = m_world->ring->sealerFor(m_world->tenants.bySlug(tenant)->id).value();
        return m_world->connections->get(sealer, ConnectionId(connectionOf(tenant))).value();
    }
    /// A provider for acme whose signing keys come with certificates for so many days; 0: with none.
    void publishKeys(std::initializer_list<int> days) {
        const std::string issuer = "https://idp.acme.com";
        json::Array keys;
        for (const int each : days) {
            json::Object key{{"kty", "EC"}, {"use", "sig"}};
            if (each > 0) {
                const std::string der = testing::TestCertificate(authority("Signing", each)).der();
                key["x5c"] = json::Array{QByteArray(der.data(), qsizetype(der.size())).toBase64().toStdString()};
            }
            keys.push_back(std::move(key));
        }
        m_world->network.texts[issuer + "/.well-known/openid-configuration"] =
            json::write(json::Object{{"issuer", issuer},
                                     {"authorization_endpoint", issuer + "/authorize"},
                                     {"token_endpoint", issuer + "/token"},
                                     {"jwks_uri", issuer + "/jwks"}});
        m_world->network.texts[issuer + "/jwks"] = json::write(json::Object{{"keys", keys}});
    }
    /// "kind tenant" of each, in order.
    QStringList kinds(const std::string& path, bool withKeys = false) {
        QStringList out;
        for (const json::Value& item : m_world->call("GET", path).items()) {
            if (!withKeys && item.at("kind").as_string() == "signing-key") {
                continue;
            }
            out << QString::fromStdString(std::string(item.at("kind").as_string()) + " " +
                                          std::string(item.at("tenant").as_string()));
        }
        return out;
    }
    std::unique_ptr<World> m_world;
};

QTEST_GUILESS_MAIN(TestExpiries)
#include "tst_expiries.moc"
