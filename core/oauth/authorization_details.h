// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "json/json.h"

namespace gatehouse::oauth {

/// A type of `authorization_details` that may be asked for, with all that such an object may have besides its type.
struct DetailsType {
    std::string type;
    std::vector<std::string> members;
};

/// The `authorization_details` of a request (RFC 9396, 2): a JSON array of 1 to 20 objects, of at most 8 KiB, each of a
/// known type and without a member that its type does not have. locations, actions, datatypes and privileges are lists
/// of texts, identifier is a text (2.2). `oauth.invalid_authorization_details`, whose detail says what is wrong.
[[nodiscard]] Result<json::Array> parseAuthorizationDetails(std::string_view text,
                                                            const std::vector<DetailsType>& known);

/// Whether what is wanted was granted: each object has the members of one that was granted, lists hold nothing else,
/// and the rest is the same (RFC 9396, 6). A member less could be a restriction less, so that is no narrower one.
[[nodiscard]] bool isWithin(const json::Array& wanted, const json::Array& granted);

} // namespace gatehouse::oauth
