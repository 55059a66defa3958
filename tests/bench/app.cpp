// SPDX-License-Identifier: Apache-2.0
#include "app.h"

#include "base/encoding.h"
#include "crypto/hash.h"

namespace gatehouse::bench {
namespace {

constexpr std::string_view kVerifier = "a-verifier-that-is-the-same-each-time-costs-the-generator-nothing";

} // namespace

json::Object webApp() {
    return {{"name", "portal"},
            {"type", "web"},
            {"redirectUris", json::Array{kRedirect}},
            {"auth", "client_secret_basic"},
            {"grantTypes", {"authorization_code", "refresh_token"}},
            {"scopes", {"openid", "email", "profile", "offline_access"}}};
}

std::string basicHeader(const json::Object& app) {
    const std::string pair = percentEncode(json::stringMember(app, "clientId").value_or("")) + ":" +
                             percentEncode(json::stringMember(app, "clientSecret").value_or(""));
    return "Authorization: Basic " + base64Encode(pair) + "\r\n";
}

std::string authorizeTarget(const std::string& issuerPath, const json::Object& app) {
    return issuerPath + "/oauth2/authorize?response_type=code&client_id=" + percentEncode(text(app, "clientId")) +
           "&redirect_uri=" + percentEncode(kRedirect) +
           "&scope=openid%20email%20profile%20offline_access&state=s&nonce=n&code_challenge_method=S256" +
           "&connection=company&code_challenge=" + base64UrlEncode(crypto::sha256(kVerifier)) + "&login_hint=";
}

std::string redeemForm() {
    return "grant_type=authorization_code&redirect_uri=" + percentEncode(kRedirect) +
           "&code_verifier=" + std::string(kVerifier) + "&code=";
}

std::string cookieHeader(const Answer& answer) {
    std::string cookie = "Cookie: ";
    for (const std::string& pair : answer.cookies) {
        cookie.append(cookie.size() > 8 ? "; " : "").append(pair);
    }
    return cookie.append("\r\n");
}

const Answer& expect(const Answer& answer, int status, const char* what) {
    if (answer.status != status) {
        giveUp(std::string(what) + " answered " + std::to_string(answer.status) + " " + answer.location + "\n" +
               answer.body.substr(0, 2000));
    }
    return answer;
}

std::string text(const json::Object& object, std::string_view name) {
    const auto value = json::stringMember(object, name);
    if (!value) {
        giveUp("an answer lacks " + std::string(name) + ": " + json::write(object));
    }
    return std::string(*value);
}

} // namespace gatehouse::bench
