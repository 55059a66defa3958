// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/syncs/run_list.h"

#include <algorithm>
#include <utility>

#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/panels/syncs/step_model.h"
#include "ui/panels/syncs/sync_words.h"
#include "ui/widgets/filter_table.h"
#include "ui/widgets/format.h"
#include "ui/widgets/layout.h"

namespace gatehouse::ui::panels::syncs {

using client::toDateTime;
using client::toQString;

namespace {

constexpr int kRowHeight = 26;
constexpr int kMostRows = 6;
constexpr int kStepsHeight = 260;

} // namespace

RunList::RunList(QWidget* parent)
    : QWidget(parent)
    , m_none(widgets::mutedLabel(tr("It has not run yet."), this))
    , m_table(new QTableWidget(0, 3, this))
    , m_problem(new QLabel(this))
    , m_steps(new StepModel(this))
    , m_stepTable(new widgets::FilterTable(tr("Steps of the run"), widgets::FilterBy::Rows, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    for (QWidget* each : {static_cast<QWidget*>(m_none), static_cast<QWidget*>(m_table),
                          static_cast<QWidget*>(m_problem), static_cast<QWidget*>(m_stepTable)}) {
        column->addWidget(each);
    }
    m_table->setObjectName(QStringLiteral("sync.runs"));
    m_table->setAccessibleName(tr("Runs"));
    m_table->setHorizontalHeaderLabels({tr("When"), tr("Asked for by"), tr("What it did")});
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_stepTable->setModel(m_steps);
    m_stepTable->setMinimumHeight(kStepsHeight);
    m_stepTable->setColumnWidths({90, 150, 150, -1, 150}, {StepModel::What, StepModel::Why});
    m_stepTable->setEmptyContent(QStringLiteral("server"), tr("This run had nothing to do."));
    connect(m_table, &QTableWidget::currentCellChanged, this, [this](int row) { showSteps(row); });
    showRuns({});
}

void RunList::showRuns(std::vector<admin::api::ScimSyncRun> runs) {
    m_runs = std::move(runs);
    m_none->setVisible(m_runs.empty());
    m_table->setVisible(!m_runs.empty());
    m_table->setRowCount(static_cast<int>(m_runs.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const admin::api::ScimSyncRun& run = m_runs[static_cast<std::size_t>(row)];
        const QDateTime when = toDateTime(run.begun);
        const QString cells[] = {widgets::relativeTime(when), run.by == "schedule" ? tr("Schedule") : toQString(run.by),
                                 SyncWords::done(run)};
        for (int column = 0; column < 3; ++column) {
            auto* item = new QTableWidgetItem(cells[column]);
            item->setToolTip(column == 0 ? widgets::absoluteTime(when) : cells[column]);
            m_table->setItem(row, column, item);
        }
        m_table->setRowHeight(row, kRowHeight);
    }
    m_table->setFixedHeight((std::min(m_table->rowCount(), kMostRows) + 1) * kRowHeight + 8);
    if (!m_runs.empty()) {
        m_table->setCurrentCell(0, 0);
    }
    showSteps(m_runs.empty() ? -1 : 0);
}

void RunList::showSteps(int row) {
    const bool shown = row >= 0 && row < static_cast<int>(m_runs.size());
    m_stepTable->setVisible(shown);
    m_problem->hide();
    if (!shown) {
        return;
    }
    const admin::api::ScimSyncRun& run = m_runs[static_cast<std::size_t>(row)];
    m_steps->setRows({});
    m_steps->appendRows(run.steps);
    m_problem->setText(SyncWords::problem(run.problem, run.problemDetail));
    m_problem->setVisible(!run.problem.empty());
}

} // namespace gatehouse::ui::panels::syncs
