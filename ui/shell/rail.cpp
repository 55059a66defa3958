// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/rail.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionToolButton>
#include <QVBoxLayout>

#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/layout.h"

namespace gatehouse::ui::shell {
namespace {

constexpr int kWide = 208;
constexpr int kNarrow = 52;
constexpr int kEntryHeight = 34;
constexpr int kInset = 8;

} // namespace

RailButton::RailButton(QString id, const QString& title, const QString& iconName, QWidget* parent)
    : QToolButton(parent)
    , m_id(std::move(id))
    , m_iconName(iconName) {
    setText(title);
    setAccessibleName(title);
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
}

void RailButton::setMarker(Marker marker) {
    m_marker = marker;
    setAccessibleDescription(marker == Marker::Attention ? tr("needs attention")
                             : marker == Marker::Draft   ? tr("has unsaved changes")
                                                         : QString());
    update();
}

void RailButton::setCompact(bool compact) {
    m_compact = compact;
    setToolTip(compact ? text() : QString());
    updateGeometry();
}

QSize RailButton::sizeHint() const {
    return {m_compact ? kNarrow - 2 * kInset : kWide - 2 * kInset, kEntryHeight};
}

void RailButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const theme::Tokens& tokens = theme::tokensFor(palette());
    const bool hover = underMouse() && isEnabled();
    if (isChecked() || hover) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isChecked() ? tokens.selection : theme::blend(tokens.text, tokens.window, 0.06));
        painter.drawRoundedRect(rect(), 6, 6);
    }
    if (isChecked()) {
        painter.setBrush(tokens.accent);
        painter.drawRoundedRect(QRectF(0, 8, 3, height() - 16), 1.5, 1.5);
    }
    const QColor color = isChecked() ? tokens.text : tokens.muted;
    const int side = 20;
    const int x = m_compact ? (width() - side) / 2 : 12;
    const QRect glyph = QStyle::visualRect(layoutDirection(), rect(), QRect(x, (height() - side) / 2, side, side));
    painter.drawPixmap(glyph,
                       theme::iconPixmap(m_iconName, isChecked() ? tokens.accent : color, side, devicePixelRatioF()));
    if (!m_compact) {
        QFont label = font();
        label.setWeight(isChecked() ? QFont::DemiBold : QFont::Normal);
        painter.setFont(label);
        painter.setPen(isChecked() || hover ? tokens.text : tokens.muted);
        const QRect area = QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(42, 0, -22, 0));
        painter.drawText(area, static_cast<int>(Qt::AlignVCenter | Qt::AlignLeading),
                         QFontMetrics(label).elidedText(text(), Qt::ElideRight, area.width()));
    }
    if (m_marker != Marker::None) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_marker == Marker::Attention ? tokens.warning : tokens.accent);
        const QRect dot(width() - (m_compact ? 10 : 18), height() / 2 - 4 - (m_compact ? 8 : 0), 8, 8);
        painter.drawEllipse(QStyle::visualRect(layoutDirection(), rect(), dot));
    }
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        theme::drawOutline(painter, rect(), Qt::transparent, tokens.accent, 2);
    }
}

Rail::Rail(QWidget* parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this)) {
    m_column->setContentsMargins(kInset, kInset, kInset, kInset);
    m_column->setSpacing(2);
    m_column->addStretch(1);
    setFixedWidth(kWide);
    setAccessibleName(tr("Panels"));
}

void Rail::addSection(const QString& title) {
    auto* label = widgets::mutedLabel(title, this);
    theme::setTextSize(*label, theme::TextSize::Caption);
    label->setWordWrap(false);
    const int above = m_sections.empty() ? 4 : 14;
    const bool mirrored = isRightToLeft();
    label->setContentsMargins(mirrored ? 4 : 12, above, mirrored ? 12 : 4, 4);
    // A tenant's name in Latin letters would turn to the left among the others.
    label->setAlignment((mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute | Qt::AlignVCenter);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_sections.push_back(label);
    m_column->insertWidget(m_column->count() - 1, label);
}

void Rail::setSectionTitle(int section, const QString& title) {
    m_sections.at(static_cast<std::size_t>(section))->setText(title);
}

void Rail::addEntry(const QString& id, const QString& title, const QString& iconName) {
    auto* button = new RailButton(id, title, iconName, this);
    connect(button, &QToolButton::clicked, this, [this, id] { emit chosen(id); });
    m_column->insertWidget(m_column->count() - 1, button);
    m_buttons.push_back(button);
}

void Rail::setCurrent(const QString& id) {
    for (RailButton* button : m_buttons) {
        button->setChecked(button->id() == id);
    }
}

void Rail::setMarker(const QString& id, Marker marker) {
    for (RailButton* button : m_buttons) {
        if (button->id() == id) {
            button->setMarker(marker);
        }
    }
}

void Rail::setCompact(bool compact) {
    if (compact == m_compact) {
        return;
    }
    m_compact = compact;
    setFixedWidth(compact ? kNarrow : kWide);
    for (QLabel* section : m_sections) {
        section->setVisible(!compact);
    }
    for (RailButton* button : m_buttons) {
        button->setCompact(compact);
    }
}

void Rail::focusCurrent() {
    for (RailButton* button : m_buttons) {
        if (button->isChecked()) {
            button->setFocus(Qt::OtherFocusReason);
        }
    }
}

void Rail::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const theme::Tokens& tokens = theme::tokensFor(palette());
    painter.fillRect(rect(), tokens.window);
    const int x = layoutDirection() == Qt::LeftToRight ? width() - 1 : 0;
    painter.fillRect(x, 0, 1, height(), tokens.hairline);
}

void Rail::keyPressEvent(QKeyEvent* event) {
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    if (step == 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    const int count = static_cast<int>(m_buttons.size());
    for (int i = 0; i < count; ++i) {
        const int next = i + step;
        if (m_buttons[static_cast<std::size_t>(i)]->hasFocus() && next >= 0 && next < count) {
            m_buttons[static_cast<std::size_t>(next)]->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

} // namespace gatehouse::ui::shell
