// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "audit/audit.h"
#include "http/forms.h"
#include "login/login_service.h"
#include "oidc/provider/home_realm.h"
#include "oidc/provider/issuer.h"
#include "sessions/consents.h"
#include "store/sealed.h"

namespace gatehouse::account {

/// A request of a browser to the page, and who is signed in there.
struct Visit {
    oidc::provider::Issuer issuer;
    store::Sealer sealer;
    login::Browser browser;
    http::Parameters parameters;
    std::optional<oidc::provider::BrowserSession> signedIn;

    [[nodiscard]] std::string address() const { return issuer.url + "/account"; }
    /// Only this session's page has it: without it no form does anything.
    [[nodiscard]] std::string formToken() const;
};

/// A consent with the name of its app.
struct NamedConsent {
    sessions::Consent consent;
    std::string app;
};
/// What the page shows.
struct Account {
    std::vector<sessions::Session> sessions; ///< alive, newest first
    std::vector<audit::Entry> activity;      ///< newest first
    std::vector<NamedConsent> consents;
};
[[nodiscard]] http::Response accountPage(const Visit& visit, const Account& account);

/// The kinds of record that people are shown of themselves, as audit::Filter::type wants them.
[[nodiscard]] std::string activityTypes();

} // namespace gatehouse::account
