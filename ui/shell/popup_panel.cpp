// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/popup_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/theme/theme.h"
#include "ui/widgets/layout.h"

namespace gatehouse::ui::shell {
namespace {

constexpr int kWidth = 400;
constexpr int kTallest = 460;

} // namespace

PopupPanel::PopupPanel(const QString& title, QWidget* parent)
    : QFrame(parent, Qt::Popup)
    , m_head(new QHBoxLayout)
    , m_scroll(new QScrollArea(this)) {
    setAccessibleName(title);
    setWindowTitle(title);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 10, 1, 8);
    column->setSpacing(8);
    m_head->setContentsMargins(16, 0, 10, 0);
    m_head->addWidget(widgets::sectionLabel(title, this));
    m_head->addStretch(1);
    column->addLayout(m_head);
    auto* inside = new QWidget(m_scroll);
    m_body = new QVBoxLayout(inside);
    m_body->setContentsMargins(16, 0, 16, 4);
    m_body->setSpacing(10);
    m_scroll->setWidget(inside);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    inside->setAutoFillBackground(false);
    column->addWidget(m_scroll, 1);
}

void PopupPanel::addAction(QWidget* widget) {
    m_head->addWidget(widget);
}

void PopupPanel::openAt(const QWidget& button) {
    m_body->activate();
    const int inside = m_scroll->widget()->layout()->hasHeightForWidth()
                           ? m_scroll->widget()->layout()->heightForWidth(kWidth - 2)
                           : m_scroll->widget()->sizeHint().height();
    const int height = std::min(kTallest, inside + m_head->sizeHint().height() + 30);
    const QWidget* window = button.window();
    const QRect room(window->mapToGlobal(QPoint()), window->size());
    QPoint at = button.mapToGlobal(QPoint(button.width() - kWidth, button.height() + 4));
    if (at.y() + height > room.bottom()) {
        at.setY(button.mapToGlobal(QPoint()).y() - height - 4);
    }
    at.setX(std::clamp(at.x(), room.left() + 4, std::max(room.left() + 4, room.right() - kWidth - 4)));
    setGeometry(QRect(at, QSize(kWidth, height)));
    show();
    focusNextChild();
}

void PopupPanel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const theme::Tokens& tokens = theme::tokensFor(palette());
    painter.fillRect(rect(), tokens.base);
    painter.setPen(QPen(tokens.border, 1));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace gatehouse::ui::shell
