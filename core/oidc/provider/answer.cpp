// SPDX-License-Identifier: Apache-2.0
#include "oidc/provider/answer.h"

#include <array>
#include <utility>

#include "oauth/error.h"
#include "oidc/provider/token_claims.h"
#include "web/page.h"
#include "web/security_headers.h"

namespace gatehouse::oidc::provider {
namespace {

constexpr Seconds kSignedLife{300};
constexpr std::array<std::pair<ResponseMode, std::string_view>, 4> kModes{
    {{ResponseMode::Query, "query"},
     {ResponseMode::FormPost, "form_post"},
     {ResponseMode::QueryJwt, "query.jwt"},
     {ResponseMode::FormPostJwt, "form_post.jwt"}}};

bool isSigned(ResponseMode mode) {
    return mode == ResponseMode::QueryJwt || mode == ResponseMode::FormPostJwt;
}

// JARM, 2.1 and 2.3: everything is inside, iss too.
Result<http::Parameters> signedAnswer(const keys::KeyRing& keys, const Issuer& issuer, const AnswerTo& to,
                                      const http::Parameters& parameters, Time now) {
    json::Object claims{{"iss", issuer.url}, {"aud", to.clientId}, {"exp", toUnixSeconds(now + kSignedLife)}};
    for (const auto& [name, value] : parameters.pairs()) {
        claims[name] = value;
    }
    TRY(token, sign(keys, issuer, "JWT", claims, to.algorithm));
    http::Parameters out;
    out.append("response", std::move(token));
    return out;
}

} // namespace

std::optional<ResponseMode> parseResponseMode(std::string_view name) {
    if (name.empty()) {
        return ResponseMode::Query;
    }
    if (name == "jwt") {
        return ResponseMode::QueryJwt; // for a code (JARM, 2.3.4)
    }
    for (const auto& [mode, known] : kModes) {
        if (known == name) {
            return mode;
        }
    }
    return std::nullopt;
}

std::string_view responseModeName(ResponseMode mode) {
    for (const auto& [known, name] : kModes) {
        if (known == mode) {
            return name;
        }
    }
    return "query";
}

http::Parameters errorParameters(std::string_view error, std::string_view description) {
    http::Parameters parameters;
    parameters.append("error", std::string(error));
    if (!description.empty()) {
        parameters.append("error_description", oauth::cleanDescription(description));
    }
    return parameters;
}

std::string answerUrl(const Issuer& issuer, const std::string& redirectUri, const std::string& state,
                      http::Parameters parameters) {
    if (!state.empty()) {
        parameters.append("state", state);
    }
    parameters.append("iss", issuer.url);
    return http::withQuery(redirectUri, parameters);
}

Result<http::Response> answer(const keys::KeyRing& keys, const Issuer& issuer, const AnswerTo& to,
                              http::Parameters parameters, Time now) {
    if (to.mode == ResponseMode::Query) {
        return web::seeOther(answerUrl(issuer, to.redirectUri, to.state, std::move(parameters)));
    }
    if (!to.state.empty()) {
        parameters.append("state", to.state);
    }
    if (isSigned(to.mode)) {
        TRY(whole, signedAnswer(keys, issuer, to, parameters, now));
        parameters = std::move(whole);
    } else {
        parameters.append("iss", issuer.url);
    }
    return to.mode == ResponseMode::QueryJwt ? web::seeOther(http::withQuery(to.redirectUri, parameters))
                                             : web::formPostPage(to.redirectUri, parameters, to.language);
}

} // namespace gatehouse::oidc::provider
