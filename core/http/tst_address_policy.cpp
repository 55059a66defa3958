// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "http/address_policy.h"

using namespace gatehouse;
using namespace gatehouse::http;

namespace {

IpAddress ip(const char* text) {
    return parseIpAddress(text).value();
}

bool allowed(const char* text, const AddressPolicy& policy = {}) {
    return judge(ip(text), rulesOf(policy)).empty();
}

} // namespace

class TestAddressPolicy : public QObject {
    Q_OBJECT
private slots:
    void publicAddressesAreAllowed() {
        for (const char* good :
             {"8.8.8.8", "1.1.1.1", "172.15.255.255", "172.32.0.1", "100.63.255.255", "100.128.0.0", "11.0.0.1",
              "223.255.255.255", "2606:4700::1111", "2a00:1450::1", "2001:4860::8888", "::ffff:8.8.8.8"}) {
            QVERIFY2(allowed(good), good);
        }
    }
    void everythingElseIsRefusedByDefault() {
        for (const char* bad : {"127.0.0.1",
                                "127.255.255.254",
                                "::1",
                                "10.0.0.1",
                                "172.16.0.1",
                                "172.31.255.255",
                                "192.168.1.1",
                                "100.64.0.1",
                                "100.127.255.255",
                                "fc00::1",
                                "fdff::1",
                                "169.254.169.254",
                                "169.254.0.1",
                                "fe80::1",
                                "febf::1",
                                "0.0.0.0",
                                "0.1.2.3",
                                "::",
                                "224.0.0.1",
                                "239.1.1.1",
                                "ff02::1",
                                "240.0.0.1",
                                "255.255.255.255",
                                "192.0.2.1",
                                "198.51.100.1",
                                "203.0.113.1",
                                "198.18.0.1",
                                "198.19.255.255",
                                "192.0.0.1",
                                "192.88.99.1",
                                "2001:db8::1",
                                "::ffff:127.0.0.1",
                                "::ffff:10.0.0.1",
                                "::ffff:169.254.169.254",
                                "::127.0.0.1",
                                "::8.8.8.8",
                                "64:ff9b::8.8.8.8",
                                "64:ff9b::7f00:1",
                                "64:ff9b:1::1",
                                "2002:7f00:1::",
                                "2002:808:808::",
                                "2001:0:1234::1",
                                "fec0::1",
                                "100::1",
                                "3fff::1",
                                "4000::1",
                                "fd00:ec2::254",
                                "168.63.129.16",
                                "100.100.100.200"}) {
            QVERIFY2(!allowed(bad), bad);
        }
    }
    void loopbackIsAllowedWhereTheBrokerIsLocal() {
        const AddressPolicy policy{
            .allowLoopback = true, .allowPrivate = false, .allowedCidrs = {}, .allowHttp = false};
        QVERIFY(allowed("127.0.0.1", policy) && allowed("::1", policy) && allowed("::ffff:127.0.0.1", policy));
        for (const char* bad : {"10.0.0.1", "169.254.169.254", "0.0.0.0", "::", "::127.0.0.1", "64:ff9b::7f00:1"}) {
            QVERIFY2(!allowed(bad, policy), bad);
        }
    }
    void metadataAndLinkLocalAreNeverAllowed() {
        const AddressPolicy policy{
            .allowLoopback = true, .allowPrivate = true, .allowedCidrs = {"0.0.0.0/0", "::/0"}, .allowHttp = true};
        QVERIFY(allowed("10.0.0.1", policy) && allowed("198.18.0.1", policy) && allowed("fd00::1", policy));
        for (const char* bad :
             {"169.254.169.254", "169.254.1.1", "fe80::1", "::ffff:169.254.169.254", "fd00:ec2::254", "100.100.100.200",
              "168.63.129.16", "192.0.0.192", "0.0.0.0", "::", "255.255.255.255", "224.0.0.1", "ff02::1"}) {
            QVERIFY2(!allowed(bad, policy), bad);
        }
    }
    void aNamedBlockLetsItsAddressesThrough() {
        const AddressPolicy policy{.allowLoopback = false,
                                   .allowPrivate = false,
                                   .allowedCidrs = {"10.1.0.0/16", "fd12::/16", "nonsense"},
                                   .allowHttp = false};
        QVERIFY(allowed("10.1.2.3", policy) && allowed("fd12::9", policy) && allowed("::ffff:10.1.2.3", policy));
        QVERIFY(!allowed("10.2.0.1", policy) && !allowed("fd13::1", policy) && !allowed("127.0.0.1", policy));
    }
    void blocksAreParsedStrictly() {
        for (const char* bad :
             {"", "/8", "10.0.0.0/", "10.0.0.0/33", "10.0.0.1/8", "::1/129", "10.0.0.0/-1", "10.0.0.0/8 ", "10.0.0/8",
              "a.b.c.d", "[::1]", "::1%eth0", "010.0.0.1/x", "1.2.3.4.5"}) {
            QVERIFY2(!parseCidr(bad), bad);
        }
        QVERIFY(parseCidr("10.0.0.0/8").value().contains(ip("10.255.0.1")));
        QVERIFY(!parseCidr("10.0.0.0/8").value().contains(ip("11.0.0.1")));
        QVERIFY(!parseCidr("::/0").value().contains(ip("fe80::1")) == false);
        QVERIFY(parseCidr("127.0.0.1").value().contains(ip("127.0.0.1")));
    }
    void addressesAreWrittenCanonically() {
        QCOMPARE(ip("::ffff:1.2.3.4").text(), std::string("1.2.3.4"));
        QCOMPARE(ip("2001:DB8:0:0::1").text(), std::string("2001:db8::1"));
        for (const char* bad :
             {"", "1.2.3", "01.2.3.4", "1.2.3.4 ", "0x7f.1", "2130706433", "localhost", "::g", "1:2"}) {
            QVERIFY2(!parseIpAddress(bad), bad);
        }
    }
};

QTEST_GUILESS_MAIN(TestAddressPolicy)
#include "tst_address_policy.moc"
