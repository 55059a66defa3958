// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "admin/api/replay.h"

class QLabel;
class QPushButton;

namespace gatehouse::ui::widgets {
class CheckList;
class DetailGrid;
class ErrorBanner;
class StatusChip;
struct ErrorText;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::panels::logins {

/// A recorded login judged again: the question, against what, and what would come of it. Nothing is written.
class ReplayView final : public QWidget {
    Q_OBJECT
public:
    explicit ReplayView(QWidget* parent = nullptr);

    /// Forgets the last answer. `recorded`: there is something to replay. `hasDraft`: the connection has edits that are
    /// not applied.
    void reset(bool recorded, bool hasDraft);
    void setDraft(bool hasDraft);
    void showReplay(const admin::api::Replay& replay);
    void showError(const widgets::ErrorText& error);
    [[nodiscard]] QPushButton* currentButton() const { return m_current; }
    [[nodiscard]] QPushButton* draftButton() const { return m_draft; }
    [[nodiscard]] QString verdict() const;

signals:
    void replayRequested(bool againstDraft);
    void mappingRequested();

private:
    QLabel* m_about;
    QPushButton* m_current;
    QPushButton* m_draft;
    QPushButton* m_mapping;
    widgets::ErrorBanner* m_error;
    QWidget* m_result;
    widgets::StatusChip* m_chip;
    QLabel* m_verdict;
    QLabel* m_differencesTitle;
    widgets::DetailGrid* m_differences;
    widgets::CheckList* m_checks;
    bool m_recorded = false;
};

} // namespace gatehouse::ui::panels::logins
