// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>

#include <QDateTime>
#include <QObject>
#include <QUrl>

#include "ui/client/step_up_transport.h"
#include "ui/connect/broker_sign_in.h"
#include "ui/connect/token_renewal.h"

namespace gatehouse::ui::connect {

/// When a person signed in, as their access token says (auth_time). Read without proof, for showing alone; invalid
/// where it says nothing.
[[nodiscard]] QDateTime signInOf(const QByteArray& accessToken);

/// Brings together an act that waits for a fresh sign-in, the person who makes it in the browser, and the token that
/// comes of it. Nothing is opened before the person says so.
class StepUp final : public QObject {
    Q_OBJECT
public:
    StepUp(client::StepUpTransport& transport, std::shared_ptr<TokenRenewal> token,
           std::function<void(const QUrl&)> openBrowser, QObject* parent = nullptr);

    /// The person agreed: opens the browser.
    void begin();
    /// The person will not, or not now.
    void giveUp();
    /// Until when the sign-in is fresh enough for privileged acts.
    [[nodiscard]] QDateTime freshUntil() const;

signals:
    void wanted();
    /// Nothing waits any more.
    void ended();
    void failed(const QString& reason);
    /// freshUntil() is another.
    void refreshed();

private:
    client::StepUpTransport& m_transport;
    std::shared_ptr<TokenRenewal> m_token;
    BrokerSignIn m_signIn;
    client::StepUpChallenge m_challenge;
};

} // namespace gatehouse::ui::connect
