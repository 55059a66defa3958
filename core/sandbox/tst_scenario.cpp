// SPDX-License-Identifier: Apache-2.0
#include <set>

#include <QtTest>

#include "http/forms.h"
#include "sandbox/persona.h"
#include "sandbox/scenario.h"

namespace gatehouse::sandbox {

class ScenarioTest : public QObject {
    Q_OBJECT

private slots:
    void everyScenarioIsWhole() {
        std::set<std::string> names;
        for (const Scenario& scenario : scenarios()) {
            QVERIFY(names.insert(scenario.name).second);
            QVERIFY2(findPersona(scenario.persona) != nullptr, scenario.name.c_str());
            QVERIFY2(!scenario.title.empty() && scenario.teaches.ends_with('.'), scenario.name.c_str());
            QVERIFY2(scenario.steps.size() >= 2, scenario.name.c_str());
            for (const Scenario::Step& step : scenario.steps) {
                QVERIFY2(step.caption.ends_with('.'), scenario.name.c_str());
            }
            QCOMPARE(scenario.faults.empty(), scenario.expects.empty());
            QCOMPARE(findScenario(scenario.name), &scenario);
        }
        QCOMPARE(names.size(), std::size_t(20));
    }
    void noTwoScenariosEndAlike() {
        std::set<std::string> ends;
        for (const Scenario& scenario : scenarios()) {
            const std::string protocol = scenario.protocol == Protocol::Saml ? "saml " : "";
            QVERIFY2(ends.insert(protocol + scenario.expects).second, scenario.name.c_str());
        }
    }
    void everyFaultOfAScenarioCanBeShownByItsProtocol() {
        for (const Scenario& scenario : scenarios()) {
            for (const Fault fault : scenario.faults) {
                QVERIFY2(concerns(fault, scenario.protocol), scenario.name.c_str());
            }
        }
    }
    void whatIsNotThereIsNotFound() {
        for (const char* name : {"", "code", "Code-flow", "code-flow "}) {
            QVERIFY2(findScenario(name) == nullptr, name);
        }
    }
    void theStartPreselectsThePersona() {
        const std::string url = startUrl(*findScenario("step-up"), "http://127.0.0.1/demo", "practice");
        QVERIFY(url.starts_with("http://127.0.0.1/demo/login?"));
        const auto query = http::Parameters::parse(url.substr(url.find('?') + 1)).value();
        QCOMPARE(query.get("login_hint").value_or(""), std::string_view("ana"));
        QCOMPARE(query.get("connection").value_or(""), std::string_view("practice"));
        QCOMPARE(query.get("prompt").value_or(""), std::string_view("login"));
        QCOMPARE(query.get("acr_values").value_or(""), std::string_view("phr"));
        QVERIFY(startUrl(*findScenario("code-flow"), "x", "y").find("acr_values") == std::string::npos);
    }
};

} // namespace gatehouse::sandbox

QTEST_GUILESS_MAIN(gatehouse::sandbox::ScenarioTest)
#include "tst_scenario.moc"
