// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include <atomic>
#include <thread>

#include "crypto/hash.h"
#include "sessions/consents.h"
#include "sessions/sessions.h"
#include "tests/support/test_store.h"

using namespace gatehouse;
using test::TestStore;

namespace {

constexpr Time kNow = TestStore::kNow;
const UserId kAnn("ann");
const UserId kBob("bob");
const AppId kPortal("portal");
const AppId kShop("shop");

} // namespace

class TestConsents : public QObject {
    Q_OBJECT
    template <class F>
    auto write(F&& f) {
        return (*m_store)->write(std::forward<F>(f));
    }
    template <class F>
    auto read(F&& f) {
        return (*m_store)->read(std::forward<F>(f));
    }

private slots:
    void init() { m_store = std::make_unique<TestStore>(sessions::migrations()); }

    void nothingIsAllowedBeforeSomebodySaysSo() {
        QVERIFY(!find(kAnn, kPortal));
        give(kAnn, kPortal, {"openid"});
        QVERIFY(find(kAnn, kPortal));
        QVERIFY(!find(kBob, kPortal));
        QVERIFY(!find(kAnn, kShop));
    }

    void aConsentGrowsAndKeepsItsId() {
        const sessions::Consent first = give(kAnn, kPortal, {"openid", "email"});
        const sessions::Consent second = give(kAnn, kPortal, {"email", "groups"}, {"given_name"});
        QCOMPARE(second.id, first.id);
        QCOMPARE(second.scopes, (std::vector<std::string>{"openid", "email", "groups"}));
        QCOMPARE(find(kAnn, kPortal)->claims, (std::vector<std::string>{"given_name"}));
    }

    void itCoversWhatItHoldsAndNothingMore() {
        const sessions::Consent consent = give(kAnn, kPortal, {"openid", "email"}, {"given_name"});
        QVERIFY(sessions::covers(consent, {"email"}, {}));
        QVERIFY(sessions::covers(consent, {}, {"given_name"}));
        QVERIFY(!sessions::covers(consent, {"email", "groups"}, {}));
        QVERIFY(!sessions::covers(consent, {"email"}, {"family_name"}));
        QVERIFY(!sessions::covers(consent, {"e"}, {}));
    }

    void withdrawingEndsTheGrantsOfThatPersonAndAppAlone() {
        const sessions::Consent consent = give(kAnn, kPortal, {"openid"});
        family("anns", kAnn, kPortal);
        family("anns-at-the-shop", kAnn, kShop);
        family("bobs", kBob, kPortal);
        const auto ended =
            write([&](store::Writer& writer) { return sessions::withdrawConsent(writer, tenant(), consent.id, kNow); });
        QCOMPARE(ended.value(), std::int64_t(1));
        QVERIFY(isRevoked("anns"));
        QVERIFY(!isRevoked("anns-at-the-shop"));
        QVERIFY(!isRevoked("bobs"));
        QVERIFY(!find(kAnn, kPortal));
    }

    void whatIsNotThereCannotBeWithdrawn() {
        const auto ended =
            write([&](store::Writer& writer) { return sessions::withdrawConsent(writer, tenant(), "x", kNow); });
        QCOMPARE(ended.error().reason, std::string("consents.not_found"));
        const sessions::Consent consent = give(kAnn, kPortal, {"openid"});
        const auto elsewhere = write([&](store::Writer& writer) {
            return sessions::withdrawConsent(writer, TenantId("other"), consent.id, kNow);
        });
        QCOMPARE(elsewhere.error().reason, std::string("consents.not_found"));
    }

    void listsGoPageByPageAndByPersonOrApp() {
        for (const UserId& user : {kAnn, kBob}) {
            for (const AppId& app : {kPortal, kShop}) {
                give(user, app, {"openid"});
            }
        }
        const auto list = [&](std::optional<UserId> user, std::optional<AppId> app, const std::string& cursor) {
            return read([&](store::Reader& reader) {
                       return sessions::listConsents(reader, tenant(), user, app, cursor, 3);
                   })
                .value();
        };
        const sessions::ConsentPage first = list({}, {}, "");
        QCOMPARE(first.items.size(), std::size_t(3));
        QCOMPARE(list({}, {}, first.nextCursor.value()).items.size(), std::size_t(1));
        QCOMPARE(list(kAnn, {}, "").items.size(), std::size_t(2));
        QCOMPARE(list({}, kShop, "").items.size(), std::size_t(2));
        QCOMPARE(list(kAnn, kShop, "").items.size(), std::size_t(1));
        QVERIFY(write([&](store::Writer& writer) { return sessions::forgetConsentsOf(writer, tenant(), kAnn); }));
        QVERIFY(write([&](store::Writer& writer) { return sessions::forgetConsentsOfApp(writer, tenant(), kShop); }));
        QCOMPARE(list({}, {}, "").items.size(), std::size_t(1));
    }

    void aQuestionIsFoundUntilItExpires() {
        ask("t-1");
        const auto found = asked("t-1", kNow + Seconds(599));
        QVERIFY(found);
        QCOMPARE(found->request, std::string("{}"));
        QCOMPARE(found->session.text(), std::string("s1"));
        QVERIFY(!asked("t-1", kNow + Seconds(600)));
        QVERIFY(!asked("t-2", kNow));
        QVERIFY(write([&](store::Writer& writer) { return sessions::purge(writer, kNow + Seconds(601), Seconds(0)); }));
        QVERIFY(!asked("t-1", kNow));
    }

    void ofSixtyFourAnswersOneCounts() {
        for (int round = 0; round < 20; ++round) {
            const std::string ticket = "t-" + std::to_string(round);
            ask(ticket);
            std::atomic<int> first = 0;
            std::vector<std::thread> crowd;
            for (int i = 0; i < 64; ++i) {
                crowd.emplace_back([&] {
                    const auto taken = write([&](store::Writer& writer) {
                        return sessions::takeAsked(writer, tenant(), crypto::sha256(ticket));
                    });
                    first += taken && *taken ? 1 : 0;
                });
            }
            for (std::thread& each : crowd) {
                each.join();
            }
            QCOMPARE(first.load(), 1);
        }
    }

private:
    [[nodiscard]] const TenantId& tenant() const { return m_store->acme().id; }
    std::optional<sessions::Consent> find(const UserId& user, const AppId& app) {
        return read([&](store::Reader& reader) { return sessions::findConsent(reader, tenant(), user, app); }).value();
    }
    sessions::Consent give(const UserId& user, const AppId& app, const std::vector<std::string>& scopes,
                           const std::vector<std::string>& claims = {}) {
        return write([&](store::Writer& writer) {
                   return sessions::giveConsent(writer, tenant(), user, app, scopes, claims, kNow);
               })
            .value();
    }
    void family(const char* id, const UserId& user, const AppId& app) {
        sessions::Family family;
        family.id = id;
        family.issuerTenant = tenant();
        family.app = app;
        family.user = user;
        family.session = SessionId("s1");
        family.createdAt = kNow;
        family.expiresAt = kNow + Seconds(1000);
        QVERIFY(write([&](store::Writer& writer) { return sessions::putFamily(writer, tenant(), family); }));
    }
    bool isRevoked(const char* id) {
        return read([&](store::Reader& reader) { return sessions::findFamily(reader, tenant(), id); })
            ->revokedAt.has_value();
    }
    void ask(const std::string& ticket) {
        QVERIFY(write([&](store::Writer& writer) {
            return sessions::askConsent(writer, m_store->sealer(), crypto::sha256(ticket),
                                        {SessionId("s1"), "{}", kNow + Seconds(600)});
        }));
    }
    std::optional<sessions::AskedConsent> asked(const std::string& ticket, Time now) {
        return read([&](store::Reader& reader) {
                   return sessions::findAsked(reader, m_store->sealer(), crypto::sha256(ticket), now);
               })
            .value();
    }

    std::unique_ptr<TestStore> m_store;
};

QTEST_GUILESS_MAIN(TestConsents)
#include "tst_consents.moc"
