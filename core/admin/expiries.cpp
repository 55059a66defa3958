// SPDX-License-Identifier: Apache-2.0
#include "admin/expiries.h"

#include "admin/tokens.h"
#include "connections/connections.h"
#include "crypto/certificate.h"
#include "http/certificate.h"
#include "http/certificate_file.h"
#include "keys/signing_keys.h"
#include "provisioning/tokens.h"

namespace gatehouse::admin {
namespace {

using Expiries = std::vector<api::Expiry>;

constexpr std::size_t kAtOnce = 500;
constexpr Seconds kStopped{30 * 24 * 3600};
constexpr Seconds kShortLived{7 * 24 * 3600};
constexpr Seconds kSigningKeyLife{365 * 24 * 3600}; ///< after that a key should be another one; it goes on signing

/// Whose things are listed.
struct Of {
    store::Reader& reader;
    const Services& services;
    const TenantId& owner;
    const std::string& slug; ///< empty: the broker's own
    Time now;
};

/// Services that are refused from some time on, and the old secrets of apps that were rotated and go on for a while. A
/// service whose time is over is listed for a month more: somebody may look for what has stopped.
Status addApps(const Of& of, Expiries& out) {
    for (std::optional<std::string> cursor = ""; cursor;) {
        TRY(page, apps::list(of.reader, of.owner, "", *cursor, kAtOnce));
        for (const apps::App& app : page.items) {
            if (app.expiresAt && *app.expiresAt > of.now - kStopped) {
                out.push_back({"app:" + app.id.text(), "app", of.slug, app.id.text(), app.name, app.expiresAt});
            }
            for (const apps::SecretHash& secret : app.secrets) {
                if (secret.expiresAt && *secret.expiresAt > of.now) {
                    out.push_back({"app-secret:" + app.id.text(), "app-secret", of.slug, app.id.text(), app.name,
                                   secret.expiresAt});
                }
            }
        }
        cursor = page.nextCursor;
    }
    return {};
}

std::optional<Time> certificateEnd(const keys::KeyInfo& key) {
    const auto* chain = key.publicJwk.if_contains("x5c");
    if (chain == nullptr || !chain->is_array() || chain->as_array().empty()) {
        return std::nullopt;
    }
    const auto der = base64Decode(json::view(chain->as_array().front().as_string()));
    const auto certificate = der ? crypto::readCertificate(*der) : tl::unexpected(der.error());
    return certificate ? std::optional(certificate->notAfter) : std::nullopt;
}

/// A key that signs tokens does not end by itself: what is listed is when it is due for rotation. One for SAML has a
/// certificate.
Status addKeys(const Of& of, Expiries& out) {
    TRY(all, keys::listKeys(of.reader, of.owner));
    for (const keys::KeyInfo& key : all) {
        if (key.state == keys::KeyState::Active && key.use == keys::kUseTokens) {
            out.push_back({"signing-key:" + key.kid, "signing-key", of.slug, key.kid, key.alg,
                           key.activatedAt.value_or(key.createdAt) + kSigningKeyLife});
        }
        if (const auto end = key.state == keys::KeyState::Active ? certificateEnd(key) : std::nullopt) {
            out.push_back({"saml-certificate:" + key.kid, "saml-certificate", of.slug, key.kid, key.use, end});
        }
    }
    return {};
}

/// What a connection's servers must prove themselves by: from the end of one of them on, nobody signs in through it.
void addAuthorities(const Of& of, const connections::Connection& connection, Expiries& out) {
    const auto authorities = http::readCertificates(connection.trustedAuthorities);
    if (!authorities) {
        return; // there are none
    }
    for (const http::Certificate& each : *authorities) {
        out.push_back({"trusted-authority:" + connection.id.text() + ":" + each.fingerprint, "trusted-authority",
                       of.slug, connection.id.text(), each.subject, each.notAfter, connection.name});
    }
}

/// The certificates that its provider's keys were seen with, and the end of metadata that is not fetched again. Nobody
/// is asked for them.
void addProvider(const Of& of, const connections::Connection& connection, Expiries& out) {
    const std::string id = connection.id.text();
    std::shared_ptr<const connections::Provider> provider;
    if (connection.type == connections::Type::Oidc) {
        provider = of.services.providers.held(connection);
    } else if (const auto held = of.services.samlIdps ? of.services.samlIdps->held(connection) : nullptr) {
        provider = held->description;
        if (held->idp.validUntil && connection.saml.metadataUrl.empty()) {
            out.push_back({"provider-metadata:" + id, "provider-metadata", of.slug, id, connection.name,
                           held->idp.validUntil, connection.name});
        }
    }
    if (provider && provider->certificatesEnd) {
        out.push_back({"provider-certificate:" + id, "provider-certificate", of.slug, id, connection.name,
                       provider->certificatesEnd, connection.name});
    }
}

/// But for those that have a successor: who rotated one knows that it ends.
Status addScimTokens(const Of& of, Expiries& out) {
    const auto sealer = of.services.keys.sealerFor(of.owner);
    if (!sealer) {
        return {};
    }
    TRY(tokens, provisioning::listTokens(of.reader, *sealer));
    for (const provisioning::Token& token : tokens) {
        if (token.replacedBy.empty() && token.expiresAt > of.now - kStopped &&
            token.expiresAt - token.createdAt >= kShortLived) {
            out.push_back({"scim-token:" + token.id, "scim-token", of.slug, token.id, token.name, token.expiresAt});
        }
    }
    return {};
}

/// Of those that are enabled.
Status addConnections(const Of& of, Expiries& out) {
    const auto sealer = of.services.keys.sealerFor(of.owner);
    if (!sealer) {
        return {}; // who has locked his keys signs nobody in
    }
    for (std::optional<std::string> cursor = ""; cursor;) {
        TRY(page, connections::list(of.reader, *sealer, "", *cursor, kAtOnce));
        for (const connections::Connection& connection : page.items) {
            if (!connection.enabled) {
                continue;
            }
            addAuthorities(of, connection, out);
            addProvider(of, connection, out);
        }
        cursor = page.nextCursor;
    }
    return {};
}

} // namespace

Result<Expiries> expiriesOfTenant(store::Reader& reader, const Services& services, const TenantId& tenant,
                                  const std::string& slug, Time now) {
    const Of of{reader, services, tenant, slug, now};
    Expiries out;
    ENSURE(addApps(of, out));
    ENSURE(addKeys(of, out));
    ENSURE(addConnections(of, out));
    ENSURE(addScimTokens(of, out));
    return out;
}

Result<Expiries> expiriesOfBroker(store::Reader& reader, const Services& services, Time now) {
    const std::string none;
    const Of of{reader, services, platformTenant(), none, now};
    Expiries out;
    ENSURE(addApps(of, out));
    ENSURE(addKeys(of, out));
    if (!services.tlsCertificate.empty()) {
        // A file that cannot be read keeps the certificate that was loaded: nothing is said of its end.
        if (const auto facts = http::readCertificate(services.tlsCertificate)) {
            out.push_back({"tls-certificate:", "tls-certificate", "", "", facts->subject, facts->notAfter});
        }
    }
    return out;
}

Result<Expiries> expiriesOfTokens(store::Reader& reader, const Services& services,
                                  const std::optional<TenantId>& tenant, Time now) {
    Expiries out;
    TRY(platform, services.keys.sealerFor(platformTenant()));
    TRY(tokens, listTokens(reader, platform, tenant));
    for (const Token& token : tokens) {
        // One that was made for a moment is meant to end.
        if (token.expiresAt <= now || token.expiresAt - token.createdAt < kShortLived) {
            continue;
        }
        const auto owner = token.tenant ? services.tenants.byId(*token.tenant) : nullptr;
        out.push_back(
            {"token:" + token.id, "token", owner ? owner->slug : std::string(), token.id, token.name, token.expiresAt});
    }
    return out;
}

} // namespace gatehouse::admin
