// SPDX-License-Identifier: Apache-2.0
// Kills, full disks and failing system calls. This program's own fdatasync and pwrite64 stand in for the C library's,
// so that the n-th call can be made to fail; they also keep the test quick, for a killed process loses nothing that was
// written.
#include <QtTest>

#include <QTemporaryDir>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <random>
#include <set>
#include <thread>

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/store.h"

using namespace gatehouse;
using namespace gatehouse::store;

namespace {

/// Counts down to the call that fails; 0 when nothing is armed.
struct Fault {
    std::atomic<int> callsLeft = 0;
    std::atomic<int> cause = 0;
    std::atomic<bool> fired = false;

    void arm(int call, int with) {
        fired = false;
        cause = with;
        callsLeft = call;
    }
    void disarm() { callsLeft = 0; }
    bool strikes() {
        if (callsLeft.load() > 0 && callsLeft.fetch_sub(1) == 1) {
            fired = true;
            errno = cause;
            return true;
        }
        return false;
    }
};
Fault g_sync;
Fault g_write;

} // namespace

extern "C" int fdatasync(int) {
    return g_sync.strikes() ? -1 : 0;
}
extern "C" ssize_t pwrite64(int descriptor, const void* bytes, size_t count, off64_t offset) {
    return g_write.strikes() ? -1 : ssize_t(::syscall(SYS_pwrite64, descriptor, bytes, count, offset));
}

namespace {

constexpr std::string_view kInsert = "INSERT INTO rows (id, half, payload) VALUES ($1, $2, $3)";
const std::vector<Migration> kSchema = {
    {"test", 1,
     "CREATE TABLE rows (id INTEGER NOT NULL, half INTEGER NOT NULL, payload TEXT, PRIMARY KEY (id, half)) {table}"}};

std::unique_ptr<Store> openIn(const std::filesystem::path& folder) {
    auto opened = openSqlite({.file = folder / "gatehouse.db", .readers = 2, .maxBatch = 8});
    if (!opened || !(*opened)->migrate(kSchema)) {
        return nullptr;
    }
    return std::move(*opened);
}

// Two rows in one transaction: either both are there or neither.
Status insertPair(Store& store, std::int64_t id, std::string_view payload = "x") {
    return store.write([&](Writer& writer) -> Status {
        ENSURE(writer.execute(kInsert, {id, 0, payload}));
        ENSURE(writer.execute(kInsert, {id, 1, payload}));
        return {};
    });
}

struct Content {
    std::set<std::int64_t> ids;
    bool whole = true; ///< every pair is complete
};

Content contentOf(Store& store) {
    Content content;
    std::map<std::int64_t, int> halves;
    const Status read = store.read([&](Reader& reader) -> Status {
        return reader.query("SELECT id FROM rows", {}, [&](const Row& row) {
            ++halves[row.integer(0)];
            return true;
        });
    });
    content.whole = bool(read);
    for (const auto& [id, count] : halves) {
        content.ids.insert(id);
        content.whole = content.whole && count == 2;
    }
    return content;
}

bool holdsAll(const Content& content, const std::vector<std::int64_t>& acknowledged) {
    return content.whole && std::all_of(acknowledged.begin(), acknowledged.end(),
                                        [&](std::int64_t id) { return content.ids.contains(id); });
}

std::string reasonOf(const Status& status) {
    return status ? "ok" : status.error().reason;
}

// The child: writes until it is killed, and reports what was acknowledged.
[[noreturn]] void writeForever(const std::filesystem::path& folder, std::int64_t base, int pipe) {
    const auto store = openIn(folder);
    if (!store) {
        ::_exit(3);
    }
    std::vector<std::thread> threads;
    threads.reserve(4);
    for (int thread = 0; thread < 4; ++thread) {
        threads.emplace_back([&, thread] {
            for (std::int64_t i = 0;; ++i) {
                const std::int64_t id = base + i * 4 + thread;
                if (!insertPair(*store, id) || ::write(pipe, &id, sizeof id) != sizeof id) {
                    ::_exit(4);
                }
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    ::_exit(5);
}

// The child: fills the disk up to a limit, sees refusals, gets space back. Its exit code says what went wrong.
int fillTheDisk(const std::filesystem::path& folder) {
    std::signal(SIGXFSZ, SIG_IGN);
    const auto store = openIn(folder);
    if (!store || !insertPair(*store, 0)) {
        return 10;
    }
    const rlimit full{std::size_t(store->sizeOnDisk()) + 100 * 1024, RLIM_INFINITY};
    ::setrlimit(RLIMIT_FSIZE, &full);
    const std::string payload(8000, 'p');
    std::vector<std::int64_t> acknowledged{0};
    int refused = 0;
    for (std::int64_t id = 1; refused < 5 && id < 1000; ++id) {
        const Status status = insertPair(*store, id, payload);
        if (status) {
            acknowledged.push_back(id);
        } else if (status.error().reason == "store.full" && status.error().code == Code::Unavailable) {
            ++refused;
        } else {
            return 11;
        }
    }
    if (refused < 5 || acknowledged.size() < 2 || !holdsAll(contentOf(*store), acknowledged)) {
        return 12;
    }
    const rlimit free{RLIM_INFINITY, RLIM_INFINITY};
    ::setrlimit(RLIMIT_FSIZE, &free);
    if (!insertPair(*store, 5000, payload)) {
        return 13;
    }
    acknowledged.push_back(5000);
    const Content content = contentOf(*store);
    return holdsAll(content, acknowledged) && content.ids.size() == acknowledged.size() && store->verify() ? 0 : 14;
}

/// This program again, in the role named: a fresh process, for a fork of one with threads is fit for exec alone.
pid_t spawnRole(const std::vector<std::string>& role) {
    std::string self = "/proc/self/exe";
    std::vector<char*> arguments{self.data()};
    std::vector<std::string> words = role;
    for (std::string& word : words) {
        arguments.push_back(word.data());
    }
    arguments.push_back(nullptr);
    pid_t child = -1;
    return ::posix_spawn(&child, self.c_str(), nullptr, nullptr, arguments.data(), environ) == 0 ? child : -1;
}

} // namespace

class TestSqliteCrash : public QObject {
    Q_OBJECT

    // Fails the n-th call for every n until no call is left to fail.
    void failEach(Fault& fault, int cause, const std::string& reason, bool stopsWriting) {
        int n = 1;
        for (;; ++n) {
            const QTemporaryDir folder;
            auto store = openIn(folder.path().toStdString());
            QVERIFY(store);
            std::vector<std::int64_t> acknowledged;
            fault.arm(n, cause);
            bool failed = false;
            for (std::int64_t id = 0; id < 6; ++id) {
                const Status status = insertPair(*store, id, std::string(5000, 'p'));
                if (status) {
                    acknowledged.push_back(id);
                    QVERIFY2(!failed || !stopsWriting, "accepted after a failure");
                } else {
                    QCOMPARE(reasonOf(status), failed ? "store.unavailable" : reason);
                    QVERIFY(status.error().code == Code::Unavailable);
                    failed = stopsWriting;
                }
            }
            fault.disarm();
            QVERIFY(holdsAll(contentOf(*store), acknowledged)); // reading goes on
            store.reset();
            store = openIn(folder.path().toStdString());
            QVERIFY(store);
            QVERIFY(holdsAll(contentOf(*store), acknowledged));
            QVERIFY(store->verify());
            QVERIFY(insertPair(*store, 100));
            if (!fault.fired) {
                break;
            }
        }
        QVERIFY(n > 6); // every commit was hit at least once
    }

private slots:
    void acknowledgedWritesSurviveKill() {
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.path().toStdString();
        std::mt19937 random(20261121); // NOLINT(bugprone-random-generator-seed): the same kills each time
        std::vector<std::int64_t> acknowledged;
        for (int round = 0; round < 25; ++round) {
            int ends[2];
            QCOMPARE(::pipe(ends), 0);
            QCOMPARE(::fcntl(ends[0], F_SETFD, FD_CLOEXEC), 0);
            const pid_t child = spawnRole({"write-forever", path.string(),
                                           std::to_string(std::int64_t(round) * 1000000), std::to_string(ends[1])});
            QVERIFY(child > 0);
            ::close(ends[1]);
            const std::size_t before = acknowledged.size();
            const std::size_t enough = before + 1 + random() % 400;
            std::int64_t id = 0;
            while (::read(ends[0], &id, sizeof id) == sizeof id) {
                acknowledged.push_back(id);
                if (acknowledged.size() == enough) {
                    ::kill(child, SIGKILL);
                }
            }
            ::close(ends[0]);
            int status = 0;
            QCOMPARE(::waitpid(child, &status, 0), child);
            QVERIFY2(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL, "the child ended by itself");
            QVERIFY(acknowledged.size() >= enough);
            if (round % 5 == 4) {
                const auto store = openIn(path);
                QVERIFY(store);
                QVERIFY(holdsAll(contentOf(*store), acknowledged));
                QVERIFY(store->verify());
            }
        }
    }
    void fullDiskRefusesAndRecovers() {
        const QTemporaryDir folder;
        const pid_t child = spawnRole({"fill-the-disk", folder.path().toStdString()});
        QVERIFY(child > 0);
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QVERIFY(WIFEXITED(status));
        QCOMPARE(WEXITSTATUS(status), 0);
    }
    void everyWriteThatFindsNoSpaceIsRefusedAndRecovers() { failEach(g_write, ENOSPC, "store.full", false); }
    void everyWriteThatFailsStopsTheWriter() { failEach(g_write, EIO, "store.unavailable", true); }
    void everySyncThatFailsStopsTheWriter() { failEach(g_sync, EIO, "store.unavailable", true); }
};

int main(int argc, char** argv) {
    const std::vector<std::string> words(argv + 1, argv + argc);
    if (words.size() == 4 && words[0] == "write-forever") {
        writeForever(words[1], std::stoll(words[2]), std::stoi(words[3]));
    }
    if (words.size() == 2 && words[0] == "fill-the-disk") {
        return fillTheDisk(words[1]);
    }
    QCoreApplication app(argc, argv);
    TestSqliteCrash test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_sqlite_crash.moc"
