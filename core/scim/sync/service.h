// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "json/json.h"

namespace gatehouse::scim::sync {

/// What a SCIM service answered.
struct Reply {
    int status = 0;
    json::Value body; ///< null where there is none, or no JSON

    [[nodiscard]] bool succeeded() const { return status >= 200 && status < 300; }
    /// The resource's id; empty where there is none.
    [[nodiscard]] std::string id() const;
    /// "409 uniqueness: ...", for a report.
    [[nodiscard]] std::string said() const;
};

/// A SCIM service, wherever it is: over a connection, or this broker's own.
class Service {
public:
    virtual ~Service() = default;
    /// `path`: behind the service's address, with its query. `body`: null for none. An error is what kept an answer
    /// from coming; a refusal is an answer.
    [[nodiscard]] virtual Result<Reply> ask(std::string_view method, const std::string& path,
                                            const json::Value& body) = 0;
    [[nodiscard]] Result<Reply> get(const std::string& path) { return ask("GET", path, nullptr); }
};

} // namespace gatehouse::scim::sync
