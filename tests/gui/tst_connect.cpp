// SPDX-License-Identifier: Apache-2.0
// How the console comes to a broker elsewhere: signing in by browser, the dialog, and where tokens are kept.
#include <QComboBox>
#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QNetworkReply>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrlQuery>

#include "tests/gui/console_fixture.h"
#include "tests/gui/http_front.h"
#include "ui/connect/broker_sign_in.h"
#include "ui/connect/connect_dialog.h"
#include "ui/widgets/error_banner.h"

namespace gatehouse::tests {

using namespace ui::connect;
namespace client = ui::client;

namespace {

/// An issuer that knows one code, for these tests only.
class Issuer final : public QObject {
public:
    Issuer() {
        m_server.listen(QHostAddress::LocalHost);
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* socket = m_server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        });
        name = url().toString();
        authorize = base() + QStringLiteral("/authorize");
    }
    [[nodiscard]] QString base() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort()); }
    [[nodiscard]] QUrl url() const { return QUrl(base() + QStringLiteral("/t/acme")); }

    QString name;      ///< as its metadata says
    QString authorize; ///< as its metadata says
    int tokenStatus = 200;
    QUrlQuery redeemed; ///< the last form
    int redeemedTimes = 0;

private:
    void read(QTcpSocket* socket) {
        QByteArray& all = m_read[socket];
        all += socket->readAll();
        const qsizetype end = all.indexOf("\r\n\r\n");
        if (end < 0) {
            return;
        }
        const qsizetype length = all.toLower().indexOf("content-length: ");
        const qsizetype wanted = length < 0 ? 0 : all.mid(length + 16).split('\r').first().toInt();
        if (all.size() < end + 4 + wanted) {
            return;
        }
        QJsonObject answer;
        int status = 200;
        if (all.startsWith("GET /t/acme/.well-known/openid-configuration ")) {
            answer = {{QStringLiteral("issuer"), name},
                      {QStringLiteral("authorization_endpoint"), authorize},
                      {QStringLiteral("token_endpoint"), base() + QStringLiteral("/token")}};
        } else if (all.startsWith("POST /token ")) {
            redeemed = QUrlQuery(QString::fromLatin1(all.mid(end + 4)));
            status = tokenStatus;
            answer =
                status == 200
                    ? QJsonObject{{QStringLiteral("access_token"), QStringLiteral("the-token%1").arg(redeemedTimes++)},
                                  {QStringLiteral("refresh_token"), QStringLiteral("for-later")},
                                  {QStringLiteral("expires_in"), 300}}
                    : QJsonObject{{QStringLiteral("error"), QStringLiteral("invalid_grant")}};
        } else {
            status = 404;
        }
        const QByteArray body = QJsonDocument(answer).toJson();
        socket->write("HTTP/1.1 " + QByteArray::number(status) + " X\r\nContent-Length: " +
                      QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n" + body);
        socket->disconnectFromHost();
        m_read.remove(socket);
    }

    QTcpServer m_server;
    QHash<QTcpSocket*, QByteArray> m_read;
};

/// A sign-in as far as the browser, and the browser.
struct Attempt {
    Issuer issuer;
    BrokerSignIn signIn;
    QSignalSpy wanted{&signIn, &BrokerSignIn::browserWanted};
    QSignalSpy succeeded{&signIn, &BrokerSignIn::succeeded};
    QSignalSpy failed{&signIn, &BrokerSignIn::failed};
    QNetworkAccessManager browser;

    void start() {
        signIn.start(issuer.url());
        QTRY_VERIFY(wanted.count() == 1 || failed.count() == 1);
    }
    [[nodiscard]] QUrlQuery asked() const { return QUrlQuery(wanted.value(0).value(0).toUrl()); }
    [[nodiscard]] QString value(const char* name) const {
        return asked().queryItemValue(QLatin1String(name), QUrl::FullyDecoded);
    }
    /// The browser comes back with these beside what was asked; an empty value leaves one out.
    QByteArray comeBack(const QList<std::pair<QString, QString>>& changes) {
        QMap<QString, QString> items{{QStringLiteral("code"), QStringLiteral("the-code")},
                                     {QStringLiteral("state"), value("state")},
                                     {QStringLiteral("iss"), issuer.url().toString()}};
        for (const auto& [key, text] : changes) {
            items[key] = text;
        }
        QUrlQuery query;
        for (auto item = items.cbegin(); item != items.cend(); ++item) {
            if (!item.value().isEmpty()) {
                query.addQueryItem(item.key(), QString::fromLatin1(QUrl::toPercentEncoding(item.value())));
            }
        }
        QUrl url(value("redirect_uri"));
        url.setQuery(query);
        QNetworkReply* reply = browser.get(QNetworkRequest(url));
        QSignalSpy finished(reply, &QNetworkReply::finished);
        finished.wait(5000);
        return reply->readAll();
    }
};

class MemoryTokens final : public TokenStore {
public:
    void load(const QUrl& broker, std::function<void(std::optional<QByteArray>)> answer) override {
        const auto found = kept.constFind(brokerKey(broker));
        answer(found == kept.constEnd() ? std::nullopt : std::optional<QByteArray>(*found));
    }
    void save(const QUrl& broker, const QByteArray& token, std::function<void(bool)> answer) override {
        kept.insert(brokerKey(broker), token);
        answer(true);
    }
    void remove(const QUrl& broker) override { kept.remove(brokerKey(broker)); }
    void probe(std::function<void(bool)> answer) override { answer(works); }

    bool works = true;
    QHash<QString, QByteArray> kept;
};

template <class T>
T* named(QWidget& parent, const char* name) {
    for (T* widget : parent.findChildren<T*>()) {
        if (widget->accessibleName() == QLatin1String(name)) {
            return widget;
        }
    }
    return nullptr;
}

} // namespace

class TstConnect : public QObject {
    Q_OBJECT
private slots:
    void init() { const OwnSettings fresh(Remembered::Nothing); }

    void aPersonSignsInThroughTheBrowser() {
        Attempt a;
        a.start();
        QCOMPARE(a.value("response_type"), QStringLiteral("code"));
        QCOMPARE(a.value("scope"), QStringLiteral("admin"));
        QCOMPARE(a.value("client_id"), QStringLiteral("gatehouse-console"));
        QVERIFY(a.value("prompt").isEmpty());
        QCOMPARE(a.value("code_challenge_method"), QStringLiteral("S256"));
        QVERIFY(a.value("redirect_uri").startsWith(QLatin1String("http://127.0.0.1:")));
        QVERIFY(a.value("state").size() >= 32);
        QVERIFY(a.comeBack({}).contains("close this page"));
        QTRY_COMPARE(a.succeeded.count(), 1);
        const auto signedIn = a.succeeded.first().first().value<SignedIn>();
        QCOMPARE(signedIn.accessToken, QByteArray("the-token0"));
        QCOMPARE(signedIn.refreshToken, QByteArray("for-later"));
        const QByteArray verifier = a.issuer.redeemed.queryItemValue(QStringLiteral("code_verifier")).toLatin1();
        const QByteArray hash = QCryptographicHash::hash(verifier, QCryptographicHash::Sha256)
                                    .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        QCOMPARE(hash, a.value("code_challenge").toLatin1());
        QCOMPARE(a.issuer.redeemed.queryItemValue(QStringLiteral("code")), QStringLiteral("the-code"));
        QVERIFY(!a.signIn.active());
    }

    void whoHasToComeInAgainSignsInAfresh() {
        Attempt a;
        a.signIn.start(a.issuer.url(), BrokerSignIn::Person::SignsInAfresh);
        QTRY_COMPARE(a.wanted.count(), 1);
        QCOMPARE(a.value("prompt"), QStringLiteral("login"));
    }

    void aNameThatPointsHereIsNotThisAddress() {
        Attempt a;
        a.start();
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, static_cast<quint16>(QUrl(a.value("redirect_uri")).port()));
        QVERIFY(socket.waitForConnected());
        socket.write("GET /callback?code=x&state=" + a.value("state").toLatin1() +
                     " HTTP/1.1\r\nHost: evil.example\r\n\r\n");
        QTRY_VERIFY(socket.bytesAvailable() > 0);
        QVERIFY(socket.readAll().startsWith("HTTP/1.1 404"));
        QVERIFY(a.signIn.active());
        a.comeBack({});
        QTRY_COMPARE(a.succeeded.count(), 1);
    }

    void whoAdministersNothingIsToldWhatToDo() {
        Attempt a;
        a.start();
        a.comeBack({{QStringLiteral("error"), QStringLiteral("access_denied")},
                    {QStringLiteral("error_description"), QStringLiteral("login.not_admin GH-7F3K-92QD")},
                    {QStringLiteral("code"), QString()}});
        QTRY_COMPARE(a.failed.count(), 1);
        QVERIFY(a.failed.first().first().toString().contains(QLatin1String("gatehousectl admin create")));
    }

    void aTokenIsRenewedBeforeItEnds() {
        Issuer issuer;
        TokenRenewal renewal(
            {"first", "for-later", 0, QUrl(issuer.base() + QStringLiteral("/token")), QStringLiteral("c")});
        QCOMPARE(renewal.token(), QByteArray("first"));
        QTRY_COMPARE(renewal.token(), QByteArray("the-token0"));
        QCOMPARE(issuer.redeemed.queryItemValue(QStringLiteral("grant_type")), QStringLiteral("refresh_token"));
        QCOMPARE(issuer.redeemed.queryItemValue(QStringLiteral("refresh_token")), QStringLiteral("for-later"));
        const client::Endpoint endpoint{QUrl(issuer.base()), "first",
                                        std::shared_ptr<client::TokenSource>(&renewal, [](auto*) {})};
        QCOMPARE(client::makeRequest(endpoint, "/x").rawHeader("Authorization"), QByteArray("Bearer the-token0"));
    }

    void aBrokerThatIsAwayForAMomentIsAskedAgain() {
        Issuer issuer;
        issuer.tokenStatus = 503;
        const TokenRenewal renewal(
            {"first", "for-later", 0, QUrl(issuer.base() + QStringLiteral("/token")), QStringLiteral("c")}, 10);
        QTRY_VERIFY(!issuer.redeemed.isEmpty());
        issuer.tokenStatus = 200;
        QTRY_COMPARE(renewal.token(), QByteArray("the-token0"));
    }

    void aRenewalThatIsRefusedIsNotTriedAgain() {
        Issuer issuer;
        issuer.tokenStatus = 400;
        const TokenRenewal renewal(
            {"first", "for-later", 0, QUrl(issuer.base() + QStringLiteral("/token")), QStringLiteral("c")});
        QVERIFY(renewal.renews());
        QTRY_VERIFY(!renewal.renews());
        QVERIFY(!issuer.redeemed.isEmpty());
        QCOMPARE(renewal.token(), QByteArray("first"));
    }

    void anAnswerWithAnotherStateIsShownTheDoorAndTheRightOneStillCounts() {
        Attempt a;
        a.start();
        QVERIFY(a.comeBack({{QStringLiteral("state"), QStringLiteral("forged")}}).contains("does not belong"));
        QVERIFY(a.comeBack({{QStringLiteral("state"), QString()}}).contains("does not belong"));
        QCOMPARE(a.succeeded.count() + a.failed.count(), 0);
        QVERIFY(a.signIn.active());
        a.comeBack({});
        QTRY_COMPARE(a.succeeded.count(), 1);
    }

    void anAnswerOfAnotherIssuerIsRefused_data() {
        QTest::addColumn<QString>("issuer");
        QTest::newRow("another") << QStringLiteral("https://evil.example");
        QTest::newRow("none") << QString();
    }
    void anAnswerOfAnotherIssuerIsRefused() {
        QFETCH(QString, issuer);
        Attempt a;
        a.start();
        a.comeBack({{QStringLiteral("iss"), issuer}});
        QTRY_COMPARE(a.failed.count(), 1);
        QVERIFY(a.issuer.redeemed.isEmpty());
    }

    void aRefusalOfTheBrokerIsSaidAndNothingIsRedeemed() {
        Attempt a;
        a.start();
        a.comeBack({{QStringLiteral("error"), QStringLiteral("access_denied")},
                    {QStringLiteral("error_description"), QStringLiteral("not you")},
                    {QStringLiteral("code"), QString()}});
        QTRY_COMPARE(a.failed.count(), 1);
        QVERIFY(a.failed.first().first().toString().contains(QLatin1String("not you")));
        QVERIFY(a.issuer.redeemed.isEmpty());
    }

    void aCodeThatIsNotTakenGivesNoToken() {
        Attempt a;
        a.issuer.tokenStatus = 400;
        a.start();
        a.comeBack({});
        QTRY_COMPARE(a.failed.count(), 1);
        QVERIFY(!a.failed.first().first().toString().contains(QLatin1String("the-code")));
        QCOMPARE(a.succeeded.count(), 0);
    }

    void metadataOfAnotherIssuerIsRefused() {
        Attempt a;
        a.issuer.name = QStringLiteral("https://evil.example/t/acme");
        a.start();
        QCOMPARE(a.failed.count(), 1);
        QCOMPARE(a.wanted.count(), 0);
    }

    void endpointsOfAnotherHostAreRefused() {
        Attempt a;
        a.issuer.authorize = QStringLiteral("https://evil.example/authorize");
        a.start();
        QCOMPARE(a.failed.count(), 1);
        QCOMPARE(a.wanted.count(), 0);
    }

    void nobodySignsInOverPlainHttpElsewhere() {
        BrokerSignIn signIn;
        QSignalSpy failed(&signIn, &BrokerSignIn::failed);
        signIn.start(QUrl(QStringLiteral("http://id.example.com/t/acme")));
        QCOMPARE(failed.count(), 1);
        QVERIFY(!signIn.active());
    }

    void anAnswerAfterCancelIsWorthNothing() {
        Attempt a;
        a.start();
        a.signIn.cancel();
        a.comeBack({});
        QCOMPARE(a.succeeded.count() + a.failed.count(), 0);
    }

    void theDialogConnectsWithATokenAndKeepsItInTheKeychainOnly() {
        RecordedBroker broker;
        HttpFront front(broker.dispatcher());
        MemoryTokens tokens;
        ConnectDialog dialog(tokens);
        QSignalSpy connected(&dialog, &ConnectDialog::connected);
        dialog.show();
        named<QComboBox>(dialog, "Address of the broker")->setEditText(front.url().toString());
        named<QLineEdit>(dialog, "Token")->setText(QStringLiteral("ghat_very-secret"));
        named<QPushButton>(dialog, "Connect")->click();
        QTRY_COMPARE(connected.count(), 1);
        QVERIFY(front.lastHead().contains("Bearer ghat_very-secret"));
        QCOMPARE(tokens.kept.size(), 1);
        QCOMPARE(recentBrokers().size(), 1U);
        ui::shell::openSettings().sync();
        QFile file(ui::shell::openSettings().fileName());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("very-secret"));
    }

    void aTokenThatIsRefusedIsNeitherKeptNorUsed() {
        RecordedBroker broker;
        HttpFront front(broker.dispatcher());
        MemoryTokens tokens;
        ConnectDialog dialog(tokens);
        QSignalSpy connected(&dialog, &ConnectDialog::connected);
        dialog.show();
        broker.answerOnce("GET", "/admin/v1/status",
                          RecordedBroker::problem(401, QStringLiteral("token_invalid"), {}, {}));
        named<QComboBox>(dialog, "Address of the broker")->setEditText(front.url().toString());
        named<QLineEdit>(dialog, "Token")->setText(QStringLiteral("ghat_old"));
        named<QPushButton>(dialog, "Connect")->click();
        auto* banner = dialog.findChild<ui::widgets::ErrorBanner*>();
        QTRY_VERIFY(banner->isVisible());
        QCOMPARE(connected.count(), 0);
        QVERIFY(tokens.kept.isEmpty());
        QVERIFY(recentBrokers().empty());
    }

    void theDialogRefusesWhatCannotBeMeant_data() {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("token");
        QTest::newRow("nothing") << QString() << QStringLiteral("ghat_x");
        QTest::newRow("plain http") << QStringLiteral("http://id.example.com") << QStringLiteral("ghat_x");
        QTest::newRow("no token") << QStringLiteral("https://id.example.com") << QString();
        QTest::newRow("a file") << QStringLiteral("file:///etc/passwd") << QStringLiteral("ghat_x");
    }
    void theDialogRefusesWhatCannotBeMeant() {
        QFETCH(QString, address);
        QFETCH(QString, token);
        MemoryTokens tokens;
        ConnectDialog dialog(tokens);
        QSignalSpy connected(&dialog, &ConnectDialog::connected);
        dialog.show();
        named<QComboBox>(dialog, "Address of the broker")->setEditText(address);
        named<QLineEdit>(dialog, "Token")->setText(token);
        named<QPushButton>(dialog, "Connect")->click();
        QVERIFY(dialog.findChild<ui::widgets::ErrorBanner*>()->isVisible());
        QVERIFY(dialog.isVisible());
        QCOMPARE(connected.count(), 0);
    }

    void aKnownBrokerComesWithItsTokenFromTheKeychain() {
        MemoryTokens tokens;
        tokens.kept.insert(brokerKey(QUrl(QStringLiteral("https://id.example.com"))), "ghat_kept");
        rememberBroker({QStringLiteral("https://id.example.com")});
        ConnectDialog dialog(tokens);
        QCOMPARE(named<QLineEdit>(dialog, "Token")->text(), QStringLiteral("ghat_kept"));
        QCOMPARE(named<QLineEdit>(dialog, "Token")->echoMode(), QLineEdit::Password);
    }

    void aForgottenBrokerIsOffTheListAndItsTokenOutOfTheKeychain() {
        const QString url = QStringLiteral("https://id.example.com");
        MemoryTokens tokens;
        tokens.kept.insert(brokerKey(QUrl(url)), "ghat_kept");
        rememberBroker({QStringLiteral("https://other.example")});
        rememberBroker({url});
        ConnectDialog dialog(tokens);
        dialog.show();
        auto* address = named<QComboBox>(dialog, "Address of the broker");
        auto* forget = named<QPushButton>(dialog, "Forget this broker");
        QVERIFY(forget->isVisible());
        forget->click();
        QVERIFY(tokens.kept.isEmpty());
        QCOMPARE(recentBrokers().size(), 1U);
        QCOMPARE(address->findText(url), -1);
        QVERIFY(address->currentText().isEmpty());
        QVERIFY(named<QLineEdit>(dialog, "Token")->text().isEmpty());
        QVERIFY(!forget->isVisible());
        address->setEditText(QStringLiteral("https://never.example"));
        QVERIFY(!forget->isVisible()); // nothing is known of it
        address->setEditText(QStringLiteral("https://other.example"));
        QVERIFY(forget->isVisible());
    }

    void recentBrokersAreEightAndTheNewestIsFirst() {
        for (int i = 0; i < 12; ++i) {
            rememberBroker({QStringLiteral("https://b%1.example").arg(i)});
        }
        rememberBroker({QStringLiteral("https://b7.example"), true, QStringLiteral("https://b7.example/t/acme")});
        const std::vector<RecentBroker> brokers = recentBrokers();
        QCOMPARE(brokers.size(), 8U);
        QCOMPARE(brokers.front().url, QStringLiteral("https://b7.example"));
        QVERIFY(brokers.front().signIn);
        forgetBroker(QStringLiteral("https://b7.example"));
        QCOMPARE(recentBrokers().size(), 7U);
    }
};

} // namespace gatehouse::tests

QTEST_MAIN(gatehouse::tests::TstConnect)
#include "tst_connect.moc"
