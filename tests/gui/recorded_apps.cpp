// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/recorded_apps.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

namespace gatehouse::tests {
namespace {

const QString kSecrets = QStringLiteral("secrets");

QJsonObject parse(const char* text) {
    return QJsonDocument::fromJson(text).object();
}

QString in(qint64 seconds) {
    return QDateTime::currentDateTimeUtc().addSecs(seconds).toString(Qt::ISODateWithMs);
}

QJsonObject secret(const char* hint, qint64 createdAgo) {
    return {{QStringLiteral("hint"), QLatin1String(hint)},
            {QStringLiteral("createdAt"), in(-createdAgo)},
            {QStringLiteral("expiresAt"), QJsonValue::Null}};
}

QJsonObject app(const char* id, const char* name, const char* type, const char* more) {
    QJsonObject object = parse(R"({"redirectUris":[],"postLogoutRedirectUris":[],"backchannelLogoutUri":"",
        "initiateLoginUri":"","auth":"client_secret_basic","jwks":null,"jwksUri":"","grantTypes":["authorization_code","refresh_token"],
        "scopes":["openid","email","profile"],"audiences":[],"requirePar":false,"dpop":"off","subjectType":"public","consent":"off",
        "firstParty":true,"trustedIssuers":[],"spMetadataXml":"","secrets":[]})");
    object.insert(QStringLiteral("id"), QLatin1String(id));
    object.insert(QStringLiteral("clientId"), QString(QLatin1String(id)).mid(2));
    object.insert(QStringLiteral("name"), QLatin1String(name));
    object.insert(QStringLiteral("type"), QLatin1String(type));
    object.insert(QStringLiteral("createdAt"), in(-86400 * 40));
    object.insert(QStringLiteral("updatedAt"), in(-86400 * 3));
    const QJsonObject own = parse(more);
    for (auto it = own.begin(); it != own.end(); ++it) {
        object.insert(it.key(), *it);
    }
    return object;
}

void rotate(QJsonObject& app) {
    QJsonArray secrets = app.value(kSecrets).toArray();
    for (QJsonValueRef each : secrets) {
        QJsonObject old = each.toObject();
        old.insert(QStringLiteral("expiresAt"), in(86400));
        each = old;
    }
    secrets.append(secret("WXYZ", 0));
    app.insert(kSecrets, secrets);
}

QJsonObject character(const QString& text) {
    const QList<uint> points = text.toUcs4();
    return {
        {QStringLiteral("text"), text},
        {QStringLiteral("codePoint"),
         points.isEmpty() ? QString() : QStringLiteral("U+%1").arg(points.front(), 4, 16, QLatin1Char('0')).toUpper()}};
}

/// Of what the broker says no more than what the tests look at: another slash at the end, or another first character.
QJsonObject compared(const QString& text, const QString& registered) {
    int at = 0;
    while (at < text.size() && at < registered.size() && text.at(at) == registered.at(at)) {
        ++at;
    }
    const bool slash = text == registered + u'/' || text + u'/' == registered;
    return {{QStringLiteral("uri"), registered},
            {QStringLiteral("parts"), QJsonArray{slash ? QStringLiteral("trailing_slash") : QStringLiteral("path")}},
            {QStringLiteral("position"), at + 1},
            {QStringLiteral("registered"), character(registered.mid(at, 1))},
            {QStringLiteral("presented"), character(text.mid(at, 1))}};
}

QJsonObject check(const QJsonObject& app, const QJsonObject& body) {
    const QString text = body.value(QLatin1String("text")).toString();
    const QJsonArray registered =
        body.value(QLatin1String("redirectUris")).toArray(app.value(QLatin1String("redirectUris")).toArray());
    const bool matches = registered.contains(text);
    return {
        {QStringLiteral("uri"), text},
        {QStringLiteral("matches"), matches},
        {QStringLiteral("problem"), text.startsWith(QLatin1String("https://")) ? QString() : QStringLiteral("scheme")},
        {QStringLiteral("nearest"), matches || registered.isEmpty()
                                        ? QJsonValue(QJsonValue::Null)
                                        : QJsonValue(compared(text, registered.first().toString()))}};
}

QJsonObject verified(const QJsonObject& app, const QString& token) {
    const QByteArray claims =
        QByteArray::fromBase64(token.section(u'.', 1, 1).toLatin1(), QByteArray::Base64UrlEncoding);
    QJsonObject answer = parse(R"({"kind":"access_token","header":{"alg":"ES256","kid":"k-7","typ":"at+jwt"},"checks":[
        {"name":"jwt.format","status":"ok","expected":"","actual":"as expected","cure":"","cureBy":"","spec":"RFC 7519, 7.2"},
        {"name":"jwt.signature","status":"ok","expected":"made by this key","actual":"matches","cure":"","cureBy":"","spec":"RFC 7515, 5.2"}]})");
    answer.insert(QStringLiteral("claims"), QJsonDocument::fromJson(claims).object());
    Q_UNUSED(app)
    return answer;
}

} // namespace

std::map<QString, QJsonObject> recordedApps() {
    std::map<QString, QJsonObject> objects;
    const auto put = [&objects](const QString& parent, const QJsonObject& object) {
        objects[parent + object.value(QLatin1String("id")).toString()] = object;
    };
    QJsonObject portal =
        app("a-portal", "Customer portal", "web",
            R"({"redirectUris":["https://portal.acme.example/callback","https://portal.acme.example/silent"],
        "postLogoutRedirectUris":["https://portal.acme.example/"],"backchannelLogoutUri":"https://portal.acme.example/logout"})");
    portal.insert(kSecrets, QJsonArray{secret("8dQ_", 86400 * 40)});
    put(QStringLiteral("tenants/acme/apps/"), portal);
    put(QStringLiteral("tenants/acme/apps/"),
        app("a-field", "Field service", "native",
            R"({"auth":"none","redirectUris":["com.acme.field:/signed-in","http://127.0.0.1/callback"],"dpop":"required"})"));
    put(QStringLiteral("tenants/acme/apps/"),
        app("a-board", "Dashboard", "spa", R"({"auth":"none","redirectUris":["https://board.acme.example/"]})"));
    QJsonObject robot = app(
        "a-nightly", "Nightly export", "service",
        R"({"grantTypes":["client_credentials"],"scopes":["invoices:read"],"audiences":["https://api.acme.example"]})");
    QJsonObject old = secret("k3-A", 86400 * 90);
    old.insert(QStringLiteral("expiresAt"), in(3600 * 20));
    robot.insert(kSecrets, QJsonArray{old, secret("Zt9w", 3600 * 4)});
    put(QStringLiteral("tenants/acme/apps/"), robot);
    QJsonObject suite = app("a-suite", "Partner suite", "web",
                            R"({"redirectUris":["https://suite.example/callback"],"tenants":["acme","globex"]})");
    suite.insert(kSecrets, QJsonArray{secret("pp0L", 86400 * 12)});
    put(QStringLiteral("apps/"), suite);
    return objects;
}

QJsonObject recordedAppAct(const QString& verb, QJsonObject& app, const QJsonObject& body) {
    if (verb == QLatin1String("usage")) {
        return parse(R"({"users":14,"grants":17,"sessions":12,"logins24h":9})");
    }
    if (verb == QLatin1String("rotate-secret")) {
        rotate(app);
        QJsonObject answer = app;
        answer.insert(QStringLiteral("clientSecret"), QStringLiteral("rotated-secret-of-forty-three-characters-WXYZ"));
        return answer;
    }
    if (verb == QLatin1String("finish-rotation")) {
        app.insert(kSecrets, QJsonArray{app.value(kSecrets).toArray().last()});
        return app;
    }
    if (verb == QLatin1String("check-redirect-uri")) {
        return check(app, body);
    }
    return verb == QLatin1String("verify-token") ? verified(app, body.value(QLatin1String("token")).toString())
                                                 : QJsonObject();
}

QJsonObject createdApp(QJsonObject app) {
    if (app.value(QLatin1String("clientId")).toString().isEmpty()) {
        app.insert(QStringLiteral("clientId"), QStringLiteral("made-by-the-broker"));
    }
    if (app.value(QLatin1String("auth")).toString().startsWith(QLatin1String("client_secret"))) {
        app.insert(kSecrets, QJsonArray{secret("3456", 0)});
    }
    return app;
}

} // namespace gatehouse::tests
