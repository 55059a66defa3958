// SPDX-License-Identifier: Apache-2.0
#include <QTemporaryDir>
#include <QtTest>

#include <sys/stat.h>

#include "broker/data_dir.h"

using namespace gatehouse;
using broker::DataDir;

class TestDataDir : public QObject {
    Q_OBJECT
private slots:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = std::filesystem::path(m_folder->path().toStdString());
        qputenv("XDG_CONFIG_HOME", (m_folder->path() + "/config").toUtf8());
    }

    void aFolderIsMadeForUsAlone() {
        const auto made = DataDir::open(m_path / "new" / "data");
        QVERIFY(made.has_value());
        QCOMPARE(modeOf(m_path / "new" / "data"), 0700U);
        QCOMPARE(modeOf(m_path / "new" / "data" / "lock"), 0600U);
        QCOMPARE(made->database(), m_path / "new" / "data" / "gatehouse.db");
        QCOMPARE(made->adminSocket(), m_path / "new" / "data" / "admin.sock");
    }
    void aFolderThatWasOpenIsClosed() {
        std::filesystem::create_directories(m_path / "data");
        QCOMPARE(chmod((m_path / "data").c_str(), 0755), 0);
        QVERIFY(DataDir::open(m_path / "data"));
        QCOMPARE(modeOf(m_path / "data"), 0700U);
    }
    void twoCannotHoldOneFolder() {
        {
            const auto first = DataDir::open(m_path / "data");
            const auto second = DataDir::open(m_path / "data");
            QCOMPARE(second.error().reason, std::string("broker.data_dir_in_use"));
            QVERIFY(second.error().detail.find(std::to_string(getpid())) != std::string::npos);
        }
        QVERIFY(DataDir::open(m_path / "data"));
    }
    void theLockMovesWithTheObject() {
        auto first = DataDir::open(m_path / "data");
        auto held = std::make_unique<DataDir>(*std::move(first));
        first = gatehouse::fail(Code::Internal, "gone");
        QVERIFY(!DataDir::open(m_path / "data"));
        held.reset();
        QVERIFY(DataDir::open(m_path / "data"));
    }
    void whatIsNoFolderIsRefused() {
        QFile file(m_folder->filePath("file"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        for (const char* path : {"file", "file/below"}) {
            QCOMPARE(DataDir::open(m_path / path).error().reason, std::string("broker.data_dir"));
        }
    }
    void aLockThatIsALinkIsNotFollowed() {
        std::filesystem::create_directories(m_path / "data");
        std::filesystem::create_symlink(m_path / "elsewhere", m_path / "data" / "lock");
        QCOMPARE(DataDir::open(m_path / "data").error().reason, std::string("broker.data_dir"));
        QVERIFY(!std::filesystem::exists(m_path / "elsewhere"));
    }
    void theMasterKeyHasAPlaceOutsideAndKeepsIt() {
        std::string first;
        {
            const auto data = DataDir::open(m_path / "data");
            first = data->defaultMasterKey().value();
            QVERIFY(first.starts_with("file:" + (m_path / "config" / "gatehouse" / "master-keys").string() + "/"));
            QCOMPARE(modeOf(m_path / "config" / "gatehouse" / "master-keys"), 0700U);
            QCOMPARE(data->defaultMasterKey().value(), first);
        }
        QCOMPARE(DataDir::open(m_path / "data")->defaultMasterKey().value(), first);
        QVERIFY(DataDir::open(m_path / "other")->defaultMasterKey().value() != first);
    }
    void withoutAHomeThereIsNoDefaultKey() {
        const auto data = DataDir::open(m_path / "data");
        const QByteArray home = qgetenv("HOME");
        qputenv("XDG_CONFIG_HOME", "relative/path");
        qunsetenv("HOME");
        QCOMPARE(data->defaultMasterKey().error().reason, std::string("master_key.missing"));
        qputenv("HOME", home);
    }

private:
    static unsigned modeOf(const std::filesystem::path& path) {
        struct stat about{};
        return stat(path.c_str(), &about) == 0 ? about.st_mode & 0777U : 0U;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::filesystem::path m_path;
};

QTEST_GUILESS_MAIN(TestDataDir)
#include "tst_data_dir.moc"
