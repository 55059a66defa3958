// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "audit/tst_world.h"
#include "saml/keys/saml_keys.h"

using namespace gatehouse;
using gatehouse::keys::KeyState;

class TestSamlKeys : public QObject {
    Q_OBJECT
    std::unique_ptr<audit::test::World> m_world;

    std::shared_ptr<const keys::Ring> ring() {
        return saml::keys::ringForSaml(*m_world->store, *m_world->keys, m_world->acme, m_world->now).value();
    }

private slots:
    void init() { m_world = std::make_unique<audit::test::World>(); }

    void thereAreNoneUntilTheyAreWanted() {
        QVERIFY(m_world->keys->ring(m_world->acme).value()->samlSigning.empty());
        const auto made = ring();
        QCOMPARE(made->samlSigning.size(), std::size_t(2));
        QCOMPARE(made->samlEncryption.size(), std::size_t(1));
        QVERIFY(made->samlSigning[0].state == KeyState::Active);
        QVERIFY(made->samlSigning[1].state == KeyState::Next);
        QVERIFY(made->samlSigning[0].key.has_value());
        QVERIFY(!made->samlSigning[1].key.has_value());
        QVERIFY(made->samlEncryption[0].key.has_value());
        QVERIFY(m_world->keys->ring(m_world->evil).value()->samlSigning.empty());
    }
    void theyStayTheSame() {
        const auto first = ring();
        QCOMPARE(ring()->samlSigning[0].kid, first->samlSigning[0].kid);
        const auto reopened =
            *keys::KeyRing::open(*m_world->store, *keys::MasterKey::fromBytes(std::string(32, 'm')), m_world->now);
        QCOMPARE(reopened->ring(m_world->acme).value()->samlSigning[0].certificate.der,
                 first->samlSigning[0].certificate.der);
    }
    void theCertificateHoldsTheKeyAndLastsForYears() {
        const auto made = ring();
        const keys::SamlKey& own = made->samlSigning[0];
        const auto signature = own.key->sign(crypto::Signature::RS256, "text").value();
        QVERIFY(own.certificate.key.verify(crypto::Signature::RS256, "text", signature));
        QVERIFY(own.certificate.notBefore <= m_world->now);
        QVERIFY(own.certificate.notAfter > m_world->now + std::chrono::hours(9 * 365 * 24));
    }
    void theyAreNotInTheKeySetOfTokens() {
        const std::string before = m_world->keys->ring(m_world->acme).value()->jwks;
        const auto made = ring();
        QCOMPARE(made->jwks, before);
        QCOMPARE(made->active.size(), std::size_t(1));
    }
    void theNextOneTakesOverAndTheFormerStaysPublished() {
        const auto before = ring();
        QVERIFY(m_world->store->write([&](store::Writer& writer) -> Status {
            m_world->keys->forgetAfterCommit(writer, m_world->acme);
            return keys::activateKey(writer, m_world->acme, before->samlSigning[1].kid, keys::Guard::Keep, m_world->now)
                .map([](const keys::KeyInfo&) {});
        }));
        const auto after = ring();
        QCOMPARE(after->samlSigning[0].kid, before->samlSigning[1].kid);
        QVERIFY(after->samlSigning[0].key.has_value());
        QVERIFY(after->samlSigning[1].state == KeyState::Retiring);
        // Only a person knows when the last partner has heard of it.
        const auto retired = m_world->store->write([&](store::Writer& writer) {
            return keys::retireDue(writer, m_world->acme, Seconds(0), m_world->now + std::chrono::hours(24 * 365));
        });
        QVERIFY(retired.value().empty());
    }
    void eachIsInTheLog() {
        (void)ring();
        std::size_t created = 0;
        const auto sealer = m_world->keys->sealerFor(m_world->acme).value();
        QVERIFY(m_world->store->read([&](store::Reader& reader) -> Status {
            audit::Filter filter;
            filter.type = "KeyCreated";
            TRY(page, audit::list(reader, sealer, filter, "", 10));
            created = page.items.size();
            return {};
        }));
        QCOMPARE(created, std::size_t(3));
    }
};

QTEST_GUILESS_MAIN(TestSamlKeys)
#include "tst_saml_keys.moc"
