// SPDX-License-Identifier: Apache-2.0
#pragma once

// Inside this module only: the page of the practice IdP that asks whom to be.

#include <string>
#include <vector>

#include "http/forms.h"
#include "http/message.h"
#include "sandbox/faults.h"
#include "web/language.h"

namespace gatehouse::sandbox {

struct PeoplePage {
    std::string company;             ///< over the title
    std::string place;               ///< the path where a click leads, with `persona`
    const http::Parameters& brought; ///< what each link brings along
    std::string hint;                ///< the e-mail address of whom to point out; may be empty
    std::vector<Fault> faults;       ///< that are on
};
[[nodiscard]] http::Response peoplePage(const PeoplePage& page, web::Language language);

} // namespace gatehouse::sandbox
