// SPDX-License-Identifier: Apache-2.0
// What receivers are told of people and groups: pushed and polled, in order, none lost, and by nobody else to be read.
#include <QtTest>

#include "http/server.h"
#include "jose/jwk.h"
#include "jose/jws.h"
#include "tests/flows/scim_client.h"

namespace gatehouse::flows {

namespace {

constexpr const char* kPrefix = "urn:ietf:params:scim:event:prov:";

std::string shortType(const json::Object& claims) {
    const json::Object& events = claims.at("events").as_object();
    const std::string type(events.begin()->key());
    return type.starts_with(kPrefix) ? type.substr(std::string(kPrefix).size()) : type.substr(type.rfind('/') + 1);
}

} // namespace

class Signals : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_world = std::make_unique<World>();
        m_scim = std::make_unique<ScimClient>(*m_world, m_world->acme);
        m_received.clear();
        m_answers.clear();
        http::ServerOptions options;
        options.listeners.push_back({"127.0.0.1:0"});
        options.allowedHosts = {"127.0.0.1"};
        auto server = http::Server::start(options, [this](const http::Request& request) { return receive(request); });
        QVERIFY(server.has_value());
        m_receiver = *std::move(server);
    }
    void cleanup() {
        m_scim.reset();
        m_world.reset();
        m_receiver.reset();
    }

    void pollsWhatADirectoryDid() {
        const json::Object stream = add({{"delivery", "poll"}});
        const std::string ann = scim().addUser("ann", {{"externalId", "e-1"}, {"title", "Engineer"}});
        scim().patch("/Users/" + ann, "[{'op':'replace','path':'title','value':'Lead'}]");
        scim().patch("/Users/" + ann, "[{'op':'replace','path':'active','value':false}]");
        scim().patch("/Users/" + ann, "[{'op':'replace','path':'active','value':true}]");
        const std::string team = scim().addGroup("team", {ann});
        scim().send("DELETE", "/Users/" + ann);

        const std::vector<json::Object> told = pollUntil(stream, 6);
        QCOMPARE(typesOf(told), std::string("create:notice,patch:notice,deactivate,activate,create:notice,delete"));
        const json::Object& first = told.front();
        QCOMPARE(textAt(first, "/iss"), m_world->url + "/t/acme");
        QCOMPARE(textAt(first, "/aud"), std::string("https://receiver.example"));
        QCOMPARE(textAt(first, "/sub_id/uri"), "/Users/" + ann);
        QVERIFY(!first.contains("sub") && !first.contains("exp"));
        QCOMPARE(json::write(told[1].at("events").as_object().begin()->value()),
                 std::string(R"({"attributes":["title"]})"));
        QCOMPARE(textAt(told[4], "/sub_id/uri"), "/Groups/" + team);
        QVERIFY(json::write(first).find("Engineer") == std::string::npos);
        std::set<std::string> jtis;
        for (const json::Object& each : told) {
            jtis.insert(textAt(each, "/jti"));
        }
        QCOMPARE(jtis.size(), std::size_t(6));
    }

    void handsOutAgainWhatWasNotAcknowledged() {
        const json::Object stream = add({{"delivery", "poll"}});
        scim().addUser("ann");
        const auto first = pollUntil(stream, 1);
        QVERIFY(poll(stream, {{"returnImmediately", true}}).empty()); // somebody has it
        m_world->clock.advance(Seconds(61));
        const auto again = poll(stream, {{"returnImmediately", true}});
        QCOMPARE(again.size(), std::size_t(1));
        QCOMPARE(textAt(again[0], "/jti"), textAt(first[0], "/jti"));
        QVERIFY(poll(stream, {{"maxEvents", 0}, {"ack", json::Array{textAt(first[0], "/jti"), "unknown"}}}).empty());
        m_world->clock.advance(Seconds(61));
        QVERIFY(poll(stream, {{"returnImmediately", true}}).empty());
        const json::Object shown = shownAs(stream);
        QCOMPARE(shown.at("waiting").as_int64(), 0);
        QVERIFY(!textAt(shown, "/deliveredAt").empty());
        QCOMPARE(m_world->audit(m_world->acme, "SignalSent").size(), std::size_t(1));
    }

    void givesUpWhatTheReceiverCannotUse() {
        const json::Object stream = add({{"delivery", "poll"}});
        scim().addUser("ann");
        const std::string jti = textAt(pollUntil(stream, 1)[0], "/jti");
        poll(stream,
             {{"maxEvents", 0}, {"setErrs", {{jti, {{"err", "invalid_audience"}}}, {"unknown", {{"err", "x"}}}}}});
        QCOMPARE(shownAs(stream).at("waiting").as_int64(), 0);
        QCOMPARE(textAt(shownAs(stream), "/problem"), std::string("stream.refused"));
        const auto records = m_world->audit(m_world->acme, "SignalSent");
        QCOMPARE(records.size(), std::size_t(1));
        QCOMPARE(dataOf(records[0], "err"), std::string("invalid_audience"));
    }

    void waitsUntilSomethingHappens() {
        const json::Object stream = add({{"delivery", "poll"}});
        std::vector<json::Object> told;
        std::thread poller([&] { told = poll(stream, {}); });
        QTest::qWait(200);
        scim().addUser("ann");
        poller.join();
        QCOMPARE(typesOf(told), std::string("create:notice"));
    }

    void keepsAPollOffFromWhoHasNoBearer_data() {
        QTest::addColumn<QString>("who");
        for (const char* who : {"nobody", "another stream", "an older bearer", "another tenant"}) {
            QTest::newRow(who) << who;
        }
    }
    void keepsAPollOffFromWhoHasNoBearer() {
        QFETCH(QString, who);
        const json::Object stream = add({{"delivery", "poll"}});
        const json::Object other = add({{"delivery", "poll"}, {"name", "other"}});
        std::string bearer = textAt(who == "another stream" ? other : stream, "/bearer");
        std::string url = textAt(stream, "/pollUrl");
        if (who == "nobody") {
            bearer.clear();
        } else if (who == "an older bearer") {
            const json::Object renewed = m_world->admin("POST", path(stream) + "/rotate");
            QVERIFY(textAt(renewed, "/bearer") != bearer);
        } else if (who == "another tenant") {
            url.replace(url.find("/t/acme/"), 8, "/t/evil/");
        }
        QCOMPARE(send(url, bearer, "{}").status, 401);
        const Tenant& tenant = who == "another tenant" ? m_world->evil : m_world->acme;
        QCOMPARE(reasonOf(m_world->audit(tenant, "AccessDenied").at(0)), std::string("stream.bearer_invalid"));
    }

    void refusesAPollThatIsNone_data() {
        QTest::addColumn<QString>("body");
        for (const char* body :
             {"[]", "{", R"({"maxEvents":-1})", R"({"maxEvents":"1"})", R"({"returnImmediately":1})", R"({"ack":"j"})",
              R"({"setErrs":{"j":1}})", R"({"setErrs":{"j":{}}})", R"({"ack":[],"ack":[]})"}) {
            QTest::newRow(body) << body;
        }
    }
    void refusesAPollThatIsNone() {
        QFETCH(QString, body);
        const json::Object stream = add({{"delivery", "poll"}});
        const Answer answer = send(textAt(stream, "/pollUrl"), textAt(stream, "/bearer"), body.toStdString());
        QCOMPARE(answer.status, 400);
        QCOMPARE(textAt(answer.object(), "/err"), std::string("invalid_request"));
    }

    void pushesWithTheReceiversOwnHeader() {
        const json::Object stream = addPush();
        m_world->admin("POST", m_world->acme.path("/users"), {{"userName", "bob"}, {"email", "bob@acme.example"}});
        QTRY_COMPARE(received().size(), std::size_t(1));
        const http::Request request = received().front();
        QCOMPARE(request.headers.get("Content-Type").value_or(""), std::string_view("application/secevent+jwt"));
        QCOMPARE(request.headers.get("Authorization").value_or(""), std::string_view("Bearer of-the-receiver"));
        QCOMPARE(shortType(proven(request.body)), std::string("create:notice"));
        QTRY_COMPARE(m_world->audit(m_world->acme, "SignalSent").size(), std::size_t(1));
        const json::Object shown = shownAs(stream);
        QVERIFY(!shown.contains("authorization"));
        QVERIFY(shown.at("hasAuthorization").as_bool());
        QTRY_COMPARE(shownAs(stream).at("waiting").as_int64(), 0);
    }

    void triesAPushAgainAndGivesUpWhatIsRefused() {
        m_scim.reset();
        m_world = std::make_unique<World>(World::Runs::Real); // whose second try comes by itself
        m_scim = std::make_unique<ScimClient>(*m_world, m_world->acme);
        const json::Object stream = addPush();
        answerWith({503, 400});
        scim().addUser("ann");
        QTRY_COMPARE(received().size(), std::size_t(1));
        QTRY_COMPARE(shownAs(stream).at("problem").as_string().empty(), false);
        QTRY_COMPARE(received().size(), std::size_t(2));
        QCOMPARE(textAt(proven(received()[0].body), "/jti"), textAt(proven(received()[1].body), "/jti"));
        QTRY_COMPARE(shownAs(stream).at("waiting").as_int64(), 0);
    }

    void tellsLaterWhatHappenedWhileItWasOff() {
        const json::Object stream = add({{"delivery", "poll"}});
        m_world->admin("PATCH", path(stream), {{"enabled", false}});
        scim().addUser("ann");
        QTest::qWait(700);
        QVERIFY(poll(stream, {{"returnImmediately", true}}).empty());
        m_world->admin("PATCH", path(stream), {{"enabled", true}});
        QCOMPARE(typesOf(pollUntil(stream, 1)), std::string("create:notice"));
    }

    void tellsAReceiverWhatItAskedForAlone() {
        const json::Object stream =
            add({{"delivery", "poll"}, {"events", json::Array{std::string(kPrefix) + "deactivate"}}});
        const std::string ann = scim().addUser("ann");
        scim().patch("/Users/" + ann, "[{'op':'replace','path':'active','value':false}]");
        QCOMPARE(typesOf(pollUntil(stream, 1)), std::string("deactivate"));
    }

    void verifies() {
        const json::Object stream = add({{"delivery", "poll"}});
        m_world->admin("POST", path(stream) + "/verify");
        const auto told = pollUntil(stream, 1);
        QCOMPARE(typesOf(told), std::string("verification"));
        QCOMPARE(textAt(told[0], "/sub_id/id"), textAt(stream, "/id"));
    }

    void tellsAllThatCameMeanwhile() {
        const json::Object stream = add({{"delivery", "poll"}});
        m_world->admin("PATCH", path(stream), {{"enabled", false}});
        for (int i = 0; i < 5; ++i) {
            scim().addUser("person" + std::to_string(i));
        }
        m_world->admin("PATCH", path(stream), {{"enabled", true}});
        QCOMPARE(pollUntil(stream, 5).size(), std::size_t(5));
    }

    void refusesAStreamThatIsNone_data() {
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("pointer");
        QTest::newRow("no address") << R"({"delivery":"push","endpoint":""})" << "/endpoint";
        QTest::newRow("an address of a poll") << R"({"delivery":"poll","endpoint":"https://a.example"})" << "/endpoint";
        QTest::newRow("a header of a poll") << R"({"delivery":"poll","authorization":"x"})" << "/authorization";
        QTest::newRow("two headers") << R"({"delivery":"push","endpoint":"https://a.example","authorization":"x\r\ny"})"
                                     << "/authorization";
        QTest::newRow("an unknown event") << R"({"delivery":"poll","events":["urn:x"]})" << "/events/0";
        QTest::newRow("no such key") << R"({"delivery":"poll","algorithm":"RS256"})" << "/algorithm";
        QTest::newRow("neither") << R"({"delivery":"fax"})" << "/delivery";
    }
    void refusesAStreamThatIsNone() {
        QFETCH(QString, change);
        QFETCH(QString, pointer);
        json::Object body{{"name", "s"}, {"audience", "a"}};
        const json::Object changes = json::parseObject(change.toStdString()).value();
        for (const auto& [name, value] : changes) {
            body[name] = value;
        }
        const auto reply = m_world->adminReply("POST", m_world->acme.path("/streams"), body);
        QCOMPARE(reply.status, 422);
        QVERIFY2(reply.body.find(pointer.toStdString()) != std::string::npos, reply.body.c_str());
    }

    void wantsTheSecretAgainForANewAddress() {
        const json::Object stream = addPush();
        const json::Object elsewhere{{"endpoint", "https://elsewhere.example/events"}};
        QCOMPARE(m_world->adminStatus("PATCH", path(stream), elsewhere), 422);
    }

    void saysWhichEventsThereAre() {
        const json::Object config = scim().get("/ServiceProviderConfig");
        QCOMPARE(config.at("securityEvents").as_object().at("eventUris").as_array().size(), std::size_t(5));
    }

private:
    ScimClient& scim() { return *m_scim; }

    json::Object add(const json::Object& more) {
        json::Object body{{"name", "receiver"}, {"audience", "https://receiver.example"}};
        for (const auto& [name, value] : more) {
            body[name] = value;
        }
        return m_world->admin("POST", m_world->acme.path("/streams"), body);
    }
    json::Object addPush() {
        return add({{"delivery", "push"},
                    {"endpoint", "http://" + m_receiver->addresses().front() + "/events"},
                    {"authorization", "Bearer of-the-receiver"}});
    }
    [[nodiscard]] std::string path(const json::Object& stream) const {
        return m_world->acme.path("/streams/" + textAt(stream, "/id"));
    }
    json::Object shownAs(const json::Object& stream) { return m_world->admin("GET", path(stream)); }

    Answer send(const std::string& url, const std::string& bearer, const std::string& body) {
        http::OutboundRequest request;
        request.method = "POST";
        request.url = url;
        request.headers.set("Content-Type", "application/json");
        if (!bearer.empty()) {
            request.headers.set("Authorization", "Bearer " + bearer);
        }
        request.body = body;
        return exchange(*m_world->client, request);
    }
    /// The claims of what a poll gives, in the order in which it gives them.
    std::vector<json::Object> poll(const json::Object& stream, const json::Object& asked) {
        const Answer answer = send(textAt(stream, "/pollUrl"), textAt(stream, "/bearer"), json::write(asked));
        std::vector<json::Object> out;
        if (answer.status != 200) {
            qCritical("a poll gave %d %s", answer.status, answer.body.c_str());
            return out;
        }
        const json::Object body = answer.object();
        for (const auto& [jti, token] : body.at("sets").as_object()) {
            out.push_back(proven(std::string(json::view(token.as_string()))));
        }
        return out;
    }
    std::vector<json::Object> pollUntil(const json::Object& stream, std::size_t count) {
        std::vector<json::Object> out;
        for (int i = 0; i < 100 && out.size() < count; ++i) {
            for (json::Object& each : poll(stream, {{"returnImmediately", true}})) {
                out.push_back(std::move(each));
            }
            if (out.size() < count) {
                QTest::qWait(50);
            }
        }
        return out;
    }
    [[nodiscard]] static std::string typesOf(const std::vector<json::Object>& told) {
        std::string out;
        for (const json::Object& each : told) {
            out += (out.empty() ? "" : ",") + shortType(each);
        }
        return out;
    }
    /// The claims of a token that the tenant's published keys prove.
    json::Object proven(const std::string& token) {
        const auto metadata = m_world->browser().get(m_world->url + "/t/acme/.well-known/openid-configuration");
        const auto keys = jose::parseJwkSet(m_world->browser().get(metadata.text("jwks_uri")).body);
        const auto proof = jose::verifyCompact(token, keys->keys, {{crypto::Signature::ES256}, "secevent+jwt"});
        return proof ? json::parseObject(proof->payload).value() : json::Object();
    }
    http::Response receive(const http::Request& request) {
        const std::lock_guard lock(m_mutex);
        m_received.push_back(request);
        http::Response response;
        response.status = m_answers.empty() ? 202 : m_answers.front();
        if (!m_answers.empty()) {
            m_answers.erase(m_answers.begin());
        }
        return response;
    }
    std::vector<http::Request> received() {
        const std::lock_guard lock(m_mutex);
        return m_received;
    }
    void answerWith(std::vector<int> statuses) {
        const std::lock_guard lock(m_mutex);
        m_answers = std::move(statuses);
    }

    std::unique_ptr<World> m_world;
    std::unique_ptr<ScimClient> m_scim;
    std::unique_ptr<http::Server> m_receiver;
    std::mutex m_mutex;
    std::vector<http::Request> m_received;
    std::vector<int> m_answers;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::Signals)
#include "tst_signals.moc"
