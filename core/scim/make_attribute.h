// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "scim/schema.h"

namespace gatehouse::scim::make {

// How the schemas of this module are written down: a type, a name, its words, and what differs from the defaults.
enum Flag : unsigned {
    kMany = 1,
    kRequired = 2,
    kExact = 4,
    kReadOnly = 8,
    kImmutable = 16,
    kWriteOnly = 32,
    kAlways = 64,
    kNever = 128,
    kUnique = 256,
};

[[nodiscard]] inline Attribute attribute(Type type, std::string_view name, std::string_view description,
                                         unsigned flags = 0) {
    Attribute out;
    out.type = type;
    out.name = name;
    out.description = description;
    out.multiValued = (flags & kMany) != 0;
    out.required = (flags & kRequired) != 0;
    out.caseExact = (flags & kExact) != 0;
    out.mutability = (flags & kReadOnly) != 0    ? Mutability::ReadOnly
                     : (flags & kImmutable) != 0 ? Mutability::Immutable
                     : (flags & kWriteOnly) != 0 ? Mutability::WriteOnly
                                                 : Mutability::ReadWrite;
    out.returned = (flags & kAlways) != 0  ? Returned::Always
                   : (flags & kNever) != 0 ? Returned::Never
                                           : Returned::Default;
    out.uniqueness = (flags & kUnique) != 0 ? Uniqueness::Server : Uniqueness::None;
    return out;
}

[[nodiscard]] inline Attribute text(std::string_view name, std::string_view description, unsigned flags = 0) {
    return attribute(Type::String, name, description, flags);
}
[[nodiscard]] inline Attribute boolean(std::string_view name, std::string_view description, unsigned flags = 0) {
    return attribute(Type::Boolean, name, description, flags);
}
[[nodiscard]] inline Attribute choice(std::string_view name, std::string_view description,
                                      std::vector<std::string> values, unsigned flags = 0) {
    Attribute out = attribute(Type::String, name, description, flags);
    out.canonicalValues = std::move(values);
    return out;
}
[[nodiscard]] inline Attribute reference(std::string_view name, std::string_view description,
                                         std::vector<std::string> types, unsigned flags = 0) {
    Attribute out = attribute(Type::Reference, name, description, flags);
    out.referenceTypes = std::move(types);
    return out;
}
[[nodiscard]] inline Attribute complex(std::string_view name, std::string_view description,
                                       std::vector<Attribute> subAttributes, unsigned flags = 0) {
    Attribute out = attribute(Type::Complex, name, description, flags);
    out.subAttributes = std::move(subAttributes);
    return out;
}

} // namespace gatehouse::scim::make
