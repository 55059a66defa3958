// SPDX-License-Identifier: Apache-2.0
#include "scim/etag.h"

namespace gatehouse::scim {
namespace {

void skipSpace(std::string_view& text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) {
        text.remove_prefix(1);
    }
}

bool skip(std::string_view& text, std::string_view prefix) {
    if (!text.starts_with(prefix)) {
        return false;
    }
    text.remove_prefix(prefix.size());
    return true;
}

/// The opaque part of the entity tag that `text` begins with; false where it begins with none.
bool readTag(std::string_view& text, std::string_view& opaque) {
    skipSpace(text);
    (void)(skip(text, "W/") || skip(text, "W\\/"));
    if (!skip(text, "\"")) {
        return false;
    }
    const std::size_t end = text.find('"');
    if (end == std::string_view::npos) {
        return false;
    }
    opaque = text.substr(0, end);
    text.remove_prefix(end + 1);
    skipSpace(text);
    return true;
}

} // namespace

std::string weakETag(std::int64_t version) {
    return "W/\"" + std::to_string(version) + "\"";
}

bool namesETag(std::string_view header, std::string_view etag) {
    skipSpace(header);
    std::string_view wanted;
    if (!readTag(etag, wanted) || !etag.empty()) {
        return false;
    }
    if (skip(header, "*")) {
        skipSpace(header);
        return header.empty();
    }
    bool found = false;
    std::string_view opaque;
    do {
        if (!readTag(header, opaque)) {
            return false;
        }
        found = found || opaque == wanted;
    } while (skip(header, ","));
    return found && header.empty();
}

} // namespace gatehouse::scim
