// SPDX-License-Identifier: Apache-2.0
// Codes and tokens are kept while a window is open, for its tenant alone, and are gone when it is over.
#include <QtTest>

#include "login/kept_secrets.h"

using namespace gatehouse;
using login::KeptSecrets;
using login::Message;
using login::Twin;

namespace {

const TenantId kAcme("acme");
const TenantId kEvil("evil");
const FlowId kFlow("f1");
const Time kNow = fromUnixSeconds(1'800'000'000);

Message message(const char* name, const char* secret) {
    Message redacted;
    redacted.name = name;
    redacted.body = "[redacted:6]";
    if (secret != nullptr) {
        auto twin = std::make_shared<Message>(redacted);
        twin->body = secret;
        redacted.unredacted = std::move(twin);
    }
    return redacted;
}

std::string bodies(const Result<std::vector<Message>>& messages) {
    if (!messages) {
        return messages.error().reason;
    }
    std::string all;
    for (const Message& each : *messages) {
        all += each.name + "=" + each.body + " ";
    }
    return all;
}

} // namespace

class TestKeptSecrets : public QObject {
    Q_OBJECT
private slots:
    void withoutAWindowNothingIsMadeAndNothingKept() {
        KeptSecrets secrets;
        QVERIFY(secrets.twin(kAcme, kNow) == Twin::None);
        secrets.add(kAcme, kFlow, {message("callback", "secret")}, kNow);
        (void)secrets.open(kAcme, kNow);
        QCOMPARE(bodies(secrets.of(kAcme, kFlow, kNow)), std::string("flow.no_secrets"));
    }
    void partsOfALoginFollowEachOther() {
        KeptSecrets secrets;
        QVERIFY(secrets.open(kAcme, kNow) == kNow + KeptSecrets::kLife);
        QVERIFY(secrets.twin(kAcme, kNow) == Twin::WithTokens);
        secrets.add(kAcme, kFlow, {message("authorize", "a")}, kNow);
        secrets.add(kAcme, FlowId("f2"), {message("authorize", "other")}, kNow);
        secrets.add(kAcme, kFlow, {message("authorize", nullptr), message("callback", "b")}, kNow);
        QCOMPARE(bodies(secrets.of(kAcme, kFlow, kNow)), std::string("authorize=a callback=b "));
    }
    void anotherTenantHasNone() {
        KeptSecrets secrets;
        (void)secrets.open(kAcme, kNow);
        (void)secrets.open(kEvil, kNow);
        secrets.add(kAcme, kFlow, {message("callback", "secret")}, kNow);
        QCOMPARE(bodies(secrets.of(kEvil, kFlow, kNow)), std::string("flow.no_secrets"));
        QVERIFY(secrets.close(kEvil, kNow));
        QVERIFY(secrets.until(kAcme, kNow).has_value());
    }
    void theEndIsTheEndToTheMillisecond() {
        KeptSecrets secrets;
        const Time end = secrets.open(kAcme, kNow);
        secrets.add(kAcme, kFlow, {message("callback", "secret")}, kNow);
        QVERIFY(secrets.of(kAcme, kFlow, end - Milliseconds(1)).has_value());
        QCOMPARE(bodies(secrets.of(kAcme, kFlow, end)), std::string("flow.no_secrets"));
        QVERIFY(secrets.twin(kAcme, end) == Twin::None);
        secrets.add(kAcme, kFlow, {message("callback", "late")}, end);
        QVERIFY(!secrets.close(kAcme, end));
    }
    void forgettingWipesWhatIsOverAndNoMore() {
        KeptSecrets secrets;
        const Time end = secrets.open(kAcme, kNow);
        (void)secrets.open(kEvil, kNow + Seconds(60));
        secrets.forget(end);
        QVERIFY(!secrets.until(kAcme, kNow).has_value()); // though it would still be open then
        QVERIFY(secrets.until(kEvil, end).has_value());
    }
    void aNewWindowBeginsWithNothing() {
        KeptSecrets secrets;
        (void)secrets.open(kAcme, kNow);
        secrets.add(kAcme, kFlow, {message("callback", "secret")}, kNow);
        (void)secrets.open(kAcme, kNow);
        QCOMPARE(bodies(secrets.of(kAcme, kFlow, kNow)), std::string("flow.no_secrets"));
    }
    void thereIsABoundToWhatIsKept() {
        KeptSecrets secrets;
        (void)secrets.open(kAcme, kNow);
        const std::string large(std::size_t{9} * 1024 * 1024, 'x');
        secrets.add(kAcme, kFlow, {message("callback", large.c_str())}, kNow);
        secrets.add(kAcme, FlowId("f2"), {message("callback", large.c_str())}, kNow);
        QVERIFY(secrets.of(kAcme, kFlow, kNow).has_value());
        QVERIFY(!secrets.of(kAcme, FlowId("f2"), kNow).has_value());
    }
};

QTEST_GUILESS_MAIN(TestKeptSecrets)
#include "tst_kept_secrets.moc"
