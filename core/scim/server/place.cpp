// SPDX-License-Identifier: Apache-2.0
#include "scim/server/place.h"

#include "http/forms.h"

namespace gatehouse::scim::server {
namespace {

constexpr std::size_t kMaxId = 256;

} // namespace

Server::Place Server::Place::of(std::string_view rest, const Types& types) {
    if (rest.ends_with('/')) {
        rest.remove_suffix(1);
    }
    if (!rest.starts_with('/')) {
        return {};
    }
    const std::size_t slash = rest.find('/', 1);
    const std::string_view first = rest.substr(0, slash);
    const std::string_view second = slash == std::string_view::npos ? std::string_view() : rest.substr(slash + 1);
    if (slash != std::string_view::npos && (second.empty() || second.find('/') != std::string_view::npos)) {
        return {};
    }
    auto id = http::percentDecode(second);
    if (!id || id->size() > kMaxId) {
        return {};
    }
    const bool alone = second.empty();
    if (const ResourceType* type = types.typeOf(first)) {
        const Kind kind = alone ? Kind::Resources : second == ".search" ? Kind::Search : Kind::One;
        return {kind, type, *std::move(id)};
    }
    if (first == "/Schemas" || first == "/ResourceTypes") {
        return {first == "/Schemas" ? Kind::Schemas : Kind::Types, nullptr, *std::move(id)};
    }
    if (!alone) {
        return {};
    }
    return first == "/.search"                 ? Place{Kind::SearchAll, nullptr, {}}
           : first == "/Bulk"                  ? Place{Kind::Bulk, nullptr, {}}
           : first == "/Me"                    ? Place{Kind::Me, nullptr, {}}
           : first == "/ServiceProviderConfig" ? Place{Kind::Config, nullptr, {}}
                                               : Place{};
}

std::string_view Server::Place::methods() const {
    switch (kind) {
    case Kind::Resources:
        return "GET, POST";
    case Kind::One:
        return "GET, PUT, PATCH, DELETE";
    case Kind::Search:
    case Kind::SearchAll:
    case Kind::Bulk:
        return "POST";
    case Kind::Config:
    case Kind::Types:
    case Kind::Schemas:
        return "GET";
    case Kind::Me:
        return "GET, POST, PUT, PATCH, DELETE";
    case Kind::None:
        break;
    }
    return {};
}

} // namespace gatehouse::scim::server
