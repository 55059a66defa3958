// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QWidget>

#include "admin/api/activity.h"

class QLabel;
class QPushButton;

namespace gatehouse::ui::widgets {
class DetailGrid;
class StatusChip;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::panels::sandbox {

/// The newest login twice, side by side: what its user reads, and what the admin knows; both with the reference.
class TwoViews final : public QWidget {
    Q_OBJECT
public:
    explicit TwoViews(QWidget* parent = nullptr);
    void showFlow(const std::optional<admin::api::Flow>& flow);

signals:
    void opened(const QString& flowId);

private:
    QString m_id;
    QLabel* m_userSees;
    widgets::DetailGrid* m_userFacts;
    widgets::StatusChip* m_chip;
    QLabel* m_adminSees;
    widgets::DetailGrid* m_adminFacts;
    QPushButton* m_open;
};

} // namespace gatehouse::ui::panels::sandbox
