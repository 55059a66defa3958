// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include <set>

#include "base/encoding.h"
#include "sandbox/expiring_map.h"
#include "sandbox/faults.h"
#include "sandbox/persona.h"

using namespace gatehouse;
using namespace gatehouse::sandbox;

class TestFaults : public QObject {
    Q_OBJECT

    static json::Value value(std::string_view text) { return *json::parse(text); }

private slots:
    void everyFaultHasANameATitleAndItsOwnBit() {
        std::set<std::string_view> names;
        for (const Fault fault : allFaults()) {
            QVERIFY(!faultTitle(fault).empty());
            QVERIFY(names.insert(faultName(fault)).second);
            QVERIFY(parseFault(faultName(fault)) == fault);
            Faults faults;
            faults.set(fault, true);
            QCOMPARE(faults.active().size(), std::size_t(1));
            faults.set(fault, false);
            QVERIFY(faults.active().empty());
        }
    }
    void theSwitchesOfTheIssueAreThere() {
        for (const char* name :
             {"no_email", "wrong_audience", "wrong_nonce", "expired", "weak_acr", "clock_off", "unknown_key",
              "wrapped_signature", "replayed_assertion", "unsigned", "sha1_signature", "comment_in_name_id"}) {
            QVERIFY2(parseFault(name), name);
        }
    }
    void everyFaultCanBeShownBySomeProtocol() {
        for (const Fault fault : allFaults()) {
            QVERIFY2(concerns(fault, Protocol::Oidc) || concerns(fault, Protocol::Saml), faultName(fault).data());
        }
        Faults faults;
        faults.set(Fault::TokenError, true);
        faults.set(Fault::Unsigned, true);
        faults.set(Fault::Expired, true);
        QCOMPARE(faults.active(Protocol::Oidc), (std::vector{Fault::Expired, Fault::TokenError}));
        QCOMPARE(faults.active(Protocol::Saml), (std::vector{Fault::Expired, Fault::Unsigned}));
    }
    void bothFormsAreRead() {
        Faults faults;
        QVERIFY(readJson(value(R"({"no_email":true,"expired":true})"), "/faults", faults).empty());
        QCOMPARE(faults.active().size(), std::size_t(2));
        QVERIFY(readJson(value(R"([{"name":"expired","on":false,"title":"x"},{"name":"weak_acr","on":true}])"),
                         "/faults", faults)
                    .empty());
        QVERIFY(faults.on(Fault::NoEmail));
        QVERIFY(!faults.on(Fault::Expired));
        QVERIFY(faults.on(Fault::WeakAcr));
    }
    void whatWasWrittenCanBeReadBack() {
        Faults faults;
        faults.set(Fault::ClockOff, true);
        Faults other;
        QVERIFY(readJson(json::Value(toJson(faults)), "", other).empty());
        QCOMPARE(other.active(), faults.active());
        faults.clear();
        QVERIFY(faults.active().empty());
    }
    void badChangesAreNamedAndChangeNothing_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("pointer");
        QTest::newRow("unknown") << R"({"expired":true,"no-email":true})"
                                 << "/faults/no-email";
        QTest::newRow("not bool") << R"({"expired":true,"no_email":1})"
                                  << "/faults/no_email";
        QTest::newRow("element") << R"([{"name":"expired","on":true},7])"
                                 << "/faults/1";
        QTest::newRow("no on") << R"([{"name":"expired"}])"
                               << "/faults/0";
        QTest::newRow("unknown in array") << R"([{"name":"x","on":true}])"
                                          << "/faults/0";
        QTest::newRow("member") << R"([{"name":"expired","on":true,"off":1}])"
                                << "/faults/0/off";
        QTest::newRow("text") << R"("expired")"
                              << "/faults";
        QTest::newRow("null") << R"(null)"
                              << "/faults";
    }
    void badChangesAreNamedAndChangeNothing() {
        QFETCH(QString, text);
        QFETCH(QString, pointer);
        Faults faults;
        const Problems problems = readJson(value(text.toStdString()), "/faults", faults);
        QCOMPARE(problems.size(), std::size_t(1));
        QCOMPARE(QString::fromStdString(problems.front().pointer), pointer);
        QVERIFY(faults.active().empty());
    }
    void everyPersonaIsItsOwnAccount() {
        std::set<std::string> subjects;
        for (const Persona& persona : personas()) {
            QVERIFY(subjects.insert(persona.subject).second);
            QVERIFY(isUtf8(json::write(persona.claims)));
            QVERIFY(findPersona(persona.name) == &persona);
        }
        QVERIFY(findPersona("nobody") == nullptr);
        QVERIFY(!findPersona("chris")->claims.contains("email"));
        QCOMPARE(json::boolMember(findPersona("emil")->claims, "email_verified"), std::optional<bool>(false));
        QCOMPARE(json::arrayMember(findPersona("gus")->claims, "groups")->size(), std::size_t(250));
    }
    void claimsGoOutByScope() {
        const Persona& ana = *findPersona("ana");
        const json::Object bare = releasedClaims(ana, {"openid"});
        QVERIFY(!bare.contains("email"));
        QVERIFY(!bare.contains("name"));
        QVERIFY(bare.contains("groups"));
        const json::Object mail = releasedClaims(ana, {"openid", "email"});
        QVERIFY(mail.contains("email") && mail.contains("email_verified") && !mail.contains("name"));
        QVERIFY(releasedClaims(ana, {"profile"}).contains("given_name"));
    }
    void aValueIsTakenOnceAndOnlyInTime() {
        ExpiringMap<int> map;
        const Time start = fromMillis(0);
        map.put("a", 1, start + Seconds(10));
        QCOMPARE(map.find("a", start), std::optional<int>(1));
        QVERIFY(!map.find("a", start + Seconds(10)));
        map.replace("a", 2);
        map.replace("none", 3);
        QCOMPARE(map.take("a", start), std::optional<int>(2));
        QVERIFY(!map.take("a", start));
        QVERIFY(!map.take("none", start));
        map.put("b", 1, start + Seconds(10));
        QVERIFY(!map.take("b", start + Seconds(11)));
    }
    void theOldestValuesGoFirst() {
        ExpiringMap<int> map(100);
        for (int i = 0; i < 1000; ++i) {
            map.put(std::to_string(i), i, fromMillis(1000));
        }
        QCOMPARE(map.size(), std::size_t(100));
        QVERIFY(!map.find("899", fromMillis(0)));
        QVERIFY(map.find("900", fromMillis(0)));
        QCOMPARE(map.eraseIf([](int value) { return value % 2 == 0; }), std::size_t(50));
        QCOMPARE(map.size(), std::size_t(50));
    }
};

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
