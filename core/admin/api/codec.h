// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "admin/api/resources.h"
#include "json/json.h"

namespace gatehouse::admin::api {

/// Which way a body goes. A request holds no read-only member and no unknown one; a reply holds no secret but the one
/// shown once, and its reader passes over members that a newer broker may have added.
enum class Side { Request, Reply };

using FieldErrors = std::vector<FieldError>;
/// The value, or every problem of the body, each with its JSON Pointer.
template <class T>
using Decoded = tl::expected<T, FieldErrors>;

/// Both directions and the schema of one resource, from one list of its members (fields.h).
template <class T>
struct Codec {
    static json::Value toJson(const T& value, Side side);
    static Decoded<T> fromJson(const json::Value& value, Side side);
};
template <class T>
struct Codec<Page<T>> {
    static json::Value toJson(const Page<T>& page, Side side) {
        json::Array items;
        for (const T& item : page.items) {
            items.push_back(Codec<T>::toJson(item, side));
        }
        json::Object out;
        out["items"] = std::move(items);
        out["nextCursor"] = page.nextCursor ? json::Value(boost::json::string(*page.nextCursor)) : json::Value();
        return out;
    }
    static Decoded<Page<T>> fromJson(const json::Value& value, Side side) {
        const json::Array* items = value.is_object() ? json::arrayMember(value.get_object(), "items") : nullptr;
        if (items == nullptr) {
            return tl::unexpected(FieldErrors{{"", "wrong_type", "must be a page: an object with items"}});
        }
        Page<T> page;
        for (const json::Value& item : *items) {
            Decoded<T> decoded = Codec<T>::fromJson(item, side);
            if (!decoded) {
                return tl::unexpected(std::move(decoded).error());
            }
            page.items.push_back(*std::move(decoded));
        }
        if (const auto cursor = json::stringMember(value.get_object(), "nextCursor")) {
            page.nextCursor = std::string(*cursor);
        }
        return page;
    }
};

template <class T>
[[nodiscard]] json::Value toJson(const T& value, Side side = Side::Reply) {
    return Codec<T>::toJson(value, side);
}
template <class T>
[[nodiscard]] Decoded<T> fromJson(const json::Value& value, Side side = Side::Request) {
    return Codec<T>::fromJson(value, side);
}

/// One problem at the whole body, code `malformed`.
[[nodiscard]] FieldErrors malformedBody(const Error& error);

/// The same as text. A body may be 4 MiB: lists and configuration documents are longer than one resource.
template <class T>
[[nodiscard]] std::string encode(const T& value, Side side = Side::Reply) {
    return json::write(Codec<T>::toJson(value, side));
}
template <class T>
[[nodiscard]] Decoded<T> decode(std::string_view text, Side side = Side::Request) {
    const Result<json::Value> value = json::parse(text, json::Limits{.bytes = 4 * 1024 * 1024, .depth = 32});
    if (!value) {
        return tl::unexpected(malformedBody(value.error()));
    }
    return Codec<T>::fromJson(*value, side);
}

/// To and from the open values.
[[nodiscard]] RawJson raw(const json::Value& value);
/// Null if the text is not JSON, which fromJson never lets through.
[[nodiscard]] json::Value parsed(const RawJson& value);

/// The JSON Schema of every resource by its name, as OpenAPI 3.1 wants under components/schemas.
[[nodiscard]] json::Object schemas();

} // namespace gatehouse::admin::api
