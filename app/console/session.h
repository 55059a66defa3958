// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <QObject>

#include "options.h"
#include "ui/client/http_transport.h"
#include "ui/client/step_up_transport.h"
#include "ui/connect/step_up.h"
#include "ui/shell/close_guard.h"
#include "ui/shell/main_window.h"

class QMenu;
class QSystemTrayIcon;

namespace gatehouse::console {

/// One window and what connects it to its broker, here or elsewhere.
class Session final : public QObject {
    Q_OBJECT
public:
    /// Of a broker in this process.
    Session(std::unique_ptr<ui::client::Transport> transport, std::unique_ptr<ui::client::EventFeed> feed,
            ui::theme::Theme& theme, const Options& options);
    /// Of a broker elsewhere.
    Session(const ui::client::Endpoint& endpoint, ui::theme::Theme& theme, const Options& options);
    ~Session() override;

    [[nodiscard]] ui::shell::MainWindow& window() { return *m_window; }
    [[nodiscard]] QUrl broker() const { return m_broker; }
    /// SHA-256 of the token for a broker elsewhere.
    [[nodiscard]] const QByteArray& tokenDigest() const { return m_tokenDigest; }
    /// To the front, with what another start handed over.
    void raise(const QStringList& filesAndAddresses);
    /// Saves and closes without a question.
    void endNow();

signals:
    void connectAsked(const QUrl& broker, const QString& why);
    void closed();

private:
    void make(ui::theme::Theme& theme, const Options& options);
    void stayInTray();

    QUrl m_broker;
    QByteArray m_tokenDigest;
    std::unique_ptr<ui::client::Transport> m_transport;
    // Of a person who signed in to a broker elsewhere.
    std::unique_ptr<ui::client::StepUpTransport> m_stepping;
    std::unique_ptr<ui::connect::StepUp> m_stepUp;
    std::unique_ptr<ui::client::EventFeed> m_feed;
    std::unique_ptr<ui::client::AdminClient> m_client;
    std::unique_ptr<ui::client::BrokerMonitor> m_monitor;
    std::unique_ptr<ui::drafts::Drafts> m_drafts;
    std::unique_ptr<ui::drafts::Changes> m_changes;
    std::unique_ptr<ui::shell::MainWindow> m_window;
    ui::shell::CloseGuard* m_guard = nullptr;
    std::unique_ptr<QMenu> m_trayMenu;
    std::unique_ptr<QSystemTrayIcon> m_tray; ///< while the window is hidden
};

/// Where drafts, or what can be undone, are kept for this broker; nowhere for a demo that is gone when it ends.
[[nodiscard]] QString keptFile(const Options& options, const char* what);

} // namespace gatehouse::console
