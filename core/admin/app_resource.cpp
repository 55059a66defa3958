// SPDX-License-Identifier: Apache-2.0
#include "admin/app_resource.h"

#include "apps/fetch_body.h"
#include "apps/pairwise.h"
#include "crypto/random.h"
#include "directory/directory.h"
#include "sessions/consents.h"
#include "sessions/sessions.h"
#include "tenants/tenants.h"

namespace gatehouse::admin {

namespace {

constexpr Seconds kSecretGrace{24 * 3600};

bool isShared(const apps::App& app) {
    return app.owner == platformTenant();
}

bool usesSecret(const apps::App& app) {
    return app.auth == apps::Auth::ClientSecretBasic || app.auth == apps::Auth::ClientSecretPost;
}

void addSecret(AppResource::Item& item, Time now) {
    apps::NewSecret made = apps::makeSecret(now);
    item.secretText = made.text.reveal();
    item.secrets.push_back(std::move(made.kept));
}

/// An address may be anybody's; an id is one of this tenant's people, who has to be there when it is given.
Status checkOwner(Change& change, const AppResource::Item& item, const AppResource::Item* before) {
    const bool changed = before == nullptr || before->person != item.person;
    if (!changed || item.person.empty() || item.person.find('@') != std::string::npos) {
        return {};
    }
    TRY(active,
        isShared(item) ? Result<bool>(false) : directory::isActive(change.writer(), item.owner, UserId(item.person)));
    if (!active) {
        change.problems.push_back({"/owner", "owner_unknown", "must be an address or the id of an active user"});
    }
    return {};
}

void forgetAfterCommit(Change& change) {
    change.writer().afterCommit([&apps = change.context().services.apps] { apps.clear(); });
}

/// What an app wants signed, the ring it belongs to must have a key for.
Status checkSigningKeys(Change& change, const AppResource::Item& item) {
    for (const auto& [name, field] : apps::responseAlgorithmMembers()) {
        const auto& algorithm = item.signedWith.*field;
        if (!algorithm) {
            continue;
        }
        const auto key = change.context().services.keys.signingKey(item.owner, *algorithm);
        if (!key && key.error().reason != "keys.algorithm_missing") {
            return tl::unexpected<Error>(key.error());
        }
        if (!key) {
            change.problems.push_back({"/" + std::string(name), "signing_key_missing",
                                       "there is no active signing key of this algorithm; make one first"});
        }
    }
    return {};
}

/// The document behind sectorIdentifierUri speaks for the redirect URIs, where either is new.
void checkSector(Change& change, const AppResource::Item& item, const AppResource::Item* before) {
    const std::string& uri = item.sectorIdentifierUri;
    if (uri.empty() ||
        (before != nullptr && before->sectorIdentifierUri == uri && before->redirectUris == item.redirectUris)) {
        return;
    }
    const auto* document = change.fetched().find(item.owner, uri, apps::kJsonDocument);
    if (document == nullptr) {
        return;
    }
    const Status listed =
        document->and_then([&](const std::string& text) { return apps::checkSectorDocument(text, item); });
    if (!listed) {
        change.problems.push_back(
            {"/sectorIdentifierUri", "sector_invalid",
             "has to lead to a JSON array that lists all redirectUris: " + listed.error().detail});
    }
}

/// A new logo is read once, now.
void readLogo(Change& change, AppResource::Item& item, const AppResource::Item* before) {
    if (item.logoUri.empty() || (before != nullptr && before->logoUri == item.logoUri)) {
        return;
    }
    const auto* body = change.fetched().find(item.owner, item.logoUri, apps::kPicture);
    if (body == nullptr) {
        return;
    }
    auto logo = body->and_then([](const std::string& image) { return apps::logoFrom(image); });
    if (!logo) {
        change.problems.push_back(
            {"/logoUri", "logo_invalid",
             "has to lead to a PNG, JPEG or WebP picture of at most 128 KiB: " + logo.error().detail});
        return;
    }
    item.logo = *std::move(logo);
}

json::Array shownSecrets(const apps::App& app) {
    json::Array out;
    for (const apps::SecretHash& secret : app.secrets) {
        json::Object item{{"hint", secret.hint}, {"createdAt", nullptr}, {"expiresAt", nullptr}};
        if (secret.createdAt) {
            item["createdAt"] = toRfc3339(*secret.createdAt);
        }
        if (secret.expiresAt) {
            item["expiresAt"] = toRfc3339(*secret.expiresAt);
        }
        out.push_back(std::move(item));
    }
    return out;
}

/// Ends every grant that the app has; one of the front door may have some in each tenant.
Status revokeGrants(Change& change, const TenantId& tenant, const AppId& app) {
    ENSURE(sessions::forgetConsentsOfApp(change.writer(), tenant, app));
    return sessions::revokeFamiliesOfApp(change.writer(), tenant, app, change.now()).map([](std::int64_t) {});
}

Status revokeGrants(Change& change, const AppResource::Item& item) {
    if (!isShared(item)) {
        return revokeGrants(change, item.owner, item.id);
    }
    for (std::optional<std::string> cursor = ""; cursor;) {
        TRY(page, tenants::listTenants(change.writer(), "", *cursor, 500));
        for (const tenants::Tenant& tenant : page.items) {
            ENSURE(revokeGrants(change, tenant.id, item.id));
        }
        cursor = page.nextCursor;
    }
    return {};
}

} // namespace

Result<Listing> AppResource::list(store::Reader& reader, const Scoped& scoped, const PageQuery& query) {
    TRY(page, apps::list(reader, scoped.tenant, query.search, query.cursor, std::size_t(query.limit)));
    Listing out{{}, page.nextCursor};
    for (const apps::App& app : page.items) {
        TRY(shown, show(reader, scoped, {app, {}, {}}));
        out.items.push_back(std::move(shown));
    }
    return out;
}

Result<AppResource::Item> AppResource::find(store::Reader& reader, const Scoped& scoped, const std::string& id) {
    TRY(app, apps::find(reader, scoped.tenant, AppId(id)));
    return Item{std::move(app), {}, {}};
}

Result<json::Object> AppResource::show(store::Reader&, const Scoped&, const Item& item) {
    json::Object out = apps::toJson(item);
    if (!isShared(item)) {
        out.stable_erase("tenants");
    }
    out["secrets"] = shownSecrets(item);
    if (!item.secretText.empty()) {
        out["clientSecret"] = item.secretText;
    }
    return out;
}

json::Object AppResource::state(const Item& item) {
    json::Object out = apps::toJson(item);
    for (const char* member : {"id", "createdAt", "updatedAt"}) {
        out.stable_erase(member);
    }
    if (!isShared(item)) {
        out.stable_erase("tenants");
    }
    return out;
}

std::string AppResource::path(const Scoped& scoped, const Item& item) {
    const auto& tenant = scoped.context.request.tenant;
    return "/admin/v1/" + (tenant ? "tenants/" + tenant->slug + "/" : std::string()) + "apps/" + item.id.text();
}

AppResource::Item AppResource::blank(const Scoped& scoped) {
    Item item;
    item.id = AppId(crypto::newUuid(scoped.context.request.now));
    item.owner = scoped.tenant;
    item.createdAt = scoped.context.request.now;
    item.updatedAt = item.createdAt;
    return item;
}

AppResource::Item AppResource::renewed(const Item& item) {
    Item out;
    out.id = item.id;
    out.owner = item.owner;
    out.clientId = item.clientId;
    out.secrets = item.secrets;
    out.createdAt = item.createdAt;
    out.updatedAt = item.updatedAt;
    out.version = item.version;
    return out;
}

Status AppResource::read(Change& change, const Scoped&, const json::Object& document, Item& item, const Item* before) {
    const std::size_t known = change.problems.size();
    apps::readJson(document, item, change.problems);
    if (!isShared(item) && document.contains("tenants")) {
        change.problems.push_back({"/tenants", "unknown_member", "belongs to apps of the front door"});
    }
    if (item.clientId.empty()) {
        item.clientId = before == nullptr ? crypto::randomToken(15) : before->clientId;
    }
    if (before != nullptr && item.clientId != before->clientId) {
        change.problems.push_back({"/clientId", "read_only", "is fixed once the app exists"});
    }
    ENSURE(checkOwner(change, item, before));
    ENSURE(checkSigningKeys(change, item));
    if (change.problems.size() == known) { // nobody is asked for the sake of what is refused anyway
        checkSector(change, item, before);
        readLogo(change, item, before);
    }
    if (usesSecret(item) && item.secrets.empty()) {
        addSecret(item, change.now());
    }
    if (!usesSecret(item)) {
        item.secrets.clear();
    }
    return {};
}

Status AppResource::insert(Change& change, const Scoped&, Item& item) {
    forgetAfterCommit(change);
    ENSURE(apps::insert(change.writer(), item));
    return apps::keepLogo(change.writer(), item, item.logo);
}

Status AppResource::update(Change& change, const Scoped&, Item& item, const Item&) {
    item.updatedAt = change.now();
    forgetAfterCommit(change);
    ENSURE(apps::update(change.writer(), item));
    return apps::keepLogo(change.writer(), item, item.logo);
}

Status AppResource::remove(Change& change, const Scoped& scoped, const Item& item) {
    ENSURE(revokeGrants(change, item));
    forgetAfterCommit(change);
    return apps::remove(change.writer(), scoped.tenant, item.id);
}

Status AppResource::rotate(Change& change, const Scoped& scoped, Item& item) {
    if (!usesSecret(item)) {
        return fail(Code::FailedPrecondition, "app.no_secret");
    }
    const Item before = item;
    std::erase_if(item.secrets,
                  [&](const apps::SecretHash& each) { return each.expiresAt && *each.expiresAt <= change.now(); });
    for (apps::SecretHash& old : item.secrets) {
        const Time end = change.now() + kSecretGrace;
        old.expiresAt = old.expiresAt ? std::min(*old.expiresAt, end) : end;
    }
    addSecret(item, change.now());
    ENSURE(update(change, scoped, item, before));
    return recordItem<AppResource>(change, scoped, kUpdated, item, {{"after", {{"clientSecret", "********"}}}});
}

Status AppResource::finishRotation(Change& change, const Scoped& scoped, Item& item) {
    const Item before = item;
    std::erase_if(item.secrets, [](const apps::SecretHash& each) { return each.expiresAt.has_value(); });
    if (item.secrets.size() == before.secrets.size()) {
        return {};
    }
    ENSURE(update(change, scoped, item, before));
    return recordItem<AppResource>(change, scoped, kUpdated, item, {{"after", {{"clientSecret", "********"}}}});
}

} // namespace gatehouse::admin
