// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "provisioning/schema.h"
#include "provisioning/tokens.h"
#include "tests/support/test_store.h"

namespace gatehouse::provisioning {

using test::TestStore;

class TestTokens : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_store = std::make_unique<TestStore>(migrations());
        m_token.id = "t1";
        m_token.name = "directory";
        m_token.connection = "c1";
        m_token.addresses = {"192.0.2.0/24"};
        m_token.createdAt = TestStore::kNow;
        m_token.expiresAt = TestStore::kNow + Seconds(1000);
        QVERIFY(write([&](store::Writer& writer) { return insertToken(writer, m_store->sealer(), m_token, m_text); }));
    }

    void aTokenIsFoundByItsTextInItsTenantAlone() {
        const std::optional<Token> found = byText(m_store->acme(), m_text.reveal());
        QCOMPARE(found->id, std::string("t1"));
        QCOMPARE(found->name, std::string("directory"));
        QCOMPARE(found->connection, std::string("c1"));
        QCOMPARE(found->addresses, m_token.addresses);
        QVERIFY(!byText(m_store->evil(), m_text.reveal()));
        QVERIFY(!byText(m_store->acme(), makeTokenText().reveal()));
    }
    void itsTextIsNowhereInTheStore() {
        QVERIFY((*m_store)->verify());
        bool found = false;
        QVERIFY((*m_store)->read([&](store::Reader& reader) {
            return reader.query("SELECT hash, sealed FROM scim_tokens", {}, [&](const store::Row& row) {
                found = found || row.blob(1).find(m_text.reveal()) != std::string_view::npos ||
                        row.blob(1).find("directory") != std::string_view::npos;
                return true;
            });
        }));
        QVERIFY(!found);
    }
    void onlyWhatLooksLikeOneIsLookedUp() {
        QVERIFY(isTokenText(m_text.reveal()));
        QVERIFY(!isTokenText("ghat_" + std::string(m_text.reveal().substr(7))));
        QVERIFY(!isTokenText(std::string(m_text.reveal()) + "x"));
    }
    void aReplacedTokenEndsEarlierNeverLater() {
        QVERIFY(write([&](store::Writer& writer) {
            return replaceToken(writer, m_store->acme().id, "t1", "t2", TestStore::kNow + Seconds(5000));
        }));
        QCOMPARE(byText(m_store->acme(), m_text.reveal())->expiresAt, m_token.expiresAt);
        QVERIFY(write([&](store::Writer& writer) {
            return replaceToken(writer, m_store->acme().id, "t1", "t2", TestStore::kNow + Seconds(10));
        }));
        QCOMPARE(byText(m_store->acme(), m_text.reveal())->expiresAt, TestStore::kNow + Seconds(10));
        QCOMPARE(byText(m_store->acme(), m_text.reveal())->replacedBy, std::string("t2"));
    }
    void aTokenOfAnotherTenantCannotBeTouched() {
        const Status removed =
            write([&](store::Writer& writer) { return removeToken(writer, m_store->evil().id, "t1"); });
        QCOMPARE(removed.error().reason, std::string("scim_token.not_found"));
        QVERIFY(byText(m_store->acme(), m_text.reveal()));
    }

private:
    template <class F>
    Status write(F&& f) {
        return (*m_store)->write(std::forward<F>(f));
    }
    std::optional<Token> byText(const tenants::Tenant& tenant, std::string_view text) {
        return (*m_store)
            ->read([&](store::Reader& reader) { return findTokenByText(reader, TestStore::sealerFor(tenant), text); })
            .value();
    }
    std::unique_ptr<TestStore> m_store;
    Token m_token;
    const Secret m_text = makeTokenText();
};

} // namespace gatehouse::provisioning

QTEST_GUILESS_MAIN(gatehouse::provisioning::TestTokens)
#include "tst_tokens.moc"
