// SPDX-License-Identifier: Apache-2.0
#include "ui/connect/broker_sign_in.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>

#include "ui/client/http_transport.h"

namespace gatehouse::ui::connect {
namespace {

constexpr int kPersonMs = 10 * 60 * 1000;
const auto kClientId = QStringLiteral("gatehouse-console");
const auto kScope = QStringLiteral("admin");

/// Of the same broker, by https or on loopback.
bool usable(const QUrl& endpoint, const QUrl& issuer) {
    return client::endpointProblem({endpoint, {}}).isEmpty() && endpoint.scheme() == issuer.scheme() &&
           endpoint.host() == issuer.host() && endpoint.port() == issuer.port();
}

} // namespace

BrokerSignIn::BrokerSignIn(QObject* parent)
    : QObject(parent) {
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPersonMs);
    connect(&m_patience, &QTimer::timeout, this, [this] { fail(tr("Nobody signed in within ten minutes.")); });
    connect(&m_wayBack, &LoopbackRedirect::arrived, this, &BrokerSignIn::redirected);
}

void BrokerSignIn::start(const QUrl& issuer, Person person, std::optional<Demand> demand) {
    cancel();
    m_issuer = issuer;
    m_person = person;
    m_demand = std::move(demand);
    if (const QString problem = client::endpointProblem({issuer, {}}); !problem.isEmpty()) {
        emit failed(problem);
        return;
    }
    m_active = true;
    m_patience.start();
    discover();
}

void BrokerSignIn::cancel() {
    m_active = false;
    ++m_attempt;
    m_patience.stop();
    m_wayBack.close();
    m_verifier.clear();
}

void BrokerSignIn::fail(const QString& reason) {
    cancel();
    emit failed(reason);
}

void BrokerSignIn::send(QNetworkReply* reply, const std::function<void(int, const QByteArray&)>& arrived) {
    connect(reply, &QNetworkReply::finished, this, [this, reply, arrived, attempt = m_attempt] {
        reply->deleteLater();
        if (!m_active || attempt != m_attempt) {
            return;
        }
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (status == 0) {
            fail(tr("No answer from %1: %2").arg(m_issuer.host(), reply->errorString()));
            return;
        }
        arrived(status, reply->readAll());
    });
}

void BrokerSignIn::discover() {
    QUrl metadata = m_issuer;
    metadata.setPath(m_issuer.path() + QStringLiteral("/.well-known/openid-configuration"));
    send(plainGet(m_network, metadata), [this](int status, const QByteArray& body) {
        if (status != 200) {
            fail(tr("%1 is not an issuer of a broker (HTTP %2).").arg(m_issuer.toDisplayString()).arg(status));
            return;
        }
        discovered(body);
    });
}

void BrokerSignIn::discovered(const QByteArray& body) {
    const QJsonObject metadata = QJsonDocument::fromJson(body).object();
    if (metadata.value(QStringLiteral("issuer")).toString() != m_issuer.toString(QUrl::FullyEncoded)) {
        fail(tr("What answers at %1 calls itself by another name.").arg(m_issuer.toDisplayString()));
        return;
    }
    m_authorizationEndpoint = QUrl(metadata.value(QStringLiteral("authorization_endpoint")).toString());
    m_tokenEndpoint = QUrl(metadata.value(QStringLiteral("token_endpoint")).toString());
    if (!usable(m_authorizationEndpoint, m_issuer) || !usable(m_tokenEndpoint, m_issuer)) {
        fail(tr("The metadata of %1 names addresses of another host.").arg(m_issuer.toDisplayString()));
        return;
    }
    listen();
}

void BrokerSignIn::listen() {
    if (!m_wayBack.listen(QUrl(QStringLiteral("http://127.0.0.1/callback")), true)) {
        fail(tr("No port for the way back from the browser: %1").arg(m_wayBack.problem()));
        return;
    }
    m_verifier = randomWord();
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("response_type"), QStringLiteral("code"));
    query.addQueryItem(QStringLiteral("client_id"), kClientId);
    query.addQueryItem(QStringLiteral("redirect_uri"),
                       QString::fromLatin1(QUrl::toPercentEncoding(m_wayBack.redirectUri())));
    query.addQueryItem(QStringLiteral("scope"), kScope);
    query.addQueryItem(QStringLiteral("state"), QString::fromLatin1(m_wayBack.state()));
    query.addQueryItem(QStringLiteral("code_challenge"), QString::fromLatin1(challengeOf(m_verifier)));
    query.addQueryItem(QStringLiteral("code_challenge_method"), QStringLiteral("S256"));
    if (m_person == Person::SignsInAfresh) {
        query.addQueryItem(QStringLiteral("prompt"), QStringLiteral("login"));
    }
    if (m_demand) {
        query.addQueryItem(QStringLiteral("max_age"), QString::number(m_demand->maxAge));
        if (!m_demand->acrValues.isEmpty()) {
            query.addQueryItem(QStringLiteral("acr_values"),
                               QString::fromLatin1(QUrl::toPercentEncoding(m_demand->acrValues)));
        }
    }
    QUrl url = m_authorizationEndpoint;
    url.setQuery(query);
    emit browserWanted(url);
}

void BrokerSignIn::redirected(const QUrlQuery& query) {
    const auto value = [&](const char* name) { return query.queryItemValue(QLatin1String(name), QUrl::FullyDecoded); };
    if (const QString issuer = value("iss"); issuer != m_issuer.toString(QUrl::FullyEncoded)) {
        fail(tr("The answer came from another issuer than the one that was asked."));
        return;
    }
    if (const QString error = value("error"); !error.isEmpty()) {
        const QString why = value("error_description").left(200);
        if (why.startsWith(QLatin1String("login.not_admin"))) {
            fail(tr("You signed in, and you administer nothing there. Somebody who may must appoint you: gatehousectl "
                    "admin create"));
            return;
        }
        if (error == QLatin1String("unmet_authentication_requirements")) {
            fail(tr("The identity provider did not sign you in strongly enough: %1").arg(why));
            return;
        }
        fail(error == QLatin1String("access_denied") ? tr("The sign-in was refused: %1").arg(why)
                                                     : tr("The broker refused (%1): %2").arg(error.left(60), why));
        return;
    }
    if (value("code").isEmpty()) {
        fail(tr("The browser came back without an answer."));
        return;
    }
    redeem(value("code"));
}

void BrokerSignIn::redeem(const QString& code) {
    send(postForm(m_network, m_tokenEndpoint,
                  {{QStringLiteral("grant_type"), QStringLiteral("authorization_code")},
                   {QStringLiteral("code"), code},
                   {QStringLiteral("redirect_uri"), m_wayBack.redirectUri()},
                   {QStringLiteral("client_id"), kClientId},
                   {QStringLiteral("code_verifier"), QString::fromLatin1(m_verifier)}}),
         [this](int status, const QByteArray& body) { redeemed(status, body); });
}

void BrokerSignIn::redeemed(int status, const QByteArray& body) {
    SignedIn signedIn;
    signedIn.tokenEndpoint = m_tokenEndpoint;
    signedIn.clientId = kClientId;
    signedIn.issuer = m_issuer;
    if (status != 200 || !readTokens(body, signedIn)) {
        const QString error = QJsonDocument::fromJson(body).object().value(QStringLiteral("error")).toString();
        fail(tr("The broker gave no token (%1).").arg(error.left(60)));
        return;
    }
    cancel();
    emit succeeded(signedIn);
}

} // namespace gatehouse::ui::connect
