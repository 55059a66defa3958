// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/audit/audit_model.h"

#include <QCoreApplication>
#include <QLocale>

#include "ui/client/convert.h"
#include "ui/widgets/format.h"

namespace gatehouse::ui::panels::audit {

using client::toDateTime;
using client::toQString;

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("AuditModel", text);
}

QString filterToken(const char* field, const std::string& value) {
    return value.empty() ? QString() : QLatin1String(field) + u'=' + toQString(value);
}

} // namespace

QString partyText(const admin::api::Party& party, Form form) {
    if (!party.name.empty()) {
        return toQString(party.name);
    }
    constexpr qsizetype kReadable = 16; // a longer id is known by its end: generated ones begin with the time
    const QString type = toQString(party.type);
    const QString id = toQString(party.id);
    const bool whole = form == Form::Whole || id.size() <= kReadable;
    return id.isEmpty() ? type : type + u' ' + (whole ? id : QStringLiteral("…") + id.right(6));
}

QString appName(const admin::api::AuditRecord& record) {
    const bool nameless = record.actor.type == "service" && record.actor.name.empty();
    return nameless ? client::toJsonObject(record.data).value(QLatin1String("app")).toString() : QString();
}

std::pair<widgets::Status, QString> outcomeOf(const admin::api::AuditRecord& record) {
    if (record.outcome == "success") {
        return {widgets::Status::Ok, say(QT_TRANSLATE_NOOP("AuditModel", "Success"))};
    }
    return record.outcome == "denied"
               ? std::pair{widgets::Status::Warning, say(QT_TRANSLATE_NOOP("AuditModel", "Denied"))}
               : std::pair{widgets::Status::Failed, say(QT_TRANSLATE_NOOP("AuditModel", "Failure"))};
}

int AuditModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString AuditModel::keyOf(const admin::api::AuditRecord& record) const {
    return QString::number(record.seq);
}

int AuditModel::rowOf(const QString& key) const {
    if (m_anchor == 0) {
        return WindowedModel::rowOf(key);
    }
    const qint64 row = m_anchor + freshRows() - key.toLongLong();
    return row >= 0 && row < rowCount() ? static_cast<int>(row) : -1;
}

QVariant AuditModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (section == Seq && role == Qt::TextAlignmentRole) {
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    }
    return WindowedModel::headerData(section, orientation, role);
}

QVariant AuditModel::cell(const admin::api::AuditRecord& record, int column, int role) const {
    const QDateTime time = toDateTime(record.time);
    if (role == Qt::DisplayRole) {
        switch (column) {
        case Seq:
            return QLocale().toString(static_cast<qlonglong>(record.seq));
        case Time:
            return widgets::clockTime(time);
        case Type:
            return toQString(record.type);
        case Outcome:
            return outcomeOf(record).second;
        case Actor: {
            const QString app = appName(record);
            return app.isEmpty() ? partyText(record.actor, Form::Short) : app;
        }
        case Target:
            return partyText(record.target, Form::Short);
        case Address:
            return toQString(record.ip);
        default:
            return {};
        }
    }
    if (role == widgets::StatusRole && column == Outcome) {
        return static_cast<int>(outcomeOf(record).first);
    }
    if (role == widgets::TextRole && (column == Actor || column == Target)) {
        const QString app = column == Actor ? appName(record) : QString();
        return app.isEmpty() ? partyText(column == Actor ? record.actor : record.target, Form::Whole) : app;
    }
    if (role == widgets::FilterRole) {
        return column == Type      ? filterToken("type", record.type)
               : column == Outcome ? filterToken("outcome", record.outcome)
               : column == Actor   ? filterToken("actor", record.actor.id)
               : column == Target  ? filterToken("target", record.target.id)
                                   : QVariant();
    }
    if (role == Qt::ToolTipRole) {
        return column == Time      ? widgets::absoluteTime(time)
               : column == Outcome ? toQString(record.reason)
               : column == Actor   ? toQString(record.actor.id)
               : column == Target  ? toQString(record.target.type + " " + record.target.id)
                                   : QVariant();
    }
    if (role == Qt::TextAlignmentRole && column == Seq) {
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    }
    return {};
}

QString AuditModel::columnTitle(int column) const {
    switch (column) {
    case Seq:
        return tr("Number");
    case Time:
        return tr("Time");
    case Type:
        return tr("Event");
    case Outcome:
        return tr("Outcome");
    case Actor:
        return tr("Who");
    case Target:
        return tr("What");
    case Address:
        return tr("Address");
    default:
        return {};
    }
}

} // namespace gatehouse::ui::panels::audit
