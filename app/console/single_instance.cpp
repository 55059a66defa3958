// SPDX-License-Identifier: Apache-2.0
#include "single_instance.h"

#include <algorithm>

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>
#include <QStandardPaths>

namespace gatehouse::console {
namespace {

constexpr int kPatienceMs = 1000;
constexpr qint64 kLongestMessage = 64 * 1024;
constexpr qsizetype kMostThings = 64;
const QByteArray kTaken = "taken\n";
const auto kThings = QStringLiteral("things");
const auto kActivation = QStringLiteral("activation");
const auto kName = QStringLiteral("gatehouse-console-");
constexpr const char* kToken = "XDG_ACTIVATION_TOKEN"; // what a launcher gives, and Qt shows to the compositor

QString runtimeFolder() {
    return QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
}

/// True if the console that listens there took them.
bool handTo(const QString& path, const QStringList& filesAndAddresses) {
    QLocalSocket socket;
    socket.connectToServer(path);
    if (!socket.waitForConnected(kPatienceMs)) {
        return false;
    }
    const QJsonObject message{{kThings, QJsonArray::fromStringList(filesAndAddresses)},
                              {kActivation, qEnvironmentVariable(kToken)}};
    socket.write(QJsonDocument(message).toJson(QJsonDocument::Compact) + '\n');
    while (!socket.canReadLine() && socket.waitForReadyRead(kPatienceMs)) {
    }
    return socket.readLine() == kTaken;
}

} // namespace

SingleInstance::SingleInstance(const QString& of, QObject* parent)
    : QObject(parent) {
    const QString folder = runtimeFolder();
    const QByteArray name = QCryptographicHash::hash(of.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    if (!folder.isEmpty()) {
        m_path = folder + u'/' + kName + QString::fromLatin1(name);
    }
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::serve);
}

bool SingleInstance::handOver(const QStringList& filesAndAddresses) {
    return !m_path.isEmpty() && handTo(m_path, filesAndAddresses);
}

bool SingleInstance::handOverToAnyone(const QStringList& filesAndAddresses) {
    const QString folder = runtimeFolder();
    const QFileInfoList sockets =
        folder.isEmpty() ? QFileInfoList() : QDir(folder).entryInfoList({kName + u'*'}, QDir::System, QDir::Time);
    return std::any_of(sockets.begin(), sockets.end(),
                       [&](const QFileInfo& socket) { return handTo(socket.absoluteFilePath(), filesAndAddresses); });
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
            const QJsonObject message = QJsonDocument::fromJson(socket->readLine()).object();
            QStringList things;
            const QJsonArray all = message.value(kThings).toArray();
            for (const QJsonValueConstRef thing : all) {
                if (thing.isString() && things.size() < kMostThings) {
                    things.append(thing.toString());
                }
            }
            socket->write(kTaken);
            socket->flush();
            socket->disconnectFromServer();
            if (const QString token = message.value(kActivation).toString(); !token.isEmpty()) {
                qputenv(kToken, token.toUtf8());
            }
            emit raised(things);
        });
    }
}

} // namespace gatehouse::console
