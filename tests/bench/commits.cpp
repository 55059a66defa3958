// SPDX-License-Identifier: Apache-2.0
#include "commits.h"

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "audit/audit.h"
#include "crypto/hash.h"
#include "sessions/sessions.h"
#include "store/store.h"
#include "tenants/tenants.h"
#include "wire.h"

namespace gatehouse::bench {
namespace {

constexpr int kThreads = 32;
constexpr int kFilled = 20'000; ///< tokens

void check(const Status& done) {
    if (!done) {
        giveUp("the commit probe: " + done.error().reason + " " + done.error().detail);
    }
}

// Six octets that grow, then what no one can guess: as of a token.
Bytes key(long order, std::string_view token) {
    Bytes out;
    for (int shift = 40; shift >= 0; shift -= 8) {
        out.push_back(char(order >> shift & 255));
    }
    return out + crypto::sha256(token);
}

Bytes filledKey(int number) {
    return key(number, std::to_string(number));
}

/// A store that is gone with the probe.
class Probe {
public:
    Probe(const std::filesystem::path& folder, const std::vector<store::Migration>& schema,
          const std::function<Status(store::Writer&)>& fill)
        : m_file(folder / "commit-probe")
        , m_store(store::openSqlite({m_file}).value()) {
        check(m_store->migrate(schema));
        check(m_store->write(fill));
    }
    ~Probe() {
        m_store.reset();
        for (const char* ending : {"", "-wal", "-shm"}) {
            std::filesystem::remove(m_file.string() + ending);
        }
    }
    Probe(const Probe&) = delete;
    Probe& operator=(const Probe&) = delete;

    /// One transaction of a thread: it uses up `token` and keeps `next`, or does neither.
    using Transaction = std::function<Status(store::Writer&, int thread, const Bytes& token, const Bytes& next)>;
    double perSecond(const Transaction& transaction) {
        std::atomic<long> count = 0;
        std::vector<std::jthread> threads;
        const auto begun = std::chrono::steady_clock::now();
        for (int i = 0; i < kThreads; ++i) {
            threads.emplace_back([&, i, token = filledKey(kFilled - kThreads + i)]() mutable {
                while (std::chrono::steady_clock::now() - begun < std::chrono::milliseconds(800)) {
                    Bytes next = key(kFilled + count, token);
                    check(m_store->write([&](store::Writer& writer) { return transaction(writer, i, token, next); }));
                    token = std::move(next);
                    ++count;
                }
            });
        }
        threads.clear();
        return double(count) / std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    }

private:
    std::filesystem::path m_file;
    std::unique_ptr<store::Store> m_store;
};

/// The rows of one tenant, as the broker has them.
class OurRows {
public:
    OurRows() {
        for (int i = 0; i < kThreads; ++i) {
            m_families.push_back(family(i));
            m_records.push_back(audit::prepare(m_sealer, recordOf(m_families.back()), m_now));
        }
    }
    static std::vector<store::Migration> schema() {
        std::vector<store::Migration> steps = tenants::migrations();
        for (const auto& more : {audit::migrations(), sessions::migrations()}) {
            steps.insert(steps.end(), more.begin(), more.end());
        }
        return steps;
    }
    Status fill(store::Writer& writer) const {
        ENSURE(writer.execute("INSERT INTO tenants (id, slug, name, kind, status, settings, created_at, updated_at, "
                              "version) VALUES ($1, 'acme', 'Acme', 'production', 'active', '{}', $2, $2, 1)",
                              {m_sealer.tenant().text(), toMillis(m_now)}));
        for (const sessions::Family& each : m_families) {
            ENSURE(sessions::putFamily(writer, m_sealer.tenant(), each));
        }
        for (int i = 0; i < kFilled; ++i) {
            ENSURE(keep(writer, i % kThreads, filledKey(i)));
        }
        return {};
    }
    Status record(store::Writer& writer, int thread) const {
        return audit::append(writer, m_records[std::size_t(thread)]);
    }
    Status rotate(store::Writer& writer, int thread, const Bytes& token, const Bytes& next) const {
        ENSURE(sessions::useRefresh(writer, m_sealer.tenant(), token, m_successor, m_now));
        ENSURE(keep(writer, thread, next));
        ENSURE(sessions::noteRefresh(writer, m_sealer.tenant(), m_families[std::size_t(thread)].id, m_now));
        return record(writer, thread);
    }

private:
    static std::string id(char kind, int number) {
        return "01a1fdfa-4600-72bb-813b-c2e03f6f" + std::string(1, kind) + std::to_string(100 + number);
    }
    sessions::Family family(int number) const {
        sessions::Family out;
        out.id = id('1', number);
        out.issuerTenant = m_sealer.tenant();
        out.app = AppId(id('2', 0));
        out.user = UserId(id('3', number));
        out.session = SessionId(id('4', number));
        out.scopes = {"openid", "email", "profile", "offline_access"};
        out.createdAt = m_now;
        out.expiresAt = m_now + Seconds(86400);
        return out;
    }
    static audit::Record recordOf(const sessions::Family& family) {
        audit::Record out;
        out.type = "TokenRefreshed";
        out.actor = {audit::ActorType::Service, family.app.text(), {}};
        out.target = {"user", family.user.text(), {}};
        out.ip = "127.0.0.1";
        out.data = {{"app", "portal"}, {"session", family.session.text()}, {"family", family.id}};
        return out;
    }
    Status keep(store::Writer& writer, int thread, const Bytes& token) const {
        const sessions::Family& of = m_families[std::size_t(thread)];
        return sessions::putRefresh(writer, m_sealer.tenant(), token, of.id, 1, of.expiresAt);
    }

    const Time m_now = fromMillis(1'790'000'000'000);
    const store::Sealer m_sealer{TenantId(id('0', 0)), Secret(Bytes(32, 'k'))};
    const Bytes m_successor = Bytes(77, 's');
    std::vector<sessions::Family> m_families;
    std::vector<audit::Prepared> m_records; ///< one for each family
};

Status insertPlain(store::Writer& writer, const Bytes& token) {
    return writer
        .execute("INSERT INTO tokens(hash, family) VALUES ($1, $2)",
                 {store::Arg::blob(token), "01a1fdfa-4600-72bb-813b-c2e03f6f50f1/01a1fdfa-4600-72bb-813b-c2e03f6f50f2"})
        .map([](std::int64_t) {});
}

Status recordPlain(store::Writer& writer) {
    static const std::string text(850, 't'); // a record of a refresh with its hashes
    return writer.execute("INSERT INTO log(text) VALUES ($1)", {text}).map([](std::int64_t) {});
}

Status rotatePlain(store::Writer& writer, const Bytes& token, const Bytes& next) {
    static const Bytes successor(77, 's');
    ENSURE(writer.execute("UPDATE tokens SET successor = $1 WHERE hash = $2",
                          {store::Arg::blob(successor), store::Arg::blob(token)}));
    ENSURE(insertPlain(writer, next));
    return recordPlain(writer);
}

} // namespace

Commits commitsOfOurRows(const std::filesystem::path& folder) {
    const OurRows rows;
    Probe probe(folder, OurRows::schema(), [&](store::Writer& writer) { return rows.fill(writer); });
    Commits out;
    out.records = probe.perSecond(
        [&](store::Writer& writer, int thread, const Bytes&, const Bytes&) { return rows.record(writer, thread); });
    out.rotations = probe.perSecond([&](store::Writer& writer, int thread, const Bytes& token, const Bytes& next) {
        return rows.rotate(writer, thread, token, next);
    });
    return out;
}

Commits commitsOfPlainRows(const std::filesystem::path& folder) {
    Probe probe(folder,
                {{"probe", 1,
                  "CREATE TABLE log(id INTEGER PRIMARY KEY, text TEXT) {heap};"
                  "CREATE TABLE tokens(hash BLOB PRIMARY KEY, family TEXT, successor BLOB) {table}"}},
                [](store::Writer& writer) -> Status {
                    for (int i = 0; i < kFilled; ++i) {
                        ENSURE(insertPlain(writer, filledKey(i)));
                    }
                    return {};
                });
    Commits out;
    out.records =
        probe.perSecond([](store::Writer& writer, int, const Bytes&, const Bytes&) { return recordPlain(writer); });
    out.rotations = probe.perSecond([](store::Writer& writer, int, const Bytes& token, const Bytes& next) {
        return rotatePlain(writer, token, next);
    });
    return out;
}

} // namespace gatehouse::bench
