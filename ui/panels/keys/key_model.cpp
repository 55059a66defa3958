// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/keys/key_model.h"

#include "ui/client/convert.h"
#include "ui/panels/keys/key_words.h"
#include "ui/widgets/format.h"

namespace gatehouse::ui::panels::keys {

using client::toDateTime;
using client::toQString;

int KeyModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString KeyModel::keyOf(const admin::api::Key& key) const {
    return toQString(key.kid);
}

QVariant KeyModel::cell(const admin::api::Key& key, int column, int role) const {
    const QDateTime published = toDateTime(key.createdAt);
    if (role == Qt::DisplayRole) {
        switch (column) {
        case Id:
            return shortId(key);
        case Algorithm:
            return isAudit(key) ? tr("%1, audit log").arg(toQString(key.alg)) : toQString(key.alg);
        case Stage:
            return stageWord(key);
        case Published:
            return widgets::relativeTime(published);
        case What:
            return whatNext(key);
        default:
            return {};
        }
    }
    if (role == widgets::StatusRole && column == Stage) {
        return static_cast<int>(stageStatus(key));
    }
    if (role == widgets::SortRole && column == Published) {
        return published;
    }
    if (role == Qt::ToolTipRole) {
        return column == Published ? widgets::absoluteTime(published) : column == Id ? toQString(key.kid) : QVariant();
    }
    return {};
}

QString KeyModel::columnTitle(int column) const {
    switch (column) {
    case Id:
        return tr("Key");
    case Algorithm:
        return tr("Algorithm");
    case Stage:
        return tr("Stage");
    case Published:
        return tr("Published");
    case What:
        return tr("What happens");
    default:
        return {};
    }
}

int EvidenceModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString EvidenceModel::keyOf(const admin::api::KeyEvidence& evidence) const {
    return toQString(evidence.appId);
}

QVariant EvidenceModel::cell(const admin::api::KeyEvidence& evidence, int column, int role) const {
    const QDateTime last = toDateTime(evidence.lastFetch);
    if (role == Qt::DisplayRole) {
        switch (column) {
        case App:
            return toQString(evidence.name);
        case Holds:
            return holdsWord(evidence);
        case LastFetch:
            return widgets::relativeTime(last);
        case Known:
            return knownSentence(evidence);
        default:
            return {};
        }
    }
    if (role == widgets::StatusRole && column == Holds) {
        return static_cast<int>(holdsStatus(evidence));
    }
    if (role == widgets::SortRole && column == LastFetch) {
        return last;
    }
    if (role == Qt::ToolTipRole) {
        switch (column) {
        case App:
            return toQString(evidence.clientId);
        case LastFetch:
            return evidence.userAgent.empty() ? widgets::absoluteTime(last) : toQString(evidence.userAgent);
        case Known:
            return knownSentence(evidence);
        default:
            return {};
        }
    }
    return {};
}

QString EvidenceModel::columnTitle(int column) const {
    switch (column) {
    case App:
        return tr("App");
    case Holds:
        return tr("Has it");
    case LastFetch:
        return tr("Last fetch");
    case Known:
        return tr("How that is known");
    default:
        return {};
    }
}

} // namespace gatehouse::ui::panels::keys
