// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "scim/attribute_path.h"

namespace gatehouse::scim {

enum class Type { String, Boolean, Decimal, Integer, DateTime, Binary, Reference, Complex };
enum class Mutability { ReadWrite, ReadOnly, Immutable, WriteOnly };
enum class Returned { Default, Always, Never, Request };
enum class Uniqueness { None, Server, Global };

/// One attribute with its characteristics (RFC 7643, 2.2 and 7).
struct Attribute {
    std::string name;
    std::string description;
    Type type = Type::String;
    bool multiValued = false;
    bool required = false;
    bool caseExact = false;
    Mutability mutability = Mutability::ReadWrite;
    Returned returned = Returned::Default;
    Uniqueness uniqueness = Uniqueness::None;
    std::vector<std::string> canonicalValues; ///< suggestions: other values are kept as they came
    bool closed = false;                      ///< no suggestions: no other value is taken
    std::vector<std::string> referenceTypes;  ///< of a Reference
    std::vector<Attribute> subAttributes;     ///< of a Complex; none of them is Complex
    /// The sub-attribute of that name in any case, or nullptr.
    [[nodiscard]] const Attribute* sub(std::string_view wanted) const;
};

/// A schema: a resource type's own, or an extension.
struct Schema {
    std::string id; ///< its URN
    std::string name;
    std::string description;
    std::vector<Attribute> attributes;
    [[nodiscard]] const Attribute* find(std::string_view wanted) const;
};

struct Extension {
    Schema schema;
    bool required = false;
};

/// A kind of resource (RFC 7643, 6). Immutable once made; what is resolved against it points into it.
struct ResourceType {
    std::string name;
    std::string endpoint; ///< "/Users"
    std::string description;
    Schema schema;
    std::vector<Extension> extensions;
};

/// What a path means to a resource type. With neither attribute nor extension it is the resource itself; with an
/// extension alone, that extension as a whole.
struct AttributeRef {
    const Schema* extension = nullptr; ///< nullptr: the attribute lies in the resource's root
    const Attribute* attribute = nullptr;
    const Attribute* sub = nullptr;
    /// The innermost attribute.
    [[nodiscard]] const Attribute& leaf() const { return sub != nullptr ? *sub : *attribute; }
    /// In canonical case, with the URN of an extension.
    [[nodiscard]] std::string text() const;
};

/// The attribute that a path names, in any case. A name without URN is looked for in the resource type's schema, in the
/// common attributes (RFC 7643, 3.1), and then in the extensions if just one of them has it, as Entra writes `manager`.
[[nodiscard]] std::optional<AttributeRef> resolve(const ResourceType& type, const AttributePath& path);
/// The members of a group: the one list that may be too long to be read.
[[nodiscard]] bool isMembers(const AttributeRef& ref);
/// schemas, id, externalId and meta.
[[nodiscard]] const std::vector<Attribute>& commonAttributes();
/// The extension of that URN in any case, or nullptr.
[[nodiscard]] const Schema* findExtension(const ResourceType& type, std::string_view urn);

/// An extension out of attributes that are known at run time only. `scim.schema_invalid`: the URN is none, a name is
/// not an attribute's or is there twice, only Complex attributes have sub-attributes, and those are not Complex.
[[nodiscard]] Result<Schema> makeExtension(std::string id, std::string name, std::string description,
                                           std::vector<Attribute> attributes);

} // namespace gatehouse::scim
