// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "http/client.h"
#include "scim/tester/tester.h"
#include "json/json.h"

namespace gatehouse::scim::tester {

inline constexpr std::string_view kUserUrn = "urn:ietf:params:scim:schemas:core:2.0:User";
inline constexpr std::string_view kGroupUrn = "urn:ietf:params:scim:schemas:core:2.0:Group";
inline constexpr std::string_view kEnterpriseUrn = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

/// What the server said.
struct Answer {
    int status = 0; ///< 0: nothing came
    http::Headers headers;
    std::string text;
    json::Value body;    ///< null where there is none, or no JSON
    std::string problem; ///< why nothing came

    [[nodiscard]] bool is(int wanted) const { return status == wanted; }
    [[nodiscard]] bool refused() const { return status >= 400 && status < 500; }
    /// The value at a JSON Pointer, or null.
    [[nodiscard]] const json::Value& at(std::string_view pointer) const;
    [[nodiscard]] std::string textAt(std::string_view pointer) const;
    /// `Resources` of a list, or none.
    [[nodiscard]] const json::Array& resources() const;
    /// "HTTP 400 invalidFilter: ...", for a report.
    [[nodiscard]] std::string said() const;
};

/// One sentence that a server has to live up to.
struct Rule {
    std::string_view name; ///< behind the chapter's
    std::string_view spec;
    std::string_view expected;
    enum class Grade { Must, Should } grade = Grade::Must;
};

/// What the server says of itself.
struct Features {
    bool patch = false;
    bool bulk = false;
    bool filter = false;
    bool sort = false;
    bool etag = false;
    bool cursor = false;
    bool groups = false;
    bool enterprise = false;
    std::int64_t maxOperations = 0;
};

/// Asks the server and keeps what was found. What a chapter makes is remembered, and taken away by tidyUp().
class Probe {
public:
    Probe(http::Client& client, const Subject& subject);

    // Asking. `path` is behind the service's address, with its query.
    Answer get(const std::string& path) { return send("GET", path); }
    Answer post(const std::string& path, const json::Value& body) { return send("POST", path, json::write(body)); }
    Answer put(const std::string& path, const json::Value& body) { return send("PUT", path, json::write(body)); }
    Answer patch(const std::string& path, json::Array operations);
    Answer erase(const std::string& path) { return send("DELETE", path); }
    Answer send(std::string_view method, const std::string& path, std::string body = {},
                std::initializer_list<std::pair<std::string_view, std::string>> headers = {});
    /// The list that a filter gives.
    Answer find(const std::string& filter, const std::string& endpoint = "/Users", const std::string& more = {});

    // Judging.
    void chapter(std::string_view name) { m_chapter = name; }
    void that(const Rule& rule, bool held, std::string actual);
    void that(const Rule& rule, bool held, const Answer& answer) { that(rule, held, answer.said()); }
    /// The status is `wanted`.
    void status(std::string_view name, std::string_view spec, const Answer& answer, int wanted);
    /// The value at `pointer` is `wanted`.
    void value(std::string_view name, std::string_view spec, const Answer& answer, std::string_view pointer,
               const json::Value& wanted);
    /// The answer is an error with this status; that it names another `scimType`, or none, is a warning.
    void refusal(std::string_view name, std::string_view spec, const Answer& answer, int wanted,
                 std::string_view scimType = {});
    void skip(std::string_view name, std::string why);

    // What the chapters work with.
    /// A name that nobody has: "gatehouse-test-<run>-<label>".
    [[nodiscard]] std::string nameOf(std::string_view label) const { return m_prefix + std::string(label); }
    [[nodiscard]] const std::string& prefix() const { return m_prefix; }
    /// A person with name, e-mail and external id by that label, and what else is given; sent by nobody yet.
    [[nodiscard]] json::Object person(std::string_view label, const json::Object& more = {}) const;
    /// Makes it at the server. The id is empty where that failed.
    std::string addPerson(std::string_view label, const json::Object& more = {});
    std::string addGroup(std::string_view label, const std::vector<std::string>& members = {});
    /// Remembers what an answer to POST made.
    void keep(const std::string& endpoint, const Answer& answer);
    void forget(const std::string& path);
    /// Deletes what is left; the number of what would not go.
    std::size_t tidyUp();

    Features features;
    [[nodiscard]] bool outOfTime() const { return std::chrono::steady_clock::now() >= m_end; }
    [[nodiscard]] std::size_t requests() const { return m_requests; }
    [[nodiscard]] Checks take() { return std::move(m_checks); }

private:
    Answer once(const http::OutboundRequest& request);

    http::Client& m_client;
    const Subject& m_subject;
    std::chrono::steady_clock::time_point m_end;
    std::string m_prefix;
    std::string_view m_chapter;
    Checks m_checks;
    std::vector<std::string> m_made;
    std::size_t m_requests = 0;
};

/// {"op","path","value"}; without a path or a value where those are empty or null.
[[nodiscard]] json::Object operation(std::string_view op, std::string_view path, json::Value value = nullptr);
/// The first element of a list whose member `name` has this text, or nullptr.
[[nodiscard]] const json::Object* elementWith(const json::Value& list, std::string_view name, std::string_view text);
/// Numbers and texts that mean the same.
[[nodiscard]] bool same(const json::Value& left, const json::Value& right);

} // namespace gatehouse::scim::tester
