// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/apps/secrets_card.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/panels/apps/app_words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/status.h"

namespace gatehouse::ui::panels::apps {

using client::toDateTime;
using client::toQString;
using widgets::Status;

SecretsCard::SecretsCard(QWidget* parent)
    : Card(tr("Client secrets"), parent)
    , m_rows(new QVBoxLayout)
    , m_rotate(new QPushButton(tr("New secret"), this))
    , m_finish(new QPushButton(tr("End the old one now"), this)) {
    m_rows->setSpacing(8);
    body()->addLayout(m_rows);
    addAction(m_rotate);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_finish);
    foot->addStretch(1);
    body()->addLayout(foot);
    m_rotate->setAccessibleName(m_rotate->text());
    m_rotate->setToolTip(tr("The one that is used now works for another day"));
    m_rotate->setObjectName(QStringLiteral("app.rotate"));
    m_finish->setAccessibleName(m_finish->text());
    m_finish->setToolTip(tr("Apps that still use it are refused from then on"));
    m_finish->setObjectName(QStringLiteral("app.finishRotation"));
    connect(m_rotate, &QPushButton::clicked, this, &SecretsCard::rotateRequested);
    connect(m_finish, &QPushButton::clicked, this, &SecretsCard::finishRequested);
}

void SecretsCard::showSecrets(const admin::api::App& app) {
    widgets::clearLayout(*m_rows);
    bool ending = false;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (auto secret = app.secrets.rbegin(); secret != app.secrets.rend(); ++secret) {
        const QDateTime end = toDateTime(secret->expiresAt);
        if (end.isValid() && end <= now) {
            continue; // it is over, and swept away with the next rotation
        }
        ending |= end.isValid();
        m_rows->addWidget(makeRow(*secret));
    }
    setVisible(usesSecret(app));
    m_finish->setVisible(ending);
    m_rotate->setEnabled(usesSecret(app));
}

QWidget* SecretsCard::makeRow(const admin::api::AppSecret& secret) {
    auto* item = new QWidget(this);
    auto* row = new QHBoxLayout(item);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    const QDateTime end = toDateTime(secret.expiresAt);
    const QDateTime since = toDateTime(secret.createdAt);
    row->addWidget(new widgets::StatusGlyph(end.isValid() ? Status::Warning : Status::Ok, 18, item), 0, Qt::AlignTop);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    auto* name = new QLabel(secret.hint.empty() ? tr("A secret from before its end was kept")
                                                : tr("Ends with %1").arg(toQString(secret.hint)),
                            item);
    name->setTextFormat(Qt::PlainText);
    name->setWordWrap(true);
    const QString made = since.isValid() ? tr("made %1").arg(widgets::relativeTime(since)) : tr("made long ago");
    const qint64 left = QDateTime::currentDateTimeUtc().secsTo(end);
    auto* when = widgets::mutedLabel(end.isValid() ? tr("Replaced; works for another %1").arg(widgets::seconds(left))
                                                   : tr("The current one, %1").arg(made),
                                     item);
    when->setToolTip(widgets::absoluteTime(end.isValid() ? end : since));
    texts->addWidget(name);
    texts->addWidget(when);
    row->addLayout(texts, 1);
    return item;
}

} // namespace gatehouse::ui::panels::apps
