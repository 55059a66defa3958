// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "json/json.h"

namespace gatehouse::oidc::provider {

// Members of a registration as its app says them (RFC 7591, 2), each read strictly. What is absent or null is nullopt;
// another type or size is `oauth.invalid_client_metadata`, whose detail names the member and, behind a colon, what it
// may be.

[[nodiscard]] tl::unexpected<Error> wrongMember(std::string_view member, std::string_view why = {});
/// Something that the app may not have or give up: `oauth.invalid_client_metadata.forbidden`.
[[nodiscard]] tl::unexpected<Error> forbiddenMember(std::string_view member);

[[nodiscard]] Result<std::optional<std::string>> submittedText(const json::Object& submitted, std::string_view member,
                                                               std::size_t longest = 2048);
/// At most 50.
[[nodiscard]] Result<std::optional<std::vector<std::string>>> submittedTexts(const json::Object& submitted,
                                                                             std::string_view member);
[[nodiscard]] Result<std::optional<bool>> submittedFlag(const json::Object& submitted, std::string_view member);
/// A whole number from 0 to `most`.
[[nodiscard]] Result<std::optional<std::int64_t>> submittedNumber(const json::Object& submitted,
                                                                  std::string_view member, std::int64_t most);
/// The one that `singular` names, else the first of ours that `plural` offers (Relying Party Metadata Choices 1.0);
/// `plural` may be empty.
[[nodiscard]] Result<std::optional<std::string>> submittedChoice(const json::Object& submitted,
                                                                 std::string_view singular, std::string_view plural,
                                                                 const std::vector<std::string>& ours);
/// An address that may be kept (isPublicAddress), or empty.
[[nodiscard]] Result<std::string> submittedAddress(const json::Object& submitted, std::string_view member);

/// Whether an address of an app may be kept: https, at a name of the public world. Nothing is resolved or called: where
/// a name leads is judged when it is called.
[[nodiscard]] bool isPublicAddress(std::string_view url);

} // namespace gatehouse::oidc::provider
