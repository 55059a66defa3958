// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "apps/app.h"
#include "http/forms.h"
#include "http/message.h"
#include "login/login_service.h"
#include "oidc/provider/home_realm.h"
#include "oidc/provider/issuer.h"
#include "web/language.h"
#include "json/json.h"

namespace gatehouse::oidc::provider {

/// Who is at the browser's end of a request to one of the provider's pages.
[[nodiscard]] login::Browser browserOf(const http::Request& request, const web::PublicUrl& publicUrl);

/// A page that asks how to go on: of which address it is, what that was asked with, and the language it is in. What is
/// chosen leads to the same address, with the choice added.
struct Asking {
    const Issuer& issuer;
    const apps::App& app;
    json::Object about; ///< the app: aboutApp
    http::Parameters parameters;
    web::Language language;
    std::string address;
};

/// Which of the accounts that are signed in already.
[[nodiscard]] http::Response chooserPage(const Asking& asking, const std::vector<BrowserSession>& accounts);
/// Whose people the person belongs to. `hint`: what was given and is not known; may be empty.
[[nodiscard]] http::Response organisationPage(const Asking& asking, const std::string& hint);
/// Which identity provider, or one of the accounts that are signed in already.
[[nodiscard]] http::Response connectionPage(Asking asking, const tenants::Tenant& tenant,
                                            const connections::List& choices,
                                            const std::vector<BrowserSession>& accounts);

} // namespace gatehouse::oidc::provider
