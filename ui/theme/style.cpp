// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/style.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QStyleOption>
#include <QTabBar>
#include <QVariant>

#include "ui/theme/theme.h"

namespace gatehouse::ui::theme {
namespace {

constexpr int kItemHeight = 26;

} // namespace

void setButtonKind(QAbstractButton& button, ButtonKind kind) {
    button.setProperty("gatehouseKind", static_cast<int>(kind));
    button.update();
}

void setInvalid(QWidget& field, bool invalid) {
    field.setProperty("gatehouseInvalid", invalid);
    field.update();
}

ConsoleStyle::ConsoleStyle()
    : QProxyStyle(QStringLiteral("Fusion")) {}

void ConsoleStyle::polish(QWidget* widget) {
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton*>(widget) != nullptr || qobject_cast<QComboBox*>(widget) != nullptr ||
        qobject_cast<QLineEdit*>(widget) != nullptr || qobject_cast<QAbstractSpinBox*>(widget) != nullptr ||
        qobject_cast<QTabBar*>(widget) != nullptr) {
        widget->setAttribute(Qt::WA_Hover);
    }
    // Text that can be selected aligns by its own letters: an address would stand far from its Arabic title.
    if (auto* label = qobject_cast<QLabel*>(widget);
        label != nullptr && label->isRightToLeft() && label->alignment().testFlag(Qt::AlignLeft) &&
        !label->alignment().testFlag(Qt::AlignAbsolute) && label->textInteractionFlags() & Qt::TextSelectableByMouse) {
        label->setAlignment((label->alignment() & Qt::AlignVertical_Mask) | Qt::AlignRight | Qt::AlignAbsolute);
    }
    if (qobject_cast<QAbstractScrollArea*>(widget) != nullptr && qobject_cast<QHeaderView*>(widget) == nullptr) {
        widget->installEventFilter(this); // their frame is not repainted on focus by itself
    }
}

bool ConsoleStyle::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        if (auto* widget = qobject_cast<QWidget*>(watched)) {
            widget->update();
        }
    }
    return QProxyStyle::eventFilter(watched, event);
}

int ConsoleStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
        return kPageMargin;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return kGroupSpacing;
    case PM_ScrollBarExtent:
        return 12;
    case PM_ScrollBarSliderMin:
        return 32;
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ScrollView_ScrollBarOverlap:
    case PM_ButtonDefaultIndicator:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabShiftVertical:
    case PM_ToolBarFrameWidth:
        return 0;
    case PM_SplitterWidth:
        return 9;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize:
        return kIconSize;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 18;
    case PM_ButtonMargin:
        return 20;
    case PM_HeaderMargin:
        return 8;
    case PM_TabBarTabHSpace:
        return 24;
    case PM_TabBarTabVSpace:
        return 14;
    case PM_ToolTipLabelFrameWidth:
        return 6;
    case PM_FocusFrameHMargin:
        return 6;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 8;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ConsoleStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                            QStyleHintReturn* data) const {
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ComboBox_Popup:
    case SH_Table_GridLineColor:
        return hint == SH_Table_GridLineColor ? static_cast<int>(tokensFor(option->palette).hairline.rgb()) : 0;
    case SH_Widget_Animation_Duration:
        return reducedMotion() ? 0 : QProxyStyle::styleHint(hint, option, widget, data);
    case SH_ItemView_ShowDecorationSelected:
    case SH_ScrollBar_LeftClickAbsolutePosition:
        return 1;
    case SH_FormLayoutFieldGrowthPolicy:
        return 2; // QFormLayout::AllNonFixedFieldsGrow
    case SH_FormLayoutLabelAlignment:
        return Qt::AlignLeft | Qt::AlignTop;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize ConsoleStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                     const QWidget* widget) const {
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        return (size + QSize(30, 10)).expandedTo({72, kControlHeight + 2});
    case CT_ComboBox:
        return (result + QSize(16, 0)).expandedTo({72, kControlHeight});
    case CT_LineEdit:
    case CT_SpinBox:
    case CT_ToolButton:
    case CT_MenuItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
            item != nullptr && item->menuItemType == QStyleOptionMenuItem::Separator) {
            return result;
        }
        return result.expandedTo({kControlHeight, kControlHeight});
    case CT_ItemViewItem: // of lists and trees; rows of tables have their own height
        return (result + QSize(0, 6)).expandedTo({0, kItemHeight});
    case CT_CheckBox:
    case CT_RadioButton:
        return result.expandedTo({24, 24});
    case CT_TabBarTab:
        return result.expandedTo({48, 34});
    case CT_HeaderSection:
        return result.expandedTo({24, 30});
    case CT_MenuBarItem:
        return result.expandedTo({kControlHeight, kControlHeight});
    default:
        return result;
    }
}

QRect ConsoleStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const {
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    switch (element) {
    case SE_LineEditContents: {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        return frame != nullptr && frame->lineWidth > 0 ? rect.adjusted(5, 0, -5, 0) : rect;
    }
    case SE_HeaderArrow: {
        const QRect arrow(option->rect.right() - 18, option->rect.center().y() - 6, 12, 12);
        return visualRect(option->direction, option->rect, arrow);
    }
    case SE_HeaderLabel: {
        const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option);
        const bool sorted = header != nullptr && header->sortIndicator != QStyleOptionHeader::None;
        const QRect label = option->rect.adjusted(7, 0, sorted ? -20 : -7, 0); // where the cells' texts start and end
        return visualRect(option->direction, option->rect, label);
    }
    default:
        return rect;
    }
}

} // namespace gatehouse::ui::theme
