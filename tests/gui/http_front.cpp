// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/http_front.h"

#include <QVariant>

namespace gatehouse::tests {

HttpFront::HttpFront(admin::api::Dispatcher dispatcher)
    : m_dispatcher(std::move(dispatcher)) {
    m_server.listen(QHostAddress::LocalHost);
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        QTcpSocket* socket = m_server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    });
}

QUrl HttpFront::url() const {
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort()));
}

void HttpFront::read(QTcpSocket* socket) {
    const QByteArray all = socket->property("read").toByteArray() + socket->readAll();
    socket->setProperty("read", all);
    const qsizetype end = all.indexOf("\r\n\r\n");
    if (end < 0) {
        return;
    }
    const QByteArray head = all.left(end);
    qsizetype length = 0;
    for (const QByteArray& line : head.split('\n')) {
        if (line.toLower().startsWith("content-length:")) {
            length = line.mid(15).trimmed().toLongLong();
        }
    }
    if (all.size() - end - 4 >= length) {
        answer(socket, head, all.mid(end + 4, length));
    }
}

void HttpFront::answer(QTcpSocket* socket, const QByteArray& head, const QByteArray& body) {
    m_lastHead = head;
    const QList<QByteArray> first = head.left(head.indexOf("\r\n")).split(' ');
    if (first.value(1) == "/admin/v1/events" && m_streamStatus == 200) {
        m_stream = socket;
        ++m_streamsOpened;
        socket->write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\n\r\n");
        emit streamOpened();
        return;
    }
    admin::api::Reply reply{m_streamStatus, {}, {}};
    if (first.value(1) != "/admin/v1/events") {
        admin::api::Call call{first.value(0).toStdString(), first.value(1).toStdString(), {}, body.toStdString()};
        for (const QByteArray& line : head.mid(head.indexOf("\r\n") + 2).split('\n')) {
            const qsizetype colon = line.indexOf(':');
            call.headers.emplace_back(line.left(colon).trimmed().toStdString(),
                                      line.mid(colon + 1).trimmed().toStdString());
        }
        reply = m_dispatcher(call);
    }
    QByteArray text = "HTTP/1.1 " + QByteArray::number(reply.status) +
                      " Status\r\nConnection: close\r\nContent-Length: " +
                      QByteArray::number(static_cast<qsizetype>(reply.body.size())) + "\r\n";
    for (const auto& [name, value] : reply.headers) {
        text += QByteArray::fromStdString(name) + ": " + QByteArray::fromStdString(value) + "\r\n";
    }
    socket->write(text + "\r\n" + QByteArray::fromStdString(reply.body));
    socket->disconnectFromHost();
}

void HttpFront::stream(const QByteArray& bytes) {
    if (m_stream != nullptr) {
        m_stream->write(bytes);
        m_stream->flush();
    }
}

void HttpFront::dropStream() {
    if (m_stream != nullptr) {
        m_stream->abort();
    }
}

} // namespace gatehouse::tests
