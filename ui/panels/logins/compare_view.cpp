// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/logins/compare_view.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/panels/logins/comparison.h"
#include "ui/theme/theme.h"
#include "ui/widgets/column_fit.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/format.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/table_view.h"

namespace gatehouse::ui::panels::logins {

using client::toQString;

CompareView::CompareView(QWidget* parent)
    : QWidget(parent)
    , m_sentence(widgets::mutedLabel({}, this))
    , m_only(new QCheckBox(tr("Only what differs"), this))
    , m_model(new ComparisonModel(this))
    , m_table(new widgets::TableView(tr("This sign-in beside the last good one"), this))
    , m_empty(new widgets::EmptyState(this)) {
    m_only->setChecked(true);
    m_table->setModel(m_model);
    m_table->setExportActions(false);
    widgets::ColumnFit::apply(*m_table, {120, -1, -1});
    m_table->setMinimumHeight(280);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, theme::kFieldSpacing, 0, 0);
    column->setSpacing(theme::kGroupSpacing);
    column->addWidget(m_sentence);
    column->addWidget(m_only);
    column->addWidget(m_table, 1);
    column->addWidget(m_empty, 1);
    connect(m_only, &QCheckBox::toggled, m_model, &ComparisonModel::setOnlyDifferences);
    showNothing({});
}

void CompareView::showComparison(const admin::api::Flow& mine, const admin::api::Flow& theirs) {
    m_model->setLines(compare(mine, theirs));
    m_sentence->setText(tr("The last good sign-in over %1: %2, %3 (%4). Lines that differ: %5.")
                            .arg(toQString(theirs.connection), toQString(theirs.user),
                                 widgets::relativeTime(client::toDateTime(theirs.startedAt)),
                                 toQString(theirs.reference))
                            .arg(m_model->differences()));
    m_empty->hide();
    m_sentence->show();
    m_only->show();
    m_table->show();
    if (m_model->rowCount() > 0) {
        m_table->setCurrentIndex(m_model->index(0, 0));
    }
}

void CompareView::showNothing(const QString& why) {
    m_model->setLines({});
    m_sentence->hide();
    m_only->hide();
    m_table->hide();
    m_empty->setContent(QStringLiteral("logins"), why);
    m_empty->show();
}

} // namespace gatehouse::ui::panels::logins
