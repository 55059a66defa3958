// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QWidget>

#include "admin/api/scim.h"

class QLabel;
class QTableWidget;

namespace gatehouse::ui::widgets {
class FilterTable;
}

namespace gatehouse::ui::panels::syncs {

class StepModel;

/// What the last runs did: when, for whom, how much; and of the chosen one each step with how it ended.
class RunList final : public QWidget {
    Q_OBJECT
public:
    explicit RunList(QWidget* parent = nullptr);

    void showRuns(std::vector<admin::api::ScimSyncRun> runs);

private:
    void showSteps(int row);

    std::vector<admin::api::ScimSyncRun> m_runs;
    QLabel* m_none;
    QTableWidget* m_table;
    QLabel* m_problem;
    StepModel* m_steps;
    widgets::FilterTable* m_stepTable;
};

} // namespace gatehouse::ui::panels::syncs
