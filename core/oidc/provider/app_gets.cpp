// SPDX-License-Identifier: Apache-2.0
#include "oidc/provider/app_gets.h"

#include <algorithm>

#include "directory/directory.h"
#include "oidc/provider/about_app.h"
#include "oidc/provider/token_claims.h"
#include "web/texts.h"

namespace gatehouse::oidc::provider {
namespace {

bool isOurs(std::string_view scope) {
    for (const std::string_view known : {"openid", "email", "profile", "groups", "offline_access"}) {
        if (scope == known) {
            return true;
        }
    }
    return false;
}

// In plain words: ours have theirs, others those of the tenant's permission of that name, else their name.
json::Array scopeRows(const Parts& parts, const TenantId& tenant, const Wanted& wanted, web::Language language) {
    json::Array rows;
    for (const std::string& scope : wanted.scopes) {
        std::string words(isOurs(scope) ? web::text(language, "scope." + scope) : std::string_view());
        if (words.empty()) {
            const auto permission = parts.store.read(
                [&](store::Reader& reader) { return directory::findPermission(reader, tenant, scope); });
            words = permission && !permission->description.empty() ? permission->description : scope;
        }
        rows.push_back(json::Object{{"words", words}});
    }
    return rows;
}

std::string valueText(const json::Value& value) {
    if (value.is_string() && !value.get_string().empty()) {
        return std::string(json::view(value.get_string()));
    }
    if (!value.is_array() || value.get_array().empty()) {
        return json::write(value);
    }
    std::string text;
    for (const json::Value& each : value.get_array()) {
        text.append(text.empty() ? "" : ", ").append(valueText(each));
    }
    return text;
}

json::Array claimRows(const directory::User& user, const Wanted& wanted, web::Language language) {
    json::Object claims;
    addScopedClaims(user, wanted.scopes, claims);
    addNamedClaims(user, wanted.claims, claims);
    json::Array rows;
    for (const char* name : {"name", "given_name", "family_name", "email", "groups"}) {
        const json::Value* value = json::member(claims, name);
        const bool said = value != nullptr && (value->is_string() ? !value->get_string().empty()
                                                                  : value->is_array() && !value->get_array().empty());
        if (said) {
            rows.push_back(json::Object{{"label", web::text(language, "claim." + std::string(name))},
                                        {"value", valueText(*value)}});
        }
    }
    return rows;
}

bool isPlain(const json::Value& value) {
    if (const json::Array* array = value.if_array()) {
        return std::none_of(array->begin(), array->end(),
                            [](const json::Value& each) { return each.is_object() || each.is_array(); });
    }
    return !value.is_object() || value.get_object().empty();
}

// Each value under the way to it: "amount.currency".
void addMembers(const std::string& label, const json::Value& value, json::Array& rows) {
    if (isPlain(value)) {
        rows.push_back(json::Object{{"label", label}, {"value", valueText(value)}});
    } else if (const json::Object* object = value.if_object()) {
        for (const auto& member : *object) {
            addMembers(label + "." + std::string(member.key()), member.value(), rows);
        }
    } else {
        std::size_t number = 0;
        for (const json::Value& each : value.get_array()) {
            addMembers(label + "." + std::to_string(++number), each, rows);
        }
    }
}

json::Array detailRows(const json::Array& details) {
    json::Array rows;
    for (const json::Value& each : details) {
        json::Array members;
        for (const auto& member : each.as_object()) {
            if (std::string_view(member.key()) != "type") {
                addMembers(std::string(member.key()), member.value(), members);
            }
        }
        rows.push_back(json::Object{{"type", json::stringMember(each.as_object(), "type").value_or("")},
                                    {"members", std::move(members)}});
    }
    return rows;
}

} // namespace

json::Object appGets(const Parts& parts, const TenantId& tenant, const directory::User& user, const apps::App& app,
                     const Wanted& wanted, web::Language language) {
    json::Array claims = claimRows(user, wanted, language);
    json::Object out{{"thirdParty", !app.firstParty},
                     {"scopes", scopeRows(parts, tenant, wanted, language)},
                     {"details", detailRows(wanted.details)},
                     {"detailed", !wanted.details.empty()},
                     {"nothing", wanted.scopes.empty() && wanted.details.empty()},
                     {"gets", !claims.empty()}};
    out["claims"] = std::move(claims);
    out["about"] = aboutApp(parts, app);
    return out;
}

} // namespace gatehouse::oidc::provider
