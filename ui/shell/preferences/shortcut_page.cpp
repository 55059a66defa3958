// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/preferences/shortcut_page.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include "ui/shell/shortcuts.h"
#include "ui/theme/theme.h"
#include "ui/widgets/layout.h"

namespace gatehouse::ui::shell {

ShortcutPage::ShortcutPage(Shortcuts& shortcuts, QWidget* parent)
    : QWidget(parent)
    , m_shortcuts(shortcuts)
    , m_filter(new QLineEdit(this))
    , m_table(new QTableWidget(0, 3, this))
    , m_keys(new QKeySequenceEdit(this))
    , m_assign(new QPushButton(tr("&Assign"), this))
    , m_standard(new QPushButton(tr("&Default"), this))
    , m_said(widgets::mutedLabel({}, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 12);
    column->setSpacing(theme::kFieldSpacing);
    column->addWidget(widgets::sectionLabel(tr("Keyboard"), this));
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter actions"));
    m_filter->setClearButtonEnabled(true);
    column->addWidget(m_filter);
    m_table->setAccessibleName(tr("Actions and their keys"));
    m_table->setHorizontalHeaderLabels({tr("Action"), tr("Menu"), tr("Keys")});
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(theme::kRowHeight);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setColumnWidth(2, 150);
    column->addWidget(m_table, 1);
    auto* row = new QHBoxLayout;
    m_keys->setAccessibleName(tr("New keys"));
    m_assign->setAccessibleName(tr("Assign keys"));
    m_standard->setAccessibleName(tr("Default keys"));
    auto* all = new QPushButton(tr("All to default"), this);
    all->setAccessibleName(all->text());
    row->addWidget(m_keys, 1);
    row->addWidget(m_assign);
    row->addWidget(m_standard);
    row->addWidget(all);
    column->addLayout(row);
    column->addWidget(m_said);
    connect(m_filter, &QLineEdit::textChanged, this, &ShortcutPage::filter);
    connect(m_table, &QTableWidget::currentCellChanged, this, &ShortcutPage::showChosen);
    connect(m_assign, &QPushButton::clicked, this, &ShortcutPage::assign);
    connect(m_standard, &QPushButton::clicked, this, [this] { m_shortcuts.reset(chosen()); });
    connect(all, &QPushButton::clicked, &m_shortcuts, &Shortcuts::resetAll);
    connect(&m_shortcuts, &Shortcuts::changed, this, &ShortcutPage::fill);
    fill();
}

void ShortcutPage::fill() {
    const QString before = chosen();
    m_table->setRowCount(static_cast<int>(m_shortcuts.entries().size()));
    int row = 0;
    int current = 0;
    for (const Shortcuts::Entry& entry : m_shortcuts.entries()) {
        auto* title = new QTableWidgetItem(entry.title);
        title->setData(Qt::UserRole, entry.id);
        m_table->setItem(row, 0, title);
        m_table->setItem(row, 1, new QTableWidgetItem(entry.group));
        m_table->setItem(row, 2, new QTableWidgetItem(entry.action ? keysOf(*entry.action) : QString()));
        current = entry.id == before ? row : current;
        ++row;
    }
    m_table->setCurrentCell(current, 0);
    filter(m_filter->text());
}

void ShortcutPage::filter(const QString& typed) {
    for (int row = 0; row < m_table->rowCount(); ++row) {
        bool fits = false;
        for (int column = 0; column < m_table->columnCount(); ++column) {
            fits = fits || m_table->item(row, column)->text().contains(typed, Qt::CaseInsensitive);
        }
        m_table->setRowHidden(row, !fits);
    }
}

QString ShortcutPage::chosen() const {
    const QTableWidgetItem* item = m_table->item(m_table->currentRow(), 0);
    return item == nullptr ? QString() : item->data(Qt::UserRole).toString();
}

void ShortcutPage::showChosen() {
    for (const Shortcuts::Entry& entry : m_shortcuts.entries()) {
        if (entry.id == chosen() && entry.action) {
            m_keys->setKeySequence(entry.action->shortcut());
        }
    }
    m_said->clear();
}

void ShortcutPage::assign() {
    const QKeySequence keys = m_keys->keySequence();
    if (const Shortcuts::Entry* other = m_shortcuts.holder(keys, chosen())) {
        m_said->setText(tr("%1 has these keys already. Take them away there first.").arg(other->title));
        return;
    }
    m_shortcuts.set(chosen(), keys);
    m_said->setText(keys.isEmpty() ? tr("No keys any more.")
                                   : tr("%1 it is.").arg(keys.toString(QKeySequence::NativeText)));
}

} // namespace gatehouse::ui::shell
