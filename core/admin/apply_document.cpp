// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <set>

#include "admin/api/codec.h"
#include "admin/app_resource.h"
#include "admin/configuration.h"
#include "admin/connection_resource.h"
#include "admin/domain_resource.h"
#include "admin/permission_resource.h"
#include "admin/role_resource.h"
#include "admin/tenant_resource.h"
#include "tenants/tenants.h"

namespace gatehouse::admin {

namespace {

/// One run of apply: what it changes is collected here.
class Applied {
public:
    Applied(Change& change, Prune prune)
        : m_change(change)
        , m_prune(prune) {}

    Status run(const json::Object& document);
    std::vector<api::Change> take() { return std::move(m_done); }

private:
    Status applyTenant(json::Object document, std::size_t index);
    Status applyDomains(const TenantId& tenant, const json::Array& list, const std::string& pointer);
    template <class R>
    Status applyAll(const Scoped& scoped, const json::Array& list, const std::string& pointer) {
        ENSURE(makeAll<R>(scoped, list, pointer));
        return pruneAll<R>(scoped, list);
    }
    template <class R>
    Status makeAll(const Scoped& scoped, const json::Array& list, const std::string& pointer);
    template <class R>
    Status pruneAll(const Scoped& scoped, const json::Array& list);
    template <class R>
    Result<std::map<std::string, typename R::Item>> itemsOf(const Scoped& scoped);

    /// The array of that name, taken out of the document; nullptr where there is none.
    const json::Array* section(const json::Object& document, std::string_view name, const std::string& pointer);
    void note(std::string action, std::string_view resource, std::string name, const json::Value& before,
              const json::Value& after) {
        m_done.push_back(
            {std::move(action), std::string(resource), m_slug, std::move(name), api::raw(before), api::raw(after)});
    }
    void refuse(std::string pointer, std::string_view code, std::string_view message) {
        m_change.problems.push_back({std::move(pointer), std::string(code), std::string(message)});
    }
    /// Moves the pointers of problems found since `count` below `pointer`.
    void locate(std::size_t count, const std::string& pointer) {
        for (std::size_t i = count; i < m_change.problems.size(); ++i) {
            m_change.problems[i].pointer.insert(0, pointer);
        }
    }

    Change& m_change;
    const Prune m_prune;
    std::string m_slug;
    std::vector<api::Change> m_done;
};

/// A failure of the documents themselves has its problems; any other ends the run.
bool isValidation(const Error& error) {
    return error.reason == "validation_failed";
}

const json::Array* Applied::section(const json::Object& document, std::string_view name, const std::string& pointer) {
    const json::Value* value = json::member(document, name);
    if (value == nullptr) {
        return nullptr;
    }
    if (!value->is_array()) {
        refuse(pointer + "/" + std::string(name), "wrong_type", "must be an array");
        return nullptr;
    }
    return &value->get_array();
}

template <class R>
Result<std::map<std::string, typename R::Item>> Applied::itemsOf(const Scoped& scoped) {
    std::map<std::string, typename R::Item> out;
    PageQuery query{"", "", 500};
    while (true) {
        TRY(page, R::list(m_change.writer(), scoped, query));
        for (const json::Value& shown : page.items) {
            TRY(item, R::find(m_change.writer(), scoped,
                              std::string(json::stringMember(shown.get_object(), kIdentity<R>).value_or(""))));
            std::string name = R::name(item);
            out.emplace(std::move(name), std::move(item));
        }
        if (!page.nextCursor) {
            return out;
        }
        query.cursor = *page.nextCursor;
    }
}

template <class R>
Status Applied::makeAll(const Scoped& scoped, const json::Array& list, const std::string& pointer) {
    TRY(existing, itemsOf<R>(scoped));
    std::set<std::string> named;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const std::string here = pointer + "/" + std::to_string(i);
        if (!list[i].is_object()) {
            refuse(here, "wrong_type", "must be an object");
            continue;
        }
        const json::Object& document = list[i].get_object();
        const std::string name(json::stringMember(document, "name").value_or(""));
        if (!named.insert(name).second) {
            refuse(here + "/name", "duplicate", "is named twice");
            continue;
        }
        const std::size_t problems = m_change.problems.size();
        const auto found = existing.find(name);
        if (found == existing.end()) {
            const auto made = createItem<R>(m_change, scoped, document);
            locate(problems, here);
            if (!made && !isValidation(made.error())) {
                return tl::unexpected<Error>(made.error());
            }
            if (made) {
                TRY(shown, R::show(m_change.writer(), scoped, *made));
                note("create", R::kTarget, name, nullptr, std::move(shown));
            }
            continue;
        }
        const json::Object before = R::state(found->second);
        const auto changed = updateItem<R>(m_change, scoped, found->second, document);
        locate(problems, here);
        if (!changed && !isValidation(changed.error())) {
            return tl::unexpected<Error>(changed.error());
        }
        if (changed && *changed) {
            note("update", R::kTarget, name, before, R::state(found->second));
        }
    }
    return {};
}

template <class R>
Status Applied::pruneAll(const Scoped& scoped, const json::Array& list) {
    if (m_prune == Prune::No) {
        return {};
    }
    std::set<std::string> named;
    for (const json::Value& each : list) {
        if (each.is_object()) {
            named.emplace(json::stringMember(each.get_object(), "name").value_or(""));
        }
    }
    TRY(existing, itemsOf<R>(scoped));
    for (const auto& [name, item] : existing) {
        if (!named.contains(name)) {
            ENSURE(removeItem<R>(m_change, scoped, item));
            note("delete", R::kTarget, name, R::state(item), nullptr);
        }
    }
    return {};
}

Status Applied::applyDomains(const TenantId& tenant, const json::Array& list, const std::string& pointer) {
    TRY(domains, tenants::listDomains(m_change.writer(), tenant));
    std::map<std::string, tenants::Domain> existing;
    for (const tenants::Domain& domain : domains) {
        existing.emplace(domain.name, domain);
    }
    std::set<std::string> named;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const std::string here = pointer + "/" + std::to_string(i);
        const json::Object* document = list[i].is_object() ? &list[i].get_object() : nullptr;
        const auto text = document == nullptr ? std::nullopt : json::stringMember(*document, "name");
        const Result<std::string> name = text ? tenants::normalizeDomain(*text)
                                              : Result<std::string>(fail(Code::InvalidArgument, "domain.malformed"));
        if (!name) {
            refuse(here + "/name", "malformed", "must be a domain name");
            continue;
        }
        named.insert(*name);
        const bool verified = json::stringMember(*document, "status").value_or("pending") == "verified";
        if (!existing.contains(*name)) {
            ENSURE(addDomain(m_change, tenant, *name));
            note("create", "domain", *name, nullptr,
                 json::Object{{"name", *name}, {"status", verified ? "verified" : "pending"}});
        }
        const auto before = existing.find(*name);
        const bool wasVerified = before != existing.end() && before->second.status == tenants::DomainStatus::Verified;
        if (verified && !wasVerified) {
            ENSURE(verifyDomain(m_change, tenant, *name, tenants::Proof::Asserted));
            if (before != existing.end()) {
                note("update", "domain", *name, json::Object{{"status", "pending"}},
                     json::Object{{"status", "verified"}});
            }
        }
    }
    for (const auto& [name, domain] : existing) {
        if (m_prune == Prune::Yes && !named.contains(name)) {
            ENSURE(removeDomain(m_change, tenant, domain));
            note("delete", "domain", name, json::Object{{"name", name}}, nullptr);
        }
    }
    return {};
}

Status Applied::applyTenant(json::Object document, std::size_t index) {
    const Services& services = m_change.context().services;
    const std::string here = "/tenants/" + std::to_string(index);
    json::Object sections;
    for (const char* name : {"domains", "permissions", "roles", "connections", "apps"}) {
        if (const json::Value* value = json::member(document, name)) {
            sections[name] = *value;
            document.stable_erase(name);
        }
    }
    m_slug = json::stringMember(document, "slug").value_or("");
    const std::size_t problems = m_change.problems.size();
    const auto existing = tenants::findTenantBySlug(m_change.writer(), m_slug);
    std::optional<Scoped> scoped;
    if (!existing) {
        auto made = createTenant(m_change, document);
        locate(problems, here);
        if (!made) {
            return isValidation(made.error()) ? Status() : Status(tl::unexpected<Error>(made.error()));
        }
        note("create", "tenant", m_slug, nullptr, tenantState(made->tenant));
        scoped.emplace(Scoped{m_change.context(), made->tenant.id, made->sealer});
    } else {
        tenants::Tenant tenant = *existing;
        const auto changed = updateTenant(m_change, tenant, document);
        locate(problems, here);
        if (!changed) {
            return isValidation(changed.error()) ? Status() : Status(tl::unexpected<Error>(changed.error()));
        }
        if (*changed) {
            note("update", "tenant", m_slug, tenantState(*existing), tenantState(tenant));
        }
        TRY(sealer, services.keys.sealerFor(tenant.id));
        scoped.emplace(Scoped{m_change.context(), tenant.id, sealer});
    }
    if (const json::Array* list = section(sections, "domains", here)) {
        ENSURE(applyDomains(scoped->tenant, *list, here + "/domains"));
    }
    const json::Array* permissions = section(sections, "permissions", here);
    if (permissions != nullptr) {
        ENSURE(makeAll<PermissionResource>(*scoped, *permissions, here + "/permissions"));
    }
    if (const json::Array* list = section(sections, "roles", here)) {
        ENSURE(applyAll<RoleResource>(*scoped, *list, here + "/roles"));
    }
    if (permissions != nullptr) {
        // After the roles: only what none of them holds any more can go.
        ENSURE(pruneAll<PermissionResource>(*scoped, *permissions));
    }
    if (const json::Array* list = section(sections, "connections", here)) {
        ENSURE(applyAll<ConnectionResource>(*scoped, *list, here + "/connections"));
    }
    if (const json::Array* list = section(sections, "apps", here)) {
        ENSURE(applyAll<AppResource>(*scoped, *list, here + "/apps"));
    }
    return {};
}

Status Applied::run(const json::Object& document) {
    if (json::integerMember(document, "gatehouse").value_or(0) != 1) {
        refuse("/gatehouse", "unknown_value", "must be 1");
    }
    for (const auto& member : document) {
        const std::string_view name(member.key().data(), member.key().size());
        if (name != "gatehouse" && name != "apps" && name != "tenants") {
            refuse("/" + std::string(name), "unknown_member", "is not a member of this document");
        }
    }
    std::set<std::string> slugs;
    if (const json::Array* list = section(document, "tenants", "")) {
        for (std::size_t i = 0; i < list->size(); ++i) {
            if (!(*list)[i].is_object()) {
                refuse("/tenants/" + std::to_string(i), "wrong_type", "must be an object");
                continue;
            }
            ENSURE(applyTenant((*list)[i].get_object(), i));
            slugs.insert(m_slug);
        }
    }
    m_slug.clear();
    if (const json::Array* list = section(document, "apps", "")) {
        TRY(sealer, m_change.context().services.keys.sealerFor(platformTenant()));
        ENSURE(applyAll<AppResource>(Scoped{m_change.context(), platformTenant(), sealer}, *list, "/apps"));
    }
    return {};
}

} // namespace

Result<std::vector<api::Change>> applyDocument(Change& change, const json::Object& document, Prune prune) {
    Applied applied(change, prune);
    ENSURE(applied.run(document));
    return applied.take();
}

} // namespace gatehouse::admin
