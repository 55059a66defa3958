// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "admin/api/raw_json.h"
#include "base/time.h"

namespace gatehouse::admin::api {

struct TrustedIssuer {
    std::string issuer;
    std::string subject;
    std::string audience;
    std::string jwksUri;
    bool reusable = false;
};

/// Another authorization server that an app may have identity assertions for.
struct ResourceServer {
    std::string issuer;
    std::string clientId;
    std::vector<std::string> scopes;
    std::vector<std::string> resources;
};

/// A type of authorization_details that an app may ask for.
struct DetailsType {
    std::string type;
    std::vector<std::string> members;
};

/// An attribute that an app of type saml gets.
struct ReleasedAttribute {
    std::string name;
    std::string claim; ///< email | name | given_name | family_name | preferred_username | groups | roles | sub
    std::string friendlyName;
};

/// How an app of type saml is answered, beside what its metadata says.
struct SamlApp {
    std::string nameIdFormat; ///< URI; empty: as the request or the metadata wants it
    bool signResponses = true;
    bool encryptAssertions = true;
    bool requireSignedRequests = false;
    bool idpInitiated = false;
    std::string relayState;
    std::vector<ReleasedAttribute> attributes;
};

/// A client secret as it may be shown: what it ends with, and how long it counts.
struct AppSecret {
    std::string hint;              ///< its last four characters; empty where they were not kept
    std::optional<Time> createdAt; ///< unknown where it was not kept
    std::optional<Time> expiresAt; ///< of one that was rotated out
};

/// Which tenants a front-door app serves: all, or those listed by slug. JSON: "all" or an array.
struct TenantScope {
    bool all = false;
    std::vector<std::string> slugs;
};

/// `T/apps/{id}` (one tenant) and `/admin/v1/apps/{id}` (any or listed tenants): a downstream application.
struct App {
    std::string id; ///< read-only
    std::string name;
    std::string clientId;  ///< made by the broker where absent; fixed after creation
    std::string clientUri; ///< https, as the three that follow: what people are shown of it
    std::string logoUri;
    std::string policyUri;
    std::string tosUri;
    std::vector<std::string> contacts;
    std::string type = "web"; ///< web | spa | native | service | saml
    std::vector<std::string> redirectUris;
    std::vector<std::string> postLogoutRedirectUris;
    std::string backchannelLogoutUri;
    std::string frontchannelLogoutUri;
    std::string initiateLoginUri;
    std::string auth = "client_secret_basic"; ///< client_secret_basic | client_secret_post | private_key_jwt |
                                              ///< tls_client_auth | self_signed_tls_client_auth | none
    std::optional<RawJson> jwks;
    std::string jwksUri;
    std::string tlsClientAuthSubjectDn;
    std::string tlsClientAuthSanDns;
    std::string tlsClientAuthSanUri;
    std::string tlsClientAuthSanIp;
    std::string tlsClientAuthSanEmail;
    std::string tlsClientCertificateBoundAccessTokens = "off"; ///< off | optional | required
    std::vector<std::string> grantTypes = {"authorization_code", "refresh_token"};
    std::vector<std::string> scopes = {"openid", "email", "profile", "groups", "offline_access"};
    std::vector<std::string> audiences;
    bool requirePar = false;
    bool requireSignedRequestObject = false;
    std::string dpop = "off";           ///< off | optional | required
    std::string subjectType = "public"; ///< public | pairwise
    std::vector<std::string> requiredAcr;
    std::vector<std::string> defaultAcrValues;
    std::optional<std::int64_t> defaultMaxAge; ///< seconds; absent: none
    std::string sectorIdentifierUri;           ///< https; of pairwise subjects
    /// What answers to it are signed with: ES256 | PS256 | EdDSA | RS256. Absent: the issuer's default; userinfo is not
    /// signed then.
    std::optional<std::string> idTokenSignedResponseAlg;
    std::optional<std::string> userinfoSignedResponseAlg;
    std::optional<std::string> authorizationSignedResponseAlg;
    std::optional<std::string> introspectionSignedResponseAlg;
    std::string consent = "off"; ///< off | once | always
    bool firstParty = true;
    std::optional<TenantScope> tenants; ///< front-door apps only
    std::vector<TrustedIssuer> trustedIssuers;
    std::vector<ResourceServer> resourceServers;
    std::vector<DetailsType> authorizationDetails;
    std::vector<std::string> actors;
    bool impersonation = false;
    std::string refreshPolicy = "rotate";    ///< rotate | static_bound
    std::string owner;                       ///< a user's id or an address; services only
    std::optional<Time> expiresAt;           ///< services only
    std::string spMetadataXml;               ///< of type saml; its entity ID is the client id
    std::optional<SamlApp> saml;             ///< of type saml
    std::vector<AppSecret> secrets;          ///< read-only; oldest first, the last is the current one
    std::optional<std::string> clientSecret; ///< read-only; in the answer to creation and rotate-secret alone
    std::optional<Time> createdAt;           ///< read-only
    std::optional<Time> updatedAt;           ///< read-only
};

} // namespace gatehouse::admin::api
