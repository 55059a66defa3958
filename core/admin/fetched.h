// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "admin/request.h"
#include "apps/fetch_body.h"

namespace gatehouse::admin {

/// What a change has to know of other servers. Nobody waits for one with the store's writer in hand: a change that
/// lacks something is undone, what it lacks is fetched, and it is tried again. Each address is asked once, so that
/// comes to an end.
class Fetched {
public:
    /// The body at `url` (fetchBody), nullptr where it has not been asked for yet. Then the change is tried again.
    [[nodiscard]] const Result<std::string>* find(const TenantId& asks, const std::string& url,
                                                  const apps::Expected& expected);
    [[nodiscard]] bool isLacking() const { return !m_lacking.empty(); }
    /// Asks for all that was lacking. `upstream.busy`.
    [[nodiscard]] Status fetch(const Context& context);

private:
    struct Question {
        TenantId asks;
        apps::Expected expected;
    };
    std::map<std::string, Question> m_lacking; ///< by address
    std::map<std::string, Result<std::string>> m_bodies;
};

} // namespace gatehouse::admin
