// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace gatehouse::saml::wire {

/// SAML V2.0 Core, 2.2.3. Compared as a whole, white space and all.
struct NameId {
    std::string value;
    std::string format;
    std::string nameQualifier;
    std::string spNameQualifier;
    friend bool operator==(const NameId&, const NameId&) = default;
};

} // namespace gatehouse::saml::wire
