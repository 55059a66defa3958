// SPDX-License-Identifier: Apache-2.0
#include "ui/connect/loopback_redirect.h"

#include <algorithm>
#include <array>

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QTcpSocket>

namespace gatehouse::ui::connect {
namespace {

constexpr qint64 kMostRequest = 16 * 1024;
constexpr auto kBase64Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

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

QByteArray page(const QString& title, const QString& sentence) {
    const QString html = QStringLiteral("<!doctype html><meta charset=\"utf-8\"><title>%1</title><h1>%1</h1><p>%2</p>")
                             .arg(title.toHtmlEscaped(), sentence.toHtmlEscaped());
    const QByteArray body = html.toUtf8();
    return "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: " +
           QByteArray::number(body.size()) +
           "\r\nCache-Control: no-store\r\nReferrer-Policy: no-referrer\r\nContent-Security-Policy: default-src "
           "'none'\r\nConnection: close\r\n\r\n" +
           body;
}

} // namespace

QByteArray randomWord() {
    std::array<quint32, 8> words{};
    QRandomGenerator* (*const source)() = &QRandomGenerator::system; // the kernel's own
    source()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
    return QByteArray(reinterpret_cast<const char*>(words.data()), sizeof(words)).toBase64(kBase64Url);
}

QByteArray challengeOf(const QByteArray& verifier) {
    return QCryptographicHash::hash(verifier, QCryptographicHash::Sha256).toBase64(kBase64Url);
}

LoopbackRedirect::LoopbackRedirect(QObject* parent)
    : QObject(parent) {
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket* socket = m_server.nextPendingConnection()) {
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { answerBrowser(socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    });
}

bool LoopbackRedirect::canListen(const QUrl& redirectUri) {
    const QString host = redirectUri.host();
    return redirectUri.scheme() == QLatin1String("http") &&
           (host == QLatin1String("127.0.0.1") || host == QLatin1String("::1"));
}

bool LoopbackRedirect::listen(const QUrl& redirectUri, bool anyPort) {
    close();
    m_redirectUri = redirectUri;
    const quint16 port = anyPort ? 0 : static_cast<quint16>(redirectUri.port(80));
    if (!canListen(redirectUri) || !m_server.listen(QHostAddress(redirectUri.host()), port)) {
        return false;
    }
    if (anyPort) {
        m_redirectUri.setPort(m_server.serverPort());
    }
    m_state = randomWord();
    return true;
}

void LoopbackRedirect::close() {
    m_server.close();
    m_state.clear();
}

/// Only what was asked for by this address: a page elsewhere may point a name of its own to 127.0.0.1.
QUrl LoopbackRedirect::targetOf(const QByteArray& head) const {
    const QList<QByteArray> lines = head.split('\n');
    const QList<QByteArray> words = lines.first().trimmed().split(' ');
    const QByteArray authority = m_redirectUri.authority(QUrl::FullyEncoded).toLatin1();
    const bool here = std::any_of(lines.begin(), lines.end(), [&](const QByteArray& line) {
        return line.trimmed().toLower() == "host: " + authority;
    });
    return here && words.size() == 3 && words.first() == "GET" ? QUrl::fromEncoded("http://" + authority + words.at(1))
                                                               : QUrl();
}

void LoopbackRedirect::answerBrowser(QTcpSocket* socket) {
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
    const auto pathOf = [](const QUrl& url) { return url.path().isEmpty() ? QStringLiteral("/") : url.path(); };
    if (!target.isValid() || pathOf(target) != pathOf(m_redirectUri)) {
        socket->write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        socket->disconnectFromHost();
        return;
    }
    const QUrlQuery query(target);
    const QString state = query.queryItemValue(QStringLiteral("state"), QUrl::FullyDecoded);
    if (m_state.isEmpty() || !same(state.toLatin1(), m_state)) {
        socket->write(page(tr("Not this way"), tr("This page does not belong to a request that is under way.")));
        socket->disconnectFromHost();
        return;
    }
    socket->write(page(tr("Back to Gatehouse"), tr("You can close this page and go back to the console.")));
    socket->disconnectFromHost();
    close();
    emit arrived(query);
}

} // namespace gatehouse::ui::connect
