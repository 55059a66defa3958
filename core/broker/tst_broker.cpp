// SPDX-License-Identifier: Apache-2.0
// Starting and stopping the whole: what it refuses to start with, what it answers, what it keeps over a restart.
#include <QTemporaryDir>
#include <QtTest>

#include <fstream>

#include "broker/broker.h"
#include "http/client.h"
#include "json/json.h"

using namespace gatehouse;
using broker::Broker;
using broker::Config;

class TestBroker : public QObject {
    Q_OBJECT
private slots:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        http::ClientOptions options;
        options.policy.allowLoopback = true;
        options.policy.allowHttp = true;
        m_client = http::makeCurlClient(std::move(options));
    }

    void itIsReadyWhenStartReturns() {
        const auto started = Broker::start(config()).value();
        QVERIFY(started->publicUrl().starts_with("http://127.0.0.1:"));
        for (const char* path : {"/healthz", "/readyz", "/metrics"}) {
            QCOMPARE(get(started->publicUrl() + path).status, 200);
        }
        QCOMPARE(get(started->publicUrl() + "/nothing").status, 404);
    }
    void aSecondOneOnTheSameFolderIsRefused() {
        const auto first = Broker::start(config()).value();
        QCOMPARE(Broker::start(config()).error().reason, std::string("broker.data_dir_in_use"));
        first->stop();
    }
    void anotherAddressThanLoopbackNeedsTls() {
        Config open = config();
        open.listen = {"127.0.0.1:0", "0.0.0.0:0"};
        QCOMPARE(Broker::start(std::move(open)).error().reason, std::string("broker.tls_required"));
        Config proxied = config();
        proxied.listen = {"0.0.0.0:0"};
        proxied.trustedProxies = {"10.0.0.0/8"};
        proxied.publicUrl = "https://sso.example/";
        QCOMPARE(Broker::start(std::move(proxied)).value()->publicUrl(), std::string("https://sso.example"));
    }
    void aProxyThatIsNoneIsRefused() {
        Config odd = config();
        odd.outboundProxy = "socks5://proxy:1080";
        QCOMPARE(Broker::start(std::move(odd)).error().reason, std::string("broker.proxy_invalid"));
    }
    void anotherMasterKeyIsRefused() {
        (void)Broker::start(config()).value();
        Config wrong = config();
        wrong.masterKeyBytes = Secret(std::string(32, 'w'));
        QCOMPARE(Broker::start(std::move(wrong)).error().reason, std::string("master_key.wrong"));
        QVERIFY(Broker::start(config()));
    }
    void whatWasWrittenIsThereAfterARestart() {
        {
            const auto first = Broker::start(config()).value();
            QCOMPARE(call(*first, "POST", "{\"slug\":\"acme\",\"name\":\"Acme\"}"), 201);
        }
        const auto second = Broker::start(config()).value();
        QCOMPARE(call(*second, "POST", "{\"slug\":\"acme\",\"name\":\"Acme\"}"), 409);
        QCOMPARE(get(second->publicUrl() + "/t/acme/.well-known/openid-configuration").status, 200);
        QCOMPARE(get(second->publicUrl() + "/t/evil/.well-known/openid-configuration").status, 404);
    }
    void aFileIsAppliedAtTheStartAndABadOneStopsIt() {
        const std::string path = m_folder->filePath("apply.json").toStdString();
        std::ofstream(path) << "{\"gatehouse\":1,\"tenants\":[{\"slug\":\"acme\",\"name\":\"Acme\"}]}";
        Config good = config();
        good.apply = {path};
        const auto started = Broker::start(std::move(good)).value();
        QCOMPARE(get(started->publicUrl() + "/t/acme/.well-known/openid-configuration").status, 200);
        started->stop();
        std::ofstream(path) << "{\"gatehouse\":1,\"tenants\":[{\"slug\":\"NOT A SLUG\"}]}";
        Config bad = config("other");
        bad.apply = {path};
        QCOMPARE(Broker::start(std::move(bad)).error().reason, std::string("broker.apply_refused"));
    }
    void offlineItListensNowhereAndStillAnswersItsOwner() {
        Config offline = config();
        offline.offline = true;
        const auto started = Broker::start(std::move(offline)).value();
        QCOMPARE(call(*started, "POST", "{\"slug\":\"acme\",\"name\":\"Acme\"}"), 201);
        QVERIFY(!QFile::exists(m_folder->filePath("data/admin.sock")));
    }
    void afterStopNobodyAnswersAndASecondStopIsQuiet() {
        const auto started = Broker::start(config()).value();
        const std::string url = started->publicUrl();
        started->stop();
        started->stop();
        http::OutboundRequest request;
        request.url = url + "/healthz";
        QCOMPARE(m_client->send("t", request).error().reason, std::string("outbound.connect"));
    }
    // AD-26
    void anotherHostIsNotAnswered() {
        const auto started = Broker::start(config()).value();
        http::OutboundRequest request;
        request.url = started->publicUrl() + "/healthz";
        request.headers.set("Host", "evil.example");
        QCOMPARE(m_client->send("t", request)->status, 421);
    }
    void theMasterKeyIsNotInTheFolder() {
        (void)Broker::start(config()).value();
        QDir folder(m_folder->filePath("data"));
        int files = 0;
        for (const QString& name : folder.entryList(QDir::Files)) {
            QFile file(folder.filePath(name));
            if (file.open(QIODevice::ReadOnly)) {
                ++files;
                QVERIFY2(!file.readAll().contains(QByteArray(32, 'k')), qPrintable(name));
            }
        }
        QVERIFY(files >= 2);
    }

private:
    Config config(const char* name = "data") {
        Config config;
        config.dataDir = m_folder->filePath(name).toStdString();
        config.listen = {"127.0.0.1:0"};
        config.masterKeyBytes = Secret(std::string(32, 'k'));
        config.workers = 2;
        return config;
    }
    static int call(Broker& broker, const char* method, const std::string& body) {
        return broker.adminDispatcher()({method, "/admin/v1/tenants", {{"Content-Type", "application/json"}}, body})
            .status;
    }
    http::OutboundResponse get(const std::string& url) {
        http::OutboundRequest request;
        request.url = url;
        request.deadline = Seconds(30);
        return m_client->send("t", request).value();
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<http::Client> m_client;
};

QTEST_GUILESS_MAIN(TestBroker)
#include "tst_broker.moc"
