// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/time.h"
#include "json/json.h"
#include "json/text_writer.h"

namespace gatehouse::login {

/// Whether a message is made with a twin that has its codes and tokens (kept_secrets.h).
enum class Twin { None, WithTokens };

/// One message of a login as it is recorded, with no secret left in it (redaction.h).
struct Message {
    /// authorize | saml.request | redirect | callback | saml.response | token.request | token.answer | userinfo.request
    /// | userinfo.answer | keys.request | keys.answer | answer | app.token.request | app.token.answer: who speaks to
    /// whom follows from it.
    std::string name;
    Time at;
    std::string method;  ///< of a request
    std::string address; ///< of a request, or where a redirect leads; with its query
    int status = 0;      ///< of an answer
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    bool cut = false; ///< the body was longer
    /// The same with codes and tokens, but without cookies and our own credentials; in no kept form. Mostly none.
    std::shared_ptr<const Message> unredacted;
};

namespace message {
inline constexpr std::string_view kAuthorize = "authorize";
inline constexpr std::string_view kSamlRequest = "saml.request";
inline constexpr std::string_view kRedirect = "redirect";
inline constexpr std::string_view kCallback = "callback";
inline constexpr std::string_view kSamlResponse = "saml.response";
inline constexpr std::string_view kTokenRequest = "token.request";
inline constexpr std::string_view kTokenAnswer = "token.answer";
inline constexpr std::string_view kUserinfoRequest = "userinfo.request";
inline constexpr std::string_view kUserinfoAnswer = "userinfo.answer";
inline constexpr std::string_view kKeysRequest = "keys.request";
inline constexpr std::string_view kKeysAnswer = "keys.answer";
inline constexpr std::string_view kAnswer = "answer";
inline constexpr std::string_view kAppTokenRequest = "app.token.request";
inline constexpr std::string_view kAppTokenAnswer = "app.token.answer";
} // namespace message

/// The kept form, with short names since there are some ten in each login.
void writeKept(json::TextWriter& out, const Message& message);
/// The reverse; members that are missing stay empty.
[[nodiscard]] Message messageFrom(const json::Object& kept);
/// As the Admin API shows it (admin/api/activity.h, FlowMessage); `begin`: when the login began.
[[nodiscard]] json::Object toJson(const Message& message, Time begin);

} // namespace gatehouse::login
