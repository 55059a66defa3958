// SPDX-License-Identifier: Apache-2.0
#include <QTemporaryDir>
#include <QtTest>

#include "broker/apply_file.h"

using namespace gatehouse;
namespace api = admin::api;

class TestApplyFile : public QObject {
    Q_OBJECT
private slots:
    void init() { m_calls.clear(); }

    void theDocumentGoesToTheAdminApiAsItIs() {
        const std::string text = "{\"gatehouse\":1,\"tenants\":[]}\n";
        QVERIFY(apply(text, 200));
        QCOMPARE(m_calls.size(), std::size_t(1));
        QCOMPARE(m_calls.front().method, std::string("POST"));
        QCOMPARE(m_calls.front().path, std::string("/admin/v1/apply"));
        QCOMPARE(m_calls.front().body, text);
        QCOMPARE(std::string(api::header(m_calls.front().headers, "content-type")), std::string("application/json"));
    }
    void aRefusalNamesTheFileAndTheAnswer_data() {
        QTest::addColumn<int>("status");
        for (const int status : {400, 403, 409, 422, 500, 303}) {
            QTest::addRow("%d", status) << status;
        }
    }
    void aRefusalNamesTheFileAndTheAnswer() {
        QFETCH(int, status);
        const Status refused = apply("{}", status);
        QCOMPARE(refused.error().reason, std::string("broker.apply_refused"));
        QVERIFY(refused.error().detail.find("config.json") != std::string::npos);
        QVERIFY(refused.error().detail.find("the answer") != std::string::npos);
    }
    void aFileThatIsNotThereIsNotSent() {
        QCOMPARE(broker::applyFile(dispatcher(200), "/nonexistent/config.json").error().reason,
                 std::string("broker.apply_file"));
        QCOMPARE(broker::applyFile(dispatcher(200), m_folder.path().toStdString()).error().reason,
                 std::string("broker.apply_file"));
        QVERIFY(m_calls.empty());
    }
    void aFileThatIsTooLargeIsNotSent() {
        const QString path = m_folder.filePath("large.json");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.resize(16 * 1024 * 1024 + 1));
        QCOMPARE(broker::applyFile(dispatcher(200), path.toStdString()).error().reason,
                 std::string("broker.apply_file"));
        QVERIFY(m_calls.empty());
    }

private:
    api::Dispatcher dispatcher(int status) {
        return [this, status](const api::Call& call) {
            m_calls.push_back(call);
            return api::Reply{status, {}, "the answer"};
        };
    }
    Status apply(const std::string& text, int status) {
        const QString path = m_folder.filePath("config.json");
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text.data(), qint64(text.size())) < 0) {
            return fail(Code::Internal, "test");
        }
        file.close();
        return broker::applyFile(dispatcher(status), path.toStdString());
    }
    QTemporaryDir m_folder;
    std::vector<api::Call> m_calls;
};

QTEST_GUILESS_MAIN(TestApplyFile)
#include "tst_apply_file.moc"
