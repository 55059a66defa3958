// SPDX-License-Identifier: Apache-2.0
// The flight recorder's window for codes and tokens: opened, closed and looked into by administrators, on record.
#include <algorithm>

#include "admin/crud.h"
#include "admin/handlers.h"
#include "login/flow.h"
#include "login/flow_json.h"
#include "login/recording.h"

namespace gatehouse::admin {

namespace {

json::Object shown(const Context& context, Time now) {
    const auto until = context.services.login.secrets().until(context.tenantId(), now);
    return {{"logins", context.tenant().settings.recording.logins},
            {"secretsUntil", until ? json::Value(toRfc3339(*until)) : json::Value(nullptr)}};
}

Event about(const Context& context, std::string type, json::Object data) {
    return {std::move(type), "tenant", context.tenantId().text(), context.tenant().slug, std::move(data), {}};
}

Answered get(const Context& context) {
    return ok(shown(context, context.request.now));
}

Answered keepSecrets(const Context& context) {
    if (!login::FlightRecorder::isOn(context.tenant())) {
        return tl::unexpected(Refusal(Error{Code::FailedPrecondition, "recording.off", {}}));
    }
    return change(context, [&](Change& inProgress) -> Result<Answer> {
        const Time until = inProgress.now() + login::KeptSecrets::kLife;
        ENSURE(inProgress.record(about(context, "RecordingSecretsKept", {{"until", toRfc3339(until)}})));
        // Not before it is on record.
        inProgress.writer().afterCommit([&login = context.services.login, tenant = context.tenantId(),
                                         now = inProgress.now()] { login.secrets().open(tenant, now); });
        return ok(
            json::Object{{"logins", context.tenant().settings.recording.logins}, {"secretsUntil", toRfc3339(until)}});
    });
}

Answered forgetSecrets(const Context& context) {
    // At once, whatever becomes of the record.
    const bool open = context.services.login.secrets().close(context.tenantId(), context.request.now);
    return change(context, [&](Change& inProgress) -> Result<Answer> {
        if (open) {
            ENSURE(inProgress.record(about(context, "RecordingSecretsForgotten", {})));
        }
        return ok(shown(context, inProgress.now()));
    });
}

Answered secretsOfFlow(const Context& context) {
    TRY(scoped, scopedTo(context));
    return change(context, [&](Change& inProgress) -> Result<Answer> {
        login::KeptSecrets& secrets = context.services.login.secrets();
        TRY(flow, login::findFlow(inProgress.writer(), scoped.sealer, context.request.object));
        TRY(recording, login::findRecording(inProgress.writer(), scoped.sealer, flow.id));
        TRY(twins, secrets.of(context.tenantId(), flow.id, inProgress.now()));
        for (login::Message& message : recording.messages) {
            const auto twin = std::find_if(twins.begin(), twins.end(), [&](const login::Message& each) {
                return each.name == message.name && each.at == message.at;
            });
            if (twin != twins.end()) {
                message = std::move(*twin);
                twins.erase(twin);
            }
        }
        ENSURE(inProgress.record(
            {"RecordingSecretsRead", "flow", flow.id.text(), flow.reference, {{"reference", flow.reference}}, {}}));
        const auto until = secrets.until(context.tenantId(), inProgress.now());
        return ok(json::Object{{"flowId", flow.id.text()},
                               {"until", until ? json::Value(toRfc3339(*until)) : json::Value(nullptr)},
                               {"messages", login::messagesJson(recording.messages, flow.startedAt)}});
    });
}

constexpr Handler kHandlers[] = {{"recorder.get", get},
                                 {"recorder.keep-secrets", keepSecrets},
                                 {"recorder.forget-secrets", forgetSecrets},
                                 {"flow.secrets", secretsOfFlow}};

} // namespace

std::span<const Handler> recorderHandlers() {
    return kHandlers;
}

} // namespace gatehouse::admin
