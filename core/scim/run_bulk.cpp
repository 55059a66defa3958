// SPDX-License-Identifier: Apache-2.0
#include <functional>
#include <queue>
#include <unordered_map>

#include "scim/bulk.h"
#include "scim/errors.h"
#include "scim/text.h"

namespace gatehouse::scim {
namespace {

constexpr std::string_view kPrefix = "bulkId:";

/// Calls `visit` with each text below `value` that stands for another operation, and puts what it gives in its place.
template <class Visit>
void visitReferences(json::Value& value, const Visit& visit) {
    if (json::Object* object = value.if_object()) {
        for (auto& each : *object) {
            visitReferences(each.value(), visit);
        }
    } else if (json::Array* list = value.if_array()) {
        for (json::Value& each : *list) {
            visitReferences(each, visit);
        }
    } else if (value.is_string() && json::view(value.get_string()).starts_with(kPrefix)) {
        const std::string name(json::view(value.get_string()).substr(kPrefix.size()));
        if (const std::optional<std::string> id = visit(name)) {
            value = jsonText(*id);
        }
    }
}

template <class Visit>
void visitReferences(BulkOperation& operation, const Visit& visit) {
    visitReferences(operation.data, visit);
    if (operation.id.starts_with(kPrefix)) {
        if (const std::optional<std::string> id = visit(operation.id.substr(kPrefix.size()))) {
            operation.id = *id;
        }
    }
}

enum class Progress { Waiting, Done, Failed };

} // namespace

class BulkRun::State {
public:
    State(const BulkRequest& request, std::string_view base)
        : m_failOnErrors(request.failOnErrors)
        , m_base(base)
        , m_operations(request.operations)
        , m_states(m_operations.size(), Progress::Waiting)
        , m_answers(m_operations.size())
        , m_waitsFor(m_operations.size(), 0)
        , m_waiters(m_operations.size()) {
        for (std::size_t i = 0; i < m_operations.size(); ++i) {
            if (!m_operations[i].bulkId.empty()) {
                m_places[m_operations[i].bulkId] = i;
            }
        }
        for (std::size_t i = 0; i < m_operations.size(); ++i) {
            findReferences(i);
        }
        for (std::size_t i = 0; i < m_operations.size(); ++i) {
            if (m_waitsFor[i] == 0) {
                m_ready.push(i);
            }
        }
        failCircles();
    }

    [[nodiscard]] bool isOver() const { return m_ready.empty() || tooManyErrors(); }

    /// Always the first of those that wait for nobody.
    bool step(const BulkPerform& perform) {
        if (isOver()) {
            return true;
        }
        const std::size_t i = m_ready.top();
        m_ready.pop();
        runOne(i, perform);
        for (const std::size_t waiter : m_waiters[i]) {
            if (m_waitsFor[waiter] > 0 && --m_waitsFor[waiter] == 0) {
                m_ready.push(waiter);
            }
        }
        failCircles();
        return m_states[i] == Progress::Done;
    }

    json::Object answer() {
        json::Array answers;
        for (json::Value& answer : m_answers) {
            if (!answer.is_null()) {
                answers.push_back(std::move(answer));
            }
        }
        return {{"schemas", json::Array{json::Value(jsonText(kBulkResponseSchema))}},
                {"Operations", std::move(answers)}};
    }

private:
    void findReferences(std::size_t i) {
        if (m_operations[i].error) {
            return;
        }
        visitReferences(m_operations[i], [&](const std::string& name) {
            const auto place = m_places.find(name);
            if (place == m_places.end()) {
                m_operations[i].error = Error{Code::InvalidArgument, "scim.bulk_reference", shownName(name)};
            } else {
                m_waiters[place->second].push_back(i);
                ++m_waitsFor[i];
            }
            return std::optional<std::string>();
        });
        if (m_operations[i].error) {
            m_waitsFor[i] = 0; // it fails in its turn
        }
    }

    [[nodiscard]] bool tooManyErrors() const { return m_failOnErrors > 0 && m_errors >= m_failOnErrors; }

    /// When nothing can be begun any more, what still waits does so in a circle.
    void failCircles() {
        for (std::size_t i = 0; m_ready.empty() && i < m_operations.size() && !tooManyErrors(); ++i) {
            if (m_states[i] == Progress::Waiting) {
                fail(i, {Code::Conflict, "scim.bulk_circular", shownName(m_operations[i].bulkId)});
            }
        }
    }

    void runOne(std::size_t i, const BulkPerform& perform) {
        BulkOperation& operation = m_operations[i];
        visitReferences(operation, [&](const std::string& name) {
            const auto id = m_ids.find(name);
            if (id == m_ids.end() && !operation.error) {
                operation.error = Error{Code::InvalidArgument, "scim.bulk_reference", shownName(name)};
            }
            return id == m_ids.end() ? std::nullopt : std::optional(id->second);
        });
        if (operation.error) {
            fail(i, *operation.error);
            return;
        }
        const Result<BulkOutcome> outcome = perform(operation);
        if (!outcome) {
            fail(i, outcome.error());
            return;
        }
        m_states[i] = Progress::Done;
        if (!operation.bulkId.empty()) {
            m_ids[operation.bulkId] = outcome->id.empty() ? operation.id : outcome->id;
        }
        json::Object answer = begin(operation, outcome->location);
        if (!outcome->version.empty()) {
            answer["version"] = outcome->version;
        }
        answer["status"] = std::to_string(outcome->status);
        m_answers[i] = std::move(answer);
    }

    void fail(std::size_t i, const Error& error) {
        const BulkOperation& operation = m_operations[i];
        const bool placed = operation.type != nullptr && !operation.id.empty() && !operation.id.starts_with(kPrefix);
        const ScimError described = describe(error);
        json::Object answer =
            begin(operation, placed ? m_base + operation.type->endpoint + "/" + operation.id : std::string());
        answer["status"] = std::to_string(described.status);
        answer["response"] = errorBody(described);
        m_answers[i] = std::move(answer);
        m_states[i] = Progress::Failed;
        ++m_errors;
    }

    static json::Object begin(const BulkOperation& operation, const std::string& location) {
        json::Object out;
        if (!location.empty()) {
            out["location"] = location;
        }
        out["method"] = operation.methodName;
        if (!operation.bulkId.empty()) {
            out["bulkId"] = operation.bulkId;
        }
        return out;
    }

    std::int64_t m_failOnErrors;
    std::string m_base;
    std::vector<BulkOperation> m_operations;
    std::vector<Progress> m_states;
    std::vector<json::Value> m_answers;
    std::vector<std::size_t> m_waitsFor;
    std::vector<std::vector<std::size_t>> m_waiters;
    std::unordered_map<std::string, std::size_t> m_places;
    std::unordered_map<std::string, std::string> m_ids;
    std::int64_t m_errors = 0;
    std::priority_queue<std::size_t, std::vector<std::size_t>, std::greater<>> m_ready;
};

BulkRun::BulkRun(const BulkRequest& request, std::string_view base)
    : m_state(std::make_unique<State>(request, base)) {}
BulkRun::~BulkRun() = default;

bool BulkRun::isOver() const {
    return m_state->isOver();
}

bool BulkRun::step(const BulkPerform& perform) {
    return m_state->step(perform);
}

json::Object BulkRun::answer() {
    return m_state->answer();
}

json::Object runBulk(const BulkRequest& request, std::string_view base, const BulkPerform& perform) {
    BulkRun run(request, base);
    while (!run.isOver()) {
        run.step(perform);
    }
    return run.answer();
}

} // namespace gatehouse::scim
