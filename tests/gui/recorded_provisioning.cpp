// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/recorded_provisioning.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

namespace gatehouse::tests {
namespace {

QJsonObject parse(const char* text) {
    return QJsonDocument::fromJson(text).object();
}

QString ago(qint64 seconds) {
    return QDateTime::currentDateTimeUtc().addSecs(-seconds).toString(Qt::ISODateWithMs);
}

QJsonObject scimRequest(const char* id, qint64 seconds, const char* method, int status, const char* changed) {
    QJsonObject object =
        parse(R"({"clientId":"t-entra","clientName":"Entra ID","ip":"198.51.100.4","userAgent":"Microsoft-Azure-AD",
        "path":"/Users/u-ana","resourceType":"User","resourceId":"u-ana","resourceName":"ana@acme.example","micros":1840,
        "body":{"Operations":[{"op":"Replace","path":"title","value":"Lead"}]}})");
    object.insert(QStringLiteral("id"), QLatin1String(id));
    object.insert(QStringLiteral("time"), ago(seconds));
    object.insert(QStringLiteral("method"), QLatin1String(method));
    object.insert(QStringLiteral("status"), status);
    object.insert(QStringLiteral("scimType"), QLatin1String(status == 409 ? "uniqueness" : ""));
    object.insert(QStringLiteral("detail"),
                  QLatin1String(status == 409 ? "Another resource has this value: userName" : ""));
    QJsonArray changes;
    if (*changed != '\0') {
        changes.append(QJsonObject{{QStringLiteral("path"), QLatin1String(changed)},
                                   {QStringLiteral("before"), QStringLiteral("Engineer")},
                                   {QStringLiteral("after"), QStringLiteral("Lead")}});
    }
    object.insert(QStringLiteral("changes"), changes);
    return object;
}

QJsonObject scimToken() {
    return {{QStringLiteral("id"), QStringLiteral("t-entra")},
            {QStringLiteral("name"), QStringLiteral("Entra ID")},
            {QStringLiteral("createdAt"), ago(86400 * 30)},
            {QStringLiteral("lastUsed"), ago(60)},
            {QStringLiteral("expiresAt"), ago(-86400 * 300)}};
}

QJsonObject group(const char* id, const char* name, const char* source, int people, const QJsonArray& roles) {
    return {{QStringLiteral("id"), QLatin1String(id)},
            {QStringLiteral("name"), QLatin1String(name)},
            {QStringLiteral("description"), QStringLiteral("Whoever works there")},
            {QStringLiteral("source"), QLatin1String(source)},
            {QStringLiteral("roles"), roles},
            {QStringLiteral("memberCount"), people},
            {QStringLiteral("updatedAt"), ago(86400)}};
}

QJsonObject member(const char* id, const char* type, const char* name, const char* userName) {
    return {{QStringLiteral("id"), QLatin1String(id)},
            {QStringLiteral("type"), QLatin1String(type)},
            {QStringLiteral("name"), QLatin1String(name)},
            {QStringLiteral("userName"), QLatin1String(userName)},
            {QStringLiteral("active"), true}};
}

QJsonObject sync(const char* id, const char* name, const char* direction, int people) {
    return {{QStringLiteral("id"), QLatin1String(id)},
            {QStringLiteral("name"), QLatin1String(name)},
            {QStringLiteral("direction"), QLatin1String(direction)},
            {QStringLiteral("url"), QStringLiteral("https://payroll.example/scim/v2")},
            {QStringLiteral("hasToken"), true},
            {QStringLiteral("enabled"), true},
            {QStringLiteral("every"), 86400},
            {QStringLiteral("leaving"), QStringLiteral("deactivate")},
            {QStringLiteral("people"), people},
            {QStringLiteral("groupCount"), 2},
            {QStringLiteral("lastRun"), ago(900)},
            {QStringLiteral("lastSuccess"), ago(900)},
            {QStringLiteral("nextRun"), ago(-80000)}};
}

QJsonObject stream(const char* id, const char* name, const char* delivery, int waiting) {
    return {{QStringLiteral("id"), QLatin1String(id)},
            {QStringLiteral("name"), QLatin1String(name)},
            {QStringLiteral("delivery"), QLatin1String(delivery)},
            {QStringLiteral("audience"), QStringLiteral("https://portal.example")},
            {QStringLiteral("algorithm"), QStringLiteral("ES256")},
            {QStringLiteral("enabled"), true},
            {QStringLiteral("waiting"), waiting},
            {QStringLiteral("deliveredAt"), ago(120)},
            {QStringLiteral("problem"), QString()}};
}

QJsonObject element(const char* id, const char* name, const char* type, const char* description) {
    return {{QStringLiteral("id"), QLatin1String(id)},
            {QStringLiteral("name"), QLatin1String(name)},
            {QStringLiteral("type"), QLatin1String(type)},
            {QStringLiteral("description"), QLatin1String(description)},
            {QStringLiteral("use"), QJsonArray{QStringLiteral("Doors")}},
            {QStringLiteral("categories"), QJsonArray{QStringLiteral("Employment")}},
            {QStringLiteral("scimPath"),
             QStringLiteral("urn:ietf:params:scim:schemas:extension:catalog:2.0:User:") + QLatin1String(name)},
            {QStringLiteral("version"), 1}};
}

} // namespace

void putRecordedProvisioning(std::map<QString, QJsonObject>& objects) {
    const auto put = [&objects](const char* path, const QJsonObject& object) {
        objects[QStringLiteral("tenants/acme/") + QLatin1String(path)] = object;
    };
    put("scim", parse(R"({"url":"http://127.0.0.1:8480/t/acme/scim/v2","heldBack":0,"bound":0,"heldSince":null})"));
    put("scim-requests/r-1", scimRequest("r-1", 60, "PATCH", 200, "title"));
    put("scim-requests/r-2", scimRequest("r-2", 3600, "POST", 409, ""));
    put("scim-tokens/t-entra", scimToken());
    put("streams/e-app", stream("e-app", "Customer portal", "push", 0));
    put("streams/e-siem2", stream("e-siem2", "Signal archive", "poll", 12));
    put("catalog/c-badge", element("c-badge", "badge", "string", "Number on the badge"));
    put("catalog/c-level", element("c-level", "clearance", "string", "How far somebody may look"));
    put("roles/editor", parse(R"({"name":"editor","description":"Changes documents","permissions":[]})"));
    put("roles/member", parse(R"({"name":"member","description":"","permissions":[]})"));
    put("groups/g-eng", group("g-eng", "Engineering", "scim", 41, {QStringLiteral("editor")}));
    put("groups/g-board", group("g-board", "Board", "manual", 3, {}));
    put("groups/g-board/members/u-cleo", member("u-cleo", "user", "Cleo Example", "cleo@acme.example"));
    put("groups/g-eng/members/g-ops", member("g-ops", "group", "Operations", ""));
    put("groups/g-eng/members/u-ana", member("u-ana", "user", "Ana Example", "ana@acme.example"));
    put("groups/g-eng/members/u-ben", member("u-ben", "user", "Ben Example", "ben@acme.example"));
    QJsonObject push = sync("y-payroll", "Payroll", "push", 44);
    push.insert(QStringLiteral("drifted"), 2);
    put("scim-syncs/y-payroll", push);
    put("scim-syncs/y-hr", sync("y-hr", "HR system", "pull", 212));
    QJsonObject run = parse(R"({"id":"n-1","by":"schedule","problem":"","created":1,"updated":1,"failed":1,"steps":[
        {"act":"create","kind":"User","cause":"new","id":"u-ana","name":"ana@acme.example","state":"done","changes":[]},
        {"act":"update","kind":"Group","cause":"source","id":"g-eng","name":"Engineering","state":"done","changes":[],
         "membersAdded":1},
        {"act":"create","kind":"User","cause":"new","id":"u-ben","name":"ben@acme.example","state":"refused",
         "detail":"400 invalidValue: displayName is required","changes":[]}]})");
    run.insert(QStringLiteral("begun"), ago(900));
    run.insert(QStringLiteral("ended"), ago(898));
    put("scim-syncs/y-payroll/runs/n-1", run);
}

QJsonObject recordedPlan() {
    return parse(R"({"creates":1,"updates":1,"deactivates":1,"deletes":0,"adopts":0,"same":41,"drifted":1,"leaving":1,
        "strangers":1,"asks":false,"steps":[
        {"act":"create","kind":"User","cause":"new","id":"u-dan","name":"dan@acme.example",
         "changes":[{"path":"userName","before":null,"after":"dan@acme.example"}]},
        {"act":"update","kind":"User","cause":"drift","id":"u-ana","name":"ana@acme.example",
         "changes":[{"path":"displayName","before":"Ana B.","after":"Ana Example"}]},
        {"act":"deactivate","kind":"User","cause":"gone","id":"u-cleo","name":"cleo@acme.example",
         "changes":[{"path":"active","before":true,"after":false}]},
        {"act":"keep","kind":"User","cause":"stranger","id":"","name":"root@payroll.example","changes":[]}]})");
}

} // namespace gatehouse::tests
