// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include <map>

#include "crypto/certificate.h"
#include "saml/sp/response.h"
#include "json/json.h"

using namespace gatehouse;
using saml::sp::ResponseRules;

namespace {

/// What has to fail of each message that is to be refused: the expected reason, in our words.
const std::map<std::string, std::string> kReasons{};

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
        std::string message = contentOf(member("file"));
        if (member("encoding") == "base64") {
            message = decoded(message);
        }
        QVERIFY(!message.empty());

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
        const Check* failed = firstFailure(verdict.checks);
        const std::string said = failed == nullptr ? "accepted" : failed->name + ": " + failed->actual;
        qInfo("%s | %s | %s", member("expect").c_str(), said.c_str(), member("why").c_str());
        QCOMPARE(failed == nullptr ? "accept" : "reject", member("expect"));
        QCOMPARE(verdict.assertion.has_value(), failed == nullptr);
    }
};

QTEST_GUILESS_MAIN(TstResponseVectors)
#include "tst_response_vectors.moc"
