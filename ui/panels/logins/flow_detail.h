// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "admin/api/activity.h"

class QLabel;
class QTabWidget;
class QVBoxLayout;

namespace gatehouse::ui::widgets {
class CheckList;
class DetailGrid;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::panels::logins {

/// One login: what came of it and the cure, every check with expected and actual, and each step with what was sent
/// and received (secrets masked by the broker).
class FlowDetail final : public QWidget {
    Q_OBJECT
public:
    explicit FlowDetail(QWidget* parent = nullptr);
    void showFlow(const admin::api::Flow& flow);

private:
    void showSteps(const admin::api::Flow& flow);

    widgets::DetailGrid* m_facts;
    QTabWidget* m_tabs;
    widgets::CheckList* m_checks;
    QLabel* m_noChecks;
    QVBoxLayout* m_steps;
};

/// "id_token.nonce" as "ID token: nonce".
[[nodiscard]] QString checkTitle(const QString& slug);

} // namespace gatehouse::ui::panels::logins
