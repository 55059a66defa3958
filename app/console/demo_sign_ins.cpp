// SPDX-License-Identifier: Apache-2.0
#include "demo_sign_ins.h"

#include <QNetworkReply>
#include <QUrlQuery>

namespace gatehouse::console {
namespace {

constexpr int kPatienceMs = 3000;

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

void DemoSignIns::get(const QUrl& url, const std::function<void(const QUrl&)>& arrived) {
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::NoLessSafeRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setTransferTimeout(kPatienceMs);
    QNetworkReply* reply = m_browser->get(request);
    // Queued: the reply belongs to the browser, which the next person replaces.
    connect(reply, &QNetworkReply::finished, this, [reply, arrived] { arrived(reply->url()); }, Qt::QueuedConnection);
}

} // namespace gatehouse::console
