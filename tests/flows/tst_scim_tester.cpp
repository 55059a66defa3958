// SPDX-License-Identifier: Apache-2.0
// The conformance tester against our own service, over real connections; and against the same service with one fault
// each, which it has to find.
#include <QtTest>

#include "scim/tester/tester.h"
#include "tests/flows/scim_client.h"

namespace gatehouse::flows {
namespace {

/// Passes everything on and spoils what comes back.
class Spoiled final : public http::Client {
public:
    using Spoil = std::function<void(const http::OutboundRequest&, http::OutboundResponse&)>;
    Spoiled(http::Client& client, Spoil spoil)
        : m_client(client)
        , m_spoil(std::move(spoil)) {}
    Result<http::OutboundResponse> send(const std::string& pool, const http::OutboundRequest& request) override {
        auto response = m_client.send(pool, request);
        if (response) {
            m_spoil(request, *response);
        }
        return response;
    }

private:
    http::Client& m_client;
    Spoil m_spoil;
};

void replaceAll(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

struct Mutant {
    const char* finds; ///< the check that must fail, or warn
    Spoiled::Spoil spoil;
};

/// Swaps a text in every body.
Spoiled::Spoil swap(std::string from, std::string to) {
    return [from = std::move(from), to = std::move(to)](const auto&, http::OutboundResponse& response) {
        replaceAll(response.body, from, to);
    };
}

/// Another status for one kind of request.
Spoiled::Spoil answers(const char* method, int from, int to, const char* path = "") {
    return [=](const http::OutboundRequest& request, http::OutboundResponse& response) {
        if (request.method == method && response.status == from && request.url.find(path) != std::string::npos) {
            response.status = to;
        }
    };
}

std::vector<Mutant> mutants() {
    return {
        {"discovery.media_type",
         [](const auto&, auto& response) { response.headers.set("Content-Type", "text/html"); }},
        {"discovery.config_features", swap("\"changePassword\"", "\"changepassword\"")},
        {"discovery.types_user", swap("\"endpoint\":\"/Users\"", "\"endpoint\":\"/users\"")},
        {"discovery.schemas_characteristics", swap("\"mutability\"", "\"mutable\"")},
        {"discovery.schemas_filter", answers("GET", 403, 200)},
        {"credentials.none", answers("GET", 401, 200)},
        {"credentials.challenge", [](const auto&, auto& response) { response.headers.remove("WWW-Authenticate"); }},
        {"create.status", answers("POST", 201, 200)},
        {"create.location", [](const auto&, auto& response) { response.headers.remove("Location"); }},
        {"create.resource_type", swap("\"resourceType\":\"User\"", "\"resourceType\":\"user\"")},
        {"create.times", swap("\"created\":\"", "\"created\":\"on ")},
        {"create.duplicate", answers("POST", 409, 400)},
        {"create.malformed", answers("POST", 400, 500)},
        {"create.error_status", swap("\"status\":\"400\"", "\"status\":400")},
        {"create.external_id", swap("\"externalId\"", "\"externalid\"")},
        {"read.attributes",
         [](const http::OutboundRequest& request, auto& response) {
             if (request.url.ends_with("?attributes=userName")) {
                 response.body.insert(1, "\"displayName\":\"x\",");
             }
         }},
        {"read.unknown", answers("GET", 404, 200)},
        {"read.etag", [](const auto&, auto& response) { response.headers.remove("ETag"); }},
        {"read.not_modified", answers("GET", 304, 200)},
        {"read.stale", answers("PUT", 412, 200)},
        {"replace.unknown", answers("PUT", 404, 201)},
        {"replace.required", answers("PUT", 400, 200)},
        {"patch.replace_sub", swap("\"givenName\":\"Ada\"", "\"givenName\":\"ADA\"")},
        {"patch.no_target", swap("\"noTarget\"", "\"invalidPath\"")},
        {"patch.atomic", swap("\"title\":\"second\"", "\"title\":\"half\"")},
        {"patch.read_only", answers("PATCH", 400, 200)},
        {"filter.user_name",
         [](const http::OutboundRequest& request, auto& response) {
             if (request.url.find("?filter=userName%20eq") != std::string::npos) {
                 response.body = R"({"totalResults":0,"Resources":[]})";
             }
         }},
        {"filter.unfinished", answers("GET", 400, 200)},
        {"filter.depth", answers("GET", 400, 500)},
        {"list.numbers", swap("\"startIndex\":1", "\"startIndex\":\"1\"")},
        {"list.count_zero",
         [](const http::OutboundRequest& request, auto& response) {
             if (request.url.find("count=0") != std::string::npos) {
                 replaceAll(response.body, "\"Resources\":[]", "\"Resources\":[{}]");
             }
         }},
        {"list.cursor_unknown", swap("\"invalidCursor\"", "\"invalidValue\"")},
        {"list.descending",
         [](const http::OutboundRequest& request, auto& response) {
             if (request.url.find("sortOrder=descending") != std::string::npos) {
                 response.body = R"({"Resources":[{"userName":"a"},{"userName":"b"},{"userName":"c"}]})";
             }
         }},
        {"group.excluded",
         [](const http::OutboundRequest& request, auto& response) {
             if (request.url.ends_with("excludedAttributes=members")) {
                 response.body.insert(1, "\"members\":[],");
             }
         }},
        {"group.deleted", answers("GET", 404, 200, "/Groups/")},
        {"bulk.created", swap("\"status\":\"201\"", "\"status\":201")},
        {"bulk.reference", swap("\"members\"", "\"Members\"")},
        {"bulk.too_many", answers("POST", 413, 200)},
        {"vendor.entra_text_boolean", swap("\"active\":false", "\"active\":\"False\"")},
        {"vendor.entra_probe", answers("GET", 200, 404, "3a1c4f0e")},
        {"delete.status", answers("DELETE", 204, 200)},
        {"delete.read", answers("GET", 404, 410)},
    };
}

} // namespace

class ScimTester : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_world = std::make_unique<World>();
        m_client = std::make_unique<ScimClient>(*m_world, m_world->acme);
        m_world->admin("PATCH", m_world->acme.path(), {{"settings", {{"scim", {{"requestsPerSecond", 100000}}}}}});
    }
    void cleanupTestCase() {
        m_client.reset();
        m_world.reset();
    }

    void ourOwnServicePassesInFull() {
        const auto report = scim::tester::test(*m_world->client, subject());
        QVERIFY(report.has_value());
        for (const Check& check : report->checks) {
            if (check.status != Check::Status::Ok) {
                qInfo("%s %s: expected %s, was %s", statusName(check.status), check.name.c_str(),
                      check.expected.c_str(), check.actual.c_str());
            }
        }
        QCOMPARE(report->count(Check::Status::Ok), report->checks.size());
        QVERIFY(report->checks.size() >= 150);
        std::set<std::string> names;
        for (const Check& check : report->checks) {
            QVERIFY2(names.insert(check.name).second, check.name.c_str());
            QVERIFY2(!check.spec.empty(), check.name.c_str());
        }
        qInfo("%zu checks, %zu requests, %lld ms", report->checks.size(), report->requests,
              static_cast<long long>(report->elapsed.count()));
        QCOMPARE(report->leftovers, std::size_t(0));
        QCOMPARE(m_client->find("userName sw 'gatehouse-test-'").at("totalResults"), json::Value(0));
        QCOMPARE(m_client->find("displayName sw 'gatehouse-test-'", "/Groups").at("totalResults"), json::Value(0));
    }

    void everyFaultIsFound_data() {
        QTest::addColumn<int>("index");
        const auto all = mutants();
        for (std::size_t i = 0; i < all.size(); ++i) {
            QTest::newRow(all[i].finds) << int(i);
        }
    }
    void everyFaultIsFound() {
        QFETCH(int, index);
        const Mutant mutant = mutants().at(std::size_t(index));
        Spoiled spoiled(*m_world->client, mutant.spoil);
        const auto report = scim::tester::test(spoiled, subject());
        QVERIFY(report.has_value());
        const auto found = std::find_if(report->checks.begin(), report->checks.end(),
                                        [&](const Check& check) { return check.name == mutant.finds; });
        QVERIFY(found != report->checks.end());
        QVERIFY2(found->status == Check::Status::Fail || found->status == Check::Status::Warn, found->actual.c_str());
    }

    void whatIsNotOfferedIsSkipped() {
        Spoiled plain(*m_world->client, swap("\"supported\":true", "\"supported\":false"));
        const auto report = scim::tester::test(plain, subject());
        QVERIFY(report.has_value());
        QCOMPARE(firstFailure(report->checks), nullptr);
        for (const char* name : {"patch.offered", "filter.offered", "bulk.offered", "read.etag", "list.sort"}) {
            const auto found = std::find_if(report->checks.begin(), report->checks.end(),
                                            [&](const Check& check) { return check.name == name; });
            QVERIFY2(found != report->checks.end() && found->status == Check::Status::Skipped, name);
        }
        QCOMPARE(report->leftovers, std::size_t(0));
    }

    void anAddressThatIsNoneIsAnError() {
        scim::tester::Subject bad = subject();
        bad.url = "acme.example/scim/v2";
        QCOMPARE(scim::tester::test(*m_world->client, bad).error().reason, std::string("scim_test.url"));
        bad.url = "http://127.0.0.1:1/scim/v2";
        QCOMPARE(scim::tester::test(*m_world->client, bad).error().reason, std::string("outbound.connect"));
    }

    void theAdminApiTestsTheTenantsOwnServiceAndAnother() {
        const json::Object own = m_world->admin("POST", m_world->acme.path("/scim-tests"), json::Object());
        QCOMPARE(own.at("ok"), json::Value(true));
        QCOMPARE(own.at("failed"), json::Value(0));
        QCOMPARE(own.at("warnings"), json::Value(0));
        QCOMPARE(own.at("leftovers"), json::Value(0));
        QCOMPARE(m_world->list(m_world->acme.path("/scim-tokens")).size(), std::size_t(1)); // its token is gone
        const json::Object other = m_world->admin("POST", m_world->acme.path("/scim-tests"),
                                                  {{"url", m_client->url}, {"token", "not-one-of-them"}});
        QCOMPARE(other.at("ok"), json::Value(false));
        QCOMPARE(m_world->adminStatus("POST", m_world->acme.path("/scim-tests"), {{"url", "ftp://x"}}), 422);
    }

private:
    scim::tester::Subject subject() const { return {m_client->url, m_client->token, "test", Seconds(120)}; }
    std::unique_ptr<World> m_world;
    std::unique_ptr<ScimClient> m_client;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::ScimTester)
#include "tst_scim_tester.moc"
