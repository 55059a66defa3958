// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "admin/api/activity.h"

class QCheckBox;
class QLabel;

namespace gatehouse::ui::widgets {
class EmptyState;
class TableView;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::panels::logins {

class ComparisonModel;

/// A login beside the last good one of the same connection, line by line.
class CompareView final : public QWidget {
    Q_OBJECT
public:
    explicit CompareView(QWidget* parent = nullptr);

    void showComparison(const admin::api::Flow& mine, const admin::api::Flow& theirs);
    /// There is nothing to compare with, and why.
    void showNothing(const QString& why);
    [[nodiscard]] widgets::TableView* table() const { return m_table; }

private:
    QLabel* m_sentence;
    QCheckBox* m_only;
    ComparisonModel* m_model;
    widgets::TableView* m_table;
    widgets::EmptyState* m_empty;
};

} // namespace gatehouse::ui::panels::logins
