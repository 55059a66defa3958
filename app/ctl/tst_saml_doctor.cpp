// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "saml_doctor.h"

using namespace gatehouse;
using ctl::Format;
using ctl::SamlVerify;

namespace {

std::string data(const char* name) {
    return std::string(GATEHOUSE_TEST_DATA "/saml/") + name;
}

SamlVerify okta() {
    SamlVerify command;
    command.file = data("gosaml2/providertests/testdata/okta_response.xml");
    command.idpCertificate = data("gosaml2/providertests/testdata/okta_cert.pem");
    command.spEntityId = "\"123\"";
    command.acs = "http://localhost:8080/v1/_saml_callback";
    command.now = "2016-07-25T23:21:00Z";
    return command;
}

/// The exit code.
int outcome(const SamlVerify& command) {
    const auto done = ctl::verifySaml(command, Format::Json);
    return done ? *done : done.error().exitCode;
}

} // namespace

class TstSamlDoctor final : public QObject {
    Q_OBJECT

private slots:
    void aResponseIsAcceptedOrRefused() {
        QCOMPARE(outcome(okta()), ctl::kDone);
        SamlVerify other = okta();
        other.acs = "https://sp.example/acs";
        QCOMPARE(outcome(other), ctl::kFailed);
        other = okta();
        other.spEntityId = "https://sp.example";
        QCOMPARE(outcome(other), ctl::kFailed);
        other = okta();
        other.idpCertificate = data("gosaml2/providertests/testdata/auth0_cert.pem");
        QCOMPARE(outcome(other), ctl::kFailed);
        other = okta();
        other.inResponseTo = "_other";
        QCOMPARE(outcome(other), ctl::kFailed);
        other = okta();
        other.idpEntityId = "https://idp.example";
        QCOMPARE(outcome(other), ctl::kFailed);
        other = okta();
        other.now.clear(); // today
        QCOMPARE(outcome(other), ctl::kFailed);
    }

    void whatIsNotKnownIsNotChecked() {
        SamlVerify command = okta();
        command.acs.clear();
        command.spEntityId.clear();
        QCOMPARE(outcome(command), ctl::kDone);
    }

    void metadataTellsKeyAndIssuer() {
        SamlVerify command = okta();
        command.idpCertificate.clear();
        command.idpMetadata = data("ruby-saml/metadata/idp_metadata_multi_signing_certs.xml"); // of another provider
        QCOMPARE(outcome(command), ctl::kFailed);
        command.idpMetadata = command.file;
        QCOMPARE(outcome(command), ctl::kUsage);
    }

    void whatCannotBeReadIsAQuestionOfUsage() {
        SamlVerify command = okta();
        command.idpMetadata = command.idpCertificate; // both
        QCOMPARE(outcome(command), ctl::kUsage);
        command = okta();
        command.idpCertificate = command.file;
        QCOMPARE(outcome(command), ctl::kUsage);
        command = okta();
        command.decryptKey = command.file;
        QCOMPARE(outcome(command), ctl::kUsage);
        command = okta();
        command.now = "tomorrow";
        QCOMPARE(outcome(command), ctl::kUsage);
        command = okta();
        command.file = data("README.md");
        QCOMPARE(outcome(command), ctl::kFailed);
    }

    void aMessageIsShown() {
        QCOMPARE(ctl::inspectSaml(okta().file).value_or(-1), ctl::kDone);
        QCOMPARE(ctl::inspectSaml(data("README.md")).error().exitCode, ctl::kFailed);
        QCOMPARE(ctl::inspectSaml(data("nothing.xml")).has_value(), false);
    }
};

QTEST_GUILESS_MAIN(TstSamlDoctor)
#include "tst_saml_doctor.moc"
