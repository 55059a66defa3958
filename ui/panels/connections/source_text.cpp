// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/connections/source_text.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

namespace gatehouse::ui::panels::connections {
namespace {

using Kind = SourceText::Kind;

const QLatin1String kSuffix("/.well-known/openid-configuration");

QString say(const char* text) {
    return QCoreApplication::translate("SourceText", text);
}

SourceText unknown(const char* sentence) {
    return {Kind::Unknown, {}, {}, {}, say(sentence)};
}

QStringList wordsOf(const QJsonObject& object, const char* name) {
    QStringList words;
    for (const QJsonValueConstRef each : object.value(QLatin1String(name)).toArray()) {
        words.append(each.toString());
    }
    return words;
}

/// Those of `wanted` that are in `offered`.
QStringList common(const QStringList& wanted, const QStringList& offered) {
    QStringList out;
    for (const QString& word : wanted) {
        if (offered.contains(word)) {
            out.append(word);
        }
    }
    return out;
}

SourceText fromJson(const QString& text) {
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8(), &error);
    if (!document.isObject()) {
        return {Kind::Unknown,
                {},
                {},
                {},
                say(QT_TRANSLATE_NOOP("SourceText", "This looks like JSON, but cannot be read: %1 at character %2."))
                    .arg(error.errorString())
                    .arg(error.offset)};
    }
    const QJsonObject object = document.object();
    const QString issuer = object.value(QLatin1String("issuer")).toString();
    if (issuer.isEmpty()) {
        return unknown(
            QT_TRANSLATE_NOOP("SourceText", "This JSON has no \"issuer\": a discovery document was expected."));
    }
    SourceText out{Kind::Document, issuer, {}, {}, {}};
    out.scopes =
        common({QStringLiteral("openid"), QStringLiteral("email"), QStringLiteral("profile"), QStringLiteral("groups")},
               wordsOf(object, "scopes_supported"));
    out.clientAuths = common({QStringLiteral("client_secret_basic"), QStringLiteral("client_secret_post"),
                              QStringLiteral("private_key_jwt"), QStringLiteral("none")},
                             wordsOf(object, "token_endpoint_auth_methods_supported"));
    out.sentence = say(QT_TRANSLATE_NOOP("SourceText", "Recognised: an OpenID Connect discovery document."));
    return out;
}

SourceText fromAddress(const QString& text) {
    // Entra's template is an issuer too: its placeholder stands for any directory.
    const QUrl url(QString(text).replace(QLatin1String("{tenantid}"), QLatin1String("organizations")),
                   QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() ||
        (url.scheme() != QLatin1String("https") && url.scheme() != QLatin1String("http"))) {
        return unknown(QT_TRANSLATE_NOOP("SourceText", "This is no https address."));
    }
    if (url.path().contains(QLatin1String("federationmetadata"), Qt::CaseInsensitive)) {
        return {Kind::Saml,
                {},
                {},
                {},
                say(QT_TRANSLATE_NOOP("SourceText",
                                      "This is the address of SAML metadata. An OpenID Connect issuer was expected."))};
    }
    if (const qsizetype at = text.indexOf(kSuffix); at > 0) {
        return {Kind::Address,
                text.left(at),
                {},
                {},
                say(QT_TRANSLATE_NOOP(
                    "SourceText",
                    "Recognised: the address of a discovery document. The issuer is what stands before it."))};
    }
    if (url.hasQuery() || url.hasFragment()) {
        return unknown(QT_TRANSLATE_NOOP(
            "SourceText", "An issuer has no \"?\" and no \"#\". Paste the address of the metadata instead."));
    }
    return {Kind::Issuer, text, {}, {}, say(QT_TRANSLATE_NOOP("SourceText", "Recognised: an issuer address."))};
}

bool looksLikeHost(const QString& text) {
    return text.contains(u'.') && !text.contains(u' ') && !text.contains(u'@') && !text.contains(u'<') &&
           !text.contains(u'{') && QUrl(QStringLiteral("https://") + text, QUrl::StrictMode).isValid();
}

} // namespace

SourceText recognise(const QString& pasted) {
    const QString text = pasted.left(kMaxSourceBytes).trimmed();
    if (text.isEmpty()) {
        return {};
    }
    if (text.startsWith(u'{') || text.startsWith(u'[')) {
        return fromJson(text);
    }
    if (text.startsWith(u'<')) {
        if (text.contains(QLatin1String("EntityDescriptor")) || text.contains(QLatin1String("EntitiesDescriptor"))) {
            return {Kind::Saml,
                    {},
                    {},
                    {},
                    say(QT_TRANSLATE_NOOP(
                        "SourceText",
                        "This is SAML metadata. An OpenID Connect issuer or discovery document was expected."))};
        }
        return unknown(QT_TRANSLATE_NOOP(
            "SourceText", "This is a web page or XML. Paste the address of the discovery document, or its JSON."));
    }
    if (text.contains(QLatin1String("://"))) {
        return fromAddress(text);
    }
    if (looksLikeHost(text)) {
        return fromAddress(QStringLiteral("https://") + text);
    }
    return unknown(QT_TRANSLATE_NOOP("SourceText",
                                     "Not recognised. Expected: an issuer address such as https://login.company.com, "
                                     "the address of a discovery document, or its JSON."));
}

} // namespace gatehouse::ui::panels::connections
