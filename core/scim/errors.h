// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "base/result.h"
#include "json/json.h"

namespace gatehouse::scim {

inline constexpr std::string_view kErrorSchema = "urn:ietf:params:scim:api:messages:2.0:Error";

/// A refusal as SCIM says it (RFC 7644, 3.12; RFC 9865, 3).
struct ScimError {
    int status = 500;
    std::string scimType; ///< empty where there is none
    std::string detail;   ///< for a person
    friend bool operator==(const ScimError&, const ScimError&) = default;
};

/// The answer to an error. A reason of this module has its own sentence, and its detail, which never holds a value,
/// says where. Of all others only the code counts, and the detail stays inside.
[[nodiscard]] ScimError describe(const Error& error);
/// {"schemas","status","scimType","detail"}; `status` is a text.
[[nodiscard]] json::Object errorBody(const ScimError& error);
[[nodiscard]] json::Object errorBody(const Error& error);

/// Reads the error body of another server. `scim.error_body`: it is none, or its status is no text of three digits.
[[nodiscard]] Result<ScimError> readErrorBody(const json::Object& body);
/// The other server's refusal as an error of ours: by its scimType, else by its status.
[[nodiscard]] Error toError(const ScimError& error);

} // namespace gatehouse::scim
