// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "base/time.h"
#include "login/upstream.h"
#include "json/json.h"

namespace gatehouse::login {

/// What a provider's answer proves of the demand that somebody signs in anew (directory::User::signInAfter). Unproven:
/// it does not say when they signed in, or names a time to come.
enum class SignInAge { NewEnough, TooOld, Unproven };
/// `claims` of a verified ID token: by `auth_time`, in whole seconds after `after`.
[[nodiscard]] SignInAge signInAge(const std::optional<Time>& after, const json::Object& claims, Time now);

/// Demands more of the next trip to the provider: one that did not say when is made to say it by `max_age` (OpenID
/// Connect Core 1.0, 2), of one that said too long ago a sign-in is demanded, by `max_age=0` and `prompt=login`. What
/// was demanded before stays where it is stricter. False where the trip demanded as much already, or may not ask the
/// person (`prompt=none`).
[[nodiscard]] bool demandSignIn(Trip& trip, SignInAge age, Time after, Time now);

} // namespace gatehouse::login
