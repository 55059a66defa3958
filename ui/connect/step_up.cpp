// SPDX-License-Identifier: Apache-2.0
#include "ui/connect/step_up.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace gatehouse::ui::connect {
namespace {

/// As the Admin API has it (docs/admin-api.md, Privileged), until a challenge says otherwise.
constexpr int kFreshSeconds = 900;

} // namespace

QDateTime signInOf(const QByteArray& accessToken) {
    const QList<QByteArray> parts = accessToken.split('.');
    if (parts.size() != 3) {
        return {};
    }
    const QByteArray payload = QByteArray::fromBase64(parts.at(1), QByteArray::Base64UrlEncoding);
    const QJsonValue time = QJsonDocument::fromJson(payload).object().value(QStringLiteral("auth_time"));
    return time.isDouble() ? QDateTime::fromSecsSinceEpoch(time.toInteger()) : QDateTime();
}

StepUp::StepUp(client::StepUpTransport& transport, std::shared_ptr<TokenRenewal> token,
               std::function<void(const QUrl&)> openBrowser, QObject* parent)
    : QObject(parent)
    , m_transport(transport)
    , m_token(std::move(token))
    , m_challenge{{}, kFreshSeconds} {
    connect(&m_transport, &client::StepUpTransport::wanted, this, [this](const client::StepUpChallenge& challenge) {
        m_challenge = challenge;
        emit wanted();
    });
    connect(&m_transport, &client::StepUpTransport::notWantedAnyMore, this, [this] {
        m_signIn.cancel();
        emit ended();
    });
    connect(&m_signIn, &BrokerSignIn::browserWanted, this, std::move(openBrowser));
    connect(&m_signIn, &BrokerSignIn::failed, this, &StepUp::failed);
    connect(&m_signIn, &BrokerSignIn::succeeded, this, [this](const SignedIn& signedIn) {
        m_token->adopt(signedIn);
        m_transport.repeat();
        emit ended();
    });
    connect(m_token.get(), &TokenRenewal::renewed, this, &StepUp::refreshed);
}

void StepUp::begin() {
    m_signIn.start(m_token->issuer(), BrokerSignIn::Demand{m_challenge.acrValues, m_challenge.maxAge});
}

void StepUp::giveUp() {
    m_signIn.cancel();
    m_transport.giveUp();
    emit ended();
}

QDateTime StepUp::freshUntil() const {
    const QDateTime signedIn = signInOf(m_token->token());
    return signedIn.isValid() ? signedIn.addSecs(m_challenge.maxAge) : QDateTime();
}

} // namespace gatehouse::ui::connect
