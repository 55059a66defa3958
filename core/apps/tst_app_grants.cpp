// SPDX-License-Identifier: Apache-2.0
// What an app's record says of grants: whom a service trusts, where an app may go, for how long it is there.
#include <QtTest>

#include "apps/app.h"

using namespace gatehouse;
using apps::App;

namespace {

const std::string kDomain = std::string("spiffe:/") + "/acme.example";

json::Object service(json::Object more = {}) {
    more["name"] = "worker";
    more["type"] = "service";
    return more;
}

json::Object trusting(const json::Object& entry) {
    return service({{"trustedIssuers", json::Array{entry}}});
}

/// "pointer code" of each problem with a submitted app.
QStringList problemsOf(const json::Object& object) {
    Problems problems;
    App app;
    apps::readJson(object, app, problems);
    QStringList out;
    for (const Problem& problem : problems) {
        out << QString::fromStdString(problem.pointer + " " + problem.code);
    }
    return out;
}

} // namespace

class TestAppGrants : public QObject {
    Q_OBJECT
private slots:
    void whatIsWrittenIsReadBackTheSame() {
        const json::Object object =
            service({{"trustedIssuers", json::Array{{{"issuer", "https://token.ci.example"},
                                                     {"subject", "repo:acme/*:ref:refs/heads/main"},
                                                     {"audience", "gatehouse"},
                                                     {"jwksUri", "https://token.ci.example/keys"},
                                                     {"reusable", true}}}},
                     {"resourceServers", json::Array{{{"issuer", "https://chat.example"},
                                                      {"clientId", "worker-there"},
                                                      {"scopes", json::Array{"chat.read"}},
                                                      {"resources", json::Array{"https://chat.example/api"}}}}},
                     {"authorizationDetails", json::Array{{{"type", "payment"}, {"members", json::Array{"amount"}}}}},
                     {"actors", json::Array{"agent"}},
                     {"impersonation", true},
                     {"owner", "ann@acme.example"},
                     {"expiresAt", "2027-01-31T00:00:00Z"}});
        App app;
        Problems problems;
        apps::readJson(object, app, problems);
        QVERIFY(problems.empty());
        QVERIFY(app.trustedIssuers.front().reusable);
        QCOMPARE(app.person, std::string("ann@acme.example"));
        App again;
        apps::readJson(apps::toJson(app), again, problems);
        QVERIFY(problems.empty());
        QCOMPARE(json::write(apps::toJson(again)), json::write(apps::toJson(app)));
    }
    void nothingOfItIsThereByDefault() {
        App app;
        Problems problems;
        apps::readJson(service({{"trustedIssuers", nullptr}, {"expiresAt", nullptr}}), app, problems);
        QVERIFY(problems.empty());
        QVERIFY(app.trustedIssuers.empty() && app.resourceServers.empty() && app.actors.empty());
        QVERIFY(!app.impersonation && !app.expiresAt && app.person.empty());
        QVERIFY(app.refreshPolicy == apps::RefreshPolicy::Rotate);
    }

    void anIssuerThatCannotBeTrustedIsRefused_data() {
        QTest::addColumn<QByteArray>("entry");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char* name, const json::Object& entry, const char* member) {
            QTest::newRow(name) << QByteArray::fromStdString(json::write(entry))
                                << QStringLiteral("/trustedIssuers/0/%1 trusted_issuer_invalid").arg(member);
        };
        const std::string issuer = "https://ci.example";
        row("no issuer", {{"subject", "ci"}}, "issuer");
        row("plain http", {{"issuer", "http://ci.example"}, {"subject", "ci"}}, "issuer");
        row("no address", {{"issuer", "ci"}, {"subject", "ci"}}, "issuer");
        row("no subject", {{"issuer", issuer}}, "subject");
        row("anybody", {{"issuer", issuer}, {"subject", "*"}}, "subject");
        row("anybody's end", {{"issuer", issuer}, {"subject", "*:main"}}, "subject");
        row("two stars", {{"issuer", issuer}, {"subject", "repo:**"}}, "subject");
        row("keys by http", {{"issuer", issuer}, {"subject", "ci"}, {"jwksUri", "http://ci.example/keys"}}, "jwksUri");
        row("a trust domain without its bundle", {{"issuer", kDomain}, {"subject", kDomain + "/a"}}, "jwksUri");
        row("an identity of another trust domain",
            {{"issuer", kDomain}, {"subject", kDomain + ".evil/a"}, {"jwksUri", "https://spire.example"}}, "subject");
        row("a trust domain with a path",
            {{"issuer", kDomain + "/a"}, {"subject", kDomain + "/a/b"}, {"jwksUri", "https://spire.example"}},
            "issuer");
    }
    void anIssuerThatCannotBeTrustedIsRefused() {
        QFETCH(QByteArray, entry);
        QFETCH(QString, problem);
        QCOMPARE(problemsOf(trusting(json::parseObject(entry.toStdString()).value())), QStringList{problem});
    }
    void everyEntryIsReadStrictly() {
        QCOMPARE(problemsOf(service({{"trustedIssuers", "all"}})), QStringList{"/trustedIssuers wrong_type"});
        QCOMPARE(problemsOf(service({{"trustedIssuers", json::Array{"ci"}}})),
                 QStringList{"/trustedIssuers/0 wrong_type"});
        QCOMPARE(problemsOf(trusting({{"issuer", "https://ci.example"}, {"subject", "ci"}, {"jwks", 1}})),
                 QStringList{"/trustedIssuers/0/jwks unknown_member"});
        QCOMPARE(problemsOf(service({{"resourceServers", json::Array{{{"issuer", "ftp://x"}, {"clientId", ""}}}}})),
                 (QStringList{"/resourceServers/0/issuer resource_server_invalid",
                              "/resourceServers/0/clientId resource_server_invalid"}));
        QCOMPARE(problemsOf(service({{"resourceServers", json::Array{{{"issuer", "https://chat.example"},
                                                                      {"clientId", "a"},
                                                                      {"scopes", json::Array{"a b"}}}}}})),
                 QStringList{"/resourceServers/0/scopes resource_server_invalid"});
        QCOMPARE(problemsOf(service(
                     {{"authorizationDetails", json::Array{{{"type", "a b"}, {"members", json::Array{"type"}}}}}})),
                 (QStringList{"/authorizationDetails/0/type authorization_details_invalid",
                              "/authorizationDetails/0/members authorization_details_invalid"}));
        QCOMPARE(problemsOf(service({{"expiresAt", "soon"}})), QStringList{"/expiresAt wrong_type"});
    }
    void whatBelongsToServicesIsRefusedElsewhere() {
        json::Object web = trusting({{"issuer", "https://ci.example"}, {"subject", "ci"}});
        web["type"] = "web";
        web["owner"] = "ann@acme.example";
        web["expiresAt"] = "2027-01-31T00:00:00Z";
        QCOMPARE(problemsOf(web),
                 (QStringList{"/trustedIssuers not_for_type", "/owner not_for_type", "/expiresAt not_for_type"}));
    }
    void aRefreshTokenStaysOnlyWhereItIsBoundTwice() {
        const json::Object bound{{"name", "shop"}, {"refreshPolicy", "static_bound"}, {"dpop", "required"}};
        QVERIFY(problemsOf(bound).isEmpty());
        const QStringList unbound{"/refreshPolicy refresh_policy_unbound"};
        for (const auto& [member, value] : {std::pair("dpop", "optional"), std::pair("auth", "none")}) {
            json::Object changed = bound;
            changed[member] = value;
            QCOMPARE(problemsOf(changed), unbound);
        }
        json::Object unknown = bound;
        unknown["refreshPolicy"] = "forever";
        QCOMPARE(problemsOf(unknown), QStringList{"/refreshPolicy unknown_value"});
    }

    void aPatternIsAnchoredAndAStarKeepsToItsPart() {
        QVERIFY(apps::subjectMatches("ci", "ci"));
        QVERIFY(apps::subjectMatches("repo:acme/*:ref:refs/heads/*", "repo:acme/app:ref:refs/heads/main"));
        QVERIFY(apps::subjectMatches("build-*-x", "build-1-x-x"));
        QVERIFY(apps::subjectMatches("a*b*c", "aXbYbZc"));
        QVERIFY(apps::subjectMatches("a*:x*", "a1:x2"));
        QVERIFY(!apps::subjectMatches("a*b*c", "aXb/c"));
        QVERIFY(!apps::subjectMatches("a**", "a1"));
        for (const char* other : {"", "c", "cii", "CI", "ci ", "*"}) {
            QVERIFY2(!apps::subjectMatches("ci", other), other);
        }
        for (const char* other : {"repo:acme/:x", "repo:acme/a/b:x", "repo:acme/a:b:x", "repo:acme/a:x:", "repo:acme/a",
                                  "xrepo:acme/a:x", "repo:acme/a:xx"}) {
            QVERIFY2(!apps::subjectMatches("repo:acme/*:x", other), other);
        }
    }
    void aHostileSubjectTakesNoTime() {
        const std::string pattern = "a*b*b*b*b*b*b*b*c";
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!apps::subjectMatches(pattern, "a" + std::string(1000, 'b')));
        QVERIFY(timer.elapsed() < 1000);
    }
};

QTEST_GUILESS_MAIN(TestAppGrants)
#include "tst_app_grants.moc"
