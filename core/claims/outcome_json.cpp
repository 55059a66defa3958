// SPDX-License-Identifier: Apache-2.0
#include "claims/evaluate.h"

namespace gatehouse::claims {

json::Object toJson(const TraceStep& step) {
    json::Object object;
    object["target"] = step.target;
    object["source"] = step.source;
    object["value"] = step.value;
    object["step"] = step.step;
    return object;
}

json::Object toJson(const MappingError& error) {
    json::Object object;
    object["code"] = error.code;
    object["claim"] = error.claim;
    object["message"] = error.message;
    return object;
}

json::Object toJson(const Outcome& outcome) {
    json::Object user;
    const auto text = [&](std::string_view name, const std::string& value) {
        if (!value.empty()) {
            user[name] = value;
        }
    };
    text("userName", outcome.userName);
    text("externalId", outcome.externalId);
    text("email", outcome.email);
    user["emailVerified"] = outcome.emailVerified;
    text("displayName", outcome.displayName);
    text("givenName", outcome.givenName);
    text("familyName", outcome.familyName);
    user["attributes"] = outcome.attributes;
    json::Array trace;
    for (const TraceStep& step : outcome.trace) {
        trace.emplace_back(toJson(step));
    }
    json::Array errors;
    for (const MappingError& error : outcome.errors) {
        errors.emplace_back(toJson(error));
    }
    json::Object object;
    object["user"] = std::move(user);
    object["roles"] = json::toArray(outcome.roles);
    object["groups"] = json::toArray(outcome.groups);
    object["trace"] = std::move(trace);
    object["errors"] = std::move(errors);
    return object;
}

} // namespace gatehouse::claims
