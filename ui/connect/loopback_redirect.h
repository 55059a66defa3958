// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHostAddress>
#include <QObject>
#include <QTcpServer>
#include <QUrl>
#include <QUrlQuery>

class QTcpSocket;

namespace gatehouse::ui::connect {

/// Where a browser brings the answer to an authorization request: a port of this machine (RFC 8252, 7.3). Takes one
/// answer, which has to hold the state of the request, and closes.
class LoopbackRedirect final : public QObject {
    Q_OBJECT
public:
    explicit LoopbackRedirect(QObject* parent = nullptr);

    /// Whether the address is one that this machine can listen at: plain http to 127.0.0.1 or [::1].
    [[nodiscard]] static bool canListen(const QUrl& redirectUri);

    /// At the port of `redirectUri`, or at any where `anyPort`. False if it is taken; problem() says so.
    [[nodiscard]] bool listen(const QUrl& redirectUri, bool anyPort);
    [[nodiscard]] QString problem() const { return m_server.errorString(); }
    void close();
    /// With the port that it listens at.
    [[nodiscard]] QString redirectUri() const { return m_redirectUri.toString(QUrl::FullyEncoded); }
    /// To be sent with the request; new for each listen().
    [[nodiscard]] const QByteArray& state() const { return m_state; }

signals:
    void arrived(const QUrlQuery& answer);

private:
    void answerBrowser(QTcpSocket* socket);
    [[nodiscard]] QUrl targetOf(const QByteArray& head) const;

    QTcpServer m_server;
    QUrl m_redirectUri;
    QByteArray m_state;
};

/// 256 random bits in base64url: a state, or the verifier of PKCE (RFC 7636, 4.1).
[[nodiscard]] QByteArray randomWord();
/// The S256 challenge of a verifier (RFC 7636, 4.2).
[[nodiscard]] QByteArray challengeOf(const QByteArray& verifier);

} // namespace gatehouse::ui::connect
