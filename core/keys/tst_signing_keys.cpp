// SPDX-License-Identifier: Apache-2.0
#include <QTemporaryDir>
#include <QTest>

#include "keys/key_ring.h"
#include "keys/signing_keys.h"

using namespace gatehouse;
using namespace gatehouse::keys;

class TestSigningKeys : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    std::unique_ptr<store::Store> m_store;
    int m_file = 0;
    const Time m_now = fromMillis(1'700'000'000'000);
    const TenantId m_tenant{"acme-id"};

    NewSigningKey made(std::string kid, KeyState state, int age = 0, std::string use = "sig") const {
        NewSigningKey key;
        key.tenant = m_tenant;
        key.info.kid = std::move(kid);
        key.info.use = std::move(use);
        key.info.alg = "ES256";
        key.info.state = state;
        key.info.createdAt = m_now - Seconds(age);
        key.sealedPrivate = "sealed";
        return key;
    }
    Status put(const NewSigningKey& key) {
        return m_store->write([&](store::Writer& w) { return insertKey(w, key); });
    }
    std::string stateOf(std::string_view kid) {
        const auto key = m_store->read([&](store::Reader& r) { return findKey(r, m_tenant, kid); });
        return key ? std::string(stateName(key->state)) : key.error().reason;
    }
    template <class F>
    std::string reasonOf(F&& f) {
        const auto result = m_store->write([&](store::Writer& w) { return f(w); });
        return result ? std::string() : result.error().reason;
    }

private slots:
    void init() {
        store::Options options;
        options.file = (m_dir.path() + "/" + QString::number(++m_file) + ".db").toStdString();
        m_store = *store::openSqlite(options);
        std::vector<store::Migration> steps{{"tenants", 1,
                                             "CREATE TABLE tenants (id TEXT NOT NULL PRIMARY KEY) {table};"
                                             "INSERT INTO tenants (id) VALUES ('acme-id');"}};
        steps.insert(steps.end(), migrations().begin(), migrations().end());
        QVERIFY(m_store->migrate(steps));
    }
    void cleanup() { m_store.reset(); }

    void aKeyGoesFromNextToActiveToRetiringToRetired() {
        QVERIFY(put(made("a", KeyState::Next, 10)));
        QCOMPARE(reasonOf([&](auto& w) { return activateKey(w, m_tenant, "a", m_now); }), std::string());
        QCOMPARE(stateOf("a"), std::string("active"));
        QCOMPARE(reasonOf([&](auto& w) { return rotateKeys(w, made("b", KeyState::Next), m_now); }), std::string());
        QCOMPARE(stateOf("a"), std::string("retiring"));
        QCOMPARE(stateOf("b"), std::string("active"));
        QCOMPARE(reasonOf([&](auto& w) { return retireKey(w, m_tenant, "a", m_now); }), std::string());
        QCOMPARE(stateOf("a"), std::string("retired"));
    }
    void rotationTakesTheOldestNextKey() {
        QVERIFY(put(made("old", KeyState::Active, 100)));
        QVERIFY(put(made("young", KeyState::Next, 10)));
        QVERIFY(put(made("older", KeyState::Next, 50)));
        const auto active =
            m_store->write([&](store::Writer& w) { return rotateKeys(w, made("new", KeyState::Next), m_now); });
        QVERIFY(active);
        QCOMPARE(active->kid, std::string("older"));
        QVERIFY(active->activatedAt == m_now);
        QCOMPARE(stateOf("young"), std::string("next"));
        QCOMPARE(stateOf("new"), std::string("next"));
    }
    void aSecondActiveKeyIsRefused() {
        QVERIFY(put(made("a", KeyState::Active)));
        QCOMPARE(put(made("b", KeyState::Active)).error().reason, std::string("keys.active_exists"));
        QVERIFY(put(made("c", KeyState::Active, 0, "audit")));
    }
    void theDatabaseItselfRefusesASecondActiveKey() {
        QVERIFY(put(made("a", KeyState::Active)));
        QVERIFY(put(made("b", KeyState::Next)));
        QCOMPARE(reasonOf([&](auto& w) { return w.execute("UPDATE signing_keys SET state = 'active'", {}); }),
                 std::string("store.constraint"));
    }
    void onlyANextKeyIsActivated() {
        QVERIFY(put(made("a", KeyState::Active)));
        QVERIFY(put(made("r", KeyState::Revoked)));
        QVERIFY(put(made("x", KeyState::Retired)));
        QVERIFY(put(made("g", KeyState::Retiring)));
        for (const char* kid : {"a", "r", "x", "g"}) {
            QCOMPARE(reasonOf([&](auto& w) { return activateKey(w, m_tenant, kid, m_now); }),
                     std::string("keys.not_next"));
        }
        QCOMPARE(reasonOf([&](auto& w) { return activateKey(w, m_tenant, "none", m_now); }),
                 std::string("keys.not_found"));
        QCOMPARE(reasonOf([&](auto& w) { return activateKey(w, TenantId("other"), "a", m_now); }),
                 std::string("keys.not_found"));
    }
    void theActiveKeyIsNotRetired() {
        QVERIFY(put(made("a", KeyState::Active)));
        QCOMPARE(reasonOf([&](auto& w) { return retireKey(w, m_tenant, "a", m_now); }), std::string("keys.active"));
    }
    void revokingTheActiveKeyNeedsASuccessor() {
        QVERIFY(put(made("a", KeyState::Active)));
        QCOMPARE(reasonOf([&](auto& w) { return revokeKey(w, m_tenant, "a", m_now); }),
                 std::string("keys.no_successor"));
        QCOMPARE(stateOf("a"), std::string("active"));
        QVERIFY(put(made("b", KeyState::Next)));
        QCOMPARE(reasonOf([&](auto& w) { return revokeKey(w, m_tenant, "a", m_now); }), std::string());
        QCOMPARE(stateOf("a"), std::string("revoked"));
        QCOMPARE(stateOf("b"), std::string("active"));
    }
    void aRetiredKeyDoesNotComeBack() {
        QVERIFY(put(made("x", KeyState::Retired)));
        QCOMPARE(reasonOf([&](auto& w) { return retireKey(w, m_tenant, "x", m_now); }), std::string());
        QCOMPARE(stateOf("x"), std::string("retired"));
        QCOMPARE(reasonOf([&](auto& w) { return revokeKey(w, m_tenant, "x", m_now); }), std::string());
        QCOMPARE(reasonOf([&](auto& w) { return retireKey(w, m_tenant, "x", m_now); }), std::string());
        QCOMPARE(stateOf("x"), std::string("revoked"));
    }
    void retiringKeysAreRetiredOnceTheirTokensHaveExpired() {
        QVERIFY(put(made("a", KeyState::Active, 100)));
        QCOMPARE(reasonOf([&](auto& w) { return rotateKeys(w, made("b", KeyState::Next), m_now); }), std::string());
        const auto due = [&](Time now) {
            return *m_store->write([&](store::Writer& w) { return retireDue(w, m_tenant, Seconds(300), now); });
        };
        QCOMPARE(due(m_now + Seconds(299)), 0);
        QCOMPARE(stateOf("a"), std::string("retiring"));
        QCOMPARE(due(m_now + Seconds(300)), 1);
        QCOMPARE(stateOf("a"), std::string("retired"));
        QCOMPARE(stateOf("b"), std::string("active"));
    }
    void aKeyIsShownWithoutItsPrivateHalf() {
        const json::Object shown = toJson(made("a", KeyState::Next).info);
        QCOMPARE(shown.size(), std::size_t(8));
        QVERIFY(json::stringMember(shown, "state") == "next");
        QVERIFY(shown.at("activatedAt").is_null());
        QVERIFY(json::write(shown).find("sealed") == std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestSigningKeys)
#include "tst_signing_keys.moc"
