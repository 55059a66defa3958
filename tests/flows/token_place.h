// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tests/flows/forged.h"

namespace gatehouse::flows {

/// A place that reads a token, and a token that it takes. Tokens that serve once are made anew each time.
struct Place {
    std::string name;
    std::vector<std::string> kinds; ///< of token that it takes; the first is that of `genuine`
    std::function<std::string()> genuine;
    std::function<bool(const std::string&)> accepts;
    json::Object key;                 ///< public, that proves it
    Sign sign{};                      ///< by that key; none where only the broker has it
    std::vector<std::string> types{}; ///< the values of typ that it takes, with `sign`; "": none
    bool namesItsKey = false;         ///< a token of any key that it brings along is genuine
};

/// Whether an HTTP client sends it in a header at all.
[[nodiscard]] bool fitsAHeader(const std::string& token);

/// A token of some kind that is good for something else.
struct OtherToken {
    std::string kind;
    std::string token;
};

/// How many tokens were tried, and the first for which a place said the wrong thing; empty: none.
struct Trial {
    int tried = 0;
    std::string wrong;
};

[[nodiscard]] Trial tryGenuine(const std::vector<Place>& places);
/// Everything of forgeries(). What it was forged from is taken afterwards: the forgeries had spent nothing of it.
[[nodiscard]] Trial tryForged(const std::vector<Place>& places);
/// Everything of malformed(), where there is a key to sign with; and what it came of afterwards.
[[nodiscard]] Trial tryMalformed(const std::vector<Place>& places);
/// The genuine claims under the typ of each other kind of token, by the right key.
[[nodiscard]] Trial tryOtherTypes(const std::vector<Place>& places);
/// Each place's token, and `more`, at each place that does not take that kind.
[[nodiscard]] Trial tryOtherKinds(const std::vector<Place>& places, std::vector<OtherToken> more = {});

} // namespace gatehouse::flows
