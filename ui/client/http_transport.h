// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QObject>
#include <QUrl>

#include "ui/client/transport.h"

namespace gatehouse::ui::client {

/// Where the token of the moment comes from, where it is one that has to be renewed.
class TokenSource {
public:
    virtual ~TokenSource() = default;
    [[nodiscard]] virtual QByteArray token() const = 0;
};

/// Where a remote broker is, and the token that opens its Admin API.
struct Endpoint {
    QUrl baseUrl;                             ///< "https://broker.example:8443"; plain http for a loopback address only
    QByteArray token;                         ///< "ghat_...", or what `source` began with
    std::shared_ptr<TokenSource> source = {}; ///< of a person who signed in; else null
};

/// Why the address cannot be used, or empty. A token never travels in clear over a network.
[[nodiscard]] QString endpointProblem(const Endpoint& endpoint);

/// Carries calls over HTTPS. No redirects are followed, no cookies kept, answers above 16 MiB are given up.
class HttpTransport final : public QObject, public Transport {
    Q_OBJECT
public:
    explicit HttpTransport(Endpoint endpoint, QObject* parent = nullptr);
    [[nodiscard]] QFuture<api::Reply> send(const api::Call& call) override;

private:
    Endpoint m_endpoint;
    QNetworkAccessManager m_network;
};

/// A request to that path with the bearer token, as both transport and event feed send it.
[[nodiscard]] QNetworkRequest makeRequest(const Endpoint& endpoint, const QByteArray& path);

} // namespace gatehouse::ui::client
