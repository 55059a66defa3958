// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/syncs/plan_view.h"

#include <QLabel>
#include <QVBoxLayout>

#include "ui/panels/syncs/step_model.h"
#include "ui/panels/syncs/sync_words.h"
#include "ui/widgets/filter_table.h"

namespace gatehouse::ui::panels::syncs {
namespace {

constexpr int kStepsHeight = 280;

QLabel* wrapping(const char* name, QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

PlanView::PlanView(QWidget* parent)
    : QWidget(parent)
    , m_counts(wrapping("sync.counts", this))
    , m_leaving(wrapping("sync.leaving", this))
    , m_steps(new StepModel(this))
    , m_table(new widgets::FilterTable(tr("Steps of the dry run"), widgets::FilterBy::Rows, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(m_counts);
    column->addWidget(m_leaving);
    column->addWidget(m_table);
    m_table->setModel(m_steps);
    m_table->setMinimumHeight(kStepsHeight);
    m_table->setColumnWidths({100, 150, 170, -1, 10}, {StepModel::What, StepModel::Why});
    m_table->view()->setColumnHidden(StepModel::Outcome, true);
    m_table->setEmptyContent(QStringLiteral("check"), tr("Both sides say the same."));
    clear();
}

void PlanView::showPlan(const admin::api::ScimSyncPlan& plan) {
    m_counts->setText(SyncWords::planned(plan));
    m_counts->show();
    m_leaving->setText(
        tr("%Ln people would lose their access.", nullptr, static_cast<int>(plan.leaving)) +
        (plan.asks ? u' ' + tr("So many are held back until somebody confirms the number.") : QString()));
    m_leaving->setVisible(plan.leaving > 0);
    m_steps->setRows({});
    m_steps->appendRows(plan.steps);
    m_table->show();
}

void PlanView::clear() {
    m_counts->hide();
    m_leaving->hide();
    m_table->hide();
    m_steps->setRows({});
}

} // namespace gatehouse::ui::panels::syncs
