// SPDX-License-Identifier: Apache-2.0
#include "limits.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "crypto/hash.h"
#include "crypto/keys.h"
#include "store/store.h"
#include "wire.h"

namespace gatehouse::bench {
namespace {

double perSecond(const std::function<void()>& work) {
    using Clock = std::chrono::steady_clock;
    long count = 0;
    const Clock::time_point begun = Clock::now();
    Clock::time_point now = begun;
    while (now - begun < std::chrono::milliseconds(800)) {
        work();
        ++count;
        now = Clock::now();
    }
    return double(count) / std::chrono::duration<double>(now - begun).count();
}

// A store with a log and a table of tokens, filled as it is after some days: what a token operation writes, in rows of
// the size and with keys of the order that the broker's have, and nothing else that the broker does.
class CommitProbe {
public:
    explicit CommitProbe(const std::filesystem::path& folder)
        : m_file(folder / "commit-probe")
        , m_store(store::openSqlite({m_file}).value()) {
        const std::vector<store::Migration> schema = {
            {"probe", 1,
             "CREATE TABLE log(id INTEGER PRIMARY KEY, text TEXT) {heap};"
             "CREATE TABLE tokens(hash BLOB PRIMARY KEY, family TEXT, successor BLOB) {table}"}};
        check(m_store->migrate(schema));
        check(m_store->write([&](store::Writer& writer) -> Status {
            for (int i = 0; i < kFilled; ++i) {
                ENSURE(insert(writer, key(i, std::to_string(i))));
            }
            return {};
        }));
    }
    ~CommitProbe() {
        m_store.reset();
        for (const char* ending : {"", "-wal", "-shm"}) {
            std::filesystem::remove(m_file.string() + ending);
        }
    }
    CommitProbe(const CommitProbe&) = delete;
    CommitProbe& operator=(const CommitProbe&) = delete;

    // Transactions a second, from as many threads as the load has connections.
    double perSecond(Needs::Commit kind) {
        constexpr int kThreads = 32;
        std::atomic<long> count = 0;
        std::vector<std::jthread> threads;
        const auto begun = std::chrono::steady_clock::now();
        for (int i = 0; i < kThreads; ++i) {
            threads.emplace_back([&, token = key(i, std::to_string(i))]() mutable {
                while (std::chrono::steady_clock::now() - begun < std::chrono::milliseconds(800)) {
                    const Bytes next = key(kFilled + count, token);
                    check(m_store->write([&](store::Writer& writer) -> Status {
                        if (kind == Needs::Commit::Rotation) {
                            ENSURE(writer.execute("UPDATE tokens SET successor = $1 WHERE hash = $2",
                                                  {store::Arg::blob(m_successor), store::Arg::blob(token)}));
                            ENSURE(insert(writer, next));
                        }
                        return writer.execute("INSERT INTO log(text) VALUES ($1)", {m_text}).map([](std::int64_t) {});
                    }));
                    token = next;
                    ++count;
                }
            });
        }
        threads.clear();
        return double(count) / std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    }

private:
    static constexpr int kFilled = 20'000;
    // Six octets that grow, then what no one can guess: as of a token.
    static Bytes key(long order, std::string_view token) {
        Bytes out;
        for (int shift = 40; shift >= 0; shift -= 8) {
            out.push_back(char(order >> shift & 255));
        }
        return out + crypto::sha256(token);
    }
    static Status insert(store::Writer& writer, const Bytes& hash) {
        return writer
            .execute(
                "INSERT INTO tokens(hash, family) VALUES ($1, $2) ON CONFLICT DO NOTHING",
                {store::Arg::blob(hash), "01a1fdfa-4600-72bb-813b-c2e03f6f50f1/01a1fdfa-4600-72bb-813b-c2e03f6f50f2"})
            .map([](std::int64_t) {});
    }
    static void check(const Status& done) {
        if (!done) {
            giveUp("the commit probe: " + done.error().reason + " " + done.error().detail);
        }
    }
    std::filesystem::path m_file;
    std::unique_ptr<store::Store> m_store;
    const std::string m_text = std::string(850, 't'); ///< a record of a refresh with its hashes
    const std::string m_successor = std::string(77, 's');
};

} // namespace

double rawRate(const Limits& limits, double answers, const Needs& needs) {
    const double cores = std::max(1U, std::thread::hardware_concurrency());
    double seconds = 1 / answers + needs.signatures / (limits.signatures * cores) +
                     needs.verifications / (limits.verifications * cores);
    if (needs.commit != Needs::Commit::None) {
        seconds += 1 / (needs.commit == Needs::Commit::Append ? limits.appends : limits.rotations);
    }
    return 1 / seconds;
}

Limits measureLimits(const std::filesystem::path& folder) {
    Limits out;
    const auto key = crypto::PrivateKey::generate(crypto::KeyType::EcP256).value();
    const auto publicKey = key.publicKey();
    const std::string message(600, 'm');
    const std::string signature = key.sign(crypto::Signature::ES256, message).value();
    out.signatures = perSecond([&] { (void)key.sign(crypto::Signature::ES256, message); });
    out.verifications = perSecond([&] { (void)publicKey.verify(crypto::Signature::ES256, message, signature); });

    CommitProbe commits(folder);
    out.appends = commits.perSecond(Needs::Commit::Append);
    out.rotations = commits.perSecond(Needs::Commit::Rotation);

    const std::filesystem::path file = folder / "sync-probe";
    const int fd = open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    const std::string page(4096, 'p');
    out.syncs = perSecond([&] {
        if (write(fd, page.data(), page.size()) != ssize_t(page.size()) || fdatasync(fd) != 0) {
            giveUp("cannot write to " + file.string());
        }
    });
    close(fd);
    std::filesystem::remove(file);

    out.processMs = 1000 / perSecond([] {
                        const pid_t child = fork();
                        if (child == 0) {
                            execl("/bin/true", "true", nullptr);
                            _exit(127);
                        }
                        waitpid(child, nullptr, 0);
                    });
    return out;
}

} // namespace gatehouse::bench
