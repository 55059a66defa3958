// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/logins/message_text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QStringList>
#include <QUrl>

#include "ui/client/convert.h"
#include "ui/widgets/format.h"

namespace gatehouse::ui::panels::logins {
namespace {

using client::toQString;

/// The context of these texts for translators.
struct LoginMessages {
    Q_DECLARE_TR_FUNCTIONS(LoginMessages)
};

struct Meaning {
    const char* name;
    const char* text;
};

// NOLINTBEGIN(readability-magic-numbers)
constexpr Meaning kParameters[] = {
    {"client_id", QT_TRANSLATE_NOOP("LoginMessages", "Who asks: the client as it is registered")},
    {"redirect_uri", QT_TRANSLATE_NOOP("LoginMessages", "Where the answer is to go; must be registered exactly so")},
    {"response_type", QT_TRANSLATE_NOOP("LoginMessages", "What is asked for: a code, to be redeemed")},
    {"scope", QT_TRANSLATE_NOOP("LoginMessages", "What of the person is asked for")},
    {"state", QT_TRANSLATE_NOOP("LoginMessages", "Ties the answer to this browser and this attempt")},
    {"nonce", QT_TRANSLATE_NOOP("LoginMessages", "Ties the ID token to this attempt")},
    {"code", QT_TRANSLATE_NOOP("LoginMessages", "The code that is redeemed for tokens, once")},
    {"code_challenge", QT_TRANSLATE_NOOP("LoginMessages", "Hash of a secret that only the asker can show (PKCE)")},
    {"code_challenge_method", QT_TRANSLATE_NOOP("LoginMessages", "How that hash was made")},
    {"code_verifier", QT_TRANSLATE_NOOP("LoginMessages", "The secret behind the challenge (PKCE)")},
    {"grant_type", QT_TRANSLATE_NOOP("LoginMessages", "What is redeemed")},
    {"client_secret", QT_TRANSLATE_NOOP("LoginMessages", "Proof of the client")},
    {"client_assertion", QT_TRANSLATE_NOOP("LoginMessages", "Proof of the client, signed")},
    {"login_hint", QT_TRANSLATE_NOOP("LoginMessages", "Who probably signs in")},
    {"domain_hint", QT_TRANSLATE_NOOP("LoginMessages", "Of which company")},
    {"acr_values", QT_TRANSLATE_NOOP("LoginMessages", "How strong the sign-in has to be")},
    {"max_age", QT_TRANSLATE_NOOP("LoginMessages", "How old a sign-in may be, in seconds")},
    {"prompt", QT_TRANSLATE_NOOP("LoginMessages", "Whether to ask the person again, or not at all")},
    {"ui_locales", QT_TRANSLATE_NOOP("LoginMessages", "The person's languages")},
    {"claims", QT_TRANSLATE_NOOP("LoginMessages", "Single claims that are asked for")},
    {"iss", QT_TRANSLATE_NOOP("LoginMessages", "Who answers; must be who was asked")},
    {"error", QT_TRANSLATE_NOOP("LoginMessages", "Why it was refused")},
    {"error_description", QT_TRANSLATE_NOOP("LoginMessages", "The same in the provider's own words")},
    {"organization", QT_TRANSLATE_NOOP("LoginMessages", "The tenant")},
    {"connection", QT_TRANSLATE_NOOP("LoginMessages", "The identity provider to go to")},
    {"Authorization", QT_TRANSLATE_NOOP("LoginMessages", "Proof of who asks")},
    {"Cookie", QT_TRANSLATE_NOOP("LoginMessages", "Ties the attempt to this browser")},
    {"Set-Cookie", QT_TRANSLATE_NOOP("LoginMessages", "What the browser is to keep")},
    {"Date", QT_TRANSLATE_NOOP("LoginMessages", "The other side's clock")},
    {"Content-Type", QT_TRANSLATE_NOOP("LoginMessages", "What kind of answer it is")},
    {"User-Agent", QT_TRANSLATE_NOOP("LoginMessages", "The browser")},
};

constexpr Meaning kClaims[] = {
    {"iss", QT_TRANSLATE_NOOP("LoginMessages", "Who issued the token")},
    {"sub", QT_TRANSLATE_NOOP("LoginMessages", "The account at the provider; never changes")},
    {"aud", QT_TRANSLATE_NOOP("LoginMessages", "For whom it was made: our client id")},
    {"azp", QT_TRANSLATE_NOOP("LoginMessages", "The client that it was made for")},
    {"exp", QT_TRANSLATE_NOOP("LoginMessages", "Not valid after")},
    {"nbf", QT_TRANSLATE_NOOP("LoginMessages", "Not valid before")},
    {"iat", QT_TRANSLATE_NOOP("LoginMessages", "When it was made")},
    {"auth_time", QT_TRANSLATE_NOOP("LoginMessages", "When the person signed in at the provider")},
    {"nonce", QT_TRANSLATE_NOOP("LoginMessages", "Ties the token to this attempt")},
    {"acr", QT_TRANSLATE_NOOP("LoginMessages", "How strong the sign-in was")},
    {"amr", QT_TRANSLATE_NOOP("LoginMessages", "How the person proved who they are")},
    {"at_hash", QT_TRANSLATE_NOOP("LoginMessages", "Ties the token to the access token")},
    {"sid", QT_TRANSLATE_NOOP("LoginMessages", "The session at the provider")},
    {"email", QT_TRANSLATE_NOOP("LoginMessages", "E-mail address")},
    {"email_verified", QT_TRANSLATE_NOOP("LoginMessages", "Whether the provider has proven the address")},
    {"name", QT_TRANSLATE_NOOP("LoginMessages", "Name for people")},
    {"given_name", QT_TRANSLATE_NOOP("LoginMessages", "First name")},
    {"family_name", QT_TRANSLATE_NOOP("LoginMessages", "Last name")},
    {"preferred_username", QT_TRANSLATE_NOOP("LoginMessages", "Name to sign in with; may change")},
    {"upn", QT_TRANSLATE_NOOP("LoginMessages", "Name to sign in with at Microsoft")},
    {"groups", QT_TRANSLATE_NOOP("LoginMessages", "Groups at the provider")},
    {"roles", QT_TRANSLATE_NOOP("LoginMessages", "Roles at the provider")},
    {"tid", QT_TRANSLATE_NOOP("LoginMessages", "The directory at Microsoft")},
    {"hd", QT_TRANSLATE_NOOP("LoginMessages", "The Workspace domain at Google")},
    {"alg", QT_TRANSLATE_NOOP("LoginMessages", "How it was signed")},
    {"kid", QT_TRANSLATE_NOOP("LoginMessages", "With which key of the provider")},
    {"typ", QT_TRANSLATE_NOOP("LoginMessages", "What kind of token it is")},
};
// NOLINTEND(readability-magic-numbers)

template <std::size_t N>
QString meaningIn(const Meaning (&table)[N], const QString& name) {
    for (const Meaning& each : table) {
        if (name == QLatin1String(each.name)) {
            return QCoreApplication::translate("LoginMessages", each.text);
        }
    }
    return {};
}

QJsonObject decodedPart(const QString& token, int part) {
    const QByteArray text =
        QByteArray::fromBase64(token.section(QLatin1Char('.'), part, part).toLatin1(), QByteArray::Base64UrlEncoding);
    return QJsonDocument::fromJson(text).object();
}

} // namespace

QString messageTitle(const admin::api::FlowMessage& message) {
    const std::string& name = message.name;
    if (name == "authorize") {
        return LoginMessages::tr("Sign-in request");
    }
    if (name == "redirect") {
        return LoginMessages::tr("On to the provider");
    }
    if (name == "saml.request") {
        return LoginMessages::tr("SAML request");
    }
    if (name == "saml.response") {
        return LoginMessages::tr("SAML response");
    }
    if (name == "callback") {
        return LoginMessages::tr("Provider's answer");
    }
    if (name == "token.request") {
        return LoginMessages::tr("Code for tokens");
    }
    if (name == "token.answer") {
        return message.status == 200 ? LoginMessages::tr("Tokens") : LoginMessages::tr("Refusal");
    }
    if (name == "userinfo.request") {
        return LoginMessages::tr("Userinfo request");
    }
    if (name == "userinfo.answer") {
        return LoginMessages::tr("Userinfo");
    }
    if (name == "keys.request") {
        return LoginMessages::tr("Keys, please");
    }
    if (name == "keys.answer") {
        return LoginMessages::tr("Public keys");
    }
    if (name == "app.token.request") {
        return LoginMessages::tr("App redeems the code");
    }
    if (name == "app.token.answer") {
        return message.status == 200 ? LoginMessages::tr("Tokens for the app") : LoginMessages::tr("Refusal");
    }
    if (name == "answer") {
        return message.status >= 400 ? LoginMessages::tr("Error page") : LoginMessages::tr("Back to the app");
    }
    return toQString(name);
}

QString partyTitle(const std::string& party) {
    if (party == "browser") {
        return LoginMessages::tr("Browser");
    }
    if (party == "app") {
        return LoginMessages::tr("App");
    }
    return party == "idp" ? LoginMessages::tr("Identity provider") : LoginMessages::tr("Gatehouse");
}

QString messageLine(const admin::api::FlowMessage& message) {
    if (!message.method.empty()) {
        const QString path = QUrl(toQString(message.url)).path();
        return toQString(message.method) + QLatin1Char(' ') + (path.isEmpty() ? toQString(message.url) : path);
    }
    return message.status == 0 ? QString() : LoginMessages::tr("HTTP %1").arg(message.status);
}

QString messageSentence(const admin::api::FlowMessage& message) {
    const QString way =
        message.viaBrowser ? LoginMessages::tr("%1 to %2 through the browser") : LoginMessages::tr("%1 to %2");
    return LoginMessages::tr("%1, %2, %3, after %4")
        .arg(messageTitle(message), way.arg(partyTitle(message.from), partyTitle(message.to)), messageLine(message),
             widgets::milliseconds(message.offsetMs));
}

QString parameterMeaning(const QString& name) {
    return meaningIn(kParameters, name);
}

QString claimMeaning(const QString& name) {
    return meaningIn(kClaims, name);
}

QString claimText(const QString& name, const QJsonValue& value) {
    static const QStringList kTimes{QStringLiteral("exp"), QStringLiteral("iat"), QStringLiteral("nbf"),
                                    QStringLiteral("auth_time")};
    if (kTimes.contains(name) && value.isDouble()) {
        const QDateTime time = QDateTime::fromSecsSinceEpoch(static_cast<qint64>(value.toDouble()), Qt::UTC);
        return QStringLiteral("%1  (%2)")
            .arg(time.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss 'UTC'")),
                 QString::number(static_cast<qint64>(value.toDouble())));
    }
    if (value.isString()) {
        return value.toString();
    }
    if (value.isArray()) {
        QStringList parts;
        for (const QJsonValueConstRef each : value.toArray()) {
            parts << claimText({}, each);
        }
        return parts.join(QStringLiteral(", "));
    }
    if (value.isObject()) {
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    }
    const QByteArray wrapped = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(wrapped.mid(1, wrapped.size() - 2));
}

bool isRedacted(const QString& value) {
    return value.contains(QLatin1String("[redacted"));
}

QString shownValue(const QString& value) {
    static const QRegularExpression kMark(QStringLiteral("\\[redacted:(\\d+)\\]"));
    QString out = value;
    out.replace(QLatin1String("[redacted]"), QStringLiteral("\u2039%1\u203a").arg(LoginMessages::tr("taken out")));
    for (QRegularExpressionMatch match = kMark.match(out); match.hasMatch(); match = kMark.match(out)) {
        out.replace(
            match.capturedStart(), match.capturedLength(),
            QStringLiteral("\u2039%1\u203a").arg(LoginMessages::tr("taken out, %1 characters").arg(match.captured(1))));
    }
    return out;
}

std::optional<DecodedToken> tokenOf(const admin::api::FlowMessage& message) {
    const QByteArray body = QByteArray::fromStdString(message.body);
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    if (message.name == "token.answer") {
        const QString token = object.value(QStringLiteral("id_token")).toString();
        if (token.isEmpty()) {
            return std::nullopt;
        }
        return DecodedToken{decodedPart(token, 0), decodedPart(token, 1)};
    }
    if (message.name == "userinfo.answer") {
        if (!object.isEmpty()) {
            return DecodedToken{{}, object};
        }
        const QString token = QString::fromUtf8(body);
        if (token.count(QLatin1Char('.')) == 2) {
            return DecodedToken{decodedPart(token, 0), decodedPart(token, 1)};
        }
    }
    return std::nullopt;
}

QString rawText(const admin::api::FlowMessage& message) {
    QStringList lines;
    if (!message.method.empty()) {
        lines << toQString(message.method) + QLatin1Char(' ') + toQString(message.url);
    } else if (message.status != 0) {
        lines << QStringLiteral("HTTP %1").arg(message.status);
        if (!message.url.empty()) {
            lines << QStringLiteral("Location: ") + toQString(message.url);
        }
    }
    for (const admin::api::NameValue& header : message.headers) {
        lines << toQString(header.name) + QStringLiteral(": ") + toQString(header.value);
    }
    if (!message.parameters.empty()) {
        lines << QString();
        for (const admin::api::NameValue& parameter : message.parameters) {
            lines << toQString(parameter.name) + QLatin1Char('=') + toQString(parameter.value);
        }
    }
    if (!message.body.empty()) {
        const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(message.body));
        lines << QString()
              << (document.isNull() ? toQString(message.body)
                                    : QString::fromUtf8(document.toJson(QJsonDocument::Indented)).trimmed());
    }
    if (message.cut) {
        lines << LoginMessages::tr("(the rest was not kept)");
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace gatehouse::ui::panels::logins
