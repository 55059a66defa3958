// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/ids.h"

namespace gatehouse::web {

/// The broker's own addresses (contract section 2). Made from configuration alone, never from a Host header
/// (security.md AD-26).
class PublicUrl {
public:
    /// `base`: scheme, host and port, perhaps a path, without a trailing slash.
    explicit PublicUrl(std::string base)
        : m_base(std::move(base)) {}
    [[nodiscard]] const std::string& base() const { return m_base; }
    [[nodiscard]] bool secure() const { return m_base.starts_with("https://"); }
    /// The issuer of a tenant: `<public-url>/t/{slug}`. The front door's is base().
    [[nodiscard]] std::string tenantIssuer(std::string_view slug) const;
    [[nodiscard]] std::string oidcCallback(const ConnectionId& connection) const;
    /// `<public-url>/sso/saml/{connectionId}/{what}`: metadata (also our entity ID), acs, slo.
    [[nodiscard]] std::string samlService(const ConnectionId& connection, std::string_view what) const;
    /// Where a browser begins an administrator's test of a connection; the ticket is a secret.
    [[nodiscard]] std::string testSignIn(std::string_view slug, std::string_view ticket) const;
    /// A cookie's full name: with `__Host-` where the address is https, plain on loopback http, where browsers and
    /// clients would not store it otherwise.
    [[nodiscard]] std::string cookieName(std::string_view name) const;

private:
    std::string m_base;
};

} // namespace gatehouse::web
