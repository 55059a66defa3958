// SPDX-License-Identifier: Apache-2.0
#include <sys/stat.h>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "keys/master_key.h"

using namespace gatehouse;
using namespace gatehouse::keys;

class TestMasterKey : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    const TenantId m_tenant{"t1"};
    const std::string m_bytes = std::string(31, 'k') + "!";

    std::string path(const char* name) const { return m_dir.filePath(name).toStdString(); }
    std::string put(const char* name, const QByteArray& text, mode_t mode = 0600) const {
        QFile file(m_dir.filePath(name));
        [[maybe_unused]] const bool opened = file.open(QIODevice::WriteOnly);
        file.write(text);
        file.close();
        ::chmod(path(name).c_str(), mode);
        return path(name);
    }
    static std::string reasonOf(const Result<MasterKey>& key) { return key ? "" : key.error().reason; }

private slots:
    void aKeyHas32Bytes() {
        QVERIFY(MasterKey::fromBytes(m_bytes));
        for (const std::size_t size : {0, 1, 16, 31, 33, 64}) {
            QCOMPARE(reasonOf(MasterKey::fromBytes(std::string(size, 'x'))), std::string("master_key.malformed"));
        }
    }
    void whatWasWrappedOpensUnderTheSameNameOnly() {
        const auto key = MasterKey::fromBytes(m_bytes);
        const Bytes wrapped = key->wrap(m_tenant, "kek", "payload");
        QVERIFY(key->unwrap(m_tenant, "kek", wrapped)->reveal() == "payload");
        QVERIFY(!key->unwrap(TenantId("t2"), "kek", wrapped));
        QVERIFY(!key->unwrap(m_tenant, "other", wrapped));
        QVERIFY(!key->unwrap(m_tenant, "", wrapped));
        const auto other = MasterKey::fromBytes(std::string(32, 'o'));
        QCOMPARE(other->unwrap(m_tenant, "kek", wrapped).error().reason, std::string("master_key.wrong"));
    }
    void aChangedOrCutWrapDoesNotOpen() {
        const auto key = MasterKey::fromBytes(m_bytes);
        const Bytes wrapped = key->wrap(m_tenant, "kek", "payload");
        for (std::size_t i = 0; i < wrapped.size(); ++i) {
            Bytes changed = wrapped;
            changed[i] = char(changed[i] ^ 1);
            QVERIFY(!key->unwrap(m_tenant, "kek", changed));
            QVERIFY(!key->unwrap(m_tenant, "kek", wrapped.substr(0, i)));
        }
    }
    void theCheckValueTellsKeysApart() {
        const auto key = MasterKey::fromBytes(m_bytes);
        QCOMPARE(key->checkValue(), MasterKey::fromBytes(m_bytes)->checkValue());
        QVERIFY(key->checkValue() != MasterKey::fromBytes(std::string(32, 'o'))->checkValue());
        QVERIFY(MasterKey::generate()->checkValue() != MasterKey::generate()->checkValue());
    }
    void everyFormOfTheTextIsRead() {
        const auto key = MasterKey::fromBytes(m_bytes);
        const QByteArray raw = QByteArray::fromStdString(m_bytes);
        for (const QByteArray& text : {raw, raw.toHex(), raw.toHex() + "\n", raw.toBase64(), raw.toBase64() + "\r\n",
                                       raw.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)}) {
            const auto loaded = loadMasterKey("file:" + put("form", text));
            QVERIFY2(loaded, text.constData());
            QCOMPARE(loaded->checkValue(), key->checkValue());
        }
    }
    void whatIsNoKeyIsRefused() {
        for (const QByteArray& text :
             {QByteArray(), QByteArray("hello"), QByteArray(64, 'z'), QByteArray(43, '='), QByteArray(1000, 'a')}) {
            QCOMPARE(reasonOf(loadMasterKey("file:" + put("bad", text))), std::string("master_key.malformed"));
        }
    }
    void aFileThatOthersCanReadIsRefused() {
        const QByteArray text(32, 'x');
        for (const mode_t mode : {0640, 0604, 0666, 0620}) {
            QCOMPARE(reasonOf(loadMasterKey("file:" + put("open", text, mode))), std::string("master_key.permissions"));
        }
        QVERIFY(loadMasterKey("file:" + put("open", text, 0400)));
    }
    void aLinkOrAFolderIsRefused() {
        const std::string target = put("target", QByteArray(32, 'x'));
        QVERIFY(QFile::link(QString::fromStdString(target), m_dir.filePath("link")));
        QVERIFY(!loadMasterKey("file:" + path("link")));
        QVERIFY(!loadMasterKey("file:" + m_dir.path().toStdString()));
    }
    void aMissingFileIsCreatedOnlyWhenAsked() {
        const std::string source = "file:" + path("new.key");
        QCOMPARE(reasonOf(loadMasterKey(source)), std::string("master_key.missing"));
        const auto created = loadMasterKey(source, IfMissing::Create);
        QVERIFY(created);
        struct stat info{};
        QCOMPARE(::stat(path("new.key").c_str(), &info), 0);
        QCOMPARE(int(info.st_mode & 0777), 0600);
        QCOMPARE(loadMasterKey(source)->checkValue(), created->checkValue());
        QCOMPARE(loadMasterKey(source, IfMissing::Create)->checkValue(), created->checkValue());
    }
    void aDamagedFileIsNeverReplaced() {
        const std::string file = put("damaged", "oops");
        QVERIFY(!loadMasterKey("file:" + file, IfMissing::Create));
        QFile again(QString::fromStdString(file));
        QVERIFY(again.open(QIODevice::ReadOnly));
        QCOMPARE(again.readAll(), QByteArray("oops"));
    }
    void theEnvironmentIsRead() {
        qputenv("GATEHOUSE_TEST_KEY", QByteArray::fromStdString(m_bytes).toHex());
        QCOMPARE(loadMasterKey("env:GATEHOUSE_TEST_KEY")->checkValue(), MasterKey::fromBytes(m_bytes)->checkValue());
        QCOMPARE(reasonOf(loadMasterKey("env:GATEHOUSE_TEST_KEY_NOT_SET")), std::string("master_key.missing"));
    }
    void aSystemdCredentialIsRead() {
        put("gatehouse.master", QByteArray::fromStdString(m_bytes));
        qunsetenv("CREDENTIALS_DIRECTORY");
        QCOMPARE(reasonOf(loadMasterKey("credential:gatehouse.master")), std::string("master_key.missing"));
        qputenv("CREDENTIALS_DIRECTORY", m_dir.path().toUtf8());
        QVERIFY(loadMasterKey("credential:gatehouse.master"));
        QCOMPARE(reasonOf(loadMasterKey("credential:../escape")), std::string("master_key.missing"));
        QCOMPARE(reasonOf(loadMasterKey("credential:absent")), std::string("master_key.missing"));
    }
    void otherSourcesAreRefused() {
        for (const char* source : {"", "file", "file:", "env:", "credential:", "vault:x", "http://x", "FILE:x"}) {
            QCOMPARE(reasonOf(loadMasterKey(source)), std::string("master_key.source"));
        }
        QCOMPARE(reasonOf(loadMasterKey("pkcs11:token=x")), std::string("master_key.unsupported"));
    }
};

QTEST_GUILESS_MAIN(TestMasterKey)
#include "tst_master_key.moc"
