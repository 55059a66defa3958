// SPDX-License-Identifier: Apache-2.0
// What people may do and why: for reviewers, and before a group gives other roles.
#include "admin/api/codec.h"
#include "admin/crud.h"
#include "admin/handlers.h"
#include "base/csv.h"
#include "directory/access.h"
#include "directory/lookup.h"

namespace gatehouse::admin {

namespace {

constexpr std::size_t kShownEffects = 100;

Result<api::Entitlement> entitlementOf(store::Reader& reader, const Scoped& scoped, const UserId& id) {
    TRY(user, directory::findWithoutIdentities(reader, scoped.sealer, id));
    TRY(held, directory::accessOf(reader, scoped.tenant, user));
    api::Entitlement out;
    out.userId = user.id.text();
    out.userName = user.userName;
    out.displayName = user.displayName;
    out.email = user.email;
    out.externalId = user.externalId;
    out.active = user.active;
    out.groups = user.groups;
    for (directory::RoleHeld& each : held) {
        out.roles.push_back({each.role.name, directory::sourceName(each.role.source), each.role.expiresAt,
                             std::move(each.groups), std::move(each.permissions)});
    }
    return out;
}

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) {
        out += (out.empty() ? "" : " ") + word;
    }
    return out;
}

void addLines(const api::Entitlement& person, std::string& out) {
    const std::string begin = csv::cell(person.userId) + ',' + csv::cell(person.userName) + ',' +
                              csv::cell(person.displayName) + ',' + csv::cell(person.email) + ',' +
                              csv::cell(person.externalId) + ',' + (person.active ? "true" : "false") + ',' +
                              csv::cell(joined(person.groups)) + ',';
    if (person.roles.empty()) {
        out += begin + ",,,,\r\n";
    }
    for (const api::RoleHeld& role : person.roles) {
        out += begin + csv::cell(role.name) + ',' + csv::cell(role.source) + ',' +
               (role.expiresAt ? toRfc3339(*role.expiresAt) : std::string()) + ',' + csv::cell(joined(role.groups)) +
               ',' + csv::cell(joined(role.permissions)) + "\r\n";
    }
}

Answered asCsv(const Context& context) {
    TRY(scoped, scopedTo(context));
    Answer answer;
    answer.contentType = "text/csv; charset=utf-8";
    answer.body =
        "userId,userName,displayName,email,externalId,active,groups,role,source,expiresAt,roleGroups,permissions\r\n";
    std::string last;
    for (bool more = true; more;) { // page by page: no snapshot is held for long
        TRY(page, context.services.store.read([&](store::Reader& reader) -> Result<std::vector<UserId>> {
            TRY(ids, directory::idsAfter(reader, scoped.tenant, last, 500));
            for (const UserId& id : ids) {
                TRY(person, entitlementOf(reader, scoped, id));
                addLines(person, answer.body);
            }
            return ids;
        }));
        more = !page.empty();
        last = page.empty() ? last : page.back().text();
    }
    return answer;
}

Answered list(const Context& context) {
    const std::string format = context.request.argument("format");
    if (format == "csv") {
        return asCsv(context);
    }
    if (!format.empty() && format != "json") {
        return badParameter("format", "must be json or csv");
    }
    const auto query = pageQuery(context.request);
    if (!query) {
        return tl::unexpected(query.error());
    }
    TRY(scoped, scopedTo(context));
    std::optional<std::string> next;
    TRY(items, context.services.store.read([&](store::Reader& reader) -> Result<json::Array> {
        TRY(ids, directory::idsAfter(reader, scoped.tenant, query->cursor, query->limit + 1));
        if (std::int64_t(ids.size()) > query->limit) {
            ids.pop_back();
            next = ids.back().text();
        }
        json::Array out;
        for (const UserId& id : ids) {
            TRY(person, entitlementOf(reader, scoped, id));
            out.push_back(api::toJson(person));
        }
        return out;
    }));
    return pageAnswer(std::move(items), next);
}

Answered access(const Context& context) {
    TRY(scoped, scopedTo(context));
    TRY(person, context.services.store.read([&](store::Reader& reader) {
        return entitlementOf(reader, scoped, UserId(context.request.object));
    }));
    return ok(api::toJson(person).get_object());
}

Answered previewGroup(const Context& context) {
    const auto body = bodyOf(context.request);
    if (!body) {
        return tl::unexpected(body.error());
    }
    const auto wanted = api::fromJson<api::GroupPreviewRequest>(*body);
    if (!wanted) {
        return invalid(wanted.error());
    }
    TRY(scoped, scopedTo(context));
    TRY(preview, context.services.store.read([&](store::Reader& reader) -> Result<api::GroupPreview> {
        TRY(group, directory::findGroup(reader, scoped.tenant, GroupId(context.request.object)));
        TRY(changes, directory::rolesIf(reader, scoped.tenant, group.id, wanted->roles));
        api::GroupPreview out;
        for (const directory::RoleChange& change : changes) {
            ++(change.gained ? out.gained : out.lost);
            std::vector<api::RoleEffect>& shown = change.gained ? out.gains : out.losses;
            if (shown.size() < kShownEffects) {
                TRY(user, directory::findBare(reader, scoped.sealer, change.user));
                shown.push_back({user.id.text(), user.userName, change.role});
            }
        }
        return out;
    }));
    return ok(api::toJson(preview).get_object());
}

constexpr Handler kHandlers[] = {
    {"entitlement.list", list},
    {"user.access", access},
    {"group.preview", previewGroup},
};

} // namespace

std::span<const Handler> entitlementHandlers() {
    return kHandlers;
}

} // namespace gatehouse::admin
