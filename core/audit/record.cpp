// SPDX-License-Identifier: Apache-2.0
#include "audit/record.h"

#include "audit/event.h"

namespace gatehouse::audit {

std::string_view outcomeName(Outcome outcome) {
    switch (outcome) {
    case Outcome::Success:
        return "success";
    case Outcome::Failure:
        return "failure";
    case Outcome::Denied:
        return "denied";
    }
    return "failure";
}

std::string_view actorTypeName(ActorType type) {
    switch (type) {
    case ActorType::User:
        return "user";
    case ActorType::Service:
        return "service";
    case ActorType::System:
        return "system";
    case ActorType::Admin:
        return "admin";
    }
    return "system";
}

std::optional<Outcome> parseOutcome(std::string_view name) {
    for (const Outcome outcome : {Outcome::Success, Outcome::Failure, Outcome::Denied}) {
        if (name == outcomeName(outcome)) {
            return outcome;
        }
    }
    return std::nullopt;
}

json::Object toJson(const Entry& entry) {
    json::Object out{{"seq", entry.seq}};
    for (auto& member : publicEvent(entry.record, entry.id, entry.time).event) {
        out.emplace(member.key(), std::move(member.value()));
    }
    out["prevHash"] = base64UrlEncode(entry.prevHash);
    out["hash"] = base64UrlEncode(entry.hash);
    return out;
}

json::Object toExportJson(const Entry& entry) {
    json::Object out = toJson(entry);
    out["commitments"] = entry.commitments;
    return out;
}

} // namespace gatehouse::audit
