// SPDX-License-Identifier: Apache-2.0
// Snippets run as they are copied, tokens asked for from the console, and addresses that are what the broker publishes:
// all against a real one.
#include <QDir>
#include <QEventLoop>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <optional>

#include "tests/gui/live_broker.h"
#include "ui/client/admin_client.h"
#include "ui/client/convert.h"
#include "ui/client/document.h"
#include "ui/panels/apps/error_rows.h"
#include "ui/panels/apps/snippets.h"
#include "ui/panels/apps/token_trial.h"

namespace gatehouse::tests {

using namespace ui;
using namespace ui::panels::apps;
using admin::api::App;

namespace {

constexpr int kPatienceMs = 20'000;

/// The object in a text that may say something before and after it.
QJsonObject object(const QByteArray& text) {
    const qsizetype begin = text.indexOf('{');
    return QJsonDocument::fromJson(text.mid(begin, text.lastIndexOf('}') - begin + 1)).object();
}

/// Takes the answer that a browser brings, as an app would, and keeps its address.
class AppAtHome final {
public:
    AppAtHome() {
        m_server.listen(QHostAddress::LocalHost);
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            QTcpSocket* socket = m_server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                const QByteArray head = socket->readAll();
                if (head.startsWith("GET /cb")) {
                    m_address = base() + QString::fromLatin1(head.split(' ').value(1));
                }
                socket->write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                socket->disconnectFromHost();
            });
        });
    }
    [[nodiscard]] QString redirectUri() const { return base() + QStringLiteral("/cb"); }
    /// Where the browser came to.
    [[nodiscard]] const QString& address() const { return m_address; }

private:
    [[nodiscard]] QString base() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort()); }

    QTcpServer m_server;
    QString m_address;
};

} // namespace

class TstLiveApps : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        m_broker = startInProcess();
        m_client = std::make_unique<client::AdminClient>(m_broker->transport());
        m_issuer = m_broker->url() + QStringLiteral("/t/acme");
    }
    void cleanupTestCase() {
        m_client.reset();
        m_broker.reset();
    }

    void theAddressesAreThoseThatTheBrokerPublishes() {
        QNetworkAccessManager network;
        QNetworkReply* reply =
            network.get(QNetworkRequest(QUrl(m_issuer + QStringLiteral("/.well-known/openid-configuration"))));
        QVERIFY(QTest::qWaitFor([&] { return reply->isFinished(); }, kPatienceMs));
        const QJsonObject published = object(reply->readAll());
        reply->deleteLater();
        const QString snippet = textOf(create("{\"name\":\"addresses\"}"), "json");
        const QJsonObject given = object(snippet.toUtf8());
        QCOMPARE(given.value(QLatin1String("issuer")), published.value(QLatin1String("issuer")));
        QCOMPARE(given.value(QLatin1String("tokenEndpoint")), published.value(QLatin1String("token_endpoint")));
        QCOMPARE(QUrl(given.value(QLatin1String("jwksUri")).toString()).adjusted(QUrl::RemoveQuery).toString(),
                 published.value(QLatin1String("jwks_uri")).toString());
        QCOMPARE(given.value(QLatin1String("authorizationEndpoint")),
                 published.value(QLatin1String("authorization_endpoint")));
        QCOMPARE(given.value(QLatin1String("endSessionEndpoint")),
                 published.value(QLatin1String("end_session_endpoint")));
    }

    void curlGetsATokenForAMachineClient_data() { proofs(); }
    void curlGetsATokenForAMachineClient() {
        QFETCH(QString, auth);
        const App app = create(machine(auth));
        const QJsonObject answer = object(run(QStringLiteral("sh"), textOf(app, "curl"), std::nullopt));
        const QString token = answer.value(QLatin1String("access_token")).toString();
        QVERIFY2(!token.isEmpty(), QJsonDocument(answer).toJson().constData());
        QCOMPARE(failuresOf(app, token), QString());
    }
    void curlIsRefusedWithoutTheSecret() {
        App app = create(machine(QStringLiteral("client_secret_basic")));
        app.clientSecret.reset();
        const QJsonObject answer = object(run(QStringLiteral("sh"), textOf(app, "curl"), std::nullopt, 22));
        QCOMPARE(answer.value(QLatin1String("error")).toString(), QStringLiteral("invalid_client"));
    }
    void curlGoesThroughASignIn_data() {
        QTest::addColumn<QString>("more");
        QTest::newRow("secret") << QString();
        QTest::newRow("pushed") << QStringLiteral(",\"requirePar\":true");
        QTest::newRow("public") << QStringLiteral(",\"type\":\"native\",\"auth\":\"none\"");
    }
    void curlGoesThroughASignIn() {
        QFETCH(QString, more);
        const AppAtHome home;
        const App app =
            create(QStringLiteral("{\"name\":\"shell\",\"redirectUris\":[\"%1\"]%2}").arg(home.redirectUri(), more));
        const QByteArray said = run(QStringLiteral("sh"), textOf(app, "curl-code"), home);
        const QJsonObject answer = object(said);
        const QString token = answer.value(QLatin1String("id_token")).toString();
        QVERIFY2(!token.isEmpty(), said.constData());
        QCOMPARE(failuresOf(app, token), QString());
    }
    /// The libraries are those of tests/interop, which runs this with GATEHOUSE_NODE_MODULES.
    void nodeRunsTheSnippetForOpenidClient_data() {
        QTest::addColumn<QString>("document");
        QTest::newRow("machine") << machine(QStringLiteral("client_secret_basic"));
        QTest::newRow("machine, bound") << machine(QStringLiteral("client_secret_post"),
                                                   QStringLiteral(",\"dpop\":\"required\""));
        QTest::newRow("person") << QStringLiteral("{\"name\":\"node\",\"redirectUris\":[\"%1\"]}");
        QTest::newRow("person, pushed") << QStringLiteral(
            "{\"name\":\"node\",\"redirectUris\":[\"%1\"],\"requirePar\":true}");
        QTest::newRow("person, public") << QStringLiteral(
            "{\"name\":\"node\",\"type\":\"spa\",\"auth\":\"none\",\"redirectUris\":[\"%1\"]}");
    }
    void nodeRunsTheSnippetForOpenidClient() {
        QFETCH(QString, document);
        const QString modules = qEnvironmentVariable("GATEHOUSE_NODE_MODULES");
        if (modules.isEmpty()) {
            QSKIP("GATEHOUSE_NODE_MODULES names no folder");
        }
        const QTemporaryDir folder;
        QVERIFY(QFile::link(modules, folder.filePath(QStringLiteral("node_modules"))));
        const AppAtHome home;
        const App app = create(document.contains(QLatin1String("%1")) ? document.arg(home.redirectUri()) : document);
        QFile script(folder.filePath(QStringLiteral("app.mjs")));
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write(textOf(app, "openid-client").toUtf8());
        script.close();
        const QByteArray said =
            run(qEnvironmentVariable("GATEHOUSE_NODE", QStringLiteral("node")), {}, home, 0, {script.fileName()});
        const QJsonObject answer = object(said);
        QVERIFY2(answer.contains(QLatin1String("access_token")) || answer.contains(QLatin1String("sub")),
                 said.constData());
    }

    void theConsoleGetsATokenAsTheAppWould_data() { proofs(); }
    void theConsoleGetsATokenAsTheAppWould() {
        QFETCH(QString, auth);
        const App app = create(machine(auth));
        const QString secret = client::toQString(*app.clientSecret);
        const TrialResult result = tryIt({app, m_issuer, secret, QStringLiteral("invoices:read")});
        QCOMPARE(result.status, 200);
        QVERIFY(!result.request.contains(secret));
        QVERIFY(result.request.contains(QLatin1String("********")));
        QCOMPARE(failuresOf(app, result.answer.value(QLatin1String("access_token")).toString()), QString());
    }
    void aWrongSecretIsExplained() {
        const App app = create(machine(QStringLiteral("client_secret_basic")));
        const TrialResult result = tryIt({app, m_issuer, QStringLiteral("guessed"), {}});
        QCOMPARE(result.status, 401);
        const auto row = errorRowOf(result.answer.value(QLatin1String("error")).toString());
        QVERIFY(row.has_value());
        QCOMPARE(row->slug, QStringLiteral("oauth.invalid_client"));
        QVERIFY(!row->cause.isEmpty() && !row->cure.isEmpty() && !row->cure.contains(u'|'));
    }
    void aScopeTooManyIsExplained() {
        const App app = create(machine(QStringLiteral("client_secret_post")));
        const TrialResult result =
            tryIt({app, m_issuer, client::toQString(*app.clientSecret), QStringLiteral("payroll:write")});
        const auto row = errorRowOf(result.answer.value(QLatin1String("error")).toString());
        QVERIFY(row.has_value());
        QCOMPARE(row->slug, QStringLiteral("oauth.invalid_scope"));
    }
    void aBrokerThatIsNotThereIsSaid() {
        const App app = create(machine(QStringLiteral("client_secret_post")));
        const TrialResult result = tryIt({app, QStringLiteral("http://127.0.0.1:9/t/acme"), QStringLiteral("x"), {}});
        QCOMPARE(result.status, 0);
        QVERIFY(!result.problem.isEmpty());
    }
    void aSecretNeverTravelsInClear() {
        const App app = create(machine(QStringLiteral("client_secret_post")));
        const TrialResult result =
            tryIt({app, QStringLiteral("http://broker.example/t/acme"), QStringLiteral("x"), {}});
        QVERIFY(!result.problem.isEmpty() && result.request.isEmpty());
    }
    void aPersonSignsInThroughTheBrowser() {
        const App app =
            create(QStringLiteral("{\"name\":\"desk\",\"type\":\"native\",\"auth\":\"none\",\"redirectUris\":"
                                  "[\"com.example.desk:/in\",\"http://127.0.0.1/in\"]}"));
        TokenTrial trial;
        QSignalSpy browser(&trial, &TokenTrial::browserWanted);
        QSignalSpy finished(&trial, &TokenTrial::finished);
        trial.signIn({app, m_issuer, {}, QStringLiteral("openid email")});
        QCOMPARE(browser.count(), 1);
        signInFrom(browser.first().first().toUrl(), QStringLiteral("ana"));
        QVERIFY(finished.count() == 1 || finished.wait(kPatienceMs));
        const auto result = finished.first().first().value<TrialResult>();
        QCOMPARE(result.problem, QString());
        const QString token = result.answer.value(QLatin1String("id_token")).toString();
        QVERIFY2(!token.isEmpty(), QJsonDocument(result.answer).toJson().constData());
        QCOMPARE(failuresOf(app, token), QString());
        QVERIFY(!trial.isRunning());
    }
    void anAnswerToAnotherRequestIsNotTaken() {
        connect::LoopbackRedirect loopback;
        QSignalSpy arrived(&loopback, &connect::LoopbackRedirect::arrived);
        QVERIFY(!loopback.listen(QUrl(QStringLiteral("http://192.0.2.1/cb")), true));
        QVERIFY(!loopback.listen(QUrl(QStringLiteral("https://127.0.0.1/cb")), true));
        QVERIFY(loopback.listen(QUrl(QStringLiteral("http://127.0.0.1/cb")), true));
        const QString state = QString::fromLatin1(loopback.state());
        QCOMPARE(get(loopback.redirectUri() + QStringLiteral("?code=x&state=forged")), 200);
        QCOMPARE(get(QString(loopback.redirectUri()).replace(QLatin1String("/cb"), QLatin1String("/other")) +
                     QStringLiteral("?state=") + state),
                 404);
        QCOMPARE(get(loopback.redirectUri() + QStringLiteral("?code=x&state=") + state, "evil.example"), 404);
        QCOMPARE(arrived.count(), 0);
        QCOMPARE(get(loopback.redirectUri() + QStringLiteral("?code=x&state=") + state), 200);
        QCOMPARE(arrived.count(), 1);
        QVERIFY(loopback.state().isEmpty());
    }

private:
    static void proofs() {
        QTest::addColumn<QString>("auth");
        QTest::newRow("basic") << QStringLiteral("client_secret_basic");
        QTest::newRow("post") << QStringLiteral("client_secret_post");
    }
    static QString machine(const QString& auth, const QString& more = {}) {
        return QStringLiteral(
                   "{\"name\":\"robot\",\"type\":\"service\",\"auth\":\"%1\",\"grantTypes\":[\"client_credentials\"],"
                   "\"scopes\":[\"invoices:read\"],\"audiences\":[\"https://api.example\"]%2}")
            .arg(auth, more);
    }
    App create(const QString& document) {
        std::optional<App> made;
        bool answered = false;
        QObject receiver;
        client::deliver(
            m_client->call("POST", QStringLiteral("/admin/v1/tenants/acme/apps"), object(document.toUtf8())), &receiver,
            [&](const auto& outcome) {
                answered = true;
                made = outcome ? client::resourceOf<App>(outcome->value) : std::nullopt;
            });
        if (!QTest::qWaitFor([&] { return answered; }, kPatienceMs) || !made) {
            qFatal("no app of %s", qPrintable(document));
        }
        return *made;
    }
    App create(const char* document) { return create(QString::fromLatin1(document)); }
    QString textOf(const App& app, const char* id) const {
        for (const Snippet& each : snippetsFor(app, m_issuer, client::toQString(app.clientSecret.value_or("")))) {
            if (each.id == QLatin1String(id)) {
                return each.text;
            }
        }
        qFatal("no snippet %s", id);
    }
    /// Slugs of the checks that a token did not pass.
    QString failuresOf(const App& app, const QString& token) {
        QStringList failed;
        bool answered = false;
        QObject receiver;
        client::deliver(m_client->verifyToken(QStringLiteral("acme"), client::toQString(app.id), token), &receiver,
                        [&](const auto& outcome) {
                            answered = true;
                            if (!outcome) {
                                failed.append(outcome.error().code);
                                return;
                            }
                            for (const auto& check : outcome->checks) {
                                if (check.status == "fail") {
                                    failed.append(client::toQString(check.name));
                                }
                            }
                        });
        return QTest::qWaitFor([&] { return answered; }, kPatienceMs) ? failed.join(u' ') : QStringLiteral("no answer");
    }
    TrialResult tryIt(const TrialWish& wish) {
        TokenTrial trial;
        QSignalSpy finished(&trial, &TokenTrial::finished);
        trial.askForItself(wish);
        return finished.count() == 1 || finished.wait(kPatienceMs) ? finished.first().first().value<TrialResult>()
                                                                   : TrialResult();
    }
    /// What a program prints. Where it asks for a browser, one signs in, and `home` is where it comes to.
    static QByteArray run(const QString& program, const QString& script,
                          const std::optional<std::reference_wrapper<const AppAtHome>>& home, int expected = 0,
                          const QStringList& arguments = {}) {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program, script.isEmpty() ? arguments : QStringList{QStringLiteral("-c"), script});
        QByteArray said;
        static const QRegularExpression wanted(QStringLiteral("Open in a browser: (\\S+)\\s"));
        bool asked = false;
        const bool ended = QTest::qWaitFor(
            [&] {
                said += process.readAll();
                const auto match = wanted.match(QString::fromUtf8(said));
                if (home && !asked && match.hasMatch()) {
                    asked = true;
                    signInFrom(QUrl(match.captured(1)), QStringLiteral("ana"));
                    process.write(home->get().address().toUtf8() + '\n');
                    process.closeWriteChannel();
                }
                return process.state() == QProcess::NotRunning;
            },
            kPatienceMs);
        said += process.readAll();
        if (!ended || process.exitCode() != expected) {
            qWarning("%s ended with %d: %s", qPrintable(program), process.exitCode(), said.constData());
        }
        return said.mid(asked ? said.indexOf("ends at:") : 0);
    }
    static int get(const QString& address, const QByteArray& host = {}) {
        QNetworkAccessManager network;
        QNetworkRequest request{QUrl(address)};
        if (!host.isEmpty()) {
            request.setRawHeader("Host", host);
        }
        QNetworkReply* reply = network.get(request);
        const bool answered = QTest::qWaitFor([&] { return reply->isFinished(); }, kPatienceMs);
        reply->deleteLater();
        return answered ? reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() : 0;
    }

    std::unique_ptr<LiveBroker> m_broker;
    std::unique_ptr<client::AdminClient> m_client;
    QString m_issuer;
};

} // namespace gatehouse::tests

QTEST_MAIN(gatehouse::tests::TstLiveApps)
#include "tst_live_apps.moc"
