// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/shown_once.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/masking.h"

namespace gatehouse::ui::widgets {

namespace {

constexpr int kLifeMs = 10 * 60 * 1000;

} // namespace

ShownOnce::ShownOnce(const char* objectName, const QString& title, const QString& noun, QWidget* parent)
    : Card(title, parent)
    , m_sentence(mutedLabel({}, this))
    , m_text(new QLineEdit(this))
    , m_reveal(new QToolButton(this))
    , m_copy(new CopyButton(noun, this))
    , m_kept(new QPushButton(tr("I have kept it"), this)) {
    m_text->setReadOnly(true);
    m_text->setObjectName(QLatin1String(objectName));
    m_text->setFont(theme::codeFont(font()));
    m_text->setAccessibleName(title);
    m_text->setProperty(kSecretWhilePresenting, true);
    m_reveal->setCheckable(true);
    m_reveal->setAutoRaise(true);
    m_kept->setAccessibleName(m_kept->text());
    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(m_text, 1);
    row->addWidget(m_reveal);
    row->addWidget(m_copy);
    auto* foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(m_kept);
    body()->addWidget(m_sentence);
    body()->addLayout(row);
    body()->addLayout(foot);
    m_life.setSingleShot(true);
    m_life.setInterval(kLifeMs);
    connect(m_reveal, &QToolButton::toggled, this, &ShownOnce::reveal);
    connect(m_kept, &QPushButton::clicked, this, &ShownOnce::forget);
    connect(&m_life, &QTimer::timeout, this, &ShownOnce::forget);
    reveal(false);
    hide();
}

void ShownOnce::showSecret(const QString& sentence, const QString& secret) {
    m_secret = secret;
    m_sentence->setText(sentence);
    m_reveal->setChecked(false);
    m_text->setText(secret);
    m_text->setCursorPosition(0);
    m_copy->setValue(secret, Sensitivity::Secret);
    m_life.start();
    show();
}

void ShownOnce::forget() {
    m_life.stop();
    m_secret.fill(u'\0');
    m_secret.clear();
    m_text->clear();
    m_copy->setValue({}, Sensitivity::Secret);
    hide();
    emit forgotten();
}

void ShownOnce::reveal(bool revealed) {
    m_text->setEchoMode(revealed ? QLineEdit::Normal : QLineEdit::Password);
    m_reveal->setIcon(theme::icon(revealed ? QStringLiteral("eye-off") : QStringLiteral("eye")));
    const QString what = revealed ? tr("Hide the secret") : tr("Show the secret");
    m_reveal->setToolTip(what);
    m_reveal->setAccessibleName(what);
}

} // namespace gatehouse::ui::widgets
