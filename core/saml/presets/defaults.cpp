// SPDX-License-Identifier: Apache-2.0
#include "saml/presets/presets.h"

namespace gatehouse::saml::presets {
namespace {

/// The level by which apps ask for several factors, and which counts everywhere (REFEDS MFA Profile).
constexpr std::string_view kMultiFactor = "https://refeds.org/profile/mfa";

json::Value sources(std::vector<std::string_view> usual, const std::vector<std::string_view>& more) {
    usual.insert(usual.end(), more.begin(), more.end());
    json::Array list;
    for (const std::string_view each : usual) {
        list.emplace_back(each);
    }
    return list.size() == 1 ? list.front() : json::Value(std::move(list));
}

json::Object rule(std::string_view target, json::Value source) {
    return {{"target", target}, {"source", std::move(source)}};
}

} // namespace

json::Object mappingOf(const Preset& preset) {
    json::Object email = rule("email", sources({"email"}, preset.moreEmail));
    email["required"] = true;
    email["transforms"] = json::Array{"trim", "lowercase"};
    return {{"attributes",
             json::Array{std::move(email),
                         rule("displayName", sources({"name", "{given_name} {family_name}"}, preset.moreDisplayName)),
                         rule("givenName", "given_name"), rule("familyName", "family_name")}},
            {"groups", json::Object{{"source", sources({"groups"}, preset.moreGroups)}, {"create", true}}}};
}

json::Object defaultsOf(const Preset& preset) {
    json::Object out{{"type", "saml"}, {"mapping", mappingOf(preset)}};
    if (preset.eitherSignature) {
        out["wantAssertionsSigned"] = false;
    }
    if (!preset.nameIdFormat.empty()) {
        out["nameIdFormat"] = preset.nameIdFormat;
    }
    if (!preset.multiFactor.empty()) {
        out["acrMapping"] = json::Array{json::Object{{"ours", kMultiFactor}, {"theirs", preset.multiFactor}}};
    }
    return out;
}

} // namespace gatehouse::saml::presets
