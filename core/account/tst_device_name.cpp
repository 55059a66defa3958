// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "account/device_name.h"

class TestDeviceName : public QObject {
    Q_OBJECT

private slots:
    void aDeviceIsNamedAsPeopleKnowIt_data() {
        QTest::addColumn<QString>("userAgent");
        QTest::addColumn<QString>("name");
        QTest::newRow("Firefox") << "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"
                                 << "Firefox, Linux";
        QTest::newRow("Chrome") << "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
                                   "Chrome/126.0.0.0 Safari/537.36"
                                << "Chrome, Windows";
        QTest::newRow("Edge says it is Chrome") << "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like "
                                                   "Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0"
                                                << "Edge, Windows";
        QTest::newRow("Safari on a telephone that says it is a Mac")
            << "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Safari/604.1"
            << "Safari, iPhone";
        QTest::newRow("Android says it is Linux")
            << "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0.0.0 Mobile Safari/537.36"
            << "Chrome, Android";
        QTest::newRow("a program") << "curl/8.5.0" << "curl";
        QTest::newRow("a system alone") << "Something (Windows)" << "Windows";
        QTest::newRow("nothing known") << "<script>alert(1)</script>" << "";
        QTest::newRow("nothing") << "" << "";
    }
    void aDeviceIsNamedAsPeopleKnowIt() {
        QFETCH(const QString, userAgent);
        QFETCH(const QString, name);
        QCOMPARE(QString::fromStdString(gatehouse::account::deviceName(userAgent.toStdString())), name);
    }
};

QTEST_GUILESS_MAIN(TestDeviceName)
#include "tst_device_name.moc"
