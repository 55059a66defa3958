// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/home/expiry_card.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include "ui/client/convert.h"
#include "ui/shell/expiries.h"
#include "ui/widgets/format.h"
#include "ui/widgets/status.h"

namespace gatehouse::ui::panels::home {

using client::toDateTime;
using client::toQString;
using shell::expirySentence;
using shell::urgencyOf;
using widgets::Status;

namespace {

constexpr int kLookAheadDays = 60;
constexpr int kMostRows = 5;

} // namespace

ExpiryCard::ExpiryCard(QWidget* parent)
    : Card(tr("What expires"), parent) {}

void ExpiryCard::showForbidden() {
    m_shown.clear();
    showFailure(tr("Your role does not see what expires."));
}

void ExpiryCard::showFailure(const QString& sentence) {
    if (!m_shown.isEmpty()) {
        return; // what was read before stays; the strip says that nobody answers
    }
    widgets::clearLayout(*body());
    body()->addWidget(widgets::mutedLabel(sentence, this));
    body()->addStretch(1);
}

void ExpiryCard::showExpiries(const std::vector<admin::api::Expiry>& expiries) {
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QString shown = QStringLiteral("/");
    for (const admin::api::Expiry& expiry : expiries) {
        shown += expirySentence(expiry, now) + u'/';
    }
    if (shown == m_shown) {
        return;
    }
    m_shown = shown;
    widgets::clearLayout(*body());
    int rows = 0;
    for (const admin::api::Expiry& expiry : expiries) {
        if (urgencyOf(toDateTime(expiry.expiresAt), now) != Status::Ok && rows < kMostRows) {
            body()->addWidget(makeRow(expiry, now));
            ++rows;
        }
    }
    if (rows == 0) {
        showQuiet(expiries, now);
    }
    body()->addStretch(1);
}

void ExpiryCard::showQuiet(const std::vector<admin::api::Expiry>& expiries, const QDateTime& now) {
    auto* row = new QWidget(this);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(new widgets::StatusGlyph(Status::Ok, 18, row), 0, Qt::AlignTop);
    QString sentence = tr("Nothing that the broker knows of expires in the next %1 days.").arg(kLookAheadDays);
    if (!expiries.empty()) {
        sentence += u' ' + tr("Next: %1.").arg(expirySentence(expiries.front(), now));
    }
    line->addWidget(widgets::mutedLabel(sentence, row), 1);
    body()->addWidget(row);
}

QWidget* ExpiryCard::makeRow(const admin::api::Expiry& expiry, const QDateTime& now) {
    auto* item = new QWidget(this);
    auto* row = new QHBoxLayout(item);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    const QDateTime end = toDateTime(expiry.expiresAt);
    row->addWidget(new widgets::StatusGlyph(urgencyOf(end, now), 18, item), 0, Qt::AlignTop);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    auto* what = new QLabel(expirySentence(expiry, now), item);
    what->setTextFormat(Qt::PlainText);
    what->setWordWrap(true);
    what->setToolTip(widgets::absoluteTime(end));
    texts->addWidget(what);
    texts->addWidget(widgets::mutedLabel(shell::expiryCure(expiry), item));
    row->addLayout(texts, 1);
    if (!expiry.tenant.empty() && !expiry.object.empty()) {
        const bool app = expiry.kind == "app-secret";
        const bool cured = app || !expiry.connection.empty(); // there; of the others the log tells
        auto* open = new QPushButton(cured ? tr("Open") : tr("Events"), item);
        open->setAccessibleName((cured ? tr("Open: %1") : tr("Events of %1")).arg(shell::expiringName(expiry)));
        const shell::Place place{app     ? QStringLiteral("apps")
                                 : cured ? QStringLiteral("connections")
                                         : QStringLiteral("audit"),
                                 toQString(expiry.tenant),
                                 (cured ? QString() : QStringLiteral("target=")) + toQString(expiry.object)};
        connect(open, &QPushButton::clicked, this, [this, place] { emit goTo(place); });
        row->addWidget(open, 0, Qt::AlignVCenter);
    }
    return item;
}

} // namespace gatehouse::ui::panels::home
