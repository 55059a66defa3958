// SPDX-License-Identifier: Apache-2.0
#include "ui/drafts/command.h"

#include <QJsonArray>
#include <QJsonDocument>

#include "ui/drafts/difference.h"

namespace gatehouse::ui::drafts {
namespace {

const QString kMask = QStringLiteral("********");

QJsonObject masked(QJsonObject document, const QStringList& secrets) {
    for (const QString& pointer : secrets) {
        if (!valueAt(document, pointer).isUndefined()) {
            setAt(document, pointer, kMask);
        }
    }
    return document;
}

/// What is sent: all of it, or what changes.
QJsonObject body(const Draft& draft) {
    return masked(draft.act == Act::Update ? patchBetween(draft.base, draft.wanted) : draft.wanted, draft.secrets);
}

QString text(const QJsonObject& object, QJsonDocument::JsonFormat format) {
    return QString::fromUtf8(QJsonDocument(object).toJson(format)).trimmed();
}

/// In single quotes of a POSIX shell.
QString quoted(QString word) {
    return u'\'' + word.replace(u'\'', QLatin1String("'\\''")) + u'\'';
}

QString verb(Act act) {
    switch (act) {
    case Act::Create:
        return QStringLiteral("create");
    case Act::Update:
        return QStringLiteral("update");
    case Act::Delete:
        return QStringLiteral("delete");
    }
    return {};
}

const char* method(Act act) {
    switch (act) {
    case Act::Create:
        return "POST";
    case Act::Update:
        return "PATCH";
    case Act::Delete:
        return "DELETE";
    }
    return "";
}

} // namespace

QString asGatehousectl(const Draft& draft) {
    const bool frontDoor = draft.subject.kind == QLatin1String("app") && draft.subject.tenant.isEmpty();
    const QString noun = frontDoor ? QStringLiteral("shared-app") : draft.subject.kind;
    QString line = QStringLiteral("gatehousectl %1 %2").arg(noun, verb(draft.act));
    if (draft.act != Act::Create) {
        line += u' ' + quoted(draft.subject.key);
    }
    if (!draft.subject.tenant.isEmpty() && draft.subject.kind != QLatin1String("tenant")) {
        line += QStringLiteral(" --tenant ") + quoted(draft.subject.tenant);
    }
    if (draft.act == Act::Delete) {
        return line;
    }
    return line + QStringLiteral(" -f - <<'JSON'\n%1\nJSON").arg(text(body(draft), QJsonDocument::Indented));
}

QString asApiCall(const Draft& draft, const QString& address) {
    const QString path = draft.act == Act::Create ? collectionPath(draft.subject) : objectPath(draft.subject);
    QString call = QStringLiteral("curl -X %1 %2 \\\n  -H \"Authorization: Bearer $TOKEN\"")
                       .arg(QLatin1String(method(draft.act)), quoted(address + path));
    if (!draft.etag.isEmpty()) {
        call += QStringLiteral(" \\\n  -H %1").arg(quoted(QStringLiteral("If-Match: ") + draft.etag));
    }
    if (draft.act != Act::Delete) {
        call += QStringLiteral(" \\\n  -H 'Content-Type: application/json' \\\n  -d %1")
                    .arg(quoted(text(body(draft), QJsonDocument::Compact)));
    }
    return call;
}

QString asDocument(const Draft& draft) {
    const QString& kind = draft.subject.kind;
    const bool inDocuments = kind != QLatin1String("group") && kind != QLatin1String("scim-sync");
    if (draft.act == Act::Delete || !inDocuments) {
        return {};
    }
    QJsonObject object = masked(draft.wanted, draft.secrets);
    QJsonObject document{{QStringLiteral("gatehouse"), 1}};
    if (draft.subject.kind == QLatin1String("tenant")) {
        document.insert(QStringLiteral("tenants"), QJsonArray{object});
    } else {
        object.remove(QStringLiteral("id"));
        const QString list = collectionPath(draft.subject).section(u'/', -1);
        if (draft.subject.tenant.isEmpty()) {
            document.insert(list, QJsonArray{object});
        } else {
            document.insert(
                QStringLiteral("tenants"),
                QJsonArray{QJsonObject{{QStringLiteral("slug"), draft.subject.tenant}, {list, QJsonArray{object}}}});
        }
    }
    return text(document, QJsonDocument::Indented);
}

} // namespace gatehouse::ui::drafts
