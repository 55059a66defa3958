// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/connections/vendor_tiles.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include "ui/panels/connections/vendors.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/empty_state.h"

namespace gatehouse::ui::panels::connections {
namespace {

constexpr QSize kTile(184, 76);
constexpr int kMark = 36;
constexpr int kMarkRole = Qt::UserRole + 1;

/// A tile: the vendor's mark and name in a box with an outline, never colour alone to say which is current.
class TileDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const theme::Tokens& tokens = theme::tokensFor(option.palette);
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const bool focused = selected && option.state.testFlag(QStyle::State_HasFocus);
        const QRect box = option.rect.adjusted(4, 4, -4, -4);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        theme::drawOutline(*painter, box, selected ? tokens.selection : tokens.base,
                           selected ? tokens.accent : tokens.border, focused ? 3 : 1);
        const QRect inner = box.adjusted(12, 0, -10, 0);
        const QRect mark =
            QStyle::alignedRect(option.direction, Qt::AlignLeft | Qt::AlignVCenter, {kMark, kMark}, inner);
        painter->setPen(Qt::NoPen);
        painter->setBrush(tokens.accent);
        painter->drawRoundedRect(mark, 8, 8);
        QFont letter = option.font;
        letter.setWeight(QFont::DemiBold);
        painter->setFont(letter);
        painter->setPen(tokens.onAccent);
        painter->drawText(mark, Qt::AlignCenter, index.data(kMarkRole).toString());
        QFont name = option.font;
        name.setWeight(QFont::Medium);
        painter->setFont(name);
        painter->setPen(tokens.text);
        QRect words = inner.adjusted(kMark + 10, 0, 0, 0);
        if (option.direction == Qt::RightToLeft) {
            words = inner.adjusted(0, 0, -(kMark + 10), 0);
        }
        painter->drawText(words, int(Qt::AlignLeading | Qt::AlignVCenter) | int(Qt::TextWordWrap),
                          index.data(Qt::DisplayRole).toString());
        painter->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return kTile; }
};

} // namespace

VendorTiles::VendorTiles(QWidget* parent)
    : QWidget(parent)
    , m_filter(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_none(new widgets::EmptyState(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_filter);
    column->addWidget(m_list, 1);
    column->addWidget(m_none, 1);
    m_filter->setObjectName(QStringLiteral("idp.vendorFilter"));
    m_filter->setPlaceholderText(tr("Type a name: Entra, Okta, Keycloak"));
    m_filter->setAccessibleName(tr("Filter providers"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(theme::icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_filter->setMaximumWidth(theme::kFormWidth);
    m_filter->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("idp.vendors"));
    m_list->setAccessibleName(tr("Providers"));
    m_list->setItemDelegate(new TileDelegate(m_list));
    m_list->setViewMode(QListView::IconMode);
    m_list->setFlow(QListView::LeftToRight);
    m_list->setWrapping(true);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setMovement(QListView::Static);
    m_list->setUniformItemSizes(true);
    m_list->setSpacing(0);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->installEventFilter(this);
    connect(m_filter, &QLineEdit::textChanged, this, &VendorTiles::fill);
    connect(m_filter, &QLineEdit::returnPressed, this, &VendorTiles::takeCurrent);
    connect(m_list, &QListWidget::itemActivated, this, &VendorTiles::takeCurrent);
    connect(m_list, &QListWidget::itemClicked, this, &VendorTiles::takeCurrent);
    connect(m_list, &QListWidget::currentItemChanged, this, [this] { emit currentChanged(current()); });
    connect(m_none, &widgets::EmptyState::actionRequested, m_filter, &QLineEdit::clear);
    fill();
}

void VendorTiles::setSandbox(bool available) {
    if (available != m_sandbox) {
        m_sandbox = available;
        fill();
    }
}

void VendorTiles::fill() {
    const QString before = current();
    const QString text = m_filter->text();
    m_list->clear();
    const auto add = [this, &text](const Vendor& vendor) {
        if (matches(vendor, text)) {
            auto* item = new QListWidgetItem(vendor.name, m_list);
            item->setData(Qt::UserRole, vendor.id);
            item->setData(kMarkRole, vendor.mark);
            item->setToolTip(vendor.hint);
        }
    };
    if (m_sandbox) {
        add(vendorById(QLatin1String(kSandboxVendor)));
    }
    for (const Vendor& vendor : vendors()) {
        add(vendor);
    }
    const bool any = m_list->count() > 0;
    m_list->setVisible(any);
    m_none->setVisible(!any);
    if (!any) {
        m_none->setContent(
            QStringLiteral("search"),
            tr("No provider is called \"%1\" here. The generic tile takes any OpenID Connect provider.").arg(text),
            tr("Clear filter"));
    }
    m_list->setCurrentRow(0);
    setCurrent(before);
    emit currentChanged(current());
}

void VendorTiles::setCurrent(const QString& vendor) {
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(Qt::UserRole).toString() == vendor) {
            m_list->setCurrentRow(row);
        }
    }
}

QString VendorTiles::current() const {
    const QListWidgetItem* item = m_list->currentItem();
    return item == nullptr ? QString() : item->data(Qt::UserRole).toString();
}

void VendorTiles::focusFilter() {
    m_filter->setFocus(Qt::OtherFocusReason);
}

void VendorTiles::clearFilter() {
    m_filter->clear();
    m_list->setCurrentRow(0);
}

void VendorTiles::takeCurrent() {
    if (const QString vendor = current(); !vendor.isEmpty()) {
        emit chosen(vendor);
    }
}

bool VendorTiles::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress) {
        return QWidget::eventFilter(watched, event);
    }
    auto* key = static_cast<QKeyEvent*>(event);
    if (watched == m_filter && key->key() == Qt::Key_Down) {
        m_list->setFocus(Qt::OtherFocusReason);
        return true;
    }
    if (watched == m_list && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)) {
        takeCurrent();
        return true;
    }
    // Whoever types among the tiles means the filter.
    const QString typed = key->text();
    if (watched == m_list && !typed.isEmpty() && typed.front().isLetterOrNumber() &&
        (key->modifiers() & ~Qt::ShiftModifier) == Qt::NoModifier) {
        m_filter->setFocus(Qt::OtherFocusReason);
        m_filter->setText(m_filter->text() + typed);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace gatehouse::ui::panels::connections
