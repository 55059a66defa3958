// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "base/time.h"

namespace gatehouse::oauth {

/// What an authorization request asks of the person (OpenID Connect Core 1.0, 3.1.2.1; Initiating User
/// Registration 1.0).
struct Prompt {
    bool none = false;
    bool login = false;
    bool consent = false;
    bool selectAccount = false;
    bool create = false;
    friend bool operator==(const Prompt&, const Prompt&) = default;
};

/// Space-separated, case-sensitive values. Empty text gives no prompt. `oauth.invalid_request.prompt` for an unknown
/// value, a stray space, or `none` beside another.
[[nodiscard]] Result<Prompt> parsePrompt(std::string_view text);

/// What is left of a prompt once the person has chosen an account on our page: "select_account" is done, and what else
/// the app wants, a fresh sign-in above all, is not.
[[nodiscard]] std::string promptAfterChoice(std::string_view text);

/// Whole seconds, at most ten digits. Zero means the same as prompt=login. `oauth.invalid_request.max_age` otherwise.
[[nodiscard]] Result<Seconds> parseMaxAge(std::string_view text);

} // namespace gatehouse::oauth
