// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "scim/errors.h"
#include "tests/support/scim_json.h"

using namespace gatehouse;
using namespace gatehouse::scim;
using namespace gatehouse::scim::testing;

namespace {

Error error(const char* reason, const char* detail = "", Code code = Code::InvalidArgument) {
    return {code, reason, detail};
}

QString file(const QString& path) {
    QFile in(QStringLiteral(GATEHOUSE_TEST_DATA "/../../") + path);
    return in.open(QIODevice::ReadOnly) ? QString::fromUtf8(in.readAll()) : QString();
}

} // namespace

class TestErrors : public QObject {
    Q_OBJECT
private slots:
    void anErrorHasTheShapeOfTheStandard() {
        const json::Object body = errorBody(error("scim.mutability", "id"));
        const json::Object sample = vectors("rfc-samples/rfc7644-3.12-error-bad_request.json").as_object();
        for (const char* name : {"schemas", "status", "scimType"}) {
            QVERIFY(body.at(name) == sample.at(name));
        }
        QVERIFY(text(body, "detail").find("id") != std::string::npos);
    }
    void theStatusIsAText() {
        QVERIFY(errorBody(error("scim.bulk_too_large")).at("status") == json::Value("413"));
        QVERIFY(!errorBody(error("scim.bulk_too_large")).contains("scimType"));
    }
    void ofOtherErrorsOnlyTheCodeIsTold() { // SC-22
        const auto of = [](Code code) { return describe(error("store.secret_reason", "s3cret", code)); };
        QCOMPARE(of(Code::NotFound).status, 404);
        QCOMPARE(of(Code::Unauthenticated).status, 401);
        QCOMPARE(of(Code::PermissionDenied).status, 403);
        QCOMPARE(of(Code::Conflict).status, 409);
        QCOMPARE(of(Code::FailedPrecondition).status, 412);
        QCOMPARE(of(Code::RateLimited).status, 429);
        QCOMPARE(of(Code::Unavailable).status, 503);
        QCOMPARE(of(Code::DeadlineExceeded).status, 503);
        QCOMPARE(of(Code::Internal).status, 500);
        for (const Code code : {Code::InvalidArgument, Code::Internal, Code::Conflict}) {
            QVERIFY(of(code).detail.find("s3cret") == std::string::npos);
        }
    }
    void brokenJsonIsInvalidSyntax() { // SC-18
        for (const char* text : {"{\"a\":1,\"a\":2}", "{\"a\":\"\\u0000\"}", "{\"a\":1e999}", "{\"a\":NaN}",
                                 "{\"a\":\"\\ud800\"}", "\xef\xbb\xbf{}", "{} x", "{/**/}", "[]"}) {
            const auto parsed = json::parseObject(text);
            QVERIFY2(!parsed, text);
            QCOMPARE(describe(parsed.error()).status, 400);
            QCOMPARE(describe(parsed.error()).scimType, std::string("invalidSyntax"));
        }
        QCOMPARE(describe(json::parse(std::string(300'000, ' ')).error()).status, 413);
        QCOMPARE(describe(json::parse(std::string(10'000, '[')).error()).status, 400);
    }
    void theErrorsOfOthersAreRead() {
        for (const char* name :
             {"rfc7644-3.12-error-bad_request", "rfc7644-3.12-error-not_found", "rfc7644-3.6-error-not_found",
              "rfc7644-3.7.3-error-invalid_syntax", "rfc7644-3.7.4-error-payload_too_large"}) {
            const json::Object sample = vectors(std::string("rfc-samples/") + name + ".json").as_object();
            const auto read = readErrorBody(sample);
            QVERIFY2(read, name);
            QVERIFY(errorBody(*read) == sample);
        }
    }
    void whatIsNoErrorIsRefused() {
        const std::string schemas = "'schemas':['urn:ietf:params:scim:api:messages:2.0:Error']";
        for (const std::string& body :
             {"{" + schemas + ",'status':400}", "{" + schemas + "}", "{" + schemas + ",'status':'40'}",
              "{" + schemas + ",'status':'200'}", "{" + schemas + ",'status':'4x0'}", std::string("{'status':'400'}"),
              std::string("{'schemas':['x'],'status':'400'}")}) {
            QCOMPARE(reason(readErrorBody(object(body))), std::string("scim.error_body"));
        }
    }
    void everyTypeOfErrorIsOneOfOurs_data() {
        QTest::addColumn<QString>("scimType");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* type, int status, const char* reason) {
            QTest::addRow("%d %s", status, type) << QString(type) << status << QString(reason);
        };
        row("invalidFilter", 400, "scim.filter");
        row("tooMany", 400, "scim.too_many");
        row("uniqueness", 409, "scim.uniqueness");
        row("mutability", 400, "scim.mutability");
        row("invalidSyntax", 400, "scim.syntax");
        row("invalidPath", 400, "scim.path");
        row("noTarget", 400, "scim.no_target");
        row("invalidValue", 400, "scim.value");
        row("invalidVers", 400, "scim.version_unsupported");
        row("sensitive", 403, "scim.sensitive");
        row("invalidCursor", 400, "scim.cursor");
        row("expiredCursor", 400, "scim.cursor_expired");
        row("invalidCount", 400, "scim.count");
        row("", 404, "scim.not_found");
        row("", 412, "scim.changed");
        row("", 401, "scim.refused");
        row("", 429, "scim.refused");
        row("", 500, "scim.refused");
        row("somethingElse", 400, "scim.refused");
    }
    void everyTypeOfErrorIsOneOfOurs() {
        QFETCH(QString, scimType);
        QFETCH(int, status);
        QFETCH(QString, reason);
        const Error ours = toError({status, scimType.toStdString(), "words"});
        QCOMPARE(QString::fromStdString(ours.reason), reason);
        if (reason != "scim.refused") {
            QCOMPARE(QString::fromStdString(describe(ours).scimType), scimType);
            QCOMPARE(describe(ours).status, status);
        }
    }
    void theCodeOfARefusalSaysWhatToDo() {
        QCOMPARE(toError({429, "", ""}).code, Code::RateLimited);
        QCOMPARE(toError({401, "", ""}).code, Code::Unauthenticated);
        QCOMPARE(toError({403, "", ""}).code, Code::PermissionDenied);
        QCOMPARE(toError({409, "", ""}).code, Code::Conflict);
        QCOMPARE(toError({502, "", ""}).code, Code::Unavailable);
        QCOMPARE(toError({404, "", ""}).code, Code::NotFound);
        QCOMPARE(toError({400, "uniqueness", ""}).code, Code::Conflict);
    }
    void everyReasonIsDocumented() {
        const QString page = file("docs/errors.md");
        QStringList missing;
        QDirIterator sources(QStringLiteral(GATEHOUSE_TEST_DATA "/../../core/scim"), {"*.cpp"}, QDir::Files);
        while (sources.hasNext()) {
            const QString path = sources.next();
            if (path.contains("/tst_")) {
                continue;
            }
            auto found =
                QRegularExpression("\"(scim\\.[a-z_]+)\"").globalMatch(file("core/scim/" + sources.fileName()));
            while (found.hasNext()) {
                const QString slug = found.next().captured(1);
                if (!page.contains("| `" + slug + "` |") && !missing.contains(slug)) {
                    missing << slug;
                }
            }
        }
        QCOMPARE(missing, QStringList());
        QVERIFY(page.contains("scim.filter"));
    }
};

QTEST_GUILESS_MAIN(TestErrors)
#include "tst_errors.moc"
