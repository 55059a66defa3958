// SPDX-License-Identifier: Apache-2.0
// Each of the eleven stages of a connection test fails with a message, a cure and a button of its own, against real
// listeners (console.md 3.1). Those that need a certificate to be trusted call the test itself, the others the Admin
// API.
#include <QTemporaryDir>
#include <QtTest>

#include <set>

#include "http/server.h"
#include "oidc/rp/connection_test.h"
#include "tests/flows/world.h"
#include "tests/support/scripted_server.h"
#include "tests/support/test_certificate.h"
#include "tests/support/test_provider.h"
#include "web/security_headers.h"

namespace gatehouse::flows {

namespace {

/// What came of the stage that failed first.
struct Failed {
    std::string stage, detail, hint, fix, value;
};

/// A listener with a certificate that is wrong in one way.
class WrongCertificate {
public:
    WrongCertificate(const std::string& names, std::chrono::seconds validFor)
        : m_authority(authorityWish()) {
        const std::string base = m_folder.path().toStdString();
        m_authority.writeCertificate(base + "/ca.pem");
        const testing::TestCertificate leaf({"localhost", names, false, std::chrono::seconds(-7200), validFor},
                                            &m_authority);
        leaf.writeCertificate(base + "/cert.pem");
        leaf.writeKey(base + "/key.pem");
        http::ServerOptions options;
        options.listeners = {{"127.0.0.1:0"}};
        options.workers = 1;
        options.tls = http::TlsFiles{base + "/cert.pem", base + "/key.pem", {}};
        m_server = http::Server::start(options, [](const http::Request&) { return http::Response(); }).value();
    }
    ~WrongCertificate() { m_server->stop(); }
    WrongCertificate(const WrongCertificate&) = delete;
    WrongCertificate& operator=(const WrongCertificate&) = delete;
    std::string issuer() const {
        const std::string address = m_server->addresses().front();
        return "https://localhost" + address.substr(address.rfind(':'));
    }
    std::string authorityPem() const { return m_authority.pem(); }
    std::string authority() const { return m_folder.path().toStdString() + "/ca.pem"; }

private:
    static testing::CertificateWish authorityWish() {
        testing::CertificateWish wish;
        wish.commonName = "Test Authority";
        wish.authority = true;
        return wish;
    }
    QTemporaryDir m_folder;
    testing::TestCertificate m_authority;
    std::unique_ptr<http::Server> m_server;
};

} // namespace

class ElevenStages : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_world = std::make_unique<World>(); }
    void cleanupTestCase() {
        // Thirteen faults, thirteen messages.
        QCOMPARE(m_messages.size(), std::size_t(m_faults));
        m_world.reset();
    }
    void init() {
        world().clock.set(SystemClock().now()); // so that the clock is only off where a test says so
        m_tenant = world().addTenant("tenant-" + std::to_string(m_count++), world().company);
        world().company.person(person("ann", m_tenant.slug + ".example"));
        m_issuer = world().company.issuer();
    }

    void nothingFailsAtAProviderThatIsSound() { QCOMPARE(test().stage, std::string()); }

    void stage1AnAddressThatIsNone() {
        m_issuer = "idp.example.com";
        const Failed failed = failure("address");
        QCOMPARE(failed.detail, std::string("\"idp.example.com\" is not an https address."));
        QCOMPARE(failed.fix, std::string("fix_address"));
    }
    void stage1AHostThatDoesNotExist() {
        m_issuer = "https://no-such-host.invalid";
        const Failed failed = failure("address");
        QCOMPARE(failed.detail, std::string("No such host: no-such-host.invalid."));
        QCOMPARE(failed.fix, std::string("fix_address"));
    }
    void stage2APortThatRefuses() {
        std::string port;
        {
            const testing::ScriptedServer gone([](int, int) {});
            port = std::to_string(gone.port());
        }
        m_issuer = "http://127.0.0.1:" + port;
        const Failed failed = failure("connect");
        QCOMPARE(failed.detail, "127.0.0.1 refused the connection on port " + port + ".");
        QCOMPARE(failed.fix, std::string("retry"));
    }
    void stage2ABlackHole() {
        const testing::ScriptedServer hole([](int fd, int) { testing::ScriptedServer::hold(fd); });
        m_issuer = "http://127.0.0.1:" + std::to_string(hole.port());
        const Failed failed = failure("connect");
        QCOMPARE(failed.detail, "No answer in 5 s from 127.0.0.1 on port " + std::to_string(hole.port()) + ".");
        QCOMPARE(failed.fix, std::string("retry"));
    }
    void stage3ACertificateThatExpired() {
        const WrongCertificate server("DNS:localhost", std::chrono::seconds(-60));
        const Failed failed = tlsFailure(server, true);
        QVERIFY2(failed.detail.starts_with("Certificate expired on 20"), failed.detail.c_str());
        QCOMPARE(failed.fix, std::string("view_certificate"));
    }
    void stage3ACertificateOfAnotherName() {
        const WrongCertificate server("DNS:other.example", std::chrono::seconds(3600));
        QCOMPARE(tlsFailure(server, true).detail, std::string("Certificate is for other.example, not localhost."));
    }
    void stage3AnAuthorityThatNobodyKnows() {
        const WrongCertificate server("DNS:localhost", std::chrono::seconds(3600));
        const Failed failed = tlsFailure(server, false);
        QVERIFY2(failed.detail.find("Test Authority") != std::string::npos, failed.detail.c_str());
        QCOMPARE(failed.detail, std::string("Signed by an unknown authority (CN = Test Authority)."));
    }
    // What the button of stage 3 does: look, judge, trust for one connection.
    void anAuthorityIsLookedAtBeforeItIsTrusted() {
        const WrongCertificate server("DNS:localhost", std::chrono::seconds(3600));
        const json::Object seen =
            world().admin("POST", m_tenant.path("/connections/certificate"), {{"address", server.issuer()}});
        QCOMPARE(json::boolMember(seen, "trusted").value(), false);
        const json::Object& own = json::arrayMember(seen, "certificates")->front().as_object();
        QCOMPARE(json::stringMember(own, "issuer").value(), std::string_view("CN = Test Authority"));
        QCOMPARE(json::stringMember(own, "fingerprint").value().size(), std::size_t(95));
        const json::Object good = world().admin("POST", m_tenant.path("/connections/certificate"),
                                                {{"address", server.issuer()}, {"authorities", server.authorityPem()}});
        QCOMPARE(json::boolMember(good, "trusted").value(), true);
        QCOMPARE(json::arrayMember(good, "authorities")->size(), std::size_t(1));
    }
    void anAuthorityThatProvesNothingIsRefused_data() {
        QTest::addColumn<QString>("which");
        QTest::addColumn<QString>("code");
        QTest::newRow("another's") << "other" << "does_not_sign";
        QTest::newRow("a server's own") << "leaf" << "not_an_authority";
        QTest::newRow("of the past") << "expired" << "certificate_expired";
        QTest::newRow("no certificate") << "words" << "certificate_unreadable";
    }
    void anAuthorityThatProvesNothingIsRefused() {
        QFETCH(QString, which);
        QFETCH(QString, code);
        const WrongCertificate server("DNS:localhost", std::chrono::seconds(3600));
        testing::CertificateWish wish;
        wish.commonName = "Other Authority";
        wish.authority = which != "leaf";
        if (which == "expired") {
            wish.notBefore = std::chrono::hours(-48);
            wish.notAfter = std::chrono::hours(-24);
        }
        const std::string pem = which == "words" ? "trust me" : testing::TestCertificate(wish).pem();
        QCOMPARE(
            problemOf(m_tenant.path("/connections/certificate"), {{"address", server.issuer()}, {"authorities", pem}}),
            code.toStdString());
        if (code != "does_not_sign") { // to be saved it need not be asked for anywhere
            QCOMPARE(problemOf(m_tenant.path("/connections"), {{"name", "with-it"},
                                                               {"type", "oidc"},
                                                               {"issuer", server.issuer()},
                                                               {"clientId", "c"},
                                                               {"trustedAuthorities", pem}}),
                     code.toStdString());
        }
    }
    void anAddressWithoutACertificateHasNoneToShow() {
        QCOMPARE(problemOf(m_tenant.path("/connections/certificate"), {{"address", "https://no-such-host.invalid"}}),
                 std::string("no_certificate"));
        QCOMPARE(problemOf(m_tenant.path("/connections/certificate"), {{"address", world().url}}),
                 std::string("no_certificate"));
    }
    void aTrustedAuthorityIsTrustedByItsConnectionAlone() {
        const WrongCertificate server("DNS:localhost", std::chrono::seconds(3600));
        m_issuer = server.issuer();
        QCOMPARE(test().stage, std::string("tls"));
        QCOMPARE(test({{"trustedAuthorities", server.authorityPem()}}).stage, std::string("parse")); // it is let in
        json::Object saved{{"name", "inside"}, {"type", "oidc"}, {"issuer", m_issuer}, {"clientId", "c"}};
        saved["trustedAuthorities"] = server.authorityPem();
        const json::Object made = world().admin("POST", m_tenant.path("/connections"), saved);
        QCOMPARE(json::stringMember(made, "trustedAuthorities").value(), std::string_view(server.authorityPem()));
        const std::string id(json::stringMember(made, "id").value());
        QCOMPARE(failedOf(world().admin("POST", m_tenant.path("/connections/" + id + "/test"))).stage,
                 std::string("parse"));
        saved["name"] = "outside";
        saved.erase("trustedAuthorities");
        const json::Object other = world().admin("POST", m_tenant.path("/connections"), saved);
        const std::string otherId(json::stringMember(other, "id").value());
        QCOMPARE(failedOf(world().admin("POST", m_tenant.path("/connections/" + otherId + "/test"))).stage,
                 std::string("tls"));
    }
    void stage4ADocumentThatIsElsewhere() {
        m_issuer += "/login";
        const Failed failed = failure("fetch");
        QCOMPARE(failed.detail, "Got HTTP 404 at " + m_issuer + "/.well-known/openid-configuration. Did you mean " +
                                    world().company.issuer() + "/.well-known/openid-configuration?");
        QCOMPARE(failed.fix, std::string("use_suggested_address"));
        m_issuer = failed.value;
        QCOMPARE(test().stage, std::string()); // what the button does is the cure
    }
    void stage5AWebPage() {
        serve("<!DOCTYPE html><title>Sign in</title>");
        const Failed failed = failure("parse");
        QCOMPARE(failed.detail, std::string("This is a web page, not metadata (starts with <!DOCTYPE html>)."));
        QCOMPARE(failed.fix, std::string("open_in_browser"));
        QCOMPARE(failed.value, m_issuer + "/.well-known/openid-configuration");
    }
    void stage6AnIssuerWithATrailingSlash() {
        const std::string theirs = m_issuer + "/";
        world().company.change([theirs](ScriptedIdp::Script& script) {
            script.bendMetadata = [theirs](json::Object& document) { document["issuer"] = theirs; };
        });
        const Failed failed = failure("identity");
        QCOMPARE(failed.detail, "Metadata says issuer " + m_issuer + "/; you entered " + m_issuer +
                                    ". They must be identical: the trailing slash differs.");
        QCOMPARE(failed.fix, std::string("use_their_issuer"));
        m_issuer = failed.value;
        QCOMPARE(test().stage, std::string());
    }
    void stage7NoKeyThatSigns() {
        world().company.change([](ScriptedIdp::Script& script) {
            script.keys = json::Array{
                json::Object{{"kty", "RSA"}, {"use", "enc"}, {"alg", "RSA1_5"}, {"n", "AQAB"}, {"e", "AQAB"}}};
        });
        const Failed failed = failure("keys");
        QVERIFY2(failed.detail.starts_with("No usable signing key at " + m_issuer + "/jwks (found: "),
                 failed.detail.c_str());
    }
    void stage8AClientThatIsRejected() {
        world().company.change([](ScriptedIdp::Script& script) {
            script.tokenStatus = 401;
            script.tokenBody = "{\"error\":\"invalid_client\"}";
        });
        const Failed failed = failure("client");
        QCOMPARE(failed.detail, std::string("The provider rejected the client id or secret (invalid_client)."));
        QCOMPARE(failed.fix, std::string("reenter_secret"));
    }
    void stage9AClockSevenMinutesOff() {
        world().clock.advance(Milliseconds(-431500)); // theirs is ahead; half a second for the way
        const Failed failed = failure("clock");
        QVERIFY2(failed.detail.starts_with("Provider clock differs by 7 min 1"), failed.detail.c_str());
        QVERIFY2(failed.detail.ends_with(" s; limit is 2 min."), failed.detail.c_str());
        QCOMPARE(failed.fix, std::string("show_time_settings"));
    }
    void stage10ARedirectUriThatIsNotRegistered() {
        world().company.change([](ScriptedIdp::Script& script) {
            script.authorize = [](const http::Request&) {
                http::Response response;
                response.status = 400;
                response.body = "<h1>Invalid parameter: redirect_uri</h1>";
                return response;
            };
        });
        const std::string id = "019aa7f0-0000-7abc-8def-0123456789ab";
        const Failed failed = failure("sign_in", {{"id", id}});
        const std::string uri = world().url + "/sso/oidc/" + id + "/callback";
        QCOMPARE(failed.detail, "Provider says redirect URI not allowed. Register exactly: " + uri);
        QCOMPARE(failed.fix, std::string("copy_redirect_uri"));
        QCOMPARE(failed.value, uri);
    }
    void stage11ASignInWithoutAnAddress() {
        world().company.person({{"sub", "nomail"}});
        const json::Object made =
            world().admin("POST", m_tenant.path("/connections/" + m_tenant.connection + "/test-sign-in"));
        Browser browser = world().browser();
        const Answer page = browser.follow(std::string(*json::stringMember(made, "url")), "nowhere");
        QCOMPARE(page.reason(), std::string("mapping_missing_email"));
        const Failed failed = failure("claims", {{"id", m_tenant.connection}});
        QCOMPARE(failed.detail, std::string("No `email` claim. Sign-in would be refused with mapping_missing_email."));
        QCOMPARE(failed.fix, std::string("open_mapping"));
        QCOMPARE(failed.value, page.reference());
    }

private:
    World& world() { return *m_world; }

    static Failed failedOf(const json::Object& result) {
        for (const json::Value& each : *json::arrayMember(result, "steps")) {
            const json::Object& step = each.as_object();
            const auto text = [&step](std::string_view name) {
                return std::string(json::stringMember(step, name).value_or(""));
            };
            if (text("status") == "fail") {
                const json::Object* fix = json::objectMember(step, "fix");
                return {text("name"), text("detail"), text("hint"),
                        fix == nullptr ? "" : std::string(json::stringMember(*fix, "kind").value_or("")),
                        fix == nullptr ? "" : std::string(json::stringMember(*fix, "value").value_or(""))};
            }
        }
        return {};
    }
    /// Of a draft with this issuer.
    Failed test(json::Object draft = {}) {
        draft["name"] = "drafted";
        draft["issuer"] = m_issuer;
        draft["clientId"] = "gatehouse";
        draft["clientSecret"] = "a-drafts-secret";
        return failedOf(world().admin("POST", m_tenant.path("/connections/test"), draft));
    }
    /// The code of the one problem that a request is refused with.
    std::string problemOf(const std::string& path, const json::Object& body) {
        const admin::api::Reply answer = world().adminReply("POST", path, body);
        const auto problem = json::parseObject(answer.body).value();
        const json::Array* errors = json::arrayMember(problem, "errors");
        if (answer.status != 422 || errors == nullptr || errors->size() != 1) {
            qWarning("%d %s", answer.status, answer.body.c_str());
            return {};
        }
        return std::string(json::stringMember(errors->front().as_object(), "code").value_or(""));
    }
    Failed failure(const std::string& stage, const json::Object& draft = {}) {
        const Failed failed = test(draft);
        return noted(failed, stage);
    }
    Failed noted(const Failed& failed, const std::string& stage) {
        if (failed.stage != stage) {
            qWarning("%s failed instead of %s: %s", failed.stage.c_str(), stage.c_str(), failed.detail.c_str());
        }
        if (failed.hint.empty() || failed.detail.empty()) {
            qWarning("stage %s says nothing", stage.c_str());
            return {};
        }
        ++m_faults;
        m_messages.insert(failed.detail);
        return failed.stage == stage ? failed : Failed();
    }
    Failed tlsFailure(const WrongCertificate& server, bool trusted) {
        test::TestProvider provider;
        provider.connection.issuer = server.issuer();
        http::ClientOptions options;
        options.policy.allowLoopback = true;
        if (trusted) {
            options.caFile = server.authority();
        }
        const auto client = http::makeCurlClient(std::move(options));
        const auto stages = oidc::rp::testConnection({provider.connection,
                                                      "https://broker.example/callback",
                                                      *client,
                                                      *provider.ring,
                                                      provider.clock,
                                                      false,
                                                      {},
                                                      {}});
        const oidc::rp::Stage* failed = oidc::rp::firstFailure(stages);
        return failed == nullptr
                   ? Failed()
                   : noted({failed->name, failed->actual, failed->cure, failed->fix.kind, failed->fix.value}, "tls");
    }
    void serve(const std::string& body) {
        world().company.change([body](ScriptedIdp::Script& script) {
            script.serve = [body](const http::Request&) {
                http::Response response;
                response.headers.set("Content-Type", "text/html");
                response.body = body;
                return response;
            };
        });
    }

    std::unique_ptr<World> m_world;
    Tenant m_tenant;
    std::string m_issuer;
    std::set<std::string> m_messages;
    int m_faults = 0;
    int m_count = 0;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::ElevenStages)
#include "tst_eleven_stages.moc"
