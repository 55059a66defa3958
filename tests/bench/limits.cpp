// SPDX-License-Identifier: Apache-2.0
#include "limits.h"

#include <algorithm>
#include <chrono>
#include <functional>
#include <string>
#include <thread>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "commits.h"
#include "crypto/keys.h"
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

} // namespace

double rawRate(const Limits& limits, double answers, const Needs& needs) {
    const double cores = std::max(1U, std::thread::hardware_concurrency());
    double seconds = 1 / answers + needs.signatures / (limits.signatures * cores) +
                     needs.verifications / (limits.verifications * cores);
    if (needs.commit != Needs::Commit::None) {
        seconds += 1 / (needs.commit == Needs::Commit::Record ? limits.records : limits.rotations);
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

    const Commits plain = commitsOfPlainRows(folder);
    const Commits ours = commitsOfOurRows(folder);
    out.records = plain.records;
    out.rotations = plain.rotations;
    out.ourRecords = ours.records;
    out.ourRotations = ours.rotations;

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
