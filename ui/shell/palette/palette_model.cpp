// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/palette/palette_model.h"

#include <QPainter>

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

namespace gatehouse::ui::shell {
namespace {

constexpr int kRow = 36;
constexpr int kInset = 12;
constexpr int kIcon = 18;

QString spoken(const PaletteItem& item) {
    QStringList parts{item.title, item.detail, item.shortcut};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

} // namespace

void PaletteModel::setItems(std::vector<PaletteItem> items) {
    beginResetModel();
    m_items = std::move(items);
    endResetModel();
}

const PaletteItem* PaletteModel::at(int row) const {
    return row >= 0 && row < rowCount() ? &m_items[static_cast<std::size_t>(row)] : nullptr;
}

int PaletteModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const {
    const PaletteItem* item = at(index.row());
    if (item == nullptr) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return item->title;
    case Qt::AccessibleTextRole:
        return spoken(*item);
    case DetailRole:
        return item->detail;
    case IconRole:
        return item->icon;
    case ShortcutRole:
        return item->shortcut;
    default:
        return {};
    }
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {200, std::max(kRow, QFontMetrics(option.font).height() + 12)};
}

void PaletteDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const theme::Tokens& tokens = theme::tokensFor(option.palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    if (chosen) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(tokens.selection);
        painter->drawRoundedRect(option.rect.adjusted(4, 1, -4, -1), 4, 4);
    }
    const auto placed = [&](const QRect& logical) {
        return QStyle::visualRect(option.direction, option.rect, logical);
    };
    const QRect row = option.rect.adjusted(kInset, 0, -kInset, 0);
    const QRect glyph(row.left(), row.center().y() - kIcon / 2, kIcon, kIcon);
    painter->drawPixmap(placed(glyph), theme::iconPixmap(index.data(PaletteModel::IconRole).toString(),
                                                         chosen ? tokens.accent : tokens.muted, kIcon,
                                                         painter->device()->devicePixelRatioF()));
    const auto align = [](Qt::Alignment side) { return static_cast<int>(side | Qt::AlignVCenter); };
    const QFont small = theme::textFont(option.font, theme::TextSize::Caption);
    const QFontMetrics smallSize(small);
    int right = row.right();
    if (const QString keys = index.data(PaletteModel::ShortcutRole).toString(); !keys.isEmpty()) {
        const int width = smallSize.horizontalAdvance(keys) + 12;
        const QRect chip(right - width, row.center().y() - 10, width, 20);
        painter->setPen(tokens.border);
        painter->setBrush(tokens.base);
        painter->drawRoundedRect(QRectF(placed(chip)).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        painter->setFont(small);
        painter->setPen(tokens.text);
        painter->drawText(placed(chip), Qt::AlignCenter, keys);
        right = chip.left() - 10;
    }
    const int left = glyph.right() + 12;
    const QString title = index.data().toString();
    const QFontMetrics size(option.font);
    const int titleWidth = std::min(size.horizontalAdvance(title) + 4, (right - left) * 2 / 3);
    painter->setFont(option.font);
    painter->setPen(tokens.text);
    painter->drawText(placed(QRect(left, row.top(), titleWidth, row.height())), align(Qt::AlignLeading),
                      size.elidedText(title, Qt::ElideRight, titleWidth));
    const QRect rest(left + titleWidth + 12, row.top(), right - left - titleWidth - 12, row.height());
    painter->setFont(small);
    painter->setPen(tokens.muted);
    painter->drawText(
        placed(rest), align(Qt::AlignLeading),
        smallSize.elidedText(index.data(PaletteModel::DetailRole).toString(), Qt::ElideRight, rest.width()));
    painter->restore();
}

} // namespace gatehouse::ui::shell
