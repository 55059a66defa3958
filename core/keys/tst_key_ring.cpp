// SPDX-License-Identifier: Apache-2.0
#include <QTemporaryDir>
#include <QTest>

#include "jose/jws.h"
#include "keys/key_ring.h"

using namespace gatehouse;
using namespace gatehouse::keys;

class TestKeyRing : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<KeyRing> m_ring;
    int m_file = 0;
    const Time m_now = fromMillis(1'700'000'000'000);
    const TenantId m_acme{"acme-id"};
    const TenantId m_evil{"evil-id"};
    const std::string m_master = std::string(32, 'm');

    /// This module sits beside tenants and knows only the name of its table.
    static std::vector<store::Migration> allMigrations() {
        std::vector<store::Migration> steps{
            {"tenants", 1, "CREATE TABLE tenants (id TEXT NOT NULL PRIMARY KEY) {table};"}};
        steps.insert(steps.end(), migrations().begin(), migrations().end());
        return steps;
    }
    Status addTenant(const TenantId& id) {
        return m_store->write([&](store::Writer& writer) -> Status {
            TRY(added, writer.execute("INSERT INTO tenants (id) VALUES ($1)", {id.text()}));
            (void)added;
            return {};
        });
    }
    Status addKeys(const TenantId& id) {
        TRY(made, m_ring->generate(id, m_now));
        return m_store->write([&](store::Writer& writer) { return m_ring->insert(writer, made); });
    }
    Result<std::unique_ptr<KeyRing>> reopen(const std::string& master) {
        return KeyRing::open(*m_store, *MasterKey::fromBytes(master), m_now);
    }
    template <class F>
    auto change(const TenantId& tenant, F&& f) {
        return m_store->write([&](store::Writer& writer) {
            m_ring->forgetAfterCommit(writer, tenant);
            return f(writer);
        });
    }
    std::string sign(const TenantId& tenant) {
        const auto key = m_ring->signingKey(tenant);
        return *jose::signCompact({{"kid", (*key)->kid}}, "{}", (*key)->key, (*key)->algorithm);
    }
    bool proves(const TenantId& tenant, const std::string& token) {
        const auto keys = m_ring->verificationKeys(tenant);
        jose::VerifyPolicy policy;
        policy.algorithms = {crypto::Signature::ES256};
        return keys && jose::verifyCompact(token, **keys, policy).has_value();
    }

private slots:
    void init() {
        store::Options options;
        options.file = (m_dir.path() + "/" + QString::number(++m_file) + ".db").toStdString();
        m_store = *store::openSqlite(options);
        QVERIFY(m_store->migrate(allMigrations()));
        QVERIFY(addTenant(platformTenant()));
        auto opened = reopen(m_master);
        QVERIFY(opened);
        m_ring = *std::move(opened);
        for (const TenantId& tenant : {m_acme, m_evil}) {
            QVERIFY(addTenant(tenant));
            QVERIFY(addKeys(tenant));
        }
    }
    void cleanup() {
        m_store.reset();
        m_ring.reset();
    }

    void aWrongMasterKeyIsRefusedAtStart() {
        const auto opened = reopen(std::string(32, 'x'));
        QVERIFY(!opened);
        QCOMPARE(opened.error().reason, std::string("master_key.wrong"));
    }
    void everythingOpensAgainAfterARestart() {
        const auto sealer = m_ring->sealerFor(m_acme);
        QVERIFY(sealer);
        const store::Place place{"t", "r", "c"};
        const Bytes sealed = sealer->seal(place, "hello");
        const auto again = reopen(m_master);
        QVERIFY(again);
        QCOMPARE(*(*again)->sealerFor(m_acme)->open(place, sealed), Bytes("hello"));
        QCOMPARE((*again)->sealerFor(m_acme)->lookupHash("d", "v"), sealer->lookupHash("d", "v"));
        QCOMPARE((*(*again)->signingKey(m_acme))->kid, (*m_ring->signingKey(m_acme))->kid);
    }
    void thePlatformHasKeysOfItsOwn() {
        QVERIFY(m_ring->sealerFor(platformTenant()));
        const auto platform = m_ring->signingKey(platformTenant());
        QVERIFY(platform);
        QVERIFY((*platform)->kid != (*m_ring->signingKey(m_acme))->kid);
        QVERIFY(reopen(m_master));
        QCOMPARE((*reopen(m_master).value()->signingKey(platformTenant()))->kid, (*platform)->kid);
    }
    void oneTenantsKeyOpensAndProvesNothingOfAnother() {
        const store::Place place{"t", "r", "c"};
        const Bytes sealed = m_ring->sealerFor(m_acme)->seal(place, "hello");
        QVERIFY(!m_ring->sealerFor(m_evil)->open(place, sealed));
        const std::string token = sign(m_acme);
        QVERIFY(proves(m_acme, token));
        QVERIFY(!proves(m_evil, token));
        QVERIFY(!proves(platformTenant(), token));
    }
    void aStolenWrapDoesNotOpenForAnotherTenant() {
        const auto moved = change(m_evil, [&](store::Writer& w) {
            return w.execute(
                "UPDATE tenant_keys SET wrapped_kek = (SELECT wrapped_kek FROM tenant_keys WHERE tenant_id = $1) "
                "WHERE tenant_id = $2",
                {m_acme.text(), m_evil.text()});
        });
        QVERIFY(moved);
        QCOMPARE(m_ring->sealerFor(m_evil).error().reason, std::string("master_key.wrong"));
        QVERIFY(m_ring->sealerFor(m_acme));
    }
    void aNewRingHasAnActiveAndANextKey() {
        const auto keys = m_store->read([&](store::Reader& r) { return listKeys(r, m_acme); });
        QVERIFY(keys);
        int active = 0;
        int next = 0;
        for (const KeyInfo& key : *keys) {
            active += key.use == "sig" && key.state == KeyState::Active ? 1 : 0;
            next += key.use == "sig" && key.state == KeyState::Next ? 1 : 0;
        }
        QCOMPARE(active, 1);
        QCOMPARE(next, 1);
        QCOMPARE(keys->size(), std::size_t(3));
        QVERIFY((*m_ring->ring(m_acme))->checkpointKey.has_value());
    }
    void thePublishedSetHoldsPublicHalvesOnly() {
        const auto text = m_ring->publicJwks(m_acme);
        QVERIFY(text);
        const auto set = jose::parseJwkSet(**text);
        QVERIFY(set);
        QCOMPARE(set->keys.size(), std::size_t(2));
        QVERIFY(set->ignored.empty());
        const auto parsed = *json::parseObject(**text);
        for (const json::Value& key : *json::arrayMember(parsed, "keys")) {
            QVERIFY(!key.get_object().contains("d"));
            QVERIFY(json::stringMember(key.get_object(), "alg") == "ES256");
            QVERIFY(json::stringMember(key.get_object(), "use") == "sig");
            QVERIFY(!json::stringMember(key.get_object(), "kid")->empty());
        }
    }
    void theCheckpointKeyIsKeptApartFromTokens() {
        const auto ring = *m_ring->ring(m_acme);
        const auto set = jose::parseJwkSet(ring->checkpointJwks);
        QVERIFY(set);
        QCOMPARE(set->keys.size(), std::size_t(1));
        QVERIFY(set->keys.front().key.type() == crypto::KeyType::Ed25519);
        QVERIFY(ring->jwks.find(ring->checkpointKey->kid) == std::string::npos);
    }
    void noPrivateKeyLiesInTheDatabaseInClear() {
        const Secret der = (*m_ring->signingKey(m_acme))->key.toPkcs8();
        QVERIFY(m_store->read([&](store::Reader& r) {
            return r.query("SELECT private_key FROM signing_keys", {}, [&](const store::Row& row) {
                [&] { QVERIFY(row.blob(0).find(der.reveal().substr(30, 32)) == std::string_view::npos); }();
                return true;
            });
        }));
    }
    void aSealedTenantOpensForNobodyUntilItIsUnsealed() {
        QVERIFY(m_ring->sealerFor(m_acme));
        QVERIFY(m_store->write([&](store::Writer& w) { return m_ring->setSealed(w, m_acme, true, m_now); }));
        for (const std::string& reason :
             {m_ring->sealerFor(m_acme).error().reason, m_ring->ring(m_acme).error().reason,
              m_ring->signingKey(m_acme).error().reason, m_ring->publicJwks(m_acme).error().reason}) {
            QCOMPARE(reason, std::string("tenant_sealed"));
        }
        QCOMPARE(int(m_ring->sealerFor(m_acme).error().code), int(Code::Unavailable));
        QVERIFY(m_ring->sealerFor(m_evil));
        QVERIFY(m_store->write([&](store::Writer& w) { return m_ring->setSealed(w, m_acme, false, m_now); }));
        QVERIFY(m_ring->sealerFor(m_acme));
    }
    void anUnknownTenantHasNoKeys() {
        QCOMPARE(m_ring->sealerFor(TenantId("ghost")).error().reason, std::string("keys.not_found"));
        const Status sealed =
            m_store->write([&](store::Writer& w) { return m_ring->setSealed(w, TenantId("ghost"), true, m_now); });
        QCOMPARE(sealed.error().reason, std::string("keys.not_found"));
    }
    void keysAreInsertedOnce() { QCOMPARE(addKeys(m_acme).error().reason, std::string("keys.exists")); }
    void aDeletedTenantsKeysAreGone() {
        QVERIFY(change(
            m_acme, [&](store::Writer& w) { return w.execute("DELETE FROM tenants WHERE id = $1", {m_acme.text()}); }));
        QCOMPARE(m_ring->sealerFor(m_acme).error().reason, std::string("keys.not_found"));
        QVERIFY(m_store->read([&](store::Reader& r) { return listKeys(r, m_acme); })->empty());
    }
    void tokensOutliveARotationUntilTheirKeyIsRetired() {
        const std::string before = sign(m_acme);
        const std::string oldKid = (*m_ring->signingKey(m_acme))->kid;
        const auto published = *m_ring->publicJwks(m_acme);
        const auto successor = m_ring->generateKey(m_acme, "sig", "ES256", m_now);
        QVERIFY(successor);
        const auto active =
            change(m_acme, [&](store::Writer& w) { return rotateKeys(w, *successor, Guard::Keep, m_now); });
        QVERIFY(active);
        QVERIFY2(published->find(active->kid) != std::string::npos, "the new key was published ahead");
        QCOMPARE((*m_ring->signingKey(m_acme))->kid, active->kid);
        QVERIFY(proves(m_acme, before));
        QVERIFY(proves(m_acme, sign(m_acme)));
        QVERIFY(change(m_acme, [&](store::Writer& w) { return retireKey(w, m_acme, oldKid, m_now); }));
        QVERIFY(!proves(m_acme, before));
        QVERIFY((*m_ring->publicJwks(m_acme))->find(oldKid) == std::string::npos);
    }
    void aRevokedActiveKeyProvesNothingFromThenOn() {
        const std::string token = sign(m_acme);
        const std::string kid = (*m_ring->signingKey(m_acme))->kid;
        QVERIFY(change(m_acme, [&](store::Writer& w) { return revokeKey(w, m_acme, kid, std::nullopt, m_now); }));
        QVERIFY(!proves(m_acme, token));
        QVERIFY((*m_ring->signingKey(m_acme))->kid != kid);
    }
    void oneKeyOfEachAlgorithmSignsAtATime() {
        const std::string before = (*m_ring->signingKey(m_acme))->kid;
        for (const crypto::Signature algorithm : tokenAlgorithms()) {
            if (algorithm == crypto::Signature::ES256) {
                continue;
            }
            QCOMPARE(m_ring->signingKey(m_acme, algorithm).error().reason, std::string("keys.algorithm_missing"));
            const auto made = m_ring->generateKey(m_acme, "sig", jose::signatureName(algorithm), m_now);
            QVERIFY(made);
            QVERIFY(change(m_acme, [&](store::Writer& w) { return insertKey(w, *made); }));
            QVERIFY2(!m_ring->signingKey(m_acme, algorithm), "a next key does not sign");
            QVERIFY(change(m_acme, [&](store::Writer& w) {
                return activateKey(w, m_acme, made->info.kid, Guard::Override, m_now);
            }));
            QVERIFY((*m_ring->signingKey(m_acme, algorithm))->algorithm == algorithm);
        }
        const auto ring = *m_ring->ring(m_acme);
        QCOMPARE(ring->active.size(), std::size_t(4));
        QCOMPARE((*m_ring->signingKey(m_acme))->kid, before);
        QVERIFY(ring->active.front().algorithm == crypto::Signature::ES256);
        QVERIFY(ring->active.back().algorithm == crypto::Signature::RS256);
        QVERIFY(!m_ring->signingKey(m_evil, crypto::Signature::RS256));
    }
    void eachKeyProvesItsOwnAlgorithmAlone() {
        // One RSA key of the ring, both RSA algorithms: only what it was published for counts.
        const auto made = m_ring->generateKey(m_acme, "sig", "PS256", m_now);
        QVERIFY(change(m_acme, [&](store::Writer& w) { return insertKey(w, *made); }));
        QVERIFY(change(
            m_acme, [&](store::Writer& w) { return activateKey(w, m_acme, made->info.kid, Guard::Override, m_now); }));
        const auto key = *m_ring->signingKey(m_acme, crypto::Signature::PS256);
        const auto ring = *m_ring->ring(m_acme);
        const jose::VerifyPolicy policy{tokenAlgorithms(), {}};
        const auto right = jose::signCompact({{"kid", key->kid}}, "{}", key->key, crypto::Signature::PS256);
        QVERIFY(jose::verifyCompact(*right, ring->verification, policy));
        const auto wrong = jose::signCompact({{"kid", key->kid}}, "{}", key->key, crypto::Signature::RS256);
        QCOMPARE(jose::verifyCompact(*wrong, ring->verification, policy).error().reason,
                 std::string("jws.alg_refused"));
    }
    void theVersionChangesWithTheSet() {
        const auto before = *m_ring->ring(m_acme);
        QVERIFY(before->publishes(before->active.front().kid));
        QVERIFY(!before->publishes("nobody"));
        const auto made = m_ring->generateKey(m_acme, "sig", "ES256", m_now);
        QVERIFY(change(m_acme, [&](store::Writer& w) { return insertKey(w, *made); }));
        const auto after = *m_ring->ring(m_acme);
        QVERIFY(after->version != before->version);
        QVERIFY(after->kids.find(made->info.kid) != std::string::npos);
        QVERIFY(after->publishes(made->info.kid) && !before->publishes(made->info.kid));
    }
    void aKeyForAnUnknownUseIsRefused() {
        QCOMPARE(m_ring->generateKey(m_acme, "mac", "ES256", m_now).error().reason,
                 std::string("keys.use_unsupported"));
        QCOMPARE(m_ring->generateKey(m_acme, "audit", "ES256", m_now).error().reason,
                 std::string("keys.algorithm_unsupported"));
        QCOMPARE(m_ring->generateKey(m_acme, "sig", "ES384", m_now).error().reason,
                 std::string("keys.algorithm_unsupported"));
    }
    void theHolderOfAKeyIsNotDisturbedByARotation() {
        const auto held = *m_ring->signingKey(m_acme);
        const auto successor = m_ring->generateKey(m_acme, "sig", "ES256", m_now);
        QVERIFY(change(m_acme, [&](store::Writer& w) { return rotateKeys(w, *successor, Guard::Keep, m_now); }));
        QVERIFY(held->key.sign(held->algorithm, "still works"));
    }
};

QTEST_GUILESS_MAIN(TestKeyRing)
#include "tst_key_ring.moc"
