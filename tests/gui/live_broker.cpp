// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/live_broker.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QTest>
#include <QUrlQuery>

#include "tests/support/test_certificate.h"
#include "ui/client/http_transport.h"
#include "ui/client/in_process_transport.h"

namespace gatehouse::tests {
namespace {

constexpr int kStartMs = 30'000;

class InProcess final : public LiveBroker {
public:
    InProcess() {
        broker::Config config;
        config.dataDir = std::filesystem::path(m_folder.path().toStdString()) / "data";
        config.listen = {"127.0.0.1:0"};
        config.masterKeyBytes = Secret(std::string(32, 'k'));
        config.demo = true;
        auto started = broker::Broker::start(std::move(config));
        if (!started) {
            qFatal("the broker: %s %s", started.error().reason.c_str(), started.error().detail.c_str());
        }
        m_broker = *std::move(started);
        m_transport = std::make_unique<ui::client::InProcessTransport>(m_broker->adminDispatcher());
        m_feed = std::make_unique<ui::client::InProcessFeed>(
            [this](auto onEvent) { return m_broker->subscribe(std::move(onEvent)); });
    }
    ~InProcess() override {
        m_feed->stop();
        m_transport.reset();
        m_broker->stop();
    }
    ui::client::Transport& transport() override { return *m_transport; }
    ui::client::EventFeed& feed() override { return *m_feed; }
    [[nodiscard]] QString url() const override { return QString::fromStdString(m_broker->publicUrl()); }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<broker::Broker> m_broker;
    std::unique_ptr<ui::client::InProcessTransport> m_transport;
    std::unique_ptr<ui::client::InProcessFeed> m_feed;
};

void trust(const QString& certificate) {
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.addCaCertificates(QSslCertificate::fromPath(certificate));
    QSslConfiguration::setDefaultConfiguration(configuration);
}

class Remote final : public LiveBroker {
public:
    Remote() {
        const QString certificate = m_folder.filePath(QStringLiteral("broker.pem"));
        const QString key = m_folder.filePath(QStringLiteral("broker.key"));
        const QString authority = m_folder.filePath(QStringLiteral("authority.pem"));
        testing::CertificateWish trusted;
        trusted.commonName = "authority";
        trusted.authority = true;
        const testing::TestCertificate issuer(trusted);
        issuer.writeCertificate(authority.toStdString());
        testing::CertificateWish wish;
        wish.commonName = "broker";
        wish.subjectAltName = "DNS:localhost,IP:127.0.0.1";
        const testing::TestCertificate made(wish, &issuer);
        made.writeCertificate(certificate.toStdString());
        made.writeKey(key.toStdString());
        trust(authority);
        const QString data = m_folder.filePath(QStringLiteral("data"));
        m_daemon.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_daemon.start(QStringLiteral(GATEHOUSE_DAEMON),
                       {QStringLiteral("serve"), QStringLiteral("--demo"), QStringLiteral("--data-dir"), data,
                        QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"), QStringLiteral("--tls-cert"),
                        certificate, QStringLiteral("--tls-key"), key, QStringLiteral("--log-level"),
                        QStringLiteral("error")});
        while (!m_daemon.canReadLine() && m_daemon.waitForReadyRead(kStartMs)) {
        }
        m_url = QString::fromUtf8(m_daemon.readLine()).trimmed().section(u' ', 1, 1);
        QProcess ctl;
        ctl.start(QStringLiteral(GATEHOUSE_CTL),
                  {QStringLiteral("--data-dir"), data, QStringLiteral("token"), QStringLiteral("create"),
                   QStringLiteral("--role"), QStringLiteral("owner"), QStringLiteral("--ttl"), QStringLiteral("1h")});
        ctl.waitForFinished(kStartMs);
        const QByteArray token = ctl.readAllStandardOutput().trimmed();
        if (m_url.isEmpty() || token.isEmpty()) {
            qFatal("gatehoused did not start, or made no token");
        }
        const ui::client::Endpoint endpoint{QUrl(m_url), token};
        m_transport = std::make_unique<ui::client::HttpTransport>(endpoint);
        m_feed = std::make_unique<ui::client::HttpFeed>(endpoint);
    }
    ~Remote() override {
        m_feed->stop();
        m_daemon.terminate();
        m_daemon.waitForFinished(kStartMs);
    }
    ui::client::Transport& transport() override { return *m_transport; }
    ui::client::EventFeed& feed() override { return *m_feed; }
    [[nodiscard]] QString url() const override { return m_url; }

private:
    QTemporaryDir m_folder;
    QProcess m_daemon;
    QString m_url;
    std::unique_ptr<ui::client::HttpTransport> m_transport;
    std::unique_ptr<ui::client::HttpFeed> m_feed;
};

struct Page {
    QUrl url;
    QString text;
};

/// Follows every redirect, as a browser does: also from https to an app's loopback port.
Page fetch(QNetworkAccessManager& browser, QUrl url) {
    QString text;
    for (int hops = 0; hops < 20; ++hops) {
        QNetworkRequest request(url);
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        request.setTransferTimeout(kStartMs);
        QNetworkReply* reply = browser.get(request);
        QEventLoop loop;
        QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec();
        reply->deleteLater();
        if (reply->error() != QNetworkReply::NoError) {
            qInfo("%s: %s", qPrintable(reply->url().toString()), qPrintable(reply->errorString()));
        }
        text = QString::fromUtf8(reply->readAll());
        const QUrl next = reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
        if (next.isEmpty()) {
            break;
        }
        url = url.resolved(next);
    }
    return {url, text};
}

/// From there to the end, by way of the practice IdP's question who one is, and before it, where a page asks, by which
/// protocol.
QUrl walk(QNetworkAccessManager& browser, const QUrl& from, const QString& persona) {
    static const QRegularExpression kByOidc(QStringLiteral("href=\"([^\"]+)\">[^<]*<bdi>Acme practice IdP</bdi></a>"));
    Page page = fetch(browser, from);
    if (const auto choice = kByOidc.match(page.text); choice.hasMatch()) {
        const QString link = choice.captured(1).replace(QLatin1String("&amp;"), QLatin1String("&"));
        page = fetch(browser, page.url.resolved(QUrl(link)));
    }
    if (page.url.path().contains(QLatin1String("/sandbox/"))) {
        QUrlQuery query(page.url);
        query.addQueryItem(QStringLiteral("persona"), persona);
        page.url.setQuery(query);
        page = fetch(browser, page.url);
    }
    return page.url;
}

} // namespace

std::unique_ptr<LiveBroker> startInProcess() {
    return std::make_unique<InProcess>();
}

std::unique_ptr<LiveBroker> startRemote() {
    return std::make_unique<Remote>();
}

QString signIn(const QString& brokerUrl, const QString& persona) {
    QNetworkAccessManager browser;
    return walk(browser, QUrl(brokerUrl + QStringLiteral("/demo/login")), persona).path();
}

void signInFrom(const QUrl& url, const QString& persona) {
    QNetworkAccessManager browser;
    walk(browser, url, persona);
}

} // namespace gatehouse::tests
