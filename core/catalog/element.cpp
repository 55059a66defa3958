// SPDX-License-Identifier: Apache-2.0
#include "catalog/element.h"

#include <algorithm>
#include <set>

namespace gatehouse::catalog {
namespace {

std::string textIn(const json::Object& object, std::string_view name) {
    return std::string(json::stringMember(object, name).value_or(""));
}

std::vector<std::string> textsIn(const json::Object& object, std::string_view name) {
    return json::stringsMember(object, name).value_or(std::vector<std::string>());
}

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// RFC 7643, 2.1, without "$", which clients take for a reference.
bool isAttributeName(std::string_view name) {
    return !name.empty() && isLetter(name.front()) && std::all_of(name.begin(), name.end(), [](char c) {
        return isLetter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

} // namespace

json::Object describe(const Element& element) {
    return {{"name", element.name},
            {"type", element.type},
            {"multiValued", element.multiValued},
            {"allowedValues", json::toArray(element.allowedValues)},
            {"description", element.description},
            {"use", json::toArray(element.use)},
            {"categories", json::toArray(element.categories)}};
}

Element elementFrom(const json::Object& described) {
    Element element;
    element.name = textIn(described, "name");
    element.type = textIn(described, "type");
    element.multiValued = json::boolMember(described, "multiValued").value_or(false);
    element.allowedValues = textsIn(described, "allowedValues");
    element.description = textIn(described, "description");
    element.use = textsIn(described, "use");
    element.categories = textsIn(described, "categories");
    return element;
}

std::vector<Fault> faultsOf(const Element& element) {
    std::vector<Fault> faults;
    if (!isAttributeName(element.name)) {
        faults.push_back({"name", "must begin with a letter, and have letters, digits, - and _ alone"});
    }
    if (!element.allowedValues.empty() && element.type != "string") {
        faults.push_back({"allowedValues", "are of a string alone"});
    }
    const std::set<std::string> distinct(element.allowedValues.begin(), element.allowedValues.end());
    if (distinct.size() != element.allowedValues.size() || distinct.contains("")) {
        faults.push_back({"allowedValues", "must differ, and none may be empty"});
    }
    return faults;
}

} // namespace gatehouse::catalog
