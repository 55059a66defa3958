// SPDX-License-Identifier: Apache-2.0
// Whether the time of a secret comparison tells how much of a guess was right (security.md CR-20), by Welch's t-test on
// two classes of guesses, in the manner of dudect (Reparaz, Balasch, Verbauwhede, "Dude, is my code constant time?",
// 2017): one class shares all octets with the secret but the last eight, the other any. A leak shows as |t|
// above 4.5; a comparison that stops at the first difference is measured beside them, and has to show.
#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "apps/app.h"
#include "crypto/hash.h"
#include "oauth/pkce.h"
#include "wire.h"

namespace {

using namespace gatehouse;

constexpr std::size_t kSamples = 1'000'000;
constexpr double kLeak = 4.5;

// Mean and variance without keeping the samples (Welford).
struct Spread {
    double count = 0, mean = 0, squares = 0;
    void add(double value) {
        ++count;
        const double delta = value - mean;
        mean += delta / count;
        squares += delta * (value - mean);
    }
    [[nodiscard]] double variance() const { return squares / (count - 1); }
};

double tValue(const Spread& a, const Spread& b) {
    return (a.mean - b.mean) / std::sqrt(a.variance() / a.count + b.variance() / b.count);
}

// What came of one comparison many times over.
using Compare = std::function<bool(const std::string& guess)>;

struct Subject {
    const char* name;
    std::string secret;
    Compare compare;
    bool leaks = false; ///< the one that has to show
};

double measure(const Subject& subject, std::mt19937_64& random) {
    using Clock = std::chrono::steady_clock;
    std::vector<double> times(kSamples);
    std::vector<char> isNear(kSamples); // not bool: setting a bit takes a branch
    std::string guess = subject.secret;
    bool any = false;
    for (std::size_t i = 0; i < kSamples; ++i) {
        // Both classes are made by the same steps in one buffer, done with before the clock is read: any octets, and
        // the secret's own up to the last eight. Never the secret itself.
        const auto near = char(random() & 1);
        isNear[i] = near;
        std::uint64_t bits = random();
        for (std::size_t at = 0; at + 1 < guess.size(); ++at) {
            const auto free = char((near ^ 1) | char(at + 9 > guess.size()));
            guess[at] = char(subject.secret[at] ^ (char(bits & 1) & free));
            bits = (bits >> 1) | (bits << 63);
        }
        guess.back() = char(subject.secret.back() ^ 1);
        std::atomic_thread_fence(std::memory_order_seq_cst);
        const auto begun = Clock::now();
        any |= subject.compare(guess);
        times[i] = double((Clock::now() - begun).count());
    }
    if (any) {
        bench::giveUp(std::string(subject.name) + " took a wrong guess");
    }
    // What the machine did in between (interrupts, another process) is not the comparison's: the slowest twentieth
    // goes.
    std::vector<double> sorted = times;
    std::nth_element(sorted.begin(), sorted.begin() + std::ptrdiff_t(kSamples * 95 / 100), sorted.end());
    const double cut = sorted[kSamples * 95 / 100];
    std::array<Spread, 2> classes;
    for (std::size_t i = 0; i < kSamples; ++i) {
        if (times[i] <= cut) {
            classes[isNear[i] ? 1 : 0].add(times[i]);
        }
    }
    return tValue(classes[0], classes[1]);
}

std::vector<Subject> subjects() {
    std::vector<Subject> out;
    const auto add = [&](const char* name, const std::string& secret, Compare compare, bool leaks = false) {
        out.push_back({name, secret, std::move(compare), leaks});
    };
    const std::string secret = "ghcs_" + std::string(43, 'q');
    apps::App app;
    app.secrets.push_back({crypto::sha256(secret), std::nullopt});
    add("client secret", secret, [app](const std::string& guess) { return apps::secretMatches(app, guess, Time()); });

    const std::string challenge = base64UrlEncode(crypto::sha256(std::string(64, 'v')));
    const std::string verifier(64, 'v');
    add("PKCE verifier", verifier,
        [challenge](const std::string& guess) { return oauth::checkVerifier(challenge, guess).has_value(); });
    const std::string digest = crypto::sha256("a code, a refresh token, a cookie");
    add("hash of a token, MAC, nonce", digest,
        [digest](const std::string& guess) { return crypto::constantTimeEqual(digest, guess); });
    const std::string longer(1024, 's');
    add(
        "stops at the first difference (has to show)", longer,
        [longer](const std::string& guess) { return longer == guess; }, true);
    return out;
}

} // namespace

int main() {
    std::mt19937_64 random(std::random_device{}());
    int wrong = 0;
    std::printf("%-46s %8s\n", "1,000,000 comparisons each", "t");
    for (const Subject& subject : subjects()) {
        // A neighbour on the machine can move a mean: what is there shows each time, so the calmest of three counts.
        double t = measure(subject, random);
        for (int i = 0; i < 2 && (std::abs(t) < kLeak) == subject.leaks; ++i) {
            t = measure(subject, random);
        }
        const bool leaks = std::abs(t) >= kLeak;
        std::printf("%-46s %8.2f  %s\n", subject.name, t, leaks == subject.leaks ? "as it should be" : "WRONG");
        wrong += leaks == subject.leaks ? 0 : 1;
    }
    return wrong;
}
