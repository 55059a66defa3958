// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/history/change_model.h"

#include <QHash>

#include "ui/client/convert.h"
#include "ui/widgets/format.h"

namespace gatehouse::ui::panels::history {

using admin::api::AuditRecord;
using client::toQString;

namespace {

QJsonObject dataOf(const AuditRecord& record) {
    return client::toJsonObject(record.data);
}

QString operationOf(const AuditRecord& record) {
    return dataOf(record).value(QLatin1String("operation")).toString();
}

QString kindName(const QString& kind) {
    static const QHash<QString, const char*> names = {{QStringLiteral("connection"), QT_TR_NOOP("identity provider")},
                                                      {QStringLiteral("app"), QT_TR_NOOP("app")},
                                                      {QStringLiteral("user"), QT_TR_NOOP("user")},
                                                      {QStringLiteral("group"), QT_TR_NOOP("group")},
                                                      {QStringLiteral("role"), QT_TR_NOOP("role")},
                                                      {QStringLiteral("permission"), QT_TR_NOOP("permission")},
                                                      {QStringLiteral("tenant"), QT_TR_NOOP("tenant")},
                                                      {QStringLiteral("domain"), QT_TR_NOOP("domain")},
                                                      {QStringLiteral("key"), QT_TR_NOOP("key")},
                                                      {QStringLiteral("token"), QT_TR_NOOP("token")},
                                                      {QStringLiteral("admin"), QT_TR_NOOP("administrator")},
                                                      {QStringLiteral("sandbox"), QT_TR_NOOP("sandbox")}};
    const auto found = names.find(kind);
    return found == names.end() ? kind : ChangeModel::tr(*found);
}

/// Masked on the way into the log: nothing to put back.
bool isMasked(const QJsonValue& value) {
    return value.toString() == QLatin1String("********");
}

widgets::Status statusOf(const AuditRecord& record) {
    return record.outcome == "success" ? widgets::Status::Ok : widgets::Status::Failed;
}

} // namespace

QString changeTypes() {
    return QStringLiteral("ConnectionCreated,ConnectionUpdated,ConnectionDeleted,AdminAction,UserUpdated,GroupCreated,"
                          "GroupUpdated,GroupDeleted,KeyCreated,KeyActivated,KeyRetired,KeyRevoked");
}

QString actOf(const AuditRecord& record) {
    const QJsonObject data = dataOf(record);
    const bool before = data.contains(QLatin1String("before"));
    const bool after = data.contains(QLatin1String("after"));
    if (before && after) {
        return ChangeModel::tr("Changed");
    }
    return after    ? ChangeModel::tr("Created")
           : before ? ChangeModel::tr("Deleted")
                    : data.value(QLatin1String("operation")).toString(toQString(record.type));
}

QString objectOf(const AuditRecord& record) {
    const QString name = toQString(record.target.name.empty() ? record.target.id : record.target.name);
    return ChangeModel::tr("%1 %2", "kind and name of an object").arg(kindName(toQString(record.target.type)), name);
}

std::vector<drafts::Line> linesOf(const AuditRecord& record) {
    const QJsonObject data = dataOf(record);
    return drafts::difference(data.value(QLatin1String("before")).toObject(),
                              data.value(QLatin1String("after")).toObject());
}

std::optional<Reversal> reversalOf(const AuditRecord& record, const QString& tenant) {
    static const QStringList kinds = {
        QStringLiteral("connection"), QStringLiteral("app"),        QStringLiteral("user"),  QStringLiteral("group"),
        QStringLiteral("role"),       QStringLiteral("permission"), QStringLiteral("tenant")};
    const QString kind = toQString(record.target.type);
    const QJsonObject data = dataOf(record);
    const QJsonObject before = data.value(QLatin1String("before")).toObject();
    const QJsonObject after = data.value(QLatin1String("after")).toObject();
    if (record.outcome != "success" || !kinds.contains(kind) || record.target.id.empty() ||
        (before.isEmpty() && after.isEmpty())) {
        return std::nullopt;
    }
    Reversal reversal;
    drafts::Draft& draft = reversal.draft;
    draft.subject = {tenant, kind, toQString(record.target.id)};
    draft.title = objectOf(record);
    draft.panel = QStringLiteral("history");
    if (!data.contains(QLatin1String("before"))) {
        draft.act = drafts::Act::Delete;
        return reversal;
    }
    for (auto it = before.begin(); it != before.end(); ++it) {
        if (!isMasked(it.value())) {
            reversal.members.insert(it.key(), it.value());
        }
    }
    if (!data.contains(QLatin1String("after"))) {
        draft.act = drafts::Act::Create;
        draft.wanted = reversal.members;
        if (kind == QLatin1String("connection")) { // its address at the provider holds its id
            draft.wanted.insert(QStringLiteral("id"), draft.subject.key);
        }
        return reversal;
    }
    for (const QString& member : after.keys()) {
        if (!before.contains(member) && !isMasked(after.value(member))) {
            reversal.addedMembers.append(member);
        }
    }
    return reversal.members.isEmpty() && reversal.addedMembers.isEmpty() ? std::nullopt : std::optional(reversal);
}

drafts::Draft onto(const Reversal& reversal, const QJsonObject& now, const QString& etag) {
    drafts::Draft draft = reversal.draft;
    draft.etag = etag;
    if (draft.act == drafts::Act::Delete) {
        draft.base = now;
        return draft;
    }
    for (auto it = reversal.members.begin(); it != reversal.members.end(); ++it) {
        draft.base.insert(it.key(), now.value(it.key()));
        draft.wanted.insert(it.key(), it.value());
    }
    for (const QString& member : reversal.addedMembers) {
        draft.base.insert(member, now.value(member));
    }
    return draft;
}

int ChangeModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString ChangeModel::keyOf(const AuditRecord& record) const {
    return QString::number(record.seq);
}

QVariant ChangeModel::cell(const AuditRecord& record, int column, int role) const {
    const QDateTime time = client::toDateTime(record.time);
    if (role == Qt::DisplayRole) {
        switch (column) {
        case Time:
            return widgets::clockTime(time);
        case Who:
            return toQString(record.actor.name.empty() ? record.actor.id : record.actor.name);
        case What:
            return actOf(record);
        case Object:
            return objectOf(record);
        case Outcome:
            return record.outcome == "success" ? tr("Done") : tr("Refused");
        default:
            return {};
        }
    }
    if (role == widgets::StatusRole && column == Outcome) {
        return static_cast<int>(statusOf(record));
    }
    if (role == widgets::SortRole && column == Time) {
        return QVariant(static_cast<qint64>(record.seq));
    }
    if (role == Qt::ToolTipRole) {
        return column == Time   ? widgets::absoluteTime(time)
               : column == What ? operationOf(record)
                                : cell(record, column, Qt::DisplayRole);
    }
    return {};
}

QString ChangeModel::columnTitle(int column) const {
    switch (column) {
    case Time:
        return tr("Time");
    case Who:
        return tr("Who");
    case What:
        return tr("What");
    case Object:
        return tr("Object");
    case Outcome:
        return tr("Outcome");
    default:
        return {};
    }
}

} // namespace gatehouse::ui::panels::history
