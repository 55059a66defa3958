// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "saml/wire/name_id.h"

namespace gatehouse::saml::sp {

using wire::NameId;

/// SAML V2.0 Core, 2.7.3.1, with all its values in their order. A value that is not text is left out.
struct Attribute {
    std::string name;
    std::string nameFormat;
    std::string friendlyName; ///< for people; nothing is found by it
    std::vector<std::string> values;
};

/// What a proven assertion says.
struct Assertion {
    std::string id;
    std::string issuer;
    std::optional<NameId> nameId;
    Time authnInstant;
    std::string sessionIndex; ///< may be empty
    std::optional<Time> sessionNotOnOrAfter;
    std::string authnContext; ///< the class reference; may be empty
    std::vector<Attribute> attributes;
    Time goodUntil; ///< a replay is refused anyway from then on
    bool encrypted = false;
    std::string openedNameId{}; ///< its XML, where it was encrypted by itself
};

} // namespace gatehouse::saml::sp
