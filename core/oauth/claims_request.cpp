// SPDX-License-Identifier: Apache-2.0
#include "oauth/claims_request.h"

#include "json/json.h"

namespace gatehouse::oauth {
namespace {

constexpr std::size_t kLongest = 8 * 1024;
constexpr std::size_t kMostClaims = 50;
constexpr std::size_t kMostValues = 20;

tl::unexpected<Error> malformed(std::string_view detail) {
    return fail(Code::InvalidArgument, "oauth.invalid_request.claims", detail);
}

Result<ClaimRequest> parseClaim(std::string_view name, const json::Value& value) {
    ClaimRequest claim{std::string(name), false, {}};
    if (value.is_null()) {
        return claim;
    }
    if (!value.is_object()) {
        return malformed(std::string(name) + " is neither null nor an object");
    }
    const json::Object& object = value.get_object();
    if (const json::Value* essential = json::member(object, "essential")) {
        if (!essential->is_bool()) {
            return malformed(std::string(name) + ".essential is no boolean");
        }
        claim.essential = essential->get_bool();
    }
    if (const auto one = json::stringMember(object, "value")) {
        claim.values.emplace_back(*one);
    }
    if (const json::Value* values = json::member(object, "values")) {
        if (!values->is_array() || values->get_array().size() > kMostValues) {
            return malformed(std::string(name) + ".values is no list, or longer than 20");
        }
        for (const json::Value& each : values->get_array()) {
            if (each.is_string()) {
                claim.values.emplace_back(json::view(each.get_string()));
            }
        }
    }
    return claim;
}

Result<std::vector<ClaimRequest>> parseMember(const json::Object& object, std::string_view name) {
    std::vector<ClaimRequest> claims;
    const json::Value* member = json::member(object, name);
    if (member == nullptr || member->is_null()) {
        return claims;
    }
    if (!member->is_object() || member->get_object().size() > kMostClaims) {
        return malformed(std::string(name) + " is no object, or asks for more than 50 claims");
    }
    for (const auto& each : member->get_object()) {
        TRY(claim, parseClaim(std::string_view(each.key()), each.value()));
        claims.push_back(std::move(claim));
    }
    return claims;
}

} // namespace

AcrRequest acrOf(const ClaimsRequest& request) {
    for (const ClaimRequest& claim : request.idToken) {
        if (claim.name == "acr") {
            return {claim.values, claim.essential && !claim.values.empty()};
        }
    }
    return {};
}

Result<ClaimsRequest> parseClaimsRequest(std::string_view text) {
    if (text.size() > kLongest) {
        return malformed("longer than 8 KiB");
    }
    const auto object = json::parseObject(text);
    if (!object) {
        return malformed("no JSON object");
    }
    ClaimsRequest request;
    TRY(idToken, parseMember(*object, "id_token"));
    TRY(userinfo, parseMember(*object, "userinfo"));
    request.idToken = std::move(idToken);
    request.userinfo = std::move(userinfo);
    return request;
}

} // namespace gatehouse::oauth
