// SPDX-License-Identifier: Apache-2.0
#include "single_instance.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocalSocket>
#include <QStandardPaths>

namespace gatehouse::console {
namespace {

constexpr int kPatienceMs = 1000;
constexpr qint64 kLongestMessage = 64 * 1024;
constexpr qsizetype kMostThings = 64;
const QByteArray kTaken = "taken\n";

} // namespace

SingleInstance::SingleInstance(const QString& of, QObject* parent)
    : QObject(parent) {
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    const QByteArray name = QCryptographicHash::hash(of.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    if (!folder.isEmpty()) {
        m_path = folder + QStringLiteral("/gatehouse-console-") + QString::fromLatin1(name);
    }
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::serve);
}

bool SingleInstance::handOver(const QStringList& filesAndAddresses) {
    if (m_path.isEmpty()) {
        return false;
    }
    QLocalSocket socket;
    socket.connectToServer(m_path);
    if (!socket.waitForConnected(kPatienceMs)) {
        return false;
    }
    socket.write(QJsonDocument(QJsonArray::fromStringList(filesAndAddresses)).toJson(QJsonDocument::Compact) + '\n');
    while (!socket.canReadLine() && socket.waitForReadyRead(kPatienceMs)) {
    }
    return socket.readLine() == kTaken;
}

bool SingleInstance::listen() {
    if (m_path.isEmpty()) {
        return false;
    }
    if (m_server.listen(m_path)) {
        return true;
    }
    QLocalServer::removeServer(m_path); // of a console that crashed: nobody answered handOver()
    return m_server.listen(m_path);
}

void SingleInstance::serve() {
    while (QLocalSocket* socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (socket->bytesAvailable() > kLongestMessage) {
                socket->abort();
                return;
            }
            if (!socket->canReadLine()) {
                return;
            }
            QStringList things;
            for (const QJsonValueConstRef thing : QJsonDocument::fromJson(socket->readLine()).array()) {
                if (thing.isString() && things.size() < kMostThings) {
                    things.append(thing.toString());
                }
            }
            socket->write(kTaken);
            socket->flush();
            socket->disconnectFromServer();
            emit raised(things);
        });
    }
}

} // namespace gatehouse::console
