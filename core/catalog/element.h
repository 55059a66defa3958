// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "json/json.h"

namespace gatehouse::catalog {

/// One thing that is known of people, and what is to be known of it.
struct Element {
    std::string id;
    std::string name;         ///< of the attribute (RFC 7643, 2.1)
    std::string type;         ///< "string|boolean|integer|decimal|dateTime|reference"; fixed once it exists
    bool multiValued = false; ///< the same
    std::vector<std::string> allowedValues; ///< of a string; empty: any
    std::string description;                ///< what it means
    std::vector<std::string> use;           ///< what it is used for
    std::vector<std::string> categories;    ///< what kind of data it is
    Time createdAt;
    Time updatedAt;
    std::int64_t version = 1; ///< counts its changes
};

/// Without id, times and version.
[[nodiscard]] json::Object describe(const Element& element);
[[nodiscard]] Element elementFrom(const json::Object& described);

/// What is wrong with an element by itself: the member and why, or empty.
struct Fault {
    std::string member;
    std::string reason;
};
[[nodiscard]] std::vector<Fault> faultsOf(const Element& element);

} // namespace gatehouse::catalog
