// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/recorded_answers.h"

#include <cmath>

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

#include "tests/gui/recorded_keys.h"
#include "tests/gui/recorded_provisioning.h"

namespace gatehouse::tests {
namespace {

QJsonObject parse(const char* text) {
    return QJsonDocument::fromJson(text).object();
}

QString ago(qint64 seconds) {
    return QDateTime::currentDateTimeUtc().addSecs(-seconds).toString(Qt::ISODateWithMs);
}

QJsonObject tenant(const QString& slug, const QString& name, const QString& kind) {
    QJsonObject object =
        parse(R"({"status":"active","settings":{"provisioning":"jit","linking":"verified-email","roleMode":"merge",
        "localLogin":"break-glass","sessionTtl":43200,"idleTtl":3600,"accessTokenTtl":300,"refreshTokenTtl":2592000,"requiredAcr":[],
        "ipPinning":"notify","anomaly":"off"}})");
    object.insert(QStringLiteral("id"), QStringLiteral("t-") + slug);
    object.insert(QStringLiteral("slug"), slug);
    object.insert(QStringLiteral("name"), name);
    object.insert(QStringLiteral("kind"), kind);
    object.insert(QStringLiteral("issuer"), QStringLiteral("http://127.0.0.1:8480/t/") + slug);
    object.insert(QStringLiteral("createdAt"), ago(86400 * 12));
    return object;
}

QJsonObject connection(const QString& id, const QString& name, const QString& title, const QString& issuer,
                       bool enabled) {
    QJsonObject object =
        parse(R"({"type":"oidc","allowedTenantIds":[],"clientId":"gatehouse-acme","hasClientSecret":true,
        "clientAuth":"client_secret_basic","scopes":["openid","email","profile"],"acrValues":[],"trustEmail":true,
        "domains":["acme.example"],"mapping":{"attributes":[
          {"target":"email","source":"email","required":true,"transforms":["trim","lowercase"]},
          {"target":"displayName","source":["name","{given_name} {family_name}"]},
          {"target":"department","source":"/org/department"}],
        "roles":[{"when":{"claim":"groups","op":"contains","value":"eng-admins"},"assign":["admin"]},
                 {"when":"context.claims.level > 3","assign":["approver"]}],
        "defaultRoles":["member"],"groups":{"source":"groups","create":true}}})");
    object.insert(QStringLiteral("id"), id);
    object.insert(QStringLiteral("name"), name);
    object.insert(QStringLiteral("displayName"), title);
    object.insert(QStringLiteral("issuer"), issuer);
    object.insert(QStringLiteral("enabled"), enabled);
    object.insert(QStringLiteral("redirectUri"), QStringLiteral("http://127.0.0.1:8480/sso/oidc/%1/callback").arg(id));
    QJsonObject health{{QStringLiteral("lastRefresh"), ago(1200)}};
    if (enabled) {
        health.insert(QStringLiteral("lastSuccess"), ago(140));
    }
    object.insert(QStringLiteral("health"), health);
    return object;
}

QJsonObject session() {
    QJsonObject object = parse(R"({"id":"s-1","userId":"u-ana","userName":"ana@acme.example","connectionId":"c-contoso",
        "connection":"contoso","acr":"","amr":["pwd"],"ip":"192.0.2.7","userAgent":"Chromium 130 on Linux","endedAt":null,
        "endReason":"","confirmations":[],"grants":[{"id":"g-1","appId":"a-payroll","app":"Payroll","clientId":"payroll",
        "scopes":["openid","email"],"bound":"dpop","told":true}]})");
    for (const char* time : {"authTime", "createdAt", "lastSeen"}) {
        object.insert(QLatin1String(time), ago(140));
    }
    for (const char* time : {"expiresAt", "idleExpiresAt"}) {
        object.insert(QLatin1String(time), ago(-3000));
    }
    return object;
}

QJsonObject user(const QString& id, const QString& name, const QString& mail, bool active, const QJsonArray& roles) {
    QJsonObject object =
        parse(R"({"emailVerified":true,"federated":true,"attributes":{"department":"Engineering","costCentre":4711},
        "groups":["eng","eng-admins"]})");
    object.insert(QStringLiteral("id"), id);
    object.insert(QStringLiteral("userName"), mail);
    object.insert(QStringLiteral("email"), mail);
    object.insert(QStringLiteral("displayName"), name);
    object.insert(QStringLiteral("active"), active);
    object.insert(QStringLiteral("roles"), roles);
    object.insert(QStringLiteral("lastLogin"), ago(active ? 140 : 86400 * 40));
    object.insert(QStringLiteral("createdAt"), ago(86400 * 11));
    object.insert(QStringLiteral("identities"),
                  QJsonArray{QJsonObject{{QStringLiteral("connectionId"), QStringLiteral("c-contoso")},
                                         {QStringLiteral("issuer"), QStringLiteral("https://login.contoso.example")},
                                         {QStringLiteral("subject"), QStringLiteral("9f1c2d-") + id},
                                         {QStringLiteral("lastLogin"), ago(140)}}});
    return object;
}

QJsonObject role(const char* name, const char* source) {
    return {{QStringLiteral("name"), QLatin1String(name)}, {QStringLiteral("source"), QLatin1String(source)}};
}

QString tokenOf(const QJsonObject& claims) {
    const auto part = [](const QJsonObject& object) {
        return QString::fromLatin1(QJsonDocument(object)
                                       .toJson(QJsonDocument::Compact)
                                       .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    };
    return part(parse(R"({"alg":"ES256","kid":"k-19","typ":"JWT"})")) + u'.' + part(claims) +
           QStringLiteral(".[redacted:86]");
}

QJsonObject message(const char* text, qint64 offset, const QDateTime& begin) {
    QJsonObject object = parse(text);
    object.insert(QStringLiteral("offsetMs"), offset);
    object.insert(QStringLiteral("at"), begin.addMSecs(offset).toString(Qt::ISODateWithMs));
    return object;
}

/// What the recorder kept of a sign-in at Contoso: with an address where it went well, else with a upn alone.
QJsonArray messagesOf(const QString& outcome, const QDateTime& begin) {
    QJsonArray out;
    out.append(message(R"({"name":"authorize","from":"app","to":"gatehouse","viaBrowser":true,"method":"GET",
        "url":"http://127.0.0.1:8480/t/acme/oauth2/authorize","status":0,"headers":[{"name":"User-Agent","value":"Chromium 130 on Linux"}],
        "parameters":[{"name":"client_id","value":"demo"},{"name":"redirect_uri","value":"http://127.0.0.1:8480/sandbox/app/callback"},
        {"name":"scope","value":"openid email profile"},{"name":"state","value":"[redacted:43]"},{"name":"nonce","value":"[redacted:43]"}],"body":"","cut":false})",
                       0, begin));
    out.append(message(
        R"({"name":"redirect","from":"gatehouse","to":"idp","viaBrowser":true,"method":"","url":"https://login.contoso.example/authorize",
        "status":303,"headers":[{"name":"Set-Cookie","value":"gh_flow=[redacted:43]; Path=/; HttpOnly; SameSite=Lax"}],
        "parameters":[{"name":"client_id","value":"gatehouse"},{"name":"scope","value":"openid email profile"},{"name":"code_challenge_method","value":"S256"},
        {"name":"state","value":"[redacted:48]"}],"body":"","cut":false})",
        4, begin));
    if (outcome == QLatin1String("started")) {
        return out;
    }
    out.append(message(R"({"name":"callback","from":"idp","to":"gatehouse","viaBrowser":true,"method":"GET",
        "url":"http://127.0.0.1:8480/sso/oidc/c-contoso/callback","status":0,"headers":[{"name":"Cookie","value":"gh_flow=[redacted:43]"}],
        "parameters":[{"name":"code","value":"[redacted:43]"},{"name":"state","value":"[redacted:48]"},{"name":"iss","value":"https://login.contoso.example"}],"body":"","cut":false})",
                       812, begin));
    out.append(message(
        R"({"name":"token.request","from":"gatehouse","to":"idp","viaBrowser":false,"method":"POST","url":"https://login.contoso.example/token",
        "status":0,"headers":[{"name":"Authorization","value":"Basic [redacted:48]"}],"parameters":[{"name":"grant_type","value":"authorization_code"},
        {"name":"code","value":"[redacted:43]"},{"name":"code_verifier","value":"[redacted:43]"}],"body":"","cut":false})",
        816, begin));
    const bool good = outcome == QLatin1String("success");
    QJsonObject claims = parse(
        R"({"iss":"https://login.contoso.example","sub":"9f1c-2207","aud":"gatehouse","upn":"ana@contoso.example","name":"Ana Example",
        "groups":["eng","eng-admins"],"acr":"pwd"})");
    claims.insert(QStringLiteral("iat"), begin.toSecsSinceEpoch());
    claims.insert(QStringLiteral("exp"), begin.toSecsSinceEpoch() + 300);
    if (good) {
        claims.insert(QStringLiteral("email"), QStringLiteral("ana@acme.example"));
    }
    QJsonObject tokens = message(
        R"({"name":"token.answer","from":"idp","to":"gatehouse","viaBrowser":false,"method":"","url":"","status":200,
        "headers":[{"name":"Content-Type","value":"application/json"}],"parameters":[],"cut":false})",
        871, begin);
    tokens.insert(
        QStringLiteral("body"),
        QString::fromUtf8(QJsonDocument(QJsonObject{{QStringLiteral("access_token"), QStringLiteral("[redacted:512]")},
                                                    {QStringLiteral("token_type"), QStringLiteral("Bearer")},
                                                    {QStringLiteral("expires_in"), 300},
                                                    {QStringLiteral("id_token"), tokenOf(claims)}})
                              .toJson(QJsonDocument::Compact)));
    out.append(tokens);
    out.append(message(
        good
            ? R"({"name":"answer","from":"gatehouse","to":"app","viaBrowser":true,"method":"","url":"http://127.0.0.1:8480/sandbox/app/callback","status":303,
        "headers":[{"name":"Set-Cookie","value":"gh_session_acme=[redacted:48]; Path=/; HttpOnly; SameSite=Lax"}],
        "parameters":[{"name":"code","value":"[redacted:48]"},{"name":"iss","value":"http://127.0.0.1:8480/t/acme"}],"body":"","cut":false})"
            : R"({"name":"answer","from":"gatehouse","to":"browser","viaBrowser":false,"method":"","url":"","status":403,
        "headers":[{"name":"Content-Type","value":"text/html; charset=utf-8"}],"parameters":[],"body":"","cut":false})",
        879, begin));
    return out;
}

QJsonObject flow(int number, const QString& outcome, qint64 secondsAgo, const QString& person) {
    const QString id = QStringLiteral("f-%1").arg(number, 3, 10, QLatin1Char('0'));
    QJsonObject object{
        {QStringLiteral("id"), id},
        {QStringLiteral("reference"), QStringLiteral("GH-7F3K-9%1").arg(number, 3, 10, QLatin1Char('0'))},
        {QStringLiteral("tenant"), QStringLiteral("acme")},
        {QStringLiteral("startedAt"), ago(secondsAgo)},
        {QStringLiteral("durationMs"), 1100 + number * 37},
        {QStringLiteral("outcome"), outcome},
        {QStringLiteral("connectionId"), QStringLiteral("c-contoso")},
        {QStringLiteral("connection"), QStringLiteral("contoso")},
        {QStringLiteral("app"), QStringLiteral("Demo app")},
        {QStringLiteral("userId"), outcome == QLatin1String("success") ? QStringLiteral("u-ana") : QString()},
        {QStringLiteral("user"), person},
        {QStringLiteral("ip"), QStringLiteral("127.0.0.1")}};
    if (outcome != QLatin1String("started")) {
        object.insert(QStringLiteral("finishedAt"), ago(secondsAgo - 2));
    }
    if (outcome == QLatin1String("failure")) {
        object.insert(QStringLiteral("reason"), QStringLiteral("mapping_missing_email"));
        object.insert(QStringLiteral("message"), QStringLiteral("The identity provider sent no e-mail address."));
        object.insert(QStringLiteral("cure"),
                      QStringLiteral("Release the email claim at the provider, or map another claim to it."));
        object.insert(QStringLiteral("cureBy"), QStringLiteral("administrator"));
    }
    object.insert(QStringLiteral("recorded"), outcome != QLatin1String("started"));
    object.insert(QStringLiteral("connectionVersion"), 3);
    object.insert(QStringLiteral("tenantVersion"), 1);
    object.insert(QStringLiteral("messages"),
                  messagesOf(outcome, QDateTime::currentDateTimeUtc().addSecs(-secondsAgo)));
    QJsonArray checks = QJsonDocument::fromJson(R"([
        {"name":"callback.state","status":"ok","expected":"","actual":"known, used once","cure":"","spec":"OAuth 2.1, 7.12"},
        {"name":"callback.iss","status":"ok","expected":"https://login.contoso.example","actual":"https://login.contoso.example","cure":"","spec":"RFC 9207"},
        {"name":"id_token.signature","status":"ok","expected":"","actual":"ES256, key k-19","cure":"","spec":"OIDC Core 3.1.3.7"},
        {"name":"id_token.nonce","status":"ok","expected":"","actual":"matches","cure":"","spec":"OIDC Core 3.1.3.7"},
        {"name":"id_token.acr","status":"warn","expected":"mfa","actual":"pwd","cure":"Ask the provider for a second factor.","spec":"OIDC Core 2"}])")
                            .array();
    if (outcome == QLatin1String("failure")) {
        checks.append(
            parse(R"({"name":"mapping.email","status":"fail","expected":"an e-mail address","actual":"no claim email",
            "cure":"Release the email claim at the provider, or map another claim to it.","cureBy":"administrator","spec":"US-106"})"));
    }
    object.insert(QStringLiteral("checks"), checks);
    object.insert(
        QStringLiteral("steps"),
        QJsonArray{
            QJsonObject{{QStringLiteral("name"), QStringLiteral("authorize")},
                        {QStringLiteral("at"), ago(secondsAgo)},
                        {QStringLiteral("data"), parse(R"({"client_id":"demo","scope":"openid email"})")}},
            QJsonObject{{QStringLiteral("name"), QStringLiteral("callback")},
                        {QStringLiteral("at"), ago(secondsAgo - 1)},
                        {QStringLiteral("data"), parse(R"({"code":"***","iss":"https://login.contoso.example"})")}}});
    return object;
}

} // namespace

std::map<QString, QJsonObject> recordedObjects() {
    std::map<QString, QJsonObject> objects;
    const auto put = [&](const QString& path, const QJsonObject& object) { objects[path] = object; };
    put(QStringLiteral("tenants/acme"),
        tenant(QStringLiteral("acme"), QStringLiteral("Acme Corp"), QStringLiteral("sandbox")));
    put(QStringLiteral("tenants/globex"),
        tenant(QStringLiteral("globex"), QStringLiteral("Globex"), QStringLiteral("live")));
    const QString acme = QStringLiteral("tenants/acme/");
    put(acme + QStringLiteral("domains/acme.example"), {{QStringLiteral("name"), QStringLiteral("acme.example")},
                                                        {QStringLiteral("status"), QStringLiteral("verified")},
                                                        {QStringLiteral("asserted"), true},
                                                        {QStringLiteral("verifiedAt"), ago(86400 * 3)}});
    put(acme + QStringLiteral("domains/acme.test"),
        {{QStringLiteral("name"), QStringLiteral("acme.test")},
         {QStringLiteral("status"), QStringLiteral("pending")},
         {QStringLiteral("txtRecord"), QStringLiteral("gatehouse-verification=3q2-7wPXk1mJq0d")}});
    put(acme + QStringLiteral("connections/c-contoso"),
        connection(QStringLiteral("c-contoso"), QStringLiteral("contoso"), QStringLiteral("Contoso"),
                   QStringLiteral("https://login.contoso.example"), true));
    put(acme + QStringLiteral("connections/c-legacy"),
        connection(QStringLiteral("c-legacy"), QStringLiteral("legacy"), QStringLiteral("Legacy IdP"),
                   QStringLiteral("https://idp.old.example"), false));
    put(acme + QStringLiteral("users/u-ana"),
        user(QStringLiteral("u-ana"), QStringLiteral("Ana Example"), QStringLiteral("ana@acme.example"), true,
             {role("admin", "sso"), role("member", "sso"), role("auditor", "manual")}));
    put(acme + QStringLiteral("users/u-ana/access"),
        parse(R"({"userId":"u-ana","userName":"ana@acme.example","active":true,
        "groups":["eng-admins"],"roles":[{"name":"admin","source":"scim","groups":["eng-admins"],"permissions":["invoices:read"]},
        {"name":"auditor","source":"manual","groups":[],"permissions":[]}]})"));
    put(acme + QStringLiteral("users/u-ben"), user(QStringLiteral("u-ben"), QStringLiteral("Ben Example"),
                                                   QStringLiteral("ben@acme.example"), true, {role("member", "sso")}));
    put(acme + QStringLiteral("users/u-cleo"),
        user(QStringLiteral("u-cleo"), QStringLiteral("Cleo Example"), QStringLiteral("cleo@acme.example"), false,
             {role("member", "sso")}));
    put(acme + QStringLiteral("sessions/s-1"), session());
    putRecordedProvisioning(objects);
    putRecordedKeys(objects);
    const char* outcomes[] = {"started", "success", "failure", "success", "success", "failure", "success"};
    for (int i = 0; i < 7; ++i) {
        const QString outcome = QLatin1String(outcomes[i]);
        const QString person = outcome == QLatin1String("success") ? QStringLiteral("ana@acme.example") : QString();
        put(acme + QStringLiteral("flows/f-%1").arg(i, 3, 10, QLatin1Char('0')),
            flow(i, outcome, 20 + i * 400, person));
    }
    return objects;
}

QJsonObject recordedStatus() {
    QJsonObject status = parse(R"({"publicUrl":"http://127.0.0.1:8480","version":"0.1.0","uptime":11520,
        "latency":{"p50":3.1,"p95":7.9,"p99":12.4},"loginsToday":42,"failuresToday":5,"tenants":2,"connections":2,"apps":1,"sessions":3,
        "failureReasons":[{"reason":"mapping_missing_email","count":3},{"reason":"oidc.nonce_mismatch","count":1},{"reason":"login.state_expired","count":1}]})");
    status.insert(QStringLiteral("startedAt"), ago(11520));
    return status;
}

QJsonObject recordedTest() {
    return parse(R"({"ok":false,"steps":[
        {"name":"address","status":"ok","detail":"https address, public","hint":""},
        {"name":"connect","status":"ok","detail":"Connected in 41 ms","hint":""},
        {"name":"tls","status":"warn","detail":"Certificate expires in 12 days.","hint":"Ask the provider to renew it."},
        {"name":"fetch","status":"ok","detail":"200, 2.1 KB","hint":""},
        {"name":"parse","status":"ok","detail":"","hint":""},
        {"name":"identity","status":"fail","detail":"Metadata says issuer https://login.contoso.example/; you entered https://login.contoso.example. They must be identical: the trailing slash differs.","hint":"Use theirs","fix":{"kind":"use_their_issuer","value":"https://login.contoso.example/"}},
        {"name":"keys","status":"skipped","detail":"","hint":""},{"name":"client","status":"skipped","detail":"","hint":""},
        {"name":"clock","status":"skipped","detail":"","hint":""},{"name":"sign_in","status":"skipped","detail":"","hint":""},
        {"name":"claims","status":"skipped","detail":"","hint":""}]})");
}

QJsonObject recordedStatistics() {
    constexpr int kBins = 288;
    const qint64 now = QDateTime::currentSecsSinceEpoch() / 300;
    const auto at = [](qint64 bin) {
        return QDateTime::fromSecsSinceEpoch(bin * 300, Qt::UTC).toString(Qt::ISODateWithMs);
    };
    QJsonArray bins;
    for (int i = 0; i < kBins; ++i) {
        const double day = 1 - std::abs(i - 170) / 170.0;
        const int logins = day > 0.2 ? static_cast<int>(day * 14) + (i * 7) % 5 : i % 3;
        bins.append(QJsonObject{
            {QStringLiteral("at"), at(now - kBins + 1 + i)},
            {QStringLiteral("successes"), logins},
            {QStringLiteral("failures"), i >= 200 && i < 203 ? 4 : 0},
            {QStringLiteral("p95"), logins == 0 ? 0.0 : 5.0 + (i * 13) % 7 + (i > 199 && i < 205 ? 40 : 0)}});
    }
    return {{QStringLiteral("from"), at(now - kBins + 1)},
            {QStringLiteral("to"), at(now + 1)},
            {QStringLiteral("binSeconds"), 300},
            {QStringLiteral("bins"), bins},
            {QStringLiteral("reasons"),
             QJsonArray{
                 parse(R"({"reason":"mapping_missing_email","count":9,"message":"Your identity provider did not send )"
                       R"(an e-mail address (mapping_missing_email)."})"),
                 parse(R"({"reason":"oidc.nonce_mismatch","count":2})"),
                 parse(R"({"reason":"login.state_expired","message":"This sign-in took too long.","count":1})")}}};
}

QJsonObject recordedExpiries() {
    const auto entry = [](const char* kind, const char* tenant, const char* object, const char* name, qint64 seconds) {
        return QJsonObject{{QStringLiteral("id"), QLatin1String(kind) + u':' + QLatin1String(object)},
                           {QStringLiteral("kind"), QLatin1String(kind)},
                           {QStringLiteral("tenant"), QLatin1String(tenant)},
                           {QStringLiteral("object"), QLatin1String(object)},
                           {QStringLiteral("name"), QLatin1String(name)},
                           {QStringLiteral("expiresAt"), ago(-seconds)}};
    };
    return {
        {QStringLiteral("items"), QJsonArray{entry("app-secret", "acme", "a-demo", "Demo app", 86400 - 600),
                                             entry("token", "", "t-1", "nightly backup", 86400 * 6 + 3600),
                                             entry("tls-certificate", "", "", "acme.example.com", 86400 * 12 + 3600),
                                             entry("token", "acme", "t-2", "auditor 2026", 86400 * 90)}},
        {QStringLiteral("nextCursor"), QJsonValue::Null}};
}

} // namespace gatehouse::tests
