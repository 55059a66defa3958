// SPDX-License-Identifier: Apache-2.0
#include "oauth/user_code.h"

#include "crypto/random.h"

namespace gatehouse::oauth {
namespace {

constexpr std::string_view kLetters = "BCDFGHJKLMNPQRSTVWXZ";
constexpr std::size_t kLength = 8;
constexpr std::size_t kMaxTyped = 64;
/// Octets from here on are passed over: the rest is a multiple of twenty, so that no letter is likelier than another.
constexpr unsigned kFair = 256 / kLetters.size() * kLetters.size();

} // namespace

std::string makeUserCode() {
    std::string code;
    while (code.size() < kLength) {
        for (const char random : crypto::randomBytes(2 * kLength)) {
            const unsigned octet = static_cast<unsigned char>(random);
            if (octet < kFair && code.size() < kLength) {
                code.push_back(kLetters[octet % kLetters.size()]);
            }
        }
    }
    return code;
}

std::string shownUserCode(std::string_view code) {
    return std::string(code.substr(0, kLength / 2)) + '-' + std::string(code.substr(kLength / 2));
}

std::optional<std::string> parseUserCode(std::string_view typed) {
    if (typed.size() > kMaxTyped) {
        return std::nullopt;
    }
    std::string code;
    for (char c : typed) {
        const bool lower = c >= 'a' && c <= 'z';
        if (lower) {
            c = char(c - 'a' + 'A');
        }
        if (kLetters.find(c) != std::string_view::npos) {
            code.push_back(c);
        } else if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
            return std::nullopt;
        }
    }
    return code.size() == kLength ? std::optional(std::move(code)) : std::nullopt;
}

} // namespace gatehouse::oauth
