// SPDX-License-Identifier: Apache-2.0
#include "admin/tst_world.h"

#include "admin/api/codec.h"
#include "http/certificate_file.h"

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
    void aFileThatIsNoCertificateIsRefused() {
        QCOMPARE(http::readCertificate("/nowhere.pem").error().reason, std::string("http.tls"));
        QVERIFY(!http::readCertificate(GATEHOUSE_TEST_DATA "/../../LICENSE"));
    }

private:
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
