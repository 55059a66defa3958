// SPDX-License-Identifier: Apache-2.0
#include "scim/filter_index.h"

#include "scim/text.h"

namespace gatehouse::scim {
namespace {

using Key = IndexTerm::Key;

std::optional<Key> keyOf(const AttributeRef& ref) {
    if (ref.extension != nullptr) {
        return std::nullopt;
    }
    const std::string name = ref.text();
    if (name == "id") {
        return Key::Id;
    }
    if (name == "userName") {
        return Key::UserName;
    }
    if (name == "externalId") {
        return Key::ExternalId;
    }
    if (name == "emails.value") {
        return Key::Email;
    }
    if (name == "members.value") {
        return Key::Member;
    }
    return name == "displayName" ? std::optional(Key::DisplayName) : std::nullopt;
}

std::optional<IndexTerm> fromComparison(const BoundFilter& filter) {
    const bool prefix = filter.comparison == Comparison::Sw;
    const std::optional<Key> key = keyOf(filter.attribute);
    if (!key || !filter.value.is_string() || (!prefix && filter.comparison != Comparison::Eq) ||
        (prefix && (filter.text.empty() || key == Key::Member))) {
        return std::nullopt;
    }
    return IndexTerm{*key, prefix, std::string(json::view(filter.value.get_string())), filter.text};
}

bool isBetter(const IndexTerm& a, const IndexTerm& b) {
    return a.prefix != b.prefix ? b.prefix : a.key < b.key;
}

} // namespace

std::optional<IndexTerm> indexTerm(const BoundFilter& filter) {
    if (filter.kind == Filter::Kind::Compare) {
        return fromComparison(filter);
    }
    if (filter.kind != Filter::Kind::And && filter.kind != Filter::Kind::ValuePath) {
        return std::nullopt;
    }
    std::optional<IndexTerm> best;
    for (const BoundFilter& child : filter.children) {
        std::optional<IndexTerm> term = indexTerm(child);
        if (term && (!best || isBetter(*term, *best))) {
            best = std::move(term);
        }
    }
    return best;
}

} // namespace gatehouse::scim
