// SPDX-License-Identifier: Apache-2.0
#include "admin/session_revocation.h"

#include <map>
#include <set>

#include "admin/api/codec.h"
#include "admin/crud.h"
#include "admin/session_filter.h"
#include "admin/session_view.h"
#include "apps/issuer_app.h"
#include "tenants/tenants.h"

namespace gatehouse::admin {

namespace {

// Who is meant: sessions, people and apps counted.
Result<api::SessionsRevoked> countOf(store::Reader& reader, const TenantId& tenant,
                                     const std::vector<sessions::Living>& living) {
    api::SessionsRevoked out;
    out.sessions = std::int64_t(living.size());
    std::set<UserId> people;
    std::map<AppId, std::int64_t> sessionsOf;
    for (const sessions::Living& each : living) {
        people.insert(each.user);
        for (const AppId& app : each.apps) {
            ++sessionsOf[app];
        }
    }
    out.people = std::int64_t(people.size());
    for (const auto& [id, count] : sessionsOf) {
        TRY(app, apps::findAtIssuer(reader, tenant, id));
        out.apps.push_back({id.text(), app ? app->name : std::string(), app ? app->clientId : std::string(), count,
                            app && !app->backchannelLogoutUri.empty()});
    }
    return out;
}

void judge(const api::SessionRevocation& wanted, Problems& problems) {
    const bool some =
        !wanted.userId.empty() || !wanted.appId.empty() || !wanted.connectionId.empty() || !wanted.address.empty();
    if (wanted.all == some) {
        problems.push_back({"", "filter_required", "must have a filter, or all and nothing else"});
    }
    if (!wanted.address.empty() && !addressFilter(wanted.address)) {
        problems.push_back({"/address", "address_invalid", "must be an IP address or a CIDR block"});
    }
}

Status endThem(Change& change, const Scoped& scoped, const api::SessionRevocation& wanted,
               const std::vector<sessions::Living>& living, const api::SessionsRevoked& count) {
    for (const sessions::Living& each : living) {
        ENSURE(sessions::end(change.writer(), change.endings(), scoped.tenant, each.session, "admin_revoked",
                             change.now()));
    }
    if (wanted.all) { // grants that are in no session too
        ENSURE(
            sessions::endAllOfTenant(change.writer(), change.endings(), scoped.tenant, "admin_revoked", change.now()));
    }
    json::Object data{{"sessionsEnded", count.sessions}, {"people", count.people}};
    for (const auto& [name, value] : {std::pair("userId", wanted.userId), std::pair("app", wanted.appId),
                                      std::pair("connection", wanted.connectionId)}) {
        if (!value.empty()) {
            data[name] = value;
        }
    }
    json::Object personal;
    if (!wanted.address.empty()) {
        personal["address"] = wanted.address;
    }
    return change.record(scoped.tenant, {"SessionRevoked", "tenant", scoped.tenant.text(), scoped.context.tenant().slug,
                                         std::move(data), std::move(personal)});
}

} // namespace

Answered revokeSessions(const Context& context) {
    const auto body = bodyOf(context.request);
    if (!body) {
        return tl::unexpected(body.error());
    }
    TRY(scoped, scopedTo(context));
    const auto wanted = api::fromJson<api::SessionRevocation>(*body);
    return change(context, [&](Change& inProgress) -> Result<Answer> {
        if (!wanted) {
            inProgress.problems = problemsFrom(wanted.error());
        } else {
            judge(*wanted, inProgress.problems);
        }
        if (!inProgress.problems.empty()) {
            return fail(Code::InvalidArgument, "validation_failed");
        }
        TRY(filter, sessionFilter(wanted->userId, wanted->appId, wanted->connectionId, wanted->address));
        TRY(living, sessions::living(inProgress.writer(), scoped.sealer, filter, inProgress.now()));
        TRY(count, countOf(inProgress.writer(), scoped.tenant, living));
        count.dryRun = wanted->dryRun;
        if (!wanted->dryRun) {
            ENSURE(endThem(inProgress, scoped, *wanted, living, count));
        }
        return ok(api::toJson(count).get_object());
    });
}

Answered revokeAllSessions(const Context& context) {
    return change(context, [&](Change& inProgress) -> Result<Answer> {
        for (std::optional<std::string> cursor = ""; cursor;) {
            TRY(page, tenants::listTenants(inProgress.writer(), "", *cursor, 500));
            for (const tenants::Tenant& tenant : page.items) {
                if (tenant.status == tenants::TenantStatus::Sealed) {
                    continue;
                }
                TRY(count, sessions::endAllOfTenant(inProgress.writer(), inProgress.endings(), tenant.id,
                                                    "everything_revoked", inProgress.now()));
                ENSURE(inProgress.record(
                    tenant.id,
                    {"SessionRevoked", "tenant", tenant.id.text(), tenant.slug, {{"sessionsEnded", count}}, {}}));
            }
            cursor = page.nextCursor;
        }
        return noContent();
    });
}

} // namespace gatehouse::admin
