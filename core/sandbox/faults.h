// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "base/time.h"
#include "web/language.h"
#include "json/json.h"

namespace gatehouse::sandbox {

/// How the practice IdP is asked.
enum class Protocol { Oidc, Saml };

/// What the practice IdP can do wrong on purpose.
enum class Fault {
    NoEmail,
    WrongAudience,
    WrongNonce, ///< in SAML: it answers another request
    WrongIssuer,
    Expired,
    WeakAcr,
    ClockOff, ///< seven minutes ahead
    UnknownKey,
    BadSignature,
    AccessDenied,
    ReplayedAnswer, ///< the same answer is delivered twice
    AuthorizeError,
    TokenError,
    UserinfoError,
    JwksError,
    DiscoveryError,
    // Of SAML alone.
    WrappedSignature,  ///< the signed assertion is put inside a forged one
    ReplayedAssertion, ///< an assertion has the ID of the one before
    Unsigned,
    Sha1Signature,
    CommentInNameId
};
/// By how much Expired and ClockOff are off.
inline constexpr Seconds kExpiredBy{3600};
inline constexpr Seconds kClockOffBy{420};

/// The name in the Admin API: "no_email", "wrong_audience", ... and what it does, for people.
[[nodiscard]] const std::vector<Fault>& allFaults();
[[nodiscard]] std::string_view faultName(Fault fault);
[[nodiscard]] std::string_view faultTitle(Fault fault, web::Language language = web::Language::English);
[[nodiscard]] std::optional<Fault> parseFault(std::string_view name);
/// Whether a sign-in by that protocol can show it.
[[nodiscard]] bool concerns(Fault fault, Protocol protocol);

/// Which faults are on. Thread safe; a change shows at the next request.
class Faults {
public:
    [[nodiscard]] bool on(Fault fault) const { return (m_bits.load() & bit(fault)) != 0; }
    void set(Fault fault, bool on);
    void clear() { m_bits = 0; }
    /// Those that are on.
    [[nodiscard]] std::vector<Fault> active() const;
    /// Those of them that a sign-in by that protocol can show.
    [[nodiscard]] std::vector<Fault> active(Protocol protocol) const;

private:
    static std::uint32_t bit(Fault fault) { return std::uint32_t(1) << unsigned(fault); }
    std::atomic<std::uint32_t> m_bits{0};
};

/// [{"name","title","on"}] of every fault: `faults` of T/sandbox.
[[nodiscard]] json::Array toJson(const Faults& faults);
/// Sets the faults that `value` names: an array of {"name","on"} (a `title` is ignored) or an object {"no_email":
/// true}. The others stay. Problems below `pointer`: `wrong_type`, `unknown_value`, `unknown_member`, and then nothing
/// is changed.
[[nodiscard]] Problems readJson(const json::Value& value, std::string_view pointer, Faults& faults);

} // namespace gatehouse::sandbox
