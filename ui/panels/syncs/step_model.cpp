// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/syncs/step_model.h"

#include <QStringList>

#include "ui/client/convert.h"
#include "ui/panels/syncs/sync_words.h"

namespace gatehouse::ui::panels::syncs {

using admin::api::ScimSyncStep;
using client::toQString;

namespace {

QString valueText(const admin::api::RawJson& raw) {
    const QJsonValue value = client::toJsonValue(raw);
    if (value.isNull() || value.isUndefined()) {
        return QStringLiteral("–");
    }
    return value.isString() ? value.toString() : toQString(raw.text);
}

} // namespace

QString changesOf(const ScimSyncStep& step) {
    QStringList parts;
    for (const admin::api::ScimChange& change : step.changes) {
        parts.append(
            step.act == "create"
                ? StepModel::tr("%1: %2", "attribute: value").arg(toQString(change.path), valueText(change.after))
                : StepModel::tr("%1: %2 → %3", "attribute: before → after")
                      .arg(toQString(change.path), valueText(change.before), valueText(change.after)));
    }
    if (step.membersAdded > 0) {
        parts.append(StepModel::tr("%Ln members come", nullptr, static_cast<int>(step.membersAdded)));
    }
    if (step.membersRemoved > 0) {
        parts.append(StepModel::tr("%Ln members go", nullptr, static_cast<int>(step.membersRemoved)));
    }
    return parts.join(QStringLiteral("; "));
}

int StepModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString StepModel::keyOf(const ScimSyncStep& step) const {
    return toQString(step.kind + '/' + step.act + '/' + step.id + '/' + step.name);
}

QVariant StepModel::cell(const ScimSyncStep& step, int column, int role) const {
    const auto [status, word] = SyncWords::outcome(step);
    if (role == widgets::StatusRole && column == Outcome && !word.isEmpty()) {
        return static_cast<int>(status);
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) {
        return {};
    }
    switch (column) {
    case Act:
        return SyncWords::act(step.act);
    case Name:
        return step.kind == "Group" ? tr("Group %1").arg(toQString(step.name)) : toQString(step.name);
    case Why:
        return SyncWords::cause(step.cause);
    case What:
        return changesOf(step);
    case Outcome:
        return step.detail.empty() ? word
               : word.isEmpty()    ? toQString(step.detail)
                                   : tr("%1: %2", "refused: what was said").arg(word, toQString(step.detail));
    default:
        return {};
    }
}

QString StepModel::columnTitle(int column) const {
    switch (column) {
    case Act:
        return tr("Act");
    case Name:
        return tr("Whom");
    case Why:
        return tr("Why");
    case What:
        return tr("What changes");
    case Outcome:
        return tr("Outcome");
    default:
        return {};
    }
}

} // namespace gatehouse::ui::panels::syncs
