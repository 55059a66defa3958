// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "admin/api/scim.h"

class QLabel;

namespace gatehouse::ui::widgets {
class FilterTable;
}

namespace gatehouse::ui::panels::syncs {

class StepModel;

/// What a run would do now: how much of what, and each step with its reason.
class PlanView final : public QWidget {
    Q_OBJECT
public:
    explicit PlanView(QWidget* parent = nullptr);

    void showPlan(const admin::api::ScimSyncPlan& plan);
    void clear();

private:
    QLabel* m_counts;
    QLabel* m_leaving;
    StepModel* m_steps;
    widgets::FilterTable* m_table;
};

} // namespace gatehouse::ui::panels::syncs
