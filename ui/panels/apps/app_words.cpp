// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/apps/app_words.h"

#include <algorithm>

namespace gatehouse::ui::panels::apps {

QString AppWords::type(const std::string& word) {
    return word == "web"       ? tr("Web application")
           : word == "spa"     ? tr("Application in the browser")
           : word == "native"  ? tr("Desktop or mobile app")
           : word == "service" ? tr("Machine client")
           : word == "saml"    ? tr("SAML application")
                               : QString::fromStdString(word);
}

QString AppWords::auth(const std::string& word) {
    return word == "client_secret_basic"           ? tr("Secret in the header (basic)")
           : word == "client_secret_post"          ? tr("Secret in the body (post)")
           : word == "private_key_jwt"             ? tr("Signed with its key (private_key_jwt)")
           : word == "tls_client_auth"             ? tr("Certificate of an authority (mTLS)")
           : word == "self_signed_tls_client_auth" ? tr("Certificate of its own (mTLS)")
           : word == "none"                        ? tr("Not at all (public, PKCE only)")
                                                   : QString::fromStdString(word);
}

QString AppWords::grant(const std::string& word) {
    return word == "authorization_code"                                ? tr("A person signs in (authorization code)")
           : word == "refresh_token"                                   ? tr("It stays signed in (refresh token)")
           : word == "client_credentials"                              ? tr("It acts for itself (client credentials)")
           : word == "urn:ietf:params:oauth:grant-type:token-exchange" ? tr("It exchanges tokens (token exchange)")
           : word == "urn:ietf:params:oauth:grant-type:jwt-bearer"
               ? tr("It comes with a token of an issuer it trusts (JWT bearer)")
           : word == "urn:ietf:params:oauth:grant-type:device_code"
               ? tr("A person signs in on another device (device code)")
               : QString::fromStdString(word);
}

bool isShared(const admin::api::App& app) {
    return app.tenants.has_value();
}

bool isSaml(const admin::api::App& app) {
    return app.type == "saml";
}

bool isMachine(const admin::api::App& app) {
    return app.type == "service";
}

bool signsPeopleIn(const admin::api::App& app) {
    return hasGrant(app, "authorization_code") || !isMachine(app);
}

bool usesSecret(const admin::api::App& app) {
    return app.auth == "client_secret_basic" || app.auth == "client_secret_post";
}

bool hasGrant(const admin::api::App& app, const char* grant) {
    return std::find(app.grantTypes.begin(), app.grantTypes.end(), grant) != app.grantTypes.end();
}

} // namespace gatehouse::ui::panels::apps
