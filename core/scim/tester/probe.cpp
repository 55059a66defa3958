// SPDX-License-Identifier: Apache-2.0
#include "scim/tester/probe.h"

#include <algorithm>
#include <charconv>
#include <thread>

#include "base/encoding.h"
#include "crypto/random.h"
#include "http/forms.h"
#include "scim/dialects.h"

namespace gatehouse::scim::tester {
namespace {

constexpr std::size_t kShown = 200; // octets of an answer that a report quotes
constexpr int kPatience = 5;        // times that 429 is waited out
constexpr json::Limits kLimits{.bytes = 16UL * 1024 * 1024, .depth = 64};

std::string shown(const json::Value& value) {
    std::string text = value.is_null() ? "nothing" : json::write(value);
    if (text.size() > kShown) {
        text.resize(kShown);
        text += "...";
    }
    return text;
}

/// Seconds of Retry-After (RFC 9110, 10.2.3), few enough to be waited for.
std::chrono::seconds pause(const http::Headers& headers) {
    const std::string_view text = headers.get("Retry-After").value_or("1");
    int seconds = 1;
    std::from_chars(text.data(), text.data() + text.size(), seconds);
    return std::chrono::seconds(std::clamp(seconds, 1, 5));
}

} // namespace

const json::Value& Answer::at(std::string_view pointer) const {
    static const json::Value nothing;
    const json::Value* found = json::at(body, pointer);
    return found != nullptr ? *found : nothing;
}

std::string Answer::textAt(std::string_view pointer) const {
    const json::Value& found = at(pointer);
    return found.is_string() ? std::string(json::view(found.get_string())) : std::string();
}

const json::Array& Answer::resources() const {
    static const json::Array nothing;
    const json::Value& found = at("/Resources");
    return found.is_array() ? found.get_array() : nothing;
}

std::string Answer::said() const {
    if (status == 0) {
        return problem;
    }
    std::string out = "HTTP " + std::to_string(status);
    if (const std::string type = textAt("/scimType"); !type.empty()) {
        out += " " + type;
    }
    if (const std::string detail = textAt("/detail"); !detail.empty()) {
        out += ": " + detail.substr(0, kShown);
    } else if (body.is_object() && body.get_object().contains("totalResults")) {
        out += ", totalResults " + shown(at("/totalResults"));
    }
    return out;
}

Probe::Probe(http::Client& client, const Subject& subject)
    : m_client(client)
    , m_subject(subject)
    , m_end(std::chrono::steady_clock::now() + subject.patience)
    , m_prefix("gatehouse-test-" + hexEncode(crypto::randomBytes(5)) + "-") {}

Answer Probe::once(const http::OutboundRequest& request) {
    Answer answer;
    ++m_requests;
    auto response = m_client.send(m_subject.pool, request);
    if (!response) {
        answer.problem = response.error().reason + ": " + response.error().detail;
        return answer;
    }
    answer.status = response->status;
    answer.headers = std::move(response->headers);
    answer.text = std::move(response->body);
    if (auto read = json::parse(answer.text, kLimits)) {
        answer.body = *std::move(read);
    }
    return answer;
}

Answer Probe::send(std::string_view method, const std::string& path, std::string body,
                   std::initializer_list<std::pair<std::string_view, std::string>> headers) {
    http::OutboundRequest request;
    request.method = method;
    request.url = m_subject.url + path;
    request.maxBytes = kLimits.bytes;
    request.deadline = std::chrono::seconds(20);
    request.headers.set("Accept", "application/scim+json, application/json");
    if (!m_subject.token.empty()) {
        request.headers.set("Authorization", "Bearer " + m_subject.token);
    }
    if (!body.empty()) {
        request.headers.set("Content-Type", "application/scim+json");
    }
    for (const auto& [name, value] : headers) {
        if (value.empty()) {
            request.headers.remove(name);
        } else {
            request.headers.set(name, value);
        }
    }
    request.body = std::move(body);
    Answer answer = once(request);
    for (int tries = 0; answer.is(429) && tries < kPatience && !outOfTime(); ++tries) {
        std::this_thread::sleep_for(pause(answer.headers));
        answer = once(request);
    }
    return answer;
}

Answer Probe::patch(const std::string& path, json::Array operations) {
    return send(
        "PATCH", path,
        json::write(json::Object{{"schemas", json::Array{kPatchSchema}}, {"Operations", std::move(operations)}}));
}

Answer Probe::find(const std::string& filter, const std::string& endpoint, const std::string& more) {
    return get(endpoint + "?filter=" + http::percentEncode(filter) + more);
}

void Probe::that(const Rule& rule, bool held, std::string actual) {
    const Check::Status bad = rule.grade == Rule::Grade::Must ? Check::Status::Fail : Check::Status::Warn;
    m_checks.push_back({std::string(m_chapter) + "." + std::string(rule.name),
                        held ? Check::Status::Ok : bad,
                        std::string(rule.expected),
                        std::move(actual),
                        {},
                        std::string(rule.spec)});
}

void Probe::status(std::string_view name, std::string_view spec, const Answer& answer, int wanted) {
    const std::string expected = "HTTP " + std::to_string(wanted);
    that({name, spec, expected}, answer.is(wanted), answer);
}

void Probe::value(std::string_view name, std::string_view spec, const Answer& answer, std::string_view pointer,
                  const json::Value& wanted) {
    const json::Value& actual = answer.at(pointer);
    const std::string expected = std::string(pointer.substr(1)) + " is " + shown(wanted);
    const std::string came = answer.status >= 200 && answer.status < 300 ? shown(actual) : answer.said();
    that({name, spec, expected}, same(actual, wanted), came);
}

void Probe::refusal(std::string_view name, std::string_view spec, const Answer& answer, int wanted,
                    std::string_view scimType) {
    std::string expected = "HTTP " + std::to_string(wanted);
    if (!scimType.empty()) {
        expected += " " + std::string(scimType);
    }
    const bool typed = scimType.empty() || answer.textAt("/scimType") == scimType;
    const auto grade = answer.is(wanted) && !typed ? Rule::Grade::Should : Rule::Grade::Must;
    that({name, spec, expected, grade}, answer.is(wanted) && typed, answer);
}

void Probe::skip(std::string_view name, std::string why) {
    m_checks.push_back(
        {std::string(m_chapter) + "." + std::string(name), Check::Status::Skipped, {}, std::move(why), {}, {}});
}

json::Object Probe::person(std::string_view label, const json::Object& more) const {
    const std::string name = nameOf(label);
    json::Object out{
        {"schemas", json::Array{kUserUrn}},
        {"userName", name},
        {"externalId", "ext-" + name},
        {"displayName", "Test " + std::string(label)},
        {"name", json::Object{{"givenName", "Test"}, {"familyName", label}}},
        {"emails", json::Array{json::Object{{"value", name + "@example.com"}, {"type", "work"}, {"primary", true}}}},
        {"active", true}};
    for (const auto& member : more) {
        out[member.key()] = member.value();
    }
    return out;
}

std::string Probe::addPerson(std::string_view label, const json::Object& more) {
    const Answer answer = post("/Users", person(label, more));
    keep("/Users", answer);
    return answer.is(201) ? answer.textAt("/id") : std::string();
}

std::string Probe::addGroup(std::string_view label, const std::vector<std::string>& members) {
    json::Array list;
    for (const std::string& member : members) {
        list.push_back(json::Object{{"value", member}});
    }
    const Answer answer = post("/Groups", json::Object{{"schemas", json::Array{kGroupUrn}},
                                                       {"displayName", nameOf(label)},
                                                       {"members", std::move(list)}});
    keep("/Groups", answer);
    return answer.is(201) ? answer.textAt("/id") : std::string();
}

void Probe::keep(const std::string& endpoint, const Answer& answer) {
    const std::string id = answer.textAt("/id");
    if (answer.status / 100 == 2 && !id.empty()) {
        m_made.push_back(endpoint + "/" + http::percentEncode(id));
    }
}

void Probe::forget(const std::string& path) {
    std::erase(m_made, path);
}

std::size_t Probe::tidyUp() {
    std::size_t left = 0;
    for (auto path = m_made.rbegin(); path != m_made.rend(); ++path) {
        const Answer answer = erase(*path);
        left += answer.is(204) || answer.is(200) || answer.is(404) ? 0U : 1U;
    }
    m_made.clear();
    return left;
}

json::Object operation(std::string_view op, std::string_view path, json::Value value) {
    json::Object out{{"op", op}};
    if (!path.empty()) {
        out["path"] = path;
    }
    if (!value.is_null()) {
        out["value"] = std::move(value);
    }
    return out;
}

const json::Object* elementWith(const json::Value& list, std::string_view name, std::string_view text) {
    if (!list.is_array()) {
        return nullptr;
    }
    for (const json::Value& each : list.get_array()) {
        if (each.is_object() && json::stringMember(each.get_object(), name) == text) {
            return &each.get_object();
        }
    }
    return nullptr;
}

bool same(const json::Value& left, const json::Value& right) {
    return left == right || (left.is_number() && right.is_number() && json::write(left) == json::write(right));
}

} // namespace gatehouse::scim::tester
