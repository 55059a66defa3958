// SPDX-License-Identifier: Apache-2.0
#include <set>

#include <QtTest>

#include "base/encoding.h"
#include "http/forms.h"
#include "saml/wire/redirect_binding.h"
#include "sandbox/narration.h"

namespace gatehouse::sandbox {

class NarrationTest : public QObject {
    Q_OBJECT

private slots:
    void noSecretIsTold() {
        http::Request request;
        request.method = "POST";
        request.path = "/t/acme/oauth2/token";
        request.headers.set("Authorization", "Basic Y2xpZW50OnNlY3JldA==");
        request.body =
            "grant_type=authorization_code&code=CODE-SECRET&code_verifier=VERIFIER-SECRET&client_secret=CLIENT-SECRET"
            "&redirect_uri=https%3A%2F%2Fapp.example%2Fcb";
        http::Response answer;
        answer.headers.set("Content-Type", "application/json");
        answer.body =
            "{\"access_token\":\"ACCESS-SECRET\",\"refresh_token\":\"REFRESH-SECRET\",\"token_type\":\"Bearer\","
            "\"id_token\":\"aGVhZA." +
            base64UrlEncode("{\"sub\":\"ana\",\"nonce\":\"0123456789abcdef\"}") + ".SIGNATURE-SECRET\"}";
        const Narration told = narrate(StepKind::Token, request, answer);
        const std::string text = json::write(json::Value(told.message));
        for (const char* secret : {"CODE-SECRET", "VERIFIER-SECRET", "CLIENT-SECRET", "ACCESS-SECRET", "REFRESH-SECRET",
                                   "SIGNATURE-SECRET", "Y2xpZW50", "0123456789abcdef"}) {
            QVERIFY2(text.find(secret) == std::string::npos, secret);
        }
        QVERIFY(text.find("https://app.example/cb") != std::string::npos);
        QVERIFY(text.find("\"sub\":\"ana\"") != std::string::npos); // decoded
        QVERIFY(text.find("01234567") != std::string::npos);        // enough to compare by eye
        QCOMPARE(told.step, std::string("token"));
        QCOMPARE(told.direction, std::string("to-app"));
        QVERIFY(!told.caption.empty());
    }
    void aSamlRequestIsToldAsItsXml() {
        http::Response answer;
        answer.status = 303;
        answer.headers.set("Location",
                           saml::wire::redirectAddress("https://idp.example/sso", saml::wire::MessageKind::Request,
                                                       "<a><b>question</b></a>", "0123456789abcdef", nullptr)
                               .value());
        const Narration told = narrate(StepKind::Authorize, get("/t/acme/oauth2/authorize"), answer);
        QCOMPARE(told.key, std::string("step.onwardsSaml"));
        const std::string text = json::write(json::Value(told.message));
        QVERIFY2(text.find("[\"<a>\",\"<b>question</b>\",\"</a>\"]") != std::string::npos, text.c_str());
        QVERIFY(text.find("0123456789abcdef") == std::string::npos);
        QVERIFY(text.find("https://idp.example/sso") != std::string::npos);
    }
    void ofASamlResponseNothingIsToldThatProvesIt() {
        const std::string message = "<r><ds:SignatureValue Id=\"x\">PROOF</ds:SignatureValue><xenc:CipherValue>SEALED"
                                    "</xenc:CipherValue><n>ana</n><ds:SignatureValue>PROOF</ds:SignatureValue></r>";
        http::Response answer;
        answer.headers.set("Content-Type", "text/html; charset=utf-8");
        answer.body = "<form method=\"post\" action=\"https://sp.example/acs\"><input type=\"hidden\" "
                      "name=\"SAMLResponse\" value=\"" +
                      base64Encode(message) + "\"></form>";
        QVERIFY(postsSamlResponse(answer));
        const Narration told = narrate(StepKind::Respond, get("/sandbox/acme/saml/sso"), answer);
        QCOMPARE(told.step, std::string("respond"));
        QCOMPARE(told.from, std::string("Provider"));
        QCOMPARE(told.key, std::string("step.responds"));
        const std::string text = json::write(json::Value(told.message));
        for (const std::string& secret : {std::string("PROOF"), std::string("SEALED"), base64Encode(message)}) {
            QVERIFY2(text.find(secret) == std::string::npos, text.c_str());
        }
        QVERIFY(text.find("<n>ana</n>") != std::string::npos);
        QVERIFY(text.find("https://sp.example/acs") != std::string::npos);

        http::Request posted = get("/sso/saml/1/acs");
        posted.method = "POST";
        http::Parameters form;
        form.append("SAMLResponse", base64Encode(message));
        posted.body = form.encode();
        http::Response onwards;
        onwards.status = 303;
        onwards.headers.set("Location", "https://app.example/cb?code=c");
        const Narration callback = narrate(StepKind::Callback, posted, onwards);
        QCOMPARE(callback.key, std::string("step.checked"));
        QVERIFY(json::write(json::Value(callback.message)).find("PROOF") == std::string::npos);
    }
    void whatIsCutShortIsToldWithoutAborting() {
        for (const char* message : {"<r><SignatureValue", "<r><SignatureValue>", "<r><SignatureValue>PROOF", "<"}) {
            http::Request posted = get("/sso/saml/1/acs");
            posted.method = "POST";
            http::Parameters form;
            form.append("SAMLResponse", base64Encode(message));
            posted.body = form.encode();
            const Narration told = narrate(StepKind::Callback, posted, {});
            QVERIFY(json::write(json::Value(told.message)).find("PROOF") == std::string::npos);
        }
        QVERIFY(!postsSamlResponse({}));
    }
    void aBearerTokenIsNotTold() {
        http::Request request;
        request.method = "GET";
        request.path = "/t/acme/oauth2/userinfo";
        request.headers.set("Authorization", "Bearer VERY-SECRET");
        const Narration told = narrate(StepKind::Userinfo, request, {});
        QVERIFY(json::write(json::Value(told.message)).find("VERY-SECRET") == std::string::npos);
    }
    void anErrorPageGivesItsReference() {
        http::Response answer;
        answer.status = 400;
        answer.headers.set("Content-Type", "text/html; charset=utf-8");
        answer.body = "<p>GH-short</p><code>GH-7F3K-92QD</code>";
        const Narration told = narrate(StepKind::Callback, get("/sso/oidc/x/callback"), answer);
        QCOMPARE(told.reference, std::string("GH-7F3K-92QD"));
        QVERIFY(told.caption.find("GH-7F3K-92QD") != std::string::npos);
        answer.status = 200;
        QVERIFY(narrate(StepKind::Callback, get("/sso/oidc/x/callback"), answer).reference.empty());
    }
    void whereTheBrowserGoesDecidesWhatIsSaid() {
        std::set<std::string> captions;
        for (const char* location : {"https://idp.example/authorize?state=s", "https://app.example/cb?code=c&state=s",
                                     "https://app.example/cb?error=access_denied"}) {
            http::Response answer;
            answer.status = 303;
            answer.headers.set("Location", location);
            captions.insert(narrate(StepKind::Authorize, get("/t/acme/oauth2/authorize"), answer).caption);
        }
        captions.insert(narrate(StepKind::Authorize, get("/t/acme/oauth2/authorize"), {}).caption);
        QCOMPARE(captions.size(), std::size_t(4));
    }
    void whatCannotBeReadIsToldWithoutAborting() {
        http::Request request = get("/t/acme/oauth2/authorize");
        request.query = "%zz&code=SECRET";
        http::Response answer;
        answer.status = 303;
        answer.headers.set("Location", "?%zz");
        answer.headers.set("Content-Type", "application/json");
        answer.body = "{";
        const Narration told = narrate(StepKind::Authorize, request, answer);
        QVERIFY(json::write(json::Value(told.message)).find("SECRET") == std::string::npos);
    }
    void everyEndpointHasAName() {
        for (const char* name : {"authorize", "token", "userinfo", "introspect", "revoke", "logout"}) {
            const auto kind = stepOfEndpoint(name);
            QVERIFY2(kind && stepName(*kind) == name, name);
            QVERIFY(!narrate(*kind, get("/"), {}).caption.empty());
        }
        for (const char* name : {"", "jwks", "callback", "Token", "token/"}) {
            QVERIFY2(!stepOfEndpoint(name), name);
        }
    }

private:
    static http::Request get(const std::string& path) {
        http::Request request;
        request.method = "GET";
        request.path = path;
        return request;
    }
};

} // namespace gatehouse::sandbox

QTEST_GUILESS_MAIN(gatehouse::sandbox::NarrationTest)
#include "tst_narration.moc"
