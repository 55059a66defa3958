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
        QCOMPARE(reasonOf([&](auto& w) { return activateKey(w, m_tenant, "a", Guard::Keep, m_now); }), std::string());
        QCOMPARE(stateOf("a"), std::string("active"));
        QCOMPARE(reasonOf([&](auto& w) { return rotateKeys(w, made("b", KeyState::Next), Guard::Override, m_now); }),
                 std::string());
        QCOMPARE(stateOf("a"), std::string("retiring"));
        QCOMPARE(stateOf("b"), std::string("active"));
        QCOMPARE(reasonOf([&](auto& w) { return retireKey(w, m_tenant, "a", m_now); }), std::string());
        QCOMPARE(stateOf("a"), std::string("retired"));
    }
    void rotationTakesTheOldestNextKey() {
        QVERIFY(put(made("old", KeyState::Active, 100)));
        QVERIFY(put(made("young", KeyState::Next, 10)));
        QVERIFY(put(made("older", KeyState::Next, 50)));
        const auto active = m_store->write(
            [&](store::Writer& w) { return rotateKeys(w, made("new", KeyState::Next), Guard::Override, m_now); });
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
            QCOMPARE(reasonOf([&](auto& w) { return activateKey(w, m_tenant, kid, Guard::Keep, m_now); }),
                     std::string("keys.not_next"));
        }
        QCOMPARE(reasonOf([&](auto& w) { return activateKey(w, m_tenant, "none", Guard::Keep, m_now); }),
                 std::string("keys.not_found"));
        QCOMPARE(reasonOf([&](auto& w) { return activateKey(w, TenantId("other"), "a", Guard::Keep, m_now); }),
                 std::string("keys.not_found"));
    }
    void theActiveKeyIsNotRetired() {
        QVERIFY(put(made("a", KeyState::Active)));
        QCOMPARE(reasonOf([&](auto& w) { return retireKey(w, m_tenant, "a", m_now); }), std::string("keys.active"));
    }
    void revokingTheActiveKeyNeedsASuccessor() {
        QVERIFY(put(made("a", KeyState::Active)));
        QCOMPARE(reasonOf([&](auto& w) { return revokeKey(w, m_tenant, "a", std::nullopt, m_now); }),
                 std::string("keys.no_successor"));
        QCOMPARE(stateOf("a"), std::string("active"));
        QVERIFY(put(made("b", KeyState::Next)));
        QCOMPARE(reasonOf([&](auto& w) { return revokeKey(w, m_tenant, "a", std::nullopt, m_now); }), std::string());
        QCOMPARE(stateOf("a"), std::string("revoked"));
        QCOMPARE(stateOf("b"), std::string("active"));
    }
    void aRevokedKeyIsSucceededBySpareWhereNothingWasAhead() {
        QVERIFY(put(made("a", KeyState::Active)));
        const auto done = m_store->write(
            [&](store::Writer& w) { return revokeKey(w, m_tenant, "a", made("spare", KeyState::Next), m_now); });
        QVERIFY(done && done->successor && done->spareInserted);
        QCOMPARE(done->successor->kid, std::string("spare"));
        QCOMPARE(stateOf("spare"), std::string("active"));
    }
    void theNextKeyTakesOverFromARevokedOneAndTheSpareIsPublishedAhead() {
        QVERIFY(put(made("a", KeyState::Active)));
        QVERIFY(put(made("b", KeyState::Next)));
        QVERIFY(m_store->write(
            [&](store::Writer& w) { return revokeKey(w, m_tenant, "a", made("spare", KeyState::Next), m_now); }));
        QCOMPARE(stateOf("b"), std::string("active"));
        QCOMPARE(stateOf("spare"), std::string("next"));
        // A key that signs nothing needs nobody in its place.
        const auto done = m_store->write(
            [&](store::Writer& w) { return revokeKey(w, m_tenant, "spare", made("other", KeyState::Next), m_now); });
        QVERIFY(done && !done->successor && !done->spareInserted);
        QCOMPARE(stateOf("other"), std::string("keys.not_found"));
    }
    void aKeyThatNobodyCanHaveFetchedDoesNotSign() {
        QVERIFY(put(made("a", KeyState::Active, 5000)));
        QVERIFY(put(made("b", KeyState::Next, 599)));
        const auto activate = [&](Guard guard, Time now) {
            return reasonOf([&](auto& w) { return activateKey(w, m_tenant, "b", guard, now); });
        };
        QCOMPARE(activate(Guard::Keep, m_now), std::string("keys.published_too_recently"));
        QCOMPARE(stateOf("b"), std::string("next"));
        QCOMPARE(activate(Guard::Keep, m_now - Seconds(86400)), std::string("keys.published_too_recently"));
        QCOMPARE(activate(Guard::Keep, m_now + Seconds(1)), std::string());
        QVERIFY(put(made("c", KeyState::Next)));
        QCOMPARE(reasonOf([&](auto& w) { return activateKey(w, m_tenant, "c", Guard::Override, m_now); }),
                 std::string());
    }
    void aRotationThatIsRefusedPublishesNothing() {
        QVERIFY(put(made("a", KeyState::Active, 5000)));
        QCOMPARE(reasonOf([&](auto& w) { return rotateKeys(w, made("b", KeyState::Next), Guard::Keep, m_now); }),
                 std::string("keys.published_too_recently"));
        QCOMPARE(stateOf("b"), std::string("keys.not_found"));
        QCOMPARE(stateOf("a"), std::string("active"));
    }
    void ofTwoRotationsAtOnceTheSecondIsRefused() {
        QVERIFY(put(made("a", KeyState::Active, 5000)));
        QVERIFY(put(made("b", KeyState::Next, 5000)));
        QCOMPARE(reasonOf([&](auto& w) { return rotateKeys(w, made("c", KeyState::Next), Guard::Keep, m_now); }),
                 std::string());
        QCOMPARE(reasonOf([&](auto& w) { return rotateKeys(w, made("d", KeyState::Next), Guard::Keep, m_now); }),
                 std::string("keys.published_too_recently"));
        QCOMPARE(stateOf("b"), std::string("active"));
        QCOMPARE(stateOf("c"), std::string("next"));
    }
    void algorithmsDoNotReplaceEachOther() {
        QVERIFY(put(made("a", KeyState::Active)));
        NewSigningKey other = made("r", KeyState::Next);
        other.info.alg = "RS256";
        QVERIFY(put(other));
        QCOMPARE(reasonOf([&](auto& w) { return activateKey(w, m_tenant, "r", Guard::Override, m_now); }),
                 std::string());
        QCOMPARE(stateOf("a"), std::string("active"));
        QCOMPARE(stateOf("r"), std::string("active"));
        // Nor do they succeed each other.
        QVERIFY(put(made("b", KeyState::Next)));
        QCOMPARE(reasonOf([&](auto& w) { return revokeKey(w, m_tenant, "r", std::nullopt, m_now); }),
                 std::string("keys.no_successor"));
    }
    void aPlanIsKeptAndForgottenWithTheActivation() {
        QVERIFY(put(made("a", KeyState::Active, 5000)));
        QVERIFY(put(made("b", KeyState::Next, 5000)));
        QVERIFY(m_store->write([&](store::Writer& w) { return planActivation(w, m_tenant, "b", m_now + Seconds(5)); }));
        const auto planned = m_store->read([&](store::Reader& r) { return findKey(r, m_tenant, "b"); });
        QVERIFY(planned->activateAt == m_now + Seconds(5));
        QCOMPARE(reasonOf([&](auto& w) { return activateKey(w, m_tenant, "b", Guard::Keep, m_now); }), std::string());
        QVERIFY(!m_store->read([&](store::Reader& r) { return findKey(r, m_tenant, "b"); })->activateAt);
        QCOMPARE(reasonOf([&](auto& w) { return planActivation(w, m_tenant, "b", m_now); }),
                 std::string("keys.not_next"));
    }
    void timesAheadOfTheClockAreTakenBack() {
        QVERIFY(put(made("a", KeyState::Active, -5000)));
        QVERIFY(put(made("b", KeyState::Next, 10)));
        QVERIFY(m_store->write([&](store::Writer& w) { return correctTimes(w, m_tenant, m_now); }));
        const auto keys = m_store->read([&](store::Reader& r) { return listKeys(r, m_tenant); }).value();
        QVERIFY(keys[0].kid == "a" && keys[0].createdAt == m_now);
        QVERIFY(keys[1].createdAt == m_now - Seconds(10));
    }
    void theLongestLifeIsRememberedAndNeverLowered() {
        QVERIFY(put(made("a", KeyState::Active, 100)));
        for (const Seconds life : {Seconds(86400), Seconds(60)}) {
            QVERIFY(m_store->write([&](store::Writer& w) { return rememberLife(w, m_tenant, life); }));
        }
        QCOMPARE(reasonOf([&](auto& w) { return rotateKeys(w, made("b", KeyState::Next), Guard::Override, m_now); }),
                 std::string());
        const auto due = [&](Time now) {
            return m_store->write([&](store::Writer& w) { return retireDue(w, m_tenant, Seconds(60), now); })->size();
        };
        QCOMPARE(due(m_now + Seconds(86399)), std::size_t(0));
        QCOMPARE(due(m_now + Seconds(86400)), std::size_t(1));
    }
    void aRetiredKeyDoesNotComeBack() {
        QVERIFY(put(made("x", KeyState::Retired)));
        QCOMPARE(reasonOf([&](auto& w) { return retireKey(w, m_tenant, "x", m_now); }), std::string());
        QCOMPARE(stateOf("x"), std::string("retired"));
        QCOMPARE(reasonOf([&](auto& w) { return revokeKey(w, m_tenant, "x", std::nullopt, m_now); }), std::string());
        QCOMPARE(reasonOf([&](auto& w) { return retireKey(w, m_tenant, "x", m_now); }), std::string());
        QCOMPARE(stateOf("x"), std::string("revoked"));
    }
    void retiringKeysAreRetiredOnceTheirTokensHaveExpired() {
        QVERIFY(put(made("a", KeyState::Active, 100)));
        QCOMPARE(reasonOf([&](auto& w) { return rotateKeys(w, made("b", KeyState::Next), Guard::Override, m_now); }),
                 std::string());
        const auto due = [&](Time now) {
            return m_store->write([&](store::Writer& w) { return retireDue(w, m_tenant, Seconds(300), now); })->size();
        };
        QCOMPARE(due(m_now + Seconds(299)), std::size_t(0));
        QCOMPARE(stateOf("a"), std::string("retiring"));
        QCOMPARE(due(m_now + Seconds(300)), std::size_t(1));
        QCOMPARE(stateOf("a"), std::string("retired"));
        QCOMPARE(stateOf("b"), std::string("active"));
    }
    void aKeyIsShownWithoutItsPrivateHalf() {
        const json::Object shown = toJson(made("a", KeyState::Next).info);
        QCOMPARE(shown.size(), std::size_t(9));
        QVERIFY(json::stringMember(shown, "state") == "next");
        QVERIFY(shown.at("activatedAt").is_null());
        QVERIFY(json::write(shown).find("sealed") == std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestSigningKeys)
#include "tst_signing_keys.moc"
