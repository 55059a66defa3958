// SPDX-License-Identifier: Apache-2.0
#include "scim/elements.h"

#include <algorithm>

#include "scim/text.h"
#include "scim/value.h"

namespace gatehouse::scim {
namespace {

using Kind = Operation::Kind;

tl::unexpected<Error> refuse(std::string_view reason, const AttributeRef& ref) {
    return fail(Code::InvalidArgument, reason, ref.text());
}

bool isPrimary(const json::Value& element) {
    const json::Object* object = element.if_object();
    return object != nullptr && json::boolMember(*object, "primary") == true;
}

/// All but the element at `kept` are no longer the primary one (RFC 7644, 3.5.2).
void demoteOthers(json::Array& list, std::size_t kept) {
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (i != kept && isPrimary(list[i])) {
            list[i].get_object()["primary"] = false;
        }
    }
}

/// The parts that an element needs for the filter to find it, if that is a row of equalities with `and`.
bool collectEqualities(const BoundFilter& filter, json::Object& parts) {
    if (filter.kind == Filter::Kind::And) {
        return std::all_of(filter.children.begin(), filter.children.end(),
                           [&](const BoundFilter& each) { return collectEqualities(each, parts); });
    }
    if (filter.kind != Filter::Kind::Compare || filter.comparison != Comparison::Eq || filter.value.is_null() ||
        filter.attribute.sub == nullptr) {
        return false;
    }
    parts[filter.attribute.sub->name] = filter.value;
    return true;
}

/// The filter says what kind of element is meant, not which one.
bool namesAKind(const json::Object& parts) {
    return std::all_of(parts.begin(), parts.end(),
                       [](const auto& each) { return each.key() == "type" || each.key() == "primary"; });
}

class ElementWriter {
public:
    ElementWriter(const Operation& operation, json::Array& list)
        : m_operation(operation)
        , m_ref(operation.target.attribute)
        , m_list(list) {}

    Status run() {
        if (m_ref.sub != nullptr && m_ref.sub->required && m_operation.kind == Kind::Remove) {
            return refuse("scim.mutability", m_ref);
        }
        if (m_ref.sub != nullptr && m_operation.kind != Kind::Remove && !m_operation.target.filter &&
            m_list.size() > 1) {
            return refuse("scim.path", m_ref); // which one is not said
        }
        const bool found = changeMatches();
        if (!found && m_operation.kind != Kind::Remove) {
            ENSURE(create());
        }
        dropEmpty();
        return settlePrimary();
    }

private:
    bool changeMatches() {
        bool found = false;
        for (std::size_t i = 0; i < m_list.size(); ++i) {
            if (!m_operation.target.filter || matchesElement(*m_operation.target.filter, m_list[i])) {
                found = true;
                changeOne(m_list[i]);
                m_touched.push_back(i);
            }
        }
        return found;
    }

    void changeOne(json::Value& element) {
        json::Object* parts = element.if_object();
        if (m_operation.kind == Kind::Remove) {
            if (m_ref.sub == nullptr || parts == nullptr) {
                element = nullptr;
            } else if (const auto part = parts->find(m_ref.sub->name); part != parts->end()) {
                parts->stable_erase(part);
            }
            return;
        }
        if (m_ref.sub != nullptr && parts != nullptr) {
            (*parts)[m_ref.sub->name] = m_operation.value;
        } else if (m_operation.kind == Kind::Add && parts != nullptr && m_operation.value.is_object()) {
            joinParts(*parts, m_operation.value.get_object());
        } else {
            element = withEqualities();
        }
    }

    /// The value, with what the filter found the element by where the value does not say.
    [[nodiscard]] json::Value withEqualities() const {
        json::Object parts;
        const bool plain = m_operation.target.filter && collectEqualities(*m_operation.target.filter, parts);
        const json::Object* value = m_operation.value.if_object();
        if (!plain || value == nullptr) {
            return m_operation.value;
        }
        joinParts(parts, *value);
        return json::Value(std::move(parts));
    }

    Status create() {
        json::Object parts;
        if (m_operation.target.filter) {
            const bool plain = collectEqualities(*m_operation.target.filter, parts);
            if (!plain || (m_operation.kind == Kind::Replace && !namesAKind(parts))) {
                return refuse("scim.no_target", m_ref);
            }
        }
        if (m_ref.sub != nullptr) {
            parts[m_ref.sub->name] = m_operation.value;
        } else if (const json::Object* value = m_operation.value.if_object()) {
            joinParts(parts, *value);
        }
        if (m_list.size() >= kMaxElements) {
            return refuse("scim.too_many_values", m_ref);
        }
        m_touched.push_back(m_list.size());
        m_list.push_back(std::move(parts));
        return {};
    }

    void dropEmpty() {
        if (m_operation.kind != Kind::Remove) {
            return;
        }
        json::Array kept;
        for (json::Value& element : m_list) {
            if (!isUnassigned(element)) {
                kept.push_back(std::move(element));
            }
        }
        m_list = std::move(kept);
        m_touched.clear();
    }

    Status settlePrimary() {
        const auto touchedPrimary = [&](std::size_t i) { return isPrimary(m_list[i]); };
        const auto first = std::find_if(m_touched.begin(), m_touched.end(), touchedPrimary);
        if (first == m_touched.end()) {
            return {};
        }
        if (std::count_if(first, m_touched.end(), touchedPrimary) > 1) {
            return refuse("scim.primary", m_ref);
        }
        demoteOthers(m_list, *first);
        return {};
    }

    const Operation& m_operation;
    const AttributeRef& m_ref;
    json::Array& m_list;
    std::vector<std::size_t> m_touched;
};

} // namespace

void joinParts(json::Object& into, const json::Object& from) {
    for (const auto& each : from) {
        into[each.key()] = each.value();
    }
}

bool isUnassigned(const json::Value& value) {
    const json::Array* list = value.if_array();
    const json::Object* object = value.if_object();
    return value.is_null() || (list != nullptr && list->empty()) || (object != nullptr && object->empty());
}

Status appendElements(const Attribute& attribute, json::Array& list, const json::Array& added) {
    for (const json::Value& element : added) {
        auto place = std::find_if(list.begin(), list.end(),
                                  [&](const json::Value& each) { return sameElement(attribute, each, element); });
        if (place == list.end()) {
            if (list.size() >= kMaxElements) {
                return fail(Code::InvalidArgument, "scim.too_many_values", attribute.name);
            }
            list.push_back(element);
            place = list.end() - 1;
        } else if (element.is_object()) {
            joinParts(place->get_object(), element.get_object());
        }
        if (isPrimary(element)) {
            demoteOthers(list, static_cast<std::size_t>(place - list.begin()));
        }
    }
    return {};
}

void removeElements(const Attribute& attribute, json::Array& list, const json::Array& gone) {
    json::Array kept;
    for (json::Value& element : list) {
        const bool goes = std::any_of(gone.begin(), gone.end(),
                                      [&](const json::Value& each) { return sameElement(attribute, element, each); });
        if (!goes) {
            kept.push_back(std::move(element));
        }
    }
    list = std::move(kept);
}

Status changeElements(const Operation& operation, json::Array& list) {
    return ElementWriter(operation, list).run();
}

} // namespace gatehouse::scim
