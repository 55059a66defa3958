// SPDX-License-Identifier: Apache-2.0
#include "oauth/request_object.h"

#include <algorithm>
#include <array>

#include "base/encoding.h"
#include "jose/jws.h"
#include "jose/jwt.h"
#include "oauth/app_signatures.h"
#include "json/json.h"

namespace gatehouse::oauth {
namespace {

constexpr std::size_t kLongest = 16 * 1024;
constexpr Seconds kHour{3600};
constexpr Seconds kAhead{10};
constexpr std::int64_t kFarthest = 253'402'300'799; ///< the end of year 9999
/// Claims about the object, not of the request.
constexpr std::array<std::string_view, 7> kAbout{"iss", "aud", "exp", "nbf", "iat", "jti", "sub"};

tl::unexpected<Error> refused(std::string_view detail) {
    return fail(Code::InvalidArgument, "oauth.invalid_request_object", detail);
}

Status checkTimes(const json::Object& claims, NotBefore rule, Time now) {
    const auto at = [&](std::string_view name) -> std::optional<Time> {
        const auto seconds = json::integerMember(claims, name);
        return seconds && *seconds >= 0 && *seconds <= kFarthest ? std::optional(fromUnixSeconds(*seconds))
                                                                 : std::nullopt;
    };
    Time begins = now;
    if (rule == NotBefore::Required || json::member(claims, "nbf") != nullptr) {
        const auto notBefore = at("nbf");
        if (!notBefore || *notBefore > now + kAhead || *notBefore + kHour < now) {
            return refused("nbf is missing, lies ahead, or more than an hour back");
        }
        begins = *notBefore;
    }
    const auto expires = at("exp");
    if (!expires || now >= *expires || *expires > begins + kHour) {
        return refused("exp is missing, past, or more than an hour away");
    }
    if (json::member(claims, "iat") != nullptr) {
        const auto issued = at("iat");
        if (!issued || *issued > now + kAhead) {
            return refused("iat lies ahead");
        }
    }
    if (json::member(claims, "jti") != nullptr && json::stringMember(claims, "jti").value_or("").empty()) {
        return refused("jti is no text");
    }
    return {};
}

Status append(http::Parameters& parameters, const std::string& name, const json::Value& value) {
    if (value.is_string()) {
        parameters.append(name, std::string(json::view(value.get_string())));
    } else if (value.is_array() && name != "authorization_details") { // which is JSON there too (RFC 9396, 2)
        for (const json::Value& each : value.get_array()) {
            if (!each.is_string()) {
                return refused(name + " is a list of something else than texts");
            }
            parameters.append(name, std::string(json::view(each.get_string())));
        }
    } else if (!value.is_null()) {
        parameters.append(name, json::write(value));
    }
    return {};
}

} // namespace

Result<http::Parameters> verifyRequestObject(std::string_view object, const std::vector<jose::Jwk>& keys,
                                             std::string_view clientId, std::string_view issuer, NotBefore rule,
                                             Time now) {
    if (object.size() > kLongest) {
        return refused("longer than 16 KiB");
    }
    const auto verified = jose::verifyCompact(object, keys, {appSignatures(), std::nullopt});
    if (!verified) {
        return refused(verified.error().reason);
    }
    const std::string type = asciiLower(json::stringMember(verified->header, "typ").value_or("jwt"));
    if (type != "jwt" && type != "oauth-authz-req+jwt") {
        return refused("typ is " + type);
    }
    const auto claims = json::parseObject(verified->payload);
    if (!claims) {
        return refused(claims.error().reason);
    }
    if (json::stringMember(*claims, "iss") != clientId || json::stringMember(*claims, "client_id") != clientId) {
        return refused("iss and client_id have to be the client's");
    }
    if (!jose::isAudience(*claims, issuer)) {
        return refused("aud has to be the issuer");
    }
    ENSURE(checkTimes(*claims, rule, now));
    http::Parameters parameters;
    for (const auto& claim : *claims) {
        const std::string name(claim.key());
        if (name == "request" || name == "request_uri") {
            return refused(name + " within a request object");
        }
        if (std::find(kAbout.begin(), kAbout.end(), name) == kAbout.end()) {
            ENSURE(append(parameters, name, claim.value()));
        }
    }
    return parameters;
}

} // namespace gatehouse::oauth
