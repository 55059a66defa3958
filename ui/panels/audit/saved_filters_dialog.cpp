// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/audit/saved_filters_dialog.h"

#include <algorithm>

#include <QAction>
#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSaveFile>
#include <QTableWidget>
#include <QVBoxLayout>

#include "ui/panels/audit/saved_filters.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/error_banner.h"
#include "ui/widgets/layout.h"

namespace gatehouse::ui::panels::audit {
namespace {

enum Column { Name, Filter, Pinned, ColumnCount };

constexpr qint64 kMostBytes = 256 * 1024;

QString fileFilter() {
    return SavedFiltersDialog::tr("Saved filters (*.json)");
}

} // namespace

SavedFiltersDialog::SavedFiltersDialog(SavedFilters& filters, QWidget* parent)
    : QDialog(parent)
    , m_filters(filters)
    , m_banner(new widgets::ErrorBanner(this))
    , m_table(new QTableWidget(0, ColumnCount, this))
    , m_rename(new QPushButton(tr("Rename"), this))
    , m_delete(new QPushButton(tr("Delete"), this)) {
    setWindowTitle(tr("Saved filters"));
    resize(640, 420);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::kPageMargin, theme::kPageMargin, theme::kPageMargin, theme::kPageMargin);
    column->setSpacing(theme::kFieldSpacing);
    column->addWidget(widgets::titleLabel(tr("Saved filters"), this));
    column->addWidget(widgets::mutedLabel(tr("A pinned filter is a button above the log."), this));
    column->addWidget(m_banner);
    m_table->setAccessibleName(tr("Saved filters"));
    m_table->setHorizontalHeaderLabels({tr("Name"), tr("Filter"), tr("Pinned")});
    m_table->horizontalHeader()->setSectionResizeMode(Filter, QHeaderView::Stretch);
    m_table->horizontalHeader()->resizeSection(Name, 220);
    m_table->verticalHeader()->hide();
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    column->addWidget(m_table, 1);
    column->addWidget(makeFoot());
    auto* remove = new QAction(tr("Delete"), m_table);
    remove->setShortcut(QKeySequence(Qt::Key_Delete));
    remove->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(remove);
    connect(remove, &QAction::triggered, this, &SavedFiltersDialog::removeSelected);
    connect(m_table, &QTableWidget::itemChanged, this, &SavedFiltersDialog::edited);
    // Not while the table tells of an edit of the very item that would be made anew.
    connect(&m_filters, &SavedFilters::changed, this, &SavedFiltersDialog::fill, Qt::QueuedConnection);
    fill();
    m_table->setFocus();
}

QWidget* SavedFiltersDialog::makeFoot() {
    auto* foot = new QWidget(this);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    auto* take = new QPushButton(tr("Import …"), foot);
    auto* give = new QPushButton(tr("Export …"), foot);
    auto* close = new QPushButton(tr("Close"), foot);
    take->setAccessibleName(tr("Import saved filters from a file"));
    give->setAccessibleName(tr("Export the saved filters to a file"));
    m_rename->setAccessibleName(tr("Rename the saved filter"));
    m_delete->setAccessibleName(tr("Delete the saved filter"));
    close->setAccessibleName(tr("Close"));
    close->setDefault(true);
    for (QPushButton* button : {m_rename, m_delete, take, give}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    row->addStretch(1);
    row->addWidget(close);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_delete, &QPushButton::clicked, this, &SavedFiltersDialog::removeSelected);
    connect(m_rename, &QPushButton::clicked, this, [this] {
        if (QTableWidgetItem* item = m_table->item(m_table->currentRow(), Name)) {
            m_table->editItem(item);
        }
    });
    connect(take, &QPushButton::clicked, this, [this] {
        auto* dialog = new QFileDialog(this, tr("Import saved filters"), {}, fileFilter());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, this, &SavedFiltersDialog::importFrom);
        dialog->open();
    });
    connect(give, &QPushButton::clicked, this, [this] {
        auto* dialog =
            new QFileDialog(this, tr("Export the saved filters"), QStringLiteral("audit-filters.json"), fileFilter());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setDefaultSuffix(QStringLiteral("json"));
        connect(dialog, &QFileDialog::fileSelected, this, &SavedFiltersDialog::exportTo);
        dialog->open();
    });
    return foot;
}

void SavedFiltersDialog::fill() {
    const std::vector<SavedFilter> all = m_filters.all();
    const int current = std::max(0, m_table->currentRow());
    m_filling = true;
    m_table->setRowCount(static_cast<int>(all.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const SavedFilter& one = all[static_cast<std::size_t>(row)];
        auto* name = new QTableWidgetItem(one.name);
        name->setData(Qt::UserRole, one.name);
        auto* filter = new QTableWidgetItem(one.filter);
        filter->setFlags(filter->flags() & ~Qt::ItemIsEditable);
        filter->setFont(theme::codeFont(font()));
        filter->setToolTip(one.filter);
        auto* pinned = new QTableWidgetItem;
        pinned->setFlags((pinned->flags() | Qt::ItemIsUserCheckable) & ~Qt::ItemIsEditable);
        pinned->setCheckState(one.pinned ? Qt::Checked : Qt::Unchecked);
        pinned->setData(Qt::AccessibleTextRole, one.pinned ? tr("pinned") : tr("not pinned"));
        m_table->setItem(row, Name, name);
        m_table->setItem(row, Filter, filter);
        m_table->setItem(row, Pinned, pinned);
    }
    m_table->setCurrentCell(std::min(current, m_table->rowCount() - 1), Name);
    m_filling = false;
    m_rename->setEnabled(!all.empty());
    m_delete->setEnabled(!all.empty());
}

QString SavedFiltersDialog::selected() const {
    const QTableWidgetItem* item = m_table->item(m_table->currentRow(), Name);
    return item == nullptr ? QString() : item->data(Qt::UserRole).toString();
}

void SavedFiltersDialog::edited(QTableWidgetItem* item) {
    if (m_filling) {
        return;
    }
    m_banner->dismiss();
    const QString name = m_table->item(item->row(), Name)->data(Qt::UserRole).toString();
    if (item->column() == Pinned) {
        m_filters.setPinned(name, item->checkState() == Qt::Checked);
    } else if (!m_filters.rename(name, item->text())) {
        m_banner->showError({tr("“%1” is no name that can be given.").arg(item->text().trimmed()),
                             tr("It must not be empty, and no other filter may have it."),
                             {},
                             false});
        QMetaObject::invokeMethod(this, &SavedFiltersDialog::fill, Qt::QueuedConnection);
    }
}

void SavedFiltersDialog::removeSelected() {
    m_banner->dismiss();
    m_filters.remove(selected());
}

void SavedFiltersDialog::exportTo(const QString& path) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(m_filters.exported()) < 0 || !file.commit()) {
        m_banner->showError({tr("The filters could not be written."), file.errorString(), {}, false});
        return;
    }
    m_banner->dismiss();
}

void SavedFiltersDialog::importFrom(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        m_banner->showError({tr("The file could not be read."), file.errorString(), {}, false});
        return;
    }
    const SavedFilters::Imported done = m_filters.importFile(file.read(kMostBytes + 1));
    if (done.problem.isEmpty()) {
        m_banner->showWarning(tr("%n filter(s) added.", nullptr, done.added),
                              done.known == 0 ? QString() : tr("%n were there already.", nullptr, done.known));
    } else {
        m_banner->showError({tr("Nothing was imported."), done.problem, {}, false});
    }
}

} // namespace gatehouse::ui::panels::audit
