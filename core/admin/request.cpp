// SPDX-License-Identifier: Apache-2.0
#include "admin/request.h"

#include <charconv>

#include "base/encoding.h"

namespace gatehouse::admin {

std::string Request::argument(std::string_view name) const {
    return std::string(query.get(name).value_or(""));
}

std::string Request::header(std::string_view name) const {
    return std::string(headers.get(name).value_or(""));
}

Result<std::optional<login::WorkerShares::Held>> Context::outside(const std::optional<ConnectionId>& upstream) const {
    if (services.workers == nullptr) {
        return std::optional<login::WorkerShares::Held>();
    }
    TRY(held, services.workers->hold(tenantId(), upstream));
    return std::optional<login::WorkerShares::Held>(std::move(held));
}

tl::unexpected<Refusal> badParameter(std::string_view name, std::string_view message) {
    return tl::unexpected(Refusal(Error{Code::InvalidArgument, "parameter_invalid", std::string(name)},
                                  {{std::string(name), "parameter_invalid", std::string(message)}}));
}

Outcome<json::Object> bodyOf(const Request& request) {
    if (request.body.empty()) {
        return json::Object();
    }
    std::string type = asciiLower(request.header("Content-Type"));
    type = type.substr(0, type.find(';'));
    while (type.ends_with(' ')) {
        type.pop_back();
    }
    if (type != "application/json" && type != "application/merge-patch+json") {
        return tl::unexpected(Refusal(Error{Code::InvalidArgument, "media_type_unsupported", {}}));
    }
    Result<json::Object> body = json::parseObject(request.body, json::Limits{.bytes = 4 * 1024 * 1024, .depth = 32});
    if (!body) {
        return tl::unexpected(Refusal(Error{Code::InvalidArgument, "body_malformed", body.error().detail},
                                      {{"", body.error().reason, "must be one strict JSON object"}}));
    }
    return *std::move(body);
}

Outcome<std::int64_t> integerArgument(const Request& request, std::string_view name, std::int64_t fallback) {
    const std::string text = request.argument(name);
    if (text.empty()) {
        return fallback;
    }
    std::int64_t value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc() || end != text.data() + text.size()) {
        return badParameter(name, "must be a whole number");
    }
    return value;
}

Outcome<bool> flagArgument(const Request& request, std::string_view name) {
    const std::string text = request.argument(name);
    if (text.empty() || text == "false") {
        return false;
    }
    if (text == "true") {
        return true;
    }
    return badParameter(name, "must be true or false");
}

Outcome<std::optional<Time>> timeArgument(const Request& request, std::string_view name) {
    const std::string text = request.argument(name);
    if (text.empty()) {
        return std::optional<Time>();
    }
    const Result<Time> time = parseRfc3339(text);
    if (!time) {
        return badParameter(name, "must be an RFC 3339 time");
    }
    return std::optional(*time);
}

Outcome<PageQuery> pageQuery(const Request& request) {
    const Outcome<std::int64_t> limit = integerArgument(request, "limit", 50);
    if (!limit) {
        return tl::unexpected(limit.error());
    }
    if (*limit < 1 || *limit > 500) {
        return badParameter("limit", "must be 1 to 500");
    }
    return PageQuery{request.argument("q"), request.argument("cursor"), int(*limit)};
}

Answer pageAnswer(json::Array items, const std::optional<std::string>& nextCursor) {
    json::Object page;
    page["items"] = std::move(items);
    page["nextCursor"] = nextCursor ? json::Value(boost::json::string(*nextCursor)) : json::Value(nullptr);
    return ok(page);
}

Result<Listing> listingOf(std::vector<KeyedItem> items, const PageQuery& query) {
    const Result<Bytes> after = base64UrlDecode(query.cursor);
    if (!after) {
        return fail(Code::InvalidArgument, "parameter_invalid", "cursor");
    }
    Listing out;
    std::string last;
    for (KeyedItem& item : items) {
        if (!query.cursor.empty() && item.key <= *after) {
            continue;
        }
        if (int(out.items.size()) == query.limit) {
            out.nextCursor = base64UrlEncode(last);
            break;
        }
        last = item.key;
        out.items.push_back(std::move(item.item));
    }
    return out;
}

Answered pageOf(std::vector<KeyedItem> items, const PageQuery& query) {
    TRY(listing, listingOf(std::move(items), query));
    return pageAnswer(std::move(listing.items), listing.nextCursor);
}

} // namespace gatehouse::admin
