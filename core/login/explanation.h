// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "base/check.h"
#include "web/page.h"

namespace gatehouse::login {

/// What a reason slug means to people: on the error page, in the flow and in docs/errors.md.
struct Explanation {
    std::string_view reason;
    std::string_view message; ///< what happened, one sentence for the person at the browser
    std::string_view cure;    ///< what to do about it
    web::CureBy cureBy = web::CureBy::Administrator;
    int status = 403;
    /// The person can do nothing here, nor can the administrator at Gatehouse: it has to be mended at the identity
    /// provider. The page still sends the person to the administrator.
    bool atProvider = false;
};

/// Who can cure it, as the Admin API spells it: user | administrator | provider | wait.
[[nodiscard]] std::string_view cureByName(const Explanation& why);
/// The same of a check that failed; empty for any other.
[[nodiscard]] std::string_view cureByOf(const Check& check);

/// Never fails: an unknown reason is explained as a fault of ours.
[[nodiscard]] const Explanation& explain(std::string_view reason);
/// The same with message and cure in a language of the pages; in English where nobody translated them.
[[nodiscard]] Explanation explain(std::string_view reason, web::Language language);
/// Every reason that is explained.
[[nodiscard]] std::vector<std::string_view> explainedReasons();

} // namespace gatehouse::login
