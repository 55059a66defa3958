// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/apps/token_trial.h"

#include <QJsonDocument>
#include <QNetworkReply>
#include <QUrlQuery>

#include "ui/client/convert.h"
#include "ui/client/http_transport.h"
#include "ui/panels/apps/app_words.h"

namespace gatehouse::ui::panels::apps {

using client::toQString;

namespace {

constexpr int kNetworkMs = 15'000;
constexpr int kPersonMs = 10 * 60 * 1000;
constexpr qint64 kMostAnswer = 256 * 1024;
const QString kMask = QStringLiteral("********");

QString encoded(const QString& text) {
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

/// Values that nobody is to read over a shoulder, or out of a picture.
bool isSecret(const QString& name) {
    return name == QLatin1String("client_secret") || name == QLatin1String("code") ||
           name == QLatin1String("code_verifier");
}

} // namespace

TokenTrial::TokenTrial(QObject* parent)
    : QObject(parent)
    , m_loopback(this) {
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPersonMs);
    QObject::connect(&m_patience, &QTimer::timeout, this, [this] { fail(tr("Nobody signed in within ten minutes.")); });
    QObject::connect(&m_loopback, &connect::LoopbackRedirect::arrived, this, &TokenTrial::cameBack);
}

QUrl TokenTrial::wayBack(const admin::api::App& app) {
    for (const std::string& uri : app.redirectUris) {
        const QUrl url(toQString(uri), QUrl::StrictMode);
        if (connect::LoopbackRedirect::canListen(url)) {
            return url;
        }
    }
    return {};
}

bool TokenTrial::canProve(const admin::api::App& app) {
    return (usesSecret(app) || app.auth == "none") && app.dpop != "required";
}

void TokenTrial::askForItself(const TrialWish& wish) {
    cancel();
    m_running = true;
    m_wish = wish;
    Fields fields{{QStringLiteral("grant_type"), QStringLiteral("client_credentials")}};
    if (!wish.scopes.isEmpty()) {
        fields.append({QStringLiteral("scope"), wish.scopes});
    }
    post(std::move(fields));
}

void TokenTrial::signIn(const TrialWish& wish) {
    cancel();
    m_running = true;
    m_wish = wish;
    if (!m_loopback.listen(wayBack(wish.app), wish.app.type == "native")) {
        fail(tr("This machine cannot listen at %1: %2").arg(wayBack(wish.app).toString(), m_loopback.problem()));
        return;
    }
    m_verifier = connect::randomWord();
    QUrlQuery query;
    const auto add = [&query](const char* name, const QString& value) {
        query.addQueryItem(QLatin1String(name), encoded(value));
    };
    add("response_type", QStringLiteral("code"));
    add("client_id", toQString(wish.app.clientId));
    add("redirect_uri", m_loopback.redirectUri());
    add("scope", wish.scopes);
    add("state", QString::fromLatin1(m_loopback.state()));
    add("code_challenge", QString::fromLatin1(connect::challengeOf(m_verifier)));
    add("code_challenge_method", QStringLiteral("S256"));
    QUrl url(wish.issuer + QStringLiteral("/oauth2/authorize"));
    url.setQuery(query);
    m_patience.start();
    emit browserWanted(url);
}

void TokenTrial::cancel() {
    ++m_attempt;
    m_running = false;
    m_patience.stop();
    m_loopback.close();
    m_verifier.fill('\0');
    m_verifier.clear();
    m_wish.secret.fill(u'\0');
    m_wish = {};
}

void TokenTrial::fail(const QString& problem) {
    TrialResult result;
    result.problem = problem;
    finish(result);
}

void TokenTrial::finish(const TrialResult& result) {
    cancel();
    emit finished(result);
}

void TokenTrial::cameBack(const QUrlQuery& answer) {
    const auto value = [&](const char* name) { return answer.queryItemValue(QLatin1String(name), QUrl::FullyDecoded); };
    if (value("iss") != m_wish.issuer) { // RFC 9207
        fail(tr("The answer came from another issuer than the one that was asked."));
        return;
    }
    if (const QString error = value("error"); !error.isEmpty()) {
        TrialResult result;
        result.status = 303;
        result.request = m_wish.issuer + QStringLiteral("/oauth2/authorize");
        result.answer = {{QStringLiteral("error"), error.left(100)},
                         {QStringLiteral("error_description"), value("error_description").left(400)}};
        finish(result);
        return;
    }
    post({{QStringLiteral("grant_type"), QStringLiteral("authorization_code")},
          {QStringLiteral("code"), value("code")},
          {QStringLiteral("redirect_uri"), m_loopback.redirectUri()},
          {QStringLiteral("code_verifier"), QString::fromLatin1(m_verifier)}});
}

void TokenTrial::post(Fields fields) {
    const QUrl endpoint(m_wish.issuer + QStringLiteral("/oauth2/token"));
    if (const QString problem = client::endpointProblem({endpoint, {}}); !problem.isEmpty()) {
        fail(problem); // a secret never travels in clear over a network
        return;
    }
    QNetworkRequest request(endpoint);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setTransferTimeout(kNetworkMs);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/x-www-form-urlencoded"));
    QString shown = QStringLiteral("POST ") + endpoint.toString() + u'\n';
    const QString id = toQString(m_wish.app.clientId);
    if (m_wish.app.auth == "client_secret_basic") {
        const QByteArray both = (encoded(id) + u':' + encoded(m_wish.secret)).toUtf8();
        request.setRawHeader("Authorization", "Basic " + both.toBase64());
        shown += QStringLiteral("Authorization: Basic ") + kMask + u'\n';
    } else {
        fields.append({QStringLiteral("client_id"), id});
        if (usesSecret(m_wish.app)) {
            fields.append({QStringLiteral("client_secret"), m_wish.secret});
        }
    }
    QStringList form;
    QStringList visible;
    for (const auto& [name, value] : fields) {
        form.append(name + u'=' + encoded(value));
        visible.append(name + u'=' + (isSecret(name) ? kMask : encoded(value)));
    }
    shown += u'\n' + visible.join(QStringLiteral("\n&"));
    QNetworkReply* reply = m_network.post(request, form.join(u'&').toLatin1());
    QObject::connect(reply, &QNetworkReply::downloadProgress, reply, [reply](qint64 received) {
        if (received > kMostAnswer) {
            reply->abort();
        }
    });
    QObject::connect(reply, &QNetworkReply::finished, this, [this, reply, shown, attempt = m_attempt] {
        reply->deleteLater();
        if (attempt != m_attempt) {
            return;
        }
        TrialResult result;
        result.request = shown;
        result.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        result.answer = QJsonDocument::fromJson(reply->readAll()).object();
        if (result.status == 0) {
            result.problem = tr("No answer from %1: %2").arg(reply->url().host(), reply->errorString());
        }
        finish(result);
    });
}

} // namespace gatehouse::ui::panels::apps
