// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "documents.h"
#include "http_reply.h"
#include "print.h"
#include "resource_command.h"

using namespace gatehouse;
using namespace gatehouse::ctl;

namespace {

/// An answer that arrives in pieces of `size` bytes.
ReadMore inPieces(std::string text, std::size_t size) {
    return [text = std::move(text), size, at = std::size_t(0)]() mutable -> Result<std::string> {
        const std::string piece = at < text.size() ? text.substr(at, size) : std::string();
        at += size;
        return piece;
    };
}

std::string reasonOf(std::string text) {
    const auto reply = readReply(inPieces(std::move(text), 7));
    return reply ? std::string() : reply.error().reason;
}

ResourceCommand typed(std::string_view id, std::string tenant, std::vector<std::string> ids = {}) {
    ResourceCommand command;
    command.route = admin::api::findRoute(id);
    command.tenant = std::move(tenant);
    command.ids = std::move(ids);
    return command;
}

} // namespace

class TestCtl : public QObject {
    Q_OBJECT
private slots:
    void answersOfKnownLengthAreRead() {
        for (const std::size_t size : {std::size_t(1), std::size_t(5), std::size_t(4096)}) {
            const auto reply =
                readReply(inPieces("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nETag: \"1\"\r\n\r\nhello", size));
            QVERIFY(reply);
            QCOMPARE(reply->status, 200);
            QCOMPARE(reply->body, std::string("hello"));
            QCOMPARE(admin::api::header(reply->headers, "etag"), std::string_view("\"1\""));
        }
    }
    void chunkedAnswersAreRead() {
        const auto reply = readReply(inPieces("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                                              "5\r\nhello\r\n6;x=1\r\n world\r\n0\r\nTrailer: 1\r\n\r\n",
                                              3));
        QVERIFY(reply);
        QCOMPARE(reply->body, std::string("hello world"));
    }
    void answersWithoutLengthEndWithTheConnection() {
        QCOMPARE(readReply(inPieces("HTTP/1.1 200 OK\r\n\r\nrest", 9))->body, std::string("rest"));
    }
    void emptyAndInterimAnswersAreRead() {
        QCOMPARE(readReply(inPieces("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n", 9))->status, 204);
    }
    void brokenAnswersAreRefused() {
        QCOMPARE(reasonOf("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhello"), std::string("ctl.reply_cut"));
        QCOMPARE(reasonOf("SSH-2.0-OpenSSH\r\n\r\n"), std::string("ctl.reply_malformed"));
        QCOMPARE(reasonOf("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n"), std::string("ctl.reply_malformed"));
        QCOMPARE(reasonOf("HTTP/1.1 200 OK\r\nno colon\r\n\r\n"), std::string("ctl.reply_malformed"));
        QCOMPARE(reasonOf("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nabc\r\n0\r\n\r\n"),
                 std::string("ctl.reply_malformed"));
        QCOMPARE(reasonOf("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n"),
                 std::string("ctl.reply_too_large"));
        QCOMPARE(reasonOf(""), std::string("ctl.reply_cut"));
    }
    void pathsAreFilledAndEncoded() {
        const auto call = toCall(typed("user.deactivate", "acme", {"a/b"}));
        QVERIFY(call);
        QCOMPARE(call->method, std::string("POST"));
        QCOMPARE(call->path, std::string("/admin/v1/tenants/acme/users/a%2Fb/deactivate"));
    }
    void aMissingTenantIsAUsageFailure() {
        QCOMPARE(toCall(typed("user.list", "")).error().exitCode, kUsage);
        QCOMPARE(toCall(typed("user.get", "acme")).error().exitCode, kUsage);
        QCOMPARE(toCall(typed("user.list", "acme", {"extra"})).error().exitCode, kUsage);
    }
    void appsWithoutTenantAreThoseOfTheFrontDoor() {
        QCOMPARE(toCall(typed("app.list", ""))->path, std::string("/admin/v1/apps"));
        QCOMPARE(toCall(typed("app.list", "acme"))->path, std::string("/admin/v1/tenants/acme/apps"));
    }
    void filtersGoIntoTheQuery() {
        ResourceCommand command = typed("audit.list", "acme");
        command.query = {{"type", "A&B"}};
        QCOMPARE(toCall(command)->path, std::string("/admin/v1/tenants/acme/audit?type=A%26B"));
    }
    void settingsBuildTheBody() {
        ResourceCommand command = typed("tenant.update", "acme");
        command.settings = {"name=Acme Corp", "settings.sessionTtl=60", "settings.requiredAcr=[\"mfa\"]"};
        const auto call = toCall(command);
        QVERIFY(call);
        const std::string wanted =
            "{\"name\":\"Acme Corp\",\"settings\":{\"sessionTtl\":60,\"requiredAcr\":[\"mfa\"]}}";
        QCOMPARE(call->body, wanted);
        command.settings = {"name"};
        QCOMPARE(toCall(command).error().exitCode, kUsage);
    }
    void bodiesAreRefusedWhereThereIsNone() {
        ResourceCommand command = typed("user.deactivate", "acme", {"1"});
        command.settings = {"a=1"};
        QCOMPARE(toCall(command).error().exitCode, kUsage);
    }
    void everyOperationCanBeTyped() {
        for (const admin::api::Route& route : admin::api::routes()) {
            const auto call = toCall(typed(route.id, "acme", pathParameters(route.path)));
            QVERIFY2(call, route.id.data());
            QVERIFY2(call->path.find('{') == std::string::npos, route.id.data());
        }
    }
    void durationsHaveUnits() {
        QCOMPARE(parseDuration("90").value_or(0), std::int64_t(90));
        QCOMPARE(parseDuration("8h").value_or(0), std::int64_t(28800));
        QCOMPARE(parseDuration("7d").value_or(0), std::int64_t(604800));
        for (const char* bad : {"", "h", "-1", "0", "8w", "8 h", "99999999999"}) {
            QVERIFY2(!parseDuration(bad), bad);
        }
    }
    void tablesAlign() {
        QCOMPARE(table({"name", "id"}, {{"acme", "1"}, {"b", "22"}}), std::string("NAME  ID\nacme  1\nb     22\n"));
    }
    void terminalsCannotBeSteered() { QCOMPARE(printable("a\x1b[31mb\r\n"), std::string("a?[31mb??")); }
    void aFailedTestIsAFault() {
        admin::api::Reply reply;
        reply.body = "{\"ok\":false,\"steps\":[]}";
        QVERIFY(foundFault(reply));
        reply.body = "{\"ok\":true,\"steps\":[]}";
        QVERIFY(!foundFault(reply));
        reply.body = "";
        QVERIFY(!foundFault(reply));
    }
    void refusalsSayWhatIsWrongOnOneLine() {
        admin::api::Reply reply;
        reply.status = 422;
        reply.body =
            "{\"type\":\"t\",\"title\":\"Invalid\",\"status\":422,\"detail\":\"\",\"code\":\"validation_failed\","
            "\"errors\":[{\"pointer\":\"/"
            "issuer\",\"code\":\"required\",\"message\":\"is\\nrequired\"}],\"requestId\":\"r1\"}";
        const Failure failed = refusal("connection create", reply);
        QCOMPARE(failed.why, std::string("validation_failed; /issuer is?required"));
        QCOMPARE(failed.cure, std::string("correct what is named (request r1)"));
        reply.body = "<html>";
        QCOMPARE(refusal("x", reply).why, std::string("the broker answered 422"));
    }
};

QTEST_GUILESS_MAIN(TestCtl)
#include "tst_ctl.moc"
