// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "admin/api/codec.h"
#include "admin/crud.h"
#include "admin/handlers.h"
#include "admin/tokens.h"
#include "connections/connections.h"
#include "http/certificate.h"
#include "http/certificate_file.h"
#include "keys/signing_keys.h"
#include "tenants/tenants.h"

namespace gatehouse::admin {

namespace {

constexpr std::size_t kAtOnce = 500;
constexpr Seconds kStopped{30 * 24 * 3600};
constexpr Seconds kShortLived{7 * 24 * 3600};
constexpr Seconds kSigningKeyLife{365 * 24 * 3600}; ///< after that a key should be another one; it goes on signing

/// Ordered by the time of the end, in whole milliseconds with leading zeros.
KeyedItem keyed(const api::Expiry& expiry) {
    const std::string millis = std::to_string(toMillis(*expiry.expiresAt));
    return {std::string(20 - std::min<std::size_t>(20, millis.size()), '0') + millis + expiry.id,
            api::toJson(expiry).get_object()};
}

/// Services that are refused from some time on, and the old secrets of apps that were rotated and go on for a while. A
/// service whose time is over is listed for a month more: somebody may look for what has stopped.
Status addApps(store::Reader& reader, const Context& context, const TenantId& owner, const std::string& slug,
               std::vector<KeyedItem>& out) {
    for (std::optional<std::string> cursor = ""; cursor;) {
        TRY(page, apps::list(reader, owner, "", *cursor, kAtOnce));
        for (const apps::App& app : page.items) {
            if (app.expiresAt && *app.expiresAt > context.request.now - kStopped) {
                out.push_back(keyed({"app:" + app.id.text(), "app", slug, app.id.text(), app.name, app.expiresAt}));
            }
            for (const apps::SecretHash& secret : app.secrets) {
                if (secret.expiresAt && *secret.expiresAt > context.request.now) {
                    out.push_back(keyed({"app-secret:" + app.id.text(), "app-secret", slug, app.id.text(), app.name,
                                         secret.expiresAt}));
                }
            }
        }
        cursor = page.nextCursor;
    }
    return {};
}

/// A key that signs does not end by itself: what is listed is when it is due for rotation.
Status addKeys(store::Reader& reader, const TenantId& owner, const std::string& slug, std::vector<KeyedItem>& out) {
    TRY(all, keys::listKeys(reader, owner));
    for (const keys::KeyInfo& key : all) {
        if (key.state == keys::KeyState::Active && key.use == "sig") {
            out.push_back(keyed({"signing-key:" + key.kid, "signing-key", slug, key.kid, key.alg,
                                 key.activatedAt.value_or(key.createdAt) + kSigningKeyLife}));
        }
    }
    return {};
}

/// What a connection's servers must prove themselves by: from the end of one of them on, nobody signs in through it.
void addAuthorities(const connections::Connection& connection, const std::string& slug, std::vector<KeyedItem>& out) {
    const auto authorities = http::readCertificates(connection.trustedAuthorities);
    if (!authorities) {
        return; // there are none
    }
    for (const http::Certificate& each : *authorities) {
        out.push_back(keyed({"trusted-authority:" + connection.id.text() + ":" + each.fingerprint, "trusted-authority",
                             slug, connection.id.text(), each.subject, each.notAfter, connection.name}));
    }
}

std::shared_ptr<const connections::Provider> heldDescription(const Services& services,
                                                             const connections::Connection& connection) {
    if (connection.type == connections::Type::Oidc) {
        return services.providers.held(connection);
    }
    const auto held = services.samlIdps == nullptr ? nullptr : services.samlIdps->held(connection);
    return held ? held->description : nullptr;
}

/// Of enabled connections: the authorities that they trust, and the certificates that their providers' keys were seen
/// with. Nobody is asked for them.
Status addConnections(store::Reader& reader, const Context& context, const TenantId& owner, const std::string& slug,
                      std::vector<KeyedItem>& out) {
    const auto sealer = context.services.keys.sealerFor(owner);
    if (!sealer) {
        return {}; // who has locked his keys signs nobody in
    }
    for (std::optional<std::string> cursor = ""; cursor;) {
        TRY(page, connections::list(reader, *sealer, "", *cursor, kAtOnce));
        for (const connections::Connection& connection : page.items) {
            if (!connection.enabled) {
                continue;
            }
            addAuthorities(connection, slug, out);
            const auto provider = heldDescription(context.services, connection);
            if (provider && provider->certificatesEnd) {
                const std::string id = connection.id.text();
                out.push_back(keyed({"provider-certificate:" + id, "provider-certificate", slug, id, connection.name,
                                     provider->certificatesEnd, connection.name}));
            }
        }
        cursor = page.nextCursor;
    }
    return {};
}

Status addTokens(store::Reader& reader, const Context& context, std::vector<KeyedItem>& out) {
    TRY(platform, context.services.keys.sealerFor(platformTenant()));
    TRY(tokens, listTokens(reader, platform, context.request.caller.tenant));
    for (const Token& token : tokens) {
        // One that was made for a moment is meant to end.
        if (token.expiresAt <= context.request.now || token.expiresAt - token.createdAt < kShortLived) {
            continue;
        }
        const auto tenant = token.tenant ? context.services.tenants.byId(*token.tenant) : nullptr;
        out.push_back(keyed({"token:" + token.id, "token", tenant ? tenant->slug : std::string(), token.id, token.name,
                             token.expiresAt}));
    }
    return {};
}

Status addAll(store::Reader& reader, const Context& context, std::vector<KeyedItem>& out) {
    const auto& only = context.request.caller.tenant;
    for (std::optional<std::string> cursor = ""; cursor;) {
        TRY(page, tenants::listTenants(reader, "", *cursor, kAtOnce));
        for (const tenants::Tenant& tenant : page.items) {
            if (!only || tenant.id == *only) {
                ENSURE(addApps(reader, context, tenant.id, tenant.slug, out));
                ENSURE(addKeys(reader, tenant.id, tenant.slug, out));
                ENSURE(addConnections(reader, context, tenant.id, tenant.slug, out));
            }
        }
        cursor = page.nextCursor;
    }
    if (!only) {
        ENSURE(addApps(reader, context, platformTenant(), "", out));
        ENSURE(addKeys(reader, platformTenant(), "", out));
    }
    return addTokens(reader, context, out);
}

Answered list(const Context& context) {
    const auto query = pageQuery(context.request);
    if (!query) {
        return tl::unexpected(query.error());
    }
    std::vector<KeyedItem> items;
    ENSURE(context.services.store.read([&](store::Reader& reader) { return addAll(reader, context, items); }));
    if (!context.request.caller.tenant && !context.services.tlsCertificate.empty()) {
        // A file that cannot be read keeps the certificate that was loaded: nothing is said of its end.
        if (const auto facts = http::readCertificate(context.services.tlsCertificate)) {
            items.push_back(keyed({"tls-certificate:", "tls-certificate", "", "", facts->subject, facts->notAfter}));
        }
    }
    std::sort(items.begin(), items.end(), [](const KeyedItem& a, const KeyedItem& b) { return a.key < b.key; });
    // An authority that is given twice is one.
    items.erase(std::unique(items.begin(), items.end(), [](const auto& a, const auto& b) { return a.key == b.key; }),
                items.end());
    return pageOf(std::move(items), *query);
}

constexpr Handler kHandlers[] = {{"expiry.list", list}};

} // namespace

std::span<const Handler> expiryHandlers() {
    return kHandlers;
}

} // namespace gatehouse::admin
