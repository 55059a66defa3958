// SPDX-License-Identifier: Apache-2.0
#include "admin/api/codec.h"
#include "admin/api/transport.h"
#include "admin/change.h"
#include "admin/handlers.h"
#include "admin/snapshot.h"
#include "sessions/sessions.h"
#include "tenants/tenants.h"

namespace gatehouse::admin {

namespace {

/// Nothing below is ever done to a tenant that is not there for practice.
Status isPractice(const Context& context) {
    ENSURE(context.services.sandbox.get(context.tenant()));
    return context.tenant().kind == tenants::Kind::Sandbox ? Status()
                                                           : fail(Code::FailedPrecondition, "sandbox.not_a_sandbox");
}

Result<Answer> shown(const Context& context, store::Reader& reader) {
    TRY(sandbox, context.services.sandbox.get(context.tenant()));
    if (const auto snapshot = findSnapshot(reader, context.tenantId())) {
        sandbox.snapshot = api::SandboxSnapshot{snapshot->takenAt, snapshot->checksum};
    } else if (snapshot.error().reason != "sandbox.no_snapshot") {
        return tl::unexpected<Error>(snapshot.error());
    }
    return ok(api::toJson(sandbox).get_object());
}

Result<std::vector<std::string>> faultsThatAreOn(const Context& context) {
    TRY(sandbox, context.services.sandbox.get(context.tenant()));
    std::vector<std::string> names;
    for (const api::Fault& fault : sandbox.faults) {
        if (fault.on) {
            names.push_back(fault.name);
        }
    }
    return names;
}

Event acted(const Context& context, json::Object data) {
    return {"AdminAction", "sandbox", context.tenant().slug, "", std::move(data), {}};
}

Answered get(const Context& context) {
    TRY(answer, context.services.store.read([&](store::Reader& reader) { return shown(context, reader); }));
    return answer;
}

Answered update(const Context& context) {
    const auto body = bodyOf(context.request);
    if (!body) {
        return tl::unexpected(body.error());
    }
    const auto wanted = api::fromJson<api::Sandbox>(*body);
    if (!wanted) {
        return invalid(wanted.error());
    }
    ENSURE(isPractice(context));
    return change(context, [&](Change& inProgress) -> Result<Answer> {
        ENSURE(context.services.sandbox.setFaults(context.tenant(), wanted->faults));
        json::Object data;
        json::Object switched;
        for (const api::Fault& fault : wanted->faults) {
            switched[fault.name] = fault.on;
        }
        data["faults"] = std::move(switched);
        if (wanted->hold) {
            ENSURE(context.services.sandbox.setHold(context.tenant(), *wanted->hold));
            data["hold"] = *wanted->hold;
        }
        ENSURE(inProgress.record(acted(context, std::move(data))));
        return shown(context, inProgress.writer());
    });
}

Answered held(const Context& context) {
    const auto query = pageQuery(context.request);
    if (!query) {
        return tl::unexpected(query.error());
    }
    TRY(steps, context.services.sandbox.held(context.tenant()));
    std::vector<KeyedItem> items;
    items.reserve(steps.size());
    for (const api::HeldStep& step : steps) {
        // Ids are numbers that count up; as keys they are compared as text.
        items.push_back({std::string(20 - std::min<std::size_t>(20, step.id.size()), '0') + step.id,
                         api::toJson(step).get_object()});
    }
    return pageOf(std::move(items), *query);
}

Answered next(const Context& context) {
    const auto body = bodyOf(context.request);
    if (!body) {
        return tl::unexpected(body.error());
    }
    const auto wanted = api::fromJson<api::SandboxNext>(*body);
    if (!wanted) {
        return invalid(wanted.error());
    }
    ENSURE(isPractice(context));
    return change(context, [&](Change& inProgress) -> Result<Answer> {
        TRY(step, context.services.sandbox.next(context.tenant(), wanted->id));
        ENSURE(inProgress.record(acted(context, {{"released", step.step}})));
        return ok(api::toJson(step).get_object());
    });
}

Answered releaseAll(const Context& context) {
    ENSURE(isPractice(context));
    return change(context, [&](Change& inProgress) -> Result<Answer> {
        TRY(count, context.services.sandbox.releaseAll(context.tenant()));
        ENSURE(inProgress.record(acted(context, {{"released", count}})));
        return ok(api::toJson(api::SandboxReleased{count}).get_object());
    });
}

Answered start(const Context& context) {
    ENSURE(isPractice(context));
    return change(context, [&](Change& inProgress) -> Result<Answer> {
        TRY(started, context.services.sandbox.start(context.tenant(), context.request.object));
        ENSURE(inProgress.record(acted(context, {{"scenario", started.scenario}})));
        return ok(api::toJson(started).get_object());
    });
}

Answered snapshot(const Context& context) {
    ENSURE(isPractice(context));
    TRY(sealer, context.sealer());
    return change(context, [&](Change& inProgress) -> Result<Answer> {
        TRY(faults, faultsThatAreOn(context));
        TRY(taken, takeSnapshot(inProgress.writer(), sealer, std::move(faults), inProgress.now()));
        ENSURE(inProgress.record(acted(context, {{"snapshot", taken.checksum}})));
        return ok(api::toJson(api::SandboxSnapshot{taken.takenAt, taken.checksum}).get_object());
    });
}

Status forgetAfterCommit(Change& inProgress, const store::Sealer& sealer) {
    const Services& services = inProgress.context().services;
    TRY(tenant, tenants::findTenant(inProgress.writer(), sealer.tenant()));
    services.tenants.putAfterCommit(inProgress.writer(), tenant);
    std::vector<ConnectionId> providers;
    std::optional<std::string> cursor = "";
    while (cursor) {
        TRY(page, connections::list(inProgress.writer(), sealer, "", *cursor, 500));
        for (const connections::Connection& connection : page.items) {
            providers.push_back(connection.id);
        }
        cursor = page.nextCursor;
    }
    inProgress.writer().afterCommit([&services, id = tenant.id, providers = std::move(providers)] {
        services.connections.drop(id);
        services.apps.clear();
        for (const ConnectionId& provider : providers) {
            services.providers.drop(provider);
        }
    });
    return {};
}

Answered reset(const Context& context) {
    ENSURE(isPractice(context));
    TRY(sealer, context.sealer());
    std::optional<std::vector<std::string>> faults; ///< nothing for an answer that is given again
    Answered answer = change(context, [&](Change& inProgress) -> Result<Answer> {
        TRY(done, putBackSnapshot(inProgress.writer(), sealer));
        TRY(ended, sessions::endAllOfTenant(inProgress.writer(), inProgress.endings(), context.tenantId(),
                                            "sandbox_reset", inProgress.now()));
        TRY(checksum, stateChecksum(inProgress.writer(), context.tenantId(), done.snapshot.faults));
        ENSURE(forgetAfterCommit(inProgress, sealer));
        faults = done.snapshot.faults;
        ENSURE(inProgress.record(acted(context, {{"reset", checksum}, {"rows", done.rows}, {"sessionsEnded", ended}})));
        return ok(api::toJson(api::SandboxReset{done.snapshot.takenAt, checksum, done.rows, ended}).get_object());
    });
    if (answer && faults) {
        ENSURE(context.services.sandbox.reset(context.tenant(), *faults));
        context.live.publish(context.tenantId(), api::kSandboxEvent,
                             api::encode(api::SandboxEvent{context.tenant().slug, "reset", {}}));
    }
    return answer;
}

constexpr Handler kHandlers[] = {
    {"sandbox.get", get},
    {"sandbox.update", update},
    {"sandbox.held", held},
    {"sandbox.next", next},
    {"sandbox.release-all", releaseAll},
    {"sandbox.start", start},
    {"sandbox.snapshot", snapshot},
    {"sandbox.reset", reset},
};

} // namespace

std::span<const Handler> sandboxHandlers() {
    return kHandlers;
}

} // namespace gatehouse::admin
