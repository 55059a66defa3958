// SPDX-License-Identifier: Apache-2.0
#include "crypto/random.h"

#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <mutex>

#include <sys/random.h>

namespace gatehouse::crypto {
namespace {

void fillRandom(char* out, std::size_t count) {
    while (count > 0) {
        const ssize_t got = getrandom(out, count, 0);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            std::fputs("crypto: the system gives no random numbers\n", stderr);
            std::abort();
        }
        out += got;
        count -= std::size_t(got);
    }
}

/// For what is unique but not secret (ids, references): asked of the system in larger pieces, since each question costs
/// more than its answer. Whoever copies a running machine copies what is left of a piece, so no key, nonce or token
/// comes from here.
void fillPublic(char* out, std::size_t count) {
    constexpr std::size_t kPiece = 256;
    thread_local char piece[kPiece];
    thread_local std::size_t left = 0;
    if (left < count) {
        fillRandom(piece, kPiece);
        left = kPiece;
    }
    left -= count;
    std::memcpy(out, piece + left, count);
}

std::uint64_t bigEndian(const char* bytes, int count) {
    std::uint64_t value = 0;
    for (int i = 0; i < count; ++i) {
        value = (value << 8) | static_cast<unsigned char>(bytes[i]);
    }
    return value;
}

/// Keeps ids of one millisecond in order (RFC 9562, 6.2, method 1): 26 bits that start at a random number below 2^25.
std::uint32_t nextCounter(std::int64_t millis, std::uint32_t seed) {
    static std::mutex mutex;
    static std::int64_t last = -1;
    static std::uint32_t counter = 0;
    const std::lock_guard lock(mutex);
    counter = millis == last ? (counter + 1) & 0x3FFFFFF : seed & 0x1FFFFFF;
    last = millis;
    return counter;
}

} // namespace

Bytes randomBytes(std::size_t count) {
    Bytes out(count, '\0');
    fillRandom(out.data(), count);
    return out;
}

std::string randomToken(std::size_t count) {
    return base64UrlEncode(randomBytes(count));
}

std::string newUuid(Time now) {
    char random[10];
    fillPublic(random, sizeof random);
    const std::int64_t millis = toMillis(now);
    const std::uint32_t counter = nextCounter(millis, std::uint32_t(bigEndian(random, 4)));
    const std::uint64_t high = (std::uint64_t(millis) << 16) | 0x7000 | (counter >> 14);
    const std::uint64_t low = (std::uint64_t(0x8000 | (counter & 0x3FFF)) << 48) | bigEndian(random + 4, 6);
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    text.reserve(36);
    for (int nibble = 0; nibble < 32; ++nibble) {
        if (nibble == 8 || nibble == 12 || nibble == 16 || nibble == 20) {
            text.push_back('-');
        }
        const std::uint64_t half = nibble < 16 ? high : low;
        text.push_back(kDigits[(half >> (60 - 4 * (nibble % 16))) & 15]);
    }
    return text;
}

std::string newReference() {
    constexpr std::string_view kCrockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    char random[5];
    fillPublic(random, sizeof random);
    std::uint64_t bits = bigEndian(random, 5);
    std::string text = "GH-";
    for (int i = 0; i < 8; ++i) {
        if (i == 4) {
            text.push_back('-');
        }
        text.push_back(kCrockford[bits & 31]);
        bits >>= 5;
    }
    return text;
}

} // namespace gatehouse::crypto
