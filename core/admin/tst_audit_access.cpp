// SPDX-License-Identifier: Apache-2.0
#include "admin/tst_world.h"

#include "admin/api/codec.h"

using namespace gatehouse;
using namespace gatehouse::admin;

class TestAuditAccess : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        m_world = std::make_unique<World>();
        m_world->addTenant("acme");
        m_world->addTenant("evil");
        for (int i = 0; i < 40; ++i) {
            m_world->call("POST", "/tenants/acme/users", "{'userName':'u" + std::to_string(i) + "'}");
        }
        m_last = seqs("")[0];
    }
    void cleanupTestCase() { m_world.reset(); }

    void anyPageIsReadByItsNumbers() {
        QCOMPARE(seqs("?before=21&limit=5"), (std::vector<std::int64_t>{20, 19, 18, 17, 16}));
        QCOMPARE(seqs("?after=" + std::to_string(m_last - 2)), (std::vector<std::int64_t>{m_last, m_last - 1}));
        QVERIFY(seqs("?before=1").empty());
        QVERIFY(seqs("?after=999999").empty());
    }
    void positionsLeadToEveryPageOfAFilteredView() {
        const Got got = get("/positions?type=UserProvisioned&every=15");
        QVERIFY(knows(got));
        QCOMPARE(got.body.at("count").as_int64(), 40);
        QVERIFY(got.body.at("nextCursor").is_null());
        std::vector<std::int64_t> paged;
        for (const json::Value& start : got.body.at("starts").as_array()) {
            const auto page = seqs("?type=UserProvisioned&limit=15&before=" + std::to_string(start.as_int64() + 1));
            paged.insert(paged.end(), page.begin(), page.end());
        }
        QCOMPARE(paged, seqs("?type=UserProvisioned&limit=500"));
        QCOMPARE(get("/positions?type=!UserProvisioned").body.at("count").as_int64(), m_last - 40);
        QCOMPARE(get("/positions?outcome=!success").body.at("count").as_int64(), 0);
    }
    void theHistogramCountsEverything() {
        const Got got = get("/histogram?from=2026-11-21T00:00:00Z&to=2026-11-22T00:00:00Z&bins=24");
        QCOMPARE(got.status, 200);
        std::int64_t sum = 0;
        for (const json::Value& count : got.body.at("counts").as_array()) {
            sum += count.as_int64();
        }
        QCOMPARE(sum, m_last);
        QCOMPARE(got.body.at("counts").as_array().size(), std::size_t(24));
        QCOMPARE(get("/histogram").body.at("counts").as_array().size(), std::size_t(60));
    }
    void wrongQuestionsAreRefused() {
        for (const char* query :
             {"?before=x", "?before=-1", "?after=-5", "?outcome=!", "?outcome=maybe", "/positions?every=0",
              "/positions?every=501", "/positions?outcome=!maybe", "/histogram?bins=0", "/histogram?bins=501",
              "/histogram?from=yesterday", "/histogram?from=2026-11-22T00:00:00Z&to=2026-11-21T00:00:00Z"}) {
            const Got got = get(query);
            QVERIFY2(got.status == 400 && got.code() == "parameter_invalid", query);
        }
        const Got foreign = get("/positions?cursor=5.x");
        QVERIFY2(foreign.code() == "audit_cursor", foreign.text.c_str());
        QCOMPARE(get("/positions?sort=seq").code(), std::string("parameter_unknown"));
    }
    void anotherTenantsLogIsNotThere() {
        const std::string token = m_world->token("auditor", "evil");
        for (const char* path : {"/positions", "/histogram", "?before=5"}) {
            QCOMPARE(m_world->as(token, "GET", std::string("/tenants/acme/audit") + path).status, 404);
            QCOMPARE(m_world->as(token, "GET", std::string("/tenants/evil/audit") + path).status, 200);
        }
        const std::string helpdesk = m_world->token("helpdesk", "acme");
        QVERIFY(m_world->as(helpdesk, "GET", "/tenants/acme/audit/positions").status >= 403);
    }
    void statisticsAreADayInFiveMinutes() {
        const Got got = m_world->call("GET", "/statistics?hours=2");
        QCOMPARE(got.status, 200);
        QCOMPARE(got.body.at("bins").as_array().size(), std::size_t(24));
        for (const char* bad : {"0", "25", "-1", "x"}) {
            QCOMPARE(m_world->call("GET", std::string("/statistics?hours=") + bad).code(),
                     std::string("parameter_invalid"));
        }
    }

private:
    Got get(const std::string& rest) { return m_world->call("GET", "/tenants/acme/audit" + rest); }
    std::vector<std::int64_t> seqs(const std::string& query) {
        std::vector<std::int64_t> out;
        for (const json::Value& item : get(query).items()) {
            out.push_back(item.at("seq").as_int64());
        }
        return out;
    }
    static bool knows(const Got& got) {
        return api::fromJson<api::AuditPositions>(json::Value(got.body), api::Side::Reply).has_value();
    }

    std::unique_ptr<World> m_world;
    std::int64_t m_last = 0;
};

QTEST_GUILESS_MAIN(TestAuditAccess)
#include "tst_audit_access.moc"
