// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "oidc/provider/levels.h"

using namespace gatehouse;
using namespace gatehouse::oidc::provider;

namespace {

using Levels = std::vector<std::string>;
const Time kNow = fromUnixSeconds(1'800'000'000);

} // namespace

class TestLevels : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_request = {};
        m_app = {};
        m_tenant = {};
        m_session = {};
        m_session.acr = "urn:gatehouse:aal2";
        m_session.authTime = kNow - Seconds(600);
    }

    void whereNothingIsDemandedEverySessionIsEnough() {
        m_session.acr.clear();
        QVERIFY(enough());
        QVERIFY(!demand().demanded);
    }

    void whatRequestAppAndTenantDemandIsDemandedTogether() {
        m_request.acrValues = {"urn:gatehouse:aal1"};
        m_app.requiredAcr = {"phr", "urn:gatehouse:aal3"};
        QCOMPARE(demand().any, (Levels{"phr", "urn:gatehouse:aal3"}));
        m_tenant.settings.requiredAcr = {"urn:gatehouse:aal2"};
        QCOMPARE(demand().any, (Levels{"urn:gatehouse:aal3"}));
        QVERIFY(!enough());
        m_session.acr = "urn:gatehouse:aal3";
        QVERIFY(enough());
    }

    void aDemandThatNoKnownLevelMeetsIsNotADemandForNothing() {
        m_request.acrValues = {"urn:acme:vault"};
        m_tenant.settings.requiredAcr = {"phr"};
        QVERIFY(demand().demanded);
        QVERIFY(demand().any.empty());
        QVERIFY(!enough());
        const std::string words = conflictOf(m_request, m_app, m_tenant);
        QVERIFY2(words.find("urn:acme:vault") != std::string::npos, words.c_str());
        QVERIFY2(words.find("phr") != std::string::npos, words.c_str());
        m_tenant.settings.acrOrder = {{"urn:acme:vault", {"phr"}}};
        QCOMPARE(demand().any, (Levels{"urn:acme:vault"}));
    }

    void aSessionWithoutALevelMeetsNoDemand() {
        m_session.acr.clear();
        m_app.requiredAcr = {"urn:gatehouse:aal1"};
        QVERIFY(!enough());
    }

    void aSessionThatIsTooOldIsNotEnoughHoweverStrongItIs() {
        m_request.maxAge = Seconds(599);
        QVERIFY(!enough());
        m_request.maxAge = Seconds(600);
        QVERIFY(enough());
    }

    void anotherPersonOrConnectionIsNotMeant() {
        m_session.connection = ConnectionId("c1");
        m_session.connectionName = "okta";
        QVERIFY(meant());
        m_request.connection = "entra";
        QVERIFY(!meant());
        m_request.connection = "okta";
        QVERIFY(meant());
        m_request.loginHint = "bob@acme.example";
        QVERIFY(!meant());
        m_request.loginHint = "ANN@acme.example";
        QVERIFY(meant());
    }

private:
    LevelDemand demand() { return levelDemand(m_request, m_app, m_tenant); }
    BrowserSession candidate() {
        return {std::make_shared<tenants::Tenant>(m_tenant), m_session, "ann@acme.example", "Ann"};
    }
    bool enough() { return isEnough(candidate(), m_request, m_app, kNow); }
    bool meant() { return isMeant(candidate(), m_request); }

    AuthorizeRequest m_request;
    apps::App m_app;
    tenants::Tenant m_tenant;
    sessions::Session m_session;
};

QTEST_GUILESS_MAIN(TestLevels)
#include "tst_levels.moc"
