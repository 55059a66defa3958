// SPDX-License-Identifier: Apache-2.0
#include "admin/connection_resource.h"

#include "admin/connection_preset.h"
#include "admin/trusted_authorities.h"
#include "claims/mapping.h"
#include "crypto/random.h"
#include "saml/presets/presets.h"
#include "sessions/sessions.h"

namespace gatehouse::admin {

namespace {

void forgetAfterCommit(Change& change, const connections::Connection& item) {
    const Services& services = change.context().services;
    change.writer().afterCommit([&services, tenant = item.tenant, id = item.id] {
        services.connections.drop(tenant);
        services.providers.drop(id);
        if (services.samlIdps != nullptr) {
            services.samlIdps->drop(id);
        }
    });
}

/// An id may be chosen where the connection is made, so that its redirect URI can be registered before; then it stays.
Status readId(Change& change, const json::Object& document, connections::Connection& item,
              const connections::Connection* before) {
    const std::string id(json::stringMember(document, "id").value_or(""));
    if (id.empty() || id == item.id.text()) {
        return {};
    }
    if (before != nullptr) {
        change.problems.push_back({"/id", "read_only", "is fixed once the connection is made"});
        return {};
    }
    if (!isUuidV7(id)) {
        change.problems.push_back({"/id", "out_of_range", "must be a UUIDv7 in lower case"});
        return {};
    }
    const auto owner = connections::tenantOf(change.writer(), ConnectionId(id));
    if (owner) {
        change.problems.push_back({"/id", "taken", "is in use; choose another"});
    } else if (owner.error().code != Code::NotFound) {
        return tl::unexpected<Error>(owner.error());
    }
    item.id = ConnectionId(id);
    return {};
}

std::string_view recognised(const saml::sp::Idp& idp) {
    saml::wire::IdpMetadata metadata;
    metadata.entityId = idp.entityId;
    metadata.singleSignOn.push_back({{}, idp.ssoUrl, {}});
    const saml::presets::Preset* preset = saml::presets::recognise(metadata);
    return preset == nullptr ? std::string_view() : preset->name;
}

/// What the provider is to be told of us, and its certificates as they are used now; nothing is fetched.
json::Object samlService(const Scoped& scoped, const connections::Connection& item) {
    const Services& services = scoped.context.services;
    json::Array certificates;
    const auto held = services.samlIdps == nullptr ? nullptr : services.samlIdps->held(item);
    for (const crypto::Certificate& each : held ? held->idp.certificates : std::vector<crypto::Certificate>()) {
        certificates.push_back(json::Object{{"subject", each.subject},
                                            {"fingerprint", each.fingerprint},
                                            {"notBefore", toRfc3339(each.notBefore)},
                                            {"notAfter", toRfc3339(each.notAfter)}});
    }
    const auto pending = services.samlIdps == nullptr ? std::nullopt : services.samlIdps->pending(item);
    return {{"entityId", services.publicUrl.samlService(item.id, "metadata")},
            {"acsUrl", services.publicUrl.samlService(item.id, "acs")},
            {"sloUrl", services.publicUrl.samlService(item.id, "slo")},
            {"certificates", std::move(certificates)},
            {"pendingChanges", pending ? json::toArray(pending->changes) : json::Array()},
            {"pendingSince", pending ? json::Value(toRfc3339(pending->since)) : json::Value()},
            {"recognised", held ? recognised(held->idp) : ""}};
}

/// That what was given of the provider can be read, each member by itself.
void judgeSaml(const connections::Connection& item, Problems& problems) {
    for (const auto& [member, all] :
         {std::pair("/certificates/", &item.saml.certificates), {"/metadataSigners/", &item.saml.metadataSigners}}) {
        for (std::size_t i = 0; i < all->size(); ++i) {
            if (const auto read = crypto::readCertificate((*all)[i]); !read) {
                problems.push_back({member + std::to_string(i), "certificate_invalid",
                                    "is no PEM certificate that can be used: " + read.error().reason});
            }
        }
    }
    if (item.saml.metadataXml.empty()) {
        return;
    }
    if (const auto idp = saml::sp::idpOf(item); !idp) {
        problems.push_back({"/metadataXml", "metadata_invalid",
                            "is no metadata of an identity provider that can be used: " + idp.error().reason +
                                (idp.error().detail.empty() ? "" : " (" + idp.error().detail + ")")});
    }
}

} // namespace

bool isUuidV7(std::string_view text) {
    constexpr std::string_view kShape = "xxxxxxxx-xxxx-7xxx-vxxx-xxxxxxxxxxxx";
    if (text.size() != kShape.size()) {
        return false;
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
        const bool fits = kShape[i] == 'x'   ? hex
                          : kShape[i] == 'v' ? c == '8' || c == '9' || c == 'a' || c == 'b'
                                             : c == kShape[i];
        if (!fits) {
            return false;
        }
    }
    return true;
}

Result<Listing> ConnectionResource::list(store::Reader& reader, const Scoped& scoped, const PageQuery& query) {
    TRY(page, connections::list(reader, scoped.sealer, query.search, query.cursor, std::size_t(query.limit)));
    Listing out{{}, page.nextCursor};
    for (const Item& item : page.items) {
        TRY(shown, show(reader, scoped, item));
        out.items.push_back(std::move(shown));
    }
    return out;
}

Result<connections::Connection> ConnectionResource::find(store::Reader& reader, const Scoped& scoped,
                                                         const std::string& idOrName) {
    Result<Item> byId = connections::find(reader, scoped.sealer, ConnectionId(idOrName));
    if (byId || byId.error().code != Code::NotFound) {
        return byId;
    }
    return connections::findByName(reader, scoped.sealer, idOrName);
}

Result<json::Object> ConnectionResource::show(store::Reader& reader, const Scoped& scoped, const Item& item) {
    TRY(health, connections::health(reader, scoped.tenant, item.id));
    json::Object out = connections::toJson(item);
    if (item.type == connections::Type::Saml) {
        out["saml"] = samlService(scoped, item);
    } else {
        out["redirectUri"] = scoped.context.services.publicUrl.oidcCallback(item.id);
    }
    out["health"] = connections::toJson(health);
    return out;
}

json::Object ConnectionResource::state(const Item& item) {
    json::Object out = connections::toJson(item);
    for (const char* member : {"id", "hasClientSecret", "createdAt", "updatedAt"}) {
        out.stable_erase(member);
    }
    return out;
}

std::string ConnectionResource::path(const Scoped& scoped, const Item& item) {
    return "/admin/v1/tenants/" + scoped.context.tenant().slug + "/connections/" + item.id.text();
}

connections::Connection ConnectionResource::blank(const Scoped& scoped) {
    Item item;
    item.id = ConnectionId(crypto::newUuid(scoped.context.request.now));
    item.tenant = scoped.tenant;
    item.createdAt = scoped.context.request.now;
    item.updatedAt = item.createdAt;
    return item;
}

connections::Connection ConnectionResource::renewed(const Item& item) {
    Item out;
    out.id = item.id;
    out.tenant = item.tenant;
    out.type = item.type;
    out.issuer = item.issuer; // so that a change of it is seen, and asks for the secret again
    out.clientSecret = item.clientSecret;
    out.createdAt = item.createdAt;
    out.updatedAt = item.updatedAt;
    out.version = item.version;
    return out;
}

Status ConnectionResource::read(Change& change, const Scoped&, const json::Object& document, Item& item,
                                const Item* before) {
    ENSURE(readId(change, document, item, before));
    connections::readJson(withPreset(document, change.problems), item, change.problems);
    if (before != nullptr && before->type != item.type) {
        change.problems.push_back({"/type", "read_only", "is fixed once the connection is made"});
    }
    if (item.type == connections::Type::Saml && (before == nullptr || before->saml != item.saml)) {
        judgeSaml(item, change.problems);
    }
    if (before == nullptr || before->trustedAuthorities != item.trustedAuthorities) { // what was trusted may end
        judgeAuthorities(item.trustedAuthorities, change.now(), "/trustedAuthorities", change.problems);
    }
    (void)claims::parseMapping(item.mapping, "/mapping", change.problems);
    return {};
}

Status ConnectionResource::insert(Change& change, const Scoped& scoped, Item& item) {
    forgetAfterCommit(change, item);
    return connections::insert(change.writer(), scoped.sealer, item);
}

Status ConnectionResource::update(Change& change, const Scoped& scoped, Item& item, const Item& before) {
    item.updatedAt = change.now();
    if (before.enabled && !item.enabled) {
        ENSURE(sessions::endAllOfConnection(change.writer(), change.endings(), scoped.tenant, item.id,
                                            "connection_disabled", change.now()));
    }
    forgetAfterCommit(change, item);
    return connections::update(change.writer(), scoped.sealer, item);
}

Status ConnectionResource::remove(Change& change, const Scoped& scoped, const Item& item) {
    ENSURE(sessions::endAllOfConnection(change.writer(), change.endings(), scoped.tenant, item.id, "connection_deleted",
                                        change.now()));
    forgetAfterCommit(change, item);
    return connections::remove(change.writer(), scoped.tenant, item.id);
}

} // namespace gatehouse::admin
