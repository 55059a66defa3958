// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/sign_in_clock.h"

#include <algorithm>

namespace gatehouse::ui::shell {

SignInClock::SignInClock(QWidget* parent, Now now)
    : QLabel(parent)
    , m_now(std::move(now)) {
    setForegroundRole(QPalette::PlaceholderText);
    setAccessibleName(tr("Fresh sign-in"));
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &SignInClock::tick);
    hide();
}

void SignInClock::setUntil(const QDateTime& until) {
    m_until = until;
    setVisible(m_until.isValid());
    tick();
}

void SignInClock::tick() {
    m_next.stop();
    if (!m_until.isValid()) {
        return;
    }
    const qint64 left = std::max<qint64>(0, m_now().msecsTo(m_until));
    const qint64 seconds = (left + 999) / 1000;
    if (seconds == 0) {
        setText(tr("Sign-in not fresh"));
        setToolTip(tr("Keys, connections and other privileged matters ask you to sign in again."));
        return;
    }
    const QString minutes = QString::number(seconds / 60);
    const QString rest = QStringLiteral("%1").arg(seconds % 60, 2, 10, QLatin1Char('0'));
    setText(tr("Fresh sign-in %1:%2").arg(minutes, rest));
    setToolTip(tr("So long you can change keys, connections and other privileged matters without signing in again."));
    m_next.start(static_cast<int>((left - 1) % 1000 + 1));
}

} // namespace gatehouse::ui::shell
