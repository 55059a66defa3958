// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/scim/request_detail.h"

#include <QHeaderView>
#include <QJsonArray>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/panels/scim/request_model.h"
#include "ui/widgets/detail_grid.h"
#include "ui/widgets/format.h"
#include "ui/widgets/json_view.h"
#include "ui/widgets/layout.h"

namespace gatehouse::ui::panels::scim {

using client::toDateTime;
using client::toQString;

namespace {

constexpr int kRowHeight = 26;
constexpr int kMostRows = 12;
constexpr int kBodyHeight = 160;

/// A value as a person reads it: texts without quotes, nothing as a dash.
QString valueText(const admin::api::RawJson& raw) {
    const QJsonValue value = client::toJsonValue(raw);
    if (value.isNull() || value.isUndefined()) {
        return QStringLiteral("–");
    }
    return value.isString() ? value.toString() : toQString(raw.text);
}

QTableWidget* makeTable(const QString& name, QWidget* parent) {
    auto* table = new QTableWidget(0, 3, parent);
    table->setAccessibleName(name);
    table->setHorizontalHeaderLabels(
        {RequestDetail::tr("Attribute"), RequestDetail::tr("Before"), RequestDetail::tr("After")});
    table->verticalHeader()->hide();
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    return table;
}

} // namespace

RequestDetail::RequestDetail(QWidget* parent)
    : QWidget(parent)
    , m_facts(new widgets::DetailGrid(this))
    , m_replayCard(new widgets::Card(tr("The same request now"), this))
    , m_replaySentence(widgets::mutedLabel({}, m_replayCard))
    , m_replayChanges(makeTable(tr("What it would change"), m_replayCard))
    , m_changesCard(new widgets::Card(tr("What it changed"), this))
    , m_changes(makeTable(tr("What it changed"), m_changesCard))
    , m_bodyCard(new widgets::Card(tr("What was sent"), this))
    , m_body(new widgets::JsonView(tr("What was sent"), m_bodyCard)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(14);
    column->addWidget(m_facts);
    column->addWidget(m_replayCard);
    column->addWidget(m_changesCard);
    column->addWidget(m_bodyCard);
    column->addStretch(1);
    m_replayCard->body()->addWidget(m_replaySentence);
    m_replayCard->body()->addWidget(m_replayChanges);
    m_changesCard->body()->addWidget(m_changes);
    m_body->setMinimumHeight(kBodyHeight);
    m_bodyCard->body()->addWidget(m_body);
    m_replayCard->hide();
}

void RequestDetail::fill(QTableWidget& table, const std::vector<admin::api::ScimChange>& changes) {
    table.setRowCount(static_cast<int>(changes.size()));
    for (int row = 0; row < table.rowCount(); ++row) {
        const admin::api::ScimChange& change = changes[static_cast<std::size_t>(row)];
        const QString cells[] = {toQString(change.path), valueText(change.before), valueText(change.after)};
        for (int column = 0; column < 3; ++column) {
            auto* item = new QTableWidgetItem(cells[column]);
            item->setToolTip(cells[column]);
            table.setItem(row, column, item);
        }
        table.setRowHeight(row, kRowHeight);
    }
    if (table.rowCount() > 0) {
        table.setCurrentCell(0, 0);
    }
    table.setFixedHeight((std::min(table.rowCount(), kMostRows) + 1) * kRowHeight + 8);
    table.setVisible(table.rowCount() > 0);
}

void RequestDetail::showRequest(const admin::api::ScimRequest& request) {
    const QDateTime when = toDateTime(request.time);
    m_facts->clear();
    m_facts->addCode(tr("Request"), toQString(request.method + " " + request.path));
    if (!request.detail.empty()) {
        m_facts->addText(tr("Why refused"), request.scimType.empty()
                                                ? toQString(request.detail)
                                                : toQString(request.scimType + ": " + request.detail));
    }
    m_facts->addText(tr("Directory"), toQString(request.clientName));
    m_facts->addText(tr("Time"), widgets::relativeTime(when), widgets::absoluteTime(when));
    m_facts->addText(tr("From"), toQString(request.ip), toQString(request.userAgent));
    if (!request.resourceId.empty()) {
        m_facts->addCode(request.resourceType == "Group" ? tr("Group id") : tr("User id"),
                         toQString(request.resourceId));
    }
    m_changesCard->setVisible(!request.changes.empty());
    fill(*m_changes, request.changes);
    const QJsonValue body = client::toJsonValue(request.body);
    m_bodyCard->setVisible(!body.isNull() && !body.isUndefined());
    m_body->setValue(body);
    m_replayCard->hide();
}

void RequestDetail::showReplay(const admin::api::ScimReplay& replay) {
    if (replay.status >= 400) {
        const QString why = toQString(replay.scimType.empty() ? replay.detail : replay.scimType + ": " + replay.detail);
        m_replaySentence->setText(tr("It would be refused with %1. %2").arg(replay.status).arg(why));
    } else if (replay.changes.empty()) {
        m_replaySentence->setText(tr("It would be answered with %1 and change nothing.").arg(replay.status));
    } else {
        m_replaySentence->setText(
            tr("It would be answered with %1 and change this. Nothing was written.").arg(replay.status));
    }
    fill(*m_replayChanges, replay.changes);
    m_replayCard->show();
}

} // namespace gatehouse::ui::panels::scim
