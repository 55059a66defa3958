// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include <QDir>
#include <QFile>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include "single_instance.h"

namespace gatehouse::tests {

using console::SingleInstance;

namespace {

/// handOver() waits for its answer, so the second start is a thread of its own here.
bool startAgain(const QString& of, const QStringList& things) {
    bool taken = false;
    const std::unique_ptr<QThread> second(QThread::create([&] {
        SingleInstance other(of);
        taken = other.handOver(things);
    }));
    second->start();
    const bool ended = QTest::qWaitFor([&] { return second->isFinished(); }, 10'000);
    second->wait();
    return ended && taken;
}

} // namespace

class TstSingleInstance : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        QVERIFY(m_runtime.isValid());
        QFile::setPermissions(m_runtime.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        qputenv("XDG_RUNTIME_DIR", m_runtime.path().toLocal8Bit());
    }

    void aSecondStartHandsItsFilesToTheFirst() {
        SingleInstance first(QStringLiteral("data"));
        QVERIFY(!first.handOver({}));
        QVERIFY(first.listen());
        QSignalSpy raised(&first, &SingleInstance::raised);
        QVERIFY(startAgain(QStringLiteral("data"),
                           {QStringLiteral("a.ghbundle"), QStringLiteral("gatehouse://panel/users")}));
        QCOMPARE(raised.count(), 1);
        QCOMPARE(raised.first().first().toStringList(),
                 QStringList({QStringLiteral("a.ghbundle"), QStringLiteral("gatehouse://panel/users")}));
    }

    void theRightToComeToTheFrontIsHandedOverToo() {
        SingleInstance first(QStringLiteral("front"));
        QVERIFY(first.listen());
        QByteArray token;
        connect(&first, &SingleInstance::raised, this, [&] { token = qgetenv("XDG_ACTIVATION_TOKEN"); });
        QLocalSocket second;
        second.connectToServer(first.path());
        second.write("{\"things\":[],\"activation\":\"token-of-the-launcher\"}\n");
        QTRY_COMPARE(token, QByteArray("token-of-the-launcher"));
        qunsetenv("XDG_ACTIVATION_TOKEN");
    }

    void aLinkThatNamesNobodyGoesToWhoeverIsThere() {
        QVERIFY(!SingleInstance::handOverToAnyone({QStringLiteral("gatehouse://panel/users")}));
        SingleInstance first(QStringLiteral("https://id.example.com"));
        QVERIFY(first.listen());
        QSignalSpy raised(&first, &SingleInstance::raised);
        bool taken = false;
        const std::unique_ptr<QThread> second(QThread::create(
            [&] { taken = SingleInstance::handOverToAnyone({QStringLiteral("gatehouse://panel/users")}); }));
        second->start();
        QTRY_VERIFY(second->isFinished());
        QVERIFY(taken);
        QCOMPARE(raised.count(), 1);
    }

    void anotherDataDirectoryIsAnotherConsole() {
        SingleInstance first(QStringLiteral("one"));
        QVERIFY(first.listen());
        QVERIFY(!startAgain(QStringLiteral("two"), {}));
    }

    void theSocketOfACrashedConsoleIsInNobodysWay() {
        {
            SingleInstance first(QStringLiteral("crashed"));
            QVERIFY(first.listen());
        }
        SingleInstance second(QStringLiteral("crashed"));
        QVERIFY(!second.handOver({}));
        QVERIFY(second.listen());
    }

    void whatIsNoListOfTextsOpensNothing() {
        SingleInstance first(QStringLiteral("garbage"));
        QVERIFY(first.listen());
        QSignalSpy raised(&first, &SingleInstance::raised);
        const QStringList sockets = QDir(m_runtime.path()).entryList(QDir::System);
        for (const QString& name : sockets) {
            QLocalSocket socket;
            socket.connectToServer(m_runtime.filePath(name));
            socket.write("{\"not\":[1,2,3]}\n");
            QTRY_VERIFY(socket.canReadLine() || socket.state() == QLocalSocket::UnconnectedState);
        }
        QVERIFY(!sockets.isEmpty());
        QTRY_COMPARE(raised.count(), 1);
        QVERIFY(raised.first().first().toStringList().isEmpty());
    }

    void aMessageWithoutEndIsCutOff() {
        SingleInstance first(QStringLiteral("flood"));
        QVERIFY(first.listen());
        QSignalSpy raised(&first, &SingleInstance::raised);
        const QStringList sockets = QDir(m_runtime.path()).entryList(QDir::System);
        QVERIFY(!sockets.isEmpty());
        QLocalSocket socket;
        socket.connectToServer(m_runtime.filePath(sockets.first()));
        socket.write(QByteArray(256 * 1024, 'x'));
        QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState);
        QCOMPARE(raised.count(), 0);
    }

private:
    QTemporaryDir m_runtime;
};

} // namespace gatehouse::tests

QTEST_GUILESS_MAIN(gatehouse::tests::TstSingleInstance)
#include "tst_single_instance.moc"
