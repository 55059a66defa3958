// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include <atomic>
#include <thread>

#include "crypto/hash.h"
#include "sessions/device_requests.h"
#include "sessions/sessions.h"
#include "tests/support/test_store.h"

using namespace gatehouse;
using test::TestStore;

namespace {

constexpr Time kNow = TestStore::kNow;

} // namespace

class TestDeviceRequests : public QObject {
    Q_OBJECT
    template <class F>
    auto write(F&& f) {
        return (*m_store)->write(std::forward<F>(f));
    }
private slots:
    void init() { m_store = std::make_unique<TestStore>(sessions::migrations()); }

    void whatWasAskedIsFoundByEitherCode() {
        QVERIFY(put("device-1", "WDJBMJHT"));
        const auto byDevice = find("device-1");
        QVERIFY(byDevice.has_value());
        QCOMPARE(byDevice->request.scopes, (std::vector<std::string>{"openid", "email"}));
        QCOMPARE(byDevice->request.authorizationDetails, std::string("[{}]"));
        QCOMPARE(byDevice->request.ip, std::string("192.0.2.7"));
        QCOMPARE(byDevice->state, sessions::DeviceState::Pending);
        QCOMPARE(byDevice->interval, Seconds(5));
        QVERIFY(!byDevice->lastPoll);
        const auto byPerson = byUserCode(m_store->sealer(), "WDJBMJHT");
        QCOMPARE(byPerson->deviceHash, byDevice->deviceHash);
        QVERIFY(!byUserCode(m_store->sealer(), "WDJBMJHX"));
        QVERIFY(!find("device-2"));
    }
    void anotherTenantFindsNothing() {
        QVERIFY(put("device-1", "WDJBMJHT"));
        QVERIFY(!byUserCode(TestStore::sealerFor(m_store->evil()), "WDJBMJHT"));
    }
    void aUserCodeIsGivenOnce() {
        QVERIFY(put("device-1", "WDJBMJHT"));
        QVERIFY(!put("device-2", "WDJBMJHT"));
        QVERIFY(!find("device-2"));
    }
    void neitherCodeIsInTheTable() {
        QVERIFY(put("device-1", "WDJBMJHT"));
        const auto status = (*m_store)->read([&](store::Reader& reader) -> Status {
            return reader.query("SELECT hash, user_hash, sealed FROM device_requests", {}, [](const store::Row& row) {
                for (int column = 0; column < 3; ++column) {
                    const std::string kept(row.blob(column));
                    [&] {
                        QVERIFY(kept.find("device-1") == std::string::npos);
                        QVERIFY(kept.find("WDJBMJHT") == std::string::npos);
                        QVERIFY(kept.find("192.0.2.7") == std::string::npos);
                        QVERIFY(kept != crypto::sha256("WDJBMJHT")); // twenty to the eighth is soon tried
                    }();
                }
                return true;
            });
        });
        QVERIFY(status.has_value());
    }
    void onlyTheFirstAnswerCounts() {
        QVERIFY(put("device-1", "WDJBMJHT"));
        QVERIFY(approve("device-1"));
        QVERIFY(!approve("device-1"));
        QVERIFY(!deny("device-1"));
        QCOMPARE(find("device-1")->state, sessions::DeviceState::Approved);
        QCOMPARE(find("device-1")->family, std::string("f1"));
        QVERIFY(put("device-2", "WDJBMJHX"));
        QVERIFY(deny("device-2"));
        QVERIFY(!approve("device-2"));
        QCOMPARE(find("device-2")->state, sessions::DeviceState::Denied);
    }
    void whatIsNotApprovedIsNotRedeemed() {
        QVERIFY(put("device-1", "WDJBMJHT"));
        QVERIFY(!redeem("device-1"));
        QVERIFY(deny("device-1"));
        QVERIFY(!redeem("device-1"));
    }
    void anApprovedOneIsRedeemedOnceWhateverRunsInParallel() {
        for (int round = 0; round < 20; ++round) {
            const std::string device = "device-" + std::to_string(round);
            QVERIFY(put(device, "BCDFGH" + std::string(1, char('B' + round)) + "X"));
            QVERIFY(approve(device));
            std::atomic<int> winners = 0;
            std::vector<std::thread> threads;
            for (int i = 0; i < 16; ++i) {
                threads.emplace_back([&] { winners += redeem(device) ? 1 : 0; });
            }
            for (std::thread& thread : threads) {
                thread.join();
            }
            QCOMPARE(winners.load(), 1);
            QCOMPARE(find(device)->state, sessions::DeviceState::Redeemed);
        }
    }
    void aPollIsRemembered() {
        QVERIFY(put("device-1", "WDJBMJHT"));
        QVERIFY(write([&](store::Writer& writer) {
            return sessions::notePoll(writer, tenant(), hashOf("device-1"), Seconds(10), kNow + Seconds(3));
        }));
        QCOMPARE(find("device-1")->interval, Seconds(10));
        QCOMPARE(*find("device-1")->lastPoll, kNow + Seconds(3));
    }
    void whatHasLongExpiredIsPurged() {
        QVERIFY(put("device-1", "WDJBMJHT"));
        const auto purge = [&](Time now) {
            return write([&](store::Writer& writer) { return sessions::purge(writer, now, Seconds(60)); });
        };
        QCOMPARE(purge(kNow + Seconds(900)).value(), 0);
        QVERIFY(find("device-1"));
        QCOMPARE(purge(kNow + Seconds(961)).value(), 1);
        QVERIFY(!find("device-1"));
    }

private:
    const TenantId& tenant() { return m_store->acme().id; }
    static Bytes hashOf(const std::string& device) { return crypto::sha256(device); }
    bool put(const std::string& device, const std::string& userCode) {
        sessions::DeviceRequest request;
        request.app = AppId("a1");
        request.clientId = "client";
        request.scopes = {"openid", "email"};
        request.authorizationDetails = "[{}]";
        request.ip = "192.0.2.7";
        request.createdAt = kNow;
        request.expiresAt = kNow + Seconds(900);
        return write([&](store::Writer& writer) {
                   return sessions::putDeviceRequest(writer, m_store->sealer(), hashOf(device), userCode, request);
               })
            .value();
    }
    std::optional<sessions::KeptDeviceRequest> find(const std::string& device) {
        return (*m_store)
            ->read([&](store::Reader& reader) {
                return sessions::findDeviceRequest(reader, m_store->sealer(), hashOf(device));
            })
            .value();
    }
    std::optional<sessions::KeptDeviceRequest> byUserCode(const store::Sealer& sealer, const std::string& code) {
        return (*m_store)
            ->read([&](store::Reader& reader) { return sessions::findByUserCode(reader, sealer, code); })
            .value();
    }
    bool approve(const std::string& device) {
        return write([&](store::Writer& writer) {
                   return sessions::approveDeviceRequest(writer, tenant(), hashOf(device), tenant(), "f1");
               })
            .value();
    }
    bool deny(const std::string& device) {
        return write(
                   [&](store::Writer& writer) { return sessions::denyDeviceRequest(writer, tenant(), hashOf(device)); })
            .value();
    }
    bool redeem(const std::string& device) {
        return write([&](store::Writer& writer) {
                   return sessions::redeemDeviceRequest(writer, tenant(), hashOf(device));
               })
            .value();
    }

    std::unique_ptr<TestStore> m_store;
};

QTEST_GUILESS_MAIN(TestDeviceRequests)
#include "tst_device_requests.moc"
