// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

#include "broker/broker.h"
#include "ui/client/event_feed.h"
#include "ui/client/transport.h"

namespace gatehouse::tests {

/// A real broker with its demo, and the way to it.
class LiveBroker {
public:
    virtual ~LiveBroker() = default;
    [[nodiscard]] virtual ui::client::Transport& transport() = 0;
    [[nodiscard]] virtual ui::client::EventFeed& feed() = 0;
    [[nodiscard]] virtual QString url() const = 0;
};

/// In this process, as the console embeds it.
[[nodiscard]] std::unique_ptr<LiveBroker> startInProcess();
/// gatehoused as a process of its own, over HTTPS with a bearer token. Its certificate is trusted by this process.
[[nodiscard]] std::unique_ptr<LiveBroker> startRemote();

/// Signs a persona of the practice IdP in at the demo app, as a browser would. Gives the address where it ended.
[[nodiscard]] QString signIn(const QString& brokerUrl, const QString& persona);
/// The same from any address that leads to the practice IdP, on to wherever the app wants to have the answer.
void signInFrom(const QUrl& url, const QString& persona);

} // namespace gatehouse::tests
