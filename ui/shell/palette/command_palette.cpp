// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/palette/command_palette.h"

#include <QAccessible>
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QTimer>
#include <QVBoxLayout>

#include "ui/shell/palette/fuzzy.h"
#include "ui/shell/palette/palette_model.h"
#include "ui/shell/palette/palette_objects.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/layout.h"

namespace gatehouse::ui::shell {
namespace {

constexpr int kTop = 44;
constexpr int kWidth = 640;
constexpr int kMostRows = 10;
constexpr std::size_t kMostItems = 60;
constexpr int kTypingMs = 180; ///< before the broker is asked; what is at hand is searched at once

} // namespace

CommandPalette::CommandPalette(QWidget* window, PaletteObjects& objects)
    : QFrame(window)
    , m_objects(objects)
    , m_model(new PaletteModel(this))
    , m_edit(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_none(widgets::mutedLabel(tr("Nothing matches. A reference such as GH-7F3K-92QD opens its login."), this))
    , m_typing(new QTimer(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(6);
    m_edit->setObjectName(QStringLiteral("palette.edit"));
    m_edit->setPlaceholderText(tr("Go to or do anything …"));
    m_edit->setAccessibleName(tr("Go to or do anything"));
    m_edit->setClearButtonEnabled(true);
    m_edit->setMinimumHeight(36);
    m_edit->addAction(theme::icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_edit->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("palette.list"));
    m_list->setAccessibleName(tr("Results"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus); // the field keeps the keyboard and steers the list
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_none->setContentsMargins(8, 8, 8, 12);
    column->addWidget(m_edit);
    column->addWidget(m_list);
    column->addWidget(m_none);
    setAccessibleName(tr("Command palette"));
    m_typing->setSingleShot(true);
    m_typing->setInterval(kTypingMs);
    connect(m_edit, &QLineEdit::textChanged, this, [this] {
        refill();
        m_typing->start();
    });
    connect(m_typing, &QTimer::timeout, this, [this] { emit searched(m_edit->text().trimmed()); });
    connect(&m_objects, &PaletteObjects::changed, this, &CommandPalette::refill);
    connect(m_list, &QListView::clicked, this, &CommandPalette::choose);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { focusMoved(now); });
    window->installEventFilter(this);
    hide();
}

void CommandPalette::open(const QString& typed) {
    if (!isVisible()) {
        m_before = QApplication::focusWidget();
        m_items = m_source ? m_source() : std::vector<PaletteItem>();
    }
    show();
    raise();
    m_edit->setText(typed);
    m_edit->selectAll();
    m_edit->setFocus(Qt::ShortcutFocusReason);
    refill();
}

void CommandPalette::cancel() {
    QWidget* before = m_before;
    leave();
    if (before != nullptr && before->isVisible()) {
        before->setFocus(Qt::OtherFocusReason);
    }
}

void CommandPalette::leave() {
    m_typing->stop();
    m_objects.drop();
    m_before = nullptr;
    hide();
}

void CommandPalette::refill() {
    if (!isVisible()) {
        return;
    }
    const QString typed = m_edit->text().trimmed();
    const int row = m_list->currentIndex().row();
    const PaletteItem* chosen = m_model->at(row);
    const QString title = chosen != nullptr && row > 0 ? chosen->title : QString();
    std::vector<PaletteItem> all = m_items;
    if (!typed.isEmpty()) {
        const std::vector<PaletteItem> objects = m_objects.items();
        all.insert(all.end(), objects.begin(), objects.end());
    }
    std::vector<PaletteItem> shown = ranked(all, typed, kMostItems);
    if (const QString reference = normalisedReference(typed); !reference.isEmpty()) {
        PaletteItem item{tr("Open login %1").arg(reference), tr("Reference"), QStringLiteral("logins")};
        item.run = [this, reference] { emit referenceChosen(reference); };
        shown.insert(shown.begin(), std::move(item));
    }
    m_model->setItems(std::move(shown));
    int current = 0;
    for (int at = 0; at < m_model->rowCount() && !title.isEmpty(); ++at) {
        current = m_model->at(at)->title == title ? at : current; // an answer of the broker does not move the choice
    }
    m_list->setCurrentIndex(m_model->index(current));
    place();
    announce();
}

void CommandPalette::announce() {
    const PaletteItem* item = m_model->at(m_list->currentIndex().row());
    const QString count = tr("%n result(s)", nullptr, m_model->rowCount());
    m_edit->setAccessibleDescription(item == nullptr ? count : tr("%1: %2").arg(count, item->title));
    QAccessibleEvent changed(m_edit, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

void CommandPalette::place() {
    const bool none = m_model->rowCount() == 0;
    m_list->setVisible(!none);
    m_none->setVisible(none);
    const int row = std::max(36, m_list->sizeHintForRow(0));
    m_list->setFixedHeight(row * std::min(kMostRows, std::max(1, m_model->rowCount())) + 4);
    const int width = std::min(kWidth, parentWidget()->width() - 48);
    const int height = m_edit->sizeHint().height() + 24 + (none ? 44 : m_list->height()) + 8;
    setGeometry((parentWidget()->width() - width) / 2, kTop, width, height);
}

void CommandPalette::move(int step) {
    const int count = m_model->rowCount();
    if (count == 0) {
        return;
    }
    const int now = m_list->currentIndex().row();
    const int next = std::abs(step) == 1 ? (now + step + count) % count : std::clamp(now + step, 0, count - 1);
    m_list->setCurrentIndex(m_model->index(next));
    m_list->scrollTo(m_list->currentIndex());
    announce();
}

void CommandPalette::choose() {
    const PaletteItem* item = m_model->at(m_list->currentIndex().row());
    if (item == nullptr) {
        return;
    }
    const std::function<void()> run = item->run;
    cancel(); // an action works on what had the keyboard
    if (run) {
        run();
    }
}

void CommandPalette::focusMoved(QWidget* now) {
    if (isVisible() && now != nullptr && now != this && !isAncestorOf(now) && now->window() == window()) {
        leave();
    }
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible()) {
        place();
    }
    if (watched != m_edit || event->type() != QEvent::KeyPress) {
        return QFrame::eventFilter(watched, event);
    }
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Up:
        move(-1);
        return true;
    case Qt::Key_Down:
        move(1);
        return true;
    case Qt::Key_PageUp:
        move(-kMostRows);
        return true;
    case Qt::Key_PageDown:
        move(kMostRows);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose();
        return true;
    case Qt::Key_Escape:
        cancel();
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return true; // there is nowhere else to go in here
    default:
        return QFrame::eventFilter(watched, event);
    }
}

void CommandPalette::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const theme::Tokens& tokens = theme::tokensFor(palette());
    painter.setPen(QPen(tokens.border, tokens.borderWidth));
    painter.setBrush(tokens.base);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

} // namespace gatehouse::ui::shell
