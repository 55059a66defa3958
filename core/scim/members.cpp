// SPDX-License-Identifier: Apache-2.0
#include "scim/members.h"

#include <unordered_set>

#include "scim/value.h"

namespace gatehouse::scim {
namespace {

tl::unexpected<Error> refuse(std::string_view reason, std::string_view detail) {
    return fail(Code::InvalidArgument, reason, detail);
}

Result<Member> memberIn(const json::Value& element) {
    const json::Object* object = element.if_object();
    const auto id = object == nullptr ? std::nullopt : json::stringMember(*object, "value");
    if (!id || id->empty()) {
        return refuse("scim.value", "members.value");
    }
    return Member{std::string(*id), std::string(json::stringMember(*object, "type").value_or(""))};
}

/// `value eq "id"`, or a row of these with `or`.
bool collectIds(const BoundFilter& filter, std::vector<std::string>& ids) {
    if (filter.kind == Filter::Kind::Or) {
        for (const BoundFilter& each : filter.children) {
            if (!collectIds(each, ids)) {
                return false;
            }
        }
        return true;
    }
    const bool names = filter.kind == Filter::Kind::Compare && filter.comparison == Comparison::Eq &&
                       filter.value.is_string() && filter.attribute.leaf().name == "value";
    if (names) {
        ids.push_back(filter.text);
    }
    return names;
}

} // namespace

Result<std::vector<Member>> takeMembers(json::Object& resource) {
    std::vector<Member> out;
    const auto found = resource.find("members");
    if (found == resource.end()) {
        return out;
    }
    std::unordered_set<std::string> seen;
    if (const json::Array* list = found->value().if_array()) {
        for (const json::Value& element : *list) {
            TRY(member, memberIn(element));
            if (seen.insert(member.id).second) {
                out.push_back(std::move(member));
            }
        }
    }
    resource.stable_erase(found);
    return out;
}

Status MemberChanges::change(const Member& member, bool added) {
    if (++m_count > kMaxMembers) {
        return refuse("scim.patch_too_large", "members");
    }
    const auto [place, isNew] = m_places.try_emplace(member.id, m_changes.size());
    if (isNew) {
        m_changes.push_back({member, added});
    } else {
        m_changes[place->second] = {member, added};
    }
    return {};
}

Status MemberChanges::changeAll(const json::Array& elements, bool added) {
    for (const json::Value& element : elements) {
        TRY(member, memberIn(element));
        ENSURE(change(member, added));
    }
    return {};
}

void MemberChanges::dropAll() {
    m_replaced = true;
    m_changes.clear();
    m_places.clear();
}

Result<std::vector<std::string>> MemberChanges::idsOf(const BoundFilter& filter) const {
    std::vector<std::string> ids;
    if (collectIds(filter, ids)) {
        return ids;
    }
    if (m_known == nullptr || m_replaced || !m_changes.empty()) {
        return refuse("scim.members_filter", "members");
    }
    ids.clear();
    for (const json::Value& element : *m_known) {
        if (matchesElement(filter, element)) {
            TRY(member, memberIn(element));
            ids.push_back(std::move(member.id));
        }
    }
    return ids;
}

/// One member that is named: it can go, and it can come; what is said of it cannot change.
Status MemberChanges::applyFiltered(const Operation& operation) {
    if (operation.target.attribute.sub != nullptr) {
        return refuse("scim.mutability", operation.target.attribute.text());
    }
    TRY(ids, idsOf(*operation.target.filter));
    if (operation.kind == Operation::Kind::Remove) {
        for (const std::string& id : ids) {
            ENSURE(change({id, ""}, false));
        }
        return {};
    }
    const json::Object* element = operation.value.if_object();
    const auto id = element == nullptr ? std::nullopt : json::stringMember(*element, "value");
    if (ids.size() != 1 || (id && *id != ids.front())) {
        return refuse("scim.mutability", "members.value");
    }
    if (operation.kind == Operation::Kind::Add) {
        return change({ids.front(), std::string(json::stringMember(*element, "type").value_or(""))}, true);
    }
    return {};
}

Status MemberChanges::apply(const Operation& operation) {
    if (operation.target.filter) {
        return applyFiltered(operation);
    }
    if (operation.target.attribute.sub != nullptr) {
        return refuse("scim.mutability", operation.target.attribute.text());
    }
    const json::Array* elements = operation.value.if_array();
    const bool wholeList = operation.kind == Operation::Kind::Replace ||
                           (operation.kind == Operation::Kind::Remove && elements == nullptr);
    if (wholeList) {
        dropAll();
    }
    return elements == nullptr ? Status() : changeAll(*elements, operation.kind != Operation::Kind::Remove);
}

MemberDelta MemberChanges::delta() const {
    MemberDelta out;
    out.replaced = m_replaced;
    for (const Change& each : m_changes) {
        if (each.added) {
            out.added.push_back(each.member);
        } else if (!m_replaced) {
            out.removed.push_back(each.member.id);
        }
    }
    return out;
}

} // namespace gatehouse::scim
