// SPDX-License-Identifier: Apache-2.0
// The logo of an app: what is taken for a picture, and that it goes with its app.
#include <QtTest>

#include "apps/apps.h"
#include "apps/logo.h"
#include "tests/support/test_store.h"

using namespace gatehouse;
using apps::Logo;
using test::TestStore;

namespace {

const Bytes kPng("\x89PNG\r\n\x1a\n...", 11);
const TenantId kAcme("t-acme");
const AppId kPortal("a1");
const std::string kLogoUri = "https://portal.example/logo.png";

} // namespace

class TestLogo : public QObject {
    Q_OBJECT
private slots:
    void picturesAreKnownByTheirFirstOctets() {
        QCOMPARE(apps::logoFrom(kPng)->mediaType, std::string("image/png"));
        QCOMPARE(apps::logoFrom("\xff\xd8\xff\xe0 JFIF")->mediaType, std::string("image/jpeg"));
        QCOMPARE(apps::logoFrom(Bytes("RIFF\x10\0\0\0WEBPVP8 ", 16))->mediaType, std::string("image/webp"));
        QCOMPARE(apps::dataUrl({"image/png", "ab"}), std::string("data:image/png;base64,YWI="));
    }
    void nothingElseIsOne_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("SVG") << QByteArray("<svg xmlns='x'><script>alert(1)</script></svg>");
        QTest::newRow("a page") << QByteArray("<!DOCTYPE html>");
        QTest::newRow("GIF") << QByteArray("GIF89a...");
        QTest::newRow("half a PNG") << QByteArray("\x89PNG");
        QTest::newRow("a PNG behind something") << QByteArray(" \x89PNG\r\n\x1a\n");
        QTest::newRow("RIFF of sound") << QByteArray("RIFF\x10\x10\x10\x10WAVE");
        QTest::newRow("RIFF alone") << QByteArray("RIFF");
    }
    void nothingElseIsOne() {
        QFETCH(QByteArray, body);
        QCOMPARE(apps::logoFrom(body.toStdString()).error().reason, std::string("logo_invalid"));
    }
    void itIsKeptReplacedAndForgotten() {
        TestStore store(apps::migrations());
        insertPortal(store);
        QVERIFY(!found(store));
        keep(store, Logo{"image/png", kPng});
        QCOMPARE(found(store)->image, kPng);
        keep(store, Logo{"image/webp", "RIFF"});
        QCOMPARE(found(store)->mediaType, std::string("image/webp"));
        keep(store, std::nullopt); // the app was saved, its address as before
        QCOMPARE(found(store)->mediaType, std::string("image/webp"));
        keep(store, std::nullopt, "");
        QVERIFY(!found(store));
    }
    void itIsOfOneOwnersAppAndGoesWithIt() {
        TestStore store(apps::migrations());
        insertPortal(store);
        keep(store, Logo{"image/png", kPng});
        const auto others =
            store->read([](store::Reader& reader) { return apps::findLogo(reader, TenantId("t-evil"), kPortal); });
        QVERIFY(!*others);
        QVERIFY(store->write([](store::Writer& writer) { return apps::remove(writer, kAcme, kPortal); }));
        QVERIFY(!found(store));
    }

private:
    static apps::App portal(std::string logoUri) {
        apps::App app;
        app.id = kPortal;
        app.owner = kAcme;
        app.name = "Portal";
        app.clientId = "portal";
        app.logoUri = std::move(logoUri);
        return app;
    }
    static void insertPortal(TestStore& store) {
        QVERIFY(store->write([&](store::Writer& writer) { return apps::insert(writer, portal(kLogoUri)); }));
    }
    static void keep(TestStore& store, const std::optional<Logo>& fetched, const std::string& logoUri = kLogoUri) {
        QVERIFY(store->write([&](store::Writer& writer) { return apps::keepLogo(writer, portal(logoUri), fetched); }));
    }
    static std::optional<Logo> found(TestStore& store) {
        return store->read([](store::Reader& reader) { return apps::findLogo(reader, kAcme, kPortal); }).value();
    }
};

QTEST_GUILESS_MAIN(TestLogo)
#include "tst_logo.moc"
