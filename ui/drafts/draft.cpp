// SPDX-License-Identifier: Apache-2.0
#include "ui/drafts/draft.h"

#include <algorithm>

#include <QJsonArray>
#include <QUrl>

#include "ui/drafts/difference.h"

namespace gatehouse::ui::drafts {
namespace {

QString encoded(const QString& text) {
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

QString plural(const QString& kind) {
    return kind.endsWith(u'y') ? kind.chopped(1) + QStringLiteral("ies") : kind + u's';
}

QString word(Act act) {
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

std::optional<Act> actFrom(const QString& name) {
    for (const Act act : {Act::Create, Act::Update, Act::Delete}) {
        if (name == word(act)) {
            return act;
        }
    }
    return std::nullopt;
}

/// The member that objectPath() takes.
QString identityMember(const QString& kind) {
    return kind == QLatin1String("tenant")                                        ? QStringLiteral("slug")
           : kind == QLatin1String("role") || kind == QLatin1String("permission") ? QStringLiteral("name")
                                                                                  : QStringLiteral("id");
}

/// What of `result` can be sent back: the members that the draft knew, and no secret.
QJsonObject asSent(const Draft& draft, const QJsonObject& result) {
    QJsonObject sent;
    for (auto it = draft.wanted.begin(); it != draft.wanted.end(); ++it) {
        if (result.contains(it.key()) && !draft.secrets.contains(u'/' + it.key())) {
            sent.insert(it.key(), result.value(it.key()));
        }
    }
    return sent;
}

} // namespace

QString collectionPath(const Subject& subject) {
    const QString base = subject.tenant.isEmpty() || subject.kind == QLatin1String("tenant")
                             ? QStringLiteral("/admin/v1/")
                             : QStringLiteral("/admin/v1/tenants/") + encoded(subject.tenant) + u'/';
    return base + plural(subject.kind);
}

QString objectPath(const Subject& subject) {
    return collectionPath(subject) + u'/' + encoded(subject.key);
}

Draft inverse(const Draft& draft, const QJsonObject& result, const QString& etag) {
    Draft back = draft;
    back.etag = etag;
    back.lostSecret = false;
    back.secrets.clear();
    back.notes = {};
    switch (draft.act) {
    case Act::Create:
        back.act = Act::Delete;
        back.base = asSent(draft, result);
        back.wanted = {};
        back.subject.key = result.value(identityMember(draft.subject.kind)).toString(draft.subject.key);
        break;
    case Act::Update:
        back.base = asSent(draft, result);
        back.wanted = draft.base;
        back.subject.key = result.value(identityMember(draft.subject.kind)).toString(draft.subject.key);
        break;
    case Act::Delete:
        back.act = Act::Create;
        back.base = {};
        back.etag.clear();
        back.wanted = draft.base;
        if (draft.subject.kind == QLatin1String("connection")) { // its address at the provider holds its id
            back.wanted.insert(QStringLiteral("id"), draft.subject.key);
        }
        break;
    }
    return back;
}

bool canBeTakenBack(const Draft& draft) {
    return draft.subject.kind != QLatin1String("tenant") || draft.act == Act::Update;
}

bool isCosmetic(const Draft& draft) {
    if (draft.act != Act::Update) {
        return false;
    }
    const std::vector<Line> lines = difference(draft.base, draft.wanted, draft.secrets);
    return !lines.empty() && std::all_of(lines.begin(), lines.end(), [](const Line& line) {
        return line.pointer == QLatin1String("/displayName") || line.pointer == QLatin1String("/description");
    });
}

QJsonObject toJson(const Draft& draft) {
    QJsonObject wanted = draft.wanted;
    for (const QString& pointer : draft.secrets) {
        setAt(wanted, pointer, QJsonValue(QJsonValue::Undefined));
    }
    return {{QStringLiteral("tenant"), draft.subject.tenant},
            {QStringLiteral("kind"), draft.subject.kind},
            {QStringLiteral("key"), draft.subject.key},
            {QStringLiteral("act"), word(draft.act)},
            {QStringLiteral("title"), draft.title},
            {QStringLiteral("panel"), draft.panel},
            {QStringLiteral("etag"), draft.etag},
            {QStringLiteral("base"), draft.base},
            {QStringLiteral("wanted"), wanted},
            {QStringLiteral("secrets"), QJsonArray::fromStringList(draft.secrets)},
            {QStringLiteral("notes"), draft.notes},
            {QStringLiteral("ready"), draft.ready},
            {QStringLiteral("lostSecret"), draft.lostSecret || !draft.secrets.isEmpty()},
            {QStringLiteral("changedAt"), draft.changedAt.toUTC().toString(Qt::ISODateWithMs)}};
}

std::optional<Draft> draftFrom(const QJsonObject& json) {
    const auto text = [&json](const char* name) { return json.value(QLatin1String(name)).toString(); };
    const std::optional<Act> act = actFrom(text("act"));
    Draft draft;
    draft.subject = {text("tenant"), text("kind"), text("key")};
    if (!act || draft.subject.kind.isEmpty() || draft.subject.key.isEmpty()) {
        return std::nullopt;
    }
    draft.act = *act;
    draft.title = text("title");
    draft.panel = text("panel");
    draft.etag = text("etag");
    draft.base = json.value(QLatin1String("base")).toObject();
    draft.wanted = json.value(QLatin1String("wanted")).toObject();
    draft.notes = json.value(QLatin1String("notes")).toObject();
    draft.ready = json.value(QLatin1String("ready")).toBool(true);
    draft.lostSecret = json.value(QLatin1String("lostSecret")).toBool();
    draft.changedAt = QDateTime::fromString(text("changedAt"), Qt::ISODateWithMs);
    return draft;
}

} // namespace gatehouse::ui::drafts
