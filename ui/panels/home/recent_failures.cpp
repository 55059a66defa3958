// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/home/recent_failures.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/widgets/broker_text.h"
#include "ui/widgets/format.h"
#include "ui/widgets/status.h"

namespace gatehouse::ui::panels::home {

using client::toQString;

RecentFailures::RecentFailures(QWidget* parent)
    : Card(tr("Refused lately"), parent) {
    showFlows({});
}

void RecentFailures::showFlows(const std::vector<admin::api::Flow>& flows) {
    widgets::clearLayout(*body());
    for (const admin::api::Flow& flow : flows) {
        body()->addWidget(makeRow(flow));
    }
    if (flows.empty()) {
        auto* row = new QWidget(this);
        auto* line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->addWidget(new widgets::StatusGlyph(widgets::Status::Ok, 18, row));
        line->addWidget(widgets::mutedLabel(tr("Nobody was refused."), row), 1);
        body()->addWidget(row);
    }
    body()->addStretch(1);
}

QWidget* RecentFailures::makeRow(const admin::api::Flow& flow) {
    auto* item = new QWidget(this);
    auto* row = new QHBoxLayout(item);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    row->addWidget(new widgets::StatusGlyph(widgets::Status::Failed, 18, item), 0, Qt::AlignTop);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    const QDateTime started = client::toDateTime(flow.startedAt);
    const QString reason = toQString(flow.reason);
    const QString message = flow.message.empty() ? reason : widgets::reasonMessage(reason, toQString(flow.message));
    auto* what = new QLabel(message, item);
    what->setTextFormat(Qt::PlainText);
    what->setWordWrap(true);
    QStringList who{widgets::relativeTime(started)};
    for (const std::string& part : {flow.user, flow.connection, flow.reference}) {
        if (!part.empty()) {
            who.append(toQString(part));
        }
    }
    auto* where = widgets::mutedLabel(who.join(QStringLiteral("  ·  ")), item);
    where->setToolTip(widgets::absoluteTime(started));
    texts->addWidget(what);
    texts->addWidget(where);
    row->addLayout(texts, 1);
    auto* open = new QPushButton(tr("Checks"), item);
    open->setAccessibleName(tr("Checks of the login %1").arg(toQString(flow.reference)));
    connect(open, &QPushButton::clicked, this, [this, id = toQString(flow.id)] { emit opened(id); });
    row->addWidget(open, 0, Qt::AlignVCenter);
    return item;
}

} // namespace gatehouse::ui::panels::home
