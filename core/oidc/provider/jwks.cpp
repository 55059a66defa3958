// SPDX-License-Identifier: Apache-2.0
#include "keys/publication.h"
#include "oauth/error.h"
#include "oidc/provider/provider.h"
#include "web/security_headers.h"

namespace gatehouse::oidc::provider {
namespace {

// An app may be told to fetch from jwks?client_id=...: the set is the same, and it is known who has it.
AppId claimedApp(const Parts& parts, const Issuer& issuer, const http::Request& request) {
    const auto query = http::Parameters::parse(request.query);
    const auto clientId = query ? query->get("client_id") : std::nullopt;
    if (!clientId || clientId->empty()) {
        return {};
    }
    const auto app = parts.apps.find(issuer.keys, issuer.slug(), *clientId);
    return app ? (*app)->id : AppId();
}

} // namespace

// RFC 7517, 5. Public, so nobody is asked who he is; who it was is counted as well as it can be known.
http::Response Provider::jwks(const Issuer& issuer, const http::Request& request) {
    const auto ring = m_parts.keys.ring(issuer.keys);
    if (!ring) {
        return oauth::toTokenResponse(ring.error());
    }
    if (m_parts.jwksFetches != nullptr) {
        m_parts.jwksFetches->fetched({issuer.keys, (*ring)->version, (*ring)->kids,
                                      claimedApp(m_parts, issuer, request), request.peer.address,
                                      request.headers.get("User-Agent").value_or("")},
                                     m_parts.clock.now());
    }
    const std::string etag = '"' + (*ring)->version + '"';
    const bool known = request.headers.get("If-None-Match") == etag;
    http::Response response = known ? http::Response() : web::jsonResponse(200, (*ring)->jwks);
    response.status = known ? 304 : 200;
    response.headers.set("ETag", etag);
    response.headers.set("Cache-Control", "public, max-age=" + std::to_string(keys::kJwksMaxAge.count()));
    return response;
}

} // namespace gatehouse::oidc::provider
