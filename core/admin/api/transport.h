// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gatehouse::admin::api {

/// Header fields in order; names compare without case.
using HeaderList = std::vector<std::pair<std::string, std::string>>;

/// The first value of a header, or empty.
[[nodiscard]] std::string_view header(const HeaderList& headers, std::string_view name);

/// One request to the Admin API, whatever carries it: in process, HTTPS or the Unix socket.
struct Call {
    std::string method; ///< upper case
    std::string path;   ///< "/admin/v1/..." with its query, percent-encoded
    HeaderList headers;
    std::string body;
};

struct Reply {
    int status = 0;
    HeaderList headers;
    std::string body;
};

/// Names of the events of GET /admin/v1/events; the data is JSON.
inline constexpr std::string_view kAuditEvent = "audit";     ///< AuditRecord
inline constexpr std::string_view kFlowEvent = "flow";       ///< Flow, without steps and checks
inline constexpr std::string_view kStatusEvent = "status";   ///< BrokerStatus, every few seconds
inline constexpr std::string_view kSandboxEvent = "sandbox"; ///< SandboxEvent: a step is held or goes on, or a reset
inline constexpr std::string_view kLogoutEvent = "logout";   ///< LogoutConfirmation, after each try to tell an app
inline constexpr std::string_view kTestEvent = "test";       ///< TestStage, of a connection test that is running

/// Answers one call; blocks; thread safe. What Broker::adminDispatcher() gives, with owner rights.
using Dispatcher = std::function<Reply(const Call&)>;

} // namespace gatehouse::admin::api
