// SPDX-License-Identifier: Apache-2.0
#include "web/public_url.h"

namespace gatehouse::web {

std::string PublicUrl::tenantIssuer(std::string_view slug) const {
    return m_base + "/t/" + std::string(slug);
}

std::string PublicUrl::oidcCallback(const ConnectionId& connection) const {
    return m_base + "/sso/oidc/" + connection.text() + "/callback";
}

std::string PublicUrl::samlService(const ConnectionId& connection, std::string_view what) const {
    return m_base + "/sso/saml/" + connection.text() + "/" + std::string(what);
}

std::string PublicUrl::testSignIn(std::string_view slug, std::string_view ticket) const {
    return m_base + "/t/" + std::string(slug) + "/test-sign-in/" + std::string(ticket);
}

std::string PublicUrl::cookieName(std::string_view name) const {
    return (secure() ? "__Host-" : "") + std::string(name);
}

} // namespace gatehouse::web
