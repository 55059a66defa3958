// SPDX-License-Identifier: Apache-2.0
#include "oidc/provider/submitted.h"

#include <algorithm>

#include "http/forms.h"
#include "http/network_address.h"

namespace gatehouse::oidc::provider {
namespace {

constexpr std::size_t kLongest = 2048;
constexpr std::size_t kMost = 50;

const json::Value* given(const json::Object& submitted, std::string_view member) {
    const json::Value* value = json::member(submitted, member);
    return value == nullptr || value->is_null() ? nullptr : value;
}

std::string oneOf(const std::vector<std::string>& values) {
    std::string out = "one of ";
    for (const std::string& each : values) {
        out.append(&each == &values.front() ? "" : ", ").append(each);
    }
    return out;
}

bool contains(const std::vector<std::string>& list, const std::string& value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

} // namespace

tl::unexpected<Error> wrongMember(std::string_view member, std::string_view why) {
    std::string detail(member);
    detail.append(why.empty() ? "" : ": ").append(why);
    return fail(Code::InvalidArgument, "oauth.invalid_client_metadata", detail);
}

tl::unexpected<Error> forbiddenMember(std::string_view member) {
    return fail(Code::PermissionDenied, "oauth.invalid_client_metadata.forbidden", member);
}

Result<std::optional<std::string>> submittedText(const json::Object& submitted, std::string_view member,
                                                 std::size_t longest) {
    const json::Value* value = given(submitted, member);
    if (value == nullptr) {
        return std::optional<std::string>();
    }
    if (!value->is_string() || value->get_string().size() > longest) {
        return wrongMember(member);
    }
    return std::optional(std::string(json::view(value->get_string())));
}

Result<std::optional<std::vector<std::string>>> submittedTexts(const json::Object& submitted, std::string_view member) {
    const json::Value* value = given(submitted, member);
    if (value == nullptr) {
        return std::optional<std::vector<std::string>>();
    }
    std::vector<std::string> out;
    if (!value->is_array() || value->get_array().size() > kMost) {
        return wrongMember(member);
    }
    for (const json::Value& each : value->get_array()) {
        if (!each.is_string() || each.get_string().size() > kLongest) {
            return wrongMember(member);
        }
        out.emplace_back(json::view(each.get_string()));
    }
    return std::optional(std::move(out));
}

Result<std::optional<bool>> submittedFlag(const json::Object& submitted, std::string_view member) {
    const json::Value* value = given(submitted, member);
    if (value == nullptr) {
        return std::optional<bool>();
    }
    return value->is_bool() ? Result<std::optional<bool>>(std::optional(value->get_bool()))
                            : wrongMember(member, "true or false");
}

Result<std::optional<std::int64_t>> submittedNumber(const json::Object& submitted, std::string_view member,
                                                    std::int64_t most) {
    if (given(submitted, member) == nullptr) {
        return std::optional<std::int64_t>();
    }
    const auto number = json::integerMember(submitted, member);
    if (!number || *number < 0 || *number > most) {
        return wrongMember(member, "0 to " + std::to_string(most));
    }
    return number;
}

Result<std::optional<std::string>> submittedChoice(const json::Object& submitted, std::string_view singular,
                                                   std::string_view plural, const std::vector<std::string>& ours) {
    TRY(named, submittedText(submitted, singular));
    if (named) {
        return contains(ours, *named) ? Result<std::optional<std::string>>(std::move(named))
                                      : wrongMember(singular, oneOf(ours));
    }
    if (plural.empty()) {
        return std::optional<std::string>();
    }
    TRY(offered, submittedTexts(submitted, plural));
    if (!offered) {
        return std::optional<std::string>();
    }
    for (const std::string& each : ours) {
        if (contains(*offered, each)) {
            return std::optional(each);
        }
    }
    return wrongMember(plural, oneOf(ours));
}

Result<std::string> submittedAddress(const json::Object& submitted, std::string_view member) {
    TRY(address, submittedText(submitted, member));
    if (!address || address->empty()) {
        return std::string();
    }
    return isPublicAddress(*address) ? Result<std::string>(*std::move(address))
                                     : wrongMember(member, "an https address of the public world");
}

bool isPublicAddress(std::string_view text) {
    const auto url = http::parseUrl(text);
    if (!url || url->scheme != "https") {
        return false;
    }
    const std::string& host = url->host;
    const std::size_t dot = host.rfind('.');
    // A name of one label is of this network, and one that ends in digits is an address in some spelling.
    if (http::parseIpAddress(host) || dot == std::string::npos || dot + 1 == host.size()) {
        return false;
    }
    const std::string last = host.substr(dot + 1);
    return !(last.front() >= '0' && last.front() <= '9') && last != "localhost" && last != "local" &&
           last != "internal" && last != "localdomain" && last != "arpa";
}

} // namespace gatehouse::oidc::provider
