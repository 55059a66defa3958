// SPDX-License-Identifier: Apache-2.0
#include "demo_sign_ins.h"

#include <QNetworkReply>
#include <QUrlQuery>

namespace gatehouse::console {
namespace {

constexpr int kPatienceMs = 3000;
constexpr int kMostRedirects = 8;

} // namespace

DemoSignIns::DemoSignIns(const QString& publicUrl, QObject* parent)
    : QObject(parent)
    , m_login(publicUrl + QStringLiteral("/demo/login")) {
    for (const char* name : {"ana", "ben", "zoe", "chris", "ana", "fay", "ben"}) {
        m_personas.append(QLatin1String(name));
    }
}

void DemoSignIns::next() {
    if (m_personas.isEmpty()) {
        emit finished();
        return;
    }
    m_persona = m_personas.takeFirst();
    m_browser = std::make_unique<QNetworkAccessManager>();
    get(m_login, [this](const QUrl& page) { choose(page); });
}

void DemoSignIns::choose(const QUrl& page) {
    if (!page.path().contains(QLatin1String("/sandbox/"))) {
        next();
        return;
    }
    QUrl chosen = page;
    QUrlQuery query(page);
    query.addQueryItem(QStringLiteral("persona"), m_persona);
    chosen.setQuery(query);
    get(chosen, [this](const QUrl&) { next(); });
}

/// Follows redirects itself: where a redirect has a body, the manager of Qt 6.4 now and then asks a second time, and an
/// answer of an identity provider counts only once.
void DemoSignIns::get(const QUrl& url, const std::function<void(const QUrl&)>& arrived, int redirects) {
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setTransferTimeout(kPatienceMs);
    QNetworkReply* reply = m_browser->get(request);
    // Queued: the reply belongs to the browser, which the next person replaces.
    connect(
        reply, &QNetworkReply::finished, this,
        [this, reply, arrived, redirects] {
            const QUrl onwards = reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
            if (onwards.isEmpty() || redirects >= kMostRedirects) {
                arrived(reply->url());
            } else {
                get(reply->url().resolved(onwards), arrived, redirects + 1);
            }
        },
        Qt::QueuedConnection);
}

} // namespace gatehouse::console
