// SPDX-License-Identifier: Apache-2.0
#include "connections/acr_mapping.h"

#include <algorithm>

namespace gatehouse::connections {
namespace {

constexpr std::string_view kMethod = "amr:";

void addOnce(std::vector<std::string>& list, std::string value) {
    if (std::find(list.begin(), list.end(), value) == list.end()) {
        list.push_back(std::move(value));
    }
}

// https://login.microsoftonline.com and those of the national clouds.
bool isEntra(std::string_view issuer) {
    return issuer.starts_with("https://login.microsoftonline.") ||
           issuer.starts_with("https://login.partner.microsoftonline.");
}

bool isAuthenticationContext(std::string_view name) {
    return (name.size() == 2 || name.size() == 3) && name.front() == 'c' && name[1] >= '1' && name[1] <= '9' &&
           (name.size() == 2 || (name[2] >= '0' && name[2] <= '9'));
}

std::vector<std::string> namesOf(const std::vector<AcrPair>& mapping, const std::string& ours) {
    std::vector<std::string> names;
    for (const AcrPair& pair : mapping) {
        if (pair.ours == ours) {
            names.push_back(pair.theirs);
        }
    }
    return names;
}

void addOurs(const std::vector<AcrPair>& mapping, const std::string& theirs, std::vector<std::string>& levels) {
    for (const AcrPair& pair : mapping) {
        if (pair.theirs == theirs) {
            addOnce(levels, pair.ours);
        }
    }
}

void addLevel(const std::vector<AcrPair>& mapping, const std::string& theirs, std::vector<std::string>& levels) {
    const std::size_t before = levels.size();
    if (!theirs.starts_with(kMethod)) { // that stands for a method, whoever says it as a level
        addOurs(mapping, theirs, levels);
    }
    if (levels.size() == before && !theirs.empty()) {
        addOnce(levels, theirs);
    }
}

} // namespace

AcrAsk askFor(const Connection& connection, const std::vector<std::string>& wanted,
              const std::vector<std::string>& meeting) {
    std::vector<std::string> names;
    AcrAsk ask;
    for (const std::string& level : wanted) {
        std::vector<std::string> theirs = namesOf(connection.acrMapping, level);
        for (std::size_t i = 0; theirs.empty() && i < meeting.size(); ++i) {
            theirs = namesOf(connection.acrMapping, meeting[i]);
        }
        if (theirs.empty()) {
            theirs.push_back(level);
        }
        for (std::string& name : theirs) {
            if (name.starts_with(kMethod)) {
                addOnce(ask.voluntary, level);
            } else {
                addOnce(names, std::move(name));
            }
        }
    }
    for (std::string& name : names) {
        const bool context = isEntra(connection.issuer) && isAuthenticationContext(name);
        (context ? ask.acrs : ask.acr).push_back(std::move(name));
    }
    return ask;
}

std::vector<std::string> levelsOf(const std::vector<AcrPair>& mapping, const json::Object& claims) {
    std::vector<std::string> levels;
    addLevel(mapping, std::string(json::stringMember(claims, "acr").value_or("")), levels);
    for (const std::string& context : json::stringsMember(claims, "acrs").value_or(std::vector<std::string>())) {
        addLevel(mapping, context, levels);
    }
    for (const std::string& method : json::stringsMember(claims, "amr").value_or(std::vector<std::string>())) {
        addOurs(mapping, std::string(kMethod) + method, levels);
    }
    return levels;
}

} // namespace gatehouse::connections
