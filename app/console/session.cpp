// SPDX-License-Identifier: Apache-2.0
#include "session.h"

#include <QCryptographicHash>
#include <QDesktopServices>
#include <QFileInfo>
#include <QMenu>
#include <QStandardPaths>
#include <QSystemTrayIcon>
#include <QUrl>

#include "guards.h"
#include "ui/panels/registry.h"
#include "ui/shell/frame.h"
#include "ui/shell/lock.h"
#include "ui/theme/icons.h"

namespace gatehouse::console {

QString keptFile(const Options& options, const char* what) {
    if (!options.screenshot.isEmpty() || (options.demo && options.dataDir.isEmpty())) {
        return {};
    }
    const QString broker = !options.connect.isEmpty()  ? options.connect
                           : options.dataDir.isEmpty() ? QStringLiteral("own")
                                                       : QFileInfo(options.dataDir).absoluteFilePath();
    const QByteArray name = QCryptographicHash::hash(broker.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
           QStringLiteral("/console/%1-%2.json").arg(QString::fromLatin1(name), QLatin1String(what));
}

Session::Session(std::unique_ptr<ui::client::Transport> transport, std::unique_ptr<ui::client::EventFeed> feed,
                 ui::theme::Theme& theme, const Options& options)
    : m_transport(std::move(transport))
    , m_feed(std::move(feed)) {
    make(theme, options);
}

Session::Session(const ui::client::Endpoint& endpoint, ui::theme::Theme& theme, const Options& options)
    : m_broker(endpoint.baseUrl)
    , m_tokenDigest(Guards::digestOf(endpoint.token))
    , m_transport(std::make_unique<ui::client::HttpTransport>(endpoint))
    , m_feed(std::make_unique<ui::client::HttpFeed>(endpoint)) {
    if (const auto token = std::dynamic_pointer_cast<ui::connect::TokenRenewal>(endpoint.source)) {
        m_stepping = std::make_unique<ui::client::StepUpTransport>(*m_transport);
        m_stepUp = std::make_unique<ui::connect::StepUp>(*m_stepping, token,
                                                         [](const QUrl& url) { QDesktopServices::openUrl(url); });
    }
    make(theme, options);
    if (m_stepUp) {
        m_window->setStepUp(*m_stepUp);
    }
    m_window->setRemote(endpoint.baseUrl.toDisplayString());
}

Session::~Session() {
    m_feed->stop();
}

void Session::make(ui::theme::Theme& theme, const Options& options) {
    m_client = std::make_unique<ui::client::AdminClient>(m_stepping ? *m_stepping : *m_transport);
    m_monitor = std::make_unique<ui::client::BrokerMonitor>(*m_client, *m_feed);
    m_drafts = std::make_unique<ui::drafts::Drafts>(keptFile(options, "drafts"));
    m_changes = std::make_unique<ui::drafts::Changes>(*m_client, *m_drafts, keptFile(options, "changes"));
    m_window =
        std::make_unique<ui::shell::MainWindow>(ui::shell::Services{*m_client, *m_monitor, *m_drafts, *m_changes},
                                                *m_feed, theme, ui::panels::standardPanels());
    connect(m_window.get(), &ui::shell::MainWindow::connectAsked, this,
            [this](const QString& why) { emit connectAsked(m_broker, why); });
    const bool lasting = !options.demo || !options.dataDir.isEmpty();
    m_guard =
        new ui::shell::CloseGuard(*m_window, m_broker.isEmpty() && lasting ? ui::shell::CloseGuard::Broker::InHere
                                                                           : ui::shell::CloseGuard::Broker::Elsewhere);
    connect(m_guard, &ui::shell::CloseGuard::closed, this, &Session::closed, Qt::QueuedConnection);
    connect(m_guard, &ui::shell::CloseGuard::keptRunning, this, &Session::stayInTray);
}

void Session::stayInTray() {
    if (!QSystemTrayIcon::isSystemTrayAvailable()) {
        return;
    }
    if (!m_tray) {
        m_trayMenu = std::make_unique<QMenu>();
        m_trayMenu->addAction(tr("Open Gatehouse"), this, [this] { raise({}); });
        m_trayMenu->addAction(tr("Stop broker"), this, [this] {
            m_window->frame().lock().isLocked() ? raise({}) : endNow(); // a locked console asks first who it is
        });
        m_tray = std::make_unique<QSystemTrayIcon>(ui::theme::applicationIcon());
        m_tray->setToolTip(tr("Gatehouse: the broker runs"));
        m_tray->setContextMenu(m_trayMenu.get());
        connect(m_tray.get(), &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
            if (reason != QSystemTrayIcon::Context) {
                raise({});
            }
        });
    }
    m_tray->show();
}

void Session::raise(const QStringList& filesAndAddresses) {
    if (m_tray) {
        m_tray->hide();
    }
    m_window->show();
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->raise();
    m_window->activateWindow();
    for (const QString& thing : filesAndAddresses) {
        thing.startsWith(QLatin1String("gatehouse:")) ? m_window->openAddress(QUrl(thing)) : m_window->openFile(thing);
    }
}

void Session::endNow() {
    m_drafts->save();
    m_window->frame().lock().release();
    m_guard->endNow();
}

} // namespace gatehouse::console
