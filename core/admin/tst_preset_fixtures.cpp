// SPDX-License-Identifier: Apache-2.0
// From a vendor's metadata and response to the person: recognised, judged by the checks of a login with what the preset
// sets, and mapped by its mapping.
#include <QtTest>

#include "claims/evaluate.h"
#include "connections/acr_mapping.h"
#include "connections/connection.h"
#include "crypto/certificate.h"
#include "saml/presets/presets.h"
#include "saml/sp/claims_of.h"
#include "saml/sp/response.h"
#include "saml/wire/idp_metadata.h"
#include "saml/wire/names.h"
#include "saml/wire/pasted.h"

using namespace gatehouse;
using saml::presets::Preset;
using saml::sp::ResponseRules;
using saml::sp::ResponseVerdict;

namespace {

const std::string kOurs = "https://gatehouse.example/sso/saml/01890000-0000-7000-8000-000000000001/";
constexpr const char* kMultiFactor = "https://refeds.org/profile/mfa";
const std::string kRecordings = "gosaml2/providertests/testdata/";

std::string contentOf(const std::string& name) {
    QFile file(QString(GATEHOUSE_TEST_DATA "/saml/") + QString::fromStdString(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

std::string fixture(const QString& vendor, const char* name) {
    return contentOf("presets/" + vendor.toStdString() + "/" + name);
}

/// A connection that says nothing itself but where the provider is.
connections::Connection connectionBy(const Preset& preset, const std::string& metadata) {
    connections::Connection connection;
    json::Object document = saml::presets::defaultsOf(preset);
    document["name"] = "company";
    document["metadataXml"] = metadata;
    Problems problems;
    connections::readJson(document, connection, problems);
    if (!problems.empty()) {
        qFatal("%s: %s", problems.front().pointer.c_str(), problems.front().message.c_str());
    }
    return connection;
}

ResponseRules rulesOf(const connections::Connection& connection, const saml::wire::IdpMetadata& idp) {
    ResponseRules rules;
    rules.idpEntityId = idp.entityId;
    rules.spEntityId = kOurs + "metadata";
    rules.acsUrl = kOurs + "acs";
    for (const crypto::Certificate& each : idp.signing) {
        rules.keys.push_back(each.key);
    }
    rules.inResponseTo = "_5f1d2c3b4a5968778695a4b3c2d1e0f0";
    rules.wantAssertionSigned = connection.saml.wantAssertionsSigned;
    rules.wantEncrypted = connection.saml.wantAssertionsEncrypted;
    return rules;
}

ResponseVerdict judged(const ResponseRules& rules, std::string message) {
    return saml::sp::judgeResponse(std::move(message), rules, parseRfc3339("2026-11-02T08:00:03Z").value());
}

std::string outcome(const ResponseVerdict& verdict) {
    const Check* failed = firstFailure(verdict.checks);
    return failed == nullptr ? "accepted" : failed->name + ": " + failed->actual;
}

claims::Outcome mapped(const connections::Connection& connection, const json::Object& claims) {
    Problems problems;
    const claims::Mapping mapping = claims::parseMapping(connection.mapping, "/mapping", problems);
    if (!problems.empty()) {
        qFatal("%s: %s", problems.front().pointer.c_str(), problems.front().message.c_str());
    }
    return claims::map(mapping, claims);
}

} // namespace

class TestPresetFixtures : public QObject {
    Q_OBJECT

private slots:
    void everyVendorSignsAnnIn_data() {
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QStringList>("groups");
        QTest::addColumn<QString>("level");
        const QStringList usual{"Engineering", "Admins"};
        const QString email = "ann.ekholm@acme.example";
        QTest::newRow("entra") << "0f9e8d7c-6b5a-4938-8271-605f4e3d2c1b"
                               << QStringList{"11111111-aaaa-4bbb-8ccc-0123456789ab",
                                              "22222222-aaaa-4bbb-8ccc-0123456789ab"}
                               << kMultiFactor;
        QTest::newRow("okta") << email << usual << kMultiFactor;
        QTest::newRow("google") << email << usual << "";
        QTest::newRow("adfs") << email << usual << kMultiFactor;
        QTest::newRow("ping") << "8c7b6a59-4837-4261-9504-f3e2d1c0b9a8" << usual << "";
        QTest::newRow("onelogin") << email << usual << "";
        QTest::newRow("jumpcloud") << email << usual << "";
        QTest::newRow("keycloak") << "G-2c1b0a9f-8e7d-4c6b-a594-837261504f3e" << QStringList{"/Engineering", "/Admins"}
                                  << "";
        QTest::newRow("shibboleth") << "aekholm@acme.example" << usual << kMultiFactor;
    }
    void everyVendorSignsAnnIn() {
        const QString vendor = QTest::currentDataTag();
        QFETCH(QString, subject);
        QFETCH(QStringList, groups);
        QFETCH(QString, level);
        const std::string metadata = fixture(vendor, "metadata.xml");
        const auto idp = saml::wire::readIdpMetadata(metadata);
        QVERIFY2(idp, idp ? "" : (idp.error().reason + " " + idp.error().detail).c_str());
        const Preset* preset = saml::presets::recognise(*idp);
        QVERIFY(preset != nullptr);
        QCOMPARE(QString::fromStdString(std::string(preset->name)), vendor);
        QCOMPARE(!idp->singleLogout.empty(), preset->singleLogout && vendor != "okta"); // there it is switched on first

        const connections::Connection connection = connectionBy(*preset, metadata);
        const ResponseVerdict verdict = judged(rulesOf(connection, *idp), fixture(vendor, "response.xml"));
        QCOMPARE(outcome(verdict), std::string("accepted"));
        QVERIFY(verdict.assertion);

        const json::Object claims = saml::sp::claimsOf(*verdict.assertion);
        QCOMPARE(QString::fromStdString(saml::sp::subjectOf(*verdict.assertion)), subject);
        const claims::Outcome person = mapped(connection, claims);
        QVERIFY2(person.ok(), person.ok() ? "" : person.errors.front().message.c_str());
        QCOMPARE(person.email, std::string("ann.ekholm@acme.example"));
        QCOMPARE(person.givenName, std::string("Ann"));
        QCOMPARE(person.familyName, std::string("Ekholm"));
        QCOMPARE(person.displayName, std::string("Ann Ekholm"));
        QStringList found;
        for (const std::string& group : person.groups) {
            found.append(QString::fromStdString(group));
        }
        QCOMPARE(found, groups);
        const auto levels = connections::levelsOf(connection.acrMapping, claims);
        const bool reached = std::find(levels.begin(), levels.end(), kMultiFactor) != levels.end();
        QCOMPARE(reached, !level.isEmpty());
    }
    /// Each attribute alone, under the name that the preset says: nothing else may have given the value.
    void everyAttributeOfAPresetReachesItsTarget() {
        for (const Preset& preset : saml::presets::all()) {
            const connections::Connection connection = connectionBy(preset, "<x/>");
            for (const saml::presets::SentAttribute& sent : preset.attributes) {
                saml::sp::Assertion assertion;
                assertion.nameId = saml::wire::NameId{"n", std::string(saml::wire::kPersistent), {}, {}};
                assertion.attributes = {{std::string(sent.name), "", "", {"Some@one.example"}}};
                const json::Object claims = saml::sp::claimsOf(assertion);
                const claims::Outcome person = mapped(connection, claims);
                const std::string value = sent.target == "email"         ? person.email
                                          : sent.target == "displayName" ? person.displayName
                                          : sent.target == "givenName"   ? person.givenName
                                          : sent.target == "familyName"  ? person.familyName
                                          : sent.target == "groups" ? (person.groups.empty() ? "" : person.groups[0])
                                          : claims.contains("amr")  ? "Some@one.example"
                                                                    : "";
                QVERIFY2(value == (sent.target == "email" ? "some@one.example" : "Some@one.example"),
                         (std::string(preset.name) + " " + std::string(sent.name)).c_str());
            }
        }
    }
    void anAnswerThatWasChangedIsNobodys() {
        for (const Preset& preset : saml::presets::all()) {
            const QString vendor = QString::fromStdString(std::string(preset.name));
            const auto idp = saml::wire::readIdpMetadata(fixture(vendor, "metadata.xml"));
            QVERIFY(idp);
            std::string message = fixture(vendor, "response.xml");
            const std::size_t at = message.find(">Ann<") != std::string::npos ? message.find(">Ann<") + 1 : 0;
            QVERIFY(at != 0);
            message.replace(at, 3, "Eve");
            const connections::Connection connection = connectionBy(preset, "<x/>");
            const ResponseVerdict verdict = judged(rulesOf(connection, *idp), message);
            QVERIFY2(!verdict.assertion, preset.name.data());
            QVERIFY2(outcome(verdict).starts_with("saml.signature"), outcome(verdict).c_str());
        }
    }
    void whatTheRoleListOfKeycloakSendsIsRefusedByName() {
        const auto idp = saml::wire::readIdpMetadata(fixture("keycloak", "metadata.xml"));
        QVERIFY(idp);
        const connections::Connection connection = connectionBy(*saml::presets::presetOf("keycloak"), "<x/>");
        const ResponseVerdict verdict =
            judged(rulesOf(connection, *idp), fixture("keycloak", "response_role_list.xml"));
        QVERIFY2(outcome(verdict).starts_with("saml.attributes"), outcome(verdict).c_str());
        QVERIFY(!verdict.assertion);
    }
    void recordingsOfOldComeOutAsTheyAreKnownTo_data() {
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QString>("vendor");
        QTest::addColumn<bool>("sha1");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<QString>("email");
        QTest::newRow("okta") << "okta_response.xml" << "okta_cert.pem" << "okta" << false << "accepted" << "";
        QTest::newRow("adfs") << "adfs_response.b64" << "adfs_idp_signing_cert.pem" << "adfs" << false << "accepted"
                              << "paul@spstest2.com";
        QTest::newRow("pingfederate") << "pingfed/pfed11_response_01.b64" << "pingfed/idp.signing.cert" << "ping"
                                      << false << "accepted" << "firstlast@saml.test.nope";
        QTest::newRow("onelogin by SHA-1") << "onelogin_response.xml" << "onelogin_cert.pem" << "onelogin" << false
                                           << "saml.signature.assertion: signature.algorithm" << "";
        QTest::newRow("onelogin with SHA-1 allowed") << "onelogin_response.xml" << "onelogin_cert.pem" << "onelogin"
                                                     << true << "accepted" << "arun@launchdarkly.com";
    }
    void recordingsOfOldComeOutAsTheyAreKnownTo() {
        QFETCH(QString, message);
        QFETCH(QString, certificate);
        QFETCH(QString, vendor);
        QFETCH(bool, sha1);
        QFETCH(QString, expected);
        QFETCH(QString, email);
        const auto pasted = saml::wire::readPasted(contentOf(kRecordings + message.toStdString()));
        QVERIFY(pasted);
        const auto key =
            crypto::readCertificate(contentOf(kRecordings + certificate.toStdString()), crypto::Strength::Legacy);
        QVERIFY(key);
        const connections::Connection connection = connectionBy(*saml::presets::presetOf(vendor.toStdString()), "<x/>");
        ResponseRules rules;
        rules.keys = {key->key};
        rules.answers = saml::sp::Answers::Anything;
        rules.wantAssertionSigned = connection.saml.wantAssertionsSigned;
        rules.sha1 = sha1 ? xml::Sha1::Allow : xml::Sha1::Refuse;
        constexpr std::string_view kIssued = "IssueInstant=\"";
        const std::size_t at = pasted->text.find(kIssued) + kIssued.size();
        const Time issued = parseRfc3339(pasted->text.substr(at, pasted->text.find('"', at) - at)).value();

        const ResponseVerdict verdict = saml::sp::judgeResponse(pasted->text, rules, issued + Seconds(1));
        QVERIFY2(QString::fromStdString(outcome(verdict)).startsWith(expected), outcome(verdict).c_str());
        if (!email.isEmpty()) {
            QVERIFY(verdict.assertion);
            QCOMPARE(mapped(connection, saml::sp::claimsOf(*verdict.assertion)).email, email.toStdString());
        }
    }
};

QTEST_GUILESS_MAIN(TestPresetFixtures)
#include "tst_preset_fixtures.moc"
