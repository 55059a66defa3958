// SPDX-License-Identifier: Apache-2.0
#include "ui/connect/token_renewal.h"

#include <algorithm>

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QUrlQuery>

namespace gatehouse::ui::connect {
namespace {

constexpr int kNetworkMs = 15'000;
constexpr int kShortestLife = 5;
constexpr int kLongestLife = 24 * 3600;
constexpr qint64 kMostAnswer = 256 * 1024;

QNetworkRequest plainRequest(const QUrl& url) {
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setTransferTimeout(kNetworkMs);
    return request;
}

QNetworkReply* bounded(QNetworkReply* reply) {
    QObject::connect(reply, &QNetworkReply::downloadProgress, reply, [reply](qint64 received) {
        if (received > kMostAnswer) {
            reply->abort();
        }
    });
    return reply;
}

} // namespace

QNetworkReply* plainGet(QNetworkAccessManager& network, const QUrl& url) {
    return bounded(network.get(plainRequest(url)));
}

QNetworkReply* postForm(QNetworkAccessManager& network, const QUrl& url,
                        const QList<std::pair<QString, QString>>& fields) {
    QUrlQuery form;
    for (const auto& [name, value] : fields) {
        form.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    }
    QNetworkRequest request = plainRequest(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/x-www-form-urlencoded"));
    return bounded(network.post(request, form.toString(QUrl::FullyEncoded).toLatin1()));
}

bool readTokens(const QByteArray& body, SignedIn& into) {
    const QJsonObject answer = QJsonDocument::fromJson(body).object();
    const QByteArray token = answer.value(QStringLiteral("access_token")).toString().toLatin1();
    if (token.isEmpty()) {
        return false;
    }
    into.accessToken = token;
    into.refreshToken = answer.value(QStringLiteral("refresh_token")).toString().toLatin1();
    into.expiresIn =
        std::clamp(answer.value(QStringLiteral("expires_in")).toInt(into.expiresIn), kShortestLife, kLongestLife);
    return true;
}

TokenRenewal::TokenRenewal(SignedIn signedIn, int againMs)
    : m_signedIn(std::move(signedIn))
    , m_againMs(againMs) {
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &TokenRenewal::renew);
    plan();
}

void TokenRenewal::adopt(SignedIn signedIn) {
    m_signedIn = std::move(signedIn);
    m_asked = nullptr;
    m_next.stop();
    plan();
    emit renewed();
}

void TokenRenewal::plan() {
    if (!m_signedIn.refreshToken.isEmpty()) {
        m_next.start(m_signedIn.expiresIn * 800);
    }
}

void TokenRenewal::renew() {
    QNetworkReply* reply = postForm(m_network, m_signedIn.tokenEndpoint,
                                    {{QStringLiteral("grant_type"), QStringLiteral("refresh_token")},
                                     {QStringLiteral("refresh_token"), QString::fromLatin1(m_signedIn.refreshToken)},
                                     {QStringLiteral("client_id"), m_signedIn.clientId}});
    m_asked = reply;
    connect(reply, &QNetworkReply::finished, this, [this, reply] { answered(reply); });
}

void TokenRenewal::answered(QNetworkReply* reply) {
    reply->deleteLater();
    if (reply != m_asked) {
        return;
    }
    m_asked = nullptr;
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 200 && readTokens(reply->readAll(), m_signedIn)) {
        plan();
        emit renewed();
    } else if (status == 0 || status >= 500) {
        m_next.start(m_againMs);
    } else {
        m_signedIn.refreshToken.clear();
    }
}

} // namespace gatehouse::ui::connect
