// SPDX-License-Identifier: Apache-2.0
#include "admin/admin_resource.h"
#include "admin/handlers.h"
#include "admin/user_resource.h"
#include "audit/audit.h"
#include "login/person_data.h"
#include "sessions/sessions.h"

namespace gatehouse::admin {

namespace {

template <bool active>
Answered setActive(const Context& context) {
    TRY(scoped, scopedTo(context));
    return change(context, [&](Change& inProgress) -> Result<Answer> {
        TRY(user, UserResource::find(inProgress.writer(), scoped, context.request.object));
        if (user.active != active) {
            const directory::User before = user;
            user.active = active;
            ENSURE(UserResource::update(inProgress, scoped, user, before));
            ENSURE(recordItem<UserResource>(inProgress, scoped, "UserUpdated", user,
                                            difference(UserResource::state(before), UserResource::state(user))));
        }
        return showItem<UserResource>(inProgress.writer(), scoped, user);
    });
}

Answered revokeSessions(const Context& context) {
    TRY(scoped, scopedTo(context));
    return change(context, [&](Change& inProgress) -> Result<Answer> {
        TRY(user, UserResource::find(inProgress.writer(), scoped, context.request.object));
        TRY(ended, sessions::endAllOf(inProgress.writer(), inProgress.endings(), scoped.tenant, user.id,
                                      "admin_revoked", inProgress.now()));
        ENSURE(inProgress.record(
            scoped.tenant, {"SessionRevoked", "user", user.id.text(), user.userName, {{"sessionsEnded", ended}}, {}}));
        return showItem<UserResource>(inProgress.writer(), scoped, user);
    });
}

Answered erase(const Context& context) {
    TRY(scoped, scopedTo(context));
    return change(context, [&](Change& inProgress) -> Result<Answer> {
        TRY(user, UserResource::find(inProgress.writer(), scoped, context.request.object));
        ENSURE(UserResource::remove(inProgress, scoped, user));
        // The broker's own log knows a person too, who administered the whole of it.
        TRY(platform, context.services.keys.sealerFor(platformTenant()));
        TRY(ofTenant, audit::erasePersonal(inProgress.writer(), scoped.sealer, user.id.text()));
        TRY(ofBroker, audit::erasePersonal(inProgress.writer(), platform, user.id.text()));
        const std::int64_t records = ofTenant + ofBroker;
        ENSURE(inProgress.record(scoped.tenant,
                                 {"UserErased", "user", user.id.text(), "", {{"recordsErased", records}}, {}}));
        return noContent();
    });
}

/// Everything that is kept of a person: the record, their sessions, what they allowed, and what the log says of them.
Answered exportUser(const Context& context) {
    TRY(scoped, scopedTo(context));
    TRY(document, context.services.store.read([&](store::Reader& reader) -> Result<json::Object> {
        TRY(user, UserResource::find(reader, scoped, context.request.object));
        TRY(out, login::personData(reader, scoped.sealer, user, context.request.now, login::PersonData::Whole));
        TRY(platform, context.services.keys.sealerFor(platformTenant()));
        TRY(appointment, findAppointmentOf(reader, platform, scoped.tenant, user.id));
        if (appointment) {
            out["admin"] = AdminResource::state({*appointment, {}, user.userName});
        }
        return out;
    }));
    return ok(document);
}

constexpr Handler kHandlers[] = {
    {"user.list", listAll<UserResource>},
    {"user.create", createOne<UserResource>},
    {"user.get", getOne<UserResource>},
    {"user.update", editOne<UserResource, Edit::Patch>},
    {"user.replace", editOne<UserResource, Edit::Replace>},
    {"user.delete", deleteOne<UserResource>},
    {"user.deactivate", setActive<false>},
    {"user.activate", setActive<true>},
    {"user.revoke-sessions", revokeSessions},
    {"user.erase", erase},
    {"user.export", exportUser},
};

} // namespace

std::span<const Handler> userHandlers() {
    return kHandlers;
}

} // namespace gatehouse::admin
