// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "http/message.h"
#include "login/message.h"

namespace gatehouse::login {

// What a recording may hold (docs/flows/recording.md). Everything is taken out before it is kept, so that no key opens
// what is not there. A value that is taken out reads "[redacted:43]": how long it was is often the answer.

/// Names of parameters.
using Names = std::span<const std::string_view>;

/// "[redacted:43]"
[[nodiscard]] std::string redacted(std::string_view secret);

/// An encoded query or form, every value taken out but those of the parameters named: who sends something that we do
/// not know sends a secret, for all we know.
[[nodiscard]] std::string redactPairs(std::string_view encoded, Names keep);
/// The same for the query of an address.
[[nodiscard]] std::string redactAddress(std::string_view address, Names keep);

/// A signed JWT whose signature is taken out: its claims can be read, and nobody can use it. Anything else is taken out
/// as a whole.
[[nodiscard]] std::string withoutSignature(std::string_view token);

/// The answer of a token endpoint: a JSON object keeps token_type, expires_in, scope, error and error_description, and
/// the ID token without its signature. Any other text is kept up to `kShownBytes`.
/// `object`: the body parsed, or nullptr if it is no object.
void setTokenAnswer(Message& message, std::string_view body, const json::Object* object);
/// The answer of a userinfo endpoint: the object as it came, or a signed one without its signature.
void setUserinfoAnswer(Message& message, std::string_view body);

/// A body with everything in it, up to `kJudgedBytes`: of a message's twin.
void setWholeBody(Message& message, std::string_view body);

/// Content-Type, Date, Retry-After and WWW-Authenticate.
void setHeaders(Message& message, const http::Headers& headers);
/// "name=[redacted:43]; Path=/; ..."
[[nodiscard]] std::string redactedCookie(std::string_view setCookie);

/// Takes every occurrence of a secret (of eight characters and more) out of a message, wherever somebody repeated it.
void scrub(Message& message, std::string_view secret);

inline constexpr std::size_t kShownBytes = 4096;   ///< of a body that is only looked at
inline constexpr std::size_t kJudgedBytes = 65536; ///< of a body that a replay reads

} // namespace gatehouse::login
