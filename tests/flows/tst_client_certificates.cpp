// SPDX-License-Identifier: Apache-2.0
// Apps that prove themselves, and bind their tokens, by the certificate of their connection (RFC 8705).
#include <QtTest>

#include "crypto/hash.h"
#include "tests/flows/world.h"
#include "tests/support/test_certificate.h"
#include "tests/support/tls_client.h"

namespace gatehouse::flows {
namespace {

using testing::CertificateWish;
using testing::TestCertificate;
using testing::TlsClient;

CertificateWish named(const std::string& commonName, const std::string& alternatives = {}) {
    CertificateWish wish;
    wish.commonName = commonName;
    wish.subjectAltName = alternatives;
    return wish;
}

json::Object worker(const json::Object& more) {
    json::Object out{{"type", "service"},
                     {"redirectUris", json::Array{}},
                     {"postLogoutRedirectUris", json::Array{}},
                     {"grantTypes", json::Array{"client_credentials"}},
                     {"scopes", json::Array{"orders"}}};
    for (const auto& member : more) {
        out[member.key()] = member.value();
    }
    return out;
}

json::Object publishing(const std::vector<const TestCertificate*>& certificates) {
    json::Array keys;
    for (const TestCertificate* each : certificates) {
        // The members of the key itself are another's: it is the certificate that counts.
        keys.push_back(json::Object{{"kty", "EC"},
                                    {"crv", "P-256"},
                                    {"x", "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"},
                                    {"y", "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"},
                                    {"x5c", json::Array{base64Encode(each->der())}}});
    }
    return {{"keys", std::move(keys)}};
}

} // namespace

class ClientCertificates : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        CertificateWish authority = named("Client Authority");
        authority.authority = true;
        m_authority = std::make_unique<TestCertificate>(authority);
        m_authority->writeCertificate(path("ca.pem"));
        const TestCertificate server(named("server", "DNS:localhost,IP:127.0.0.1"), m_authority.get());
        server.writeCertificate(path("cert.pem"));
        server.writeKey(path("key.pem"));
        m_world = std::make_unique<World>(World::Runs::Still, [this](broker::Config& config) {
            config.mutualTlsListen = {"127.0.0.1:0"};
            config.mutualTlsCertificate = path("cert.pem");
            config.mutualTlsKey = path("key.pem");
            config.clientCa = path("ca.pem");
        });
        const json::Object metadata = metadataOf(world().acme.app.issuer);
        const json::Object* aliases = json::objectMember(metadata, "mtls_endpoint_aliases");
        QVERIFY(aliases != nullptr);
        m_token = json::stringMember(*aliases, "token_endpoint").value_or("");
        m_introspect = json::stringMember(*aliases, "introspection_endpoint").value_or("");
        m_userinfo = json::stringMember(*aliases, "userinfo_endpoint").value_or("");
        QVERIFY(m_token.starts_with("https:") && m_token.ends_with("/t/acme/oauth2/token"));
        m_address = m_token.substr(8, m_token.find('/', 8) - 8);
    }
    void cleanupTestCase() { m_world.reset(); }
    void init() { world().company.person(person("ann")); }

    void theMetadataSayWhatCanBeDone() {
        const json::Object metadata = metadataOf(world().acme.app.issuer);
        const std::string methods = json::write(*json::arrayMember(metadata, "token_endpoint_auth_methods_supported"));
        QVERIFY(methods.find("\"tls_client_auth\"") != std::string::npos);
        QVERIFY(methods.find("\"self_signed_tls_client_auth\"") != std::string::npos);
        QVERIFY(json::boolMember(metadata, "tls_client_certificate_bound_access_tokens").value_or(false));
        QCOMPARE(json::stringMember(metadata, "issuer"), std::optional<std::string_view>(world().acme.app.issuer));
    }

    void anAppIsKnownByTheNameInItsCertificate_data() {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QString>("value");
        QTest::newRow("subject") << "tlsClientAuthSubjectDn" << "CN=worker";
        QTest::newRow("subject, spelt otherwise") << "tlsClientAuthSubjectDn" << "cn = worker";
        QTest::newRow("host") << "tlsClientAuthSanDns" << "Worker.Contoso.Example";
        QTest::newRow("address") << "tlsClientAuthSanIp" << "192.0.2.7";
        QTest::newRow("IPv6") << "tlsClientAuthSanIp" << "2001:DB8:0::7";
        QTest::newRow("URI") << "tlsClientAuthSanUri" << "spiffe://contoso.example/worker";
        QTest::newRow("mail") << "tlsClientAuthSanEmail" << "worker@CONTOSO.example";
    }
    void anAppIsKnownByTheNameInItsCertificate() {
        QFETCH(QString, member);
        QFETCH(QString, value);
        const App app = world().addApp(
            "acme", "worker", worker({{"auth", "tls_client_auth"}, {member.toStdString(), value.toStdString()}}));
        const std::string names = "DNS:worker.contoso.example,IP:192.0.2.7,IP:2001:db8::7,"
                                  "URI:spiffe://contoso.example/worker,email:worker@contoso.example";
        const TestCertificate good(named("worker", names), m_authority.get());
        const Answer answer = ask(app, &good);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.text("token_type"), std::string("Bearer"));

        const TestCertificate another(named("Worker2",
                                            "DNS:worker.contoso.example.evil,DNS:x.worker.contoso.example,IP:192.0.2.8,"
                                            "URI:spiffe://contoso.example/worker/x,email:Worker@contoso.example"),
                                      m_authority.get());
        const TestCertificate nameless(named(""), m_authority.get());
        const TestCertificate selfSigned(named("worker", names));
        CertificateWish past = named("worker", names);
        past.notBefore = std::chrono::hours(-48);
        past.notAfter = std::chrono::hours(-24);
        const TestCertificate expired(past, m_authority.get());
        CertificateWish ofServer = named("worker", names);
        ofServer.extendedKeyUsage = "serverAuth";
        const TestCertificate forServers(ofServer, m_authority.get());
        for (const TestCertificate* bad : {&another, &nameless, &selfSigned, &expired, &forServers}) {
            const Answer refused = ask(app, bad);
            QCOMPARE(refused.status, 401);
            QCOMPARE(refused.text("error"), std::string("invalid_client"));
        }
        QCOMPARE(ask(app, nullptr).status, 401);
    }
    // OP-40: nothing but the handshake tells of a certificate
    void whatAHeaderSaysOfACertificateIsNone() {
        const App app = world().addApp("acme", "worker",
                                       worker({{"auth", "tls_client_auth"}, {"tlsClientAuthSubjectDn", "CN=worker"}}));
        const TestCertificate good(named("worker"), m_authority.get());
        for (const char* name : {"X-Client-Cert", "X-SSL-Client-Cert", "SSL-Client-Cert", "X-Forwarded-Client-Cert",
                                 "Client-Cert", "X-ARR-ClientCert"}) {
            http::Headers spoofed;
            spoofed.set(name, base64Encode(good.der()));
            spoofed.set("X-SSL-Client-Verify", "SUCCESS");
            spoofed.set("X-SSL-Client-S-DN", "CN=worker");
            http::Parameters form;
            form.append("grant_type", "client_credentials");
            const Answer answer = world().call(app, "token", form, spoofed);
            QCOMPARE(answer.status, 401);
        }
    }
    void anAppWithoutASecretNeedsItsCertificateAndNothingElseWillDo() {
        const App app = world().addApp("acme", "worker",
                                       worker({{"auth", "tls_client_auth"}, {"tlsClientAuthSubjectDn", "CN=worker"}}));
        QVERIFY(app.secret.empty());
        App withSecret = app;
        withSecret.secret = "made-up";
        http::Parameters form;
        form.append("grant_type", "client_credentials");
        QCOMPARE(world().call(withSecret, "token", form).status, 401);
        // Nor does a certificate help an app that has a secret.
        const App secretive = world().addApp("acme", "secretive", worker({}));
        const TestCertificate good(named("worker"), m_authority.get());
        QCOMPARE(ask(secretive, &good).status, 401);
    }

    void anAppMayPublishItsOwnCertificate() {
        const TestCertificate first(named("own"));
        const TestCertificate second(named("own"));
        const App app = world().addApp(
            "acme", "own", worker({{"auth", "self_signed_tls_client_auth"}, {"jwks", publishing({&first, &second})}}));
        QCOMPARE(ask(app, &first).status, 200);
        QCOMPARE(ask(app, &second).status, 200);
        const TestCertificate third(named("own"));
        const TestCertificate proven(named("own"), m_authority.get());
        QCOMPARE(ask(app, &third).status, 401);
        QCOMPARE(ask(app, &proven).status, 401); // no authority helps it
        QCOMPARE(ask(app, nullptr).status, 401);
        world().admin("PATCH", app.admin, {{"jwks", publishing({&third})}});
        QCOMPARE(ask(app, &third).status, 200);
        QCOMPARE(ask(app, &first).status, 401);
    }

    void whatIsHalfRegisteredIsRefused() {
        const auto refused = [&](const json::Object& more) {
            json::Object body = worker(more);
            body["name"] = "half";
            return world().adminStatus("POST", "/tenants/acme/apps", body) == 422 ||
                   world().adminStatus("POST", "/tenants/acme/apps", body) == 400;
        };
        QVERIFY(refused({{"auth", "tls_client_auth"}}));
        QVERIFY(refused(
            {{"auth", "tls_client_auth"}, {"tlsClientAuthSubjectDn", "CN=a"}, {"tlsClientAuthSanDns", "a.example"}}));
        QVERIFY(refused({{"auth", "tls_client_auth"}, {"tlsClientAuthSubjectDn", "worker"}}));
        QVERIFY(refused({{"auth", "tls_client_auth"}, {"tlsClientAuthSanIp", "worker"}}));
        QVERIFY(refused({{"auth", "self_signed_tls_client_auth"}}));
        QVERIFY(refused({{"dpop", "optional"}, {"tlsClientCertificateBoundAccessTokens", "optional"}}));
    }

    // RFC 8705, 3
    void aBoundTokenIsWorthNothingWithoutItsCertificate() {
        const App app = world().addApp("acme", "bound", {{"tlsClientCertificateBoundAccessTokens", "required"}});
        const TestCertificate mine(named("anything")); // self-signed: it names nobody, and binds all the same
        const Answer tokens = redeem(app, &mine);
        QCOMPARE(tokens.status, 200);
        QCOMPARE(tokens.text("token_type"), std::string("Bearer"));
        const std::string access = tokens.text("access_token");
        QCOMPARE(userinfo(access, &mine), 200);
        const TestCertificate thief(named("anything"));
        QCOMPARE(userinfo(access, &thief), 401);
        QCOMPARE(userinfo(access, nullptr), 401);
        QCOMPARE(world().userinfoStatus(app.issuer, access), 401); // at the address without certificates
        QCOMPARE(userinfo(access, &mine, "DPoP"), 401);
        http::Parameters form;
        form.append("token", access);
        const json::Object about = world().call(app, "introspect", form).object();
        QVERIFY(json::boolMember(about, "active").value_or(false));
        const json::Object* confirmation = json::objectMember(about, "cnf");
        QVERIFY(confirmation != nullptr);
        QCOMPARE(std::string(json::stringMember(*confirmation, "x5t#S256").value_or("")),
                 base64UrlEncode(crypto::sha256(mine.der())));
    }
    void withoutACertificateItDependsOnTheApp() {
        const App strict = world().addApp("acme", "strict", {{"tlsClientCertificateBoundAccessTokens", "required"}});
        const App lenient = world().addApp("acme", "lenient", {{"tlsClientCertificateBoundAccessTokens", "optional"}});
        const TestCertificate mine(named("anything"));
        QCOMPARE(redeem(strict, nullptr).text("error"), std::string("invalid_request"));
        const Answer open = redeem(lenient, nullptr);
        QCOMPARE(open.status, 200);
        QCOMPARE(userinfo(open.text("access_token"), nullptr), 200);
        QCOMPARE(userinfo(redeem(lenient, &mine).text("access_token"), nullptr), 401);
        // An app that does not bind its tokens gets them as ever.
        QCOMPARE(userinfo(redeem(world().acme.app, &mine).text("access_token"), nullptr), 200);
    }
    void theRefreshTokensOfAPublicAppAreBoundToo() {
        const App app = world().addApp(
            "acme", "public",
            {{"type", "native"}, {"auth", "none"}, {"tlsClientCertificateBoundAccessTokens", "required"}});
        const TestCertificate mine(named("mine"));
        const TestCertificate thief(named("mine"));
        const std::string refresh = redeem(app, &mine).text("refresh_token");
        http::Parameters form;
        form.append("grant_type", "refresh_token");
        form.append("refresh_token", refresh);
        QCOMPARE(post(app, m_token, form, &thief).text("error"), std::string("invalid_grant"));
        QCOMPARE(post(app, m_token, form, nullptr).text("error"), std::string("invalid_request"));
        QCOMPARE(post(app, m_token, form, &mine).status, 200);
    }
    void anAppWithASecretMayRenewItsCertificate() {
        const App app = world().addApp("acme", "renewing", {{"tlsClientCertificateBoundAccessTokens", "required"}});
        const TestCertificate mine(named("mine"));
        const TestCertificate next(named("mine"));
        http::Parameters form;
        form.append("grant_type", "refresh_token");
        form.append("refresh_token", redeem(app, &mine).text("refresh_token"));
        const Answer refreshed = post(app, m_token, form, &next);
        QCOMPARE(refreshed.status, 200);
        QCOMPARE(userinfo(refreshed.text("access_token"), &next), 200);
        QCOMPARE(userinfo(refreshed.text("access_token"), &mine), 401);
    }
    void aServiceBindsItsOwnTokens() {
        const App app = world().addApp("acme", "service",
                                       worker({{"auth", "tls_client_auth"},
                                               {"tlsClientAuthSubjectDn", "CN=service"},
                                               {"tlsClientCertificateBoundAccessTokens", "required"}}));
        const TestCertificate mine(named("service"), m_authority.get());
        const std::string access = ask(app, &mine).text("access_token");
        http::Parameters form;
        form.append("token", access);
        const json::Object about = post(app, m_introspect, form, &mine).object();
        QVERIFY(json::objectMember(about, "cnf") != nullptr);
        QCOMPARE(std::string(json::stringMember(about, "token_type").value_or("")), std::string("Bearer"));
    }

private:
    World& world() { return *m_world; }
    [[nodiscard]] std::string path(const char* name) const { return m_folder.filePath(name).toStdString(); }
    json::Object metadataOf(const std::string& issuer) {
        http::OutboundRequest request;
        request.url = issuer + "/.well-known/openid-configuration";
        return exchange(*world().client, request).object();
    }
    // One request over a connection of its own, with the certificate or without one.
    Answer send(const std::string& method, const std::string& url, const std::string& headers, const std::string& body,
                const TestCertificate* certificate) {
        testing::ClientWish wish;
        wish.certificate = certificate;
        TlsClient client(m_address, wish);
        std::string text = method + " " + url.substr(url.find('/', 8)) + " HTTP/1.1\r\nHost: " + m_address + "\r\n" +
                           headers + "Content-Length: " + std::to_string(body.size()) +
                           "\r\nConnection: close\r\n\r\n" + body;
        const std::string got = client.askWhole(text);
        Answer answer;
        const std::size_t end = got.find("\r\n\r\n");
        answer.status = got.size() > 12 ? std::stoi(got.substr(9, 3)) : 0;
        answer.body = end == std::string::npos ? std::string() : got.substr(end + 4);
        return answer;
    }
    Answer post(const App& app, const std::string& url, http::Parameters form, const TestCertificate* certificate) {
        std::string headers = "Content-Type: application/x-www-form-urlencoded\r\n";
        if (app.secret.empty()) {
            form.append("client_id", app.clientId);
        } else {
            headers += "Authorization: Basic " + base64Encode(app.clientId + ":" + app.secret) + "\r\n";
        }
        return send("POST", url, headers, form.encode(), certificate);
    }
    Answer ask(App app, const TestCertificate* certificate) {
        app.secret.clear();
        http::Parameters form;
        form.append("grant_type", "client_credentials");
        return post(app, m_token, form, certificate);
    }
    Answer redeem(const App& app, const TestCertificate* certificate) {
        Browser browser = world().browser();
        http::Parameters form;
        form.append("grant_type", "authorization_code");
        form.append("code", world().codeFor(browser, app));
        form.append("redirect_uri", World::kRedirect);
        form.append("code_verifier", World::kVerifier);
        return post(app, m_token, form, certificate);
    }
    int userinfo(const std::string& token, const TestCertificate* certificate, const std::string& scheme = "Bearer") {
        return send("GET", m_userinfo, "Authorization: " + scheme + " " + token + "\r\n", {}, certificate).status;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<TestCertificate> m_authority;
    std::unique_ptr<World> m_world;
    std::string m_token, m_introspect, m_userinfo, m_address;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::ClientCertificates)
#include "tst_client_certificates.moc"
