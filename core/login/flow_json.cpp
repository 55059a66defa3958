// SPDX-License-Identifier: Apache-2.0
#include "login/flow_json.h"

#include "login/explanation.h"
#include "login/recording.h"

namespace gatehouse::login {
namespace {

constexpr std::size_t kUsualSize = 4096; ///< of the sealed form

json::Value timeOrNull(const std::optional<Time>& time) {
    return time ? json::Value(toRfc3339(*time)) : json::Value(nullptr);
}

std::string text(const json::Object& object, std::string_view name) {
    return std::string(json::stringMember(object, name).value_or(""));
}

json::Array stepsJson(const Flow& flow) {
    json::Array steps;
    for (const Step& step : flow.steps) {
        steps.push_back(json::Object{{"name", step.name}, {"at", toRfc3339(step.at)}, {"data", step.data}});
    }
    return steps;
}

json::Array checksJson(const Flow& flow) {
    json::Array checks;
    for (const Check& check : flow.checks) {
        checks.push_back(toJson(check));
    }
    return checks;
}

void writeSteps(json::TextWriter& out, const std::vector<Step>& steps) {
    out.key("steps");
    out.beginArray();
    for (const Step& step : steps) {
        out.beginObject();
        out.member("name", step.name);
        out.member("at", toRfc3339(step.at));
        out.member("data", step.data);
        out.endObject();
    }
    out.endArray();
}

// What is empty is left out.
void writeChecks(json::TextWriter& out, const Checks& checks) {
    out.key("checks");
    out.beginArray();
    for (const Check& check : checks) {
        out.beginObject();
        out.member("name", check.name);
        if (check.status != Check::Status::Ok) {
            out.member("status", statusName(check.status));
        }
        out.memberIfAny("expected", check.expected);
        out.memberIfAny("actual", check.actual);
        out.memberIfAny("cure", check.cure);
        out.memberIfAny("spec", check.spec);
        out.endObject();
    }
    out.endArray();
}

void writeTrip(json::TextWriter& out, const Trip& trip) {
    out.key("trip");
    out.beginObject();
    out.member("nonce", trip.nonce);
    out.member("codeVerifier", trip.codeVerifier);
    out.member("redirectUri", trip.redirectUri);
    out.memberArray("acrValues", trip.acrValues);
    out.member("acrEssential", trip.acrEssential);
    if (!trip.acrMeeting.empty()) {
        out.memberArray("acrMeeting", trip.acrMeeting);
    }
    out.memberIfAny("session", trip.session.text());
    out.member("forceLogin", trip.forceLogin);
    out.member("silent", trip.silent);
    out.member("loginHint", trip.loginHint);
    out.member("uiLocales", trip.uiLocales);
    if (trip.maxAge) {
        out.member("maxAge", trip.maxAge->count());
    }
    out.endObject();
}

Trip readTrip(const json::Object& object) {
    Trip trip;
    trip.nonce = text(object, "nonce");
    trip.codeVerifier = text(object, "codeVerifier");
    trip.redirectUri = text(object, "redirectUri");
    trip.acrValues = json::stringsMember(object, "acrValues").value_or(std::vector<std::string>());
    trip.acrMeeting = json::stringsMember(object, "acrMeeting").value_or(std::vector<std::string>());
    trip.session = SessionId(text(object, "session"));
    trip.acrEssential = json::boolMember(object, "acrEssential").value_or(false);
    trip.forceLogin = json::boolMember(object, "forceLogin").value_or(false);
    trip.silent = json::boolMember(object, "silent").value_or(false);
    trip.loginHint = text(object, "loginHint");
    trip.uiLocales = text(object, "uiLocales");
    if (const auto maxAge = json::integerMember(object, "maxAge")) {
        trip.maxAge = Seconds(*maxAge);
    }
    return trip;
}

Check::Status statusFrom(std::string_view name) {
    if (name.empty()) {
        return Check::Status::Ok;
    }
    for (const Check::Status status : {Check::Status::Ok, Check::Status::Warn, Check::Status::Skipped}) {
        if (name == statusName(status)) {
            return status;
        }
    }
    return Check::Status::Fail;
}

} // namespace

const char* outcomeName(Outcome outcome) {
    switch (outcome) {
    case Outcome::Started:
        return "started";
    case Outcome::Success:
        return "success";
    case Outcome::Failure:
        return "failure";
    }
    return "failure";
}

json::Object toJson(const Check& check) {
    return {{"name", check.name},         {"status", statusName(check.status)},
            {"expected", check.expected}, {"actual", check.actual},
            {"cure", check.cure},         {"cureBy", cureByOf(check)},
            {"spec", check.spec}};
}

json::Array messagesJson(const std::vector<Message>& messages, Time begin) {
    json::Array out;
    for (const Message& message : messages) {
        out.push_back(toJson(message, begin));
    }
    return out;
}

json::Object toJson(const Flow& flow, bool whole, const Recording* recording) {
    json::Object out;
    out["id"] = flow.id.text();
    out["reference"] = flow.reference;
    out["tenant"] = flow.tenantSlug;
    out["startedAt"] = toRfc3339(flow.startedAt);
    out["finishedAt"] = timeOrNull(flow.finishedAt);
    out["durationMs"] = flow.finishedAt ? (*flow.finishedAt - flow.startedAt).count() : 0;
    out["outcome"] = outcomeName(flow.outcome);
    out["reason"] = flow.reason;
    out["test"] = flow.test;
    out["message"] = flow.reason.empty() ? std::string_view() : explain(flow.reason).message;
    out["cure"] = flow.reason.empty() ? std::string_view() : explain(flow.reason).cure;
    out["cureBy"] = flow.reason.empty() ? std::string_view() : cureByName(explain(flow.reason));
    out["connectionId"] = flow.connection.text();
    out["connection"] = flow.connectionName;
    out["appId"] = flow.app.text();
    out["app"] = flow.appName;
    out["userId"] = flow.user ? flow.user->text() : std::string();
    out["user"] = flow.userName;
    out["ip"] = flow.ip;
    out["recorded"] = flow.recorded;
    if (whole) {
        out["steps"] = stepsJson(flow);
        out["checks"] = checksJson(flow);
        out["messages"] = messagesJson(recording == nullptr ? flow.messages : recording->messages, flow.startedAt);
        out["connectionVersion"] = recording == nullptr ? 0 : recording->connectionVersion;
        out["tenantVersion"] = recording == nullptr ? 0 : recording->tenantVersion;
    }
    return out;
}

std::string sealedText(const Flow& flow) {
    std::string text;
    text.reserve(kUsualSize);
    json::TextWriter out(text);
    out.beginObject();
    out.member("reference", flow.reference);
    out.member("tenant", flow.tenantSlug);
    out.member("reason", flow.reason);
    out.member("appName", flow.appName);
    out.member("connectionName", flow.connectionName);
    out.member("userName", flow.userName);
    out.member("ip", flow.ip);
    out.member("userAgent", flow.userAgent);
    writeSteps(out, flow.steps);
    writeChecks(out, flow.checks);
    if (flow.test) {
        out.member("test", true);
    }
    if (flow.outcome == Outcome::Started) {
        out.member("request", flow.request);
        writeTrip(out, flow.trip);
        out.member("browser", base64UrlEncode(flow.browserHash));
        out.key("messages");
        out.beginArray();
        for (const Message& message : flow.messages) {
            writeKept(out, message);
        }
        out.endArray();
    }
    out.endObject();
    return text;
}

Status readSealed(std::string_view sealed, Flow& flow) {
    TRY(object, json::parseObject(sealed));
    flow.reference = text(object, "reference");
    flow.tenantSlug = text(object, "tenant");
    flow.reason = text(object, "reason");
    flow.test = json::boolMember(object, "test").value_or(false);
    flow.appName = text(object, "appName");
    flow.connectionName = text(object, "connectionName");
    flow.userName = text(object, "userName");
    flow.ip = text(object, "ip");
    flow.userAgent = text(object, "userAgent");
    if (const json::Object* request = json::objectMember(object, "request")) {
        flow.request = *request;
    }
    if (const json::Object* trip = json::objectMember(object, "trip")) {
        flow.trip = readTrip(*trip);
    }
    TRY(browser, base64UrlDecode(text(object, "browser")));
    flow.browserHash = std::move(browser);
    if (const json::Array* steps = json::arrayMember(object, "steps")) {
        for (const json::Value& item : *steps) {
            const json::Object& step = item.as_object();
            const auto at = parseRfc3339(text(step, "at"));
            const json::Object* data = json::objectMember(step, "data");
            flow.steps.push_back({text(step, "name"), at.value_or(Time()), data == nullptr ? json::Object() : *data});
        }
    }
    if (const json::Array* messages = json::arrayMember(object, "messages")) {
        for (const json::Value& item : *messages) {
            flow.messages.push_back(messageFrom(item.as_object()));
        }
    }
    if (const json::Array* checks = json::arrayMember(object, "checks")) {
        for (const json::Value& item : *checks) {
            const json::Object& check = item.as_object();
            flow.checks.push_back({text(check, "name"), statusFrom(text(check, "status")), text(check, "expected"),
                                   text(check, "actual"), text(check, "cure"), text(check, "spec")});
        }
    }
    return {};
}

} // namespace gatehouse::login
