// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "admin/api/replay.h"

class QLabel;
class QPushButton;

namespace gatehouse::ui::widgets {
class FilterTable;
class StatusGlyph;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::panels::mapping {

class BatchModel;

/// The verdict over the last recorded logins: who stays as they are, who changes, who is refused; each number opens its
/// list, each row its login.
class BatchView final : public QWidget {
    Q_OBJECT
public:
    explicit BatchView(QWidget* parent = nullptr);

    void showRunning();
    void showResult(const admin::api::BatchReplay& result);
    /// Instead of a result: why there is none.
    void showNothing(const QString& sentence);

signals:
    void loginRequested(const QString& flowId);

private:
    void showList(const char* verdict);

    admin::api::BatchReplay m_result;
    BatchModel* m_model;
    QLabel* m_sentence;
    QPushButton* m_unchanged;
    QPushButton* m_changed;
    QPushButton* m_blocked;
    QPushButton* m_close;
    widgets::FilterTable* m_table;
};

} // namespace gatehouse::ui::panels::mapping
