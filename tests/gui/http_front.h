// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include "admin/api/transport.h"

namespace gatehouse::tests {

/// A dispatcher behind a TCP port, for tests of the HTTP transport only: HTTP/1.1, one request a connection, and an
/// event stream at /admin/v1/events that the test writes to.
class HttpFront : public QObject {
    Q_OBJECT
public:
    explicit HttpFront(admin::api::Dispatcher dispatcher);

    [[nodiscard]] QUrl url() const;
    /// Sends raw bytes down the open event stream.
    void stream(const QByteArray& bytes);
    void dropStream();
    /// Requests for the event stream get this status from now on.
    void setStreamStatus(int status) { m_streamStatus = status; }
    [[nodiscard]] QByteArray lastHead() const { return m_lastHead; }
    [[nodiscard]] int streamsOpened() const { return m_streamsOpened; }

signals:
    void streamOpened();

private:
    void read(QTcpSocket* socket);
    void answer(QTcpSocket* socket, const QByteArray& head, const QByteArray& body);

    admin::api::Dispatcher m_dispatcher;
    QTcpServer m_server;
    QPointer<QTcpSocket> m_stream;
    QByteArray m_lastHead;
    int m_streamStatus = 200;
    int m_streamsOpened = 0;
};

} // namespace gatehouse::tests
