// SPDX-License-Identifier: Apache-2.0
// People: what a client does to them.
#include "crypto/random.h"
#include "directory/directory.h"
#include "directory/lookup.h"
#include "directory/membership.h"
#include "provisioning/person.h"
#include "scim/etag.h"
#include "scim/patch.h"
#include "scim/server/call.h"
#include "scim/server/record.h"
#include "scim/text.h"

namespace gatehouse::scim::server {
namespace {

using directory::User;

Result<User> find(store::Reader& reader, const Call& call, const std::string& id) {
    auto user = directory::findWithoutIdentities(reader, call.sealer, UserId(id));
    if (!user && user.error().reason == "directory.user_not_found") {
        return fail(Code::NotFound, "scim.not_found");
    }
    return user;
}

Status matches(const Operation& operation, const User& user) {
    return operation.ifMatch.empty() || namesETag(operation.ifMatch, weakETag(user.version))
               ? Status()
               : fail(Code::FailedPrecondition, "scim.changed");
}

/// The same as SCIM says it, with the attribute at fault.
Status refined(const Status& status) {
    if (!status && status.error().reason == "directory.user_name_taken") {
        return fail(Code::Conflict, "scim.uniqueness", "userName");
    }
    if (!status && status.error().reason == "directory.email_taken") {
        return fail(Code::Conflict, "scim.uniqueness", "emails");
    }
    return status;
}

json::Array toJson(const std::vector<Change>& changes) {
    json::Array out;
    for (const Change& change : changes) {
        out.push_back(json::Object{{"path", change.path}, {"before", change.before}, {"after", change.after}});
    }
    return out;
}

Result<Answer> answerOf(store::Reader& reader, const Call& call, const Operation& operation, const User& user,
                        int status) {
    const ResourceType& type = call.types->users();
    Answer answer;
    answer.status = status;
    answer.location = call.base + type.endpoint + "/" + user.id.text();
    answer.etag = weakETag(user.version);
    answer.resourceType = type.name;
    answer.resourceId = user.id.text();
    answer.resourceName = user.userName;
    if (operation.wantsBody) {
        std::vector<directory::GroupOf> groups;
        if (includes(operation.projection, type, "groups")) {
            TRY(found, directory::groupsOf(reader, call.tenant, user.id));
            groups = std::move(found);
        }
        answer.body = project(provisioning::shown(user, groups, call.base, type), type, operation.projection);
    }
    return answer;
}

/// Someone leaves: as many as may in an hour. Who was made within that hour is no loss.
Status guard(store::Reader& reader, const Call& call, const User& leaving) {
    if (call.now - leaving.createdAt < provisioning::DeactivationGuard::kWindow) {
        return {};
    }
    std::int64_t active = 0;
    if (call.deactivationPercent < 100) {
        ENSURE(reader.query("SELECT count(*) FROM users WHERE tenant = $1 AND active = 1", {call.tenant.text()},
                            [&](const store::Row& row) {
                                active = row.integer(0);
                                return false;
                            }));
    }
    return call.engine.guard.take(call.tenant, active, call.deactivationPercent, call.now)
               ? Status()
               : fail(Code::PermissionDenied, "scim.deactivations_held");
}

Status endAccess(store::Writer& writer, const Call& call, const User& user, std::string_view reason) {
    TRY(ended, provisioning::endAccess(writer, call.engine.endings, call.engine.alsoEnd, call.tenant, user.id, reason,
                                       call.now));
    if (reason == "user_deactivated") {
        ENSURE(record(writer, call, "UserDeactivated", {"user", user.id.text(), user.userName},
                      {{"sessionsEnded", ended}}));
    }
    return {};
}

/// By what a sign-in finds its person: of an administrator it is no directory's to change (admin-api.md, People).
Status guardNames(store::Reader& reader, const Call& call, const User& before, const User& user) {
    const bool same = scim::sameText(before.userName, user.userName, false) && before.externalId == user.externalId &&
                      directory::normalizedEmail(before.email) == directory::normalizedEmail(user.email);
    if (same || !call.engine.administers) {
        return {};
    }
    TRY(administers, call.engine.administers(reader, call.tenant, user.id));
    return administers ? fail(Code::PermissionDenied, "scim.administrator") : Status();
}

/// Writes a person who was there before, and all that follows.
Result<Answer> update(store::Writer& writer, const Call& call, const Operation& operation, const User& before,
                      User user, int status) {
    ENSURE(guardNames(writer, call, before, user));
    const bool leaves = before.active && !user.active;
    if (leaves) {
        ENSURE(guard(writer, call, before));
    }
    user.updatedAt = call.now;
    if (const Status written = refined(directory::updateUser(writer, call.sealer, user)); !written) {
        if (leaves) {
            call.engine.guard.giveBack(call.tenant);
        }
        return tl::unexpected<Error>(written.error());
    }
    ENSURE(directory::setOtherEmails(writer, call.sealer, user.id, provisioning::otherEmails(user)));
    std::vector<Change> changes =
        compareResources(provisioning::resourceOf(before), provisioning::resourceOf(user), call.types->users());
    ENSURE(record(writer, call, "UserUpdated", {"user", user.id.text(), user.userName}, {},
                  {{"changes", toJson(changes)}}));
    if (leaves) {
        ENSURE(endAccess(writer, call, user, "user_deactivated"));
    }
    TRY(answer, answerOf(writer, call, operation, user, status));
    answer.changes = std::move(changes);
    return answer;
}

/// Somebody who was provisioned before, was deactivated, and is sent as new again (Okta).
Result<std::optional<User>> comesBack(store::Reader& reader, const Call& call, std::string_view externalId,
                                      const std::optional<UserId>& sameName) {
    std::optional<UserId> candidate = sameName;
    if (!candidate && !externalId.empty()) {
        TRY(known, directory::findByExternalId(reader, call.sealer, externalId));
        if (known.size() == 1) {
            candidate = known.front();
        }
    }
    if (!candidate || externalId.empty()) {
        return std::optional<User>();
    }
    TRY(user, directory::findWithoutIdentities(reader, call.sealer, *candidate));
    return !user.active && user.externalId == externalId ? std::optional(std::move(user)) : std::nullopt;
}

Result<Answer> create(store::Writer& writer, const Call& call, const Operation& operation) {
    const json::Object* body = operation.body.if_object();
    if (body == nullptr) {
        return fail(Code::InvalidArgument, "scim.syntax", "the body is no object");
    }
    TRY(resource, readCreate(*body, call.types->users()));
    const std::string externalId(json::stringMember(resource, "externalId").value_or(""));
    TRY(sameName,
        directory::findByUserName(writer, call.sealer, json::stringMember(resource, "userName").value_or("")));
    TRY(former, comesBack(writer, call, externalId, sameName));
    if (former) {
        User user = *former;
        user.active = true;
        provisioning::take(std::move(resource), call.client.connection, user);
        return update(writer, call, operation, *former, std::move(user), 201);
    }
    if (sameName) {
        return fail(Code::Conflict, "scim.uniqueness", "userName");
    }
    User user;
    user.id = UserId(crypto::newUuid(call.now));
    user.createdAt = call.now;
    user.updatedAt = call.now;
    provisioning::take(std::move(resource), call.client.connection, user);
    ENSURE(refined(directory::insertUser(writer, call.sealer, user)));
    if (const std::vector<std::string> others = provisioning::otherEmails(user); !others.empty()) {
        ENSURE(directory::setOtherEmails(writer, call.sealer, user.id, others));
    }
    ENSURE(record(writer, call, "UserProvisioned", {"user", user.id.text(), user.userName}, {{"active", user.active}},
                  {{"resource", user.resource}}));
    TRY(answer, answerOf(writer, call, operation, user, 201));
    answer.changes = compareResources({}, provisioning::resourceOf(user), call.types->users());
    return answer;
}

Result<Answer> settle(store::Writer& writer, const Call& call, const Operation& operation, const User& before,
                      json::Object resource) {
    User user = before;
    const bool adopted = before.resource.empty();
    provisioning::take(std::move(resource),
                       call.client.connection.empty() ? before.provisionedBy : call.client.connection, user);
    if (!adopted && user.resource == before.resource && user.active == before.active &&
        user.userName == before.userName && user.provisionedBy == before.provisionedBy) {
        return answerOf(writer, call, operation, before, 200);
    }
    return update(writer, call, operation, before, std::move(user), 200);
}

Result<Answer> replace(store::Writer& writer, const Call& call, const Operation& operation) {
    TRY(before, find(writer, call, operation.id));
    ENSURE(matches(operation, before));
    const json::Object* body = operation.body.if_object();
    if (body == nullptr) {
        return fail(Code::InvalidArgument, "scim.syntax", "the body is no object");
    }
    TRY(resource, readReplace(provisioning::resourceOf(before), *body, call.types->users()));
    return settle(writer, call, operation, before, std::move(resource));
}

Result<Answer> patchOne(store::Writer& writer, const Call& call, const Operation& operation) {
    TRY(before, find(writer, call, operation.id));
    ENSURE(matches(operation, before));
    // What only the service writes is there to be compared with: to set it to what it is is no change.
    TRY(groups, directory::groupsOf(writer, call.tenant, before.id));
    TRY(patched, patch(provisioning::shown(before, groups, call.base, call.types->users()), operation.body,
                       call.types->users()));
    if (!patched.changed && !before.resource.empty()) {
        return answerOf(writer, call, operation, before, 200);
    }
    return settle(writer, call, operation, before, std::move(patched.resource));
}

Result<Answer> remove(store::Writer& writer, const Call& call, const Operation& operation) {
    TRY(user, find(writer, call, operation.id));
    ENSURE(matches(operation, user));
    if (user.active) {
        ENSURE(guard(writer, call, user));
    }
    ENSURE(endAccess(writer, call, user, "user_deleted"));
    ENSURE(directory::removeUser(writer, call.tenant, user.id, call.now));
    ENSURE(record(writer, call, "UserErased", {"user", user.id.text(), user.userName}, {{"active", user.active}}));
    Answer answer;
    answer.status = 204;
    answer.resourceType = call.types->users().name;
    answer.resourceId = user.id.text();
    answer.resourceName = user.userName;
    answer.changes = compareResources(provisioning::resourceOf(user), {}, call.types->users());
    return answer;
}

} // namespace

Result<Answer> changeUser(store::Writer& writer, const Call& call, const Operation& operation) {
    switch (operation.method) {
    case Method::Create:
        return create(writer, call, operation);
    case Method::Replace:
        return replace(writer, call, operation);
    case Method::Patch:
        return patchOne(writer, call, operation);
    case Method::Remove:
        break;
    }
    return remove(writer, call, operation);
}

Result<Answer> showUser(store::Reader& reader, const Call& call, const UserId& id, const Projection& projection) {
    auto user = directory::findBare(reader, call.sealer, id);
    if (!user) {
        return user.error().reason == "directory.user_not_found" ? fail(Code::NotFound, "scim.not_found")
                                                                 : Result<Answer>(tl::unexpected<Error>(user.error()));
    }
    Operation operation;
    operation.projection = projection;
    return answerOf(reader, call, operation, *user, 200);
}

} // namespace gatehouse::scim::server
