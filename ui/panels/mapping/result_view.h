// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "admin/api/connection.h"
#include "ui/widgets/status.h"

class QLabel;

namespace gatehouse::ui::widgets {
class CheckList;
class DetailGrid;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::panels::mapping {

/// What a login would make of the claims: created, matched or blocked; the person; roles; groups; why not.
class ResultView final : public QWidget {
    Q_OBJECT
public:
    explicit ResultView(QWidget* parent = nullptr);

    void showPreview(const admin::api::Preview& preview);
    /// Instead of a result: why there is none.
    void showNothing(const QString& sentence);

signals:
    void outcomeChanged(gatehouse::ui::widgets::Status status);

private:
    void setOutcome(widgets::Status status, const QString& word);
    void addRoleChanges(const admin::api::Preview& preview);

    widgets::StatusChip* m_outcome;
    QLabel* m_sentence;
    widgets::CheckList* m_errors;
    widgets::DetailGrid* m_user;
};

} // namespace gatehouse::ui::panels::mapping
