// SPDX-License-Identifier: Apache-2.0
// What a recording may hold: everything that somebody could use is taken out before it is kept.
#include <QtTest>

#include <array>

#include "login/redaction.h"

using namespace gatehouse;
using login::Message;

namespace {

constexpr auto kKeep = std::to_array<std::string_view>({"client_id", "iss"});

Message tokenAnswer(int status, const std::string& body) {
    Message message;
    message.status = status;
    const auto object = json::parseObject(body);
    login::setTokenAnswer(message, body, object ? &*object : nullptr);
    return message;
}

bool holds(const std::string& text, std::string_view what) {
    return text.find(what) != std::string::npos;
}

} // namespace

class TestRedaction : public QObject {
    Q_OBJECT
private slots:
    void onlyParametersThatAreNamedKeepTheirValue_data() {
        QTest::addColumn<QString>("encoded");
        QTest::addColumn<QString>("kept");
        QTest::newRow("nothing") << "" << "";
        QTest::newRow("named") << "client_id=a%20b&iss=c" << "client_id=a%20b&iss=c";
        QTest::newRow("a secret") << "code=abcd&iss=c" << "code=[redacted:4]&iss=c";
        QTest::newRow("one we do not know") << "x=1234567" << "x=[redacted:7]";
        QTest::newRow("twice") << "code=a&code=bb" << "code=[redacted:1]&code=[redacted:2]";
        QTest::newRow("empty") << "code=" << "code=[redacted:0]";
        QTest::newRow("a bare word") << "hunter22" << "[redacted:8]";
        QTest::newRow("equals in the value") << "code=a=b" << "code=[redacted:3]";
        QTest::newRow("a name that only looks like it")
            << "client_id2=x&Client_id=y" << "client_id2=[redacted:1]&Client_id=[redacted:1]";
    }
    void onlyParametersThatAreNamedKeepTheirValue() {
        QFETCH(QString, encoded);
        QFETCH(QString, kept);
        QCOMPARE(QString::fromStdString(login::redactPairs(encoded.toStdString(), kKeep)), kept);
    }
    void anAddressLosesItsFragmentAndItsSecrets() {
        QCOMPARE(login::redactAddress("https://idp.example/a?code=xyz&iss=i#access_token=t", kKeep),
                 std::string("https://idp.example/a?code=[redacted:3]&iss=i"));
        QCOMPARE(login::redactAddress("https://idp.example/a", kKeep), std::string("https://idp.example/a"));
    }
    void aTokenKeepsItsClaimsAndLosesItsSignature() {
        QCOMPARE(login::withoutSignature("aaaa.bbbb.cccccc"), std::string("aaaa.bbbb.[redacted:6]"));
    }
    void whatIsNoSignedTokenGoesWhole_data() {
        QTest::addColumn<QString>("token");
        QTest::newRow("opaque") << "opaque-token";
        QTest::newRow("two parts") << "aaaa.bbbb";
        QTest::newRow("encrypted") << "a.b.c.d.e";
        QTest::newRow("empty") << "";
    }
    void whatIsNoSignedTokenGoesWhole() {
        QFETCH(QString, token);
        QCOMPARE(login::withoutSignature(token.toStdString()), login::redacted(token.toStdString()));
    }
    void aTokenAnswerKeepsWhatNobodyCanUse() {
        const Message message = tokenAnswer(
            200, "{\"access_token\":\"AT-canary\",\"refresh_token\":\"RT-canary\",\"id_token\":\"aa.bb.SIG-canary\","
                 "\"token_type\":\"Bearer\",\"expires_in\":300,\"device_secret\":{\"x\":\"DS-canary\"}}");
        QVERIFY2(!holds(message.body, "canary"), message.body.c_str());
        QVERIFY(holds(message.body, "\"id_token\":\"aa.bb.[redacted:10]\""));
        QVERIFY(holds(message.body, "\"token_type\":\"Bearer\""));
        QVERIFY(holds(message.body, "\"access_token\":\"[redacted:9]\""));
    }
    void anAnswerThatIsNoObjectIsKeptOnlyWhereItTellsOfAnError_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("body");
        QTest::addColumn<bool>("kept");
        QTest::newRow("a page of an error") << 502 << "<html>Bad gateway</html>" << true;
        QTest::newRow("a page instead of tokens") << 200 << "<html>CANARY</html>" << false;
        QTest::newRow("a form with a token") << 400 << "access_token=CANARY&x=1" << false;
        QTest::newRow("a member twice") << 500 << "{\"access_token\":\"CANARY\",\"access_token\":\"CANARY\"}" << false;
        QTest::newRow("half a document") << 200 << "{\"id_token\":\"CANARY" << false;
        QTest::newRow("an array") << 200 << "[\"CANARY\"]" << false;
    }
    void anAnswerThatIsNoObjectIsKeptOnlyWhereItTellsOfAnError() {
        QFETCH(int, status);
        QFETCH(QString, body);
        QFETCH(bool, kept);
        const Message message = tokenAnswer(status, body.toStdString());
        QCOMPARE(message.body == body.toStdString(), kept);
        QVERIFY(!holds(message.body, "CANARY"));
    }
    void aLongPageIsCut() {
        const Message message = tokenAnswer(500, std::string(login::kShownBytes + 1, 'x'));
        QCOMPARE(message.body.size(), login::kShownBytes);
        QVERIFY(message.cut);
    }
    void aSignedUserinfoAnswerLosesItsSignature() {
        Message message;
        message.status = 200;
        login::setUserinfoAnswer(message, "aaaa.bbbb.SIG-canary");
        QCOMPARE(message.body, std::string("aaaa.bbbb.[redacted:10]"));
    }
    void aCookieKeepsItsNameAndItsRules() {
        QCOMPARE(login::redactedCookie("gh_session_acme=ghss_canary; Path=/; HttpOnly"),
                 std::string("gh_session_acme=[redacted:11]; Path=/; HttpOnly"));
        QCOMPARE(login::redactedCookie("gh_flow=canary"), std::string("gh_flow=[redacted:6]"));
        QCOMPARE(login::redactedCookie("canary"), std::string("[redacted:6]"));
    }
    void aSecretIsFoundWhereverSomebodyRepeatedIt() {
        Message message;
        message.address = "https://idp.example/?error_description=secret-of-the-client+is+wrong";
        message.body = "secret-of-the-client and secret-of-the-client";
        message.headers = {{"WWW-Authenticate", "Basic realm=\"secret-of-the-client\""}};
        login::scrub(message, "secret-of-the-client");
        for (const std::string& text : {message.address, message.body, message.headers.front().second}) {
            QVERIFY2(!holds(text, "secret-of-the-client"), text.c_str());
            QVERIFY(holds(text, "[redacted:20]"));
        }
    }
    void aShortSecretIsNotLookedForSinceItWouldHitAnything() {
        Message message;
        message.body = "abc";
        login::scrub(message, "abc");
        login::scrub(message, "");
        QCOMPARE(message.body, std::string("abc"));
    }
};

QTEST_GUILESS_MAIN(TestRedaction)
#include "tst_redaction.moc"
