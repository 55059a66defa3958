// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "admin/api/raw_json.h"

namespace gatehouse::admin::api {

/// A person at the practice IdP.
struct Persona {
    std::string name;
    std::string title; ///< what to learn from signing in as this one
    RawJson claims;
};

/// Something that the practice IdP does wrong on purpose.
struct Fault {
    std::string name; ///< e.g. "no_email"
    std::string title;
    bool on = false;
};

/// `T/sandbox`: only where sandbox is on.
struct Sandbox {
    std::string issuer;            ///< read-only
    std::vector<Persona> personas; ///< read-only
    std::vector<Fault> faults;     ///< only `on` can be changed
};

} // namespace gatehouse::admin::api
