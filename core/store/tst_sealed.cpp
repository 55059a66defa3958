// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "store/sealed.h"

using namespace gatehouse;
using namespace gatehouse::store;

namespace {

Secret dataKey(char fill = 'k') {
    return Secret(std::string(32, fill));
}

} // namespace

class TestSealed : public QObject {
    Q_OBJECT
    const Sealer m_sealer{TenantId("acme"), dataKey()};
    const Place m_place{"users", "row-1", "email"};

    void refused(const Sealer& sealer, const Place& place, BytesView sealed) {
        const auto opened = sealer.open(place, sealed);
        QVERIFY(!opened);
        QCOMPARE(opened.error().reason, std::string("store.unseal_failed"));
    }
private slots:
    void whatIsSealedOpensInItsPlace() {
        for (const Bytes& value : {Bytes(), Bytes("ada@acme.example"), Bytes(5000, '\0')}) {
            const Bytes sealed = m_sealer.seal(m_place, value);
            QCOMPARE(sealed.size(), 1 + 12 + value.size() + 16);
            QCOMPARE(m_sealer.open(m_place, sealed).value(), value);
        }
        const Sealer again(TenantId("acme"), dataKey());
        QCOMPARE(again.open(m_place, m_sealer.seal(m_place, "x")).value(), Bytes("x"));
    }
    void equalValuesAreSealedDifferently() { QVERIFY(m_sealer.seal(m_place, "x") != m_sealer.seal(m_place, "x")); }
    void valueMovedElsewhereDoesNotOpen() {
        const Bytes sealed = m_sealer.seal(m_place, "x");
        refused(m_sealer, {"users", "row-2", "email"}, sealed);
        refused(m_sealer, {"users", "row-1", "phone"}, sealed);
        refused(m_sealer, {"links", "row-1", "email"}, sealed);
        refused(Sealer(TenantId("evil"), dataKey()), m_place, sealed);
        refused(Sealer(TenantId("acme"), dataKey('j')), m_place, sealed);
    }
    void partsThatRunTogetherDoNotOpen() {
        const Bytes sealed = m_sealer.seal({"ab", "c", "d"}, "x");
        refused(m_sealer, {"a", "bc", "d"}, sealed);
        refused(m_sealer, {"ab", "", "cd"}, sealed);
        refused(m_sealer, {"abc", "", "d"}, sealed);
        refused(Sealer(TenantId("acm"), dataKey()), {"eab", "c", "d"}, sealed);
    }
    void everyFlippedBitIsRefused() {
        const Bytes sealed = m_sealer.seal(m_place, "a secret");
        for (std::size_t bit = 0; bit < sealed.size() * 8; ++bit) {
            Bytes changed = sealed;
            changed[bit / 8] = char(changed[bit / 8] ^ (1 << (bit % 8)));
            refused(m_sealer, m_place, changed);
        }
    }
    void everyCutIsRefused() {
        const Bytes sealed = m_sealer.seal(m_place, "a secret");
        for (std::size_t length = 0; length < sealed.size(); ++length) {
            refused(m_sealer, m_place, BytesView(sealed).substr(0, length));
        }
        refused(m_sealer, m_place, sealed + '\0');
    }
    void lookupHashesMatchInsideOneTenantAndDomainOnly() {
        const Bytes hash = m_sealer.lookupHash("email", "ada@acme.example");
        QCOMPARE(hash.size(), std::size_t(32));
        QCOMPARE(Sealer(TenantId("acme"), dataKey()).lookupHash("email", "ada@acme.example"), hash);
        QVERIFY(m_sealer.lookupHash("email", "eve@acme.example") != hash);
        QVERIFY(m_sealer.lookupHash("phone", "ada@acme.example") != hash);
        QVERIFY(m_sealer.lookupHash("emaila", "da@acme.example") != hash);
        QVERIFY(Sealer(TenantId("evil"), dataKey()).lookupHash("email", "ada@acme.example") != hash);
        QVERIFY(Sealer(TenantId("acme"), dataKey('j')).lookupHash("email", "ada@acme.example") != hash);
    }
};

QTEST_GUILESS_MAIN(TestSealed)
#include "tst_sealed.moc"
