// SPDX-License-Identifier: Apache-2.0
#include "saml/presets/presets.h"

#include <algorithm>

namespace gatehouse::saml::presets {

const Preset* presetOf(std::string_view name) {
    const auto found = std::find_if(all().begin(), all().end(), [&](const Preset& each) { return each.name == name; });
    return found == all().end() ? nullptr : &*found;
}

} // namespace gatehouse::saml::presets
