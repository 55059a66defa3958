// SPDX-License-Identifier: Apache-2.0
// Each stage of a connection test fails with a message and a cure of its own (console.md 3.1).
#include <QTemporaryDir>
#include <QtTest>

#include "http/server.h"
#include "oidc/rp/connection_test.h"
#include "tests/support/scripted_server.h"
#include "tests/support/test_certificate.h"
#include "tests/support/test_provider.h"

using namespace gatehouse;
using oidc::rp::Stage;
using oidc::rp::Stages;

namespace {

const QStringList kStages{"address", "connect", "tls",   "fetch",   "parse", "identity",
                          "keys",    "client",  "clock", "sign_in", "claims"};

http::ClientOptions loopback() {
    http::ClientOptions options;
    options.policy.allowLoopback = true;
    options.policy.allowHttp = true;
    return options;
}

} // namespace

class TestConnectionTest : public QObject {
    Q_OBJECT
private slots:
    void init() {
        m_told.clear();
        m_proxy.clear();
        m_idp = std::make_unique<test::TestProvider>();
        m_idp->answer("/token", 400, "{\"error\":\"invalid_grant\"}");
    }

    void everyStageIsGreenWhenAllIsWell() {
        const Stage signIn{{"sign_in", Check::Status::Ok, "", "yes", "", ""}, {}};
        const Stage claims{{"claims", Check::Status::Ok, "", "all", "", ""}, {}};
        const Stages checks = run(m_idp->client, signIn, claims);
        QCOMPARE(namesOf(checks), kStages);
        for (const Stage& check : checks) {
            QVERIFY2(check.status == Check::Status::Ok, check.name.c_str());
            QVERIFY2(!check.actual.empty() || check.name == "connect", check.name.c_str());
            QVERIFY(check.cure.empty());
        }
    }

    void withoutAPersonTheLastTwoStagesAreSkipped() {
        const Stages checks = run(m_idp->client);
        QCOMPARE(namesOf(checks), kStages);
        QVERIFY(checks[9].status == Check::Status::Skipped);
        QVERIFY(checks[10].status == Check::Status::Skipped);
        QVERIFY(firstFailure(checks) == nullptr);
    }

    // 1
    void anAddressThatIsNotHttpsFailsFirst_data() {
        QTest::addColumn<QString>("issuer");
        for (const char* each :
             {"http://idp.example", "idp.example", "ftp://idp.example", "", "https://", "https://a b"}) {
            QTest::newRow(each) << QString(each);
        }
    }
    void anAddressThatIsNotHttpsFailsFirst() {
        QFETCH(QString, issuer);
        m_idp->connection.issuer = issuer.toStdString();
        const Stage failed = onlyFailure(run(m_idp->client), "address");
        QCOMPARE(QString::fromStdString(failed.actual), "\"" + issuer + "\" is not an https address.");
        QCOMPARE(failed.cure, std::string("Fix address"));
        QVERIFY(m_idp->client.requests.empty());
    }
    void aNameThatNobodyHasFailsAtTheAddress() {
        m_idp->connection.issuer = "https://no-such-host.invalid";
        const Stage failed = onlyFailure(run(*http::makeCurlClient(loopback())), "address");
        QCOMPARE(failed.actual, std::string("No such host: no-such-host.invalid."));
        QCOMPARE(failed.fix.kind, std::string("fix_address"));
    }

    // 2
    void aPortThatNobodyListensOnFailsAtConnect() {
        std::uint16_t port = 0;
        {
            const testing::ScriptedServer gone([](int, int) {});
            port = gone.port();
        }
        m_idp->connection.issuer = "http://127.0.0.1:" + std::to_string(port);
        const Stage failed = onlyFailure(run(*http::makeCurlClient(loopback()), {}, {}, true), "connect");
        QCOMPARE(failed.actual, "127.0.0.1 refused the connection on port " + std::to_string(port) + ".");
        QCOMPARE(failed.fix.kind, std::string("retry"));
    }
    void anAddressWhereCallsMayNotGoFailsAtConnect() {
        m_idp->connection.issuer = "https://169.254.169.254";
        const Stage failed = onlyFailure(run(*http::makeCurlClient(loopback())), "connect");
        QVERIFY2(has(failed, "169.254.169.254"), failed.actual.c_str());
    }
    void silenceFailsAtConnect() {
        failWith("outbound.timeout", "");
        QCOMPARE(onlyFailure(run(m_idp->client), "connect").actual,
                 std::string("No answer in 5 s from idp.example on port 443."));
    }

    // 3
    void eachFaultOfACertificateIsNamed_data() {
        QTest::addColumn<QString>("names");
        QTest::addColumn<int>("validFor");
        QTest::addColumn<bool>("trusted");
        QTest::addColumn<QString>("says");
        QTest::newRow("expired") << "DNS:localhost" << -60 << true << "expired on";
        QTest::newRow("another name") << "DNS:other.example" << 3600 << true << "other.example";
        QTest::newRow("unknown authority") << "DNS:localhost" << 3600 << false << "Test Authority";
    }
    void eachFaultOfACertificateIsNamed() {
        QFETCH(QString, names);
        QFETCH(int, validFor);
        QFETCH(bool, trusted);
        QFETCH(QString, says);
        const QTemporaryDir folder;
        const std::string base = folder.path().toStdString();
        testing::CertificateWish wish;
        wish.commonName = "Test Authority";
        wish.authority = true;
        const testing::TestCertificate authority(wish);
        authority.writeCertificate(base + "/ca.pem");
        const testing::TestCertificate leaf(
            {"localhost", names.toStdString(), false, std::chrono::seconds(-7200), std::chrono::seconds(validFor)},
            &authority);
        leaf.writeCertificate(base + "/cert.pem");
        leaf.writeKey(base + "/key.pem");
        http::ServerOptions options;
        options.listeners = {{"127.0.0.1:0"}};
        options.workers = 1;
        options.tls = http::TlsFiles{base + "/cert.pem", base + "/key.pem", {}};
        const auto server = http::Server::start(options, [](const http::Request&) { return http::Response(); }).value();
        const std::string address = server->addresses().front();
        m_idp->connection.issuer = "https://localhost" + address.substr(address.rfind(':'));
        http::ClientOptions outbound = loopback();
        if (trusted) {
            outbound.caFile = base + "/ca.pem";
        }
        const Stage failed = onlyFailure(run(*http::makeCurlClient(std::move(outbound))), "tls");
        QVERIFY2(has(failed, says.toStdString()), failed.actual.c_str());
        QVERIFY(failed.cure.starts_with("View certificate"));
        server->stop();
    }

    void anUnknownAuthorityCanBeTrustedAndATrustedOneIs() {
        failWith("outbound.tls_authority", "Signed by an unknown authority (CN = Corp Root).");
        const Stage failed = onlyFailure(run(m_idp->client), "tls");
        QCOMPARE(failed.actual, std::string("Signed by an unknown authority (CN = Corp Root)."));
        QCOMPARE(failed.fix.value, std::string("https://idp.example:443"));
        QCOMPARE(failed.more.size(), std::size_t(1));
        QCOMPARE(failed.more[0].kind, std::string("trust_authority"));
        failWith("outbound.tls_expired", "Certificate expired on 2026-01-01.");
        QVERIFY(onlyFailure(run(m_idp->client), "tls").more.empty()); // trusting its authority would not help
    }
    void everyCallOfTheTestTrustsWhatTheConnectionTrusts() {
        m_idp->connection.trustedAuthorities = "the authorities";
        (void)run(m_idp->client);
        QVERIFY(m_idp->client.requests.size() >= 4); // metadata, keys, token, authorize
        for (const http::OutboundRequest& request : m_idp->client.requests) {
            QVERIFY2(request.authorities == "the authorities", request.url.c_str());
        }
    }
    void keysBehindAnUnknownAuthorityOfferToTrustIt() {
        m_idp->client.on(test::TestProvider::url("/jwks"),
                         [](const http::OutboundRequest&) -> Result<http::OutboundResponse> {
                             return gatehouse::fail(Code::Unavailable, "outbound.tls_authority", "unknown");
                         });
        const Stage failed = onlyFailure(run(m_idp->client), "keys");
        QCOMPARE(failed.fix.kind, std::string("view_certificate"));
        QCOMPARE(failed.fix.value, std::string("https://idp.example/jwks"));
    }
    void whatDoesNotAnswerLeadsToTheProxySettings() {
        failWith("outbound.connect", "");
        Stage failed = onlyFailure(run(m_idp->client), "connect");
        QCOMPARE(failed.more.front().kind, std::string("proxy_settings"));
        QCOMPARE(failed.more.front().value, std::string());
        m_proxy = "http://proxy.corp.example:3128";
        failWith("outbound.proxy", "The proxy said no.");
        failed = onlyFailure(run(m_idp->client), "connect");
        QCOMPARE(failed.actual, std::string("The proxy said no."));
        QCOMPARE(failed.fix.kind, std::string("proxy_settings"));
        QCOMPARE(failed.fix.value, m_proxy);
    }

    // 4
    void aMissingDocumentIsNamedWithItsAddress() {
        m_idp->answer("/.well-known/openid-configuration", 404, "gone");
        const Stage failed = onlyFailure(run(m_idp->client), "fetch");
        QCOMPARE(failed.actual,
                 "Got HTTP 404 at " + test::TestProvider::url("/.well-known/openid-configuration") + ".");
        QCOMPARE(failed.cure, std::string("Fix address"));
    }
    void theRightAddressIsSuggestedWhereThereIsOne_data() {
        QTest::addColumn<QString>("entered");
        QTest::newRow("one path too long") << "https://idp.example/login";
        QTest::newRow("the document itself") << "https://idp.example/.well-known/openid-configuration";
    }
    void theRightAddressIsSuggestedWhereThereIsOne() {
        QFETCH(QString, entered);
        m_idp->connection.issuer = entered.toStdString();
        m_idp->client.on(entered.toStdString() + "/.well-known/openid-configuration", [](const http::OutboundRequest&) {
            http::OutboundResponse response;
            response.status = 404;
            return response;
        });
        const Stage failed = onlyFailure(run(m_idp->client), "fetch");
        QVERIFY2(has(failed, "Did you mean https://idp.example/.well-known/openid-configuration?"),
                 failed.actual.c_str());
        QCOMPARE(failed.cure, std::string("Use suggested address"));
        QCOMPARE(failed.fix.kind, std::string("use_suggested_address"));
        QCOMPARE(failed.fix.value, std::string("https://idp.example"));
    }

    // 5
    void whatIsNoMetadataIsNamed_data() {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("says");
        QTest::newRow("a page") << "<!DOCTYPE html><html>" << "This is a web page, not metadata (starts with <!DOCTYPE";
        QTest::newRow("no JSON") << "hello" << "not a JSON document";
        QTest::newRow("empty") << "" << "not a JSON document";
    }
    void whatIsNoMetadataIsNamed() {
        QFETCH(QString, body);
        QFETCH(QString, says);
        m_idp->answer("/.well-known/openid-configuration", 200, body.toStdString());
        const Stage failed = onlyFailure(run(m_idp->client), "parse");
        QVERIFY2(has(failed, says.toStdString()), failed.actual.c_str());
        QCOMPARE(failed.cure, std::string("Open in browser"));
        QCOMPARE(failed.fix.value, test::TestProvider::url("/.well-known/openid-configuration"));
    }
    void aMissingEndpointIsNamed() {
        m_idp->metadata.erase("token_endpoint");
        m_idp->publish();
        QVERIFY(has(onlyFailure(run(m_idp->client), "parse"), "token_endpoint"));
    }

    // 6
    void anIssuerThatDiffersByASlashIsExplained() {
        m_idp->metadata["issuer"] = "https://idp.example/";
        m_idp->publish();
        const Stage failed = onlyFailure(run(m_idp->client), "identity");
        QVERIFY2(has(failed, "https://idp.example/") && has(failed, "the trailing slash differs"),
                 failed.actual.c_str());
        QCOMPARE(failed.cure, std::string("Use theirs"));
        QCOMPARE(failed.fix.kind, std::string("use_their_issuer"));
        QCOMPARE(failed.fix.value, std::string("https://idp.example/"));
    }

    // 7
    void keysThatCannotSignAreListed_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("says");
        QTest::newRow("none") << 200 << "{\"keys\":[]}" << "found: none";
        QTest::newRow("no JSON") << 200 << "oops" << "found: none";
        QTest::newRow("down") << 503 << "" << "HTTP 503";
        QTest::newRow("shared secret") << 200 << "{\"keys\":[{\"kty\":\"oct\",\"k\":\"AAAA\"}]}"
                                       << "No usable signing key";
    }
    void keysThatCannotSignAreListed() {
        QFETCH(int, status);
        QFETCH(QString, body);
        QFETCH(QString, says);
        m_idp->answer("/jwks", status, body.toStdString());
        const Stage failed = onlyFailure(run(m_idp->client), "keys");
        QVERIFY2(has(failed, says.toStdString()) && has(failed, "https://idp.example/jwks"), failed.actual.c_str());
    }
    void keysThatOnlyEncryptAreNotEnough() {
        json::Object jwk = m_idp->key.publicJwk();
        jwk["use"] = "enc";
        jwk["alg"] = "ECDH-ES";
        m_idp->answer("/jwks", 200, json::write(json::Object{{"keys", json::Array{jwk}}}));
        QVERIFY(has(onlyFailure(run(m_idp->client), "keys"), "enc"));
    }
    void aProviderThatSignsWithSharedSecretsAloneIsNotEnough() {
        m_idp->metadata["id_token_signing_alg_values_supported"] = json::Array{"HS256", "none"};
        m_idp->publish();
        QCOMPARE(onlyFailure(run(m_idp->client), "keys").name, std::string("keys"));
    }

    void aSigningCertificateThatEndsSoonIsAWarningWithAReminder_data() {
        QTest::addColumn<int>("days");
        QTest::addColumn<QString>("says"); // empty: fine
        QTest::newRow("soon") << 12 << "Signing certificate expires in 12 days.";
        QTest::newRow("over") << -3 << "Signing certificate expired on 20";
        QTest::newRow("in time") << 40 << "";
    }
    void aSigningCertificateThatEndsSoonIsAWarningWithAReminder() {
        QFETCH(int, days);
        QFETCH(QString, says);
        m_idp->clock.set(SystemClock().now());
        m_idp->date = m_idp->clock.now();
        testing::CertificateWish wish;
        wish.notBefore = std::chrono::hours(-24 * 30);
        wish.notAfter = std::chrono::hours(24 * days) + std::chrono::hours(days > 0 ? 1 : 0);
        const std::string der = testing::TestCertificate(wish).der();
        json::Object jwk = m_idp->key.publicJwk();
        jwk["x5c"] = json::Array{QByteArray(der.data(), qsizetype(der.size())).toBase64().toStdString()};
        m_idp->answer("/jwks", 200, json::write(json::Object{{"keys", json::Array{jwk}}}));
        const Stages checks = run(m_idp->client);
        QVERIFY(firstFailure(checks) == nullptr);
        QCOMPARE(checks[6].status == Check::Status::Warn, !says.isEmpty());
        if (!says.isEmpty()) {
            QVERIFY2(QString::fromStdString(checks[6].actual).startsWith(says), checks[6].actual.c_str());
            QCOMPARE(checks[6].fix.kind, std::string("remind_me"));
            QVERIFY(parseRfc3339(checks[6].fix.value).has_value());
        }
    }

    // 8
    void aRefusedClientIsNamedAndTheClockIsStillCompared_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("says");
        QTest::newRow("invalid_client") << 401 << "{\"error\":\"invalid_client\"}" << "(invalid_client)";
        QTest::newRow("with 400") << 400 << "{\"error\":\"invalid_client\"}" << "(invalid_client)";
        QTest::newRow("unauthorized") << 400 << "{\"error\":\"unauthorized_client\"}" << "(unauthorized_client)";
        QTest::newRow("bare 401") << 401 << "<html>" << "(401)";
    }
    void aRefusedClientIsNamedAndTheClockIsStillCompared() {
        QFETCH(int, status);
        QFETCH(QString, body);
        QFETCH(QString, says);
        m_idp->answer("/token", status, body.toStdString());
        const Stages checks = run(m_idp->client);
        const Stage failed = *firstFailure(checks);
        QCOMPARE(failed.name, std::string("client"));
        QVERIFY2(has(failed, says.toStdString()), failed.actual.c_str());
        QCOMPARE(failed.cure, std::string("Re-enter secret"));
        QVERIFY(checks[8].status == Check::Status::Ok);
        for (const Stage& check : checks) {
            QVERIFY2(!has(check, "s3cret"), "the secret is shown");
        }
    }
    void aTokenEndpointThatSaysNothingIsAWarningOnly() {
        m_idp->answer("/token", 500, "oops");
        const Stages checks = run(m_idp->client);
        QVERIFY(checks[7].status == Check::Status::Warn);
        QVERIFY(firstFailure(checks) == nullptr);
    }

    // 9
    void aClockThatIsOffIsMeasured_data() {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<QString>("says"); // empty: fine
        QTest::newRow("ahead") << 432 << "differs by 7 min 12 s; limit is 2 min";
        QTest::newRow("behind") << -121 << "differs by 2 min 1 s; limit is 2 min";
        QTest::newRow("just right") << 120 << "";
    }
    void aClockThatIsOffIsMeasured() {
        QFETCH(int, seconds);
        QFETCH(QString, says);
        m_idp->date = test::TestStore::kNow + Seconds(seconds);
        const Stages checks = run(m_idp->client);
        if (says.isEmpty()) {
            QVERIFY(firstFailure(checks) == nullptr);
            return;
        }
        const Stage failed = *firstFailure(checks);
        QCOMPARE(failed.name, std::string("clock"));
        QVERIFY2(has(failed, says.toStdString()), failed.actual.c_str());
        QCOMPARE(failed.cure, std::string("Show time settings"));
    }
    void withoutADateTheClockIsAWarning() {
        m_idp->date.reset();
        QVERIFY(run(m_idp->client)[8].status == Check::Status::Warn);
    }

    void everyStageIsToldWhenItIsKnownAndInOrder() {
        m_idp->answer("/token", 401, "{\"error\":\"invalid_client\"}");
        (void)run(m_idp->client);
        QCOMPARE(m_told, (std::vector<std::string>{"address", "connect", "tls", "fetch", "parse", "identity", "keys",
                                                   "client", "clock"}));
    }
    void afterAFailureNothingMoreIsTold() {
        m_idp->answer("/jwks", 503, "");
        (void)run(m_idp->client);
        QCOMPARE(m_told.back(), std::string("keys"));
    }

    // 10
    void aRedirectUriThatTheProviderRefusesIsNamed_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("page");
        QTest::addColumn<bool>("refused");
        QTest::newRow("plain words") << 400 << "Invalid parameter: redirect_uri" << true;
        QTest::newRow("as Entra says it") << 200 << "<p>AADSTS50011: The redirect URI ..." << true;
        QTest::newRow("reply URL") << 403 << "The Reply URL does not match." << true;
        QTest::newRow("another fault") << 400 << "unknown client" << false;
        QTest::newRow("a sign-in page that mentions it") << 200 << "<input name=redirect_uri>" << false;
        QTest::newRow("down") << 503 << "redirect_uri" << false;
        QTest::newRow("sent on") << 302 << "" << false;
    }
    void aRedirectUriThatTheProviderRefusesIsNamed() {
        QFETCH(int, status);
        QFETCH(QString, page);
        QFETCH(bool, refused);
        const Stage signIn{{"sign_in", Check::Status::Ok, "", "yes", "", ""}, {}};
        bool asNobody = false;
        m_idp->client.otherwise([&](const http::OutboundRequest& request) {
            asNobody = request.url.starts_with(test::TestProvider::url("/authorize?")) &&
                       request.url.find("prompt=none") != std::string::npos && request.body.empty();
            http::OutboundResponse response;
            response.status = status;
            response.body = page.toStdString();
            return response;
        });
        const Stages stages = run(m_idp->client, signIn);
        QVERIFY(asNobody);
        QCOMPARE(stages[9].status == Check::Status::Fail, refused);
        if (refused) {
            QCOMPARE(stages[9].actual, std::string("Provider says redirect URI not allowed. Register exactly: "
                                                   "https://broker.example/sso/oidc/c1/callback"));
            QCOMPARE(stages[9].fix.value, std::string("https://broker.example/sso/oidc/c1/callback"));
        } else {
            QCOMPARE(stages[9].actual, std::string("yes"));
        }
    }

    // 10, 11
    void theLastSignInAndItsClaimsAreShownAsTheyWere() {
        const Stage signIn{{"sign_in", Check::Status::Fail, "", "it failed", "open the flow", ""}, {}};
        const Stages checks = run(m_idp->client, signIn, {});
        QCOMPARE(checks[9].actual, std::string("it failed"));
        QVERIFY(checks[10].status == Check::Status::Skipped);
        const Stage claims{{"claims", Check::Status::Fail, "", "no email", "open the mapping", ""}, {}};
        QCOMPARE(run(m_idp->client, std::nullopt, claims)[10].actual, std::string("no email"));
    }

private:
    Stages run(http::Client& client, const std::optional<Stage>& signIn = {}, const std::optional<Stage>& claims = {},
               bool allowHttp = false) {
        return oidc::rp::testConnection({m_idp->connection, "https://broker.example/sso/oidc/c1/callback", client,
                                         *m_idp->ring, m_idp->clock, allowHttp, signIn, claims,
                                         [this](const Stage& stage) { m_told.push_back(stage.name); }, m_proxy});
    }
    void failWith(const char* reason, const char* detail) {
        m_idp->client.on(test::TestProvider::url("/.well-known/openid-configuration"),
                         [=](const http::OutboundRequest&) -> Result<http::OutboundResponse> {
                             return gatehouse::fail(Code::Unavailable, reason, detail);
                         });
    }
    static bool has(const Stage& check, const std::string& part) {
        return check.actual.find(part) != std::string::npos;
    }
    static QStringList namesOf(const Stages& checks) {
        QStringList names;
        for (const Stage& check : checks) {
            names << QString::fromStdString(check.name);
        }
        return names;
    }
    /// The stage that failed, after all stages before it passed and with all after it skipped.
    static Stage onlyFailure(const Stages& checks, const QString& stage) {
        const qsizetype at = kStages.indexOf(stage);
        if (namesOf(checks) != kStages) {
            qWarning() << "stages:" << namesOf(checks);
            return {};
        }
        for (qsizetype i = 0; i < kStages.size(); ++i) {
            const Check::Status status = checks[std::size_t(i)].status;
            const bool right = i < at    ? status == Check::Status::Ok || status == Check::Status::Warn
                               : i == at ? status == Check::Status::Fail
                                         : status == Check::Status::Skipped;
            if (!right) {
                qWarning() << "stage" << kStages[i] << "is" << statusName(status);
                return {};
            }
        }
        return checks[std::size_t(at)];
    }

    std::unique_ptr<test::TestProvider> m_idp;
    std::vector<std::string> m_told;
    std::string m_proxy;
};

QTEST_GUILESS_MAIN(TestConnectionTest)
#include "tst_connection_test.moc"
