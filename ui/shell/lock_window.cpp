// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/lock_window.h"

#include <algorithm>

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/secret_field.h"
#include "ui/widgets/status.h"

namespace gatehouse::ui::shell {
namespace {

constexpr int kWidth = 380;
constexpr int kLine = 54; ///< characters
constexpr int kGlyph = 48;

QString sentenceFor(LockGuard::Ask ask) {
    switch (ask) {
    case LockGuard::Ask::Passphrase:
        return LockWindow::tr("The passphrase that opens this broker's data opens the console again.");
    case LockGuard::Ask::Token:
        return LockWindow::tr("The token that this broker was connected with opens the console again.");
    case LockGuard::Ask::SignIn:
        return LockWindow::tr("Sign in at the broker again to go on.");
    case LockGuard::Ask::Nothing:
        break;
    }
    return LockWindow::tr("This keeps glances out, not people: no passphrase opened this console, so none can be "
                          "asked for. Lock the desktop, too, when you leave.");
}

} // namespace

LockWindow::LockWindow(LockGuard guard)
    : m_guard(std::move(guard))
    , m_field(new widgets::SecretField(this))
    , m_open(new QPushButton(m_guard.ask == LockGuard::Ask::SignIn ? tr("Sign in again") : tr("Unlock"), this))
    , m_said(widgets::mutedLabel({}, this)) {
    const bool asks = m_guard.ask == LockGuard::Ask::Passphrase || m_guard.ask == LockGuard::Ask::Token;
    setWindowTitle(tr("Locked – Gatehouse"));
    setWindowIcon(theme::applicationIcon());
    setAccessibleName(tr("The console is locked"));
    setMinimumSize(420, 360);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(theme::kFieldSpacing);
    column->addStretch(2);
    column->addWidget(new widgets::IconLabel(QStringLiteral("lock"), theme::Tone::Neutral, kGlyph, this), 0,
                      Qt::AlignHCenter);
    QLabel* title = widgets::titleLabel(tr("The console is locked"), this);
    column->addWidget(title, 0, Qt::AlignHCenter);
    auto* sheet = new QWidget(this);
    sheet->setFixedWidth(std::max(kWidth, kLine * fontMetrics().averageCharWidth()));
    auto* rows = new QVBoxLayout(sheet);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(theme::kFieldSpacing);
    for (const QString& text :
         {tr("The broker goes on serving, and your drafts are kept."), sentenceFor(m_guard.ask)}) {
        QLabel* label = widgets::mutedLabel(text, sheet);
        label->setAlignment(Qt::AlignHCenter);
        rows->addWidget(label);
    }
    rows->addSpacing(theme::kGroupSpacing);
    const QString name = m_guard.ask == LockGuard::Ask::Token ? tr("Token") : tr("Passphrase");
    m_field->setObjectName(QStringLiteral("lock.field"));
    m_field->setAccessibleName(name);
    m_field->setPlaceholderText(name);
    m_field->setVisible(asks);
    m_open->setObjectName(QStringLiteral("lock.open"));
    m_open->setAccessibleName(m_open->text());
    m_open->setAutoDefault(true);
    theme::setButtonKind(*m_open, theme::ButtonKind::Primary);
    m_said->setObjectName(QStringLiteral("lock.said"));
    m_said->setAlignment(Qt::AlignHCenter);
    rows->addWidget(m_field);
    rows->addWidget(m_open);
    rows->addWidget(m_said);
    auto* across = new QHBoxLayout;
    across->addStretch(1);
    across->addWidget(sheet);
    across->addStretch(1);
    column->addLayout(across);
    column->addStretch(3);
    connect(m_field, &QLineEdit::returnPressed, this, &LockWindow::tryToOpen);
    connect(m_field, &QLineEdit::textChanged, this, &LockWindow::showState);
    connect(m_open, &QPushButton::clicked, this, &LockWindow::tryToOpen);
    connect(&m_backOff, &BackOff::changed, this, &LockWindow::showState);
    showState();
}

void LockWindow::focusField() {
    m_field->isHidden() ? m_open->setFocus() : m_field->setFocus();
}

void LockWindow::tryToOpen() {
    if (!m_open->isEnabled()) {
        return;
    }
    switch (m_guard.ask) {
    case LockGuard::Ask::Nothing:
        emit opened();
        return;
    case LockGuard::Ask::SignIn:
        m_guard.signIn(*this);
        return;
    case LockGuard::Ask::Passphrase:
    case LockGuard::Ask::Token:
        break;
    }
    const Secret typed(m_field->text().toStdString());
    m_field->clear();
    m_checking = true;
    showState();
    m_guard.check(typed, [self = QPointer<LockWindow>(this)](bool right) {
        if (self) {
            self->answered(right);
        }
    });
}

void LockWindow::answered(bool right) {
    m_checking = false;
    if (right) {
        m_backOff.right();
        emit opened();
        return;
    }
    m_backOff.wrong();
    focusField();
}

void LockWindow::showState() {
    const bool ready = m_field->isHidden() || !m_field->text().isEmpty();
    m_open->setEnabled(ready && !m_checking && m_backOff.left() == 0);
    m_said->setText(m_checking ? tr("Looking …") : m_backOff.sentence());
}

void LockWindow::closeEvent(QCloseEvent* event) {
    event->ignore(); // nobody stops the broker from here
    showMinimized();
}

} // namespace gatehouse::ui::shell
