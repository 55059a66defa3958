// SPDX-License-Identifier: Apache-2.0
#include "limits.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

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

// Transactions of `rows` rows, as long as an audit record, from as many threads as the load has connections.
double commitsPerSecond(const std::filesystem::path& folder, int rows) {
    constexpr int kThreads = 32;
    const std::filesystem::path file = folder / ("commit-probe-" + std::to_string(rows));
    double each = 0;
    {
        const auto store = store::openSqlite({file}).value();
        const std::vector<store::Migration> schema = {
            {"probe", 1, "CREATE TABLE probe(id INTEGER PRIMARY KEY, text TEXT) {heap}"}};
        if (!store->migrate(schema)) {
            giveUp("cannot write to " + file.string());
        }
        const std::string text(300, 't');
        std::atomic<long> count = 0;
        std::vector<std::jthread> threads;
        const auto begun = std::chrono::steady_clock::now();
        for (int i = 0; i < kThreads; ++i) {
            threads.emplace_back([&] {
                while (std::chrono::steady_clock::now() - begun < std::chrono::milliseconds(800)) {
                    const Status done = store->write([&](store::Writer& writer) -> Status {
                        for (int row = 0; row < rows; ++row) {
                            ENSURE(writer.execute("INSERT INTO probe(text) VALUES ($1)", {text}));
                        }
                        return {};
                    });
                    if (!done) {
                        giveUp("cannot commit to " + file.string() + ": " + done.error().detail);
                    }
                    ++count;
                }
            });
        }
        threads.clear();
        each = double(count) / std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    }
    for (const char* ending : {"", "-wal", "-shm"}) {
        std::filesystem::remove(file.string() + ending);
    }
    return each;
}

} // namespace

double rawRate(const Limits& limits, double answers, const Needs& needs) {
    const double cores = std::max(1U, std::thread::hardware_concurrency());
    double seconds = 1 / answers + needs.signatures / (limits.signatures * cores) +
                     needs.verifications / (limits.verifications * cores);
    if (needs.rows > 0) {
        seconds += 1 / (needs.rows == 1 ? limits.commits : limits.commitsOfThree);
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

    out.commits = commitsPerSecond(folder, 1);
    out.commitsOfThree = commitsPerSecond(folder, 3);

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
