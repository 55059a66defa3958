// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QJsonObject>
#include <QString>

#include "admin/api/activity.h"

namespace gatehouse::ui::panels::logins {

// What the messages of a login are called, and what their parts mean, in words for people.

/// "Sign-in request"
[[nodiscard]] QString messageTitle(const admin::api::FlowMessage& message);
/// "Identity provider"
[[nodiscard]] QString partyTitle(const std::string& party);
/// "GET /t/acme/oauth2/authorize" of a request, "HTTP 200" of an answer.
[[nodiscard]] QString messageLine(const admin::api::FlowMessage& message);
/// One sentence with everything that the picture shows: who, to whom, what, when.
[[nodiscard]] QString messageSentence(const admin::api::FlowMessage& message);

/// What a parameter or a header field is for; empty for what is not known.
[[nodiscard]] QString parameterMeaning(const QString& name);
/// What a claim says; empty for what is not known.
[[nodiscard]] QString claimMeaning(const QString& name);
/// A claim's value for people: times as dates, lists joined by commas.
[[nodiscard]] QString claimText(const QString& name, const QJsonValue& value);
/// True for "[redacted:43]".
[[nodiscard]] bool isRedacted(const QString& value);
/// "taken out, 43 characters" for what was taken out; anything else as it is.
[[nodiscard]] QString shownValue(const QString& value);

/// A signed token taken apart; its signature was taken out at capture.
struct DecodedToken {
    QJsonObject header;
    QJsonObject claims;
};
/// The ID token of a token answer, or the claims of a userinfo answer.
[[nodiscard]] std::optional<DecodedToken> tokenOf(const admin::api::FlowMessage& message);

/// The message as it is on the wire, for the raw view.
[[nodiscard]] QString rawText(const admin::api::FlowMessage& message);

} // namespace gatehouse::ui::panels::logins
