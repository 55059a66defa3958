// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QNetworkAccessManager>
#include <QObject>
#include <QTimer>
#include <QUrl>

#include "ui/client/http_transport.h"

class QNetworkReply;

namespace gatehouse::ui::connect {

/// What came of a sign-in. In memory only.
struct SignedIn {
    QByteArray accessToken;
    QByteArray refreshToken; ///< empty: cannot be renewed
    int expiresIn = 300;     ///< seconds
    QUrl tokenEndpoint;
    QString clientId;
    QUrl issuer{};
};

/// Keeps the token of a person who signed in fresh (RFC 6749, section 6), for as long as somebody holds this: it is
/// renewed when four fifths of its life are over, and again every few seconds where the broker did not answer. A broker
/// that refuses is not asked again: the next call says that one has to come in again.
class TokenRenewal final : public QObject, public client::TokenSource {
    Q_OBJECT
public:
    /// `againMs`: the pause after a broker did not answer.
    explicit TokenRenewal(SignedIn signedIn, int againMs = 5'000);
    [[nodiscard]] QByteArray token() const override { return m_signedIn.accessToken; }
    [[nodiscard]] QUrl issuer() const { return m_signedIn.issuer; }
    /// The person has signed in anew: from now on with these. What was asked for by the old ones counts no more.
    void adopt(SignedIn signedIn);
    [[nodiscard]] bool renews() const { return !m_signedIn.refreshToken.isEmpty(); }

signals:
    /// token() is another.
    void renewed();

private:
    void plan();
    void renew();
    void answered(QNetworkReply* reply);

    SignedIn m_signedIn;
    int m_againMs;
    QNetworkAccessManager m_network;
    QNetworkReply* m_asked = nullptr;
    QTimer m_next;
};

// Requests that follow nothing, keep no cookies, give up after 15 s and take at most 256 KiB.
/// A form as an app posts it to the token endpoint.
[[nodiscard]] QNetworkReply* postForm(QNetworkAccessManager& network, const QUrl& url,
                                      const QList<std::pair<QString, QString>>& fields);
[[nodiscard]] QNetworkReply* plainGet(QNetworkAccessManager& network, const QUrl& url);
/// Reads the answer of a token endpoint over `into`; false if it holds no access token.
[[nodiscard]] bool readTokens(const QByteArray& body, SignedIn& into);

} // namespace gatehouse::ui::connect
