// SPDX-License-Identifier: Apache-2.0
// The command line of the desktop program.
#include <QDir>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include "options.h"

namespace gatehouse::tests {

using console::Options;
using console::Refusal;

namespace {

std::optional<Refusal> read(const QStringList& arguments, Options& options) {
    return console::readOptions(QStringList{QStringLiteral("gatehouse")} + arguments, options);
}

} // namespace

class TstOptions : public QObject {
    Q_OBJECT
private slots:
    void filesAndAddressesAreHandedOn() {
        Options options;
        QVERIFY(!read({QStringLiteral("a.ghbundle"), QStringLiteral("gatehouse://panel/users")}, options));
        QCOMPARE(options.things, QStringList({QDir::current().absoluteFilePath(QStringLiteral("a.ghbundle")),
                                              QStringLiteral("gatehouse://panel/users")}));
    }

    void connectNeedsATokenFileOnlyWhereNobodyCanBeAsked() {
        Options options;
        QVERIFY(!read({QStringLiteral("--connect"), QStringLiteral("https://id.example.com")}, options));
        QVERIFY(options.tokenFile.isEmpty());
        QVERIFY(read({QStringLiteral("--connect"), QStringLiteral("https://id.example.com"),
                      QStringLiteral("--screenshot"), QStringLiteral("shots")},
                     options));
    }

    void whatCannotBeMeantIsRefused_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("unknown") << QStringList{QStringLiteral("--no-such")};
        QTest::newRow("two brokers") << QStringList{QStringLiteral("--connect"), QStringLiteral("https://a.example"),
                                                    QStringLiteral("--data-dir"), QStringLiteral("d")};
        QTest::newRow("no number") << QStringList{QStringLiteral("--passphrase-fd"), QStringLiteral("x")};
        QTest::newRow("negative") << QStringList{QStringLiteral("--passphrase-fd"), QStringLiteral("-1")};
    }
    void whatCannotBeMeantIsRefused() {
        QFETCH(QStringList, arguments);
        Options options;
        const std::optional<Refusal> refusal = read(arguments, options);
        QVERIFY(refusal);
        QCOMPARE(refusal->exitCode, 2);
        QVERIFY(!refusal->text.isEmpty());
    }

    void resetLayoutIsOffUnlessAskedFor() {
        Options options;
        QVERIFY(!read({}, options));
        QVERIFY(!options.resetLayout);
        QVERIFY(!read({QStringLiteral("--reset-layout")}, options));
        QVERIFY(options.resetLayout);
    }

    void portableKeepsEverythingInOneFolder() {
        const QTemporaryDir folder;
        Options options;
        QVERIFY(!read({QStringLiteral("--portable"), folder.path()}, options));
        QCOMPARE(options.dataDir, folder.filePath(QStringLiteral("data")));
        console::keepEverythingIn(folder.path());
        QSettings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("gatehouse"), QStringLiteral("console"))
            .setValue(QStringLiteral("a"), 1);
        QVERIFY(QFile::exists(folder.filePath(QStringLiteral("config/gatehouse/console.ini"))));
        QDir::setCurrent(folder.path());
        console::keepEverythingIn(QStringLiteral("stick")); // a relative XDG path would count for nothing
        QCOMPARE(qEnvironmentVariable("XDG_DATA_HOME"), folder.filePath(QStringLiteral("stick/share")));
        console::keepEverythingIn(folder.path());
        for (const auto place :
             {QStandardPaths::AppDataLocation, QStandardPaths::CacheLocation, QStandardPaths::ConfigLocation}) {
            QVERIFY(QStandardPaths::writableLocation(place).startsWith(folder.path()));
        }
    }
};

} // namespace gatehouse::tests

QTEST_GUILESS_MAIN(gatehouse::tests::TstOptions)
#include "tst_options.moc"
