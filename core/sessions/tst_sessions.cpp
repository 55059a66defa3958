// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include <thread>

#include "crypto/hash.h"
#include "sessions/sessions.h"
#include "tests/support/test_store.h"

using namespace gatehouse;
using test::TestStore;

namespace {

constexpr Time kNow = TestStore::kNow;

sessions::Session sessionOf(const char* id, const char* user) {
    sessions::Session session;
    session.id = SessionId(id);
    session.user = UserId(user);
    session.connection = ConnectionId("c1");
    session.connectionName = "company";
    session.amr = {"pwd", "otp"};
    session.authTime = session.createdAt = session.lastSeen = kNow;
    session.expiresAt = kNow + Seconds(3600);
    session.idleExpiresAt = kNow + Seconds(600);
    session.ip = "192.0.2.7";
    return session;
}

sessions::AuthorizationCode codeOf(const char* family, const char* session) {
    sessions::AuthorizationCode code;
    code.family = {
        family, TenantId("t"),        AppId("a1"), UserId("u1"), SessionId(session), {"openid", "email"}, "n",
        kNow,   kNow + Seconds(1000), {}};
    code.redirectUri = "https://app.example/cb";
    code.expiresAt = kNow + Seconds(60);
    return code;
}

/// Remembers "session: app app" of each that ended, or refuses.
class Heard final : public sessions::Endings {
public:
    Status ended(store::Writer&, const TenantId&, const std::vector<sessions::Ended>& ended) override {
        for (const sessions::Ended& each : ended) {
            QString line = QString::fromStdString(each.session.text() + ":");
            for (const sessions::Participant& app : each.apps) {
                line += QString::fromStdString(" " + app.app.text());
            }
            lines << line;
        }
        return refuses ? Status(fail(Code::Unavailable, "test.refused")) : Status();
    }
    QStringList lines;
    bool refuses = false;
};

} // namespace

class TestSessions : public QObject {
    Q_OBJECT
    template <class F>
    auto write(F&& f) {
        return (*m_store)->write(std::forward<F>(f));
    }
private slots:
    void init() {
        m_store = std::make_unique<TestStore>(sessions::migrations());
        m_heard = {};
    }

    void whatMayBeUsedOnceIs() {
        const auto spend = [&](const TenantId& of, const char* kind, const char* name) {
            return write([&](store::Writer& writer) {
                       return sessions::spendOnce(writer, of, kind, name, kNow + Seconds(60));
                   })
                .value();
        };
        QVERIFY(spend(tenant(), "assertion", "j-1"));
        QVERIFY(!spend(tenant(), "assertion", "j-1"));
        QVERIFY(spend(tenant(), "assertion", "j-2"));
        QVERIFY(spend(tenant(), "request", "j-1"));
        QVERIFY(spend(platformTenant(), "assertion", "j-1"));
        QVERIFY(write([&](store::Writer& writer) { return sessions::purge(writer, kNow + Seconds(61), Seconds(0)); }));
        QVERIFY(spend(tenant(), "assertion", "j-1"));
    }
    void aFamilyRemembersItsKey() {
        sessions::AuthorizationCode code = codeOf("f1", "s1");
        code.jkt = "wanted";
        const Bytes hash = crypto::sha256("code");
        QVERIFY(write([&](store::Writer& writer) { return sessions::putCode(writer, tenant(), hash, code); }));
        const auto redeemed =
            write([&](store::Writer& writer) { return sessions::redeemCode(writer, tenant(), hash, kNow); });
        QCOMPARE(redeemed->code.jkt, std::string("wanted"));
        QCOMPARE(redeemed->code.family.jkt, std::string());
        QVERIFY(write([&](store::Writer& writer) { return sessions::bindFamily(writer, tenant(), "f1", "key"); }));
        const auto family =
            (*m_store)->read([&](store::Reader& reader) { return sessions::findFamily(reader, tenant(), "f1"); });
        QCOMPARE(family->jkt, std::string("key"));
    }
    void aSessionIsFoundByItsCookieAlone() {
        open("s1", "cookie-1");
        QVERIFY(byCookie("cookie-1", kNow));
        QCOMPARE(byCookie("cookie-1", kNow)->ip, std::string("192.0.2.7"));
        QCOMPARE(byCookie("cookie-1", kNow)->amr, (std::vector<std::string>{"pwd", "otp"}));
        QVERIFY(!byCookie("cookie-2", kNow));
    }
    void aSessionOfAnotherTenantIsNotFound() {
        open("s1", "cookie-1");
        const auto evil = TestStore::sealerFor(m_store->evil());
        const auto found = (*m_store)->read([&](store::Reader& reader) {
            return sessions::findByCookie(reader, evil, crypto::sha256("cookie-1"), kNow);
        });
        QVERIFY(found.has_value() && !found->has_value());
    }
    void idleAndAbsoluteEndsAreKept() {
        open("s1", "cookie-1");
        QVERIFY(byCookie("cookie-1", kNow + Seconds(599)));
        QVERIFY(!byCookie("cookie-1", kNow + Seconds(600)));
        QVERIFY(write([&](store::Writer& writer) {
            return sessions::touch(writer, tenant(), SessionId("s1"), kNow + Seconds(500), kNow + Seconds(9999));
        }));
        QVERIFY(byCookie("cookie-1", kNow + Seconds(3599)));
        QVERIFY(!byCookie("cookie-1", kNow + Seconds(3600)));
    }
    void endingASessionRevokesItsFamilies() {
        open("s1", "cookie-1");
        putCode("code-1", codeOf("f1", "s1"));
        QVERIFY(write([&](store::Writer& writer) {
                    return sessions::end(writer, m_heard, tenant(), SessionId("s1"), "logout", kNow);
                }).value());
        QVERIFY(!byCookie("cookie-1", kNow));
        QVERIFY(family("f1").revokedAt.has_value());
        QVERIFY(!write([&](store::Writer& writer) {
                     return sessions::end(writer, m_heard, tenant(), SessionId("s1"), "again", kNow);
                 }).value());
    }
    void endingAllOfAPersonLeavesOthers() {
        open("s1", "cookie-1");
        open("s2", "cookie-2", "u2");
        putCode("code-1", codeOf("f1", "s1"));
        auto theirs = codeOf("f2", "s2");
        theirs.family.user = UserId("u2");
        putCode("code-2", theirs);
        auto withoutSession = codeOf("f3", "");
        putCode("code-3", withoutSession);
        QCOMPARE(write([&](store::Writer& writer) {
                     return sessions::endAllOf(writer, m_heard, tenant(), UserId("u1"), "x", kNow);
                 }).value(),
                 1);
        QVERIFY(!byCookie("cookie-1", kNow));
        QVERIFY(byCookie("cookie-2", kNow));
        QVERIFY(family("f1").revokedAt.has_value());
        QVERIFY(!family("f2").revokedAt.has_value());
        QVERIFY(family("f3").revokedAt.has_value());
    }
    void everyEndIsHeardOnceWithTheAppsOfTheSession() {
        open("s1", "cookie-1");
        open("s2", "cookie-2");
        open("s3", "cookie-3", "u2");
        putCode("code-1", codeOf("f1", "s1"));
        putCode("code-2", codeOf("f2", "s1")); // the same app again
        auto other = codeOf("f3", "s1");
        other.family.app = AppId("a2");
        putCode("code-3", other);
        const auto all = [&] {
            return write([&](store::Writer& writer) {
                       return sessions::endAllOf(writer, m_heard, tenant(), UserId("u1"), "x", kNow);
                   })
                .value();
        };
        QCOMPARE(all(), 2);
        QCOMPARE(m_heard.lines, (QStringList{"s1: a1 a2", "s2:"}));
        QCOMPARE(all(), 0);
        QCOMPARE(m_heard.lines.size(), 2);
        QCOMPARE(write([&](store::Writer& writer) {
                     return sessions::endAllOfConnection(writer, m_heard, tenant(), ConnectionId("c1"), "x", kNow);
                 }).value(),
                 1);
        QCOMPARE(m_heard.lines.back(), QString("s3:"));
    }
    void whatCannotBeHeardDoesNotEnd() {
        open("s1", "cookie-1");
        putCode("code-1", codeOf("f1", "s1"));
        m_heard.refuses = true;
        QVERIFY(!write(
            [&](store::Writer& writer) { return sessions::endAllOfTenant(writer, m_heard, tenant(), "x", kNow); }));
        QVERIFY(byCookie("cookie-1", kNow));
        QVERIFY(!family("f1").revokedAt.has_value());
    }
    void aFilterMeansTheLivingSessionsOfWhichAllOfItIsTrue() {
        open("s1", "cookie-1");
        open("s2", "cookie-2", "u2");
        open("s3", "cookie-3", "u2");
        putCode("code-1", codeOf("f1", "s1"));
        putCode("code-2", codeOf("f2", "s2"));
        const auto found = [&](const sessions::Filter& filter, Time now = kNow) {
            QStringList out;
            const auto living = (*m_store)->read(
                [&](store::Reader& reader) { return sessions::living(reader, m_store->sealer(), filter, now); });
            for (const sessions::Living& each : living.value()) {
                out << QString::fromStdString(each.session.text());
            }
            return out;
        };
        sessions::Filter filter;
        QCOMPARE(found(filter), (QStringList{"s1", "s2", "s3"}));
        QVERIFY(found(filter, kNow + Seconds(601)).isEmpty()); // idle
        filter.user = UserId("u2");
        QCOMPARE(found(filter), (QStringList{"s2", "s3"}));
        filter.app = AppId("a1");
        QCOMPARE(found(filter), QStringList{"s2"});
        (void)write([&](store::Writer& writer) { return sessions::revokeFamily(writer, tenant(), "f2", kNow); });
        QVERIFY(found(filter).isEmpty());
        filter = {};
        filter.connection = ConnectionId("c2");
        QVERIFY(found(filter).isEmpty());
        filter = {};
        filter.address = [](std::string_view ip) { return ip == "192.0.2.7"; };
        QCOMPARE(found(filter).size(), 3);
        filter.address = [](std::string_view) { return false; };
        QVERIFY(found(filter).isEmpty());
        filter = {};
        filter.upstreamSid = "unknown";
        QVERIFY(found(filter).isEmpty());
    }
    void aCodeIsRedeemedOnceWhateverRunsInParallel() {
        for (int round = 0; round < 20; ++round) {
            const std::string code = "code-" + std::to_string(round);
            putCode(code, codeOf(("f-" + std::to_string(round)).c_str(), "s1"));
            std::atomic<int> winners = 0;
            std::atomic<int> reused = 0;
            std::vector<std::thread> threads;
            for (int i = 0; i < 16; ++i) {
                threads.emplace_back([&] {
                    const auto redeemed = write([&](store::Writer& writer) {
                        return sessions::redeemCode(writer, tenant(), crypto::sha256(code), kNow);
                    });
                    winners += redeemed->outcome == sessions::Redeemed::Yes;
                    reused += redeemed->outcome == sessions::Redeemed::Reused;
                });
            }
            for (std::thread& thread : threads) {
                thread.join();
            }
            QCOMPARE(winners.load(), 1);
            QCOMPARE(reused.load(), 15);
        }
    }
    void anUnknownCodeIsUnknown() {
        QCOMPARE(write([&](store::Writer& writer) {
                     return sessions::redeemCode(writer, tenant(), crypto::sha256("x"), kNow);
                 })->outcome,
                 sessions::Redeemed::Unknown);
    }
    void aRefreshTokenIsUsedOnceAndRemembersItsSuccessor() {
        const Bytes hash = crypto::sha256("refresh-1");
        const auto sealer = m_store->sealer();
        putCode("code-of-refresh-1", codeOf("f-refresh", "s1"));
        QVERIFY(write([&](store::Writer& writer) {
            return sessions::putRefresh(writer, tenant(), hash, "f-refresh", 1, kNow + Seconds(99));
        }));
        QVERIFY(write([&](store::Writer& writer) {
                    return sessions::useRefresh(writer, tenant(), hash,
                                                sessions::sealSuccessor(sealer, hash, "refresh-2"), kNow);
                }).value());
        QVERIFY(!write([&](store::Writer& writer) {
                     return sessions::useRefresh(writer, tenant(), hash,
                                                 sessions::sealSuccessor(sealer, hash, "refresh-3"), kNow);
                 }).value());
        const auto found =
            (*m_store)->read([&](store::Reader& reader) { return sessions::findRefresh(reader, sealer, hash); });
        QCOMPARE((*found)->successor, std::string("refresh-2"));
        QCOMPARE((*found)->family.id, std::string("f-refresh"));
        QVERIFY((*found)->usedAt.has_value());
    }
    void purgeKeepsWhatMayStillBeReplayed() {
        putCode("code-1", codeOf("f1", "s1"));
        QCOMPARE(write([&](store::Writer& writer) {
                     return sessions::purge(writer, kNow + Seconds(3600), Seconds(86400));
                 }).value(),
                 0);
        QVERIFY(write([&](store::Writer& writer) {
                    return sessions::purge(writer, kNow + Seconds(200000), Seconds(86400));
                }).value() >= 2);
    }
    void aRevokedTokenIsRevokedForItsTenantOnly() {
        QVERIFY(write([&](store::Writer& writer) {
            return sessions::revokeToken(writer, tenant(), "jti-1", kNow + Seconds(300));
        }));
        const auto revoked = [&](const TenantId& where) {
            return (*m_store)
                ->read([&](store::Reader& reader) { return sessions::isTokenRevoked(reader, where, "jti-1"); })
                .value();
        };
        QVERIFY(revoked(tenant()));
        QVERIFY(!revoked(m_store->evil().id));
    }

private:
    [[nodiscard]] const TenantId& tenant() const { return m_store->acme().id; }
    void open(const char* id, const char* cookie, const char* user = "u1") {
        const auto sealer = m_store->sealer();
        QVERIFY(write([&](store::Writer& writer) {
            return sessions::open(writer, sealer, sessionOf(id, user), crypto::sha256(cookie));
        }));
    }
    std::optional<sessions::Session> byCookie(const char* cookie, Time now) {
        const auto sealer = m_store->sealer();
        return (*m_store)
            ->read([&](store::Reader& reader) {
                return sessions::findByCookie(reader, sealer, crypto::sha256(cookie), now);
            })
            .value();
    }
    void putCode(const std::string& code, const sessions::AuthorizationCode& kept) {
        QVERIFY(write(
            [&](store::Writer& writer) { return sessions::putCode(writer, tenant(), crypto::sha256(code), kept); }));
    }
    sessions::Family family(const char* id) {
        return (*m_store)
            ->read([&](store::Reader& reader) { return sessions::findFamily(reader, tenant(), id); })
            .value();
    }
    std::unique_ptr<TestStore> m_store;
    Heard m_heard;
};

QTEST_GUILESS_MAIN(TestSessions)
#include "tst_sessions.moc"
