// SPDX-License-Identifier: Apache-2.0
#pragma once

// Inside this module only: how a request that a login or a question carries (toJson of AuthorizeRequest) is answered.
#include <string>
#include <string_view>
#include <vector>

#include "oidc/provider/answer.h"
#include "oidc/provider/issuer.h"
#include "oidc/provider/parts.h"
#include "json/json.h"

namespace gatehouse::oidc::provider {

[[nodiscard]] std::string textOf(const json::Object& request, std::string_view name);
/// The words of a member, which spaces part.
[[nodiscard]] std::vector<std::string> wordsOf(const json::Object& request, std::string_view name);
/// Where it wants its answer.
[[nodiscard]] AnswerTo answerTo(const Parts& parts, const json::Object& request, std::string_view slug,
                                web::Language language);
/// The issuer that it was made at, by a person of the tenant with this slug; its tenant is not needed to answer.
[[nodiscard]] Issuer issuerOf(const Parts& parts, const json::Object& request, std::string_view slug);

} // namespace gatehouse::oidc::provider
