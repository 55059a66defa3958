// SPDX-License-Identifier: Apache-2.0
// A slow identity provider of one tenant must not stop the others.
#include <QtTest>

#include <condition_variable>
#include <future>
#include <mutex>

#include "http/worker_pool.h"
#include "login/capped_upstream.h"
#include "login/explanation.h"

using namespace gatehouse;
using namespace gatehouse::login;
using namespace std::chrono_literals;

namespace {

const TenantId kAcme("acme");
const TenantId kEvil("evil");
const ConnectionId kOkta("okta");
const ConnectionId kAdfs("adfs");
const ConnectionId kOther("other");
constexpr auto kLong = 30s; // only ever waited for where the test fails

connections::Connection connectionOf(const TenantId& tenant, const ConnectionId& id) {
    connections::Connection connection;
    connection.tenant = tenant;
    connection.id = id;
    return connection;
}

/// An upstream whose evil tenant's provider does not answer before it is let go.
class SilentUpstream final : public Upstream {
public:
    Result<Departure> start(const connections::Connection&, const Trip&) override { return Departure{"https://x"}; }
    Proof finish(const connections::Connection& connection, const Trip&, const http::Parameters&) override {
        if (connection.tenant == kEvil) {
            std::unique_lock lock(m_mutex);
            ++m_inside;
            m_changed.notify_all();
            m_changed.wait(lock, [this] { return m_released; });
        }
        Proof proof;
        proof.identity.emplace();
        return proof;
    }
    std::string logoutUrl(const connections::Connection&, const std::string&, const std::string&) override {
        return "https://x/logout";
    }
    bool waitUntilInside(int count) {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, kLong, [&] { return m_inside >= count; });
    }
    void release() {
        const std::lock_guard lock(m_mutex);
        m_released = true;
        m_changed.notify_all();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    int m_inside = 0;
    bool m_released = false;
};

/// A sign-in's second leg on a worker.
class Leg final : public http::Job {
public:
    Leg(Upstream& upstream, TenantId tenant, ConnectionId connection)
        : m_upstream(upstream)
        , m_connection(connectionOf(tenant, connection)) {}
    void run() noexcept override { m_done.set_value(m_upstream.finish(m_connection, {}, {})); }
    std::future<Proof> result() { return m_done.get_future(); }

private:
    Upstream& m_upstream;
    connections::Connection m_connection;
    std::promise<Proof> m_done;
};

} // namespace

class TestWorkerShares : public QObject {
    Q_OBJECT
private slots:
    void init() { m_now = WorkerShares::Instant(); }

    void anUpstreamHoldsNoMoreThanItsShare() {
        WorkerShares shares({.perTenant = 9, .perUpstream = 2, .patience = 0ms});
        const auto one = shares.hold(kAcme, kOkta);
        const auto two = shares.hold(kAcme, kOkta);
        QVERIFY(one && two);
        const auto three = shares.hold(kAcme, kOkta);
        QCOMPARE(three.error().reason, std::string("upstream.busy"));
        QVERIFY(three.error().code == Code::Unavailable);
        QVERIFY(shares.hold(kAcme, kAdfs));
        QVERIFY(shares.hold(kEvil, kOther));
    }
    void aTenantHoldsNoMoreThanItsShareOverAllItsUpstreams() {
        WorkerShares shares({.perTenant = 2, .perUpstream = 2, .patience = 0ms});
        const auto one = shares.hold(kAcme, kOkta);
        const auto two = shares.hold(kAcme, kAdfs);
        QVERIFY(one && two);
        QVERIFY(!shares.hold(kAcme, kOther));
        QVERIFY(!shares.hold(kAcme, std::nullopt));
        QVERIFY(shares.hold(kEvil, std::nullopt));
    }
    void aShareIsGivenBackOnce() {
        WorkerShares shares({.perTenant = 1, .perUpstream = 1, .patience = 0ms});
        {
            auto one = shares.hold(kAcme, kOkta);
            const WorkerShares::Held moved = *std::move(one);
            QVERIFY(!shares.hold(kAcme, kOkta));
        }
        const auto two = shares.hold(kAcme, kOkta);
        QVERIFY(two);
        QVERIFY(!shares.hold(kAcme, kOkta));
    }
    void whoComesWhileTheUpstreamAnswersWaits() {
        WorkerShares shares({.perTenant = 1, .perUpstream = 1, .patience = kLong}, [this] { return m_now.load(); });
        std::optional<WorkerShares::Held> first(shares.hold(kAcme, kOkta).value());
        auto second = std::async(std::launch::async, [&] { return shares.hold(kAcme, kOkta).has_value(); });
        first.reset();
        QVERIFY(second.get());
    }
    void nobodyWaitsForAnUpstreamThatDoesNotAnswer() {
        WorkerShares shares({.perTenant = 9, .perUpstream = 1, .patience = kLong}, [this] { return m_now.load(); });
        const auto first = shares.hold(kAcme, kOkta);
        advance(kLong);
        // With the patience of half a minute, a wait would show as the test's time-out.
        for (int i = 0; i < 1000; ++i) {
            QVERIFY(!shares.hold(kAcme, kOkta));
        }
    }
    void aSlowUpstreamGetsLessUntilItAnswersQuickly() {
        WorkerShares shares({.perTenant = 99, .perUpstream = 8, .patience = kLong}, [this] { return m_now.load(); });
        std::vector<WorkerShares::Held> held;
        for (int i = 0; i < 8; ++i) {
            held.push_back(shares.hold(kAcme, kOkta).value());
        }
        advance(kLong);
        QVERIFY(!shares.hold(kAcme, kOkta));
        held.clear();
        held.push_back(shares.hold(kAcme, kOkta).value());
        held.push_back(shares.hold(kAcme, kOkta).value());
        QVERIFY(!shares.hold(kAcme, kOkta)); // a quarter of eight
        held.back().answered();
        held.clear();
        for (int i = 0; i < 8; ++i) {
            held.push_back(shares.hold(kAcme, kOkta).value());
        }
    }
    // Four workers, eight people of evil's at a provider that never answers: acme's person gets through meanwhile.
    void anotherTenantsLoginCompletesWhileAProviderNeverAnswers() {
        WorkerShares shares({.perTenant = 3, .perUpstream = 2, .patience = 0ms});
        SilentUpstream silent;
        CappedUpstream upstream(silent, shares);
        http::WorkerPool pool(4, 100);
        std::vector<std::future<Proof>> stuck;
        for (int i = 0; i < 8; ++i) {
            const auto leg = std::make_shared<Leg>(upstream, kEvil, kOther);
            stuck.push_back(leg->result());
            QVERIFY(pool.submit(leg));
        }
        const bool inside = silent.waitUntilInside(2);
        const auto leg = std::make_shared<Leg>(upstream, kAcme, kOkta);
        auto done = leg->result();
        const bool submitted = pool.submit(leg);
        const bool through = submitted && done.wait_for(kLong) == std::future_status::ready;
        silent.release(); // before any judgement, so that a failure does not hang
        QVERIFY(inside);
        QVERIFY(through);
        QVERIFY(done.get().identity);
        int refused = 0;
        for (auto& each : stuck) {
            const Proof proof = each.get();
            if (!proof.identity) {
                QCOMPARE(proof.error.value().reason, std::string("upstream.busy"));
                ++refused;
            }
        }
        QVERIFY(refused >= 1 && refused <= 6);
    }
    void peopleAreToldToComeAgain() {
        const Explanation& why = explain("upstream.busy");
        QCOMPARE(why.status, 503);
        QVERIFY(why.cureBy == web::CureBy::Wait);
        web::ErrorPage page;
        page.status = why.status;
        page.cureBy = why.cureBy;
        QVERIFY(web::errorPage(page).headers.get("Retry-After"));
        page.status = 502;
        QVERIFY(!web::errorPage(page).headers.get("Retry-After"));
    }

private:
    void advance(std::chrono::milliseconds by) { m_now = m_now.load() + by; }
    std::atomic<WorkerShares::Instant> m_now;
};

QTEST_GUILESS_MAIN(TestWorkerShares)
#include "tst_worker_shares.moc"
