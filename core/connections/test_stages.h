// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/check.h"
#include "base/time.h"
#include "connections/connection.h"
#include "http/client.h"
#include "http/forms.h"

namespace gatehouse::connections {

/// What a button beside a failed stage can do. `kind`: fix_address, retry, proxy_settings (the proxy, empty: none),
/// view_certificate and trust_authority (an https address), use_suggested_address (an issuer), open_in_browser (an
/// address), use_their_issuer (an issuer), remind_me (a time), reenter_secret, show_time_settings, copy_redirect_uri
/// (the address), open_flow (a reference), open_mapping; empty: nothing to press.
struct Fix {
    std::string kind;
    std::string value;
};

/// One stage of a connection test: its name, status, what was seen (`actual`) and what to do (`cure`).
struct Stage : Check {
    Fix fix;
    std::vector<Fix> more = {}; ///< other ways
};
using Stages = std::vector<Stage>;
/// The first stage that failed, or nullptr.
[[nodiscard]] const Stage* firstFailure(const Stages& stages);

/// The stages of a test so far, each told as it comes (console.md 3.1): address, connect, tls, fetch, parse, identity,
/// keys, client, clock, sign_in, claims.
class Progress {
public:
    /// `specification`: that the stages follow where nothing else is said.
    Progress(const std::function<void(const Stage&)>& onStage, std::string specification)
        : m_onStage(onStage)
        , m_specification(std::move(specification)) {}
    void ok(std::string_view stage, std::string detail);
    void warn(std::string_view stage, std::string detail, std::string cure, Fix fix = {});
    void fail(std::string_view stage, std::string detail, std::string cure, Fix fix,
              std::string_view specification = {}, std::vector<Fix> more = {});
    void put(Stage stage);
    /// All stages in their order; one that was not reached is Skipped.
    [[nodiscard]] Stages finish() const;

private:
    const std::function<void(const Stage&)>& m_onStage;
    const std::string m_specification;
    Stages m_stages;
};

inline constexpr Milliseconds kFetchDeadline{5000}; ///< of each call of a test

/// Sends a request to `url` (parsed: `address`) and tells how far it came: address, connect and tls, and fetch where
/// there was no answer at all. nullopt after a failure. What the answer says is for the caller to tell.
[[nodiscard]] std::optional<http::OutboundResponse> reach(http::Client& client, const Connection& connection,
                                                          const http::OutboundRequest& request,
                                                          const http::Url& address, const std::string& proxy,
                                                          Progress& progress);
/// A certificate that was not believed: seen, and where nobody knows who signed it, trusted.
void failTls(Progress& progress, std::string_view stage, const Error& error, const std::string& address);
/// The stage `clock`, by the Date header of an answer.
void tellClock(const std::optional<Time>& theirs, Time now, Progress& progress);

} // namespace gatehouse::connections
