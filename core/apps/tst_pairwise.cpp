// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "apps/pairwise.h"

using namespace gatehouse;
using apps::App;

namespace {

App pairwise(std::vector<std::string> redirectUris) {
    App app;
    app.id = AppId("app-1");
    app.subjectType = apps::SubjectType::Pairwise;
    app.redirectUris = std::move(redirectUris);
    return app;
}

store::Sealer sealerOf(const char* tenant, char key = 'k') {
    return {TenantId(tenant), Secret(std::string(32, key))};
}

const UserId kAnn("0190b5a0-0000-7000-8000-000000000001");
const UserId kBob("0190b5a0-0000-7000-8000-000000000002");
const std::string kPortal = std::string("https:/") + "/portal.example/callback";
const std::string kShop = std::string("https:/") + "/shop.example/callback";

std::string listing(const std::vector<std::string>& uris) {
    return json::write(json::Value(json::toArray(uris)));
}

} // namespace

class TestPairwise : public QObject {
    Q_OBJECT

private slots:
    void aPublicAppKnowsThePersonsId() {
        App app = pairwise({kPortal});
        app.subjectType = apps::SubjectType::Public;
        QCOMPARE(apps::subjectFor(sealerOf("acme"), app, kAnn), kAnn.text());
    }

    void aPairwiseNameSaysNothingAndStaysTheSame() {
        const std::string name = apps::subjectFor(sealerOf("acme"), pairwise({kPortal}), kAnn);
        QCOMPARE(name.size(), std::size_t(43));
        QVERIFY(name.find(kAnn.text()) == std::string::npos);
        App renamed = pairwise({kPortal, kPortal + "2"});
        renamed.id = AppId("app-2");
        renamed.name = "another app of the same host";
        QCOMPARE(apps::subjectFor(sealerOf("acme"), renamed, kAnn), name);
    }

    void whoeverDiffersInPersonSectorTenantOrKeyHasAnotherName() {
        const std::string name = apps::subjectFor(sealerOf("acme"), pairwise({kPortal}), kAnn);
        QVERIFY(apps::subjectFor(sealerOf("acme"), pairwise({kPortal}), kBob) != name);
        QVERIFY(apps::subjectFor(sealerOf("acme"), pairwise({kShop}), kAnn) != name);
        QVERIFY(apps::subjectFor(sealerOf("evil"), pairwise({kPortal}), kAnn) != name);
        QVERIFY(apps::subjectFor(sealerOf("acme", 'x'), pairwise({kPortal}), kAnn) != name);
    }

    void theSectorIdentifierBringsAppsOfSeveralHostsTogether() {
        App both = pairwise({kPortal, kShop});
        QVERIFY(!apps::sectorOf(both));
        both.sectorIdentifierUri = kPortal;
        QCOMPARE(apps::sectorOf(both).value(), std::string("portal.example"));
        QCOMPARE(apps::subjectFor(sealerOf("acme"), both, kAnn),
                 apps::subjectFor(sealerOf("acme"), pairwise({kPortal}), kAnn));
        both.sectorIdentifierUri = "portal.example";
        QVERIFY(!apps::sectorOf(both));
    }

    // OpenID Connect Dynamic Client Registration 1.0, 5
    void theSectorsDocumentListsEveryRedirectUri() {
        const App app = pairwise({kPortal, kShop});
        const auto outcome = [&](const std::string& document) {
            const Status checked = apps::checkSectorDocument(document, app);
            return checked ? std::string() : checked.error().reason + ": " + checked.error().detail;
        };
        QCOMPARE(outcome(listing({kShop, "com.example.other:/cb", kPortal})), std::string());
        QCOMPARE(outcome(listing({kPortal})), "sector_invalid: its document does not list " + kShop);
        QVERIFY(!outcome(listing({kPortal, kShop + "/"})).empty());
        const std::string none = "sector_invalid: its document is no JSON array of texts";
        for (const std::string& bad : {std::string(), std::string("{}"), std::string("<html>"), "\"" + kPortal + "\"",
                                       std::string("[1]"), std::string("[\"x\",null]"), std::string("[[\"x\"]]")}) {
            QCOMPARE(outcome(bad), none);
        }
    }

    void appsOnPeoplesOwnMachinesShareNoSector() {
        App one = pairwise({std::string("http:/") + "/127.0.0.1/callback", "com.example.app:/callback"});
        App other = one;
        other.id = AppId("app-2");
        QVERIFY(apps::sectorOf(one) != apps::sectorOf(other));
        QVERIFY(apps::subjectFor(sealerOf("acme"), one, kAnn) != apps::subjectFor(sealerOf("acme"), other, kAnn));
    }
};

QTEST_GUILESS_MAIN(TestPairwise)
#include "tst_pairwise.moc"
