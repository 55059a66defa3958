// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "account/account_view.h"
#include "oidc/provider/parts.h"
#include "web/router.h"

namespace gatehouse::account {

/// A person's own page. A browser without a session at the tenant is sent through the normal sign-in first, and comes
/// back.
class AccountPage {
public:
    explicit AccountPage(oidc::provider::Parts parts)
        : m_parts(std::move(parts)) {}
    /// `/t/{tenant}/account`, and `/account/export` below it.
    void mount(web::Router& router);

private:
    [[nodiscard]] http::Response show(const web::Context& context);
    /// A form of the page: ends a session or all others, or withdraws a consent.
    [[nodiscard]] http::Response act(const web::Context& context);
    /// Everything that is kept of the person, as a file.
    [[nodiscard]] http::Response download(const web::Context& context);
    /// Who is here; or what the browser gets instead: a sign-in, or a page that says why not.
    [[nodiscard]] tl::expected<Visit, http::Response> visitOf(const web::Context& context);
    [[nodiscard]] http::Response signIn(const web::Context& context, const Visit& visit, const SessionId& toRaise);

    oidc::provider::Parts m_parts;
};

} // namespace gatehouse::account
