// SPDX-License-Identifier: Apache-2.0
// What an app may say of itself when it registers (RFC 7591), and what of it changes an app that is there (RFC 7592).
#include <QtTest>

#include "oidc/provider/client_metadata.h"
#include "oidc/provider/submitted.h"

using namespace gatehouse;
using namespace gatehouse::oidc::provider;

namespace {

const apps::RegistrationRules kRules{{"app.example", "com.example.app:", "127.0.0.1"},
                                     {"authorization_code", "refresh_token", "client_credentials"},
                                     {"openid", "email"}};

const Abilities kAbilities{{"ES256", "PS256", "RS256"}, true};

apps::App blank() {
    apps::App app;
    app.grantTypes.clear();
    app.scopes.clear();
    return app;
}

json::Object wanting(const json::Object& more = {}) {
    json::Object out{{"redirect_uris", json::Array{"https://app.example/cb"}}, {"client_name", "Example"}};
    for (const auto& member : more) {
        out[member.key()] = member.value();
    }
    return out;
}

/// What comes of it: empty, or the reason.
std::string outcome(const json::Object& submitted, apps::App app = blank()) {
    json::Object metadata;
    const Status read = readClientMetadata(submitted, kRules, kAbilities, app, metadata);
    return read ? std::string() : read.error().reason;
}

apps::App made(const json::Object& submitted, apps::App app = blank()) {
    json::Object metadata;
    const Status read = readClientMetadata(submitted, kRules, kAbilities, app, metadata);
    if (!read) {
        qFatal("%s %s", read.error().reason.c_str(), read.error().detail.c_str());
    }
    return app;
}

/// What the app is told.
std::string detailOf(const json::Object& submitted) {
    json::Object metadata;
    apps::App app = blank();
    const Status read = readClientMetadata(submitted, kRules, kAbilities, app, metadata);
    return read ? std::string() : read.error().detail;
}

std::string said(const apps::App& app, const char* member) {
    return std::string(json::stringMember(toClientMetadata(app, {}, kAbilities), member).value_or(""));
}

constexpr const char* kWrong = "oauth.invalid_client_metadata";
constexpr const char* kForbidden = "oauth.invalid_client_metadata.forbidden";
constexpr const char* kWrongRedirect = "oauth.invalid_redirect_uri";
constexpr const char* kForbiddenRedirect = "oauth.invalid_redirect_uri.forbidden";

} // namespace

class TestClientMetadata : public QObject {
    Q_OBJECT
private slots:
    void whatIsLeftOutHasItsDefault() {
        const apps::App app = made(wanting());
        QCOMPARE(app.name, std::string("Example"));
        QCOMPARE(app.type, apps::Type::Web);
        QCOMPARE(app.auth, apps::Auth::ClientSecretBasic);
        QCOMPARE(app.grantTypes, (std::vector<std::string>{"authorization_code"}));
        QCOMPARE(app.scopes, kRules.scopes);
        const json::Object shown = toClientMetadata(app, {}, kAbilities);
        QCOMPARE(std::string(json::stringMember(shown, "scope").value_or("")), std::string("openid email"));
        QCOMPARE(std::string(json::stringMember(shown, "id_token_signed_response_alg").value_or("")),
                 std::string("ES256"));
    }
    void theTypeFollowsFromWhatIsSaid() {
        QCOMPARE(made(wanting({{"token_endpoint_auth_method", "none"}})).type, apps::Type::Spa);
        QCOMPARE(made(wanting({{"application_type", "native"},
                               {"token_endpoint_auth_method", "none"},
                               {"redirect_uris", json::Array{"com.example.app:/cb", "http://127.0.0.1/cb"}}}))
                     .type,
                 apps::Type::Native);
        QCOMPARE(made({{"grant_types", json::Array{"client_credentials"}}}).type, apps::Type::Service);
        QCOMPARE(outcome(wanting({{"application_type", "toaster"}})), std::string(kWrong));
    }

    // OP-29: nothing that we would call, or send people to, leads inside
    void addressesLeadToThePublicWorld_data() {
        QTest::addColumn<QString>("address");
        for (const char* bad : {"https://127.0.0.1/x",
                                "https://localhost/x",
                                "https://x.localhost/x",
                                "https://[::1]/x",
                                "https://10.0.0.1/x",
                                "https://192.168.1.1/x",
                                "https://169.254.169.254/latest",
                                "https://[fe80::1]/x",
                                "https://[::ffff:127.0.0.1]/x",
                                "https://2130706433/x",
                                "https://0x7f.1/x",
                                "https://0177.0.0.1/x",
                                "https://127.1/x",
                                "https://metadata.google.internal/x",
                                "https://printer.local/x",
                                "https://intranet/x",
                                "http://app.example/x",
                                "javascript:alert(1)",
                                "data:text/html,x",
                                "file:///etc/passwd",
                                "ftp://app.example/x",
                                "https://user@app.example/x",
                                "https:///x",
                                "https://app.example:99999/x",
                                "//app.example/x",
                                "app.example",
                                "https://app.example./x",
                                ""}) {
            QTest::newRow(*bad == '\0' ? "empty" : bad) << QString::fromUtf8(bad);
        }
    }
    void addressesLeadToThePublicWorld() {
        QFETCH(QString, address);
        const std::string bad = address.toStdString();
        QVERIFY(!isPublicAddress(bad));
        for (const char* member :
             {"jwks_uri", "logo_uri", "policy_uri", "tos_uri", "client_uri", "backchannel_logout_uri",
              "frontchannel_logout_uri", "initiate_login_uri", "sector_identifier_uri", "command_endpoint"}) {
            QCOMPARE(outcome(wanting({{member, bad}})), bad.empty() ? std::string() : std::string(kWrong));
        }
        QCOMPARE(outcome(wanting({{"request_uris", json::Array{bad}}})), std::string(kWrong));
    }
    void aPublicAddressIsKept() {
        QVERIFY(isPublicAddress("https://app.example/x"));
        QVERIFY(isPublicAddress("https://a.b.app.example:8443/x?y"));
        json::Object metadata;
        apps::App app = blank();
        const json::Object submitted = wanting({{"logo_uri", "https://cdn.example/l.png"},
                                                {"client_uri", "https://www.example/"},
                                                {"software_version", "2"},
                                                {"contacts", json::Array{"a"}}});
        QVERIFY(readClientMetadata(submitted, kRules, kAbilities, app, metadata));
        QCOMPARE(json::write(metadata), std::string(R"({"software_version":"2"})"));
        QCOMPARE(app.logoUri, std::string("https://cdn.example/l.png"));
        QCOMPARE(app.contacts, std::vector<std::string>{"a"});
        const json::Object shown = toClientMetadata(app, metadata, kAbilities);
        for (const char* member : {"logo_uri", "client_uri", "software_version", "contacts"}) {
            QVERIFY2(shown.contains(member) && *json::member(shown, member) == *json::member(submitted, member),
                     member);
        }
        app = made(wanting(), app); // left out: forgotten
        QVERIFY(app.logoUri.empty() && app.clientUri.empty() && app.contacts.empty());
    }

    // OP-31: hosts are compared in full
    void onlyTheHostsOfTheTokenMayBeNamed_data() {
        QTest::addColumn<QString>("uri");
        for (const char* bad : {"https://appXexample/cb", "https://app.example.evil/cb", "https://evil.app.example/cb",
                                "https://evilapp.example/cb", "https://other.example/cb", "https://app.example.com/cb",
                                "com.example.evil:/cb", "com.example.app.evil:/cb"}) {
            QTest::newRow(bad) << QString::fromUtf8(bad);
        }
    }
    void onlyTheHostsOfTheTokenMayBeNamed() {
        QFETCH(QString, uri);
        const json::Object app = wanting({{"application_type", "native"},
                                          {"token_endpoint_auth_method", "none"},
                                          {"redirect_uris", json::Array{uri.toStdString()}}});
        const std::string got = outcome(app);
        QVERIFY2(got == kForbiddenRedirect || got == kWrongRedirect, got.c_str());
        QVERIFY(!outcome(wanting({{"post_logout_redirect_uris", json::Array{uri.toStdString()}}})).empty());
    }
    void addressesOfTheAppAreAtItsHostsToo() {
        QCOMPARE(outcome(wanting({{"backchannel_logout_uri", "https://other.example/out"}})), std::string(kForbidden));
        QCOMPARE(outcome(wanting({{"initiate_login_uri", "https://other.example/in"}})), std::string(kForbidden));
        QCOMPARE(outcome(wanting({{"backchannel_logout_uri", "https://APP.example/out"}})), std::string());
        QCOMPARE(outcome(wanting({{"frontchannel_logout_uri", "https://other.example/out"}})), std::string(kForbidden));
        QCOMPARE(outcome(wanting({{"frontchannel_logout_uri", "https://app.example:8443/out"}})), std::string(kWrong));
        QCOMPARE(made(wanting({{"frontchannel_logout_uri", "https://app.example/out"}})).frontchannelLogoutUri,
                 std::string("https://app.example/out"));
    }
    void redirectUrisKeepTheRulesOfAnyApp() {
        for (const char* bad : {"https://app.example/cb#f", "https://app.example/../cb", "http://app.example/cb",
                                "https://app.example/cb?code=x", "javascript:alert(1)", "https://*.example/cb"}) {
            QCOMPARE(outcome(wanting({{"redirect_uris", json::Array{bad}}})), std::string(kWrongRedirect));
        }
        QCOMPARE(outcome({{"client_name", "No address"}}), std::string(kWrongRedirect));
    }

    void noMoreThanTheTokenGivesIsHad() {
        QCOMPARE(outcome(wanting({{"scope", "openid admin"}})), std::string(kForbidden));
        QCOMPARE(outcome(wanting({{"grant_types", json::Array{"authorization_code",
                                                              "urn:ietf:params:oauth:grant-type:token-exchange"}}})),
                 std::string(kForbidden));
        QCOMPARE(outcome(wanting({{"grant_types", json::Array{"password"}}})), std::string(kForbidden));
        QCOMPARE(outcome(wanting({{"response_types", json::Array{"code", "token"}}})), std::string(kWrong));
        for (const char* member : {"tenants", "firstParty", "consent", "trustedIssuers", "audiences", "id"}) {
            QCOMPARE(outcome(wanting({{member, true}})), std::string(kForbidden));
        }
        QCOMPARE(outcome(wanting({{"software_statement", "x.y.z"}})),
                 std::string("oauth.unapproved_software_statement"));
    }
    void whatHasTheWrongShapeIsRefused() {
        for (const char* member :
             {"client_name", "scope", "jwks_uri", "token_endpoint_auth_method", "application_type", "software_id",
              "subject_type", "id_token_signed_response_alg", "sector_identifier_uri", "request_object_signing_alg"}) {
            QCOMPARE(outcome(wanting({{member, 1}})), std::string(kWrong));
        }
        for (const char* member :
             {"grant_types", "response_types", "contacts", "post_logout_redirect_uris",
              "token_endpoint_auth_methods_supported", "default_acr_values", "authorization_details_types"}) {
            QCOMPARE(outcome(wanting({{member, "x"}})), std::string(kWrong));
            QCOMPARE(outcome(wanting({{member, json::Array{1}}})), std::string(kWrong));
        }
        for (const char* member :
             {"dpop_bound_access_tokens", "require_pushed_authorization_requests", "require_auth_time",
              "backchannel_logout_session_required", "frontchannel_logout_session_required",
              "tls_client_certificate_bound_access_tokens"}) {
            QCOMPARE(outcome(wanting({{member, "true"}})), std::string(kWrong));
        }
        QCOMPARE(outcome(wanting({{"token_endpoint_auth_method", "private_key_jwt"}})), std::string(kWrong)); // no key
        QCOMPARE(outcome(wanting({{"token_endpoint_auth_method", "tls_client_auth"}})), std::string(kWrong));
        QCOMPARE(outcome(wanting({{"jwks", json::Object{{"keys", json::Array()}}}})), std::string(kWrong));
        for (const std::int64_t seconds : {-1, 31536001}) {
            QCOMPARE(outcome(wanting({{"default_max_age", seconds}})), std::string(kWrong));
        }
    }

    // What the tenant has a key for, and no more: the app is told what there is
    void answersAreSignedByWhatThereIs() {
        for (const char* member : {"id_token_signed_response_alg", "userinfo_signed_response_alg",
                                   "authorization_signed_response_alg", "introspection_signed_response_alg"}) {
            const apps::App app = made(wanting({{member, "RS256"}}));
            QCOMPARE(said(app, member), std::string("RS256"));
            for (const char* bad : {"none", "HS256", "EdDSA", "RS512", "es256", ""}) {
                QCOMPARE(detailOf(wanting({{member, bad}})), std::string(member) + ": one of ES256, PS256, RS256");
            }
            QCOMPARE(said(made(wanting(), app), member), said(made(wanting()), member)); // left out: as by default
        }
        QCOMPARE(said(made(wanting()), "id_token_signed_response_alg"), std::string("ES256"));
        QCOMPARE(said(made(wanting()), "userinfo_signed_response_alg"), std::string());
        QVERIFY(made(wanting({{"userinfo_signed_response_alg", "ES256"}})).signedWith.userinfo.has_value());
    }
    void anAlgorithmThatIsGoneStaysUntilAnotherIsNamed() {
        apps::App app = made(wanting());
        app.signedWith.idToken = crypto::Signature::EdDSA; // its key has been retired since
        QVERIFY(made(wanting({{"id_token_signed_response_alg", "EdDSA"}}), app).signedWith.idToken ==
                crypto::Signature::EdDSA);
    }
    void whatIsNotDoneIsRefusedAndWhatIsUnknownPassedOver() {
        for (const char* member :
             {"id_token_encrypted_response_alg", "userinfo_encrypted_response_enc", "request_object_encryption_alg"}) {
            QCOMPARE(outcome(wanting({{member, "RSA-OAEP"}})), std::string(kWrong));
        }
        for (const char* member : {"request_object_signing_alg", "token_endpoint_auth_signing_alg"}) {
            QCOMPARE(outcome(wanting({{member, "none"}})), std::string(kWrong));
            QCOMPARE(outcome(wanting({{member, "PS256"}})), std::string());
        }
        QCOMPARE(outcome(wanting({{"favourite_colour", "blue"}, {"client_name#de", 1}})), std::string());
        const Abilities bare{{"ES256"}, false};
        json::Object metadata;
        for (const json::Object& certificate : {json::Object{{"tls_client_certificate_bound_access_tokens", true}},
                                                json::Object{{"token_endpoint_auth_method", "tls_client_auth"},
                                                             {"tls_client_auth_san_dns", "app.example"}}}) {
            apps::App app = blank();
            QCOMPARE(readClientMetadata(wanting(certificate), kRules, bare, app, metadata).error().reason,
                     std::string(kWrong));
            QCOMPARE(outcome(wanting(certificate)), std::string());
        }
    }
    void pairwiseStaysPairwise() {
        const apps::App app = made(wanting({{"subject_type", "pairwise"}}));
        QCOMPARE(said(app, "subject_type"), std::string("pairwise"));
        QCOMPARE(said(made(wanting(), app), "subject_type"), std::string("pairwise"));
        QCOMPARE(outcome(wanting({{"subject_type", "public"}}), app), std::string(kForbidden));
        QCOMPARE(detailOf(wanting({{"subject_type", "secret"}})), std::string("subject_type: one of public, pairwise"));
    }
    void severalHostsNeedASector() {
        apps::RegistrationRules rules = kRules;
        rules.hosts.emplace_back("b.example");
        json::Object submitted =
            wanting({{"subject_type", "pairwise"},
                     {"redirect_uris", json::Array{"https://app.example/cb", "https://b.example/cb"}}});
        json::Object metadata;
        apps::App app = blank();
        const Status refused = readClientMetadata(submitted, rules, kAbilities, app, metadata);
        QVERIFY(refused.error().detail.starts_with("sector_identifier_uri: "));
        submitted["sector_identifier_uri"] = "https://sector.example/uris";
        app = blank();
        QVERIFY(readClientMetadata(submitted, rules, kAbilities, app, metadata));
        QCOMPARE(said(app, "sector_identifier_uri"), std::string("https://sector.example/uris"));
    }
    void whatIsWrongIsSaidInTheWordsOfTheMetadata() {
        QVERIFY(detailOf(wanting({{"token_endpoint_auth_method", "tls_client_auth"}}))
                    .starts_with("tls_client_auth_subject_dn: "));
        QVERIFY(detailOf(
                    wanting({{"dpop_bound_access_tokens", true}, {"tls_client_certificate_bound_access_tokens", true}}))
                    .starts_with("tls_client_certificate_bound_access_tokens: "));
    }
    void detailsTypesAreGivenAndNotTaken() {
        apps::App app = made(wanting());
        QCOMPARE(outcome(wanting({{"authorization_details_types", json::Array{"payment"}}}), app),
                 std::string(kForbidden));
        app.authorizationDetails = {{"payment", {"amount"}}, {"account", {}}};
        const json::Object fewer = wanting({{"authorization_details_types", json::Array{"payment", "payment"}}});
        const apps::App after = made(fewer, app);
        QCOMPARE(after.authorizationDetails.size(), std::size_t(1));
        QCOMPARE(after.authorizationDetails.front().members, std::vector<std::string>{"amount"});
        QCOMPARE(made(wanting(), app).authorizationDetails.size(), std::size_t(2));
    }

    // Relying Party Metadata Choices 1.0
    void ofSeveralChoicesTheBestOfOursIsTaken() {
        const auto method = [](const json::Array& offered) {
            return made(wanting({{"token_endpoint_auth_methods_supported", offered},
                                 {"jwks_uri", "https://app.example/keys"}}))
                .auth;
        };
        QCOMPARE(method({"client_secret_post", "private_key_jwt", "dance"}), apps::Auth::PrivateKeyJwt);
        QCOMPARE(method({"client_secret_post"}), apps::Auth::ClientSecretPost);
        QCOMPARE(outcome(wanting({{"token_endpoint_auth_methods_supported", json::Array{"dance"}}})),
                 std::string(kWrong));
        QCOMPARE(outcome(wanting({{"id_token_signing_alg_values_supported", json::Array{"RS512", "ES256"}}})),
                 std::string());
        QCOMPARE(outcome(wanting({{"id_token_signing_alg_values_supported", json::Array{"none"}}})),
                 std::string(kWrong));
        // The singular says which, whatever the plural offers.
        QCOMPARE(made(wanting({{"token_endpoint_auth_method", "client_secret_post"},
                               {"token_endpoint_auth_methods_supported", json::Array{"client_secret_basic"}}}))
                     .auth,
                 apps::Auth::ClientSecretPost);
    }

    // OP-30
    void whatIsReadAndWrittenBackChangesNothing() {
        apps::App app = made(wanting({{"dpop_bound_access_tokens", true},
                                      {"require_pushed_authorization_requests", true},
                                      {"grant_types", json::Array{"authorization_code", "refresh_token"}}}));
        app.initiateLoginUri = "https://app.example/in";
        app.frontchannelLogoutUri = "https://elsewhere.example/out"; // an administrator's, of another host
        app.subjectType = apps::SubjectType::Pairwise;
        app.sectorIdentifierUri = "https://sector.example/uris";
        app.signedWith.idToken = crypto::Signature::ES256;
        app.signedWith.userinfo = crypto::Signature::RS256;
        app.defaultMaxAge = Seconds(600);
        app.defaultAcrValues = {"phr"};
        app.requiredAcr = {"phr"};
        app.authorizationDetails = {{"payment", {"amount"}}};
        app.logoUri = app.policyUri = app.tosUri = app.clientUri = "https://www.example/x";
        app.contacts = {"help@app.example"};
        app.consent = apps::Consent::Always; // what an administrator said since
        app.requireSignedRequestObject = true;
        app.audiences = {"https://api.example"};
        app.scopes = {"openid", "email", "orders"};
        app.redirectUris.emplace_back("https://elsewhere.example/cb");
        app.firstParty = false;
        const json::Object before = apps::toJson(app);
        const apps::App after = made(toClientMetadata(app, {}, kAbilities), app);
        QCOMPARE(json::write(apps::toJson(after)), json::write(before));
    }
    void anAppTightensItselfAndLoosensNothing() {
        apps::App app = made(wanting());
        for (const char* member :
             {"dpop_bound_access_tokens", "require_pushed_authorization_requests", "require_signed_request_object"}) {
            app = made(wanting({{member, true}}), app);
            QCOMPARE(outcome(wanting({{member, false}}), app), std::string(kForbidden));
            app = made(wanting(), app); // left out: it stays
            QVERIFY(json::boolMember(toClientMetadata(app, {}, kAbilities), member).value_or(false));
        }
    }
    void whatOnlySomeoneElseSetUpIsLeftAlone() {
        apps::App app = made(wanting());
        app.dpop = apps::Use::Optional;
        QCOMPARE(made(wanting({{"dpop_bound_access_tokens", false}}), app).dpop, apps::Use::Optional);
    }
};

QTEST_GUILESS_MAIN(TestClientMetadata)
#include "tst_client_metadata.moc"
