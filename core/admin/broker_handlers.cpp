// SPDX-License-Identifier: Apache-2.0
#include "admin/api/codec.h"
#include "admin/change.h"
#include "admin/doctor.h"
#include "admin/handlers.h"
#include "admin/openapi.h"
#include "admin/status.h"

#include <filesystem>

namespace gatehouse::admin {

namespace {

Answered status(const Context& context) {
    return ok(api::toJson(statusOf(context.services, context.live, context.request.caller.tenant)).get_object());
}

Answered statistics(const Context& context) {
    const auto hours = integerArgument(context.request, "hours", LoginHistory::kHours);
    if (!hours) {
        return tl::unexpected(hours.error());
    }
    if (*hours < 1 || *hours > LoginHistory::kHours) {
        return badParameter("hours", "must be 1 to 24");
    }
    const api::Statistics found =
        context.live.history().read(context.request.caller.tenant, context.request.now, int(*hours));
    return ok(api::toJson(found).get_object());
}

/// Looks now and then whether somebody who listens still may: a stream outlives tokens.
class Listener {
public:
    Listener(const Services& services, Caller caller)
        : m_services(services)
        , m_caller(std::move(caller))
        , m_next(services.clock.now() + kRecheck) {}
    bool mayListen() {
        const Time now = m_services.clock.now();
        if (m_caller.isLocal() || now < m_next) {
            return true;
        }
        m_next = now + kRecheck;
        return m_services.store
            .read([&](store::Reader& reader) { return callerStands(reader, m_services, m_caller, now); })
            .has_value();
    }

private:
    static constexpr Seconds kRecheck{5};
    const Services& m_services;
    const Caller m_caller;
    Time m_next;
};

Answered watch(const Context& context) {
    Answer answer;
    answer.stream = [&live = context.live, &services = context.services,
                     caller = context.request.caller](const std::shared_ptr<http::EventStream>& client) {
        // The sink keeps its own handle: the subscription ends when the client is gone, or may not listen any more.
        auto keep = std::make_shared<std::shared_ptr<void>>();
        auto listener = std::make_shared<Listener>(services, caller);
        *keep = live.subscribe(caller.tenant, [client, keep, listener](std::string_view event, std::string_view data) {
            const bool may = listener->mayListen();
            const bool there = may && client->send(event, data);
            if (!may) {
                client->close();
            }
            if (!there) {
                keep->reset();
            }
            return there;
        });
    };
    return answer;
}

Answered openApi(const Context& context) {
    return ok(openApiDocument(context.services.publicUrl.base(), context.services.version));
}

Answered doctor(const Context& context) {
    return ok(api::toJson(examine(context.services)).get_object());
}

Answered backup(const Context& context) {
    if (!context.request.caller.isLocal()) {
        return tl::unexpected(Refusal(Error{Code::PermissionDenied, "backup_local_only", {}}));
    }
    const auto body = bodyOf(context.request);
    if (!body) {
        return tl::unexpected(body.error());
    }
    const auto wanted = api::fromJson<api::Backup>(*body);
    if (!wanted) {
        return invalid(wanted.error());
    }
    const std::filesystem::path file(wanted->file);
    std::error_code problem;
    if (!file.is_absolute() || std::filesystem::exists(std::filesystem::symlink_status(file, problem))) {
        return invalid({{"/file", "unknown_value", "must be the absolute path of a file that does not exist yet"}});
    }
    const Answered recorded = change(context, [&](Change& inProgress) -> Result<Answer> {
        ENSURE(inProgress.record({"AdminAction", "backup", "", "", {}, {}}));
        return noContent();
    });
    if (!recorded) {
        return recorded;
    }
    ENSURE(context.services.store.backup(file));
    std::filesystem::permissions(file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write,
                                 problem);
    return noContent();
}

constexpr Handler kHandlers[] = {
    {"status.get", status},   {"statistics.get", statistics}, {"events.watch", watch},
    {"openapi.get", openApi}, {"doctor.run", doctor},         {"backup.create", backup},
};

} // namespace

std::span<const Handler> brokerHandlers() {
    return kHandlers;
}

} // namespace gatehouse::admin
