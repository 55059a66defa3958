// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/recorded_sandbox.h"

#include <QJsonDocument>

namespace gatehouse::tests {
namespace {

const char* const kState =
    "{\"issuer\":\"http://127.0.0.1:8480/sandbox/acme\",\"clientId\":\"practice\",\"hold\":false,"
    "\"signInUrl\":\"http://127.0.0.1:8480/demo/login?connection=practice&prompt=login\","
    "\"snapshot\":{\"takenAt\":\"2026-11-21T08:00:00Z\",\"checksum\":\"5f0c\"},"
    "\"faults\":[{\"name\":\"no_email\",\"title\":\"Leaves the e-mail address out\",\"on\":false},"
    "{\"name\":\"wrong_audience\",\"title\":\"Makes the token or assertion out to somebody else\",\"on\":false},"
    "{\"name\":\"expired\",\"title\":\"Issues ID tokens that have expired\",\"on\":true},"
    "{\"name\":\"weak_acr\",\"title\":\"Signs in by password alone, whatever was asked for\",\"on\":false},"
    "{\"name\":\"clock_off\",\"title\":\"Has its clock seven minutes ahead\",\"on\":false},"
    "{\"name\":\"replayed_answer\",\"title\":\"Delivers its answer twice, as somebody who copied it "
    "would\",\"on\":false}],"
    "\"personas\":["
    "{\"name\":\"ana\",\"title\":\"An engineer with an admin group\",\"claims\":{\"sub\":\"9f1c\",\"email\":"
    "\"Ana@Acme.example\",\"name\":\"Ana Example\",\"groups\":[\"eng\",\"eng-admins\"],\"org\":{\"department\":"
    "\"Engineering\"},\"level\":4,\"oid\":\"72f9\"}},"
    "{\"name\":\"nomail\",\"title\":\"The provider sends no e-mail address\",\"claims\":{\"sub\":\"11aa\",\"name\":"
    "\"No Mail\"}}],"
    "\"scenarios\":[{\"name\":\"code-flow\",\"title\":\"Sign-in by code with PKCE\",\"teaches\":\"How a sign-in runs "
    "when everything is right: two codes, two sets of tokens, and no password at the app.\",\"persona\":\"ana\","
    "\"faults\":[],\"acr\":\"\",\"expects\":\"\",\"steps\":["
    "{\"name\":\"authorize\",\"caption\":\"The app asks for a sign-in; Gatehouse sends the browser on.\"},"
    "{\"name\":\"callback\",\"caption\":\"The provider's code came back and its ID token was checked.\"},"
    "{\"name\":\"token\",\"caption\":\"The app redeems its code with its PKCE verifier.\"}]},"
    "{\"name\":\"missing-email\",\"title\":\"A missing e-mail address\",\"teaches\":\"Without an e-mail address nobody "
    "is "
    "provisioned.\",\"persona\":\"ana\",\"faults\":[\"no_email\"],\"acr\":\"\",\"expects\":\"mapping_missing_email\","
    "\"steps\":[{\"name\":\"authorize\",\"caption\":\"The app asks for a "
    "sign-in.\"},{\"name\":\"callback\",\"caption\":"
    "\"The mapping finds no e-mail address.\"}]},"
    "{\"name\":\"expired-token\",\"title\":\"An expired token\",\"teaches\":\"A token that was good an hour ago proves "
    "nothing now.\",\"persona\":\"ana\",\"faults\":[\"expired\"],\"acr\":\"\",\"expects\":\"id_token.exp\",\"steps\":["
    "{\"name\":\"authorize\",\"caption\":\"The app asks for a sign-in.\"},{\"name\":\"callback\",\"caption\":\"Compare "
    "exp with the time of the check.\"}]}]}";

QString text(const char* latin) {
    return QString::fromLatin1(latin);
}

} // namespace

RecordedSandbox::RecordedSandbox()
    : m_state(QJsonDocument::fromJson(kState).object()) {}

QJsonObject RecordedSandbox::update(const QJsonObject& body) {
    if (body.contains(text("hold"))) {
        m_state.insert(text("hold"), body.value(text("hold")));
        if (!isHolding()) {
            m_held = {};
            m_toCome.clear();
        }
    }
    QJsonArray faults = m_state.value(text("faults")).toArray();
    for (const QJsonValue& wanted : body.value(text("faults")).toArray()) {
        for (QJsonValueRef each : faults) {
            QJsonObject fault = each.toObject();
            if (fault.value(text("name")) == wanted[text("name")]) {
                fault.insert(text("on"), wanted[text("on")]);
                each = fault;
            }
        }
    }
    m_state.insert(text("faults"), faults);
    return m_state;
}

void RecordedSandbox::holdNext() {
    if (m_toCome.isEmpty()) {
        return;
    }
    const QString step = m_toCome.takeFirst();
    const bool toApp = step == QLatin1String("token");
    m_held.append(QJsonObject{
        {text("id"), QString::number(++m_last)},
        {text("step"), step},
        {text("direction"), toApp ? text("to-app") : text("to-browser")},
        {text("from"), text("Gatehouse")},
        {text("to"), toApp ? text("App") : text("Browser")},
        {text("caption"), text("This is what happens at ") + step + u'.'},
        {text("reference"), QString()},
        {text("since"), text("2026-11-21T12:00:00Z")},
        {text("message"), QJsonObject{{text("request"), QJsonObject{{text("path"), text("/t/acme/oauth2/") + step},
                                                                    {text("login_hint"), text("ana@acme.example")}}},
                                      {text("response"), QJsonObject{{text("status"), 303}}}}}});
}

QJsonObject RecordedSandbox::start(const QString& scenario) {
    for (const QJsonValue& each : m_state.value(text("scenarios")).toArray()) {
        if (each[text("name")].toString() != scenario) {
            continue;
        }
        m_toCome.clear();
        for (const QJsonValue& step : each[text("steps")].toArray()) {
            m_toCome.append(step[text("name")].toString());
        }
        if (isHolding()) {
            holdNext();
        }
        return {{text("url"), text("http://127.0.0.1:8480/demo/login?login_hint=ana")},
                {text("scenario"), scenario},
                {text("persona"), text("ana")},
                {text("faults"), each[text("faults")]},
                {text("expects"), each[text("expects")]}};
    }
    return {};
}

QJsonObject RecordedSandbox::release() {
    if (m_held.isEmpty()) {
        return {};
    }
    const QJsonObject step = m_held.takeAt(0).toObject();
    holdNext();
    return step;
}

QJsonObject RecordedSandbox::answer(const QString& method, const QString& rest, const QJsonObject& body) {
    if (rest.isEmpty()) {
        return method == QLatin1String("PATCH") ? update(body) : m_state;
    }
    if (rest == QLatin1String("/held")) {
        return {{text("items"), m_held}, {text("nextCursor"), QJsonValue::Null}};
    }
    if (rest == QLatin1String("/next")) {
        return release();
    }
    if (rest == QLatin1String("/release-all")) {
        const auto count = m_held.size();
        m_held = {};
        return {{text("released"), static_cast<int>(count)}};
    }
    if (rest == QLatin1String("/snapshot")) {
        return m_state.value(text("snapshot")).toObject();
    }
    if (rest == QLatin1String("/reset")) {
        m_held = {};
        return {{text("takenAt"), text("2026-11-21T08:00:00Z")},
                {text("checksum"), text("5f0c")},
                {text("rows"), 3},
                {text("sessionsEnded"), 1}};
    }
    return start(rest.section(u'/', 2, 2));
}

} // namespace gatehouse::tests
