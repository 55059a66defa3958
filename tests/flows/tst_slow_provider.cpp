// SPDX-License-Identifier: Apache-2.0
// docs/architecture.md, "Threads": a provider of one tenant that never answers must not stop the others. The broker has
// four workers here, of which one upstream may hold one and one tenant two.
#include <QtTest>

#include <future>

#include "tests/flows/world.h"
#include "tests/support/raw_connection.h"
#include "tests/support/scripted_server.h"

using namespace gatehouse;
using namespace gatehouse::flows;
using testing::RawConnection;
using testing::ScriptedServer;

class TestSlowProvider : public QObject {
    Q_OBJECT
private slots:
    void anotherTenantsLoginCompletesWhileAProviderIsSilent() {
        World world;
        world.company.person(person("ann"));
        std::promise<void> asked;
        std::atomic<bool> answered{false};
        ScriptedServer silent([&](int fd, int connection) {
            if (connection == 0) {
                asked.set_value();
            }
            ScriptedServer::hold(fd);
            answered = true;
        });
        world.admin("POST", "/tenants/evil/connections",
                    {{"name", "silent"},
                     {"type", "oidc"},
                     {"enabled", true},
                     {"issuer", silent.url("")},
                     {"clientId", "gatehouse"},
                     {"clientSecret", "secret"}});
        const std::string stuck = world.authorizeUrl(world.evil.app, {{"connection", "silent"}});
        // More people than workers. They ask, and read their answers at the end.
        const std::string host = world.url.substr(std::string_view("http://").size());
        std::vector<std::unique_ptr<RawConnection>> people;
        for (int i = 0; i < 8; ++i) {
            people.push_back(std::make_unique<RawConnection>(host));
            QVERIFY(people.back()->send("GET " + stuck.substr(world.url.size()) + " HTTP/1.1\r\nHost: " + host +
                                        "\r\nConnection: close\r\n\r\n"));
        }
        QVERIFY(asked.get_future().wait_for(std::chrono::seconds(30)) == std::future_status::ready);

        Browser ann = world.browser();
        QVERIFY(!world.codeFor(ann, world.acme.app).empty());
        QVERIFY2(!answered, "the silent provider's call ended first: this proves nothing");

        int busy = 0;
        for (const auto& each : people) {
            const std::string answer = each->readAll(std::chrono::seconds(30)).value_or("nothing");
            if (!answer.starts_with("HTTP/1.1 503 ")) {
                QVERIFY2(answer.find("upstream.unreachable") != std::string::npos, answer.c_str());
                continue;
            }
            ++busy;
            QVERIFY(answer.find("upstream.busy") != std::string::npos);
            QVERIFY(answer.find("\r\nRetry-After: ") != std::string::npos);
            const std::string reference = answer.substr(answer.find("GH-"), std::string_view("GH-XXXX-XXXX").size());
            const json::Object flow = world.admin("GET", world.evil.path("/flows/" + reference));
            QCOMPARE(json::stringMember(flow, "reason").value_or(""), std::string_view("upstream.busy"));
        }
        QVERIFY(busy >= 1);
        int recorded = 0;
        for (const json::Object& record : world.audit(world.evil, "SSOLoginFailure")) {
            recorded += reasonOf(record) == "upstream.busy" ? 1 : 0;
        }
        QCOMPARE(recorded, busy);
    }
};

QTEST_GUILESS_MAIN(TestSlowProvider)
#include "tst_slow_provider.moc"
