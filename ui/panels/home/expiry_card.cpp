// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/home/expiry_card.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

#include "ui/client/convert.h"
#include "ui/widgets/format.h"

namespace gatehouse::ui::panels::home {

using client::toDateTime;
using client::toQString;
using widgets::Status;

namespace {

constexpr int kLookAheadDays = 60;
constexpr int kMostRows = 5;

QString say(const char* text) {
    return QCoreApplication::translate("ExpiryCard", text);
}

QString nameOf(const admin::api::Expiry& expiry) {
    const QString name = toQString(expiry.name);
    if (expiry.kind == "tls-certificate") {
        return say(QT_TRANSLATE_NOOP("ExpiryCard", "TLS certificate %1")).arg(name);
    }
    if (expiry.kind == "app-secret") {
        return say(QT_TRANSLATE_NOOP("ExpiryCard", "The old secret of %1")).arg(name);
    }
    return say(QT_TRANSLATE_NOOP("ExpiryCard", "Admin token “%1”")).arg(name);
}

} // namespace

QString expirySentence(const admin::api::Expiry& expiry, const QDateTime& now) {
    const QDateTime end = toDateTime(expiry.expiresAt);
    const QString date = QLocale().toString(end.toLocalTime().date(), QStringLiteral("d MMM yyyy"));
    const qint64 days = now.secsTo(end) / 86'400;
    if (end <= now) {
        return say(QT_TRANSLATE_NOOP("ExpiryCard", "%1 has expired (%2)")).arg(nameOf(expiry), date);
    }
    if (days < 1) {
        return say(QT_TRANSLATE_NOOP("ExpiryCard", "%1 expires within a day (%2)")).arg(nameOf(expiry), date);
    }
    if (days == 1) {
        return say(QT_TRANSLATE_NOOP("ExpiryCard", "%1 expires in one day (%2)")).arg(nameOf(expiry), date);
    }
    return say(QT_TRANSLATE_NOOP("ExpiryCard", "%1 expires in %2 days (%3)"))
        .arg(nameOf(expiry), QString::number(days), date);
}

Status urgencyOf(const QDateTime& expiresAt, const QDateTime& now) {
    const qint64 days = now.secsTo(expiresAt) / 86'400;
    return days < 7 ? Status::Failed : days < 30 ? Status::Warning : days < kLookAheadDays ? Status::Info : Status::Ok;
}

QString cureOf(const admin::api::Expiry& expiry) {
    if (expiry.kind == "tls-certificate") {
        return say(QT_TRANSLATE_NOOP("ExpiryCard", "Put a new one in its file; the broker reads it by itself."));
    }
    if (expiry.kind == "app-secret") {
        return say(QT_TRANSLATE_NOOP("ExpiryCard", "Give the app its new secret before then."));
    }
    return say(QT_TRANSLATE_NOOP("ExpiryCard", "Make a new one with gatehousectl token create."));
}

ExpiryCard::ExpiryCard(QWidget* parent)
    : Card(tr("What expires"), parent) {}

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
    texts->addWidget(widgets::mutedLabel(cureOf(expiry), item));
    row->addLayout(texts, 1);
    if (!expiry.tenant.empty() && !expiry.object.empty()) {
        auto* events = new QPushButton(tr("Events"), item);
        events->setAccessibleName(tr("Events of %1").arg(nameOf(expiry)));
        const shell::Place place{QStringLiteral("audit"), toQString(expiry.tenant),
                                 QStringLiteral("target=") + toQString(expiry.object)};
        connect(events, &QPushButton::clicked, this, [this, place] { emit goTo(place); });
        row->addWidget(events, 0, Qt::AlignVCenter);
    }
    return item;
}

} // namespace gatehouse::ui::panels::home
