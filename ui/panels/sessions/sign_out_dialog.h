// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

#include "admin/api/session.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace gatehouse::ui::panels::sessions {

/// The question before sessions end: how many, of how many people, and which apps are told at once. Above 25 sessions
/// their number has to be typed.
class SignOutDialog final : public QDialog {
    Q_OBJECT
public:
    static constexpr int kTypedAbove = 25;

    explicit SignOutDialog(const QString& question, QWidget* parent = nullptr);

    /// Put above the count: who is meant.
    void setFilter(QWidget* filter);
    /// The count is on its way: nothing can be confirmed.
    void setCounting();
    void setCount(const admin::api::SessionsRevoked& count);
    /// There is no count, and why.
    void setProblem(const QString& sentence);

signals:
    void confirmed();

private:
    /// As high as what it says now.
    void grow();
    void judge();

    QVBoxLayout* m_column;
    QLabel* m_count;
    QLabel* m_told;
    QLabel* m_untold;
    QLabel* m_typeThis;
    QLineEdit* m_typed;
    QPushButton* m_do;
    qint64 m_sessions = 0;
};

} // namespace gatehouse::ui::panels::sessions
