// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "http/message.h"
#include "web/language.h"
#include "json/json.h"

namespace gatehouse::sandbox {

/// The endpoints of a login at the broker; Respond is the practice IdP's own in SAML, which posts the response.
enum class StepKind { Authorize, Respond, Callback, Token, Userinfo, Introspect, Revoke, Logout };
[[nodiscard]] std::string_view stepName(StepKind kind);
/// Whether a browser gets the answer, and not a server.
[[nodiscard]] bool goesToBrowser(StepKind kind);
/// The endpoint at the end of "/t/{slug}/oauth2/{endpoint}".
[[nodiscard]] std::optional<StepKind> stepOfEndpoint(std::string_view endpoint);

/// One step of a login as it is told to a class.
struct Narration {
    std::string step;                                ///< authorize, callback, token, ...
    std::string direction;                           ///< to-browser | to-app
    std::string from;                                ///< who speaks: "Gatehouse", "Provider"
    std::string to;                                  ///< who gets the answer: "Browser", "App"
    std::string caption;                             ///< what happens here, in a sentence; English
    std::string key;                                 ///< the caption's in resources/pages/messages
    std::string value;                               ///< what stands in it for {value}
    web::Language language = web::Language::English; ///< that the request likes best
    std::string reference;                           ///< GH-XXXX-XXXX where the answer shows one
    json::Object message;                            ///< {"request":{...},"response":{...}}: decoded, without secrets
};

/// The caption in a language.
[[nodiscard]] std::string captionIn(const Narration& told, web::Language language);

/// Whether a page brings a SAML response to somebody: of the practice IdP's answers only those are a step.
[[nodiscard]] bool postsSamlResponse(const http::Response& answer);

/// Tells a request and its answer. Codes, tokens, secrets and verifiers are left out; of a JWT its claims are told, of
/// a SAML message its XML, element by element, without the values of its signatures.
[[nodiscard]] Narration narrate(StepKind kind, const http::Request& request, const http::Response& answer);

} // namespace gatehouse::sandbox
