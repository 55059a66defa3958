// SPDX-License-Identifier: Apache-2.0
#include "sandbox/narration.h"

#include <algorithm>
#include <array>

#include "base/encoding.h"
#include "http/forms.h"
#include "sandbox/page.h"
#include "web/texts.h"

namespace gatehouse::sandbox {

namespace {

constexpr std::size_t kShown = 8;
constexpr std::size_t kReferenceLength = 12; // GH-XXXX-XXXX

template <std::size_t N>
bool isOneOf(std::string_view name, const std::array<std::string_view, N>& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool isSecret(std::string_view name) {
    constexpr std::array<std::string_view, 13> kSecret{
        "code",     "access_token",     "refresh_token", "id_token", "id_token_hint", "client_secret", "code_verifier",
        "password", "client_assertion", "assertion",     "token",    "logout_token",  "device_code"};
    return isOneOf(name, kSecret);
}

/// Long random values that are compared by eye: their beginning is enough.
bool isLong(std::string_view name) {
    constexpr std::array<std::string_view, 6> kLong{"state", "nonce", "code_challenge", "at_hash", "sid", "jti"};
    return isOneOf(name, kLong);
}

std::string shown(std::string_view name, std::string_view value) {
    if (isSecret(name)) {
        return "(hidden, " + std::to_string(value.size()) + " characters)";
    }
    if (isLong(name) && value.size() > kShown) {
        return std::string(value.substr(0, kShown)) + "\xE2\x80\xA6";
    }
    return std::string(value);
}

json::Object shown(const http::Parameters& parameters) {
    json::Object out;
    for (const auto& [name, value] : parameters.pairs()) {
        out[name] = shown(name, value);
    }
    return out;
}

/// The claims of a JWT, without its signature; nullopt for anything else.
std::optional<json::Object> claimsOf(std::string_view token) {
    const std::size_t first = token.find('.');
    const std::size_t second = first == std::string_view::npos ? first : token.find('.', first + 1);
    if (second == std::string_view::npos) {
        return std::nullopt;
    }
    const auto payload = base64UrlDecode(token.substr(first + 1, second - first - 1));
    if (!payload) {
        return std::nullopt;
    }
    auto claims = json::parseObject(*payload);
    return claims ? std::optional(*std::move(claims)) : std::nullopt;
}

json::Object shownBody(const json::Object& body) {
    json::Object out;
    for (const auto& member : body) {
        const boost::json::string* text = member.value().if_string();
        if (text == nullptr) {
            out[member.key()] = member.value();
            continue;
        }
        out[member.key()] = shown(member.key(), *text);
        if (isSecret(member.key())) {
            if (const auto claims = claimsOf(*text)) {
                out[std::string(member.key()) + " (decoded)"] = shownBody(*claims);
            }
        }
    }
    return out;
}

std::string_view queryOf(std::string_view url) {
    const std::size_t question = url.find('?');
    return question == std::string_view::npos ? std::string_view() : url.substr(question + 1);
}

std::string text(const http::Parameters& parameters, std::string_view name) {
    return std::string(parameters.get(name).value_or(std::string_view()));
}

/// How the request proved who it is from, in words.
std::string proofOf(const http::Request& request) {
    const std::string_view header = request.headers.get("Authorization").value_or("");
    if (header.starts_with("Basic ")) {
        return "Basic (client id and secret, hidden)";
    }
    if (header.starts_with("Bearer ")) {
        return "Bearer (hidden, " + std::to_string(header.size() - 7) + " characters)";
    }
    return header.empty() ? "" : "(hidden)";
}

json::Object requestOf(const http::Request& request, const http::Parameters& parameters) {
    json::Object out{{"method", request.method}, {"path", request.path}, {"parameters", shown(parameters)}};
    if (const std::string proof = proofOf(request); !proof.empty()) {
        out["authorization"] = proof;
    }
    return out;
}

json::Object responseOf(const http::Response& answer, const http::Parameters& location) {
    json::Object out{{"status", answer.status}};
    if (const auto address = answer.headers.get("Location")) {
        out["location"] = address->substr(0, address->find('?'));
        out["parameters"] = shown(location);
    }
    const std::string_view type = answer.headers.get("Content-Type").value_or("");
    if (type.starts_with("application/json")) {
        if (const auto body = json::parseObject(answer.body)) {
            out["body"] = shownBody(*body);
        }
    } else if (type.starts_with("text/html")) {
        out["body"] = "a page, " + std::to_string(answer.body.size()) + " octets";
    }
    return out;
}

/// The reference that an error page shows.
std::string referenceIn(std::string_view page) {
    const auto fits = [](std::string_view word) {
        return word.size() == kReferenceLength && word[7] == '-' &&
               std::all_of(word.begin() + 3, word.end(),
                           [](char c) { return c == '-' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); });
    };
    for (std::size_t at = page.find("GH-"); at != std::string_view::npos; at = page.find("GH-", at + 1)) {
        if (fits(page.substr(at, kReferenceLength))) {
            return std::string(page.substr(at, kReferenceLength));
        }
    }
    return {};
}

struct Told {
    const http::Parameters& asked;
    const http::Response& answer;
    const http::Parameters& location;
    const std::string& reference;
};

/// A sentence of resources/pages/messages, and what stands in it.
struct Caption {
    std::string_view key;
    std::string value{};
};

Caption refusal(const Told& told) {
    return told.reference.empty() ? Caption{"step.refused"} : Caption{"step.refusedAs", told.reference};
}

Caption authorizeCaption(const Told& told) {
    if (told.answer.status >= 400) {
        return refusal(told);
    }
    if (!told.answer.headers.get("Location")) {
        return {"step.choose"};
    }
    if (told.location.get("error")) {
        return {"step.backWithError", text(told.location, "error")};
    }
    return {told.location.get("code") ? "step.known" : "step.onwards"};
}

Caption callbackCaption(const Told& told) {
    if (told.answer.status >= 400) {
        return refusal(told);
    }
    return told.location.get("error") ? Caption{"step.unmet", text(told.location, "error")} : Caption{"step.redeemed"};
}

Caption captionOf(StepKind kind, const Told& told) {
    const bool failed = told.answer.status >= 400;
    switch (kind) {
    case StepKind::Authorize:
        return authorizeCaption(told);
    case StepKind::Callback:
        return callbackCaption(told);
    case StepKind::Token:
        return {failed                                              ? "step.noTokens"
                : text(told.asked, "grant_type") == "refresh_token" ? "step.refreshed"
                                                                    : "step.traded"};
    case StepKind::Userinfo:
        return {failed ? "step.notAccepted" : "step.told"};
    case StepKind::Introspect:
        return {"step.introspected"};
    case StepKind::Revoke:
        return {"step.revoked"};
    case StepKind::Logout:
        return failed ? refusal(told) : Caption{"step.signedOut"};
    }
    return {"step.refused"};
}

} // namespace

std::string_view stepName(StepKind kind) {
    switch (kind) {
    case StepKind::Authorize:
        return "authorize";
    case StepKind::Callback:
        return "callback";
    case StepKind::Token:
        return "token";
    case StepKind::Userinfo:
        return "userinfo";
    case StepKind::Introspect:
        return "introspect";
    case StepKind::Revoke:
        return "revoke";
    case StepKind::Logout:
        return "logout";
    }
    return "";
}

bool goesToBrowser(StepKind kind) {
    return kind == StepKind::Authorize || kind == StepKind::Callback || kind == StepKind::Logout;
}

std::optional<StepKind> stepOfEndpoint(std::string_view endpoint) {
    for (const StepKind kind : {StepKind::Authorize, StepKind::Token, StepKind::Userinfo, StepKind::Introspect,
                                StepKind::Revoke, StepKind::Logout}) {
        if (endpoint == stepName(kind)) {
            return kind;
        }
    }
    return std::nullopt;
}

std::string captionIn(const Narration& told, web::Language language) {
    return told.key.empty() ? told.caption : web::text(language, told.key, told.value);
}

Narration narrate(StepKind kind, const http::Request& request, const http::Response& answer) {
    const bool inBody = request.method == "POST";
    const auto asked = http::Parameters::parse(inBody ? request.body : request.query).value_or(http::Parameters());
    const std::string address(answer.headers.get("Location").value_or(""));
    const auto location = http::Parameters::parse(queryOf(address)).value_or(http::Parameters());
    Narration out;
    out.step = stepName(kind);
    out.direction = goesToBrowser(kind) ? "to-browser" : "to-app";
    out.from = "Gatehouse";
    out.to = goesToBrowser(kind) ? "Browser" : "App";
    out.reference = answer.status >= 400 ? referenceIn(answer.body) : std::string();
    const Caption caption = captionOf(kind, {asked, answer, location, out.reference});
    out.key = caption.key;
    out.value = caption.value;
    out.caption = captionIn(out, web::Language::English);
    out.language = languageOf(request);
    out.message = {{"request", requestOf(request, asked)}, {"response", responseOf(answer, location)}};
    return out;
}

} // namespace gatehouse::sandbox
