// SPDX-License-Identifier: Apache-2.0
#include "ui/connect/broker_sign_in.h"

#include <algorithm>
#include <array>

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>
#include <QRandomGenerator>
#include <QTcpSocket>

#include "ui/client/http_transport.h"

namespace gatehouse::ui::connect {
namespace {

constexpr int kPersonMs = 10 * 60 * 1000;
constexpr qint64 kMostRequest = 16 * 1024;
const auto kClientId = QStringLiteral("gatehouse-console");
const auto kScope = QStringLiteral("admin");

QByteArray randomText() {
    std::array<quint32, 8> words{};
    QRandomGenerator* (*const source)() = &QRandomGenerator::system; // the kernel's own
    source()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
    const QByteArray bytes(reinterpret_cast<const char*>(words.data()), sizeof(words));
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray challengeOf(const QByteArray& verifier) {
    return QCryptographicHash::hash(verifier, QCryptographicHash::Sha256)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

/// Comparing them takes the same time wherever they differ.
bool same(const QByteArray& one, const QByteArray& other) {
    if (one.size() != other.size()) {
        return false;
    }
    int difference = 0;
    for (qsizetype at = 0; at < one.size(); ++at) {
        difference |= one.at(at) ^ other.at(at);
    }
    return difference == 0;
}

/// Of the same broker, by https or on loopback.
bool usable(const QUrl& endpoint, const QUrl& issuer) {
    return client::endpointProblem({endpoint, {}}).isEmpty() && endpoint.scheme() == issuer.scheme() &&
           endpoint.host() == issuer.host() && endpoint.port() == issuer.port();
}

QByteArray page(const QString& title, const QString& sentence) {
    const QString html = QStringLiteral("<!doctype html><meta charset=\"utf-8\"><title>%1</title>"
                                        "<body style=\"font-family:sans-serif;margin:4em\"><h1>%1</h1><p>%2</p>")
                             .arg(title.toHtmlEscaped(), sentence.toHtmlEscaped());
    const QByteArray body = html.toUtf8();
    return "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: " +
           QByteArray::number(body.size()) +
           "\r\nCache-Control: no-store\r\nReferrer-Policy: no-referrer\r\nContent-Security-Policy: default-src "
           "'none'; "
           "style-src 'unsafe-inline'\r\nConnection: close\r\n\r\n" +
           body;
}

} // namespace

BrokerSignIn::BrokerSignIn(QObject* parent)
    : QObject(parent) {
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPersonMs);
    connect(&m_patience, &QTimer::timeout, this, [this] { fail(tr("Nobody signed in within ten minutes.")); });
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket* socket = m_server.nextPendingConnection()) {
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { answerBrowser(socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    });
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
    m_server.close();
    m_verifier.clear();
    m_state.clear();
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

QString BrokerSignIn::redirectUri() const {
    return QStringLiteral("http://127.0.0.1:%1/callback").arg(m_port);
}

void BrokerSignIn::listen() {
    if (!m_server.listen(QHostAddress::LocalHost)) {
        fail(tr("No port for the way back from the browser: %1").arg(m_server.errorString()));
        return;
    }
    m_port = m_server.serverPort();
    m_state = randomText();
    m_verifier = randomText();
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("response_type"), QStringLiteral("code"));
    query.addQueryItem(QStringLiteral("client_id"), kClientId);
    query.addQueryItem(QStringLiteral("redirect_uri"), QString::fromLatin1(QUrl::toPercentEncoding(redirectUri())));
    query.addQueryItem(QStringLiteral("scope"), kScope);
    query.addQueryItem(QStringLiteral("state"), QString::fromLatin1(m_state));
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

/// Only what was asked for by this address: a page elsewhere may point a name of its own to 127.0.0.1.
QUrl BrokerSignIn::targetOf(const QByteArray& head) const {
    const QList<QByteArray> lines = head.split('\n');
    const QList<QByteArray> words = lines.first().trimmed().split(' ');
    const QByteArray host = "host: 127.0.0.1:" + QByteArray::number(m_port);
    const bool here = std::any_of(lines.begin(), lines.end(),
                                  [&](const QByteArray& line) { return line.trimmed().toLower() == host; });
    return here && words.size() == 3 && words.first() == "GET" ? QUrl::fromEncoded("http://127.0.0.1" + words.at(1))
                                                               : QUrl();
}

void BrokerSignIn::answerBrowser(QTcpSocket* socket) {
    if (socket->bytesAvailable() > kMostRequest) {
        socket->abort();
        return;
    }
    const QByteArray head = socket->peek(kMostRequest);
    if (!head.contains("\r\n\r\n")) {
        return;
    }
    socket->readAll();
    const QUrl target = targetOf(head);
    if (target.path() != QLatin1String("/callback")) {
        socket->write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        socket->disconnectFromHost();
        return;
    }
    const QUrlQuery query(target);
    const QString state = query.queryItemValue(QStringLiteral("state"), QUrl::FullyDecoded);
    if (!m_active || m_state.isEmpty() || !same(state.toLatin1(), m_state)) {
        socket->write(page(tr("Not this way"), tr("This page does not belong to a sign-in that is under way.")));
        socket->disconnectFromHost();
        return;
    }
    socket->write(page(tr("Back to Gatehouse"), tr("You can close this page and go back to the console.")));
    socket->disconnectFromHost();
    m_state.clear(); // one answer only
    m_server.close();
    redirected(query);
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
                   {QStringLiteral("redirect_uri"), redirectUri()},
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
