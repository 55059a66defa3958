// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include <map>

#include "crypto/certificate.h"
#include "saml/sp/response.h"
#include "saml/wire/pasted.h"
#include "json/json.h"

using namespace gatehouse;
using saml::sp::ResponseRules;

namespace {

/// What has to be among that which fails: the expected reason, in our words. Of those that are not named, the signature
/// of the response. `invalid_signature_position` has its signature where `gosaml2-provider-auth0`, which is to be
/// accepted, has it too, so its position is no reason.
const std::map<std::string, std::string> kReasons{
    {"gosaml2-oktadev-01", "saml.signature"},
    {"gosaml2-oktadev-03", "saml.signature.response"},
    {"gosaml2-oktadev-05", "saml.issuer"},
    {"gosaml2-oktadev-07", "saml.issuer"},
    {"gosaml2-oktadev-09", "saml.conditions.time"},
    {"gosaml2-oktadev-11", "saml.conditions.time"},
    {"gosaml2-oktadev-13", "saml.signature.assertion"},
    {"gosaml2-oktadev-15", "saml.status"},
    {"node-saml-sig-01", "saml.xml"},
    {"node-saml-sig-13", "saml.signature.assertion"},
    {"node-saml-sig-18", "saml.signature.assertion"},
    {"node-saml-sig-28", "saml.signature.assertion"},
    {"node-saml-sig-30", "saml.signature.assertion"},
    {"node-saml-sig-09", "saml.signature"},
    {"onelogin-attackxee", "saml.xml"},
    {"onelogin-response_node_text_attack", "saml.xml"},
    {"onelogin-response_node_text_attack2", "saml.xml"},
    {"onelogin-response_node_text_attack3", "saml.xml"},
    {"onelogin-response_with_concealed_signed_assertion", "saml.shape"},
    {"onelogin-response_with_doubled_signed_assertion", "saml.shape"},
    {"onelogin-signature_wrapping_attack", "saml.xml"},
    {"onelogin-encrypted_new_attack", "saml.signature.response"},
    {"onelogin-multiple_signed", "saml.signature.response"},
    {"onelogin-multiple_assertions", "saml.shape"},
    {"onelogin-response_invalid_signed_element", "saml.shape"},
    {"onelogin-invalid_signature_position", "saml.subject_confirmation"},
    {"onelogin-no_signature", "saml.signature"},
    {"onelogin-no_saml2", "saml.shape"},
    {"onelogin-no_id", "saml.version"},
    {"onelogin-no_status", "saml.status"},
    {"onelogin-no_status_code", "saml.status"},
    {"onelogin-status_code_responder", "saml.status"},
    {"onelogin-status_code_responer_and_msg", "saml.status"},
    {"onelogin-no_nameid", "saml.name_id"},
    {"onelogin-empty_nameid", "saml.name_id"},
    {"onelogin-wrong_spnamequalifier", "saml.name_id.qualifier"},
    {"onelogin-invalid_audience", "saml.audience"},
    {"onelogin-empty_destination", "saml.destination"},
    {"onelogin-invalid_issuer_message", "saml.issuers"},
    {"onelogin-invalid_issuer_assertion", "saml.issuers"},
    {"onelogin-no_issuer_response", "saml.issuer"},
    {"onelogin-no_issuer_assertion", "saml.assertion.issuer"},
    {"onelogin-invalid_subjectconfirmation_inresponse", "saml.subject_confirmation"},
    {"onelogin-invalid_subjectconfirmation_nb", "saml.subject_confirmation"},
    {"onelogin-invalid_subjectconfirmation_noa", "saml.subject_confirmation"},
    {"onelogin-invalid_subjectconfirmation_recipient", "saml.subject_confirmation"},
    {"onelogin-no_subjectconfirmation_data", "saml.subject_confirmation"},
    {"onelogin-no_subjectconfirmation_method", "saml.subject_confirmation"},
    {"onelogin-no_conditions", "saml.conditions"},
    {"onelogin-no_authnstatement", "saml.authn_statement"},
    {"onelogin-duplicated_attributes", "saml.attributes"},
    {"samlify-attack", "saml.xml"}};

std::string contentOf(const std::string& name) {
    QFile file(QString(GATEHOUSE_TEST_DATA "/") + QString::fromStdString(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

std::string decoded(std::string text) {
    text.erase(std::remove_if(text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r' || c == ' '; }),
               text.end());
    return base64Decode(text).value_or("");
}

/// As PEM, as bare base64, or within the message, where the suite trusts what each message brings.
std::optional<crypto::PublicKey> keyOf(const std::string& certificate, const std::string& message) {
    std::string der = certificate;
    if (certificate.find("BEGIN") == std::string::npos) {
        const std::size_t begin = message.find("X509Certificate>");
        const std::size_t end = message.find('<', begin);
        der = decoded(certificate.empty() && begin != std::string::npos ? message.substr(begin + 16, end - begin - 16)
                                                                        : certificate);
    }
    const auto read = crypto::readCertificate(der, crypto::Strength::Legacy);
    return read ? std::optional(read->key) : std::nullopt;
}

/// A minute after the message was made: what is wrong with it is then not its age.
Time shortlyAfter(const std::string& message) {
    constexpr std::string_view kName = "IssueInstant=\"";
    const std::size_t begin = message.find(kName) + kName.size();
    return parseRfc3339(message.substr(begin, message.find('"', begin) - begin)).value_or(Time()) + Seconds(60);
}

} // namespace

class TstResponseVectors final : public QObject {
    Q_OBJECT

private slots:
    void everyVectorComesOutAsExpected_data() {
        QTest::addColumn<QByteArray>("entry");
        const auto all = json::parse(contentOf("saml/EXPECTED.json"), {8 * 1024 * 1024, 32});
        QVERIFY(all);
        for (const json::Value& each : all->as_array()) {
            QTest::newRow(std::string(*json::stringMember(each.as_object(), "id")).c_str())
                << QByteArray::fromStdString(json::write(each));
        }
    }
    void everyVectorComesOutAsExpected() {
        QFETCH(QByteArray, entry);
        const auto parsed = json::parseObject(entry.toStdString());
        QVERIFY(parsed);
        const auto member = [&](std::string_view name) {
            return std::string(json::stringMember(*parsed, name).value_or(""));
        };
        const auto pasted = saml::wire::readPasted(contentOf(member("file")));
        QVERIFY(pasted);
        const std::string& message = pasted->text;

        ResponseRules rules;
        rules.answers = saml::sp::Answers::Anything;
        rules.sha1 = xml::Sha1::Allow;
        const auto optional = [&](std::string_view name) {
            return member(name).empty() ? std::nullopt : std::optional(member(name));
        };
        rules.idpEntityId = optional("idp_entity_id");
        // Those that leave the audience out are of signatures alone.
        if (json::boolMember(*parsed, "check_audience").value_or(true)) {
            rules.spEntityId = optional("sp_entity_id");
            rules.acsUrl = optional("acs");
        }
        if (member("why") == "wrong audience") {
            rules.spEntityId = "https://sp.example"; // the suite's test gives its own
        }
        rules.skew = Seconds(300);
        rules.longestUnderWay = std::nullopt;
        if (const json::Object* policy = json::objectMember(*parsed, "policy")) {
            rules.wantResponseSigned = json::boolMember(*policy, "want_response_signed").value_or(false);
            rules.wantAssertionSigned = json::boolMember(*policy, "want_assertion_signed").value_or(false);
        }
        const std::string certificate = member("idp_cert");
        if (const auto key =
                keyOf(certificate.starts_with("saml/") ? contentOf(certificate) : std::string(), message)) {
            rules.keys.push_back(*key);
        }
        const Time now = member("now").empty() ? shortlyAfter(message) : parseRfc3339(member("now")).value();

        const auto verdict = saml::sp::judgeResponse(message, rules, now);
        std::vector<std::string> failed;
        for (const Check& check : verdict.checks) {
            if (check.status == Check::Status::Fail) {
                failed.push_back(check.name);
            }
        }
        QCOMPARE(std::string(failed.empty() ? "accept" : "reject"), member("expect"));
        QCOMPARE(verdict.assertion.has_value(), failed.empty());
        if (!failed.empty()) {
            const auto reason = kReasons.find(member("id"));
            const std::string wanted = reason == kReasons.end() ? "saml.signature.response" : reason->second;
            QVERIFY2(std::find(failed.begin(), failed.end(), wanted) != failed.end(), wanted.c_str());
        }
    }
};

QTEST_GUILESS_MAIN(TstResponseVectors)
#include "tst_response_vectors.moc"
