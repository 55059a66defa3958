// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <QDateTime>
#include <QLabel>
#include <QTimer>

namespace gatehouse::ui::shell {

/// In the status bar: how long the person's sign-in is still fresh enough for privileged acts. Hidden for whoever needs
/// none: a token, the operating system's user.
class SignInClock final : public QLabel {
    Q_OBJECT
public:
    using Now = std::function<QDateTime()>;
    explicit SignInClock(QWidget* parent = nullptr, Now now = &QDateTime::currentDateTimeUtc);
    /// Invalid: nothing to show.
    void setUntil(const QDateTime& until);
    /// Says what is left now, and looks again when that changes.
    void tick();

private:
    Now m_now;
    QDateTime m_until;
    QTimer m_next;
};

} // namespace gatehouse::ui::shell
