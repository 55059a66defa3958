// SPDX-License-Identifier: Apache-2.0
#include "oidc/provider/discovery.h"

#include "jose/jws.h"
#include "oauth/app_signatures.h"
#include "oidc/provider/device_codes.h"
#include "web/language.h"

namespace gatehouse::oidc::provider {

namespace {

/// The endpoints that an app calls by itself.
constexpr std::pair<std::string_view, std::string_view> kTakeCertificates[] = {
    {"token_endpoint", "token"},
    {"revocation_endpoint", "revoke"},
    {"introspection_endpoint", "introspect"},
    {"userinfo_endpoint", "userinfo"},
    {"pushed_authorization_request_endpoint", "par"},
    {"device_authorization_endpoint", "device_authorization"}};

} // namespace

json::Object metadata(const Issuer& issuer, const keys::Ring& ring, const std::string& mutualTls,
                      const std::vector<std::string>& detailsTypes) {
    const std::string base = issuer.url + "/oauth2/";
    const auto list = [](std::initializer_list<std::string> values) { return json::toArray(values); };
    std::vector<std::string> methods{"client_secret_basic", "client_secret_post", "private_key_jwt"};
    if (!mutualTls.empty()) {
        methods.insert(methods.end(), {"tls_client_auth", "self_signed_tls_client_auth"});
    }
    const json::Array proofs = json::toArray(methods);
    methods.emplace_back("none");
    json::Array ours; // what the ring has an active key for, the default first
    for (const keys::SigningKey& key : ring.active) {
        ours.emplace_back(jose::signatureName(key.algorithm));
    }
    const json::Array signatures = json::toArray(oauth::appSignatureNames());
    json::Object out;
    out["issuer"] = issuer.url;
    out["authorization_endpoint"] = base + "authorize";
    out["token_endpoint"] = base + "token";
    out["userinfo_endpoint"] = base + "userinfo";
    out["jwks_uri"] = base + "jwks";
    out["introspection_endpoint"] = base + "introspect";
    out["revocation_endpoint"] = base + "revoke";
    out["pushed_authorization_request_endpoint"] = base + "par";
    if (!issuer.isFrontDoor()) { // with a token that the tenant's administrators make
        out["registration_endpoint"] = base + "register";
    }
    out["device_authorization_endpoint"] = base + "device_authorization";
    out["end_session_endpoint"] = base + "logout";
    out["backchannel_logout_supported"] = true;
    out["backchannel_logout_session_supported"] = true;
    out["frontchannel_logout_supported"] = true;
    out["frontchannel_logout_session_supported"] = true;
    if (!issuer.isFrontDoor()) {
        out["global_token_revocation_endpoint"] = base + "global-token-revocation";
    }
    out["scopes_supported"] = list({"openid", "email", "profile", "groups", "offline_access"});
    out["response_types_supported"] = list({"code"});
    out["response_modes_supported"] = list({"query", "form_post", "jwt", "query.jwt", "form_post.jwt"});
    out["authorization_signing_alg_values_supported"] = ours;
    out["grant_types_supported"] =
        list({"authorization_code", "refresh_token", "client_credentials", std::string(kDeviceGrant),
              "urn:ietf:params:oauth:grant-type:jwt-bearer", "urn:ietf:params:oauth:grant-type:token-exchange"});
    out["identity_chaining_requested_token_types_supported"] = list({"urn:ietf:params:oauth:token-type:id-jag"});
    if (!issuer.isFrontDoor()) { // whose people an assertion speaks of, a tenant's own issuer says
        out["authorization_grant_profiles_supported"] = list({"urn:ietf:params:oauth:grant-profile:id-jag"});
    }
    out["subject_types_supported"] = list({"public", "pairwise"});
    out["id_token_signing_alg_values_supported"] = ours;
    out["userinfo_signing_alg_values_supported"] = ours;
    out["token_endpoint_auth_methods_supported"] = json::toArray(methods);
    out["token_endpoint_auth_signing_alg_values_supported"] = signatures;
    out["introspection_endpoint_auth_methods_supported"] = proofs;
    out["introspection_signing_alg_values_supported"] = ours;
    out["introspection_endpoint_auth_signing_alg_values_supported"] = signatures;
    out["revocation_endpoint_auth_methods_supported"] = out["token_endpoint_auth_methods_supported"];
    out["revocation_endpoint_auth_signing_alg_values_supported"] = signatures;
    out["dpop_signing_alg_values_supported"] = signatures;
    if (!mutualTls.empty()) { // RFC 8705, 3.3 and 5
        out["tls_client_certificate_bound_access_tokens"] = true;
        json::Object aliases;
        for (const auto& [name, path] : kTakeCertificates) {
            aliases[name] = mutualTls + "/oauth2/" + std::string(path);
        }
        out["mtls_endpoint_aliases"] = std::move(aliases);
    }
    out["claims_supported"] = list({"sub",  "iss",        "aud",         "exp",           "iat",     "auth_time",
                                    "acr",  "amr",        "sid",         "nonce",         "at_hash", "org_id",
                                    "org",  "idp",        "roles",       "groups",        "email",   "email_verified",
                                    "name", "given_name", "family_name", "session_expiry"});
    if (!detailsTypes.empty()) { // RFC 9396, 10
        out["authorization_details_types_supported"] = json::toArray(detailsTypes);
    }
    out["acr_values_supported"] = json::toArray(tenants::knownAcr());
    out["code_challenge_methods_supported"] = list({"S256"});
    out["prompt_values_supported"] = list({"none", "login", "consent", "select_account"});
    out["authorization_response_iss_parameter_supported"] = true;
    out["claims_parameter_supported"] = true;
    out["request_parameter_supported"] = true;
    out["request_object_signing_alg_values_supported"] = signatures;
    out["request_uri_parameter_supported"] = false;
    json::Array tags;
    for (const web::Language language : web::languages()) {
        tags.emplace_back(web::tagOf(language));
    }
    out["ui_locales_supported"] = std::move(tags);
    return out;
}

} // namespace gatehouse::oidc::provider
