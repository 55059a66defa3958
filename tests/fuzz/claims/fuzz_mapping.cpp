// SPDX-License-Identifier: Apache-2.0
// links: gatehouse_claims
// The first line is a mapping, the rest are claims: neither may break the run, and a refused login has its reason.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "claims/evaluate.h"
#include "json/json.h"

using namespace gatehouse;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const std::size_t line = text.find('\n');
    const auto document = json::parse(text.substr(0, line));
    const auto person = json::parseObject(line == std::string_view::npos ? "{}" : text.substr(line + 1));
    if (!document || !person) {
        return 0;
    }
    Problems problems;
    const claims::Mapping mapping = claims::parseMapping(*document, "", problems);
    const claims::Outcome outcome = claims::map(mapping, *person);
    if (outcome.ok() && !claims::looksLikeEmail(outcome.email)) {
        std::abort();
    }
    if (outcome.emailVerified && !json::boolMember(*person, "email_verified").value_or(false)) {
        std::abort();
    }
    (void)claims::toJson(outcome);
    (void)claims::unmappedClaims(mapping, *person);
    return 0;
}
