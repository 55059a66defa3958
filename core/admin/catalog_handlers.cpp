// SPDX-License-Identifier: Apache-2.0
// The data catalog: what is known of the people of a tenant.
#include "admin/api/catalog.h"
#include "admin/api/codec.h"
#include "admin/catalog_resource.h"
#include "admin/handlers.h"
#include "base/encoding.h"
#include "catalog/scim_extension.h"
#include "crypto/random.h"

namespace gatehouse::admin {

namespace {

using catalog::Element;

constexpr std::size_t kMostElements = 200;

void dropAfterCommit(Change& change, const TenantId& tenant) {
    if (auto* const catalogs = change.context().services.catalogs) {
        change.writer().afterCommit([catalogs, tenant] { catalogs->drop(tenant); });
    }
}

json::Object shown(const Element& element, std::int64_t catalogVersion) {
    api::CatalogElement out;
    out.id = element.id;
    out.name = element.name;
    out.type = element.type;
    out.multiValued = element.multiValued;
    out.allowedValues = element.allowedValues;
    out.description = element.description;
    out.use = element.use;
    out.categories = element.categories;
    out.scimPath = catalog::scimPathOf(element);
    out.version = element.version;
    out.catalogVersion = catalogVersion;
    out.createdAt = element.createdAt;
    out.updatedAt = element.updatedAt;
    return api::toJson(out).get_object();
}

constexpr Handler kHandlers[] = {
    {"catalog.list", listAll<CatalogResource>},
    {"catalog.create", createOne<CatalogResource>},
    {"catalog.get", getOne<CatalogResource>},
    {"catalog.update", editOne<CatalogResource, Edit::Patch>},
    {"catalog.replace", editOne<CatalogResource, Edit::Replace>},
    {"catalog.delete", deleteOne<CatalogResource>},
};

} // namespace

Result<Listing> CatalogResource::list(store::Reader& reader, const Scoped& scoped, const PageQuery& query) {
    TRY(all, catalog::readCatalog(reader, scoped.tenant));
    std::vector<KeyedItem> items;
    for (const Element& element : all.elements) {
        const std::string words = asciiLower(element.name + " " + element.description);
        if (words.find(asciiLower(query.search)) != std::string::npos) {
            items.push_back({asciiLower(element.name), shown(element, all.version)});
        }
    }
    return listingOf(std::move(items), query);
}

Result<Element> CatalogResource::find(store::Reader& reader, const Scoped& scoped, const std::string& id) {
    return catalog::findElement(reader, scoped.tenant, id);
}

Result<json::Object> CatalogResource::show(store::Reader& reader, const Scoped& scoped, const Element& element) {
    TRY(all, catalog::readCatalog(reader, scoped.tenant));
    return shown(element, all.version);
}

std::string CatalogResource::path(const Scoped& scoped, const Element& element) {
    return "/admin/v1/tenants/" + scoped.context.tenant().slug + "/catalog/" + element.id;
}

Element CatalogResource::blank(const Scoped& scoped) {
    Element element;
    element.id = crypto::newUuid(scoped.context.request.now);
    element.createdAt = scoped.context.request.now;
    return element;
}

Element CatalogResource::renewed(const Element& before) {
    Element element;
    element.id = before.id;
    element.createdAt = before.createdAt;
    element.version = before.version;
    return element;
}

Status CatalogResource::read(Change& change, const Scoped& scoped, const json::Object& document, Element& element,
                             const Element* before) {
    const auto wanted = api::fromJson<api::CatalogElement>(document);
    if (!wanted) {
        for (const Problem& problem : problemsFrom(wanted.error())) {
            change.problems.push_back(problem);
        }
        return {};
    }
    element.name = wanted->name;
    element.type = wanted->type;
    element.multiValued = wanted->multiValued;
    element.allowedValues = wanted->allowedValues;
    element.description = wanted->description;
    element.use = wanted->use;
    element.categories = wanted->categories;
    element.updatedAt = change.now();
    for (const catalog::Fault& fault : catalog::faultsOf(element)) {
        change.problems.push_back({"/" + fault.member, "out_of_range", fault.reason});
    }
    if (before == nullptr) {
        TRY(all, catalog::readCatalog(change.writer(), scoped.tenant));
        if (all.elements.size() >= kMostElements) {
            change.problems.push_back({"/name", "too_many", "is one too many: a catalog has at most 200 elements"});
        }
        return {};
    }
    const std::tuple<const char*, bool> fixed[] = {{"/name", element.name == before->name},
                                                   {"/type", element.type == before->type},
                                                   {"/multiValued", element.multiValued == before->multiValued}};
    for (const auto& [member, same] : fixed) {
        if (!same) {
            change.problems.push_back({member, "read_only", "is fixed once the element exists"});
        }
    }
    return {};
}

Status CatalogResource::insert(Change& change, const Scoped& scoped, Element& element) {
    dropAfterCommit(change, scoped.tenant);
    return catalog::insertElement(change.writer(), scoped.tenant, element);
}

Status CatalogResource::update(Change& change, const Scoped& scoped, Element& element, const Element&) {
    dropAfterCommit(change, scoped.tenant);
    return catalog::updateElement(change.writer(), scoped.tenant, element);
}

Status CatalogResource::remove(Change& change, const Scoped& scoped, const Element& element) {
    dropAfterCommit(change, scoped.tenant);
    return catalog::removeElement(change.writer(), scoped.tenant, element.id, change.now());
}

std::span<const Handler> catalogHandlers() {
    return kHandlers;
}

} // namespace gatehouse::admin
