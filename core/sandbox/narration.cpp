// SPDX-License-Identifier: Apache-2.0
#include "sandbox/narration.h"

#include <algorithm>
#include <array>

#include "base/encoding.h"
#include "http/forms.h"
#include "saml/wire/pasted.h"
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
    constexpr std::array<std::string_view, 16> kSecret{
        "code",          "access_token", "refresh_token",    "id_token",  "id_token_hint", "client_secret",
        "code_verifier", "password",     "client_assertion", "assertion", "token",         "logout_token",
        "device_code",   "SAMLRequest",  "SAMLResponse",     "Signature"};
    return isOneOf(name, kSecret);
}

/// Long random values that are compared by eye: their beginning is enough.
bool isLong(std::string_view name) {
    constexpr std::array<std::string_view, 8> kLong{"state", "nonce", "code_challenge", "at_hash",
                                                    "sid",   "jti",   "RelayState",     "ticket"};
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

/// The XML of a SAML message, as it is shown line by line: what proves it, or is still sealed, is taken out. It may be
/// XML that no reader takes: then it is all the more to be seen.
json::Array samlElements(std::string_view name, std::string_view value) {
    const auto read = name == "SAMLRequest" || name == "SAMLResponse" ? saml::wire::readPasted(value)
                                                                      : fail(Code::NotFound, "saml.malformed");
    json::Array elements;
    if (!read) {
        return elements;
    }
    std::string text = read->text;
    for (const char* proof : {"SignatureValue", "CipherValue"}) {
        for (std::size_t at = text.find(proof); at != std::string::npos; at = text.find(proof, at)) {
            const std::size_t begin = std::min(text.find('>', at), text.size() - 1) + 1;
            const std::size_t end = std::min(text.find('<', begin), text.size());
            text.replace(begin, end - begin, "(hidden)");
            at = text.find('>', begin); // of the closing tag
        }
    }
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find("><", begin), text.size() - 1) + 1;
        elements.push_back(json::Value(text.substr(begin, end - begin)));
        begin = end;
    }
    return elements;
}

json::Object shown(const http::Parameters& parameters) {
    json::Object out;
    for (const auto& [name, value] : parameters.pairs()) {
        out[name] = shown(name, value);
        if (json::Array elements = samlElements(name, value); !elements.empty()) {
            out[name + " (decoded)"] = std::move(elements);
        }
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

/// A hidden field of a page that posts itself: base64 and random words stand in it as they are.
std::string hiddenField(std::string_view page, std::string_view name) {
    const std::string before = "name=\"" + std::string(name) + "\" value=\"";
    const std::size_t at = page.find(before);
    return at == std::string_view::npos
               ? std::string()
               : std::string(page.substr(at + before.size(), page.find('"', at + before.size()) - at - before.size()));
}

/// Where an answer sends the browser, and with what: by redirect, or by a page that posts a SAML message.
struct Sent {
    std::string place; ///< without the query; empty: nowhere
    http::Parameters parameters;
};

Sent sentBy(const http::Response& answer) {
    Sent sent;
    if (const auto address = answer.headers.get("Location")) {
        sent.place = address->substr(0, address->find('?'));
        sent.parameters = http::Parameters::parse(queryOf(*address)).value_or(http::Parameters());
        return sent;
    }
    for (const char* name : {"SAMLRequest", "SAMLResponse", "RelayState"}) {
        if (std::string value = hiddenField(answer.body, name); !value.empty()) {
            sent.parameters.append(name, std::move(value));
        }
    }
    if (constexpr std::string_view kAction = "action=\""; !sent.parameters.pairs().empty()) {
        const std::size_t at = answer.body.find(kAction) + kAction.size();
        sent.place = answer.body.substr(at, answer.body.find('"', at) - at);
    }
    return sent;
}

json::Object responseOf(const http::Response& answer, const Sent& sent) {
    json::Object out{{"status", answer.status}};
    if (!sent.place.empty()) {
        out["location"] = sent.place;
        out["parameters"] = shown(sent.parameters);
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
    const Sent& sent;
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
    if (told.sent.place.empty()) {
        return {"step.choose"};
    }
    if (told.sent.parameters.get("error")) {
        return {"step.backWithError", text(told.sent.parameters, "error")};
    }
    if (told.sent.parameters.get("SAMLRequest")) {
        return {"step.onwardsSaml"};
    }
    return {told.sent.parameters.get("code") ? "step.known" : "step.onwards"};
}

Caption callbackCaption(const Told& told) {
    if (told.answer.status >= 400) {
        return refusal(told);
    }
    if (told.sent.parameters.get("error")) {
        return {"step.unmet", text(told.sent.parameters, "error")};
    }
    return {told.asked.get("SAMLResponse") ? "step.checked" : "step.redeemed"};
}

Caption captionOf(StepKind kind, const Told& told) {
    const bool failed = told.answer.status >= 400;
    switch (kind) {
    case StepKind::Authorize:
        return authorizeCaption(told);
    case StepKind::Respond:
        return {"step.responds"};
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
    case StepKind::Respond:
        return "respond";
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
    return kind == StepKind::Authorize || kind == StepKind::Respond || kind == StepKind::Callback ||
           kind == StepKind::Logout;
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

bool postsSamlResponse(const http::Response& answer) {
    return !hiddenField(answer.body, "SAMLResponse").empty();
}

std::string captionIn(const Narration& told, web::Language language) {
    return told.key.empty() ? told.caption : web::text(language, told.key, told.value);
}

Narration narrate(StepKind kind, const http::Request& request, const http::Response& answer) {
    const bool inBody = request.method == "POST";
    const auto asked = http::Parameters::parse(inBody ? request.body : request.query).value_or(http::Parameters());
    const Sent sent = sentBy(answer);
    Narration out;
    out.step = stepName(kind);
    out.direction = goesToBrowser(kind) ? "to-browser" : "to-app";
    out.from = kind == StepKind::Respond ? "Provider" : "Gatehouse";
    out.to = goesToBrowser(kind) ? "Browser" : "App";
    out.reference = answer.status >= 400 ? referenceIn(answer.body) : std::string();
    const Caption caption = captionOf(kind, {asked, answer, sent, out.reference});
    out.key = caption.key;
    out.value = caption.value;
    out.caption = captionIn(out, web::Language::English);
    out.language = languageOf(request);
    out.message = {{"request", requestOf(request, asked)}, {"response", responseOf(answer, sent)}};
    return out;
}

} // namespace gatehouse::sandbox
