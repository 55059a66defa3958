// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include <QObject>
#include <QStringList>

#include "keychain_tokens.h"
#include "session.h"

namespace gatehouse::console {

/// The windows of this process: the embedded broker's, and one for each broker elsewhere. The program ends with the
/// last of them.
class Sessions final : public QObject {
    Q_OBJECT
public:
    explicit Sessions(ui::theme::Theme& theme);
    ~Sessions() override;

    Session& add(std::unique_ptr<Session> session);
    /// Opens a broker elsewhere, or puts the new token into the place of the one that is open.
    Session& open(const ui::client::Endpoint& endpoint, const Options& options);
    /// Restores the layout, shows and starts it, and opens what waited for a window.
    void show(Session& session);
    /// The one that is there, to the front, with what another start handed over; where there is none yet, the first
    /// window opens it.
    void raise(const QStringList& filesAndAddresses);
    void showConnect(const QUrl& broker, const QString& why);
    /// SIGTERM, or the desktop's session ends: everything is saved, nothing is asked.
    void endNow();
    [[nodiscard]] bool ended() const { return m_ended; }
    /// The windows go, before the broker that the first of them shows.
    void clear() { m_sessions.clear(); }

private:
    void askToConnect(const QUrl& broker, const QString& why, QWidget* above);
    void drop(Session* session);
    enum class CameBy { Token, SignIn };
    /// What a locked window asks.
    void guard(Session& session, CameBy how);
    void lockAll();

    ui::theme::Theme& m_theme;
    KeychainTokens m_tokens;
    std::vector<std::unique_ptr<Session>> m_sessions;
    QStringList m_waiting;
    bool m_ended = false;
};

} // namespace gatehouse::console
