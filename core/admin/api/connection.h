// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "admin/api/raw_json.h"
#include "base/time.h"

namespace gatehouse::admin::api {

/// How an upstream IdP has been doing. Read-only.
struct Health {
    std::optional<Time> lastRefresh;
    std::optional<Time> lastSuccess;
    std::optional<Time> lastFailure;
    std::string lastFailureReason;    ///< slug, in docs/errors.md
    std::string lastFailureReference; ///< of the flow, "GH-XXXX-XXXX"
};

/// One authentication level by its two names: the apps', and the provider's ("amr:..." for a value of its `amr`).
struct AcrPair {
    std::string ours;
    std::string theirs;
};

/// One thing that ends at its time, such as a certificate of a SAML provider.
struct SigningCertificate {
    std::string subject;
    std::string fingerprint; ///< SHA-256, "AB:CD:..."
    std::optional<Time> notBefore;
    std::optional<Time> notAfter;
};

/// What a connection of type saml is set up with at the provider. Read-only.
struct SamlService {
    std::string entityId; ///< ours; also where our metadata is
    std::string acsUrl;
    std::string sloUrl;
    std::vector<SigningCertificate> certificates; ///< the provider's, as they are used now
    std::vector<std::string> pendingChanges;      ///< of its metadata, to be approved: entityId, ssoUrl, sloUrl, keys
    std::optional<Time> pendingSince;
    std::string recognised; ///< name of the preset that its metadata looks like; empty: of none
};

/// `T/connections/{id}`: an upstream identity provider.
struct Connection {
    std::string id;            ///< UUIDv7; may be chosen at creation, fixed afterwards
    std::string name;          ///< unique within the tenant, [a-z0-9-]; the `idp` claim
    std::string displayName;   ///< on the button of the sign-in page
    std::string type = "oidc"; ///< oidc | saml; fixed once it is made
    bool enabled = true;
    std::string issuer;                        ///< byte for byte; may hold Entra's {tenantid}
    std::vector<std::string> allowedTenantIds; ///< for the Entra template: the tid values that may sign in
    std::string clientId;
    std::optional<std::string> clientSecret; ///< write-only; asked for again when issuer changes
    bool hasClientSecret = false;            ///< read-only
    std::string clientAuth =
        "client_secret_basic"; ///< client_secret_basic | client_secret_post | private_key_jwt | none
    std::vector<std::string> scopes = {"openid", "email", "profile"};
    // Of type saml. What the provider publishes is taken from its metadata; what is given here comes before it.
    std::string metadataUrl;
    std::string metadataXml;
    bool metadataQuery = false;               ///< metadataUrl is the base of a Metadata Query Protocol responder
    std::vector<std::string> metadataSigners; ///< PEM: one of them has to have signed the metadata
    std::string entityId;                     ///< the provider's
    std::string ssoUrl;
    std::string ssoBinding = "redirect"; ///< redirect | post
    std::string sloUrl;
    std::vector<std::string> certificates; ///< PEM, each one
    bool signRequests = true;
    bool wantAssertionsSigned = true;
    bool wantAssertionsEncrypted = false;
    std::string nameIdFormat;
    std::vector<std::string> authnContext;
    bool allowIdpInitiated = false;
    std::int64_t clockSkew = 120;              ///< seconds
    std::string preset;                        ///< a name of /presets, which gives what is left out
    std::vector<std::string> entityCategories; ///< URIs that our metadata claims
    std::optional<SamlService> saml;           ///< read-only
    // Of both.
    std::vector<std::string> acrValues;
    std::vector<AcrPair> acrMapping;
    bool trustEmail = false;
    std::vector<std::string> domains;
    std::string trustedAuthorities; ///< PEM of those that its servers may prove themselves by, besides the system's
    RawJson mapping;                ///< contract section 4, Mapping
    std::string redirectUri;        ///< to be registered at the IdP; read-only
    Health health;                  ///< read-only
    std::optional<Time> createdAt;  ///< read-only
    std::optional<Time> updatedAt;  ///< read-only
};

/// What a button beside a stage can do.
struct TestFix {
    std::string kind;  ///< fix_address | retry | proxy_settings | view_certificate | trust_authority | ...
    std::string value; ///< what it needs: an address, an issuer, a reference; may be empty
};

/// One stage of a connection test or of the doctor.
struct TestStep {
    std::string name;
    std::string status = "ok"; ///< ok | warn | fail | skipped
    std::string detail;
    std::string hint;                ///< what to do; empty when ok
    std::optional<TestFix> fix = {}; ///< where a button can do it
    std::vector<TestFix> fixes = {}; ///< every button there is, `fix` the first of them
};

/// The event `test`: a stage of a running connection test, as soon as it is known.
struct TestStage {
    std::string tenant; ///< slug
    std::string run;    ///< as the caller named it in ?run=
    TestStep step;
};

/// What a person is shown of a certificate before trusting it.
struct Certificate {
    std::string subject;
    std::string issuer;
    std::vector<std::string> names; ///< DNS names of a server
    std::optional<Time> notBefore;
    std::optional<Time> notAfter;
    std::string fingerprint; ///< SHA-256, "AB:CD:..."
    bool authority = false;  ///< may sign others' certificates
    std::string pem;
};

/// `POST T/connections/certificate`: look at what a server shows, without asking it anything.
struct CertificateRequest {
    std::string address;     ///< https
    std::string authorities; ///< PEM: must stand above what the server shows, or the request is refused
};
struct PresentedCertificates {
    std::string address;
    bool trusted = false;                  ///< with `authorities` too, if there are any
    std::string detail;                    ///< why it is not
    std::vector<Certificate> certificates; ///< the server's own first
    std::vector<Certificate> authorities;  ///< of the request
};

/// `POST T/connections/{id}/test`
struct ConnectionTest {
    bool ok = false;
    std::vector<TestStep> steps;
};

/// `POST T/connections/{id}/test-sign-in`: to be opened in a browser, once, within five minutes.
struct TestSignIn {
    std::string flowId;
    std::string reference; ///< "GH-XXXX-XXXX"
    std::string url;       ///< a secret until it was opened
};

/// `GET T/connections/{id}/usage`, `GET T/usage`: what a change would affect.
struct Usage {
    std::int64_t users = 0;    ///< with an account of the connection
    std::int64_t sessions = 0; ///< alive
    std::int64_t apps = 0;     ///< of a connection: that people signed in to, as far as logins are kept
    std::int64_t logins24h = 0;
};

/// `POST T/connections/{id}/preview`: one of the first four, and a mapping to try instead of the stored one.
struct PreviewRequest {
    std::optional<RawJson> claims;
    std::optional<std::string> idToken;
    std::optional<std::string> samlResponse;
    std::optional<std::string> flowId;
    std::optional<RawJson> mapping;
};

/// Where one value came from.
struct PreviewTrace {
    std::string target;
    std::string source;
    RawJson value;
    std::string step;
};

struct PreviewError {
    std::string code;
    std::string claim;
    std::string message;
};

/// What a login with these claims would do. Nothing is changed.
struct Preview {
    std::string outcome; ///< create | match | reject
    std::optional<std::string> userId;
    RawJson user;
    std::vector<std::string> roles;
    std::vector<std::string> groups;
    std::vector<PreviewTrace> trace;
    std::vector<PreviewError> errors;
    RawJson claims;                        ///< what was mapped
    std::string roleMode;                  ///< of the tenant: replace | merge
    std::vector<std::string> rolesAdded;   ///< that the person does not have now
    std::vector<std::string> rolesRemoved; ///< that the person has now, from sign-ins
    bool bindsIdentity = false;            ///< the first sign-in with this account: it is bound to the person for good
};

} // namespace gatehouse::admin::api
