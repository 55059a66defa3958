// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QWidget>

#include "admin/api/sandbox.h"

class QLabel;
class QListWidget;
class QPushButton;

namespace gatehouse::ui::panels::sandbox {

/// The lessons, what the chosen one teaches, and the button that starts it.
class ScenarioList final : public QWidget {
    Q_OBJECT
public:
    explicit ScenarioList(QWidget* parent = nullptr);
    void showScenarios(const std::vector<admin::api::Scenario>& scenarios);
    [[nodiscard]] const admin::api::Scenario* current() const;
    [[nodiscard]] QPushButton* startButton() const { return m_start; }

signals:
    void startRequested(const QString& name);
    void chosen();

private:
    void showChosen();

    std::vector<admin::api::Scenario> m_scenarios;
    QListWidget* m_list;
    QLabel* m_teaches;
    QLabel* m_facts;
    QPushButton* m_start;
};

} // namespace gatehouse::ui::panels::sandbox
