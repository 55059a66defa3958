// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include <set>

#include "saml/presets/presets.h"

using namespace gatehouse;
using namespace gatehouse::saml::presets;

class TestPresets : public QObject {
    Q_OBJECT
    static std::string recognised(const std::string& entityId, const std::string& ssoUrl = {}) {
        saml::wire::IdpMetadata metadata;
        metadata.entityId = entityId;
        if (!ssoUrl.empty()) {
            metadata.singleSignOn.push_back({"", ssoUrl, ""});
        }
        const Preset* preset = recognise(metadata);
        return preset == nullptr ? "(nobody)" : std::string(preset->name);
    }

private slots:
    void thereAreNineAndEachIsFoundByItsName() {
        QCOMPARE(all().size(), std::size_t(9));
        std::set<std::string_view> names;
        for (const Preset& each : all()) {
            names.insert(each.name);
            QCOMPARE(presetOf(each.name), &each);
        }
        QCOMPARE(names.size(), all().size());
        QVERIFY(presetOf("nobody") == nullptr);
        QVERIFY(presetOf("") == nullptr);
    }
    void eachSaysWhatAPersonHasToKnow() {
        const std::set<std::string_view> targets{"email", "displayName", "givenName", "familyName", "groups", "amr"};
        for (const Preset& each : all()) {
            const std::string name(each.name);
            QVERIFY2(!each.labels.entityId.empty() && !each.labels.acsUrl.empty() && !each.labels.metadata.empty(),
                     name.c_str());
            QVERIFY2(!each.certificates.empty() && !each.notes.empty() && !each.title.empty(), name.c_str());
            QVERIFY2(each.singleLogout != each.labels.sloUrl.empty(), name.c_str());
            std::set<std::string_view> sent;
            for (const SentAttribute& attribute : each.attributes) {
                QVERIFY2(targets.contains(attribute.target), name.c_str());
                sent.insert(attribute.target);
            }
            for (const char* target : {"email", "givenName", "familyName", "groups"}) {
                QVERIFY2(sent.contains(target), (name + " " + target).c_str());
            }
        }
    }
    void metadataIsRecognisedByItsEntityId_data() {
        QTest::addColumn<QString>("entityId");
        QTest::addColumn<QString>("ssoUrl");
        QTest::addColumn<QString>("name");
        QTest::newRow("entra") << "https://sts.windows.net/0b1c/" << "" << "entra";
        QTest::newRow("entra without the slash") << "https://sts.windows.net/0b1c" << "" << "(nobody)";
        QTest::newRow("okta") << "http://www.okta.com/exk1" << "" << "okta";
        QTest::newRow("okta by its address")
            << "https://own.example" << "https://acme.okta.com/app/acme_app/exk1/sso/saml" << "okta";
        QTest::newRow("no okta") << "https://own.example" << "https://evil.example/.okta.com/app/a/b/sso/saml"
                                 << "(nobody)";
        QTest::newRow("okta twice in the host")
            << "https://own.example" << "https://a.okta.com.okta.com/app/a/b/sso/saml" << "okta";
        QTest::newRow("google") << "https://accounts.google.com/o/saml2?idpid=C0" << "" << "google";
        QTest::newRow("adfs") << "http://fs.acme.example/adfs/services/trust" << "" << "adfs";
        QTest::newRow("adfs with a longer path") << "http://fs.acme.example/x/adfs/services/trust" << "" << "(nobody)";
        QTest::newRow("pingone") << "https://auth.pingone.eu/1f" << "" << "ping";
        QTest::newRow("pingfederate") << "urn:acme:idp" << "https://sso.acme.example:9031/idp/SSO.saml2" << "ping";
        QTest::newRow("onelogin") << "https://app.onelogin.com/saml/metadata/634027" << "" << "onelogin";
        QTest::newRow("jumpcloud") << "anything" << "https://sso.jumpcloud.com/saml2/app" << "jumpcloud";
        QTest::newRow("keycloak") << "https://sso.acme.example/realms/staff" << "" << "keycloak";
        QTest::newRow("keycloak of old") << "https://sso.acme.example/auth/realms/staff" << "" << "keycloak";
        QTest::newRow("shibboleth") << "https://idp.acme.example/idp/shibboleth" << "" << "shibboleth";
        QTest::newRow("the entity ID before the address")
            << "https://idp.acme.example/idp/shibboleth" << "https://acme.example/idp/SSO.saml2" << "shibboleth";
        QTest::newRow("anybody") << "https://idp.acme.example" << "https://idp.acme.example/sso" << "(nobody)";
        QTest::newRow("nothing") << "" << "" << "(nobody)";
    }
    void metadataIsRecognisedByItsEntityId() {
        QFETCH(QString, entityId);
        QFETCH(QString, ssoUrl);
        QFETCH(QString, name);
        QCOMPARE(recognised(entityId.toStdString(), ssoUrl.toStdString()), name.toStdString());
    }
    void defaultsAreThoseThatDifferFromAnyOther() {
        const json::Object entra = defaultsOf(*presetOf("entra"));
        const json::Array levels{json::Object{{"ours", "https://refeds.org/profile/mfa"}, {"theirs", "amr:mfa"}}};
        QVERIFY(entra.at("acrMapping") == levels);
        QVERIFY(!entra.contains("wantAssertionsSigned") && !entra.contains("nameIdFormat"));
        const json::Object keycloak = defaultsOf(*presetOf("keycloak"));
        QCOMPARE(json::boolMember(keycloak, "wantAssertionsSigned").value(), false);
        QVERIFY(json::stringMember(keycloak, "nameIdFormat").value().ends_with(":persistent"));
        QVERIFY(!keycloak.contains("acrMapping"));
    }
    void theMappingHasSourcesForAttributesOfAnyName() {
        const json::Object usual = mappingOf(*presetOf("shibboleth"));
        QVERIFY(usual.at("attributes").at(0).at("source") == "email");
        QVERIFY(usual.at("groups").at("source") == "groups");
        const json::Object own = mappingOf(*presetOf("keycloak"));
        QVERIFY(own.at("attributes").at(0).at("source") == (json::Array{"email", "urn:oid:1.2.840.113549.1.9.1"}));
        QVERIFY(own.at("groups").at("source") == (json::Array{"groups", "member"}));
    }
};

QTEST_GUILESS_MAIN(TestPresets)
#include "tst_presets.moc"
