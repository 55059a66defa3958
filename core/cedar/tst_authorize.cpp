// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "cedar/authorize.h"

using namespace gatehouse;
using namespace gatehouse::cedar;

namespace {

Decision decide(const std::string& policies) {
    Request request;
    request.principal = EntityUid{"User", "ada"};
    request.action = EntityUid{"Action", "view"};
    request.resource = EntityUid{"Doc", "d"};
    const Entities entities = Entities::of({Entity{{"User", "ada"}, {}, {}, {{"Group", "staff"}}},
                                            Entity{{"Action", "view"}, {}, {}, {{"Action", "read"}}}})
                                  .value();
    return authorize(parsePolicies(policies).value(), request, entities);
}

using Names = std::vector<std::string>;

} // namespace

class TestAuthorize : public QObject {
    Q_OBJECT
private slots:
    void withoutAPermitNothingIsAllowed() {
        QVERIFY(!decide("").allow);
        QVERIFY(!decide("permit(principal == User::\"bob\", action, resource);").allow);
    }
    void aPermitAllowsAndIsNamed() {
        const Decision decision = decide("permit(principal in Group::\"staff\", action in [Action::\"read\"], resource "
                                         "is Doc); permit(principal, action, resource is Other);");
        QVERIFY(decision.allow);
        QCOMPARE(decision.reasons, (Names{"policy0"}));
    }
    void aForbidWins() {
        const Decision decision = decide(
            "permit(principal, action, resource); forbid(principal, action, resource) unless { context has mfa };");
        QVERIFY(!decision.allow);
        QCOMPARE(decision.reasons, (Names{"policy1"}));
    }
    void anErrorLeavesThePolicyOutAndIsNamed() {
        const Decision decision = decide(
            "permit(principal, action, resource); forbid(principal, action, resource) when { context.risk > 3 };");
        QVERIFY(decision.allow);
        QCOMPARE(decision.errors.size(), std::size_t(1));
        QCOMPARE(decision.errors.front().policy, std::string("policy1"));
        QCOMPARE(decision.errors.front().error.reason, std::string("cedar.attribute"));
    }
    void aScopeThatDoesNotFitAsksNoCondition() {
        QVERIFY(
            decide("permit(principal == User::\"bob\", action, resource) when { context.risk > 3 };").errors.empty());
    }
    void conditionsStopAtTheFirstThatFails() {
        QVERIFY(decide("permit(principal, action, resource) when { false } when { context.risk > 3 };").errors.empty());
        QCOMPARE(decide("permit(principal, action, resource) when { 1 };").errors.front().error.reason,
                 std::string("cedar.type"));
    }
    void aTemplateDecidesNothing() { QVERIFY(!decide("permit(principal == ?principal, action, resource);").allow); }
};

QTEST_GUILESS_MAIN(TestAuthorize)
#include "tst_authorize.moc"
