// SPDX-License-Identifier: Apache-2.0
#include "ui/client/http_transport.h"

#include <QFutureWatcher>
#include <QHostAddress>
#include <QNetworkReply>
#include <QPromise>

namespace gatehouse::ui::client {
namespace {

constexpr int kTimeoutMs = 30'000;
constexpr qint64 kMaxAnswer = 16 * 1024 * 1024;

using Promise = std::shared_ptr<QPromise<api::Reply>>;

QString reasonOf(const QNetworkReply& reply) {
    const QString host = reply.url().host();
    switch (reply.error()) {
    case QNetworkReply::ConnectionRefusedError:
        return HttpTransport::tr("%1 refused the connection on port %2.").arg(host).arg(reply.url().port(443));
    case QNetworkReply::HostNotFoundError:
        return HttpTransport::tr("No such host: %1.").arg(host);
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError:
        return HttpTransport::tr("No answer from %1 in %2 s.").arg(host).arg(kTimeoutMs / 1000);
    case QNetworkReply::SslHandshakeFailedError:
        return HttpTransport::tr("The certificate of %1 is not trusted here.").arg(host);
    default:
        return reply.errorString();
    }
}

api::Reply readReply(QNetworkReply& reply) {
    api::Reply result;
    result.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (result.status == 0) {
        result.body = reasonOf(reply).toStdString();
        return result;
    }
    for (const auto& [name, value] : reply.rawHeaderPairs()) {
        result.headers.emplace_back(name.toStdString(), value.toStdString());
    }
    result.body = reply.readAll().toStdString();
    return result;
}

} // namespace

QString endpointProblem(const Endpoint& endpoint) {
    const QUrl& url = endpoint.baseUrl;
    if (!url.isValid() || url.host().isEmpty()) {
        return HttpTransport::tr("This is not an address of a broker: %1").arg(url.toDisplayString());
    }
    const QHostAddress address(url.host());
    const bool loopback = url.host() == QLatin1String("localhost") || address.isLoopback();
    if (url.scheme() != QLatin1String("https") && !(url.scheme() == QLatin1String("http") && loopback)) {
        return HttpTransport::tr("%1 is not an https address. The token would travel in clear.")
            .arg(url.toDisplayString());
    }
    return {};
}

QNetworkRequest makeRequest(const Endpoint& endpoint, const QByteArray& path) {
    QByteArray base = endpoint.baseUrl.toEncoded(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
    QNetworkRequest request(QUrl::fromEncoded(base + path, QUrl::StrictMode));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    if (const QByteArray token = endpoint.source ? endpoint.source->token() : endpoint.token; !token.isEmpty()) {
        request.setRawHeader("Authorization", "Bearer " + token);
    }
    return request;
}

HttpTransport::HttpTransport(Endpoint endpoint, QObject* parent)
    : QObject(parent)
    , m_endpoint(std::move(endpoint)) {}

QFuture<api::Reply> HttpTransport::send(const api::Call& call) {
    auto promise = std::make_shared<QPromise<api::Reply>>();
    const QFuture<api::Reply> future = promise->future();
    promise->start();
    if (const QString problem = endpointProblem(m_endpoint); !problem.isEmpty()) {
        promise->addResult(api::Reply{0, {}, problem.toStdString()});
        promise->finish();
        return future;
    }
    QNetworkRequest request = makeRequest(m_endpoint, QByteArray::fromStdString(call.path));
    request.setTransferTimeout(kTimeoutMs);
    for (const auto& [name, value] : call.headers) {
        request.setRawHeader(QByteArray::fromStdString(name), QByteArray::fromStdString(value));
    }
    QNetworkReply* reply = m_network.sendCustomRequest(request, QByteArray::fromStdString(call.method),
                                                       QByteArray::fromStdString(call.body));
    auto* watcher = new QFutureWatcher<api::Reply>(reply);
    connect(watcher, &QFutureWatcherBase::canceled, reply, &QNetworkReply::abort);
    watcher->setFuture(future);
    connect(reply, &QNetworkReply::downloadProgress, reply, [reply](qint64 received) {
        if (received > kMaxAnswer) {
            reply->abort();
        }
    });
    connect(reply, &QNetworkReply::finished, this, [reply, promise] {
        reply->deleteLater();
        if (!promise->isCanceled()) {
            promise->addResult(readReply(*reply));
        }
        promise->finish();
    });
    return future;
}

} // namespace gatehouse::ui::client
