// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/palette/palette_button.h"

#include <QAction>
#include <QPainter>

#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"

namespace gatehouse::ui::shell {

PaletteButton::PaletteButton(QAction& action, QWidget* parent)
    : QAbstractButton(parent)
    , m_action(action) {
    setObjectName(QStringLiteral("palette.button"));
    setText(tr("Go to or do anything …"));
    setAccessibleName(tr("Go to or do anything"));
    setToolTip(tr("Panels, tenants, people, actions, and references from error pages"));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMaximumWidth(460);
    setCursor(Qt::IBeamCursor);
    connect(this, &QAbstractButton::clicked, &m_action, &QAction::trigger);
    connect(&m_action, &QAction::changed, this, qOverload<>(&QWidget::update));
}

QSize PaletteButton::sizeHint() const {
    return {380, 30};
}

void PaletteButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const theme::Tokens& tokens = theme::tokensFor(palette());
    const bool focused = hasFocus();
    theme::drawOutline(painter, rect(), underMouse() ? tokens.alternate : tokens.window,
                       focused ? tokens.accent : tokens.border, focused ? 2 : tokens.borderWidth);
    const auto placed = [this](const QRect& logical) { return QStyle::visualRect(layoutDirection(), rect(), logical); };
    const QRect glyph(9, (height() - 16) / 2, 16, 16);
    painter.drawPixmap(placed(glyph),
                       theme::iconPixmap(QStringLiteral("search"), tokens.muted, 16, devicePixelRatioF()));
    const QFont small = theme::textFont(font(), theme::TextSize::Caption);
    const QString keys = m_action.shortcut().toString(QKeySequence::NativeText);
    const int keysWidth = keys.isEmpty() ? 0 : QFontMetrics(small).horizontalAdvance(keys) + 12;
    int right = width() - 8;
    painter.setPen(tokens.muted);
    if (keysWidth > 0 && width() > keysWidth + 120) {
        painter.setFont(small);
        painter.drawText(placed(QRect(right - keysWidth, 0, keysWidth, height())), Qt::AlignCenter, keys);
        right -= keysWidth + 4;
    }
    painter.setFont(font());
    const QRect area(glyph.right() + 8, 0, right - glyph.right() - 8, height());
    painter.drawText(placed(area), static_cast<int>(Qt::AlignVCenter | Qt::AlignLeading),
                     fontMetrics().elidedText(text(), Qt::ElideRight, area.width()));
}

} // namespace gatehouse::ui::shell
