// SPDX-License-Identifier: Apache-2.0
// links: gatehouse_scim
// No filter or path breaks anything, and what is refused is a refusal of the client. A filter that is accepted never
// reads what is hidden, finds the same twice, and its index leaves out nothing that it finds.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "scim/core_schemas.h"
#include "scim/errors.h"
#include "scim/filter_index.h"
#include "scim/path.h"
#include "scim/text.h"

namespace {

using namespace gatehouse;

const scim::ResourceType& userType() {
    static const scim::ResourceType type = scim::userType();
    return type;
}

const json::Object& person() {
    static const json::Object fixed =
        json::parseObject(R"({"id":"1","externalId":"e","userName":"bjensen","displayName":"Babs","active":true,
            "password":"hidden","emails":[{"value":"b@x.example","type":"work","primary":true}],
            "meta":{"created":"2026-01-15T12:00:00Z"}})")
            .value();
    return fixed;
}

const json::Object& withoutSecret() {
    static const json::Object fixed = [] {
        json::Object out = person();
        out.erase("password");
        return out;
    }();
    return fixed;
}

bool fits(const std::string& value, const scim::IndexTerm& term) {
    return term.prefix ? value.starts_with(term.folded) : value == term.folded;
}

/// Whether an index over the person would find it by the term.
bool indexFinds(const scim::IndexTerm& term) {
    switch (term.key) {
    case scim::IndexTerm::Key::Id:
        return fits("1", term);
    case scim::IndexTerm::Key::UserName:
        return fits("bjensen", term);
    case scim::IndexTerm::Key::ExternalId:
        return fits("e", term);
    case scim::IndexTerm::Key::Email:
        return fits("b@x.example", term);
    case scim::IndexTerm::Key::DisplayName:
        return fits("babs", term);
    case scim::IndexTerm::Key::Member:
        break;
    }
    return false;
}

void mustBeClients(const Error& error) {
    const scim::ScimError described = scim::describe(error);
    if (described.status != 400 || described.scimType.empty()) {
        std::abort();
    }
}

void tryFilter(std::string_view text) {
    const auto parsed = scim::parseFilter(text);
    const auto bound = parsed ? scim::bind(*parsed, userType()) : tl::unexpected<Error>(parsed.error());
    if (!bound) {
        mustBeClients(bound.error());
        return;
    }
    const bool found = scim::matches(*bound, person());
    if (found != scim::matches(*bound, person()) || found != scim::matches(*bound, withoutSecret())) {
        std::abort();
    }
    const auto term = scim::indexTerm(*bound);
    if (found && term && !indexFinds(*term)) {
        std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    tryFilter(text);
    const auto path = scim::parsePath(text);
    const auto target = path ? scim::resolvePath(userType(), *path) : tl::unexpected<Error>(path.error());
    if (!target) {
        mustBeClients(target.error());
    }
    if (scim::foldCase(scim::foldCase(text)) != scim::foldCase(text) ||
        !scim::sameText(text, scim::foldCase(text), false)) {
        std::abort();
    }
    return 0;
}
