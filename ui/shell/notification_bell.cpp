// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/notification_bell.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/shell/popup_panel.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/status.h"

namespace gatehouse::ui::shell {
namespace {

widgets::Status statusOf(Notifications::Level level) {
    switch (level) {
    case Notifications::Level::Info:
        return widgets::Status::Ok;
    case Notifications::Level::Warning:
        return widgets::Status::Warning;
    case Notifications::Level::Critical:
        return widgets::Status::Failed;
    }
    return widgets::Status::Ok;
}

} // namespace

NotificationBell::NotificationBell(Notifications& notifications, QWidget* parent)
    : QToolButton(parent)
    , m_notifications(notifications) {
    setObjectName(QStringLiteral("notifications.button"));
    setIcon(theme::icon(QStringLiteral("bell")));
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    connect(this, &QToolButton::clicked, this, &NotificationBell::openList);
    connect(&m_notifications, &Notifications::changed, this, &NotificationBell::showState);
    showState();
}

void NotificationBell::showState() {
    const int unread = m_notifications.unread();
    const QString name = unread == 0 ? tr("Notifications") : tr("Notifications, %n unread", nullptr, unread);
    setAccessibleName(name);
    setToolTip(name);
    update();
    if (m_list && m_list->isVisible()) {
        fill();
    }
}

void NotificationBell::openList() {
    if (!m_list) {
        m_list = new PopupPanel(tr("Notifications"), this);
        m_list->setObjectName(QStringLiteral("notifications.list"));
        auto* clear = new QPushButton(tr("Clear all"), m_list);
        clear->setAccessibleName(tr("Clear all notifications"));
        theme::setButtonKind(*clear, theme::ButtonKind::Quiet);
        connect(clear, &QPushButton::clicked, &m_notifications, &Notifications::clear);
        m_list->addAction(clear);
    }
    fill();
    m_list->openAt(*this);
    m_notifications.markAllRead();
}

void NotificationBell::fill() {
    widgets::clearLayout(*m_list->body());
    for (const Notifications::Note& note : m_notifications.list()) {
        m_list->body()->addWidget(makeRow(note));
    }
    if (m_notifications.list().empty()) {
        m_list->body()->addWidget(widgets::mutedLabel(tr("Nothing needs you now."), m_list));
    }
    m_list->body()->addStretch(1);
}

QWidget* NotificationBell::makeRow(const Notifications::Note& note) {
    auto* row = new QWidget(m_list);
    auto* across = new QHBoxLayout(row);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(10);
    across->addWidget(new widgets::StatusGlyph(statusOf(note.level), 18, row), 0, Qt::AlignTop);
    auto* column = new QVBoxLayout;
    column->setSpacing(2);
    auto* sentence = new QLabel(note.sentence, row);
    sentence->setWordWrap(true);
    column->addWidget(sentence);
    QLabel* when = widgets::mutedLabel(widgets::relativeTime(note.at), row);
    when->setToolTip(widgets::absoluteTime(note.at));
    theme::setTextSize(*when, theme::TextSize::Caption);
    column->addWidget(when);
    across->addLayout(column, 1);
    if (!note.place.panel.isEmpty()) {
        auto* look = new QPushButton(tr("Show"), row);
        look->setAccessibleName(tr("Show: %1").arg(note.sentence));
        connect(look, &QPushButton::clicked, this, [this, place = note.place] {
            m_list->hide();
            emit goTo(place);
        });
        across->addWidget(look, 0, Qt::AlignTop);
    }
    return row;
}

void NotificationBell::paintEvent(QPaintEvent* event) {
    QToolButton::paintEvent(event);
    const int unread = m_notifications.unread();
    if (unread == 0) {
        return;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const theme::Tokens& tokens = theme::tokensFor(palette());
    QFont small = font();
    small.setPixelSize(10);
    small.setWeight(QFont::Bold);
    const QString text = unread > 99 ? QStringLiteral("99+") : QString::number(unread);
    const int wide = std::max(16, QFontMetrics(small).horizontalAdvance(text) + 8);
    const QRect badge = QStyle::visualRect(layoutDirection(), rect(), QRect(width() - wide - 1, 1, wide, 16));
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.error);
    painter.drawRoundedRect(badge, 8, 8);
    painter.setFont(small);
    painter.setPen(tokens.base);
    painter.drawText(badge, Qt::AlignCenter, text);
}

} // namespace gatehouse::ui::shell
