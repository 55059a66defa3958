// SPDX-License-Identifier: Apache-2.0
#include "login/sign_in_age.h"

#include <algorithm>

namespace gatehouse::login {
namespace {

constexpr Seconds kSkew{60}; // of the provider's clock, as for its ID tokens

} // namespace

SignInAge signInAge(const std::optional<Time>& after, const json::Object& claims, Time now) {
    if (!after) {
        return SignInAge::NewEnough;
    }
    const auto authTime = json::integerMember(claims, "auth_time");
    if (!authTime || *authTime > toUnixSeconds(now + kSkew)) {
        return SignInAge::Unproven;
    }
    return *authTime > toUnixSeconds(*after) ? SignInAge::NewEnough : SignInAge::TooOld;
}

bool demandSignIn(Trip& trip, SignInAge age, Time after, Time now) {
    if (trip.silent) {
        return false;
    }
    if (age == SignInAge::Unproven && !trip.maxAge) {
        trip.maxAge = std::max(Seconds(0), Seconds(toUnixSeconds(now) - toUnixSeconds(after)));
        return true;
    }
    if (trip.forceLogin && trip.maxAge == Seconds(0)) {
        return false;
    }
    trip.maxAge = Seconds(0);
    trip.forceLogin = true;
    return true;
}

} // namespace gatehouse::login
