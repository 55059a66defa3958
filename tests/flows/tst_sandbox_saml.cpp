// SPDX-License-Identifier: Apache-2.0
// The practice world through SAML: the sign-in works, every fault has a refusal of its own with a cure, each step can
// be held, and a restart changes nothing.
#include <QElapsedTimer>
#include <QtTest>

#include "login/explanation.h"
#include "sandbox/faults.h"
#include "sandbox/scenario.h"
#include "tests/flows/sandbox_world.h"

namespace gatehouse::flows {

class SandboxSamlTest : public QObject, protected SandboxWorld {
    Q_OBJECT

private slots:
    void initTestCase() { start(); }
    void cleanupTestCase() { m_broker->stop(); }
    void init() {
        admin("PATCH", "/tenants/acme/sandbox", {{"hold", false}});
        QCOMPARE(status("POST", "/tenants/acme/sandbox/reset"), 200);
    }

    void aPersonaSignsIn_data() {
        QTest::addColumn<QString>("persona");
        QTest::addColumn<QString>("email");
        QTest::newRow("several groups") << "ana"
                                        << "ana@acme.example";
        QTest::newRow("one group") << "ben"
                                   << "ben@acme.example";
        QTest::newRow("250 groups") << "gus"
                                    << "gus@acme.example";
        QTest::newRow("other alphabets") << "zoe"
                                         << "zoe@acme.example";
    }
    void aPersonaSignsIn() {
        QFETCH(QString, persona);
        QFETCH(QString, email);
        Browser student = browser();
        const Answer end = signIn(student, kLogin, persona.toStdString());
        QVERIFY2(end.location.starts_with(m_url + "/demo/callback?code="), (flowReason() + end.body).c_str());
        QVERIFY(student.follow(end.location, "nowhere").body.find(email.toStdString()) != std::string::npos);
    }
    void itIsTheSamePersonByBothProtocols() {
        Browser one = browser();
        QVERIFY(one.follow(m_url + "/demo/login?login_hint=ana&connection=practice", "nowhere").body.find("Hello,") !=
                std::string::npos);
        Browser other = browser();
        (void)signIn(other, kLogin, "ana");
        QCOMPARE(flowReason(), std::string());
        QCOMPARE(items("/tenants/acme/users").size(), std::size_t(1));
    }
    void theDemoAppGoesToItsOwnProviderWhereNobodySaysWhich() {
        Browser student = browser();
        QVERIFY(student.follow(m_url + "/demo/login?login_hint=ana", "nowhere").body.find("Hello,") !=
                std::string::npos);
    }

    void everyFaultHasARefusalOfItsOwnWithACure_data() {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("reason");
        const std::map<std::string, const char*> reasons{
            {"no_email", "mapping_missing_email"},      {"wrong_audience", "saml.audience"},
            {"wrong_nonce", "saml.in_response_to"},     {"wrong_issuer", "saml.issuer"},
            {"expired", "saml.subject_confirmation"},   {"weak_acr", "unmet_authentication_requirements"},
            {"clock_off", "saml.issue_instant"},        {"unknown_key", "saml.signature.key"},
            {"bad_signature", "saml.signature.digest"}, {"access_denied", "upstream.cancelled"},
            {"replayed_answer", "login.state_used"},    {"authorize_error", "saml.status"},
            {"wrapped_signature", "saml.shape"},        {"replayed_assertion", "saml.replay"},
            {"unsigned", "saml.signature.absent"},      {"sha1_signature", "saml.signature.algorithm"},
            {"comment_in_name_id", "saml.xml"}};
        for (const sandbox::Fault fault : sandbox::allFaults()) {
            if (sandbox::concerns(fault, sandbox::Protocol::Saml)) {
                const std::string name(sandbox::faultName(fault));
                QTest::newRow(name.c_str()) << QString::fromStdString(name)
                                            << QString::fromLatin1(reasons.contains(name) ? reasons.at(name) : "");
            }
        }
    }
    void everyFaultHasARefusalOfItsOwnWithACure() {
        QFETCH(QString, fault);
        QFETCH(QString, reason);
        QVERIFY2(!reason.isEmpty(), "a fault that this test does not know");
        QVERIFY2(m_reasons.insert(reason).second, "not a refusal of its own");
        Browser before = browser();
        QVERIFY(signIn(before, kLogin, "ana").location.starts_with(m_url + "/demo/callback?code="));
        switchOn(fault.toStdString());
        Browser student = browser();
        Answer end = signIn(student, kLogin, "ana");
        if (fault == "replayed_answer") {
            QVERIFY(end.location.starts_with(m_url + "/demo/callback?code="));
            end = student.post(actionOf(m_posted), m_posted.hidden());
        }
        QCOMPARE(QString::fromStdString(flowReason()), reason);
        const login::Explanation& why = login::explain(reason.toStdString());
        QVERIFY(why.reason != "internal");
        QVERIFY(!why.cure.empty());
        if (end.status == 303) { // the app is told, in the words of OAuth
            QCOMPARE(end.at("error"), reason == "upstream.cancelled" ? "access_denied" : reason.toStdString());
        } else {
            QCOMPARE(QString::fromStdString(end.reason()), reason);
            QVERIFY(end.reference().starts_with("GH-"));
        }
    }
    void everyScenarioEndsAsItSays() {
        for (const sandbox::Scenario& scenario : sandbox::scenarios()) {
            if (scenario.protocol != sandbox::Protocol::Saml) {
                continue;
            }
            const json::Object started = admin("POST", "/tenants/acme/sandbox/scenarios/" + scenario.name + "/start");
            for (int times = scenario.name == "saml-replay" ? 2 : 1; times > 0; --times) {
                Browser student = browser();
                const Answer end = signIn(student, text(started, "url").substr(m_url.size()), scenario.persona);
                if (scenario.expects.empty()) {
                    QVERIFY(end.location.starts_with(m_url + "/demo/callback?code="));
                }
            }
            QVERIFY2(flowReason() == scenario.expects, (scenario.name + ": " + flowReason()).c_str());
        }
    }

    void aWholeSignInGoesThroughStepByStep() {
        hold(true);
        Browser student = browser();
        Answer at = student.get(m_url + kLogin);
        QStringList steps;
        std::map<std::string, std::string> told;
        QElapsedTimer patience;
        patience.start();
        while (at.body.find("Hello,") == std::string::npos && patience.elapsed() < 30'000) {
            if (at.status == 303) {
                at = student.get(at.location);
            } else if (const std::string refresh = refreshOf(at); !refresh.empty()) {
                for (const json::Value& each : held()) {
                    const json::Object& step = each.as_object();
                    steps << QString::fromStdString(text(step, "step"));
                    told[text(step, "step")] = json::write(step);
                    admin("POST", "/tenants/acme/sandbox/next", {{"id", text(step, "id")}});
                }
                at = student.get(refresh);
            } else if (at.body.find("persona-ana") != std::string::npos) {
                at = choose(student, at, "ana");
            } else if (at.hidden().get("SAMLResponse")) {
                at = student.post(actionOf(at), at.hidden());
            } else {
                QFAIL(at.body.c_str());
            }
        }
        QVERIFY(at.body.find("Hello,") != std::string::npos);
        QCOMPARE(steps.mid(0, 4), (QStringList{"authorize", "respond", "callback", "token"}));
        QVERIFY2(told["authorize"].find("<samlp:AuthnRequest") != std::string::npos, told["authorize"].c_str());
        QVERIFY2(told["respond"].find("<saml:Audience>") != std::string::npos, told["respond"].c_str());
        for (const char* step : {"respond", "callback"}) {
            QVERIFY(told[step].find("<ds:SignatureValue>(hidden)</ds:SignatureValue>") != std::string::npos);
        }
        QVERIFY(told["callback"].find("checked the SAML response") != std::string::npos);
    }
    void thePageOfPersonasIsNoStep() {
        hold(true);
        Browser student = browser();
        const Answer page = student.get(student.get(m_url + kLogin).location);
        admin("POST", "/tenants/acme/sandbox/next");
        const Answer asked = student.follow(refreshOf(page), "nowhere");
        QVERIFY(asked.body.find("persona-ana") != std::string::npos);
        QVERIFY(held().empty());
    }

    void theProvidersOwnLogoutIsAnswered() {
        Browser student = browser();
        const Answer end = signIn(student, kLogin, "ana");
        (void)student.follow(end.location, "nowhere");
        const Answer question = student.get(m_url + "/t/acme/oauth2/logout");
        const Answer signedOut = student.post(actionOf(question), question.hidden());
        const std::string address = m_url + "/sandbox/acme/saml/slo?";
        const std::size_t begin = signedOut.body.find(address);
        QVERIFY2(begin != std::string::npos, signedOut.body.c_str());
        std::string link = signedOut.body.substr(begin, signedOut.body.find('"', begin) - begin);
        for (std::size_t amp = link.find("&amp;"); amp != std::string::npos; amp = link.find("&amp;")) {
            link.replace(amp, 5, "&");
        }
        const Answer answer = student.get(link);
        QVERIFY(answer.location.find("/slo?SAMLResponse=") != std::string::npos);
        QCOMPARE(student.get(answer.location).status, 200);
    }

    void afterARestartTheConnectionKnowsTheNewKey() {
        m_broker->stop();
        m_broker.reset();
        start();
        Browser student = browser();
        QVERIFY(signIn(student, kLogin, "ana").location.starts_with(m_url + "/demo/callback?code="));
        admin("POST", "/tenants/acme/sandbox/reset");
        Browser other = browser();
        QVERIFY(signIn(other, kLogin, "ana").location.starts_with(m_url + "/demo/callback?code="));
    }

private:
    inline static const std::string kLogin = "/demo/login?connection=sandbox-saml&prompt=login&acr_values=phr";

    static std::string actionOf(const Answer& page) {
        const std::size_t at = page.body.find("action=\"") + 8;
        return page.body.substr(at, page.body.find('"', at) - at);
    }
    Answer choose(Browser& student, const Answer& page, const std::string& persona) {
        return student.get(m_url + page.links("card\" id=\"persona-" + persona).front());
    }
    /// From the app over the practice IdP to what the broker says of its response.
    Answer signIn(Browser& student, const std::string& path, const std::string& persona) {
        Answer page = student.follow(m_url + path, m_url + "/demo/callback");
        if (page.body.find("persona-" + persona) != std::string::npos) {
            page = choose(student, page, persona);
        }
        m_posted = page;
        return page.hidden().get("SAMLResponse") ? student.post(actionOf(page), page.hidden()) : page;
    }

    Answer m_posted; ///< the last page that posted a response
    std::set<QString> m_reasons;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::SandboxSamlTest)
#include "tst_sandbox_saml.moc"
