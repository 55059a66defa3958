// SPDX-License-Identifier: Apache-2.0
// A directory of 50,000 people and 500 groups over SCIM: the first load by Bulk, what a sync asks and changes, a group
// of 100,000 members, and the memory that it takes.
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "daemon.h"
#include "load.h"
#include "report.h"
#include "wire.h"

namespace gatehouse::bench {
namespace {

constexpr int kPeople = 50'000;
constexpr int kGroups = 500;
constexpr int kMembers = 100; ///< of each of those
constexpr int kLarge = 100'000;
constexpr int kInBulk = 500;
constexpr int kAtOnce = 10'000; ///< members that one PATCH names
constexpr const char* kService = "/t/bench/scim/v2";
constexpr std::size_t kIdLength = 36;

json::Object person(int i) {
    const std::string n = std::to_string(i);
    const std::string name = "user" + n + "@bench.test";
    return {
        {"schemas", json::Array{"urn:ietf:params:scim:schemas:core:2.0:User",
                                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"}},
        {"userName", name},
        {"externalId", "00u" + n},
        {"name", {{"givenName", "Given" + n}, {"familyName", "Family" + n}}},
        {"displayName", "Given" + n + " Family" + n},
        {"emails", json::Array{json::Object{{"value", name}, {"type", "work"}, {"primary", true}}}},
        {"active", true},
        {"title", "Engineer"},
        {"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User", {{"department", "R&D"}, {"employeeNumber", n}}}};
}

/// A directory's side: one connection, its token in every request.
class Client {
public:
    Client(std::uint16_t port, const std::string& token)
        : m_connection(Connection::tcp(port))
        , m_headers("Authorization: Bearer " + token + "\r\n")
        , m_withBody(m_headers + "Content-Type: application/scim+json\r\n") {}
    std::string send(std::string_view method, const std::string& path, const std::string& body, int status) {
        const Answer answer = m_connection.send(method, kService + path, body.empty() ? m_headers : m_withBody, body);
        if (answer.status != status) {
            giveUp(std::string(method) + " " + path.substr(0, 200) + ": " + std::to_string(answer.status) + " " +
                   answer.body.substr(0, 500));
        }
        return answer.body;
    }
    std::string get(const std::string& path) { return send("GET", path, {}, 200); }

private:
    Connection m_connection;
    std::string m_headers;
    std::string m_withBody;
};

/// Ids out of the locations of a BulkResponse, in their order.
void collectIds(const std::string& body, std::string_view endpoint, std::vector<std::string>& ids) {
    const std::string mark = std::string(kService) + std::string(endpoint) + "/";
    for (std::size_t at = body.find(mark); at != std::string::npos; at = body.find(mark, at + 1)) {
        ids.push_back(body.substr(at + mark.size(), kIdLength));
    }
}

std::vector<std::string> loadPeople(Client& client, int from, int to) {
    std::vector<std::string> ids;
    for (int at = from; at < to; at += kInBulk) {
        json::Array operations;
        for (int i = at; i < std::min(at + kInBulk, to); ++i) {
            operations.push_back(json::Object{
                {"method", "POST"}, {"path", "/Users"}, {"bulkId", std::to_string(i)}, {"data", person(i)}});
        }
        collectIds(client.send("POST", "/Bulk",
                               json::write(json::Object{
                                   {"schemas", json::Array{"urn:ietf:params:scim:api:messages:2.0:BulkRequest"}},
                                   {"Operations", std::move(operations)}}),
                               200),
                   "/Users", ids);
    }
    if (int(ids.size()) != to - from) {
        giveUp("not everybody was made");
    }
    return ids;
}

json::Array membersOf(const std::vector<std::string>& ids, std::size_t from, std::size_t count) {
    json::Array members;
    for (std::size_t i = from; i < std::min(from + count, ids.size()); ++i) {
        members.push_back(json::Object{{"value", ids[i]}});
    }
    return members;
}

std::string makeGroup(Client& client, const std::string& name, json::Array members) {
    const std::string body =
        client.send("POST", "/Groups?attributes=id",
                    json::write(json::Object{{"schemas", json::Array{"urn:ietf:params:scim:schemas:core:2.0:Group"}},
                                             {"displayName", name},
                                             {"members", std::move(members)}}),
                    201);
    const std::size_t at = body.find("\"id\":\"") + 6;
    return body.substr(at, kIdLength);
}

std::string patchOf(json::Object operation) {
    return json::write(json::Object{{"schemas", json::Array{"urn:ietf:params:scim:api:messages:2.0:PatchOp"}},
                                    {"Operations", json::Array{std::move(operation)}}});
}

class Bench {
public:
    Bench(Daemon& daemon, std::string token)
        : m_daemon(daemon)
        , m_token(std::move(token))
        , m_client(daemon.port(), m_token) {}

    void run() {
        load();
        figure("resident with 50,000 people and 500 groups", double(m_daemon.residentKib()) / 1024, "MB", 400);
        measure("filter by userName", 0, 5, [this](Client& client, int i) {
            client.get("/Users?filter=userName%20eq%20%22USER" + std::to_string(i * 7919 % kPeople) + "@bench.test%22");
        });
        measure("filter by work e-mail", 0, 5, [this](Client& client, int i) {
            client.get("/Users?filter=emails%5Btype%20eq%20%22work%22%5D.value%20eq%20%22user" +
                       std::to_string(i * 7919 % kPeople) + "@bench.test%22");
        });
        measure("names that begin with ...", 0, 20, [this](Client& client, int i) {
            client.get("/Users?count=10&filter=userName%20sw%20%22user" + std::to_string(1 + i % 49) + "%22");
        });
        measure("list page of 100", 0, 20, [this](Client& client, int i) {
            client.get("/Users?count=100&startIndex=" + std::to_string(1 + i * 7919 % kPeople));
        });
        measure("groups by name, without members", 0, 20, [this](Client& client, int i) {
            client.get("/Groups?excludedAttributes=members&filter=displayName%20eq%20%22group" +
                       std::to_string(i % kGroups) + "%22");
        });
        measure("PATCH of a person", 0, 0, [this](Client& client, int i) {
            client.send("PATCH", "/Users/" + m_people[std::size_t(i * 7919 % kPeople)],
                        patchOf({{"op", "replace"}, {"path", "title"}, {"value", "Title " + std::to_string(i)}}), 200);
        });
        mixed();
        largeGroup();
        figure("resident with 100,000 people", double(m_daemon.residentKib()) / 1024, "MB", 400);
        print(m_rows, m_figures);
    }

private:
    using Step = std::function<void(Client&, int)>;

    void load() {
        const auto begun = Clock::now();
        const auto cpu = m_daemon.cpu();
        m_people = loadPeople(m_client, 0, kPeople);
        const double seconds = std::chrono::duration<double>(Clock::now() - begun).count();
        Row row;
        row.name = "creates, by Bulk of 500";
        row.measured.perSecond = kPeople / seconds;
        row.cpuMs = double((m_daemon.cpu() - cpu).count()) / kPeople;
        row.goal = 2000;
        m_rows.push_back(row);
        for (int i = 0; i < kGroups; ++i) {
            m_groups.push_back(makeGroup(m_client, "group" + std::to_string(i),
                                         membersOf(m_people, std::size_t(i) * kMembers, kMembers)));
        }
    }

    /// Two clients that ask without pause; `atMost`: milliseconds that p95 should stay below, 0: none.
    void measure(const std::string& name, double goal, double atMost, const Step& step, int workers = 2) {
        std::chrono::milliseconds begun{0};
        std::chrono::milliseconds ended{0};
        Row row;
        row.name = name;
        row.measured = runFlatOut(
            workers, std::chrono::milliseconds(300), std::chrono::milliseconds(3000),
            [&](int index) {
                auto client = std::make_shared<Client>(m_daemon.port(), m_token);
                auto count = std::make_shared<int>(index);
                return [client, count, workers, &step] {
                    step(*client, *count);
                    *count += workers;
                };
            },
            [&] { begun = m_daemon.cpu(); }, [&] { ended = m_daemon.cpu(); });
        row.cpuMs = double((ended - begun).count()) / double(std::max<std::size_t>(1, row.measured.count));
        row.goal = goal;
        m_rows.push_back(row);
        if (atMost > 0) {
            figure(name + ", p95", row.measured.p95, "ms", atMost);
        }
    }

    /// What a directory's sync is made of: look for somebody, make or change them, put them into a group, disable,
    /// delete.
    void mixed() {
        measure(
            "mixed operations", 112, 0,
            [this](Client& client, int i) {
                const std::string n = std::to_string(kLarge + 1 + i);
                client.get("/Users?filter=userName%20eq%20%22user" + n + "@bench.test%22");
                const std::string made =
                    client.send("POST", "/Users?attributes=id", json::write(person(kLarge + 1 + i)), 201);
                const std::string id = made.substr(made.find("\"id\":\"") + 6, kIdLength);
                client.get("/Users/" + id);
                client.send(
                    "PATCH", "/Groups/" + m_groups[std::size_t(i % kGroups)],
                    patchOf({{"op", "add"}, {"path", "members"}, {"value", json::Array{json::Object{{"value", id}}}}}),
                    204);
                client.send("PATCH", "/Users/" + id, patchOf({{"op", "replace"}, {"path", "active"}, {"value", false}}),
                            200);
                client.send("DELETE", "/Users/" + id, {}, 204);
            },
            4);
        Row& row = m_rows.back(); // six operations each time
        row.measured.perSecond *= 6;
        row.cpuMs /= 6;
        row.limitName = "(times: of all six)";
    }

    void largeGroup() {
        std::vector<std::string> everybody = m_people;
        const std::vector<std::string> more = loadPeople(m_client, kPeople, kLarge);
        everybody.insert(everybody.end(), more.begin(), more.end());
        const std::string group = makeGroup(m_client, "everybody", {});
        const auto begun = Clock::now();
        for (std::size_t at = 0; at < everybody.size(); at += kAtOnce) {
            m_client.send("PATCH", "/Groups/" + group,
                          patchOf({{"op", "add"}, {"path", "members"}, {"value", membersOf(everybody, at, kAtOnce)}}),
                          204);
        }
        figure("a group of 100,000, in PATCHes of 10,000", std::chrono::duration<double>(Clock::now() - begun).count(),
               "s", 0);
        measure(
            "PATCH of one member of 100,000", 0, 10,
            [&](Client& client, int i) {
                const std::string& id = everybody[std::size_t(i / 2 * 7919) % everybody.size()];
                client.send("PATCH", "/Groups/" + group,
                            i % 2 == 0 ? patchOf({{"op", "remove"}, {"path", "members[value eq \"" + id + "\"]"}})
                                       : patchOf({{"op", "add"},
                                                  {"path", "members"},
                                                  {"value", json::Array{json::Object{{"value", id}}}}}),
                            204);
            },
            1);
    }

    void figure(const std::string& name, double value, const std::string& unit, double goal) {
        m_figures.push_back({name, value, unit, {}, 0, goal});
    }

    Daemon& m_daemon;
    std::string m_token;
    Client m_client;
    std::vector<std::string> m_people;
    std::vector<std::string> m_groups;
    std::vector<Row> m_rows;
    std::vector<Figure> m_figures;
};

} // namespace
} // namespace gatehouse::bench

/// gatehouse_bench_scim GATEHOUSED
int main(int argc, char** argv) {
    using namespace gatehouse;
    if (argc != 2) {
        std::fprintf(stderr, "usage: gatehouse_bench_scim GATEHOUSED\n");
        return 2;
    }
    std::string folder = (std::filesystem::temp_directory_path() / "gatehouse-bench-scim-XXXXXX").string();
    if (mkdtemp(folder.data()) == nullptr) {
        bench::giveUp("no temporary folder");
    }
    {
        bench::Daemon daemon(argv[1], folder);
        daemon.admin("POST", "/admin/v1/tenants",
                     {{"slug", "bench"},
                      {"name", "Bench"},
                      {"settings", {{"scim", {{"requestsPerSecond", 100'000}, {"deactivationPercent", 100}}}}}});
        const json::Object token = daemon.admin("POST", "/admin/v1/tenants/bench/scim-tokens", {{"name", "directory"}});
        bench::Bench(daemon, std::string(json::stringMember(token, "token").value_or(""))).run();
    }
    std::filesystem::remove_all(folder);
    return 0;
}
