// SPDX-License-Identifier: Apache-2.0
// What of a login is seen besides its recording: codes and tokens, for ten minutes and for administrators alone; and
// what its app did with the code.
#include <QDirIterator>
#include <QtTest>

#include "tests/flows/world.h"

namespace gatehouse::flows {

namespace {

std::string text(const json::Object& object, std::string_view name) {
    return std::string(json::stringMember(object, name).value_or(""));
}

const json::Object* named(const json::Array& list, std::string_view name) {
    const json::Object* found = nullptr; // the last of that name
    for (const json::Value& item : list) {
        found = text(item.as_object(), "name") == name ? &item.as_object() : found;
    }
    return found;
}

std::string parameter(const json::Object& shown, std::string_view message, std::string_view name) {
    const json::Object* of = named(*json::arrayMember(shown, "messages"), message);
    const json::Object* found = of == nullptr ? nullptr : named(*json::arrayMember(*of, "parameters"), name);
    return found == nullptr ? std::string("(none)") : text(*found, "value");
}

std::string code(const admin::api::Reply& reply) {
    return reply.status < 300 ? std::to_string(reply.status) : text(json::parseObject(reply.body).value(), "code");
}

} // namespace

class Recorder : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_world = std::make_unique<World>(); }
    void cleanupTestCase() { m_world.reset(); }
    void init() {
        world().company.person(person("ann"));
        (void)world().admin("POST", acme().path("/recorder/forget-secrets"));
    }

    // Keep secrets for ten minutes.
    void withoutTheWindowNoSecretIsKept() {
        const std::string flow = signIn();
        QCOMPARE(code(world().adminReply("GET", acme().path("/flows/" + flow + "/secrets"))),
                 std::string("flow_no_secrets"));
        QVERIFY(json::member(world().admin("GET", acme().path("/recorder")), "secretsUntil")->is_null());
    }
    void inTheWindowCodesAndTokensAreSeenAndTheRecordingIsRedactedAllTheSame() {
        const json::Object opened = world().admin("POST", acme().path("/recorder/keep-secrets"));
        QCOMPARE(text(opened, "secretsUntil"), toRfc3339(world().clock.now() + Seconds(600)));
        const std::string flow = signIn();
        const json::Object shown = world().admin("GET", acme().path("/flows/" + flow));
        const json::Object secrets = world().admin("GET", acme().path("/flows/" + flow + "/secrets"));
        for (const char* message : {"authorize", "callback", "answer"}) {
            QVERIFY2(parameter(shown, message, "state").starts_with("[redacted:"), message);
            QVERIFY2(!parameter(secrets, message, "state").starts_with("[redacted:"), message);
        }
        const std::string code = parameter(secrets, "callback", "code");
        QVERIFY(code.size() > 8 && !code.starts_with("[redacted:"));
        QCOMPARE(parameter(secrets, "token.request", "code"), code);
        QVERIFY(!parameter(secrets, "token.request", "code_verifier").starts_with("[redacted:"));
        const std::string answer = text(*named(*json::arrayMember(secrets, "messages"), "token.answer"), "body");
        QVERIFY2(answer.find("\"access_token\"") != std::string::npos, answer.c_str());
        QVERIFY2(answer.find("[redacted") == std::string::npos, answer.c_str());
        QVERIFY(text(*named(*json::arrayMember(shown, "messages"), "token.answer"), "body").find("[redacted:") !=
                std::string::npos);
        QCOMPARE(json::arrayMember(secrets, "messages")->size(), json::arrayMember(shown, "messages")->size());
        // Never: what proves that we are we, and what a browser is known by.
        const std::string all = json::write(secrets);
        QVERIFY(all.find("Basic [redacted:") != std::string::npos);
        QVERIFY(all.find("gh_flow=[redacted:") != std::string::npos);
        QVERIFY(all.find("gh_session_acme=[redacted:") != std::string::npos);
        // Nor is any of it in a file.
        QVERIFY(!isOnDisk(code));
        QVERIFY(text(world().admin("GET", acme().path("/flows/" + flow + "/bundle")), "sha256").size() > 0);
    }
    void whoOpenedItAndWhoLookedIsOnRecord() {
        (void)world().admin("POST", acme().path("/recorder/keep-secrets"));
        const std::string flow = signIn();
        const std::size_t read = world().audit(acme(), "RecordingSecretsRead").size();
        (void)world().admin("GET", acme().path("/flows/" + flow + "/secrets"));
        QCOMPARE(world().audit(acme(), "RecordingSecretsRead").size(), read + 1);
        QCOMPARE(dataOf(world().audit(acme(), "RecordingSecretsKept").front(), "until"),
                 toRfc3339(world().clock.now() + Seconds(600)));
    }
    void afterTenMinutesThereIsNothingMore() {
        (void)world().admin("POST", acme().path("/recorder/keep-secrets"));
        const std::string flow = signIn();
        world().clock.advance(Seconds(599));
        (void)world().admin("GET", acme().path("/flows/" + flow + "/secrets"));
        world().clock.advance(Seconds(1));
        QCOMPARE(code(world().adminReply("GET", acme().path("/flows/" + flow + "/secrets"))),
                 std::string("flow_no_secrets"));
        const std::string later = signIn();
        QCOMPARE(code(world().adminReply("GET", acme().path("/flows/" + later + "/secrets"))),
                 std::string("flow_no_secrets"));
        // A new window does not bring back what an old one had.
        (void)world().admin("POST", acme().path("/recorder/keep-secrets"));
        QCOMPARE(code(world().adminReply("GET", acme().path("/flows/" + flow + "/secrets"))),
                 std::string("flow_no_secrets"));
    }
    void wipedIsWipedAtOnce() {
        (void)world().admin("POST", acme().path("/recorder/keep-secrets"));
        const std::string flow = signIn();
        (void)world().admin("POST", acme().path("/recorder/forget-secrets"));
        QCOMPARE(code(world().adminReply("GET", acme().path("/flows/" + flow + "/secrets"))),
                 std::string("flow_no_secrets"));
        QVERIFY(!world().audit(acme(), "RecordingSecretsForgotten").empty());
    }
    void theWindowOfOneTenantIsNoOthers() {
        (void)world().admin("POST", world().evil.path("/recorder/keep-secrets"));
        const std::string flow = signIn();
        QCOMPARE(code(world().adminReply("GET", acme().path("/flows/" + flow + "/secrets"))),
                 std::string("flow_no_secrets"));
        QCOMPARE(code(world().adminReply("GET", world().evil.path("/flows/" + flow + "/secrets"))),
                 std::string("not_found"));
        (void)world().admin("POST", world().evil.path("/recorder/forget-secrets"));
    }
    void aTenantThatRecordsNothingKeepsNoSecrets() {
        const Tenant silent = world().addTenant(
            "silent", world().company, {{"recording", json::Object{{"logins", 0}, {"bytes", 65536}, {"age", 60}}}});
        QCOMPARE(code(world().adminReply("POST", silent.path("/recorder/keep-secrets"))), std::string("recording_off"));
    }

    // What the app does.
    void aRedeemedCodeIsOnTheAppsLane() {
        Browser browser = world().browser();
        QCOMPARE(world().redeem(acme().app, world().codeFor(browser, acme().app)).answer.status, 200);
        const json::Object shown = last();
        const json::Array& messages = *json::arrayMember(shown, "messages");
        const json::Object& request = *named(messages, "app.token.request");
        QCOMPARE(text(request, "from") + ">" + text(request, "to"), std::string("app>gatehouse"));
        QCOMPARE(text(request, "url"), acme().app.issuer + "/token");
        QCOMPARE(json::integerMember(*named(messages, "app.token.answer"), "status").value(), std::int64_t(200));
        for (const json::Value& check : *json::arrayMember(shown, "checks")) {
            QVERIFY2(text(check.as_object(), "status") != "fail", text(check.as_object(), "name").c_str());
        }
        QCOMPARE(text(*named(*json::arrayMember(shown, "checks"), "code_verifier"), "status"), std::string("ok"));
    }
    void aCodeThatNobodyRedeemedIsOnNoLane() {
        Browser browser = world().browser();
        (void)world().codeFor(browser, acme().app);
        QVERIFY(named(*json::arrayMember(last(), "messages"), "app.token.request") == nullptr);
    }
    void aRefusedCodeSaysWhichDemandItBroke_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("check");
        QTest::newRow("redirect") << "redirect_uri" << "https://app.example/other" << "code_redirect_uri";
        QTest::newRow("verifier") << "code_verifier" << QString(60, 'x') << "code_verifier";
        QTest::newRow("secret") << "client_secret" << "wrong" << "code_app";
    }
    void aRefusedCodeSaysWhichDemandItBroke() {
        QFETCH(QString, name);
        QFETCH(QString, value);
        QFETCH(QString, check);
        Browser browser = world().browser();
        const std::string code = world().codeFor(browser, acme().app);
        App app = acme().app;
        if (name == "client_secret") {
            app.secret = value.toStdString();
            QCOMPARE(world().redeem(app, code).answer.status, 401);
        } else {
            QCOMPARE(world().redeem(app, code, {{name.toStdString(), value.toStdString()}}).answer.status, 400);
        }
        const json::Object shown = last();
        const json::Object& failed = json::arrayMember(shown, "checks")->back().as_object();
        QCOMPARE(text(failed, "name"), check.toStdString());
        QCOMPARE(text(failed, "status"), std::string("fail"));
        QVERIFY(!text(failed, "cure").empty());
        const json::Object& answer = *named(*json::arrayMember(shown, "messages"), "app.token.answer");
        QCOMPARE(json::integerMember(answer, "status").value(), std::int64_t(name == "client_secret" ? 401 : 400));
        if (check == "code_redirect_uri") {
            QCOMPARE(text(failed, "expected"), std::string(World::kRedirect));
            QCOMPARE(text(failed, "actual"), value.toStdString());
        }
        QVERIFY(json::write(shown).find(code) == std::string::npos);
    }
    void afterAWrongSecretTheCodeIsStillGood() {
        Browser browser = world().browser();
        const std::string code = world().codeFor(browser, acme().app);
        App wrong = acme().app;
        wrong.secret = "wrong";
        QCOMPARE(world().redeem(wrong, code).answer.status, 401);
        QCOMPARE(world().redeem(acme().app, code).answer.status, 200);
        // Both are there, in their order.
        std::string statuses;
        const json::Object shown = last();
        for (const json::Value& message : *json::arrayMember(shown, "messages")) {
            if (text(message.as_object(), "name") == "app.token.answer") {
                statuses += std::to_string(json::integerMember(message.as_object(), "status").value()) + " ";
            }
        }
        QCOMPARE(statuses, std::string("401 200 "));
    }
    void aMadeUpCodeMakesNoRecord() {
        const std::size_t before = world().audit(acme(), "AccessDenied").size();
        App wrong = acme().app;
        wrong.secret = "wrong";
        QCOMPARE(world().redeem(wrong, "ghac_made-up").answer.status, 401);
        QCOMPARE(world().audit(acme(), "AccessDenied").size(), before);
    }

private:
    World& world() { return *m_world; }
    const Tenant& acme() { return world().acme; }
    /// The id of a good sign-in's flow.
    std::string signIn() {
        Browser browser = world().browser();
        (void)world().codeFor(browser, acme().app);
        return text(world().list(acme().path("/flows")).front().as_object(), "id");
    }
    json::Object last() {
        const std::string id = text(world().list(acme().path("/flows")).front().as_object(), "id");
        return world().admin("GET", acme().path("/flows/" + id));
    }
    bool isOnDisk(const std::string& secret) {
        bool found = false;
        int files = 0;
        for (QDirIterator each(world().folder.path(), QDir::Files, QDirIterator::Subdirectories); each.hasNext();) {
            QFile file(each.next());
            if (file.open(QIODevice::ReadOnly)) {
                ++files;
                found = found || file.readAll().contains(QByteArray::fromStdString(secret));
            }
        }
        return found || files == 0;
    }

    std::unique_ptr<World> m_world;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::Recorder)
#include "tst_recorder.moc"
