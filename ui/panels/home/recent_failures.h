// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "admin/api/activity.h"
#include "ui/widgets/layout.h"

namespace gatehouse::ui::panels::home {

/// The last logins that were refused, each with its reason and a way to its checks.
class RecentFailures final : public widgets::Card {
    Q_OBJECT
public:
    explicit RecentFailures(QWidget* parent = nullptr);
    void showFlows(const std::vector<admin::api::Flow>& flows);

signals:
    void opened(const QString& flowId);

private:
    [[nodiscard]] QWidget* makeRow(const admin::api::Flow& flow);
};

} // namespace gatehouse::ui::panels::home
