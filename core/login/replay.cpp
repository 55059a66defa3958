// SPDX-License-Identifier: Apache-2.0
#include "login/replay.h"

#include <algorithm>
#include <map>
#include <set>

namespace gatehouse::login {
namespace {

/// Flows that are looked at for those that brought claims.
constexpr std::int64_t kLookedAt = 5000;

using Configurations = std::map<std::string, std::shared_ptr<const RecordedConfiguration>>;

Result<RecordedLogin> withRecording(store::Reader& reader, const store::Sealer& sealer, Flow flow, Recording recording,
                                    Configurations& known) {
    RecordedLogin out{std::move(flow), std::move(recording), nullptr};
    if (out.recording.configuration.empty()) {
        return out;
    }
    auto& configuration = known[out.recording.configuration];
    if (!configuration) {
        TRY(found, findConfiguration(reader, sealer, out.recording.configuration));
        configuration = std::make_shared<const RecordedConfiguration>(std::move(found));
    }
    out.configuration = configuration;
    return out;
}

/// The checks that came before the first that was made again: facts, which no replay can find out.
Checks factsBefore(const Checks& recorded, const Checks& again) {
    const auto isMadeAgain = [&again](const Check& check) {
        return std::any_of(again.begin(), again.end(), [&](const Check& each) { return each.name == check.name; });
    };
    return {recorded.begin(), std::find_if(recorded.begin(), recorded.end(), isMadeAgain)};
}

Decision rejected(std::string reason) {
    Decision decision;
    decision.kind = Decision::Kind::Reject;
    decision.reason = std::move(reason);
    return decision;
}

Time timeOf(const RecordedLogin& recorded) {
    return recorded.recording.proven.at.value_or(recorded.flow.finishedAt.value_or(recorded.flow.startedAt));
}

std::string_view kindName(Decision::Kind kind) {
    switch (kind) {
    case Decision::Kind::Create:
        return "create";
    case Decision::Kind::Match:
        return "match";
    case Decision::Kind::Reject:
        return "reject";
    }
    return "reject";
}

bool wasCreated(const Flow& flow) {
    return std::any_of(flow.steps.begin(), flow.steps.end(), [](const Step& step) {
        const auto result = json::stringMember(step.data, "result");
        return step.name == "provision" && (result == "created" || result == "would_create");
    });
}

void setMapped(const claims::Outcome& mapped, Summary& summary) {
    summary.user = claims::toJson(mapped)["user"].as_object();
    summary.roles = mapped.roles;
    summary.groups = mapped.groups;
}

void compareMembers(const std::string& prefix, const json::Object& before, const json::Object& after,
                    std::vector<Difference>& out) {
    std::set<std::string_view> names;
    for (const json::Object* side : {&before, &after}) {
        for (const auto& member : *side) {
            names.insert(member.key());
        }
    }
    static const json::Value kNothing;
    for (const std::string_view name : names) {
        const json::Value* old = json::member(before, name);
        const json::Value* now = json::member(after, name);
        const json::Value& a = old == nullptr ? kNothing : *old;
        const json::Value& b = now == nullptr ? kNothing : *now;
        if (name == "attributes" && prefix == "user.") {
            static const json::Object kNone;
            compareMembers("user.attributes.", a.is_object() ? a.get_object() : kNone,
                           b.is_object() ? b.get_object() : kNone, out);
        } else if (a != b) {
            out.push_back({prefix + std::string(name), a, b});
        }
    }
}

} // namespace

Proof Upstream::replay(const connections::Connection&, const Recording&) const {
    Proof proof;
    proof.error = Error{Code::FailedPrecondition, "flow.not_replayable", "this provider's answers are not recorded"};
    return proof;
}

Result<RecordedLogin> findRecorded(store::Reader& reader, const store::Sealer& sealer, std::string_view idOrReference) {
    TRY(flow, findFlow(reader, sealer, idOrReference));
    TRY(recording, findRecording(reader, sealer, flow.id));
    Configurations known;
    return withRecording(reader, sealer, std::move(flow), std::move(recording), known);
}

Result<std::vector<RecordedLogin>> lastRecorded(store::Reader& reader, const store::Sealer& sealer,
                                                const ConnectionId& connection, std::size_t last) {
    TRY(ids, recordedFlows(reader, sealer.tenant(), connection, kLookedAt));
    std::vector<RecordedLogin> out;
    Configurations known;
    for (const FlowId& id : ids) {
        if (out.size() == last) {
            break;
        }
        TRY(recording, findRecording(reader, sealer, id));
        if (!recording.proven.identityProven) {
            continue;
        }
        TRY(flow, findFlow(reader, sealer, id.text()));
        if (flow.test) {
            continue; // an administrator's try, and nobody's login
        }
        TRY(recorded, withRecording(reader, sealer, std::move(flow), std::move(recording), known));
        out.push_back(std::move(recorded));
    }
    return out;
}

Result<Replayed> replay(store::Reader& reader, const store::Sealer& sealer, const Upstream& upstream,
                        const tenants::Tenant& tenant, const RecordedLogin& recorded,
                        const connections::Connection& connection, const claims::Mapping& mapping) {
    Replayed out;
    out.at = timeOf(recorded);
    Proof proof = upstream.replay(connection, recorded.recording);
    if (proof.error) {
        out.checks = recorded.flow.checks;
        out.decision = rejected(recorded.flow.reason.empty() ? proof.error->reason : recorded.flow.reason);
        return out;
    }
    out.checks = factsBefore(recorded.flow.checks, proof.checks);
    if (!connection.enabled) {
        out.checks.push_back({"login.connection_disabled", Check::Status::Fail, "an enabled connection", "disabled",
                              "Enable the connection.", ""});
        out.decision = rejected("login.connection_disabled");
        return out;
    }
    out.checks.insert(out.checks.end(), proof.checks.begin(), proof.checks.end());
    if (!proof.identity) {
        const Check* failed = firstFailure(proof.checks);
        out.decision = rejected(failed == nullptr ? "upstream.error" : failed->name);
        return out;
    }
    out.mapped = claims::map(mapping, proof.identity->claims);
    TRY(decision, decide(reader, sealer, tenant, connection, *proof.identity, *out.mapped, out.at));
    out.decision = std::move(decision);
    out.checks.insert(out.checks.end(), out.decision.checks.begin(), out.decision.checks.end());
    return out;
}

Result<ThenMapped> replayThen(const Upstream& upstream, const RecordedLogin& recorded) {
    if (!recorded.configuration) {
        return fail(Code::FailedPrecondition, "flow.not_replayable", "no connection");
    }
    connections::Connection connection;
    connection.id = recorded.flow.connection;
    connection.tenant = recorded.flow.tenant;
    Problems problems; // it was sound when it was in use
    connections::readJson(recorded.configuration->connection, connection, problems);
    Proof proof = upstream.replay(connection, recorded.recording);
    if (!proof.identity) {
        return fail(Code::FailedPrecondition, "flow.not_replayable", "it brought no proven claims");
    }
    TRY(mapping, claims::parseMapping(connection.mapping));
    claims::Outcome mapped = claims::map(mapping, proof.identity->claims);
    return ThenMapped{*std::move(proof.identity), std::move(mapped)};
}

Summary summaryOf(const Flow& flow, const claims::Outcome* mapped) {
    Summary out;
    out.outcome = flow.outcome != Outcome::Success ? "reject" : wasCreated(flow) ? "create" : "match";
    out.reason = flow.reason;
    out.userId = flow.user ? flow.user->text() : std::string();
    if (mapped != nullptr) {
        setMapped(*mapped, out);
    }
    return out;
}

Summary summaryOf(const Replayed& replayed) {
    Summary out;
    out.outcome = kindName(replayed.decision.kind);
    out.reason = replayed.decision.reason;
    if (replayed.decision.kind == Decision::Kind::Match) {
        out.userId = replayed.decision.user.id.text();
    }
    if (replayed.mapped) {
        setMapped(*replayed.mapped, out);
    }
    return out;
}

std::vector<Difference> differencesOf(const Summary& before, const Summary& after) {
    std::vector<Difference> out;
    const auto text = [](const std::string& value) {
        return value.empty() ? json::Value() : json::Value(boost::json::string(value));
    };
    if (before.accepted() != after.accepted()) {
        out.push_back({"outcome", text(before.outcome), text(after.outcome)});
    }
    if (before.reason != after.reason) {
        out.push_back({"reason", text(before.reason), text(after.reason)});
    }
    if (before.accepted() && after.accepted() && before.userId != after.userId) {
        out.push_back({"userId", text(before.userId), text(after.userId)});
    }
    compareMembers("user.", before.user, after.user, out);
    if (before.roles != after.roles) {
        out.push_back({"roles", json::toArray(before.roles), json::toArray(after.roles)});
    }
    if (before.groups != after.groups) {
        out.push_back({"groups", json::toArray(before.groups), json::toArray(after.groups)});
    }
    return out;
}

std::vector<Difference> differencesOf(const Checks& before, const Checks& after) {
    std::vector<Difference> out;
    const auto find = [](const Checks& checks, const std::string& name) -> const Check* {
        const auto found =
            std::find_if(checks.begin(), checks.end(), [&](const Check& check) { return check.name == name; });
        return found == checks.end() ? nullptr : &*found;
    };
    const auto status = [](const Check* check) {
        return check == nullptr ? json::Value() : json::Value(statusName(check->status));
    };
    std::set<std::string> seen;
    for (const Checks* side : {&before, &after}) {
        for (const Check& check : *side) {
            const Check* old = find(before, check.name);
            const Check* now = find(after, check.name);
            const bool failedOnce = (old == nullptr || now == nullptr) && check.status == Check::Status::Fail;
            const bool differs = old != nullptr && now != nullptr && old->status != now->status;
            if ((failedOnce || differs) && seen.insert(check.name).second) {
                out.push_back({"check." + check.name, status(old), status(now)});
            }
        }
    }
    return out;
}

} // namespace gatehouse::login
