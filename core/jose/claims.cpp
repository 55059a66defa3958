// SPDX-License-Identifier: Apache-2.0
#include "jose/claims.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "jose/jwt.h"

namespace gatehouse::jose {
namespace {

constexpr std::size_t kLongestShown = 200;

std::string shown(const json::Value* value) {
    if (value == nullptr) {
        return "absent";
    }
    std::string text = value->is_string() ? std::string(json::view(value->get_string())) : json::write(*value);
    if (text.size() > kLongestShown) {
        text.resize(kLongestShown);
        text.append("...");
    }
    return text;
}

Check compare(std::string name, bool ok, std::string expected, std::string actual, std::string cure, std::string spec) {
    return {std::move(name),           ok ? Check::Status::Ok : Check::Status::Fail,
            std::move(expected),       std::move(actual),
            ok ? "" : std::move(cure), std::move(spec)};
}

Check checkIssuer(const json::Object& claims, const std::string& issuer) {
    const auto actual = json::stringMember(claims, "iss");
    return compare("claims.iss", actual == std::string_view(issuer), issuer, shown(json::member(claims, "iss")),
                   "The token comes from another issuer, or the issuer is set differently here: compare them byte for "
                   "byte, with any slash at the end.",
                   "RFC 7519, 4.1.1");
}

Check checkAudience(const json::Object& claims, const std::string& audience, bool single) {
    const bool ok = single ? isOnlyAudience(claims, audience) : isAudience(claims, audience);
    return compare("claims.aud", ok, single ? audience + " alone" : audience, shown(json::member(claims, "aud")),
                   "The token was made for someone else: the client id at the issuer and here must be the same.",
                   "RFC 7519, 4.1.3");
}

Check checkNonce(const json::Object& claims, const std::string& nonce) {
    const auto actual = json::stringMember(claims, "nonce");
    // The values stay out: a nonce binds a browser, and a verdict is kept.
    return compare("claims.nonce", actual == std::string_view(nonce), "the nonce of the request",
                   !actual            ? "absent"
                   : *actual == nonce ? "the same"
                                      : "another value",
                   "The answer does not belong to this request: start the sign-in again.",
                   "OpenID Connect Core 1.0, 3.1.3.7");
}

/// What is asked of one time claim.
struct TimeRule {
    std::string name;
    bool required;
    std::string expected;
    std::string cure;
    std::string spec;
};

template <class Accepts>
Check checkTime(const json::Object& claims, const char* claim, TimeRule rule, Accepts accepts) {
    const json::Value* value = json::member(claims, claim);
    if (value == nullptr) {
        if (!rule.required) {
            return {std::move(rule.name), Check::Status::Skipped, std::move(rule.expected), "absent", "",
                    std::move(rule.spec)};
        }
        return compare(std::move(rule.name), false, std::move(rule.expected), "absent",
                       "The issuer must put this claim into its tokens.", std::move(rule.spec));
    }
    const auto time = numericDate(*value);
    if (!time) {
        return compare(std::move(rule.name), false, std::move(rule.expected), shown(value),
                       "The issuer must send a number of seconds since 1970.", "RFC 7519, section 2");
    }
    return compare(std::move(rule.name), accepts(*time), std::move(rule.expected), showTime(*time),
                   std::move(rule.cure), std::move(rule.spec));
}

Check checkExpiry(const json::Object& claims, const ClaimRules& rules, Time now) {
    return checkTime(claims, "exp",
                     {"claims.exp", rules.requireExpiry, "after " + showTime(now - rules.skew),
                      "The token has expired: get a new one. If it is new, compare the clocks.", "RFC 7519, 4.1.4"},
                     [&](Time exp) { return now < exp + rules.skew; });
}

Check checkNotBefore(const json::Object& claims, const ClaimRules& rules, Time now) {
    return checkTime(claims, "nbf",
                     {"claims.nbf", false, "not after " + showTime(now + rules.skew),
                      "The token is not valid yet: the issuer's clock is ahead of this one.", "RFC 7519, 4.1.5"},
                     [&](Time nbf) { return nbf <= now + rules.skew; });
}

Check checkIssuedAt(const json::Object& claims, const ClaimRules& rules, Time now) {
    std::string expected = "not after " + showTime(now + rules.skew);
    if (rules.maxAge) {
        expected = "from " + showTime(now - *rules.maxAge - rules.skew) + " to " + showTime(now + rules.skew);
    }
    return checkTime(claims, "iat",
                     {"claims.iat", rules.maxAge.has_value(), std::move(expected),
                      "The token was issued too long ago, or the clocks of the issuer and this machine differ.",
                      "RFC 7519, 4.1.6"},
                     [&](Time iat) {
                         return iat <= now + rules.skew && (!rules.maxAge || iat + rules.skew + *rules.maxAge >= now);
                     });
}

Check checkSubject(const json::Object& claims) {
    constexpr std::size_t kLongestSubject = 255;
    const json::Value* value = json::member(claims, "sub");
    const std::string expected = "a string of 1 to 255 characters";
    if (value == nullptr) {
        return {"claims.sub", Check::Status::Skipped, expected, "absent", "", "RFC 7519, 4.1.2"};
    }
    const auto subject = json::stringMember(claims, "sub");
    return compare("claims.sub", subject && !subject->empty() && subject->size() <= kLongestSubject, expected,
                   shown(value), "The issuer must name each person by such a string.",
                   "OpenID Connect Core 1.0, section 2");
}

} // namespace

std::optional<Time> numericDate(const json::Value& value) {
    constexpr std::int64_t kLatest = std::int64_t(1) << 53;
    double seconds = -1;
    if (value.is_int64()) {
        const std::int64_t whole = value.get_int64();
        return whole >= 0 && whole <= kLatest ? std::optional(fromUnixSeconds(whole)) : std::nullopt;
    }
    if (value.is_double()) {
        seconds = value.get_double();
    }
    if (!std::isfinite(seconds) || seconds < 0 || seconds > double(kLatest)) {
        return std::nullopt;
    }
    return fromMillis(std::int64_t(std::floor(seconds * 1000)));
}

std::string showTime(Time time) {
    constexpr std::int64_t kEndOfYear9999 = 253'402'300'799;
    const std::int64_t seconds = toUnixSeconds(time);
    return seconds < 0 || seconds > kEndOfYear9999 ? std::to_string(seconds) : toRfc3339(time);
}

std::string relativeTime(Time time, Time now) {
    struct Unit {
        std::int64_t seconds;
        const char* name;
    };
    constexpr std::array<Unit, 4> kUnits{{{86'400, "day"}, {3'600, "hour"}, {60, "minute"}, {1, "second"}}};
    const std::int64_t difference = toUnixSeconds(time) - toUnixSeconds(now);
    const std::int64_t distance = difference < 0 ? -difference : difference;
    for (const Unit& unit : kUnits) {
        const std::int64_t count = distance / unit.seconds;
        if (count > 0) {
            const std::string amount = std::to_string(count) + " " + unit.name + (count == 1 ? "" : "s");
            return difference < 0 ? amount + " ago" : "in " + amount;
        }
    }
    return "now";
}

bool isAudience(const json::Object& claims, std::string_view audience) {
    const auto list = json::stringsMember(claims, "aud");
    return list ? std::find(list->begin(), list->end(), audience) != list->end()
                : json::stringMember(claims, "aud") == audience;
}

bool isOnlyAudience(const json::Object& claims, std::string_view audience) {
    const auto list = json::stringsMember(claims, "aud");
    return list ? list->size() == 1 && list->front() == audience : json::stringMember(claims, "aud") == audience;
}

Checks checkClaims(const json::Object& claims, const ClaimRules& rules, Time now) {
    Checks checks;
    if (rules.issuer) {
        checks.push_back(checkIssuer(claims, *rules.issuer));
    }
    if (rules.audience) {
        checks.push_back(checkAudience(claims, *rules.audience, rules.singleAudience));
    }
    checks.push_back(checkExpiry(claims, rules, now));
    checks.push_back(checkNotBefore(claims, rules, now));
    checks.push_back(checkIssuedAt(claims, rules, now));
    if (rules.nonce) {
        checks.push_back(checkNonce(claims, *rules.nonce));
    }
    checks.push_back(checkSubject(claims));
    return checks;
}

} // namespace gatehouse::jose
