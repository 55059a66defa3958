// SPDX-License-Identifier: Apache-2.0
#include "apps/apps.h"

#include <limits>
#include <set>

#include "crypto/hash.h"
#include "crypto/random.h"

namespace gatehouse::apps {
namespace {

std::string secretsText(const App& app) {
    json::Array list;
    for (const SecretHash& secret : app.secrets) {
        json::Object item{{"hash", base64UrlEncode(secret.hash)}};
        if (secret.expiresAt) {
            item["expiresAt"] = toMillis(*secret.expiresAt);
        }
        if (secret.createdAt) {
            item["createdAt"] = toMillis(*secret.createdAt);
        }
        if (!secret.hint.empty()) {
            item["hint"] = secret.hint;
        }
        list.push_back(std::move(item));
    }
    return json::write(json::Value(std::move(list)));
}

std::string documentText(const App& app) {
    json::Object document = toJson(app);
    for (const char* member : {"id", "createdAt", "updatedAt"}) {
        document.erase(member);
    }
    return json::write(document);
}

Result<App> fromRow(const store::Row& row) {
    App app;
    app.owner = TenantId(std::string(row.text(0)));
    app.id = AppId(std::string(row.text(1)));
    Problems ignored; // what was stored was judged when it was submitted; rules that came later must not lose a row
    TRY(document, json::parseObject(row.text(2)));
    readJson(document, app, ignored);
    TRY(secrets, json::parse(row.text(3)));
    for (const json::Value& item : secrets.as_array()) {
        SecretHash secret;
        TRY(hash, base64UrlDecode(json::stringMember(item.as_object(), "hash").value_or("")));
        secret.hash = hash;
        if (const auto expires = json::integerMember(item.as_object(), "expiresAt")) {
            secret.expiresAt = fromMillis(*expires);
        }
        if (const auto created = json::integerMember(item.as_object(), "createdAt")) {
            secret.createdAt = fromMillis(*created);
        }
        secret.hint = json::stringMember(item.as_object(), "hint").value_or("");
        app.secrets.push_back(std::move(secret));
    }
    app.createdAt = fromMillis(row.integer(4));
    app.updatedAt = fromMillis(row.integer(5));
    app.version = row.integer(6);
    return app;
}

Result<App> one(store::Reader& reader, std::string_view sql, store::Args args) {
    Result<App> found = fail(Code::NotFound, "apps.not_found");
    ENSURE(reader.query(sql, args, [&](const store::Row& row) {
        found = fromRow(row);
        return false;
    }));
    return found;
}

} // namespace

std::vector<store::Migration> migrations() {
    return {{"apps", 1,
             "CREATE TABLE apps (owner TEXT NOT NULL, id TEXT NOT NULL, client_id TEXT NOT NULL, name TEXT NOT NULL,"
             " document TEXT NOT NULL, secrets TEXT NOT NULL, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL,"
             " version INTEGER NOT NULL, PRIMARY KEY (owner, id)) {table};"
             "CREATE UNIQUE INDEX apps_client_id ON apps (owner, client_id);"},
            {"apps", 2,
             "CREATE TABLE registration_tokens (owner TEXT NOT NULL REFERENCES tenants (id) ON DELETE CASCADE, id TEXT "
             "NOT NULL, hash BLOB NOT NULL, name TEXT NOT NULL, rules TEXT NOT NULL, uses_left INTEGER NOT NULL,"
             " created_by TEXT NOT NULL, created_at INTEGER NOT NULL, expires_at INTEGER NOT NULL, last_used INTEGER,"
             " PRIMARY KEY (owner, id)) {table};"
             "CREATE UNIQUE INDEX registration_tokens_hash ON registration_tokens (owner, hash);"
             "CREATE TABLE registrations (owner TEXT NOT NULL, app_id TEXT NOT NULL, token_hash BLOB NOT NULL,"
             " made_by TEXT NOT NULL, rules TEXT NOT NULL, metadata TEXT NOT NULL, PRIMARY KEY (owner, app_id),"
             " FOREIGN KEY (owner, app_id) REFERENCES apps (owner, id) ON DELETE CASCADE) {table};"},
            {"apps", 3,
             "CREATE TABLE app_logos (owner TEXT NOT NULL, app_id TEXT NOT NULL, media_type TEXT NOT NULL,"
             " image BLOB NOT NULL, PRIMARY KEY (owner, app_id),"
             " FOREIGN KEY (owner, app_id) REFERENCES apps (owner, id) ON DELETE CASCADE) {heap};"}};
}

Result<App> find(store::Reader& reader, const TenantId& owner, const AppId& id) {
    return one(
        reader,
        "SELECT owner, id, document, secrets, created_at, updated_at, version FROM apps WHERE owner = $1 AND id = $2",
        {owner.text(), id.text()});
}

Result<App> findByClientId(store::Reader& reader, const TenantId& owner, std::string_view clientId) {
    return one(reader,
               "SELECT owner, id, document, secrets, created_at, updated_at, version FROM apps WHERE owner = $1 AND "
               "client_id = $2",
               {owner.text(), clientId});
}

Result<Page> list(store::Reader& reader, const TenantId& owner, std::string_view query, std::string_view cursor,
                  std::size_t limit) {
    Page page;
    Status status;
    const std::string wanted = asciiLower(query);
    ENSURE(reader.query("SELECT owner, id, document, secrets, created_at, updated_at, version FROM apps WHERE owner = "
                        "$1 AND id > $2 ORDER BY id",
                        {owner.text(), cursor}, [&](const store::Row& row) {
                            auto app = fromRow(row);
                            if (!app) {
                                status = tl::unexpected<Error>(app.error());
                                return false;
                            }
                            if (!wanted.empty() &&
                                asciiLower(app->name + "\n" + app->clientId).find(wanted) == std::string::npos) {
                                return true;
                            }
                            if (page.items.size() == limit) {
                                page.nextCursor = page.items.back().id.text();
                                return false;
                            }
                            page.items.push_back(*std::move(app));
                            return true;
                        }));
    ENSURE(status);
    return page;
}

Status insert(store::Writer& writer, const App& app) {
    TRY(rows, writer.execute(
                  "INSERT INTO apps (owner, id, client_id, name, document, secrets, created_at, updated_at, version)"
                  " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1) ON CONFLICT DO NOTHING",
                  {app.owner.text(), app.id.text(), app.clientId, app.name, documentText(app), secretsText(app),
                   toMillis(app.createdAt), toMillis(app.updatedAt)}));
    if (rows != 1) {
        return fail(Code::Conflict, "apps.client_id_taken");
    }
    return {};
}

Status update(store::Writer& writer, App& app) {
    auto rows = writer.execute(
        "UPDATE apps SET client_id = $1, name = $2, document = $3, secrets = $4, updated_at = $5, version = version + 1"
        " WHERE owner = $6 AND id = $7 AND version = $8",
        {app.clientId, app.name, documentText(app), secretsText(app), toMillis(app.updatedAt), app.owner.text(),
         app.id.text(), app.version});
    if (!rows && rows.error().reason == "store.constraint") {
        return fail(Code::Conflict, "apps.client_id_taken");
    }
    ENSURE(rows);
    if (*rows != 1) {
        return fail(Code::Conflict, "apps.stale");
    }
    ++app.version;
    return {};
}

Status remove(store::Writer& writer, const TenantId& owner, const AppId& id) {
    TRY(rows, writer.execute("DELETE FROM apps WHERE owner = $1 AND id = $2", {owner.text(), id.text()}));
    if (rows != 1) {
        return fail(Code::NotFound, "apps.not_found");
    }
    return {};
}

NewSecret makeSecret(std::optional<Time> now) {
    constexpr std::size_t kHint = 4;
    std::string text = crypto::randomToken();
    SecretHash kept{crypto::sha256(text), std::nullopt, text.substr(text.size() - kHint), now};
    return {Secret(std::move(text)), std::move(kept)};
}

Result<std::shared_ptr<const App>> AppCache::find(const TenantId& tenant, std::string_view slug,
                                                  std::string_view clientId) {
    if (clientId.empty() || clientId.size() > 200) {
        return fail(Code::NotFound, "apps.not_found");
    }
    for (const TenantId& owner : {tenant, platformTenant()}) {
        auto app = m_byClientId.get(owner.text() + "\n" + std::string(clientId), [&] {
            return m_store.read([&](store::Reader& reader) { return findByClientId(reader, owner, clientId); });
        });
        if (app && (tenant == platformTenant() || servesTenant(**app, tenant, slug))) {
            return app;
        }
        if (!app && app.error().code != Code::NotFound) {
            return app;
        }
    }
    if (m_builtIn && m_builtIn->clientId == clientId) {
        return m_builtIn;
    }
    return fail(Code::NotFound, "apps.not_found");
}

Result<std::shared_ptr<const App>> AppCache::get(const TenantId& owner, const AppId& id) {
    for (const TenantId& candidate : {owner, platformTenant()}) {
        auto app = m_byId.get(candidate.text() + "\n" + id.text(), [&] {
            return m_store.read([&](store::Reader& reader) { return apps::find(reader, candidate, id); });
        });
        if (app || app.error().code != Code::NotFound) {
            return app;
        }
    }
    if (m_builtIn && m_builtIn->id == id) {
        return m_builtIn;
    }
    return fail(Code::NotFound, "apps.not_found");
}

Result<std::shared_ptr<const std::vector<std::string>>> AppCache::detailsTypes(const TenantId& tenant,
                                                                               std::string_view slug) {
    return m_detailsTypes.get(tenant.text(), [&]() -> Result<std::vector<std::string>> {
        std::set<std::string> types;
        for (const TenantId& owner : std::set<TenantId>{tenant, platformTenant()}) {
            TRY(page, m_store.read([&](store::Reader& reader) {
                return list(reader, owner, {}, {}, std::numeric_limits<std::size_t>::max());
            }));
            for (const App& app : page.items) {
                for (const DetailsType& each : app.authorizationDetails) {
                    if (tenant == platformTenant() || servesTenant(app, tenant, slug)) {
                        types.insert(each.type);
                    }
                }
            }
        }
        return std::vector<std::string>(types.begin(), types.end());
    });
}

Result<std::int64_t> count(store::Reader& reader, const TenantId& owner) {
    std::int64_t count = 0;
    ENSURE(reader.query("SELECT COUNT(*) FROM apps WHERE owner = $1", {owner.text()}, [&count](const store::Row& row) {
        count = row.integer(0);
        return false;
    }));
    return count;
}

} // namespace gatehouse::apps
