// SPDX-License-Identifier: Apache-2.0
// Whether the time of a secret comparison tells how much of a guess was right (security.md CR-20), by Welch's t-test on
// two classes of guesses, in the manner of dudect (Reparaz, Balasch, Verbauwhede, "Dude, is my code constant time?",
// 2017): one class shares all octets with the secret but the last eight, the other any. A leak shows as |t|
// above 4.5; a comparison that stops at the first difference is measured beside them, and has to show. And whether the
// time to open an encrypted assertion tells what was wrong with it, its key or its content (SP-33).
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
#include "xml/encryption.h"

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

/// Of two classes of times. What the machine did in between (interrupts, another process) is not what was measured:
/// the slowest twentieth goes.
double tValue(const std::vector<double>& times, const std::vector<char>& isSecond) {
    std::vector<double> sorted = times;
    const auto cut = sorted.begin() + std::ptrdiff_t(times.size() * 95 / 100);
    std::nth_element(sorted.begin(), cut, sorted.end());
    std::array<Spread, 2> classes;
    for (std::size_t i = 0; i < times.size(); ++i) {
        if (times[i] <= *cut) {
            classes[isSecond[i] ? 1 : 0].add(times[i]);
        }
    }
    return tValue(classes[0], classes[1]);
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
    return tValue(times, isNear);
}

/// An encrypted assertion with one octet of an xenc:CipherValue changed: of the key (the first), or the content.
xml::Tree spoilt(const std::string& good, bool content, std::mt19937_64& random) {
    constexpr std::string_view kOpening = "<xenc:CipherValue>";
    const std::size_t begin = (content ? good.rfind(kOpening) : good.find(kOpening)) + kOpening.size();
    const std::size_t end = good.find('<', begin);
    Bytes octets = base64Decode(std::string_view(good).substr(begin, end - begin)).value();
    octets[random() % octets.size()] ^= char(1U << (random() % 8));
    std::string text = good;
    return xml::Tree::parse(text.replace(begin, end - begin, base64Encode(octets))).value();
}

double measureOpening(std::mt19937_64& random) {
    using Clock = std::chrono::steady_clock;
    constexpr std::size_t kOpenings = 10'000;
    const crypto::PrivateKey key = crypto::PrivateKey::generate(crypto::KeyType::Rsa).value();
    const std::vector<crypto::PrivateKey> keys{key};
    const std::string good =
        "<a>" + xml::encrypt("<b>" + std::string(4096, 'x') + "</b>", key.publicKey()).value() + "</a>";
    std::vector<double> times(kOpenings);
    std::vector<char> isContent(kOpenings);
    for (std::size_t i = 0; i < kOpenings; ++i) {
        isContent[i] = char(random() & 1);
        const xml::Tree tree = spoilt(good, isContent[i] != 0, random);
        const auto begun = Clock::now();
        const auto opened = xml::decrypt(tree.root(), keys);
        times[i] = double((Clock::now() - begun).count());
        if (opened) {
            bench::giveUp("a spoilt assertion was opened");
        }
    }
    return tValue(times, isContent);
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

/// A neighbour on the machine can move a mean: what is there shows each time, so the calmest of three counts.
int judge(const char* name, bool leaks, const std::function<double()>& measured) {
    double t = measured();
    for (int i = 0; i < 2 && (std::abs(t) < kLeak) == leaks; ++i) {
        t = measured();
    }
    const bool asItShouldBe = (std::abs(t) >= kLeak) == leaks;
    std::printf("%-46s %8.2f  %s\n", name, t, asItShouldBe ? "as it should be" : "WRONG");
    return asItShouldBe ? 0 : 1;
}

} // namespace

int main() {
    std::mt19937_64 random(std::random_device{}());
    int wrong = 0;
    std::printf("%-46s %8s\n", "1,000,000 comparisons each, 10,000 openings", "t");
    for (const Subject& subject : subjects()) {
        wrong += judge(subject.name, subject.leaks, [&] { return measure(subject, random); });
    }
    return wrong + judge("an encrypted assertion, its key or content", false, [&] { return measureOpening(random); });
}
