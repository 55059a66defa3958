// SPDX-License-Identifier: Apache-2.0
// People of a list: all that can be taken of it in one transaction, and for the rest why not.
#include <algorithm>
#include <map>

#include "admin/admin_resource.h"
#include "admin/api/codec.h"
#include "admin/group_resource.h"
#include "admin/handlers.h"
#include "admin/user_resource.h"
#include "directory/lookup.h"
#include "directory/membership.h"

namespace gatehouse::admin {

namespace {

using directory::User;

/// One import in its transaction.
class Import {
public:
    Import(Change& change, const Scoped& scoped, const api::UserImport& wanted)
        : m_change(change)
        , m_scoped(scoped)
        , m_wanted(wanted) {}

    Result<api::UserImportReport> run() {
        ENSURE(readNames());
        for (const api::UserImportRow& row : m_wanted.rows) {
            api::UserImported result;
            result.line = row.line;
            ENSURE(take(row, result));
            count(result.act);
            m_report.rows.push_back(std::move(result));
        }
        ENSURE(recordGroups());
        ENSURE(m_change.record(m_scoped.tenant, {"UsersImported",
                                                 "tenant",
                                                 m_scoped.tenant.text(),
                                                 m_scoped.context.tenant().slug,
                                                 {{"created", m_report.created},
                                                  {"updated", m_report.updated},
                                                  {"same", m_report.same},
                                                  {"skipped", m_report.skipped},
                                                  {"refused", m_report.refused}},
                                                 {}}));
        return std::move(m_report);
    }

private:
    Status readNames() {
        TRY(roles, directory::listRoles(m_change.writer(), m_scoped.tenant));
        for (const directory::Role& role : roles) {
            m_roles.push_back(role.name);
        }
        return directory::eachGroupRow(m_change.writer(), m_scoped.tenant, [this](directory::Group&& group) {
            m_groups.emplace(group.name, std::move(group));
            return true;
        });
    }

    /// Who the row is about; empty where nobody has the name or the address.
    Result<std::optional<User>> find(const json::Object& document) {
        store::Writer& writer = m_change.writer();
        const std::string email(json::stringMember(document, "email").value_or(""));
        const std::string userName(json::stringMember(document, "userName").value_or(email));
        TRY(named, directory::findByUserName(writer, m_scoped.sealer, userName));
        if (!named && !email.empty()) {
            TRY(owners, directory::findByEmail(writer, m_scoped.sealer, email));
            named = owners.size() == 1 ? std::optional(owners.front()) : std::nullopt;
        }
        if (!named) {
            return std::optional<User>();
        }
        TRY(user, directory::findUser(writer, m_scoped.sealer, *named));
        return std::optional(std::move(user));
    }

    Status take(const api::UserImportRow& row, api::UserImported& result) {
        const json::Object document = api::parsed(row.user).get_object();
        result.name = json::stringMember(document, "userName")
                          .value_or(json::stringMember(document, "email").value_or(std::string_view()));
        judgeNames(row, result.errors);
        if (!result.errors.empty()) {
            result.act = "refuse";
            return {};
        }
        TRY(found, find(document));
        if (found && m_wanted.existing == "skip") {
            result.id = found->id.text();
            result.act = "skip";
            return {};
        }
        m_change.problems.clear();
        const Status status = found ? update(row, document, *found, result) : create(row, document, result);
        if (status) {
            return join(row, result);
        }
        // What the row itself is refused for was found before anything of it was written.
        const Error& error = status.error();
        if (error.reason == "validation_failed") {
            result.errors = std::exchange(m_change.problems, {});
        } else if (error.code == Code::Conflict) {
            const bool email = error.reason == "directory.email_taken";
            result.errors = {{email ? "/email" : "/userName", error.reason, "is taken by somebody else"}};
        } else if (error.code == Code::PermissionDenied && found &&
                   !guardPerson(m_change, m_scoped.tenant, found->id)) {
            result.errors = {
                {"", error.reason, "administers here: who may not appoint changes nothing of this person"}};
        } else {
            return status;
        }
        result.act = "refuse";
        return {};
    }

    void judgeNames(const api::UserImportRow& row, Problems& problems) const {
        for (std::size_t i = 0; i < row.roles.size(); ++i) {
            if (std::find(m_roles.begin(), m_roles.end(), row.roles[i]) == m_roles.end()) {
                problems.push_back({"/roles/" + std::to_string(i), "unknown_value", "is no role of the tenant"});
            }
        }
        for (std::size_t i = 0; i < row.groups.size(); ++i) {
            if (!m_groups.contains(row.groups[i])) {
                problems.push_back({"/groups/" + std::to_string(i), "unknown_value", "is no group of the tenant"});
            }
        }
    }

    static void addRoles(json::Object& document, const api::UserImportRow& row, const User* before) {
        if (row.roles.empty()) {
            return;
        }
        json::Array roles;
        if (before != nullptr) {
            roles = *json::arrayMember(document, "roles");
        }
        for (const std::string& name : row.roles) {
            const bool held =
                before != nullptr && std::any_of(before->roles.begin(), before->roles.end(), [&](const auto& role) {
                    return role.name == name && role.source == directory::Source::Manual;
                });
            if (!held) {
                roles.push_back(json::Object{{"name", name}, {"source", "manual"}});
            }
        }
        document["roles"] = std::move(roles);
    }

    Status create(const api::UserImportRow& row, json::Object document, api::UserImported& result) {
        addRoles(document, row, nullptr);
        TRY(user, createItem<UserResource>(m_change, m_scoped, std::move(document)));
        result.id = user.id.text();
        result.act = "create";
        return {};
    }

    Status update(const api::UserImportRow& row, json::Object document, User user, api::UserImported& result) {
        result.id = user.id.text();
        TRY(shown, UserResource::show(m_change.writer(), m_scoped, user));
        dropReadOnly(UserResource::kSchema, document, shown, m_change.problems);
        document = patched(UserResource::kSchema, shown, document);
        addRoles(document, row, &user);
        TRY(changed, updateItem<UserResource>(m_change, m_scoped, user, std::move(document)));
        result.act = changed ? "update" : "same";
        return {};
    }

    Status join(const api::UserImportRow& row, api::UserImported& result) {
        for (const std::string& name : row.groups) {
            ENSURE(m_change.demand(api::Permission::GroupsWrite));
            const directory::Group& group = m_groups.at(name);
            const UserId user(result.id);
            TRY(isNew,
                directory::addMember(m_change.writer(), m_scoped.tenant, group.id, user, directory::Source::Manual));
            if (isNew) {
                m_joined[name].emplace_back(result.id);
                ENSURE(directory::settleRoles(m_change.writer(), m_scoped.tenant, user, m_gained));
                result.act = result.act == "same" ? "update" : result.act;
            }
        }
        return {};
    }

    Status recordGroups() {
        for (auto& [name, people] : m_joined) {
            const directory::Group& group = m_groups.at(name);
            ENSURE(directory::touchGroup(m_change.writer(), m_scoped.tenant, group.id, m_change.now()));
            ENSURE(recordItem<GroupResource>(m_change, m_scoped, GroupResource::kUpdated, group,
                                             {{"added", std::move(people)}, {"removed", json::Array()}}));
        }
        return recordRoleChanges(m_change, m_scoped, m_gained);
    }

    void count(std::string_view act) {
        ++(act == "create"   ? m_report.created
           : act == "update" ? m_report.updated
           : act == "same"   ? m_report.same
           : act == "skip"   ? m_report.skipped
                             : m_report.refused);
    }

    Change& m_change;
    const Scoped& m_scoped;
    const api::UserImport& m_wanted;
    std::vector<std::string> m_roles;
    std::map<std::string, directory::Group> m_groups;
    std::map<std::string, json::Array> m_joined; ///< ids of people, by the name of the group
    std::vector<directory::RoleChange> m_gained;
    api::UserImportReport m_report;
};

Answered importUsers(const Context& context) {
    const auto body = bodyOf(context.request);
    if (!body) {
        return tl::unexpected(body.error());
    }
    const auto wanted = api::fromJson<api::UserImport>(*body);
    if (!wanted) {
        return invalid(wanted.error());
    }
    if (wanted->rows.size() > api::kImportRows) {
        return invalid({{"/rows", "too_long", "must have at most 500 elements"}});
    }
    TRY(scoped, scopedTo(context));
    const auto imported = [&](Change& inProgress) -> Result<Answer> {
        TRY(report, Import(inProgress, scoped, *wanted).run());
        return ok(api::toJson(report).get_object());
    };
    return wanted->dryRun ? rehearse(context, imported) : change(context, imported);
}

constexpr Handler kHandlers[] = {{"user.import", importUsers}};

} // namespace

std::span<const Handler> userImportHandlers() {
    return kHandlers;
}

} // namespace gatehouse::admin
