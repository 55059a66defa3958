// SPDX-License-Identifier: Apache-2.0
#include "admin/connection_preset.h"

#include "saml/presets/presets.h"

namespace gatehouse::admin {

json::Object withPreset(const json::Object& document, Problems& problems) {
    const std::string_view name = json::stringMember(document, "preset").value_or("");
    if (name.empty()) {
        return document;
    }
    const saml::presets::Preset* preset = saml::presets::presetOf(name);
    if (preset == nullptr) {
        problems.push_back({"/preset", "unknown_value", "must be the name of a preset, see GET /admin/v1/presets"});
        return document;
    }
    json::Object whole = document;
    for (const auto& member : saml::presets::defaultsOf(*preset)) {
        if (!whole.contains(member.key())) {
            whole[member.key()] = member.value();
        }
    }
    return whole;
}

} // namespace gatehouse::admin
