// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "tenants/addresses.h"

using namespace gatehouse::tenants;

class TestAddresses : public QObject {
    Q_OBJECT

private slots:
    void whereNothingIsBlockedNothingIs() {
        QVERIFY(!isBlocked({}, "192.0.2.1"));
        QVERIFY(!isBlocked({}, "unix"));
    }

    void anAddressOfARangeIsBlockedHoweverItIsWritten() {
        Settings settings;
        settings.blockedAddresses = {"192.0.2.0/24", "2001:db8::/32", "198.51.100.7"};
        for (const char* blocked : {"192.0.2.0", "192.0.2.255", "::ffff:192.0.2.9", "2001:db8:1::2", "198.51.100.7"}) {
            QVERIFY2(isBlocked(settings, blocked), blocked);
        }
        for (const char* other : {"192.0.3.0", "192.0.1.255", "2001:db9::1", "198.51.100.8", "::1"}) {
            QVERIFY2(!isBlocked(settings, other), other);
        }
    }

    void whatCannotBeJudgedIsBlocked() {
        Settings settings;
        settings.blockedAddresses = {"192.0.2.0/24"};
        for (const char* odd : {"", "unix", "192.0.2", "192.0.2.1 ", "fe80::1%eth0"}) {
            QVERIFY2(isBlocked(settings, odd), odd);
        }
    }

    void onePlaceIsOneAddressOrOneNetworkOfIpv6() {
        QVERIFY(isSamePlace("192.0.2.1", "192.0.2.1"));
        QVERIFY(isSamePlace("192.0.2.1", "::ffff:192.0.2.1"));
        QVERIFY(!isSamePlace("192.0.2.1", "192.0.2.2"));
        QVERIFY(isSamePlace("2001:db8:1:2::1", "2001:db8:1:2:ffff::9"));
        QVERIFY(!isSamePlace("2001:db8:1:2::1", "2001:db8:1:3::1"));
        QVERIFY(!isSamePlace("2001:db8::1", "192.0.2.1"));
        QVERIFY(!isSamePlace("::ffff:192.0.2.1", "::ffff:192.0.2.2"));
        QVERIFY(!isSamePlace("192.0.2.1", ""));
    }
};

QTEST_GUILESS_MAIN(TestAddresses)
#include "tst_addresses.moc"
