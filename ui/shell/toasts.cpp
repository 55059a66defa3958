// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/toasts.h"

#include <algorithm>

#include <QAccessible>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

namespace gatehouse::ui::shell {
namespace {

constexpr int kPlainMs = 6'000;
constexpr int kActionMs = 10'000;
constexpr int kLeading = 16;
constexpr int kBottom = 52; ///< above the status bar
constexpr int kWidest = 640;
constexpr int kNarrowest = 240;

} // namespace

Toasts::Toasts(QWidget* window)
    : QFrame(window)
    , m_sentence(new QLabel(this))
    , m_action(new QPushButton(this))
    , m_close(new QToolButton(this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 8, 14, 8); // the same where text runs from right to left
    row->setSpacing(12);
    m_sentence->setWordWrap(true);
    m_close->setIcon(theme::icon(QStringLiteral("close")));
    m_close->setAutoRaise(true);
    m_close->setAccessibleName(tr("Dismiss message"));
    m_close->setToolTip(tr("Dismiss"));
    m_close->setFocusPolicy(Qt::StrongFocus);
    row->addWidget(m_sentence, 1);
    row->addWidget(m_action);
    row->addWidget(m_close);
    setAccessibleName(tr("Message"));
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Toasts::expire);
    connect(m_action, &QPushButton::clicked, this, &Toasts::run);
    connect(m_close, &QToolButton::clicked, this, &Toasts::dismiss);
    window->installEventFilter(this);
    hide();
}

void Toasts::show(const Toast& toast) {
    if (toast.sentence.isEmpty()) {
        dismiss();
        return;
    }
    m_toast = toast;
    m_sentence->setText(toast.sentence);
    m_action->setText(toast.action);
    m_action->setAccessibleName(toast.action.isEmpty() ? tr("No action") : toast.action);
    m_action->setVisible(!toast.action.isEmpty());
    setAccessibleDescription(toast.sentence);
    QFrame::show();
    place();
    raise();
    update();
    QAccessibleEvent announce(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&announce);
    m_timer.start(toast.action.isEmpty() ? kPlainMs : kActionMs);
}

void Toasts::dismiss() {
    m_timer.stop();
    m_toast.reset();
    QWidget* focused = QApplication::focusWidget();
    const bool mine = focused != nullptr && isAncestorOf(focused);
    hide();
    if (mine) {
        parentWidget()->setFocus();
    }
}

void Toasts::expire() {
    QWidget* focused = QApplication::focusWidget();
    if (underMouse() || (focused != nullptr && isAncestorOf(focused))) {
        m_timer.start(kPlainMs); // somebody is about to use it
        return;
    }
    dismiss();
}

void Toasts::run() {
    const std::function<void()> act = m_toast ? m_toast->act : nullptr;
    dismiss();
    if (act) {
        act();
    }
}

void Toasts::place() {
    // As wide as its words, so that it hides no more than it must.
    const QMargins margins = layout()->contentsMargins();
    int wanted = margins.left() + m_sentence->fontMetrics().horizontalAdvance(m_sentence->text()) + 4 +
                 layout()->spacing() + m_close->sizeHint().width() + margins.right();
    if (!m_action->text().isEmpty()) {
        wanted += layout()->spacing() + m_action->sizeHint().width();
    }
    const int width = std::min({std::max(wanted, kNarrowest), kWidest, parentWidget()->width() - 48});
    setFixedWidth(width);
    adjustSize();
    const int height =
        layout()->hasHeightForWidth() ? std::max(44, layout()->heightForWidth(width)) : sizeHint().height();
    // Where lists end, away from the buttons at the foot of the details.
    const int leading = isRightToLeft() ? parentWidget()->width() - width - kLeading : kLeading;
    setGeometry(leading, parentWidget()->height() - kBottom - height, width, height);
}

void Toasts::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const theme::Tokens& tokens = theme::tokensFor(palette());
    painter.setPen(QPen(tokens.border, 1));
    painter.setBrush(tokens.base);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    const QColor edge = m_toast && m_toast->failed ? tokens.error : tokens.accent;
    painter.setPen(Qt::NoPen);
    painter.setBrush(edge);
    painter.drawRoundedRect(QStyle::visualRect(layoutDirection(), rect(), QRect(4, 8, 4, height() - 16)), 2, 2);
}

void Toasts::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        dismiss();
        return;
    }
    QFrame::keyPressEvent(event);
}

bool Toasts::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible()) {
        place();
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace gatehouse::ui::shell
