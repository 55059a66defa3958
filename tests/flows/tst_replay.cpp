// SPDX-License-Identifier: Apache-2.0
// The flight recorder from end to end: what is kept of a login, what a replay makes of it, and that neither holds a
// secret or writes anything.
#include <QtTest>

#include "crypto/hash.h"
#include "keys/key_ring.h"
#include "store/store.h"
#include "tests/flows/world.h"

namespace gatehouse::flows {

namespace {

std::string text(const json::Object& object, std::string_view name) {
    return std::string(json::stringMember(object, name).value_or(""));
}

const json::Object* named(const json::Array& list, std::string_view name) {
    for (const json::Value& item : list) {
        if (json::stringMember(item.as_object(), "name") == name) {
            return &item.as_object();
        }
    }
    return nullptr;
}

/// The value of a parameter or header of a recorded message.
std::string valueOf(const json::Object& message, std::string_view list, std::string_view name) {
    const json::Object* found = named(*json::arrayMember(message, list), name);
    return found == nullptr ? std::string("(none)") : text(*found, "value");
}

/// The difference of a member, as "before -> after", or empty.
std::string difference(const json::Object& replay, std::string_view list, std::string_view member) {
    for (const json::Value& item : *json::arrayMember(replay, list)) {
        const json::Object& each = item.as_object();
        if (json::stringMember(each, "member") == member) {
            return json::write(*json::member(each, "before")) + " -> " + json::write(*json::member(each, "after"));
        }
    }
    return {};
}

json::Object upnMapping() {
    return {{"attributes", json::Array{{{"target", "email"}, {"source", "upn"}, {"required", true}},
                                       {{"target", "displayName"}, {"source", "name"}}}},
            {"defaultRoles", json::Array{"member"}}};
}

} // namespace

class Replay : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_world = std::make_unique<World>(); }
    void cleanupTestCase() { m_world.reset(); }

    void aLoginIsRecordedMessageByMessage() {
        const json::Object flow = signedIn("ann");
        const json::Array& messages = *json::arrayMember(flow, "messages");
        QStringList names;
        for (const json::Value& message : messages) {
            names << QString::fromStdString(text(message.as_object(), "from") + ">" + text(message.as_object(), "to") +
                                            " " + text(message.as_object(), "name"));
        }
        QCOMPARE(names.join("; "),
                 QString("app>gatehouse authorize; gatehouse>idp redirect; idp>gatehouse callback; "
                         "gatehouse>idp token.request; idp>gatehouse token.answer; gatehouse>app answer"));
        QCOMPARE(valueOf(*named(messages, "authorize"), "parameters", "client_id"), acme().app.clientId);
        QVERIFY(valueOf(*named(messages, "authorize"), "parameters", "state").starts_with("[redacted:"));
        QCOMPARE(text(*named(messages, "redirect"), "url"), world().company.issuer() + "/authorize");
        QCOMPARE(valueOf(*named(messages, "callback"), "parameters", "iss"), world().company.issuer());
        QVERIFY(valueOf(*named(messages, "callback"), "parameters", "code").starts_with("[redacted:"));
        QCOMPARE(valueOf(*named(messages, "token.request"), "parameters", "grant_type"),
                 std::string("authorization_code"));
        QVERIFY(valueOf(*named(messages, "token.request"), "headers", "Authorization").starts_with("Basic [redacted:"));
        QVERIFY(text(*named(messages, "token.answer"), "body").find("\"id_token\":\"ey") != std::string::npos);
        QCOMPARE(text(*named(messages, "answer"), "url"), std::string(World::kRedirect));
        QCOMPARE(json::boolMember(flow, "recorded"), std::optional(true));
        QVERIFY(json::integerMember(flow, "connectionVersion").value_or(0) > 0);
    }
    void theListOfLoginsDoesNotCarryTheMessages() {
        (void)signedIn("liz");
        const json::Array flows = world().list(acme().path("/flows"));
        QVERIFY(!flows.front().as_object().contains("messages"));
        QCOMPARE(json::boolMember(flows.front().as_object(), "recorded"), std::optional(true));
    }

    // Not one of the secrets that came up in a login is in what is kept, shown or exported.
    void noSecretIsInARecording() {
        world().company.person(person("eve"));
        std::string idToken;
        const auto key = world().company.key();
        world().company.change([&](ScriptedIdp::Script& script) {
            script.sign = [&idToken, key](const json::Object& claims) { return idToken = key->sign(claims); };
        });
        Browser browser = world().browser();
        const std::string callback = world().toCallback(browser, acme().app);
        const std::string flowCookie = browser.cookies.begin()->second;
        const Answer answer = browser.get(callback);
        QCOMPARE(answer.status, 303);
        const json::Object flow = newest();
        std::vector<std::pair<const char*, std::string>> secrets{
            {"code of the provider", parameterOf(callback, "code")},
            {"our state", parameterOf(callback, "state")},
            {"code of ours", answer.at("code")},
            {"upstream access token", "upstream-access-token"},
            {"upstream secret", "upstream-secret-of-acme"},
            {"flow cookie", flowCookie},
            {"signature of the ID token", idToken.substr(idToken.rfind('.') + 1)}};
        for (const auto& [name, value] : browser.cookies) {
            secrets.emplace_back("a cookie", value);
        }
        const std::string shown = json::write(flow);
        const std::string bundle =
            json::write(world().admin("GET", acme().path("/flows/" + text(flow, "id") + "/bundle")));
        const std::string opened = stored(text(flow, "id"));
        for (const auto& [name, secret] : secrets) {
            QVERIFY2(secret.size() >= 8, name);
            QVERIFY2(shown.find(secret) == std::string::npos, name);
            QVERIFY2(bundle.find(secret) == std::string::npos, name);
            QVERIFY2(opened.find(secret) == std::string::npos, name);
        }
        // The scan looks at the real thing: what may be kept is there.
        QVERIFY(shown.find(idToken.substr(0, idToken.rfind('.'))) != std::string::npos);
    }
    void whatAProviderRepeatsIsTakenOutToo() {
        world().company.person(person("pat"));
        world().company.change([](ScriptedIdp::Script& script) {
            script.tokenStatus = 400;
            script.tokenBody = R"({"error":"invalid_client","error_description":"not upstream-secret-of-acme"})";
        });
        Browser browser = world().browser();
        (void)world().signIn(browser, acme().app);
        const json::Object flow = newest();
        QCOMPARE(text(flow, "reason"), std::string("upstream.client_rejected"));
        const std::string shown = json::write(flow);
        QVERIFY(shown.find("upstream-secret-of-acme") == std::string::npos);
        QVERIFY(shown.find("[redacted:23]") != std::string::npos);
    }

    // The headline: the login that failed for a missing address passes against a draft that reads another claim.
    void aMissingAddressPassesOnceTheDraftReadsUpn() {
        const json::Object flow = failedForMissingEmail("upn-ann");
        const json::Object asItIs = replay(flow, {});
        QCOMPARE(text(asItIs, "outcome"), std::string("reject"));
        QCOMPARE(text(asItIs, "reason"), std::string("mapping_missing_email"));
        QCOMPARE(text(asItIs, "cureBy"), std::string("administrator"));
        QVERIFY(json::arrayMember(asItIs, "differences")->empty());
        const json::Object draft = replay(flow, {{"mapping", upnMapping()}});
        QCOMPARE(text(draft, "outcome"), std::string("create"));
        QCOMPARE(text(*json::objectMember(draft, "user"), "email"), std::string("upn-ann@acme.example"));
        QCOMPARE(difference(draft, "differences", "outcome"), std::string("\"reject\" -> \"create\""));
        QCOMPARE(difference(draft, "differences", "reason"), std::string("\"mapping_missing_email\" -> null"));
        QCOMPARE(difference(draft, "differences", "user.email"), std::string("null -> \"upn-ann@acme.example\""));
        QVERIFY(json::arrayMember(draft, "errors")->empty());
        QVERIFY(world().user(acme(), "upn-ann@acme.example").empty());
    }
    void theMappingOfAConnectionPatchCountsToo() {
        const json::Object flow = failedForMissingEmail("upn-bob");
        const json::Object draft = replay(flow, {{"connection", json::Object{{"mapping", upnMapping()}}}});
        QCOMPARE(text(draft, "outcome"), std::string("create"));
    }
    void aReplayWritesNothing() {
        const json::Object flow = failedForMissingEmail("upn-cyd");
        const std::string before = digest();
        (void)replay(flow, {{"mapping", upnMapping()}});
        (void)batch({{"mapping", upnMapping()}, {"last", 50}});
        (void)world().admin("GET", acme().path("/flows/" + text(flow, "id") + "/bundle"));
        QCOMPARE(digest(), before);
        (void)signedIn("tom");
        QVERIFY(digest() != before); // the digest sees a login
    }
    void aLoginIsJudgedAtItsOwnTime() {
        const json::Object flow = signedIn("old");
        world().clock.advance(Seconds(24 * 3600)); // the ID token expired long ago
        const json::Object again = replay(flow, {});
        QCOMPARE(text(again, "outcome"), std::string("match"));
        QCOMPARE(text(again, "at"), std::string("2026-11-21T12:00:00.000Z"));
        QVERIFY2(json::arrayMember(again, "differences")->empty(), json::write(again).c_str());
        QCOMPARE(text(*json::objectMember(again, "before"), "outcome"), std::string("create"));
    }
    void anotherClientIdWouldHaveRefusedIt() {
        const json::Object flow = signedIn("aud");
        const json::Object again = replay(flow, {{"connection", json::Object{{"clientId", "another"}}}});
        QCOMPARE(text(again, "outcome"), std::string("reject"));
        QCOMPARE(text(again, "reason"), std::string("id_token.aud"));
        QCOMPARE(difference(again, "differences", "check.id_token.aud"), std::string("\"ok\" -> \"fail\""));
    }
    void aDisabledConnectionWouldHaveRefusedIt() {
        const json::Object again = replay(signedIn("dis"), {{"connection", json::Object{{"enabled", false}}}});
        QCOMPARE(text(again, "reason"), std::string("login.connection_disabled"));
    }
    void whatFailedBeforeTheTokenFailsAgainWhateverTheDraft() {
        world().company.person(person("sig"));
        world().company.change([](ScriptedIdp::Script& script) {
            script.sign = [](const json::Object& claims) { return test::ProviderKey("other").sign(claims); };
        });
        Browser browser = world().browser();
        (void)world().signIn(browser, acme().app);
        const json::Object again = replay(newest(), {{"mapping", upnMapping()}});
        QCOMPARE(text(again, "outcome"), std::string("reject"));
        QVERIFY(text(again, "reason").starts_with("id_token."));
        QVERIFY(json::arrayMember(again, "differences")->empty());
    }
    void aDraftThatIsWrongIsRefusedWithItsPlace() {
        const json::Object flow = signedIn("bad");
        const std::string path = acme().path("/flows/" + text(flow, "id") + "/replay");
        QCOMPARE(world().adminStatus("POST", path, {{"mapping", json::Object{{"nonsense", 1}}}}), 422);
        QCOMPARE(world().adminStatus("POST", path, {{"connection", json::Object{{"scopes", 5}}}}), 422);
        QCOMPARE(world().adminStatus("POST", path, {{"claims", json::Object()}}), 422);
        QCOMPARE(world().adminStatus("POST", acme().path("/flows/GH-0000-0000/replay"), {}), 404);
        QCOMPARE(world().adminStatus("POST", world().evil.path("/flows/" + text(flow, "id") + "/replay"), {}), 404);
    }
    void aTenantThatRecordsNothingHasNothingToReplay() {
        const Tenant quiet = world().addTenant("quiet", world().company, {{"recording", json::Object{{"logins", 0}}}});
        world().company.person(person("qui", "quiet.example"));
        Browser browser = world().browser();
        (void)world().signIn(browser, quiet.app);
        const json::Object flow = world().list(quiet.path("/flows")).front().as_object();
        QCOMPARE(text(flow, "outcome"), std::string("success"));
        QCOMPARE(json::boolMember(flow, "recorded"), std::optional(false));
        const std::string path = quiet.path("/flows/" + text(flow, "id"));
        QCOMPARE(world().adminStatus("POST", path + "/replay", {}), 409);
        QVERIFY(json::arrayMember(world().admin("GET", path), "messages")->empty());
    }

    void theLastLoginsTellWhoChangesAndWhoBreaks() {
        const Tenant many = world().addTenant("many", world().company);
        const auto login = [&](const json::Object& who) {
            world().company.person(who);
            Browser browser = world().browser();
            (void)world().signIn(browser, many.app);
        };
        json::Object both = person("both", "many.example");
        both["upn"] = "both@many.example";
        json::Object other = person("other", "many.example");
        other["upn"] = "renamed@many.example";
        json::Object none = person("none", "many.example");
        json::Object only = person("only", "many.example");
        only.erase("email");
        only["upn"] = "only@many.example";
        for (const json::Object& who : {both, other, none, only}) {
            login(who);
        }
        const std::string path = many.path("/connections/" + many.connection + "/replay");
        const json::Object all = world().admin("POST", path, {{"mapping", upnMapping()}});
        QCOMPARE(json::integerMember(all, "total"), std::optional<std::int64_t>(4));
        QCOMPARE(json::integerMember(all, "unchanged"), std::optional<std::int64_t>(1));
        QCOMPARE(json::integerMember(all, "changed"), std::optional<std::int64_t>(2));
        QCOMPARE(json::integerMember(all, "blocked"), std::optional<std::int64_t>(1));
        const json::Array& items = *json::arrayMember(all, "items");
        const auto item = [&](std::size_t at) -> const json::Object& { return items.at(at).as_object(); };
        QCOMPARE(text(item(0), "verdict"), std::string("changed")); // newest first: only
        QCOMPARE(text(*json::objectMember(item(0), "was"), "reason"), std::string("mapping_missing_email"));
        QCOMPARE(text(item(1), "verdict"), std::string("blocked"));
        QCOMPARE(text(json::arrayMember(item(1), "errors")->front().as_object(), "code"),
                 std::string("mapping_missing_email"));
        QCOMPARE(text(item(1), "user"), std::string("none@many.example"));
        QCOMPARE(difference(item(2), "changes", "user.email"),
                 std::string("\"other@many.example\" -> \"renamed@many.example\""));
        QCOMPARE(text(item(3), "verdict"), std::string("unchanged"));
        const json::Object two = world().admin("POST", path, {{"mapping", upnMapping()}, {"last", 2}});
        QCOMPARE(json::integerMember(two, "total"), std::optional<std::int64_t>(2));
        QCOMPARE(world().adminStatus("POST", path, {{"last", 0}}), 422);
        QCOMPARE(world().adminStatus("POST", path, {{"last", 1001}}), 422);
    }
    void aPreviewUsesTheClaimsOfARecordedLogin() {
        const json::Object flow = failedForMissingEmail("upn-pre");
        const std::string path = acme().path("/connections/" + acme().connection + "/preview");
        const json::Object preview =
            world().admin("POST", path, {{"flowId", text(flow, "id")}, {"mapping", upnMapping()}});
        QCOMPARE(text(preview, "outcome"), std::string("create"));
        QCOMPARE(text(*json::objectMember(preview, "user"), "email"), std::string("upn-pre@acme.example"));
    }

    void aBundleHoldsTheConfigurationWithoutSecretsAndItsOwnDigest() {
        const json::Object flow = signedIn("bun");
        const json::Object bundle = world().admin("GET", acme().path("/flows/" + text(flow, "reference") + "/bundle"));
        QCOMPARE(json::integerMember(bundle, "gatehouseBundle"), std::optional<std::int64_t>(1));
        const json::Object& content = *json::objectMember(bundle, "content");
        QCOMPARE(text(bundle, "sha256"), hexEncode(crypto::sha256(json::canonical(json::Value(content)))));
        const json::Object& configuration = *json::objectMember(content, "configuration");
        QCOMPARE(text(*json::objectMember(configuration, "connection"), "issuer"), world().company.issuer());
        QVERIFY(!json::objectMember(configuration, "connection")->contains("clientSecret"));
        QCOMPARE(text(*json::objectMember(configuration, "metadata"), "issuer"), world().company.issuer());
        QVERIFY(!json::arrayMember(*json::objectMember(configuration, "keys"), "keys")->empty());
        QVERIFY(!json::arrayMember(*json::objectMember(content, "flow"), "messages")->empty());
    }
    void aCallbackThatNobodyStartedIsRecordedToo() {
        Browser browser = world().browser();
        const Answer page =
            browser.get(world().url + "/sso/oidc/" + acme().connection + "/callback?code=stolen-code-1&state=x");
        QVERIFY(page.status >= 400);
        const json::Object flow = world().admin("GET", acme().path("/flows/" + page.reference()));
        const json::Array& messages = *json::arrayMember(flow, "messages");
        QCOMPARE(messages.size(), std::size_t(2));
        QCOMPARE(text(messages.front().as_object(), "name"), std::string("callback"));
        QVERIFY(json::write(flow).find("stolen-code-1") == std::string::npos);
        QCOMPARE(json::integerMember(messages.back().as_object(), "status"), std::optional<std::int64_t>(page.status));
        QCOMPARE(text(flow, "cureBy"), std::string("user"));
    }

private:
    [[nodiscard]] World& world() const { return *m_world; }
    [[nodiscard]] const Tenant& acme() const { return m_world->acme; }
    json::Object newest() {
        const json::Object first = world().list(acme().path("/flows")).front().as_object();
        return world().admin("GET", acme().path("/flows/" + text(first, "id")));
    }
    json::Object signedIn(const std::string& name) {
        world().company.person(person(name));
        Browser browser = world().browser();
        (void)world().signIn(browser, acme().app);
        const json::Object flow = newest();
        if (text(flow, "outcome") != "success") {
            qFatal("%s", json::write(flow).c_str());
        }
        return flow;
    }
    json::Object failedForMissingEmail(const std::string& name) {
        json::Object who = person(name);
        who.erase("email");
        who["upn"] = name + "@acme.example";
        world().company.person(who);
        world().company.change([&](ScriptedIdp::Script& script) { script.userinfo = who; });
        Browser browser = world().browser();
        (void)world().signIn(browser, acme().app);
        const json::Object flow = newest();
        if (text(flow, "reason") != "mapping_missing_email") {
            qFatal("%s", json::write(flow).c_str());
        }
        return flow;
    }
    json::Object replay(const json::Object& flow, const json::Object& body) {
        return world().admin("POST", acme().path("/flows/" + text(flow, "id") + "/replay"), body);
    }
    json::Object batch(const json::Object& body) {
        return world().admin("POST", acme().path("/connections/" + acme().connection + "/replay"), body);
    }
    std::unique_ptr<store::Store> openStore() {
        const auto file = std::filesystem::path(world().folder.path().toStdString()) / "data" / "gatehouse.db";
        auto opened = store::openSqlite({.file = file, .readers = 1});
        if (!opened) {
            qFatal("%s", opened.error().reason.c_str());
        }
        return *std::move(opened);
    }
    /// SHA-256 over every row of every table.
    std::string digest() {
        const auto store = openStore();
        std::string all;
        const Status read = store->read([&](store::Reader& reader) -> Status {
            std::vector<std::string> tables;
            ENSURE(reader.query(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name", {},
                [&](const store::Row& row) {
                    tables.emplace_back(row.text(0));
                    return true;
                }));
            for (const std::string& table : tables) {
                std::vector<std::string> columns;
                ENSURE(reader.query("SELECT name FROM pragma_table_info('" + table + "') ORDER BY cid", {},
                                    [&](const store::Row& row) {
                                        columns.emplace_back(row.text(0));
                                        return true;
                                    }));
                std::string list;
                for (const std::string& column : columns) {
                    list.append(list.empty() ? "" : ", ").append("HEX(" + column + ")");
                }
                std::vector<std::string> rows;
                ENSURE(reader.query("SELECT " + list + " FROM " + table, {}, [&](const store::Row& row) {
                    std::string line = table;
                    for (int i = 0; i < int(columns.size()); ++i) {
                        line.append("|").append(row.text(i));
                    }
                    rows.push_back(std::move(line));
                    return true;
                }));
                std::sort(rows.begin(), rows.end());
                for (const std::string& line : rows) {
                    all.append(line).append("\n");
                }
            }
            return {};
        });
        if (!read || all.empty()) {
            qFatal("the digest: %s", read ? "empty" : read.error().detail.c_str());
        }
        return hexEncode(crypto::sha256(all));
    }
    /// Everything that the store has of a flow, unsealed.
    std::string stored(const std::string& id) {
        const auto store = openStore();
        const auto ring =
            keys::KeyRing::open(*store, keys::MasterKey::fromBytes(std::string(32, 'k')).value(), world().clock.now());
        if (!ring) {
            qFatal("the keys: %s", ring.error().reason.c_str());
        }
        const auto sealer = (*ring)->sealerFor(TenantId(acme().id));
        std::string all;
        const Status read = store->read([&](store::Reader& reader) -> Status {
            Status opened;
            ENSURE(reader.query("SELECT sealed, recording FROM flows WHERE id = $1", {id}, [&](const store::Row& row) {
                for (const auto& [column, at] : {std::pair("sealed", 0), std::pair("recording", 1)}) {
                    auto clear = sealer->open({"flows", id, column}, row.blob(at));
                    if (!clear) {
                        opened = tl::unexpected<Error>(clear.error());
                        return false;
                    }
                    all.append(*clear);
                }
                return true;
            }));
            return opened;
        });
        if (!read || all.find("token.answer") == std::string::npos) {
            qFatal("the flow's row: %s", read ? all.c_str() : read.error().reason.c_str());
        }
        return all;
    }
    std::unique_ptr<World> m_world;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::Replay)
#include "tst_replay.moc"
