// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/step_up_strip.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include "ui/theme/theme.h"
#include "ui/widgets/status.h"

namespace gatehouse::ui::shell {

StepUpStrip::StepUpStrip(QWidget* parent)
    : QWidget(parent)
    , m_sentence(new QLabel(this))
    , m_signIn(new QPushButton(tr("Sign in in the browser"), this))
    , m_giveUp(new QPushButton(tr("Not now"), this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 6, 12, 6);
    row->setSpacing(10);
    row->addWidget(new widgets::StatusGlyph(widgets::Status::Warning, 18, this));
    m_sentence->setWordWrap(true);
    row->addWidget(m_sentence, 1);
    row->addWidget(m_giveUp);
    row->addWidget(m_signIn);
    setAccessibleName(tr("Fresh sign-in"));
    hide();
    connect(m_signIn, &QPushButton::clicked, this, [this] {
        showWaiting();
        emit signInAsked();
    });
    connect(m_giveUp, &QPushButton::clicked, this, &StepUpStrip::givenUp);
}

void StepUpStrip::ask() {
    if (isVisible()) {
        return; // one sign-in is for all that waits
    }
    m_sentence->setText(tr("This wants a fresh sign-in. It goes on by itself when you have made it."));
    m_signIn->setText(tr("Sign in in the browser"));
    show();
    m_signIn->setFocus(Qt::OtherFocusReason);
}

void StepUpStrip::showWaiting() {
    m_sentence->setText(tr("Waiting for you in the browser …"));
    m_signIn->setText(tr("Open it again"));
}

void StepUpStrip::complain(const QString& reason) {
    m_sentence->setText(reason);
    m_signIn->setText(tr("Try again"));
    show();
}

void StepUpStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const theme::Tokens& tokens = theme::tokensFor(palette());
    painter.fillRect(rect(), tokens.warningTint);
    painter.fillRect(0, height() - 1, width(), 1, tokens.hairline);
}

} // namespace gatehouse::ui::shell
