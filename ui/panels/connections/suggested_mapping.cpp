// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/connections/suggested_mapping.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace gatehouse::ui::panels::connections {
namespace {

QString text(const QJsonObject& claims, const char* name) {
    return claims.value(QLatin1String(name)).toString();
}

QJsonObject attribute(const char* target, const QJsonValue& source) {
    return {{QStringLiteral("target"), QLatin1String(target)}, {QStringLiteral("source"), source}};
}

/// The claim that holds an e-mail address; `email` where none does.
QString emailClaim(const QJsonObject& claims) {
    for (const char* name : {"email", "mail", "upn", "preferred_username", "unique_name"}) {
        if (text(claims, name).contains(u'@')) {
            return QLatin1String(name);
        }
    }
    return QStringLiteral("email");
}

QString groupsClaim(const QJsonObject& claims) {
    for (const char* name : {"groups", "roles", "memberOf"}) {
        if (claims.value(QLatin1String(name)).isArray()) {
            return QLatin1String(name);
        }
    }
    return {};
}

} // namespace

QJsonObject suggestedMapping(const QJsonObject& claims) {
    QJsonObject email = attribute("email", emailClaim(claims));
    email.insert(QStringLiteral("required"), true);
    email.insert(QStringLiteral("transforms"), QJsonArray{QStringLiteral("trim"), QStringLiteral("lowercase")});
    const bool named = claims.isEmpty() || claims.contains(QLatin1String("name"));
    QJsonObject mapping{
        {QStringLiteral("attributes"),
         QJsonArray{email,
                    attribute("displayName", named
                                                 ? QJsonValue(QJsonArray{QStringLiteral("name"),
                                                                         QStringLiteral("{given_name} {family_name}")})
                                                 : QJsonValue(QStringLiteral("{given_name} {family_name}"))),
                    attribute("givenName", QStringLiteral("given_name")),
                    attribute("familyName", QStringLiteral("family_name"))}},
        {QStringLiteral("roles"), QJsonArray()},
        {QStringLiteral("defaultRoles"), QJsonArray()}};
    if (const QString groups = groupsClaim(claims); !groups.isEmpty()) {
        mapping.insert(QStringLiteral("groups"),
                       QJsonObject{{QStringLiteral("source"), groups}, {QStringLiteral("create"), true}});
    }
    return mapping;
}

QStringList unusedClaims(const QJsonObject& claims, const QJsonObject& mapping) {
    static const QSet<QString> kProtocol{
        QStringLiteral("iss"), QStringLiteral("aud"),       QStringLiteral("exp"),     QStringLiteral("iat"),
        QStringLiteral("nbf"), QStringLiteral("nonce"),     QStringLiteral("at_hash"), QStringLiteral("c_hash"),
        QStringLiteral("azp"), QStringLiteral("auth_time"), QStringLiteral("acr"),     QStringLiteral("amr"),
        QStringLiteral("sid"), QStringLiteral("jti"),       QStringLiteral("sub"),     QStringLiteral("email_verified"),
        QStringLiteral("ver"), QStringLiteral("rh"),        QStringLiteral("uti"),     QStringLiteral("session_state")};
    const QString rules = QString::fromUtf8(QJsonDocument(mapping).toJson(QJsonDocument::Compact));
    QStringList unused;
    for (const QString& name : claims.keys()) {
        const bool used = rules.contains(u'"' + name + u'"') || rules.contains(u'{' + name + u'}') ||
                          rules.contains(QStringLiteral("\"/") + name);
        if (!used && !kProtocol.contains(name)) {
            unused.append(name);
        }
    }
    return unused;
}

} // namespace gatehouse::ui::panels::connections
