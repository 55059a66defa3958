// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "login/flow.h"

namespace gatehouse::login {

/// The sealed form of everything in a flow that is not a column of its own. Secrets of the trip are left out once it is
/// finished.
[[nodiscard]] std::string sealedText(const Flow& flow);
/// The reverse, over a flow whose columns are set.
[[nodiscard]] Status readSealed(std::string_view text, Flow& flow);
/// {"name","status","expected","actual","cure","cureBy","spec"}
[[nodiscard]] json::Object toJson(const Check& check);
[[nodiscard]] json::Array messagesJson(const std::vector<Message>& messages, Time begin);
[[nodiscard]] const char* outcomeName(Outcome outcome);

} // namespace gatehouse::login
