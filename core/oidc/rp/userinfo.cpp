// SPDX-License-Identifier: Apache-2.0
#include "oidc/rp/userinfo.h"

#include <algorithm>

#include "jose/jws.h"
#include "jose/jwt.h"
#include "oidc/rp/id_token.h"

namespace gatehouse::oidc::rp {
namespace {

tl::unexpected<Error> refused(std::string_view detail) {
    return fail(Code::FailedPrecondition, "upstream.userinfo", detail);
}

} // namespace

bool needsUserinfo(const json::Object& claims, const std::vector<std::string>& scopes) {
    const auto asked = [&](std::string_view scope) {
        return std::find(scopes.begin(), scopes.end(), scope) != scopes.end();
    };
    const bool noEmail = asked("email") && !claims.contains("email");
    const bool noName = asked("profile") && !claims.contains("name") && !claims.contains("given_name");
    return noEmail || noName;
}

Result<json::Object> readSignedUserinfo(std::string_view token, const std::vector<jose::Jwk>& keys,
                                        const SignedUserinfoRules& rules) {
    const auto verified = jose::verifyCompact(token, keys, {safeAlgorithms(rules.algorithms), std::nullopt});
    if (!verified) {
        return refused(verified.error().reason);
    }
    if (!isPlainJwt(verified->header)) {
        return refused("a token of another kind");
    }
    auto claims = json::parseObject(verified->payload);
    if (!claims) {
        return refused(claims.error().reason);
    }
    if (claims->contains("iss") && json::stringMember(*claims, "iss") != rules.issuer) {
        return refused("iss");
    }
    if (claims->contains("aud") && !jose::isAudience(*claims, rules.clientId)) {
        return refused("aud");
    }
    return *std::move(claims);
}

Check mergeUserinfo(const json::Object& userinfo, json::Object& claims) {
    Check check{"userinfo.sub",
                Check::Status::Ok,
                "the subject of the ID token",
                "the same",
                "",
                "OpenID Connect Core 1.0, 5.3.2"};
    const auto subject = json::stringMember(userinfo, "sub");
    if (!subject || subject != json::stringMember(claims, "sub")) {
        check.status = Check::Status::Fail;
        check.actual = subject ? "another" : "none";
        check.cure = "The provider's userinfo endpoint answers for someone else: tell its makers.";
        return check;
    }
    const json::Value* email = json::member(claims, "email");
    const json::Value* otherEmail = json::member(userinfo, "email");
    if (email == nullptr) {
        claims.erase("email_verified"); // it spoke of no address
    }
    const bool sameEmail = email != nullptr && otherEmail != nullptr && *email == *otherEmail;
    const bool takeVerified = email == nullptr || sameEmail;
    for (const auto& member : userinfo) {
        if (member.key() == "email_verified" && !takeVerified) {
            continue;
        }
        if (!claims.contains(member.key())) {
            claims[member.key()] = member.value();
        }
    }
    return check;
}

} // namespace gatehouse::oidc::rp
