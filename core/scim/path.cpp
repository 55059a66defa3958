// SPDX-License-Identifier: Apache-2.0
#include "scim/path.h"

#include "scim/text.h"

namespace gatehouse::scim {
namespace {

constexpr std::size_t kMaxOctets = 4096;

tl::unexpected<Error> refuse(std::string_view detail) {
    return fail(Code::InvalidArgument, "scim.path", detail);
}

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(' ');
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// The bracket that closes the filter: the first outside of quotation marks.
std::size_t closingBracket(std::string_view text, std::size_t from) {
    bool quoted = false;
    for (std::size_t i = from; i < text.size(); ++i) {
        if (quoted && text[i] == '\\') {
            ++i;
        } else if (text[i] == '"') {
            quoted = !quoted;
        } else if (!quoted && text[i] == ']') {
            return i;
        }
    }
    return std::string_view::npos;
}

Result<Path> parseValuePath(std::string_view text, std::size_t open) {
    TRY(attribute, parseAttributePath(text.substr(0, open)));
    const std::size_t close = closingBracket(text, open + 1);
    if (close == std::string_view::npos || !attribute.sub.empty() || attribute.attribute.empty()) {
        return refuse("at byte " + std::to_string(open));
    }
    auto filter = parseValueFilter(text.substr(open + 1, close - open - 1));
    if (!filter) {
        return filter.error().reason == "scim.filter_too_large" ? tl::unexpected<Error>(filter.error())
                                                                : refuse("in the brackets, " + filter.error().detail);
    }
    const std::string_view rest = text.substr(close + 1);
    if (!rest.empty() && (rest.front() != '.' || !isAttributeName(rest.substr(1)))) {
        return refuse("at byte " + std::to_string(close + 1));
    }
    attribute.sub = rest.empty() ? "" : rest.substr(1);
    return Path{std::move(attribute), *std::move(filter)};
}

} // namespace

Result<Path> parsePath(std::string_view text) {
    if (text.size() > kMaxOctets) {
        return refuse("too long");
    }
    text = trimmed(text);
    if (text.empty()) {
        return Path();
    }
    const std::size_t open = text.find('[');
    if (open != std::string_view::npos) {
        return parseValuePath(text, open);
    }
    TRY(attribute, parseAttributePath(text));
    return Path{std::move(attribute), std::nullopt};
}

Result<Target> resolvePath(const ResourceType& type, const Path& path) {
    const std::optional<AttributeRef> found = resolve(type, path.attribute);
    const std::string shown = shownName(path.attribute.attribute);
    if (!found) {
        return refuse(shown);
    }
    Target out;
    out.attribute = *found;
    if (path.filter) {
        if (found->attribute == nullptr || !found->attribute->multiValued) {
            return refuse(shown);
        }
        auto filter = bindElement(*path.filter, *found);
        if (!filter) {
            return refuse(shown);
        }
        out.filter = *std::move(filter);
    }
    return out;
}

} // namespace gatehouse::scim
