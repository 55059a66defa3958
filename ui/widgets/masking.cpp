// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/masking.h"

#include <algorithm>
#include <array>
#include <atomic>

#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStringList>

namespace gatehouse::ui::widgets {
namespace {

const QString kDots = QStringLiteral("•••");
constexpr qsizetype kLongWord = 32;

std::atomic<bool> g_presenting{false}; // exports may be written by another thread

/// Replaces each match by what `with` makes of it.
template <class With>
void replaceAll(QString& text, const QRegularExpression& pattern, With with) {
    qsizetype shift = 0;
    const QString before = text;
    QRegularExpressionMatchIterator each = pattern.globalMatch(before);
    while (each.hasNext()) {
        const QRegularExpressionMatch match = each.next();
        const QString replacement = with(match);
        text.replace(match.capturedStart() + shift, match.capturedLength(), replacement);
        shift += replacement.size() - match.capturedLength();
    }
}

bool isUuid(const QString& word) {
    static const QRegularExpression pattern(
        QStringLiteral("^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$"));
    return pattern.match(word).hasMatch();
}

/// A long word of letters and digits that nobody would have chosen as a name.
bool isRandom(const QString& word) {
    const auto isDigit = [](QChar c) { return c.isDigit(); };
    const auto isLetter = [](QChar c) { return c.isLetter(); };
    return word.size() >= kLongWord && std::any_of(word.begin(), word.end(), isDigit) &&
           std::any_of(word.begin(), word.end(), isLetter) && !isUuid(word);
}

bool isOthersAddress(const QString& word) {
    const QHostAddress address(word);
    return !address.isNull() && !address.isLoopback() && address != QHostAddress::AnyIPv4 &&
           address != QHostAddress::AnyIPv6;
}

} // namespace

bool isSecretName(const QString& name) {
    static const std::array<QLatin1String, 10> kParts{QLatin1String("secret"),       QLatin1String("password"),
                                                      QLatin1String("passphrase"),   QLatin1String("accesstoken"),
                                                      QLatin1String("refreshtoken"), QLatin1String("idtoken"),
                                                      QLatin1String("codeverifier"), QLatin1String("authorization"),
                                                      QLatin1String("cookie"),       QLatin1String("privatekey")};
    const QString plain = name.toLower().remove(u'_').remove(u'-');
    return plain == QLatin1String("code") || plain == QLatin1String("token") ||
           std::any_of(kParts.begin(), kParts.end(), [&](QLatin1String part) { return plain.contains(part); });
}

QString masked(const QString& text) {
    if (text.size() < 3) {
        return text;
    }
    static const QRegularExpression named(
        QStringLiteral("((?:client_?secret|password|passphrase|code_verifier|access_token|refresh_token|id_token)"
                       "\"?\\s*[:=]\\s*\"?|\\bbearer\\s+)([^\\s\"',;&}<>•]+)"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression jwt(QStringLiteral("\\beyJ[\\w\\-]+(?:\\.[\\w\\-]*){1,4}"));
    static const QRegularExpression ours(QStringLiteral("\\bgh[a-z]{1,3}_[\\w\\-]{8,}"));
    static const QRegularExpression mail(
        QStringLiteral("[\\p{L}\\p{N}._%+'\\-]+@[\\p{L}\\p{N}\\-]+(?:\\.[\\p{L}\\p{N}\\-]+)*"),
        QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression word(QStringLiteral("[A-Za-z0-9_\\-]{32,}={0,2}"));
    static const QRegularExpression four(QStringLiteral("(?<![\\d.])\\d{1,3}(?:\\.\\d{1,3}){3}(?![\\d.]*\\d)"));
    static const QRegularExpression six(
        QStringLiteral("(?<![\\w:.])(?:[0-9A-Fa-f]{0,4}:){2,7}[0-9A-Fa-f]{0,4}(?![\\w:])"));
    QString out = text;
    const auto dots = [](const QRegularExpressionMatch&) { return kDots; };
    replaceAll(out, jwt, dots);
    replaceAll(out, ours, dots);
    replaceAll(out, named, [](const QRegularExpressionMatch& match) { return match.captured(1) + kDots; });
    replaceAll(out, mail, [](const QRegularExpressionMatch& match) {
        return match.captured().left(1) + kDots + QLatin1Char('@') + kDots;
    });
    replaceAll(out, word, [](const QRegularExpressionMatch& match) {
        return isRandom(match.captured()) ? kDots : match.captured();
    });
    for (const QRegularExpression* address : {&four, &six}) {
        replaceAll(out, *address, [](const QRegularExpressionMatch& match) {
            return isOthersAddress(match.captured()) ? kDots : match.captured();
        });
    }
    return out;
}

QJsonValue masked(const QJsonValue& value) {
    if (value.isString()) {
        return masked(value.toString());
    }
    if (value.isArray()) {
        QJsonArray out;
        for (const auto& each : value.toArray()) {
            out.append(masked(each));
        }
        return out;
    }
    if (!value.isObject()) {
        return value;
    }
    QJsonObject out;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const bool secret = isSecretName(it.key()) && it->isString() && !it->toString().isEmpty();
        out.insert(masked(it.key()), secret ? QJsonValue(kDots) : masked(*it));
    }
    return out;
}

bool isPresenting() {
    return g_presenting;
}

void setPresenting(bool presenting) {
    g_presenting = presenting;
}

QString presented(const QString& text) {
    return g_presenting ? masked(text) : text;
}

QJsonValue presented(const QJsonValue& value) {
    return g_presenting ? masked(value) : value;
}

QByteArray presentedJson(const QByteArray& json) {
    if (!g_presenting || json.isEmpty()) {
        return json;
    }
    const QJsonDocument document = QJsonDocument::fromJson(json);
    return document.isObject()
               ? QJsonDocument(masked(QJsonValue(document.object())).toObject()).toJson(QJsonDocument::Compact)
               : masked(QString::fromUtf8(json)).toUtf8();
}

QVariant presented(const QVariant& value, int role) {
    if (!g_presenting) {
        return value;
    }
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
    case Qt::StatusTipRole:
    case Qt::WhatsThisRole:
    case Qt::AccessibleTextRole:
    case Qt::AccessibleDescriptionRole:
        break;
    default:
        return value;
    }
    if (value.typeId() == QMetaType::QStringList) {
        QStringList out;
        for (const QString& each : value.toStringList()) {
            out.append(masked(each));
        }
        return out;
    }
    return value.typeId() == QMetaType::QString ? QVariant(masked(value.toString())) : value;
}

} // namespace gatehouse::ui::widgets
