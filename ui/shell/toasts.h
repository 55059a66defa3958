// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>

#include <QFrame>
#include <QString>
#include <QTimer>

class QLabel;
class QPushButton;
class QToolButton;

namespace gatehouse::ui::shell {

/// One sentence about something that was done, and perhaps one thing to do about it.
struct Toast {
    QString sentence;
    QString action = {}; ///< "Undo"; empty: nothing to do
    std::function<void()> act = {};
    bool failed = false; ///< with the sign of a failure
};

/// The message at the lower edge of the window. A later one takes the place of the one before; one with an action
/// stays ten seconds, and as long as the keyboard or the pointer is on it. Never the only way to do something.
class Toasts final : public QFrame {
    Q_OBJECT
public:
    explicit Toasts(QWidget* window);

    void show(const Toast& toast);
    using QFrame::show;
    void dismiss();
    /// What is shown now; nullopt where nothing is.
    [[nodiscard]] std::optional<Toast> current() const { return m_toast; }
    /// Milliseconds for which it stays, as far as nobody is at it.
    [[nodiscard]] int stays() const { return m_timer.interval(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();
    void expire();
    void run();

    std::optional<Toast> m_toast;
    QLabel* m_sentence;
    QPushButton* m_action;
    QToolButton* m_close;
    QTimer m_timer;
};

} // namespace gatehouse::ui::shell
