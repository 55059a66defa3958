// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "admin/api/routes.h"
#include "admin/api/transport.h"
#include "failure.h"
#include "json/json.h"

namespace gatehouse::ctl {

/// A verb on a resource as it was typed.
struct ResourceCommand {
    const admin::api::Route* route = nullptr;
    std::string tenant;                ///< slug or id
    std::vector<std::string> ids;      ///< for the other parts of the path, in order
    std::string bodyFile;              ///< "-": standard input
    std::vector<std::string> settings; ///< "member=value", dots go down, the value is JSON or else text
    std::vector<std::pair<std::string, std::string>> query;
    std::string ifMatch;
};

/// The names in braces of a path template, without {tenant}.
[[nodiscard]] std::vector<std::string> pathParameters(std::string_view path);
/// The broker-wide twin of a tenant's resource ("app" without --tenant is an app of the front door), or the route
/// itself.
[[nodiscard]] const admin::api::Route& routeFor(const admin::api::Route& route, const std::string& tenant);
/// Puts "a.b=value" into an object.
[[nodiscard]] Outcome<void> setMember(json::Object& object, std::string_view setting);
/// The call that the command means. Usage failures where something is missing.
[[nodiscard]] Outcome<admin::api::Call> toCall(const ResourceCommand& command);

} // namespace gatehouse::ctl
