// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QTimer>

namespace gatehouse::ui::shell {

/// How long somebody who gave a wrong passphrase waits before the next try: three tries are free, then ten seconds,
/// twice as long after each further one, five minutes at most. Asked anew by every dialog, it goes on counting.
class BackOff final : public QObject {
    Q_OBJECT
public:
    static constexpr int kFree = 3;
    static constexpr int kFirstWait = 10;    ///< seconds
    static constexpr int kLongestWait = 300; ///< seconds

    explicit BackOff(QObject* parent = nullptr);

    /// A try failed.
    void wrong();
    /// One succeeded: the next wrong one is the first again.
    void right();
    [[nodiscard]] int tries() const { return m_tries; }
    /// Seconds to wait from now; 0: try.
    [[nodiscard]] int left() const { return m_left; }
    /// What to say about it: that it was wrong, and how long to wait. Empty before the first wrong try.
    [[nodiscard]] QString sentence() const;
    /// For tests: how long a second is.
    void setSecond(int milliseconds) { m_second.setInterval(milliseconds); }

signals:
    void changed();

private:
    QTimer m_second;
    int m_tries = 0;
    int m_left = 0;
};

} // namespace gatehouse::ui::shell
