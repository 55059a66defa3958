// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "tenants/tenant_json.h"

using namespace gatehouse;
using namespace gatehouse::tenants;

class TestTenantJson : public QObject {
    Q_OBJECT

    static json::Object object(std::string_view text) { return *json::parseObject(text); }
    static Tenant sample() {
        Tenant tenant;
        tenant.id = TenantId("0197-x");
        tenant.slug = "acme";
        tenant.name = "Acme Corp";
        tenant.createdAt = fromMillis(1000);
        tenant.updatedAt = fromMillis(2000);
        return tenant;
    }

private slots:
    void theDefaultsAreThoseOfTheContract() {
        QCOMPARE(
            json::write(toJson(Settings())),
            R"({"provisioning":"jit","linking":"verified-email","matching":["externalId","userName","email"],"roleMode":"replace","localLogin":"off",)"
            R"("sessionTtl":43200,"idleTtl":3600,"accessTokenTtl":300,"refreshTokenTtl":2592000,"requiredAcr":[],)"
            R"("acrOrder":[],"ipPinning":"off","blockedAddresses":[],"anomaly":"off","language":"en","recording":{"logins":1000,"bytes":52428800,"age":2592000},)"
            R"("keyRotation":{"every":7776000,"publishAhead":86400},"scim":{"requestsPerSecond":100,"deactivationPercent":10}})");
    }
    void everyWordIsReadAndWrittenBack() {
        const auto settings = object(
            R"({"provisioning":"scim","linking":"never","matching":["email","userName"],"roleMode":"merge","localLogin":"break-glass",
            "sessionTtl":60,"idleTtl":61,"accessTokenTtl":62,"refreshTokenTtl":63,"requiredAcr":["phr"],"acrOrder":[{"acr":"vault","satisfies":["phr"]}],"blockedAddresses":["192.0.2.0/24","2001:db8::1"],"ipPinning":"terminate",
            "anomaly":"challenge","language":"ar","recording":{"logins":0,"bytes":65536,"age":60},
            "keyRotation":{"every":0,"publishAhead":600},"scim":{"requestsPerSecond":5,"deactivationPercent":0}})");
        Settings read;
        QVERIFY(readSettings(settings, "/settings", read).empty());
        QCOMPARE(json::canonical(toJson(read)), json::canonical(settings));
    }
    void missingMembersKeepWhatTheyHad() {
        Settings settings;
        settings.idleTtl = Seconds(777);
        QVERIFY(readSettings(object(R"({"sessionTtl":3600})"), "/settings", settings).empty());
        QCOMPARE(settings.idleTtl.count(), 777);
        QCOMPARE(settings.sessionTtl.count(), 3600);
    }
    void badSettingsAreNamedAndChangeNothing_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("pointer");
        QTest::newRow("unknown") << R"({"sessionTTL":1})"
                                 << "/settings/sessionTTL";
        QTest::newRow("word") << R"({"provisioning":"JIT"})"
                              << "/settings/provisioning";
        QTest::newRow("type") << R"({"sessionTtl":"3600"})"
                              << "/settings/sessionTtl";
        QTest::newRow("negative") << R"({"idleTtl":-1})"
                                  << "/settings/idleTtl";
        QTest::newRow("zero") << R"({"accessTokenTtl":0})"
                              << "/settings/accessTokenTtl";
        QTest::newRow("too long") << R"({"accessTokenTtl":86401})"
                                  << "/settings/accessTokenTtl";
        QTest::newRow("fraction") << R"({"sessionTtl":3600.5})"
                                  << "/settings/sessionTtl";
        QTest::newRow("not strings") << R"({"requiredAcr":[1]})"
                                     << "/settings/requiredAcr";
        QTest::newRow("an order that is no list") << R"({"acrOrder":{}})"
                                                  << "/settings/acrOrder";
        QTest::newRow("a rule about nothing") << R"({"acrOrder":[{"acr":"vault"}]})"
                                              << "/settings/acrOrder/0/satisfies";
        QTest::newRow("no address") << R"({"blockedAddresses":["everybody"]})"
                                    << "/settings/blockedAddresses";
        QTest::newRow("a range that is none") << R"({"blockedAddresses":["192.0.2.0/33"]})"
                                              << "/settings/blockedAddresses";
        QTest::newRow("no language of ours") << R"({"language":"fr"})"
                                             << "/settings/language";
        QTest::newRow("a language with a region") << R"({"language":"de-AT"})"
                                                  << "/settings/language";
        QTest::newRow("recording is no number") << R"({"recording":5})"
                                                << "/settings/recording";
        QTest::newRow("recording beyond what is kept") << R"({"recording":{"logins":10001}})"
                                                       << "/settings/recording/logins";
        QTest::newRow("recording of nothing") << R"({"recording":{"bytes":0}})"
                                              << "/settings/recording/bytes";
        QTest::newRow("recording for ever") << R"({"recording":{"age":2592001}})"
                                            << "/settings/recording/age";
        QTest::newRow("rotation is no object") << R"({"keyRotation":true})"
                                               << "/settings/keyRotation";
        QTest::newRow("rotation each minute") << R"({"keyRotation":{"every":60}})"
                                              << "/settings/keyRotation/every";
        QTest::newRow("keys that nobody can have fetched") << R"({"keyRotation":{"publishAhead":599}})"
                                                           << "/settings/keyRotation/publishAhead";
        QTest::newRow("rotation of what") << R"({"keyRotation":{"alg":"none"}})"
                                          << "/settings/keyRotation/alg";
        QTest::newRow("recording of what") << R"({"recording":{"secrets":true}})"
                                           << "/settings/recording/secrets";
        QTest::newRow("null") << R"({"anomaly":null})"
                              << "/settings/anomaly";
    }
    void badSettingsAreNamedAndChangeNothing() {
        QFETCH(QString, text);
        QFETCH(QString, pointer);
        json::Object mixed = object(text.toStdString());
        mixed["roleMode"] = "merge";
        Settings settings;
        const Problems problems = readSettings(mixed, "/settings", settings);
        QCOMPARE(problems.size(), std::size_t(1));
        QVERIFY(QString::fromStdString(problems.front().pointer).startsWith(pointer));
        QVERIFY(settings == Settings());
    }
    void whatWasReadCanBeSentBack() {
        Tenant tenant = sample();
        QVERIFY(readTenant(toJson(tenant), tenant).empty());
        QVERIFY(tenant == sample());
    }
    void whatOnlyTheServerWritesCannotBeChanged() {
        for (const char* text :
             {R"({"id":"other"})", R"({"createdAt":"2020-01-01T00:00:00.000Z"})", R"({"updatedAt":1})"}) {
            Tenant tenant = sample();
            const Problems problems = readTenant(object(text), tenant);
            QCOMPARE(problems.size(), std::size_t(1));
            QCOMPARE(problems.front().code, "read_only");
            QVERIFY(tenant == sample());
        }
    }
    void badTenantsAreNamed_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("pointer");
        QTest::newRow("slug") << R"({"slug":"No"})"
                              << "/slug";
        QTest::newRow("no name") << R"({"name":""})"
                                 << "/name";
        QTest::newRow("kind") << R"({"kind":"platform"})"
                              << "/kind";
        QTest::newRow("status") << R"({"status":"deleted"})"
                                << "/status";
        QTest::newRow("settings") << R"({"settings":[]})"
                                  << "/settings";
        QTest::newRow("inside settings") << R"({"settings":{"linking":"always"}})"
                                         << "/settings/linking";
        QTest::newRow("unknown") << R"({"isPlatform":true})"
                                 << "/isPlatform";
        QTest::newRow("version") << R"({"version":9})"
                                 << "/version";
    }
    void badTenantsAreNamed() {
        QFETCH(QString, text);
        QFETCH(QString, pointer);
        Tenant tenant = sample();
        const Problems problems = readTenant(object(text.toStdString()), tenant);
        QCOMPARE(problems.size(), std::size_t(1));
        QCOMPARE(QString::fromStdString(problems.front().pointer), pointer);
        QVERIFY(tenant == sample());
    }
    void aDomainShowsItsRecordAndTime() {
        Domain domain;
        domain.name = "acme.com";
        domain.txtRecord = "gatehouse-verification=x";
        QCOMPARE(
            json::write(toJson(domain)),
            R"({"name":"acme.com","status":"pending","txtRecord":"gatehouse-verification=x","verifiedAt":null,"asserted":false})");
        domain.status = DomainStatus::Verified;
        domain.verifiedAt = fromMillis(0);
        domain.asserted = true;
        QCOMPARE(json::write(toJson(domain)),
                 R"({"name":"acme.com","status":"verified","txtRecord":"gatehouse-verification=x",)"
                 R"("verifiedAt":"1970-01-01T00:00:00.000Z","asserted":true})");
    }
};

QTEST_GUILESS_MAIN(TestTenantJson)
#include "tst_tenant_json.moc"
