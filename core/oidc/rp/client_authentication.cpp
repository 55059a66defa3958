// SPDX-License-Identifier: Apache-2.0
#include "oidc/rp/client_authentication.h"

#include "crypto/random.h"
#include "jose/jws.h"

namespace gatehouse::oidc::rp {
namespace {

// application/x-www-form-urlencoded, as RFC 6749 section 2.3.1 asks before the Basic scheme is applied.
std::string formEncode(std::string_view text) {
    http::Parameters pair;
    pair.append("", std::string(text));
    return pair.encode().substr(1);
}

} // namespace

Status authenticate(const connections::Connection& connection, const keys::KeyRing& keys, Time now,
                    http::OutboundRequest& request, http::Parameters& form) {
    switch (connection.clientAuth) {
    case connections::ClientAuth::ClientSecretBasic: {
        const std::string pair = formEncode(connection.clientId) + ":" + formEncode(connection.clientSecret.reveal());
        request.headers.set("Authorization", "Basic " + base64Encode(pair));
        return {};
    }
    case connections::ClientAuth::ClientSecretPost:
        form.append("client_id", connection.clientId);
        form.append("client_secret", std::string(connection.clientSecret.reveal()));
        return {};
    case connections::ClientAuth::None:
        form.append("client_id", connection.clientId);
        return {};
    case connections::ClientAuth::PrivateKeyJwt: {
        TRY(signing, keys.signingKey(connection.tenant));
        const json::Object claims{{"iss", connection.clientId}, {"sub", connection.clientId},
                                  {"aud", connection.issuer},   {"jti", crypto::newUuid(now)},
                                  {"iat", toUnixSeconds(now)},  {"exp", toUnixSeconds(now) + 60}};
        TRY(assertion, jose::signCompact({{"typ", "JWT"}, {"kid", signing->kid}}, json::write(claims), signing->key,
                                         signing->algorithm));
        form.append("client_id", connection.clientId);
        form.append("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        form.append("client_assertion", std::move(assertion));
        return {};
    }
    }
    return fail(Code::Internal, "connections.client_auth");
}

} // namespace gatehouse::oidc::rp
