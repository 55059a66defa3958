// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "ui/shell/back_off.h"
#include "ui/shell/lock.h"

class QLabel;
class QPushButton;

namespace gatehouse::ui::widgets {
class SecretField;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::shell {

/// What is to be seen of a locked console: that it is locked, that the broker goes on, and the way back. Closing it
/// only puts it away.
class LockWindow final : public QWidget {
    Q_OBJECT
public:
    explicit LockWindow(LockGuard guard);

    void focusField();
    [[nodiscard]] BackOff& backOff() { return m_backOff; }

signals:
    /// What was asked for was given.
    void opened();

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void tryToOpen();
    void answered(bool right);
    void showState();

    LockGuard m_guard;
    BackOff m_backOff;
    widgets::SecretField* m_field;
    QPushButton* m_open;
    QLabel* m_said;
    bool m_checking = false;
};

} // namespace gatehouse::ui::shell
