// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "scim/attribute_path.h"
#include "json/json.h"

namespace gatehouse::scim {

enum class Comparison { Eq, Ne, Co, Sw, Ew, Gt, Ge, Lt, Le };

/// A filter as it was written (RFC 7644, 3.4.2.2 with erratum 4690): what it says, before a schema is asked what it
/// means. A row of `and` or of `or` is one node, so a filter is no deeper than its brackets.
struct Filter {
    enum class Kind { Compare, Present, And, Or, Not, ValuePath };
    Kind kind = Kind::Present;
    Comparison comparison = Comparison::Eq; ///< of Compare
    AttributePath path;                     ///< of Compare, Present and ValuePath
    json::Value value;                      ///< of Compare: text, number, true, false or null
    std::vector<Filter> children;           ///< two or more of And and Or, one of Not and ValuePath
};

struct FilterLimits {
    std::size_t octets = 4096;
    std::size_t depth = 32; ///< of brackets of both kinds
    std::size_t terms = 64; ///< comparisons and presences
};

/// Reads a filter. Operators in any case, white space around everything; `emails[type eq "work"].value eq "x"`, which
/// Entra sends, is read as `emails[type eq "work" and value eq "x"]`. `scim.filter` with the byte where it breaks;
/// `scim.filter_too_large` beyond the limits, which are looked at before anything is built.
[[nodiscard]] Result<Filter> parseFilter(std::string_view text, const FilterLimits& limits = {});
/// What may stand between the brackets of a value path: no value path.
[[nodiscard]] Result<Filter> parseValueFilter(std::string_view text, const FilterLimits& limits = {});

} // namespace gatehouse::scim
