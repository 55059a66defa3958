// SPDX-License-Identifier: Apache-2.0
#include "saml/sp/logout_hint.h"

#include "json/json.h"

namespace gatehouse::saml::sp {

std::string logoutHint(const wire::NameId& nameId, const std::string& sessionIndex) {
    return json::write(json::Object{{"nameId", nameId.value},
                                    {"format", nameId.format},
                                    {"nameQualifier", nameId.nameQualifier},
                                    {"spNameQualifier", nameId.spNameQualifier},
                                    {"sessionIndex", sessionIndex}});
}

std::optional<LogoutHint> readLogoutHint(const std::string& text) {
    const auto object = json::parseObject(text);
    if (!object) {
        return std::nullopt;
    }
    const auto of = [&](std::string_view name) { return std::string(json::stringMember(*object, name).value_or("")); };
    LogoutHint hint{{of("nameId"), of("format"), of("nameQualifier"), of("spNameQualifier")}, of("sessionIndex")};
    return hint.nameId.value.empty() ? std::nullopt : std::optional(std::move(hint));
}

} // namespace gatehouse::saml::sp
