// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"
#include "http/forms.h"
#include "keys/key_ring.h"
#include "oidc/provider/issuer.h"
#include "web/language.h"
#include "json/json.h"

namespace gatehouse::oidc::provider {

/// How an answer reaches the app: in its address, by a form that sends itself (Form Post Response Mode), and either of
/// them signed (JARM).
enum class ResponseMode { Query, FormPost, QueryJwt, FormPostJwt };

/// "query" (also for an empty text), "form_post", "query.jwt", "form_post.jwt"; "jwt" is the first of the signed ones.
[[nodiscard]] std::optional<ResponseMode> parseResponseMode(std::string_view name);
[[nodiscard]] std::string_view responseModeName(ResponseMode mode);

/// Where an answer goes.
struct AnswerTo {
    std::string redirectUri;
    std::string state;
    std::string clientId; ///< the audience of a signed one
    ResponseMode mode = ResponseMode::Query;
    web::Language language = web::Language::English; ///< of the page that holds the form
    std::optional<crypto::Signature> algorithm{};    ///< of a signed one; nullopt: the issuer's default
};

/// What the app gets: `parameters` with state and iss (RFC 6749, 4.1.2; RFC 9207, 2), signed where it wants that.
/// Errors are those of the keys.
[[nodiscard]] Result<http::Response> answer(const keys::KeyRing& keys, const Issuer& issuer, const AnswerTo& to,
                                            http::Parameters parameters, Time now);
/// `error` and, where there is one, `error_description`.
[[nodiscard]] http::Parameters errorParameters(std::string_view error, std::string_view description);
/// The same by the address alone, for a link that a person may follow; never signed.
[[nodiscard]] std::string answerUrl(const Issuer& issuer, const std::string& redirectUri, const std::string& state,
                                    http::Parameters parameters);

} // namespace gatehouse::oidc::provider
