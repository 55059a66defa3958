// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/recorded_broker.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>
#include <QUrlQuery>

#include "tests/gui/recorded_answers.h"
#include "tests/gui/recorded_apps.h"
#include "tests/gui/recorded_keys.h"
#include "tests/gui/recorded_provisioning.h"

namespace gatehouse::tests {
namespace {

QJsonObject bodyOf(const api::Call& call) {
    return QJsonDocument::fromJson(QByteArray::fromStdString(call.body)).object();
}

void merge(QJsonObject& target, const QJsonObject& patch) {
    for (auto it = patch.begin(); it != patch.end(); ++it) {
        if (it->isNull()) {
            target.remove(it.key());
        } else if (it->isObject() && it.key() != QLatin1String("mapping")) {
            QJsonObject inner = target.value(it.key()).toObject();
            merge(inner, it->toObject());
            target.insert(it.key(), inner);
        } else {
            target.insert(it.key(), *it);
        }
    }
}

} // namespace

RecordedBroker::RecordedBroker()
    : m_objects(recordedObjects()) {
    m_objects.merge(recordedApps());
}

api::Dispatcher RecordedBroker::dispatcher() {
    return [this](const api::Call& call) { return answer(call); };
}

void RecordedBroker::answerOnce(const std::string& method, const std::string& pathPrefix, api::Reply reply) {
    const std::lock_guard lock(m_mutex);
    m_once.push_back({{method, pathPrefix}, std::move(reply)});
}

void RecordedBroker::onCall(std::function<void(const api::Call&)> hook) {
    const std::lock_guard lock(m_mutex);
    m_hook = std::move(hook);
}

std::vector<api::Call> RecordedBroker::calls() {
    const std::lock_guard lock(m_mutex);
    return m_calls;
}

int RecordedBroker::count(const std::string& method, const std::string& pathPrefix) {
    int count = 0;
    for (const api::Call& call : calls()) {
        count += call.method == method && call.path.starts_with(pathPrefix) ? 1 : 0;
    }
    return count;
}

void RecordedBroker::setAway(bool away) {
    const std::lock_guard lock(m_mutex);
    m_away = away;
}

void RecordedBroker::put(const QString& path, const QJsonObject& object) {
    const std::lock_guard lock(m_mutex);
    m_objects[path] = object;
}

QJsonObject RecordedBroker::object(const QString& path) {
    const std::lock_guard lock(m_mutex);
    const auto found = m_objects.find(path);
    return found == m_objects.end() ? QJsonObject() : found->second;
}

api::Reply RecordedBroker::json(int status, const QJsonObject& body) {
    return {status,
            {{"Content-Type", "application/json"}, {"ETag", "\"1\""}},
            QJsonDocument(body).toJson(QJsonDocument::Compact).toStdString()};
}

api::Reply RecordedBroker::problem(int status, const QString& code, const QString& pointer, const QString& message) {
    QJsonObject body{{QStringLiteral("type"), QStringLiteral("about:blank")},
                     {QStringLiteral("title"), QStringLiteral("That did not work.")},
                     {QStringLiteral("status"), status},
                     {QStringLiteral("code"), code},
                     {QStringLiteral("detail"), QString()},
                     {QStringLiteral("requestId"), QStringLiteral("req-7f3k")}};
    if (!pointer.isEmpty()) {
        body.insert(QStringLiteral("errors"), QJsonArray{QJsonObject{{QStringLiteral("pointer"), pointer},
                                                                     {QStringLiteral("code"), code},
                                                                     {QStringLiteral("message"), message}}});
    }
    api::Reply reply = json(status, body);
    reply.headers = {{"Content-Type", "application/problem+json"}};
    return reply;
}

api::Reply RecordedBroker::answer(const api::Call& call) {
    std::function<void(const api::Call&)> hook;
    {
        const std::lock_guard lock(m_mutex);
        m_calls.push_back(call);
        hook = m_hook;
    }
    if (hook) {
        hook(call);
    }
    const std::lock_guard lock(m_mutex);
    if (m_away) {
        return {0, {}, "Nobody is there."};
    }
    for (auto it = m_once.begin(); it != m_once.end(); ++it) {
        if (it->first.first == call.method && call.path.starts_with(it->first.second)) {
            api::Reply reply = it->second;
            m_once.erase(it);
            return reply;
        }
    }
    return route(call);
}

api::Reply RecordedBroker::route(const api::Call& call) {
    const QUrl url = QUrl::fromEncoded(QByteArray::fromStdString(call.path));
    const QUrlQuery query(url);
    const QString path = url.path().mid(static_cast<int>(std::string_view("/admin/v1/").size()));
    if (path == QLatin1String("status")) {
        return json(200, recordedStatus());
    }
    if (path == QLatin1String("statistics")) {
        return json(200, recordedStatistics());
    }
    if (path == QLatin1String("expiries")) {
        return json(200, recordedExpiries());
    }
    if (call.method == "GET" && path.startsWith(QLatin1String("tenants/acme/audit"))) {
        return json(200,
                    m_audit.answer(path.mid(static_cast<int>(std::string_view("tenants/acme/audit").size())), query));
    }
    const QStringList segments = path.split(u'/');
    if (segments.value(2) == QLatin1String("sandbox")) {
        const bool practice = segments.value(1) == QLatin1String("acme");
        const QString rest = path.mid(path.indexOf(QLatin1String("/sandbox")) + 8);
        const QJsonObject answer =
            practice ? m_sandbox.answer(QString::fromStdString(call.method), rest, bodyOf(call)) : QJsonObject();
        return answer.isEmpty() ? problem(404, QStringLiteral("not_found"), {}, {}) : json(200, answer);
    }
    if (const auto app = m_objects.find(path.section(u'/', 0, -2));
        app != m_objects.end() && path.contains(QLatin1String("apps/"))) {
        return json(200, recordedAppAct(segments.constLast(), app->second, bodyOf(call)));
    }
    if (call.method != "GET" || m_objects.contains(path)) {
        return tenantRoute(call, segments);
    }
    QJsonArray items;
    for (const auto& [key, object] : m_objects) {
        const bool listed = key.startsWith(path + u'/') && key.count(u'/') == path.count(u'/') + 1;
        const QString outcome = query.queryItemValue(QStringLiteral("outcome"));
        const QString reason = query.queryItemValue(QStringLiteral("reason"));
        const QString search = query.queryItemValue(QStringLiteral("q"));
        const bool wanted =
            (outcome.isEmpty() || object.value(QStringLiteral("outcome")).toString() == outcome) &&
            (reason.isEmpty() || object.value(QStringLiteral("reason")).toString() == reason) &&
            (search.isEmpty() ||
             object.value(QStringLiteral("displayName")).toString().contains(search, Qt::CaseInsensitive));
        if (listed && wanted) {
            items.append(object);
        }
    }
    if (path.endsWith(QLatin1String("usage"))) {
        return json(200, {{QStringLiteral("users"), 3},
                          {QStringLiteral("sessions"), 1},
                          {QStringLiteral("apps"), 2},
                          {QStringLiteral("logins24h"), 7}});
    }
    if (path.endsWith(QLatin1String("sessions")) && items.isEmpty()) {
        items.append(QJsonObject{{QStringLiteral("id"), QStringLiteral("s-1")},
                                 {QStringLiteral("userAgent"), QStringLiteral("Chromium 130 on Linux")},
                                 {QStringLiteral("ip"), QStringLiteral("192.0.2.7")},
                                 {QStringLiteral("connection"), QStringLiteral("contoso")},
                                 {QStringLiteral("lastSeen"), recordedStatus().value(QStringLiteral("startedAt"))}});
    } else if (items.isEmpty() && path.count(u'/') >= 3) {
        return problem(404, QStringLiteral("not_found"), {}, {});
    }
    return json(200, {{QStringLiteral("items"), items}, {QStringLiteral("nextCursor"), QJsonValue::Null}});
}

api::Reply RecordedBroker::tenantRoute(const api::Call& call, const QStringList& segments) {
    const QString path = segments.join(u'/');
    const QString& verb = segments.constLast();
    const QString parent = segments.mid(0, segments.size() - 1).join(u'/');
    if (call.method == "GET") {
        return json(200, m_objects[path]);
    }
    if (call.method == "DELETE") {
        m_objects.erase(path);
        return {204, {}, {}};
    }
    if (call.method == "PATCH") {
        QString key = path;
        for (const auto& [known, object] : m_objects) {
            key = QStringLiteral("tenants/") + object.value(QStringLiteral("id")).toString() == path ? known : key;
        }
        merge(m_objects[key], bodyOf(call));
        return json(200, m_objects[key]);
    }
    if (const qsizetype keys = segments.indexOf(QStringLiteral("keys")); keys == 0 || keys == 2) {
        const QString ring = segments.mid(0, keys + 1).join(u'/') + u'/';
        const QJsonObject key = actOnRecordedKey(m_objects, ring, segments.value(keys + 1), verb);
        return key.isEmpty() ? problem(404, QStringLiteral("not_found"), {}, {}) : json(200, key);
    }
    if (verb == QLatin1String("test")) {
        return json(200, recordedTest());
    }
    if (verb == QLatin1String("test-sign-in")) {
        return json(200, {{QStringLiteral("flowId"), QStringLiteral("f-test")},
                          {QStringLiteral("reference"), QStringLiteral("GH-TEST-0001")},
                          {QStringLiteral("url"), QStringLiteral("http://127.0.0.1:8480/t/acme/test-sign-in/ghls_x")}});
    }
    if (verb == QLatin1String("preview") && path.contains(QLatin1String("/scim-syncs/"))) {
        return json(200, recordedPlan());
    }
    if (verb == QLatin1String("preview")) {
        return preview(call);
    }
    if (verb == QLatin1String("deactivate") || verb == QLatin1String("activate")) {
        m_objects[parent].insert(QStringLiteral("active"), verb == QLatin1String("activate"));
        return json(200, m_objects[parent]);
    }
    if (verb == QLatin1String("verify")) {
        m_objects[parent].insert(QStringLiteral("status"), QStringLiteral("verified"));
        return json(200, m_objects[parent]);
    }
    if (verb == QLatin1String("revoke-sessions") && m_objects.contains(parent)) {
        return json(200, m_objects[parent]);
    }
    QJsonObject made = bodyOf(call);
    const QString name =
        made.value(made.contains(QStringLiteral("slug")) ? QStringLiteral("slug") : QStringLiteral("name")).toString();
    const QString chosen = made.value(QStringLiteral("id")).toString();
    const QString id = chosen.isEmpty() ? QStringLiteral("new-") + name : chosen;
    made.insert(QStringLiteral("id"), id);
    if (made.contains(QStringLiteral("clientSecret"))) { // which never comes back
        made.remove(QStringLiteral("clientSecret"));
        made.insert(QStringLiteral("hasClientSecret"), true);
    }
    const bool byId = verb == QLatin1String("connections") || verb == QLatin1String("apps");
    QJsonObject answer = made;
    if (verb == QLatin1String("apps")) {
        made = createdApp(made);
        answer = made;
        if (made.contains(QStringLiteral("secrets"))) {
            answer.insert(QStringLiteral("clientSecret"),
                          QStringLiteral("created-secret-of-forty-three-characters-3456"));
        }
    }
    m_objects[path + u'/' + (byId ? id : name)] = made;
    return json(201, answer);
}

/// Reads only what the tests look at: the claims' e-mail address and name.
api::Reply RecordedBroker::preview(const api::Call& call) const {
    const QJsonObject asked = bodyOf(call);
    QJsonObject claims = asked.value(QStringLiteral("claims")).toObject();
    const auto flow =
        m_objects.find(QStringLiteral("tenants/acme/flows/") + asked.value(QStringLiteral("flowId")).toString());
    if (flow != m_objects.end()) {
        for (const QJsonValue& step : flow->second.value(QStringLiteral("steps")).toArray()) {
            claims = step[QStringLiteral("data")][QStringLiteral("claims")].toObject();
        }
    }
    const QString mail = claims.value(QStringLiteral("email")).toString().toLower();
    const QString name = claims.value(QStringLiteral("name")).toString();
    const auto step = [](const char* target, const QJsonValue& value, const char* what) {
        return QJsonObject{{QStringLiteral("target"), QLatin1String(target)},
                           {QStringLiteral("source"), QLatin1String(target)},
                           {QStringLiteral("value"), value},
                           {QStringLiteral("step"), QLatin1String(what)}};
    };
    QJsonArray trace{step("displayName", name, "source"), step("department", QStringLiteral("Engineering"), "source"),
                     step("roles", QJsonArray{QStringLiteral("admin")}, "matched"),
                     step("roles", QJsonArray{QStringLiteral("approver")}, "not matched")};
    if (mail.isEmpty()) {
        trace.append(step("email", QJsonValue::Null, "missing"));
        return json(200,
                    {{QStringLiteral("outcome"), QStringLiteral("reject")},
                     {QStringLiteral("claims"), claims},
                     {QStringLiteral("user"), QJsonObject{{QStringLiteral("displayName"), name}}},
                     {QStringLiteral("trace"), trace},
                     {QStringLiteral("errors"),
                      QJsonArray{QJsonObject{{QStringLiteral("code"), QStringLiteral("mapping_missing_email")},
                                             {QStringLiteral("claim"), QStringLiteral("email")},
                                             {QStringLiteral("message"),
                                              QStringLiteral("No e-mail address: nobody would be provisioned.")}}}}});
    }
    trace.append(step("email", mail, "lowercase"));
    return json(200, {{QStringLiteral("outcome"), QStringLiteral("create")},
                      {QStringLiteral("claims"), claims},
                      {QStringLiteral("user"),
                       QJsonObject{{QStringLiteral("userName"), mail},
                                   {QStringLiteral("email"), mail},
                                   {QStringLiteral("emailVerified"), false},
                                   {QStringLiteral("displayName"), name},
                                   {QStringLiteral("attributes"),
                                    QJsonObject{{QStringLiteral("department"), QStringLiteral("Engineering")}}}}},
                      {QStringLiteral("roles"), QJsonArray{QStringLiteral("admin"), QStringLiteral("member")}},
                      {QStringLiteral("groups"), QJsonArray{QStringLiteral("eng"), QStringLiteral("eng-admins")}},
                      {QStringLiteral("trace"), trace},
                      {QStringLiteral("errors"), QJsonArray()}});
}

} // namespace gatehouse::tests
