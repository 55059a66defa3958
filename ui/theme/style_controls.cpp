// SPDX-License-Identifier: Apache-2.0
// The parts of ConsoleStyle that draw whole controls.
#include <algorithm>

#include <QAbstractButton>
#include <QPainter>
#include <QStyleOption>
#include <QVariant>

#include "ui/theme/style.h"
#include "ui/theme/theme.h"

namespace gatehouse::ui::theme {
namespace {

constexpr int kIconGap = 6; ///< between a glyph and its word

/// Icon and text together in the middle, the icon where reading starts. Fusion of Qt 6.4 draws the text at the button's
/// edge when the window reads from right to left.
void drawButtonLabel(const QStyle& style, const QStyleOptionButton& button, QPainter& painter, const QWidget* widget) {
    const Tokens& tokens = tokensFor(button.palette);
    const bool enabled = button.state & QStyle::State_Enabled;
    const auto kind =
        widget != nullptr ? static_cast<ButtonKind>(widget->property("gatehouseKind").toInt()) : ButtonKind::Standard;
    QPalette palette = button.palette;
    if (enabled && kind != ButtonKind::Standard) {
        palette.setColor(QPalette::ButtonText, kind == ButtonKind::Primary  ? tokens.onAccent
                                               : kind == ButtonKind::Danger ? tokens.error
                                                                            : tokens.text);
    }
    QRect room = button.rect;
    if (button.features & QStyleOptionButton::HasMenu) {
        const int arrow = style.pixelMetric(QStyle::PM_MenuButtonIndicator, &button, widget);
        room = QStyle::visualRect(button.direction, room, room.adjusted(0, 0, -arrow, 0));
    }
    const bool underline = style.styleHint(QStyle::SH_UnderlineShortcut, &button, widget) != 0;
    const int flags = Qt::AlignCenter | (underline ? Qt::TextShowMnemonic : Qt::TextHideMnemonic);
    if (button.icon.isNull()) {
        style.drawItemText(&painter, room, flags, palette, enabled, button.text, QPalette::ButtonText);
        return;
    }
    const QSize icon = button.iconSize;
    const int gap = button.text.isEmpty() ? 0 : kIconGap;
    const int text = button.text.isEmpty() ? 0 : button.fontMetrics.size(Qt::TextShowMnemonic, button.text).width();
    QRect both(0, room.top(), std::min(room.width(), icon.width() + gap + text), room.height());
    both.moveLeft(room.left() + (room.width() - both.width()) / 2);
    const QRect glyph(both.left(), both.center().y() - icon.height() / 2 + 1, icon.width(), icon.height());
    const QIcon::Mode mode = !enabled                                ? QIcon::Disabled
                             : button.state & QStyle::State_HasFocus ? QIcon::Active
                                                                     : QIcon::Normal;
    button.icon.paint(&painter, QStyle::visualRect(button.direction, both, glyph), Qt::AlignCenter, mode,
                      button.state & QStyle::State_On ? QIcon::On : QIcon::Off);
    style.drawItemText(&painter, QStyle::visualRect(button.direction, both, both.adjusted(icon.width() + gap, 0, 0, 0)),
                       flags, palette, enabled, button.text, QPalette::ButtonText);
}

/// False for a bar that slides because nobody knows how long it takes.
bool drawProgress(const QStyleOptionProgressBar& bar, QPainter& painter) {
    const Tokens& tokens = tokensFor(bar.palette);
    QRect done = bar.rect;
    if (bar.maximum > bar.minimum) {
        const double share =
            static_cast<double>(bar.progress - bar.minimum) / static_cast<double>(bar.maximum - bar.minimum);
        done.setWidth(static_cast<int>(done.width() * std::clamp(share, 0.0, 1.0)));
        drawOutline(painter, QStyle::visualRect(bar.direction, bar.rect, done), tokens.accent, Qt::transparent, 0);
        return true;
    }
    if (reducedMotion()) {
        painter.fillRect(done, blend(tokens.accent, tokens.base, 0.5)); // under way, and nothing slides
        return true;
    }
    return false;
}

} // namespace

void ConsoleStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                               const QWidget* widget) const {
    const Tokens& tokens = tokensFor(option->palette);
    switch (element) {
    case CE_PushButtonLabel:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
            drawButtonLabel(*this, *button, *painter, widget);
            return;
        }
        break;
    case CE_ComboBoxLabel:
        if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option)) {
            QStyleOptionComboBox shown = *combo; // what does not fit would end under the arrow
            const QRect field = subControlRect(CC_ComboBox, combo, SC_ComboBoxEditField, widget);
            const int icon = combo->currentIcon.isNull() ? 0 : combo->iconSize.width() + 4;
            shown.currentText =
                combo->fontMetrics.elidedText(combo->currentText, Qt::ElideRight, field.width() - icon - 4);
            QProxyStyle::drawControl(element, &shown, painter, widget);
            return;
        }
        break;
    case CE_Header:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
            drawControl(CE_HeaderSection, option, painter, widget);
            QStyleOptionHeader part = *header;
            part.rect = subElementRect(SE_HeaderLabel, option, widget);
            drawControl(CE_HeaderLabel, &part, painter, widget);
            if (header->sortIndicator != QStyleOptionHeader::None) {
                part.rect = subElementRect(SE_HeaderArrow, option, widget);
                drawPrimitive(PE_IndicatorHeaderArrow, &part, painter, widget);
            }
            return;
        }
        break;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, tokens.base);
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), tokens.hairline);
        return;
    case CE_HeaderLabel: {
        const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option);
        if (header == nullptr) {
            break;
        }
        painter->save();
        QFont font = painter->font();
        font.setWeight(QFont::DemiBold);
        painter->setFont(font);
        painter->setPen(tokens.muted);
        const QRect area = header->rect;
        const QString text = QFontMetrics(font).elidedText(header->text, Qt::ElideRight, area.width());
        painter->drawText(area, static_cast<int>(header->textAlignment | Qt::AlignVCenter), text);
        painter->restore();
        return;
    }
    case CE_TabBarTabShape:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option)) {
            drawTab(*tab, *painter);
            return;
        }
        break;
    case CE_Splitter: {
        const bool vertical = option->state & State_Horizontal;
        const QRect rect = option->rect;
        const QColor line = option->state & State_MouseOver ? tokens.accent : tokens.hairline;
        vertical ? painter->fillRect(rect.center().x(), rect.top(), 1, rect.height(), line)
                 : painter->fillRect(rect.left(), rect.center().y(), rect.width(), 1, line);
        return;
    }
    case CE_ProgressBarGroove:
        drawOutline(*painter, option->rect, tokens.alternate, tokens.hairline, 1);
        return;
    case CE_ProgressBarContents:
        if (const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option)) {
            if (drawProgress(*bar, *painter)) {
                return;
            }
        }
        break;
    case CE_ShapedFrame:
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
            frame != nullptr && (frame->frameShape == QFrame::HLine || frame->frameShape == QFrame::VLine)) {
            const QRect rect = option->rect;
            frame->frameShape == QFrame::HLine
                ? painter->fillRect(rect.left(), rect.center().y(), rect.width(), 1, tokens.hairline)
                : painter->fillRect(rect.center().x(), rect.top(), 1, rect.height(), tokens.hairline);
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void ConsoleStyle::drawTab(const QStyleOptionTab& option, QPainter& painter) const {
    const Tokens& tokens = tokensFor(option.palette);
    const bool selected = option.state & State_Selected;
    if (!selected && option.state & State_MouseOver) {
        painter.fillRect(option.rect, blend(tokens.text, tokens.window, 0.05));
    }
    if (selected) {
        painter.fillRect(QRect(option.rect.left(), option.rect.bottom() - 1, option.rect.width(), 2), tokens.accent);
    }
    if (option.state & State_HasFocus && option.state & State_KeyboardFocusChange) {
        drawOutline(painter, option.rect.adjusted(1, 1, -1, -3), Qt::transparent, tokens.accent, 2);
    }
}

void ConsoleStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                      const QWidget* widget) const {
    switch (control) {
    case CC_ComboBox:
        if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option)) {
            drawComboBox(*combo, *painter, widget);
            return;
        }
        break;
    case CC_SpinBox:
        if (const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option)) {
            drawSpinBox(*spin, *painter, widget);
            return;
        }
        break;
    case CC_ToolButton:
        if (const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option);
            button != nullptr && button->features & QStyleOptionToolButton::HasMenu &&
            !(button->features & QStyleOptionToolButton::MenuButtonPopup)) {
            QStyleOptionToolButton plain = *button; // the arrow would lie on the icon
            plain.features &= ~QStyleOptionToolButton::HasMenu;
            QProxyStyle::drawComplexControl(control, &plain, painter, widget);
            return;
        }
        break;
    case CC_ScrollBar:
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option)) {
            drawScrollBar(*bar, *painter, widget);
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void ConsoleStyle::drawComboBox(const QStyleOptionComboBox& option, QPainter& painter, const QWidget* widget) const {
    const Tokens& tokens = tokensFor(option.palette);
    const bool invalid = widget != nullptr && widget->property("gatehouseInvalid").toBool();
    const bool enabled = option.state & State_Enabled;
    const bool focus = enabled && option.state & State_HasFocus;
    const bool quiet =
        widget != nullptr && widget->property("gatehouseKind").toInt() == static_cast<int>(ButtonKind::Quiet);
    QColor line = !enabled ? tokens.hairline : focus ? tokens.accent : tokens.border;
    QColor fill = enabled ? tokens.base : tokens.alternate;
    if (quiet && !focus) {
        line = tokens.hairline;
    }
    if (option.state & State_MouseOver && enabled) {
        fill = blend(tokens.accent, fill, 0.06);
    }
    drawOutline(painter, option.rect, fill, invalid ? tokens.error : line, focus ? 2 : tokens.borderWidth);
    const QRect arrow = subControlRect(CC_ComboBox, &option, SC_ComboBoxArrow, widget);
    drawChevron(painter, arrow, enabled ? tokens.muted : tokens.border, 0);
}

void ConsoleStyle::drawSpinBox(const QStyleOptionSpinBox& option, QPainter& painter, const QWidget* widget) const {
    const Tokens& tokens = tokensFor(option.palette);
    const bool invalid = widget != nullptr && widget->property("gatehouseInvalid").toBool();
    const bool enabled = option.state & State_Enabled;
    const bool focus = enabled && option.state & State_HasFocus;
    const QColor line = !enabled ? tokens.hairline : focus ? tokens.accent : tokens.border;
    drawOutline(painter, option.rect, enabled ? tokens.base : tokens.alternate, invalid ? tokens.error : line,
                focus ? 2 : tokens.borderWidth);
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons) {
        return;
    }
    drawChevron(painter, subControlRect(CC_SpinBox, &option, SC_SpinBoxUp, widget), tokens.muted, 2);
    drawChevron(painter, subControlRect(CC_SpinBox, &option, SC_SpinBoxDown, widget), tokens.muted, 0);
}

void ConsoleStyle::drawScrollBar(const QStyleOptionSlider& option, QPainter& painter, const QWidget* widget) const {
    const Tokens& tokens = tokensFor(option.palette);
    if (option.maximum <= option.minimum) {
        return;
    }
    QRect slider = subControlRect(CC_ScrollBar, &option, SC_ScrollBarSlider, widget);
    slider = option.orientation == Qt::Vertical ? slider.adjusted(3, 2, -3, -2) : slider.adjusted(2, 3, -2, -3);
    const bool busy = option.state & (State_MouseOver | State_Sunken);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(blend(tokens.muted, tokens.base, busy ? 0.85 : 0.55));
    painter.drawRoundedRect(slider, 3, 3);
    painter.restore();
}

QRect ConsoleStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                                   const QWidget* widget) const {
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (control != CC_ScrollBar || bar == nullptr) {
        const QRect rect = QProxyStyle::subControlRect(control, option, part, widget);
        return control == CC_ComboBox && part == SC_ComboBoxEditField
                   ? visualRect(option->direction, rect, rect.adjusted(4, 0, 0, 0))
                   : rect;
    }
    const bool vertical = bar->orientation == Qt::Vertical;
    const int length = vertical ? bar->rect.height() : bar->rect.width();
    const qint64 range = static_cast<qint64>(bar->maximum) - bar->minimum;
    int size = length;
    if (range > 0) {
        size = static_cast<int>(static_cast<qint64>(length) * bar->pageStep / (range + bar->pageStep));
        size = std::min(length, std::max(size, pixelMetric(PM_ScrollBarSliderMin, option, widget)));
    }
    const int start =
        sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - size, bar->upsideDown);
    const auto span = [&](int from, int extent) {
        const QRect rect = vertical ? QRect(bar->rect.left(), bar->rect.top() + from, bar->rect.width(), extent)
                                    : QRect(bar->rect.left() + from, bar->rect.top(), extent, bar->rect.height());
        return visualRect(bar->direction, bar->rect, rect);
    };
    switch (part) {
    case SC_ScrollBarSlider:
        return span(start, size);
    case SC_ScrollBarSubPage:
        return span(0, start);
    case SC_ScrollBarAddPage:
        return span(start + size, length - start - size);
    case SC_ScrollBarGroove:
        return bar->rect;
    default:
        return {}; // no arrow buttons
    }
}

} // namespace gatehouse::ui::theme
