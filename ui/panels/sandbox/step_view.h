// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <vector>

#include <QWidget>

#include "admin/api/sandbox.h"

class QLabel;
class QListWidget;

namespace gatehouse::ui::widgets {
class JsonView;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::panels::sandbox {

/// The run as it is told: a large caption of what is held now, the steps of the scenario with where it stands, and the
/// held message decoded.
class StepView final : public QWidget {
    Q_OBJECT
public:
    explicit StepView(QWidget* parent = nullptr);
    /// What is to come: forgets the run before.
    void showScenario(const admin::api::Scenario* scenario);
    /// The oldest held step is told.
    void showHeld(const std::vector<admin::api::HeldStep>& steps, bool hold);
    [[nodiscard]] QString caption() const;

private:
    void fillList();

    std::vector<admin::api::ScenarioStep> m_steps;
    std::set<std::string> m_passed;
    std::string m_now;
    QLabel* m_caption;
    QLabel* m_where;
    QListWidget* m_list;
    widgets::JsonView* m_message;
};

} // namespace gatehouse::ui::panels::sandbox
