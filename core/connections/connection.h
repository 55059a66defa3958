// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/ids.h"
#include "base/problem.h"
#include "base/secret.h"
#include "base/time.h"
#include "json/json.h"

namespace gatehouse::connections {

enum class Type { Oidc, Saml };
enum class ClientAuth { ClientSecretBasic, ClientSecretPost, PrivateKeyJwt, None };

/// One authentication level by its two names: what apps and tenants call it, and what this provider does. `theirs` is a
/// value of the ID token's `acr` or `acrs`, or behind "amr:" one of its `amr`.
struct AcrPair {
    std::string ours;
    std::string theirs;
    friend bool operator==(const AcrPair&, const AcrPair&) = default;
};

/// How a SAML provider takes our requests (SAML V2.0 Bindings, 3.4 and 3.5).
enum class Binding { Redirect, Post };

/// What a connection of type saml has besides. The provider's own entity ID, addresses and certificates come from its
/// metadata; what is given here by hand comes before it.
struct SamlSettings {
    std::string metadataUrl;                  ///< fetched again by itself
    std::string metadataXml;                  ///< as it was pasted
    bool metadataQuery = false;               ///< metadataUrl is the base of a Metadata Query Protocol responder
    std::vector<std::string> metadataSigners; ///< PEM: one of them has to have signed the metadata; empty: nobody
    std::string entityId;                     ///< of the provider
    std::string ssoUrl;
    Binding ssoBinding = Binding::Redirect;
    std::string sloUrl;
    std::vector<std::string> certificates; ///< PEM, each one
    bool signRequests = true;
    bool wantAssertionsSigned = true; ///< else a signature over the response does
    bool wantAssertionsEncrypted = false;
    std::string nameIdFormat;              ///< asked for; empty: the provider's choice
    std::vector<std::string> authnContext; ///< asked for where nobody asks for a level
    bool allowIdpInitiated = false;
    Seconds clockSkew{120};
    std::string preset;                        ///< a name of saml::presets; empty: none
    std::vector<std::string> entityCategories; ///< URIs that our metadata claims for itself
    friend bool operator==(const SamlSettings&, const SamlSettings&) = default;
};

/// A tenant's identity provider, as the admin set it up. JSON shape: contract section 4, Connection.
struct Connection {
    ConnectionId id;
    TenantId tenant;
    std::string name;        ///< unique within the tenant, [a-z0-9-]; goes into the `idp` claim
    std::string displayName; ///< for the button, e.g. "Contoso"; may be empty
    Type type = Type::Oidc;
    bool enabled = true;
    std::string issuer;                        ///< byte for byte; may hold Entra's {tenantid} template
    std::vector<std::string> allowedTenantIds; ///< for the Entra template: the tid values that may sign in
    std::string clientId;
    Secret clientSecret; ///< write-only in the API; sealed in the store
    ClientAuth clientAuth = ClientAuth::ClientSecretBasic;
    std::vector<std::string> scopes{"openid", "email", "profile"};
    std::vector<std::string> acrValues; ///< asked for where nobody asks for more; ours or theirs
    std::vector<AcrPair> acrMapping;    ///< what it does not name is called the same at both
    bool trustEmail = false;
    std::vector<std::string> domains;
    std::string trustedAuthorities; ///< PEM of those that this provider's servers may prove themselves by, besides
    SamlSettings saml;              ///< of a connection of type saml; issuer, client and scopes are of OpenID Connect
    json::Value mapping = json::Object();
    Time createdAt;
    Time updatedAt;
    std::int64_t version = 1;
};

/// The resource without its secret (`clientSecret` never leaves; `hasClientSecret` says whether there is one).
[[nodiscard]] json::Object toJson(const Connection& connection);
/// Reads a submitted resource over `connection`. A change of issuer without a new clientSecret, where one is kept, is
/// the problem `secret_required` (security.md RP-22). The mapping is kept as it came; claims::parseMapping judges it.
void readJson(const json::Object& object, Connection& connection, Problems& problems);

/// True if the issuer holds Microsoft Entra's {tenantid} placeholder.
[[nodiscard]] bool isEntraTemplate(std::string_view issuer);

} // namespace gatehouse::connections
