// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/apps/snippets.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include "ui/client/convert.h"
#include "ui/panels/apps/app_words.h"

namespace gatehouse::ui::panels::apps {

using client::toQString;

namespace {

/// What the texts are made of.
struct Facts {
    const admin::api::App& app;
    QString issuer;
    QString clientId;
    QString secret;
    QString redirectUri;
    QString scopes;
    QString signedWith = {}; ///< the algorithm of ID tokens
    QString userinfo = {};   ///< that of signed userinfo; empty: it is not signed
    QString jwksUri = {};    ///< tells who asks, so that the console knows who has which key
    bool people = false;     ///< somebody signs in
    bool self = false;       ///< it acts for itself
};

/// In single quotes of a POSIX shell.
QString shell(QString text) {
    return u'\'' + text.replace(u'\'', QLatin1String("'\\''")) + u'\'';
}

/// A string of JavaScript, in single quotes as its people write them.
QString js(const QString& text) {
    QString quoted;
    for (const QChar c : text) {
        if (c == u'\'' || c == u'\\') {
            quoted += u'\\';
        }
        quoted += c.unicode() < 0x20 ? QStringLiteral("\\x%1").arg(c.unicode(), 2, 16, QLatin1Char('0')) : QString(c);
    }
    return u'\'' + quoted + u'\'';
}

QString encoded(const QString& text) {
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

QString shellHead(const Facts& facts) {
    QString text = QStringLiteral("ISSUER=%1\nCLIENT_ID=%2\n").arg(shell(facts.issuer), shell(facts.clientId));
    if (usesSecret(facts.app)) {
        text += QStringLiteral("CLIENT_SECRET=%1\n").arg(shell(facts.secret));
    }
    return text;
}

/// How curl says who asks. In the header both parts are encoded (RFC 6749, 2.3.1).
QString curlProof(const Facts& facts) {
    if (facts.app.auth == "client_secret_basic") {
        return QStringLiteral("  -u %1\":$CLIENT_SECRET\"").arg(shell(encoded(facts.clientId)));
    }
    return QStringLiteral("  --data-urlencode \"client_id=$CLIENT_ID\"") +
           (usesSecret(facts.app) ? QStringLiteral(" \\\n  --data-urlencode \"client_secret=$CLIENT_SECRET\"")
                                  : QString());
}

QString curlSelf(const Facts& facts) {
    QString text = shellHead(facts) + QStringLiteral("curl -sS --fail-with-body \"$ISSUER/oauth2/token\" \\\n%1 \\\n"
                                                     "  -d grant_type=client_credentials")
                                          .arg(curlProof(facts));
    if (!facts.scopes.isEmpty()) {
        text += QStringLiteral(" \\\n  --data-urlencode scope=%1").arg(shell(facts.scopes));
    }
    return text + u'\n';
}

/// The parameters of an authorization request but for the code's challenge: name and value as the shell takes it.
QString curlPeople(const Facts& facts) {
    QString text = shellHead(facts);
    text += QStringLiteral("REDIRECT_URI=%1\n").arg(shell(facts.redirectUri));
    text += QStringLiteral("VERIFIER=$(openssl rand -hex 32)\n"
                           "CHALLENGE=$(printf %s \"$VERIFIER\" | openssl dgst -sha256 -binary | openssl base64 -A | "
                           "tr '+/' '-_' | tr -d '=')\n"
                           "STATE=$(openssl rand -hex 16)\n\n");
    if (facts.app.requirePar) {
        text += QStringLiteral("REQUEST=$(curl -sS --fail-with-body \"$ISSUER/oauth2/par\" \\\n%1 \\\n"
                               "  -d response_type=code --data-urlencode \"redirect_uri=$REDIRECT_URI\" \\\n"
                               "  --data-urlencode scope=%2 -d \"state=$STATE\" \\\n"
                               "  -d \"code_challenge=$CHALLENGE\" -d code_challenge_method=S256 |\n"
                               "  sed -n 's/.*\"request_uri\":\"\\([^\"]*\\)\".*/\\1/p')\n"
                               "QUERY=\"client_id=%3&request_uri=$REQUEST\"\n")
                    .arg(curlProof(facts), shell(facts.scopes), encoded(facts.clientId));
    } else {
        text += QStringLiteral("QUERY=\"response_type=code&client_id=%1&redirect_uri=%2&scope=%3\"\n"
                               "QUERY=\"$QUERY&state=$STATE&code_challenge=$CHALLENGE&code_challenge_method=S256\"\n")
                    .arg(encoded(facts.clientId), encoded(facts.redirectUri), encoded(facts.scopes));
    }
    text += QStringLiteral("echo \"Open in a browser: $ISSUER/oauth2/authorize?$QUERY\"\n"
                           "printf 'Paste the address that the browser ends at: '\n"
                           "read -r ANSWER\n"
                           "case \"$ANSWER\" in *\"state=$STATE\"*) ;; *) echo 'That answers another request.' >&2; "
                           "exit 1 ;; esac\n"
                           "CODE=$(printf %s \"$ANSWER\" | sed -n 's/.*[?&]code=\\([^&]*\\).*/\\1/p')\n\n");
    text += QStringLiteral("curl -sS --fail-with-body \"$ISSUER/oauth2/token\" \\\n%1 \\\n"
                           "  -d grant_type=authorization_code -d \"code=$CODE\" \\\n"
                           "  --data-urlencode \"redirect_uri=$REDIRECT_URI\" -d \"code_verifier=$VERIFIER\"\n")
                .arg(curlProof(facts));
    return text;
}

QString env(const Facts& facts) {
    QString text =
        QStringLiteral("OIDC_ISSUER=%1\nOIDC_CLIENT_ID=%2\n").arg(shell(facts.issuer), shell(facts.clientId));
    if (usesSecret(facts.app)) {
        text += QStringLiteral("OIDC_CLIENT_SECRET=%1\n").arg(shell(facts.secret));
    }
    if (facts.people) {
        text += QStringLiteral("OIDC_REDIRECT_URI=%1\n").arg(shell(facts.redirectUri));
    }
    text += QStringLiteral("OIDC_JWKS_URI=%1\nOIDC_SCOPES=%2\n").arg(shell(facts.jwksUri), shell(facts.scopes));
    return facts.people ? text + QStringLiteral("OIDC_ID_TOKEN_SIGNED_RESPONSE_ALG=%1\n").arg(shell(facts.signedWith))
                        : text;
}

QString nodeProof(const Facts& facts) {
    const std::string& auth = facts.app.auth;
    return auth == "client_secret_basic"  ? QStringLiteral("client.ClientSecretBasic(%1)").arg(js(facts.secret))
           : auth == "client_secret_post" ? QStringLiteral("client.ClientSecretPost(%1)").arg(js(facts.secret))
           : auth == "private_key_jwt"    ? QStringLiteral("client.PrivateKeyJwt(key)")
                                          : QStringLiteral("client.None()");
}

/// What the library is to know of the client besides its name. Without, some versions take RS256 alone.
QString nodeMetadata(const Facts& facts) {
    if (!facts.people) {
        return QStringLiteral("undefined");
    }
    const QString userinfo = facts.userinfo.isEmpty()
                                 ? QString()
                                 : QStringLiteral(", userinfo_signed_response_alg: %1").arg(js(facts.userinfo));
    return QStringLiteral("{ id_token_signed_response_alg: %1%2 }").arg(js(facts.signedWith), userinfo);
}

QString openidClient(const Facts& facts) {
    const bool bound = facts.app.dpop == "required";
    QString text = QStringLiteral("// npm install openid-client; save as app.mjs; node app.mjs\n");
    if (facts.people) {
        text += QStringLiteral("import { createInterface } from 'node:readline/promises';\n");
    }
    if (facts.app.auth == "private_key_jwt") {
        text += QStringLiteral("import { readFile } from 'node:fs/promises';\nimport { importPKCS8 } from 'jose';\n");
    }
    text += QStringLiteral("import * as client from 'openid-client';\n\n");
    if (facts.app.auth == "private_key_jwt") {
        text += QStringLiteral("const key = await importPKCS8(await readFile('key.pem', 'utf8'), 'ES256');\n");
    }
    const bool plain = facts.issuer.startsWith(QLatin1String("http:"));
    text += QStringLiteral("const config = await client.discovery(new URL(%1), %2, %3,\n    %4%5);\n")
                .arg(js(facts.issuer), js(facts.clientId), nodeMetadata(facts), nodeProof(facts),
                     plain ? QStringLiteral(", { execute: [client.allowInsecureRequests] }") : QString());
    if (bound) {
        text += QStringLiteral("const DPoP = client.getDPoPHandle(config, await client.randomDPoPKeyPair());\n");
    }
    const QString last = bound ? QStringLiteral(", { DPoP }") : QString();
    if (!facts.people) {
        const QString scope =
            facts.scopes.isEmpty() ? QStringLiteral("{}") : QStringLiteral("{ scope: %1 }").arg(js(facts.scopes));
        return text + QStringLiteral("const tokens = await client.clientCredentialsGrant(config, %1%2);\n"
                                     "console.log(JSON.stringify(tokens));\n")
                          .arg(scope, last);
    }
    text += QStringLiteral("const verifier = client.randomPKCECodeVerifier();\n"
                           "const state = client.randomState();\n"
                           "const request = {\n    redirect_uri: %1, scope: %2, state,\n"
                           "    code_challenge: await client.calculatePKCECodeChallenge(verifier), "
                           "code_challenge_method: 'S256',\n};\n")
                .arg(js(facts.redirectUri), js(facts.scopes));
    text +=
        facts.app.requirePar
            ? QStringLiteral("const url = await client.buildAuthorizationUrlWithPAR(config, request%1);\n").arg(last)
            : QStringLiteral("const url = client.buildAuthorizationUrl(config, request);\n");
    text +=
        QStringLiteral("console.log('Open in a browser: ' + url.href);\n"
                       "const terminal = createInterface({ input: process.stdin, output: process.stderr });\n"
                       "const answer = new URL(await terminal.question('Paste the address that the browser ends at: "
                       "'));\n"
                       "terminal.close();\n"
                       "const tokens = await client.authorizationCodeGrant(config, answer, "
                       "{ pkceCodeVerifier: verifier, expectedState: state }%1);\n"
                       "console.log(JSON.stringify(tokens.claims()));\n")
            .arg(bound ? QStringLiteral(", undefined, { DPoP }") : QString());
    return text;
}

QString oidcClientTs(const Facts& facts) {
    const QString home =
        toQString(facts.app.postLogoutRedirectUris.empty() ? std::string() : facts.app.postLogoutRedirectUris.front());
    return QStringLiteral("// npm install oidc-client-ts\n"
                          "import { UserManager } from 'oidc-client-ts';\n\n"
                          "const people = new UserManager({\n"
                          "    authority: %1, client_id: %2,\n"
                          "    redirect_uri: %3, scope: %4,%5\n"
                          "});\n\n"
                          "if (new URLSearchParams(location.search).has('state')) {\n"
                          "    await people.signinCallback();\n"
                          "    history.replaceState({}, '', location.pathname);\n"
                          "}\n"
                          "const user = await people.getUser();\n"
                          "if (user) {\n"
                          "    console.log(user.profile);\n"
                          "} else {\n"
                          "    await people.signinRedirect();\n"
                          "}\n")
        .arg(js(facts.issuer), js(facts.clientId), js(facts.redirectUri), js(facts.scopes),
             home.isEmpty() ? QString() : QStringLiteral("\n    post_logout_redirect_uri: %1,").arg(js(home)));
}

QString express(const Facts& facts) {
    const QUrl back(facts.redirectUri);
    QUrl base(back);
    base.setPath({});
    base.setQuery(QString());
    const QString proof = usesSecret(facts.app) ? QStringLiteral("clientSecret: %1, clientAuthMethod: %2,")
                                                      .arg(js(facts.secret), js(toQString(facts.app.auth)))
                                                : QStringLiteral("clientAuthMethod: 'none',");
    return QStringLiteral("// npm install express express-openid-connect; save as server.mjs; node server.mjs\n"
                          "import { randomBytes } from 'node:crypto';\n"
                          "import express from 'express';\n"
                          "import openid from 'express-openid-connect';\n\n"
                          "const app = express();\n"
                          "app.use(openid.auth({\n"
                          "    issuerBaseURL: %1, baseURL: %2,\n"
                          "    clientID: %3, %4\n"
                          "    secret: process.env.SECRET ?? randomBytes(32).toString('hex'), // seals its own cookie\n"
                          "    idTokenSigningAlg: %5, routes: { callback: %6 },%7\n"
                          "    authorizationParams: { response_type: 'code', scope: %8 },\n"
                          "}));\n"
                          "app.get('/', (request, response) => response.json(request.oidc.user));\n"
                          "app.listen(%9);\n")
        .arg(js(facts.issuer), js(base.toString()), js(facts.clientId), proof, js(facts.signedWith),
             js(back.path().isEmpty() ? QStringLiteral("/") : back.path()),
             facts.app.requirePar ? QStringLiteral(" pushedAuthorizationRequests: true,") : QString(), js(facts.scopes),
             QString::number(back.port(3000)));
}

QString apache(const Facts& facts) {
    const QString userinfo =
        facts.userinfo.isEmpty() ? QString() : QStringLiteral("OIDCUserInfoSignedResponseAlg %1\n").arg(facts.userinfo);
    return QStringLiteral("OIDCProviderMetadataURL %1/.well-known/openid-configuration\n"
                          "OIDCProviderJwksUri \"%8\"\n"
                          "OIDCClientID \"%2\"\n"
                          "OIDCClientSecret \"%3\"\n"
                          "OIDCCryptoPassphrase \"exec:/usr/bin/openssl rand -hex 32\"\n"
                          "OIDCRedirectURI %4\n"
                          "OIDCScope \"%5\"\n"
                          "OIDCPKCEMethod S256\n"
                          "OIDCIDTokenSignedResponseAlg %7\n%9"
                          "OIDCProviderTokenEndpointAuth %6\n"
                          "OIDCRemoteUserClaim sub\n\n"
                          "<Location />\n"
                          "    AuthType openid-connect\n"
                          "    Require valid-user\n"
                          "</Location>\n")
        .arg(facts.issuer, facts.clientId, facts.secret, facts.redirectUri, facts.scopes, toQString(facts.app.auth),
             facts.signedWith, facts.jwksUri, userinfo);
}

QString json(const Facts& facts) {
    const QString base = facts.issuer + QStringLiteral("/oauth2/");
    QJsonObject object{{QStringLiteral("issuer"), facts.issuer},
                       {QStringLiteral("clientId"), facts.clientId},
                       {QStringLiteral("tokenEndpoint"), QString(base + QStringLiteral("token"))},
                       {QStringLiteral("jwksUri"), facts.jwksUri},
                       {QStringLiteral("tokenEndpointAuthMethod"), toQString(facts.app.auth)},
                       {QStringLiteral("scopes"), QJsonArray::fromStringList(client::toStringList(facts.app.scopes))}};
    if (usesSecret(facts.app)) {
        object.insert(QStringLiteral("clientSecret"), facts.secret);
    }
    if (facts.people) {
        object.insert(QStringLiteral("authorizationEndpoint"), QString(base + QStringLiteral("authorize")));
        object.insert(QStringLiteral("endSessionEndpoint"), QString(base + QStringLiteral("logout")));
        object.insert(QStringLiteral("redirectUri"), facts.redirectUri);
        object.insert(QStringLiteral("idTokenSignedResponseAlg"), facts.signedWith);
        if (!facts.userinfo.isEmpty()) {
            object.insert(QStringLiteral("userinfoSignedResponseAlg"), facts.userinfo);
        }
    }
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Indented));
}

} // namespace

std::vector<Snippet> snippetsFor(const admin::api::App& app, const QString& issuer, const QString& secret) {
    Facts facts{app, issuer, toQString(app.clientId), secret.isEmpty() ? kSecretPlaceholder : secret, {}, {}};
    facts.redirectUri =
        app.redirectUris.empty() ? QStringLiteral("https://app.example/callback") : toQString(app.redirectUris.front());
    facts.scopes = client::toStringList(app.scopes).join(u' ');
    facts.signedWith = toQString(app.idTokenSignedResponseAlg.value_or("ES256")); // which every ring signs with first
    facts.userinfo = toQString(app.userinfoSignedResponseAlg.value_or(std::string()));
    facts.jwksUri = issuer + QStringLiteral("/oauth2/jwks?client_id=") + encoded(facts.clientId);
    facts.people = hasGrant(app, "authorization_code");
    facts.self = hasGrant(app, "client_credentials");
    const bool onLine = usesSecret(app) || app.auth == "none"; // what curl and configuration files can do
    const bool bound = app.dpop == "required";
    const bool certificate = !onLine && app.auth != "private_key_jwt";

    std::vector<Snippet> all;
    const auto add = [&all](const char* id, const char* title, const QString& text) {
        all.push_back({QLatin1String(id), QLatin1String(title), text});
    };
    if (onLine && !bound && facts.self) {
        add("curl", "curl: client credentials", curlSelf(facts));
    }
    if (onLine && !bound && facts.people) {
        add("curl-code", "curl: authorization code with PKCE", curlPeople(facts));
    }
    if (app.type == "spa" && facts.people) {
        add("oidc-client-ts", "oidc-client-ts", oidcClientTs(facts));
    }
    if (!certificate && (facts.people || facts.self)) {
        add("openid-client", "Node: openid-client", openidClient(facts));
    }
    if (app.type == "web" && facts.people && onLine && !bound) {
        add("express", "Node: express-openid-connect", express(facts));
    }
    const QString edwards = QStringLiteral("EdDSA"); // which Apache's module does not know
    const bool apacheVerifies = facts.signedWith != edwards && facts.userinfo != edwards;
    if (app.type == "web" && facts.people && usesSecret(app) && !bound && !app.requirePar && apacheVerifies) {
        add("mod_auth_openidc", "Apache: mod_auth_openidc", apache(facts));
    }
    add("env", ".env", env(facts));
    add("json", "JSON", json(facts));
    return all;
}

} // namespace gatehouse::ui::panels::apps
