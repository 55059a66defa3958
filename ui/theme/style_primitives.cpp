// SPDX-License-Identifier: Apache-2.0
// The parts of ConsoleStyle that draw frames, fills and small marks.
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QPainter>
#include <QPainterPath>
#include <QPlainTextEdit>
#include <QStyleOption>
#include <QVariant>

#include "ui/theme/style.h"
#include "ui/theme/theme.h"

namespace gatehouse::ui::theme {
namespace {

bool isInvalid(const QWidget* widget) {
    return widget != nullptr && widget->property("gatehouseInvalid").toBool();
}

QColor fieldLine(const Tokens& tokens, QStyle::State state, bool invalid) {
    if (invalid) {
        return tokens.error;
    }
    if (!(state & QStyle::State_Enabled)) {
        return tokens.hairline;
    }
    if (state & QStyle::State_HasFocus) {
        return tokens.accent;
    }
    return state & QStyle::State_MouseOver ? tokens.muted : tokens.border;
}

void drawField(QPainter& painter, const QStyleOption& option, const QWidget* widget) {
    const Tokens& tokens = tokensFor(option.palette);
    const bool focus = option.state & QStyle::State_HasFocus && option.state & QStyle::State_Enabled;
    const bool readOnly = option.state & QStyle::State_ReadOnly;
    const QColor fill = option.state & QStyle::State_Enabled && !readOnly ? tokens.base : tokens.alternate;
    const QColor line = readOnly && !focus ? tokens.hairline : fieldLine(tokens, option.state, isInvalid(widget));
    drawOutline(painter, option.rect, fill, line, focus ? 2 : tokens.borderWidth);
}

void drawViewFrame(QPainter& painter, const QStyleOption& option, const QWidget* widget) {
    const Tokens& tokens = tokensFor(option.palette);
    const bool focus = option.state & QStyle::State_HasFocus;
    if (qobject_cast<const QPlainTextEdit*>(widget) != nullptr) {
        drawOutline(painter, option.rect, Qt::transparent, fieldLine(tokens, option.state, isInvalid(widget)),
                    focus ? 2 : tokens.borderWidth);
        return;
    }
    drawOutline(painter, option.rect, Qt::transparent, focus ? tokens.accent : tokens.hairline, focus ? 2 : 1);
}

void drawIndicator(QPainter& painter, const QStyleOption& option, bool round) {
    const Tokens& tokens = tokensFor(option.palette);
    const bool on = option.state & (QStyle::State_On | QStyle::State_NoChange);
    const bool enabled = option.state & QStyle::State_Enabled;
    const QColor line = enabled ? (on ? tokens.accent : tokens.border) : tokens.hairline;
    const QColor fill = on ? (enabled ? tokens.accent : tokens.border) : tokens.base;
    const QRectF box = QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(line, 1.25));
    painter.setBrush(fill);
    round ? painter.drawEllipse(box) : painter.drawRoundedRect(box, 3.5, 3.5);
    painter.setPen(QPen(tokens.onAccent, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (on && round) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.onAccent);
        painter.drawEllipse(box.center(), 3, 3);
    } else if (option.state & QStyle::State_NoChange) {
        painter.drawLine(box.center() - QPointF(3.5, 0), box.center() + QPointF(3.5, 0));
    } else if (on) {
        const QPointF c = box.center();
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(QPolygonF({c + QPointF(-3.6, 0.3), c + QPointF(-1.1, 2.8), c + QPointF(3.7, -2.8)}));
    }
    painter.restore();
}

} // namespace

void drawOutline(QPainter& painter, const QRect& rect, const QColor& fill, const QColor& line, int width) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(line.alpha() == 0 ? QPen(Qt::NoPen) : QPen(line, width));
    painter.setBrush(fill);
    const qreal inset = width / 2.0;
    painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), kRadius, kRadius);
    painter.restore();
}

void drawChevron(QPainter& painter, const QRect& rect, const QColor& color, int quarterTurns) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(QRectF(rect).center());
    painter.rotate(90.0 * quarterTurns);
    painter.setPen(QPen(color, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF({{-3.5, -1.8}, {0, 1.8}, {3.5, -1.8}}));
    painter.restore();
}

void ConsoleStyle::drawButton(const QStyleOption& option, QPainter& painter, const QWidget* widget) const {
    const Tokens& tokens = tokensFor(option.palette);
    const auto kind =
        widget != nullptr ? static_cast<ButtonKind>(widget->property("gatehouseKind").toInt()) : ButtonKind::Standard;
    const bool enabled = option.state & State_Enabled;
    const bool hover = enabled && option.state & State_MouseOver;
    const bool down = enabled && option.state & (State_Sunken | State_On);
    QColor fill = option.palette.color(QPalette::Button);
    QColor line = enabled ? tokens.border : tokens.hairline;
    switch (kind) {
    case ButtonKind::Standard:
    case ButtonKind::Danger:
        fill = down ? tokens.selection : hover ? blend(tokens.accent, fill, 0.08) : fill;
        line = kind == ButtonKind::Danger && enabled ? tokens.error : line;
        break;
    case ButtonKind::Primary:
        fill = down    ? blend(tokens.text, tokens.accent, 0.22)
               : hover ? blend(tokens.text, tokens.accent, 0.10)
                       : tokens.accent;
        fill = enabled ? fill : tokens.alternate; // its word is still readable, in high contrast too
        line = enabled ? fill : tokens.hairline;
        break;
    case ButtonKind::Quiet:
        fill = down ? tokens.selection : hover ? blend(tokens.text, tokens.window, 0.07) : QColor(Qt::transparent);
        line = Qt::transparent;
        break;
    }
    drawOutline(painter, option.rect, fill, line, tokens.borderWidth);
}

void ConsoleStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                 const QWidget* widget) const {
    const Tokens& tokens = tokensFor(option->palette);
    const QColor mark = option->state & State_Enabled ? tokens.muted : tokens.hairline;
    switch (element) {
    case PE_PanelButtonCommand:
        drawButton(*option, *painter, widget);
        return;
    case PE_PanelButtonTool: {
        const bool enabled = option->state & State_Enabled;
        if (enabled && option->state & (State_On | State_Sunken)) {
            drawOutline(*painter, option->rect, tokens.selection, Qt::transparent, 0);
        } else if (enabled && option->state & State_MouseOver) {
            drawOutline(*painter, option->rect, blend(tokens.text, tokens.window, 0.08), Qt::transparent, 0);
        }
        return;
    }
    case PE_FrameDefaultButton:
    case PE_FrameTabWidget:
    case PE_FrameWindow:
    case PE_FrameStatusBarItem:
        return;
    case PE_PanelLineEdit:
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
            frame != nullptr && frame->lineWidth <= 0) {
            return; // inside a combo or spin box, which draws the field
        }
        drawField(*painter, *option, widget);
        return;
    case PE_FrameLineEdit:
        drawField(*painter, *option, widget);
        return;
    case PE_Frame:
        drawViewFrame(*painter, *option, widget);
        return;
    case PE_FrameFocusRect:
        if (qobject_cast<const QAbstractItemView*>(widget) == nullptr) {
            drawOutline(*painter, option->rect, Qt::transparent, tokens.accent, 2);
        }
        return;
    case PE_FrameTabBarBase:
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), tokens.hairline);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawIndicator(*painter, *option, false);
        return;
    case PE_IndicatorRadioButton:
        drawIndicator(*painter, *option, true);
        return;
    case PE_IndicatorArrowDown:
    case PE_IndicatorSpinDown:
        drawChevron(*painter, option->rect, mark, 0);
        return;
    case PE_IndicatorArrowLeft:
        drawChevron(*painter, option->rect, mark, 1);
        return;
    case PE_IndicatorArrowUp:
    case PE_IndicatorSpinUp:
        drawChevron(*painter, option->rect, mark, 2);
        return;
    case PE_IndicatorArrowRight:
        drawChevron(*painter, option->rect, mark, 3);
        return;
    case PE_IndicatorHeaderArrow:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
            drawChevron(*painter, option->rect, tokens.accent,
                        header->sortIndicator == QStyleOptionHeader::SortDown ? 2 : 0);
        }
        return;
    case PE_IndicatorBranch:
        if (option->state & State_Children) {
            drawChevron(*painter, option->rect, tokens.muted, option->state & State_Open ? 0 : 3);
        }
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

} // namespace gatehouse::ui::theme
