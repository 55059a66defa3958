// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>

#include <QNetworkAccessManager>
#include <QObject>
#include <QTimer>
#include <QUrl>
#include <QUrlQuery>

#include "ui/connect/loopback_redirect.h"
#include "ui/connect/token_renewal.h"

class QNetworkReply;

namespace gatehouse::ui::connect {

/// Signs a person in at one of the broker's issuers, in the system's browser, and gets the access token with which the
/// Admin API knows them: code flow with PKCE and a redirect to a loopback port (RFC 8252, RFC 7636, RFC 9207). The app
/// is the one that every broker brings along, "gatehouse-console": nobody has to register anything.
class BrokerSignIn final : public QObject {
    Q_OBJECT
public:
    explicit BrokerSignIn(QObject* parent = nullptr);

    /// Whether a browser that is signed in already is good enough.
    enum class Person { MayBeKnown, SignsInAfresh };

    /// How strong and how recent the sign-in has to be (RFC 9470, 4).
    struct Demand {
        QString acrValues;
        int maxAge = 0; ///< seconds
    };

    /// Gives an earlier attempt up. `issuer` is "https://broker.example/t/acme".
    void start(const QUrl& issuer, Person person = Person::MayBeKnown) { start(issuer, person, std::nullopt); }
    void start(const QUrl& issuer, const Demand& demand) { start(issuer, Person::MayBeKnown, demand); }
    void cancel();
    [[nodiscard]] bool active() const { return m_active; }

signals:
    /// Open this in the browser.
    void browserWanted(const QUrl& url);
    void succeeded(const gatehouse::ui::connect::SignedIn& signedIn);
    /// In words for a person; the reason names no code and no token.
    void failed(const QString& reason);

private:
    void start(const QUrl& issuer, Person person, std::optional<Demand> demand);
    void discover();
    void discovered(const QByteArray& body);
    void listen();
    void redirected(const QUrlQuery& query);
    void redeem(const QString& code);
    void redeemed(int status, const QByteArray& body);
    void fail(const QString& reason);
    void send(QNetworkReply* reply, const std::function<void(int, const QByteArray&)>& arrived);

    QNetworkAccessManager m_network;
    LoopbackRedirect m_wayBack;
    QTimer m_patience;
    QUrl m_issuer;
    QUrl m_tokenEndpoint;
    QUrl m_authorizationEndpoint;
    Person m_person = Person::MayBeKnown;
    std::optional<Demand> m_demand;
    QByteArray m_verifier;
    int m_attempt = 0;
    bool m_active = false;
};

} // namespace gatehouse::ui::connect
