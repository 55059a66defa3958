// SPDX-License-Identifier: Apache-2.0
#include "fill.h"

#include <array>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "audit/audit.h"
#include "audit/event.h"
#include "broker/broker.h"
#include "crypto/hash.h"
#include "store/store.h"
#include "tenants/tenants.h"

namespace gatehouse::bench {

namespace {

constexpr std::int64_t kAtOnce = 20'000;
constexpr std::int64_t kYear = 365LL * 86'400 * 1000;
constexpr std::string_view kId = "00000000-0000-7000-8000-000000000000";
constexpr std::string_view kActor = "11111111-1111-7111-8111-111111111111";
const Time kSomeTime = fromMillis(1'700'000'000'123);

/// One kind of record as its RFC 8785 text, cut where id, actor and time stand.
struct Pattern {
    audit::Record record;
    std::string text;
    std::size_t id = 0;
    std::size_t actor = 0;
    std::size_t time = 0;
};

Pattern patternOf(const char* type, audit::Outcome outcome, const char* reason, json::Object data) {
    Pattern pattern;
    pattern.record.type = type;
    pattern.record.outcome = outcome;
    pattern.record.reason = reason;
    pattern.record.actor = {audit::ActorType::User, std::string(kActor), ""};
    pattern.record.data = std::move(data);
    pattern.text = json::canonical(audit::publicEvent(pattern.record, kId, kSomeTime).event);
    pattern.id = pattern.text.find(kId);
    pattern.actor = pattern.text.find(kActor);
    pattern.time = pattern.text.find(toRfc3339(kSomeTime));
    return pattern;
}

std::vector<Pattern> patterns() {
    using enum audit::Outcome;
    return {patternOf("SSOLoginAttempt", Success, "", {{"app", "portal"}, {"connection", "okta"}}),
            patternOf("SSOLoginSuccess", Success, "", {{"app", "portal"}, {"connection", "okta"}, {"acr", "mfa"}}),
            patternOf("SessionStarted", Success, "", {}),
            patternOf("TokenIssued", Success, "", {{"app", "portal"}, {"grant", "authorization_code"}}),
            patternOf("TokenRefreshed", Success, "", {{"app", "portal"}, {"grant", "refresh_token"}}),
            patternOf("TokenRefreshed", Success, "", {{"app", "crm"}, {"grant", "refresh_token"}}),
            patternOf("SSOLoginFailure", Failure, "mapping_missing_email", {{"app", "portal"}, {"connection", "okta"}}),
            patternOf("RoleAssigned", Success, "", {{"role", "member"}, {"source", "sso"}})};
}

std::string uuidOf(std::string_view shape, std::int64_t number) {
    std::string text(shape);
    char digits[13];
    std::snprintf(digits, sizeof digits, "%012llx", static_cast<unsigned long long>(number));
    return text.replace(24, 12, digits, 12);
}

/// The log as it grows: the next number and the hash it follows.
class Filler {
public:
    Filler(store::Store& store, TenantId tenant, std::int64_t last, Bytes hash, std::int64_t rows)
        : m_store(store)
        , m_tenant(std::move(tenant))
        , m_last(last)
        , m_hash(std::move(hash))
        , m_rows(rows)
        , m_now(toMillis(SystemClock().now())) {}

    Status fill() {
        while (m_last < m_rows) {
            ENSURE(m_store.write([&](store::Writer& writer) -> Status {
                for (std::int64_t i = 0; i < kAtOnce && m_last < m_rows; ++i) {
                    ENSURE(add(writer));
                }
                return {};
            }));
            if (m_last % 1'000'000 < kAtOnce) {
                std::fprintf(stderr, "  %lld records\n", static_cast<long long>(m_last));
            }
        }
        return {};
    }

private:
    Status add(store::Writer& writer) {
        const std::int64_t seq = m_last + 1;
        const Pattern& pattern = m_patterns[std::size_t(seq * 7 + seq / 50) % m_patterns.size()];
        const std::string id = uuidOf(kId, seq);
        const std::string actor = uuidOf(kActor, seq * 31 % 5'000);
        const Time time = fromMillis(m_now - kYear + kYear / m_rows * seq);
        std::string event = pattern.text;
        event.replace(pattern.id, id.size(), id);
        event.replace(pattern.actor, actor.size(), actor);
        const std::string text = toRfc3339(time);
        event.replace(pattern.time, toRfc3339(kSomeTime).size(), text);
        const Bytes hash = audit::chainHash(seq, m_hash, crypto::sha256(event));
        ENSURE(writer.execute(
            "INSERT INTO audit_log (tenant_id, seq, id, time, type, outcome, actor_type, actor_id, target_type, "
            "target_id, flow_id, event, routine, personal, prev_hash, hash) VALUES ($1, $2, $3, $4, $5, $6, 'user', "
            "$7, "
            "'', '', '', $8, $9, NULL, $10, $11)",
            {m_tenant.text(), seq, id, toMillis(time), pattern.record.type, audit::outcomeName(pattern.record.outcome),
             actor, event, audit::isRoutine(pattern.record.type) ? 1 : 0, store::Arg::blob(m_hash),
             store::Arg::blob(hash)}));
        m_hash = hash;
        m_last = seq;
        return {};
    }

    store::Store& m_store;
    const TenantId m_tenant;
    const std::vector<Pattern> m_patterns = patterns();
    std::int64_t m_last;
    Bytes m_hash;
    const std::int64_t m_rows;
    const std::int64_t m_now;
};

/// Lets the broker itself make the directory, its keys and the tenant.
Status makeTenant(const std::filesystem::path& dataDir) {
    broker::Config config;
    config.dataDir = dataDir;
    config.offline = true;
    TRY(broker, broker::Broker::start(std::move(config)));
    const auto dispatch = broker->adminDispatcher();
    const auto made = dispatch({"POST",
                                "/admin/v1/tenants",
                                {{"Content-Type", "application/json"}},
                                "{\"slug\":\"bench\",\"name\":\"Ten million records\"}"});
    broker->stop();
    return made.status == 201 || made.status == 409 ? Status()
                                                    : Status(fail(Code::Internal, "bench.tenant", made.body));
}

constexpr std::array<std::string_view, 2> kIndexes{
    "CREATE INDEX IF NOT EXISTS audit_log_actor ON audit_log (tenant_id, actor_id, seq) WHERE actor_id <> ''",
    "CREATE INDEX IF NOT EXISTS audit_log_type ON audit_log (tenant_id, type, seq) WHERE routine = 0"};

} // namespace

Status fillLog(const std::filesystem::path& dataDir, std::int64_t rows) {
    std::filesystem::create_directories(dataDir);
    std::filesystem::permissions(dataDir, std::filesystem::perms::owner_all);
    ENSURE(makeTenant(dataDir));
    TRY(store, store::openSqlite({.file = dataDir / "gatehouse.db"}));
    TRY(tenant, store->read([](store::Reader& reader) { return tenants::findTenantBySlug(reader, "bench"); }));
    Bytes hash;
    std::int64_t last = 0;
    ENSURE(store->read([&](store::Reader& reader) {
        return reader.query("SELECT seq, hash FROM audit_log WHERE tenant_id = $1 ORDER BY seq DESC LIMIT 1",
                            {tenant.id.text()}, [&](const store::Row& row) {
                                last = row.integer(0);
                                hash = row.blob(1);
                                return false;
                            });
    }));
    if (last >= rows) {
        return {};
    }
    if (last == 0) {
        hash = audit::genesisHash(tenant.id, tenant.createdAt);
    }
    // Filling an index row by row takes longer than building it from all of them.
    ENSURE(store->write([](store::Writer& writer) -> Status {
        ENSURE(writer.execute("DROP INDEX IF EXISTS audit_log_actor", {}));
        ENSURE(writer.execute("DROP INDEX IF EXISTS audit_log_type", {}));
        return {};
    }));
    ENSURE(Filler(*store, tenant.id, last, hash, rows).fill());
    return store->write([](store::Writer& writer) -> Status {
        for (const std::string_view index : kIndexes) {
            ENSURE(writer.execute(index, {}));
        }
        return {};
    });
}

} // namespace gatehouse::bench
