// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/copy_button.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QTimer>

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/masking.h"

namespace gatehouse::ui::widgets {
namespace {

constexpr int kFeedbackMs = 2000;
int s_secretLifeMs = 60'000;

/// One clock for all: a secret that is copied again has its whole time again.
QTimer& secretClock() {
    static QTimer* const clock = [] {
        auto* timer = new QTimer(qApp);
        timer->setSingleShot(true);
        return timer;
    }();
    return *clock;
}

void forgetSecret(const QString& value) {
    QTimer& clock = secretClock();
    clock.disconnect();
    QObject::connect(&clock, &QTimer::timeout, &clock, [value] {
        if (QGuiApplication::clipboard()->text() == value) {
            QGuiApplication::clipboard()->clear();
        }
    });
    clock.start(s_secretLifeMs);
}

} // namespace

void CopyButton::setSecretLife(int milliseconds) {
    s_secretLifeMs = milliseconds;
}

CopyButton::CopyButton(const QString& what, QWidget* parent)
    : QToolButton(parent)
    , m_what(what) {
    setAutoRaise(true);
    setEnabled(false);
    showIdle();
    connect(this, &QToolButton::clicked, this, &CopyButton::copy);
}

void CopyButton::setValue(const QString& value, Sensitivity sensitivity) {
    m_value = value;
    m_sensitivity = sensitivity;
    setEnabled(!value.isEmpty());
}

void CopyButton::setWhat(const QString& what) {
    m_what = what;
    showIdle();
}

void CopyButton::copy() {
    QClipboard* clipboard = QGuiApplication::clipboard();
    const QString text =
        isPresenting() && m_sensitivity == Sensitivity::Secret ? QStringLiteral("•••") : presented(m_value);
    clipboard->setText(text);
    if (m_sensitivity == Sensitivity::Secret) {
        forgetSecret(text);
    }
    setIcon(theme::icon(QStringLiteral("check"), theme::Tone::Ok));
    const QString done = tr("Copied %1").arg(m_what);
    setToolTip(done);
    setAccessibleName(done);
    QAccessibleEvent announce(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&announce);
    QTimer::singleShot(kFeedbackMs, this, &CopyButton::showIdle);
    emit copied();
}

void CopyButton::showIdle() {
    setIcon(theme::icon(QStringLiteral("copy")));
    const QString text = tr("Copy %1").arg(m_what);
    setToolTip(text);
    setAccessibleName(text);
}

CopyField::CopyField(const QString& what, QWidget* parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
    , m_button(new CopyButton(what, this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_edit, 1);
    row->addWidget(m_button);
    m_edit->setReadOnly(true);
    m_edit->setFont(theme::codeFont(font()));
    m_edit->setAccessibleName(what);
    setFocusProxy(m_edit);
}

void CopyField::setWhat(const QString& what) {
    m_edit->setAccessibleName(what);
    m_button->setWhat(what);
}

void CopyField::setValue(const QString& value, Sensitivity sensitivity) {
    m_edit->setText(value);
    m_edit->setProperty(kSecretWhilePresenting, sensitivity == Sensitivity::Secret);
    m_edit->setCursorPosition(0);
    m_edit->setToolTip(sensitivity == Sensitivity::Plain ? value : QString());
    m_button->setValue(value, sensitivity);
}

} // namespace gatehouse::ui::widgets
