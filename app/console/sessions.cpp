// SPDX-License-Identifier: Apache-2.0
#include "sessions.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include <QApplication>
#include <QPointer>

#include "end_within.h"
#include "guards.h"
#include "ui/connect/connect_dialog.h"
#include "ui/connect/recent_brokers.h"
#include "ui/shell/frame.h"
#include "ui/shell/lock.h"
#include "ui/shell/preferences/desktop_features.h"

namespace gatehouse::console {
namespace {

constexpr std::chrono::milliseconds kLastCalls{2000}; ///< for what is still under way when the program ends

} // namespace

Sessions::Sessions(ui::theme::Theme& theme)
    : m_theme(theme) {
    connect(qApp, &QGuiApplication::commitDataRequest, this, [this] { endNow(); });
}

Sessions::~Sessions() = default;

Session& Sessions::add(std::unique_ptr<Session> session) {
    Session* one = session.get();
    m_sessions.push_back(std::move(session));
    connect(one, &Session::closed, this, [this, one] { drop(one); });
    connect(one, &Session::connectAsked, this, &Sessions::showConnect);
    connect(&one->window().frame().lock(), &ui::shell::Lock::locked, this, &Sessions::lockAll);
    if (!one->broker().isEmpty()) {
        guard(*one, CameBy::Token);
    }
    m_tokens.probe([window = QPointer<ui::shell::MainWindow>(&one->window())](bool works) {
        if (window) {
            window->frame().features().set(Guards::keychainFeature(works));
        }
    });
    return *one;
}

void Sessions::guard(Session& session, CameBy how) {
    std::function<void(QWidget&)> signIn;
    if (how == CameBy::SignIn) {
        signIn = [this, broker = session.broker()](QWidget& page) { askToConnect(broker, {}, &page); };
    }
    const auto set = [window = QPointer<ui::shell::MainWindow>(&session.window())](const ui::shell::LockGuard& guard) {
        if (window) {
            window->frame().lock().setGuard(guard);
        }
    };
    Guards::ofBroker(session.broker(), session.tokenDigest(), std::move(signIn), m_tokens, set);
}

/// Who leaves the desk leaves all windows.
void Sessions::lockAll() {
    for (const std::unique_ptr<Session>& session : m_sessions) {
        session->window().frame().lock().lock();
    }
}

Session& Sessions::open(const ui::client::Endpoint& endpoint, const Options& options) {
    Options own = options;
    own.connect = endpoint.baseUrl.toString();
    own.demo = false;
    own.dataDir.clear();
    const auto before =
        std::find_if(m_sessions.begin(), m_sessions.end(),
                     [&](const std::unique_ptr<Session>& session) { return session->broker() == endpoint.baseUrl; });
    Session* old = before == m_sessions.end() ? nullptr : before->get();
    if (old != nullptr) {
        old->window().saveLayout();
    }
    Session& session = add(std::make_unique<Session>(endpoint, m_theme, own));
    const auto recent = ui::connect::recentBrokers();
    if (std::any_of(recent.begin(), recent.end(), [&](const ui::connect::RecentBroker& one) {
            return one.signIn && QUrl(one.url) == endpoint.baseUrl;
        })) {
        guard(session, CameBy::SignIn);
    }
    show(session);
    if (old != nullptr) {
        old->endNow();
    }
    return session;
}

void Sessions::show(Session& session) {
    session.window().restoreLayout();
    session.window().show();
    session.window().start();
    if (!m_waiting.isEmpty()) {
        session.raise(std::exchange(m_waiting, {}));
    }
}

void Sessions::showConnect(const QUrl& broker, const QString& why) {
    askToConnect(broker, why, QApplication::activeWindow());
}

void Sessions::askToConnect(const QUrl& broker, const QString& why, QWidget* above) {
    auto* dialog = new ui::connect::ConnectDialog(m_tokens, above);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (!broker.isEmpty()) {
        dialog->setBroker(broker, why);
    }
    connect(dialog, &ui::connect::ConnectDialog::connected, this,
            [this](const ui::client::Endpoint& endpoint) { open(endpoint, {}); });
    connect(dialog, &QDialog::rejected, this, [this] {
        if (m_sessions.empty()) {
            QApplication::exit(0);
        }
    });
    dialog->open();
}

void Sessions::raise(const QStringList& filesAndAddresses) {
    if (!m_sessions.empty()) {
        m_sessions.front()->raise(filesAndAddresses);
        return;
    }
    m_waiting += filesAndAddresses;
    if (QWidget* asks = QApplication::activeModalWidget()) { // for a passphrase, or which broker
        asks->raise();
        asks->activateWindow();
    }
}

void Sessions::endNow() {
    m_ended = true;
    endWithin(kLastCalls);
    for (const std::unique_ptr<Session>& session : m_sessions) {
        session->endNow();
    }
    QApplication::exit(0);
}

void Sessions::drop(Session* session) {
    if (m_sessions.size() == 1) {
        endWithin(kLastCalls);
    }
    std::erase_if(m_sessions, [session](const std::unique_ptr<Session>& one) { return one.get() == session; });
    if (m_sessions.empty()) {
        QApplication::exit(0);
    }
}

} // namespace gatehouse::console
