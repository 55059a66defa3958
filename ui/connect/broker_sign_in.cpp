// SPDX-License-Identifier: Apache-2.0
#include "ui/connect/broker_sign_in.h"

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

constexpr int kNetworkMs = 15'000;
constexpr int kPersonMs = 10 * 60 * 1000;
constexpr qint64 kMostAnswer = 256 * 1024;
constexpr qint64 kMostRequest = 16 * 1024;
const auto kScope = QStringLiteral("openid admin");

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

QNetworkRequest requestTo(const QUrl& url) {
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setTransferTimeout(kNetworkMs);
    return request;
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

void BrokerSignIn::start(const QUrl& issuer, const QString& clientId) {
    cancel();
    m_issuer = issuer;
    m_clientId = clientId;
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
    connect(reply, &QNetworkReply::downloadProgress, reply, [reply](qint64 received) {
        if (received > kMostAnswer) {
            reply->abort();
        }
    });
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
    send(m_network.get(requestTo(metadata)), [this](int status, const QByteArray& body) {
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
    query.addQueryItem(QStringLiteral("client_id"), QString::fromLatin1(QUrl::toPercentEncoding(m_clientId)));
    query.addQueryItem(QStringLiteral("redirect_uri"), QString::fromLatin1(QUrl::toPercentEncoding(redirectUri())));
    query.addQueryItem(QStringLiteral("scope"), QString::fromLatin1(QUrl::toPercentEncoding(kScope)));
    query.addQueryItem(QStringLiteral("state"), QString::fromLatin1(m_state));
    query.addQueryItem(QStringLiteral("code_challenge"), QString::fromLatin1(challengeOf(m_verifier)));
    query.addQueryItem(QStringLiteral("code_challenge_method"), QStringLiteral("S256"));
    QUrl url = m_authorizationEndpoint;
    url.setQuery(query);
    emit browserWanted(url);
}

void BrokerSignIn::answerBrowser(QTcpSocket* socket) {
    if (socket->bytesAvailable() > kMostRequest) {
        socket->abort();
        return;
    }
    if (!socket->canReadLine()) {
        return;
    }
    const QList<QByteArray> words = socket->readLine().trimmed().split(' ');
    const QUrl target = words.size() == 3 ? QUrl::fromEncoded("http://127.0.0.1" + words.at(1)) : QUrl();
    if (words.value(0) != "GET" || target.path() != QLatin1String("/callback")) {
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
    QUrlQuery form;
    const auto add = [&](const char* name, const QString& value) {
        form.addQueryItem(QLatin1String(name), QString::fromLatin1(QUrl::toPercentEncoding(value)));
    };
    add("grant_type", QStringLiteral("authorization_code"));
    add("code", code);
    add("redirect_uri", redirectUri());
    add("client_id", m_clientId);
    add("code_verifier", QString::fromLatin1(m_verifier));
    QNetworkRequest request = requestTo(m_tokenEndpoint);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/x-www-form-urlencoded"));
    send(m_network.post(request, form.toString(QUrl::FullyEncoded).toLatin1()),
         [this](int status, const QByteArray& body) { redeemed(status, body); });
}

void BrokerSignIn::redeemed(int status, const QByteArray& body) {
    const QJsonObject answer = QJsonDocument::fromJson(body).object();
    const QByteArray token = answer.value(QStringLiteral("access_token")).toString().toLatin1();
    if (status != 200 || token.isEmpty()) {
        fail(tr("The broker gave no token (%1).").arg(answer.value(QStringLiteral("error")).toString().left(60)));
        return;
    }
    cancel();
    emit succeeded(token);
}

} // namespace gatehouse::ui::connect
