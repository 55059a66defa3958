// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <QCoreApplication>
#include <QString>

#include "admin/api/app.h"

namespace gatehouse::ui::panels::apps {

/// What of an app the contract says in words of its own, as people say it.
struct AppWords {
    Q_DECLARE_TR_FUNCTIONS(AppWords)
public:
    /// "Web application" for "web".
    [[nodiscard]] static QString type(const std::string& word);
    /// How an app proves itself: "Secret in the header" for "client_secret_basic".
    [[nodiscard]] static QString auth(const std::string& word);
    /// "Person signs in" for "authorization_code".
    [[nodiscard]] static QString grant(const std::string& word);
};

/// Whether it belongs to the front door, for people of several tenants.
[[nodiscard]] bool isShared(const admin::api::App& app);
/// A program that acts for itself: nobody signs in to it.
[[nodiscard]] bool isSaml(const admin::api::App& app);
[[nodiscard]] bool isMachine(const admin::api::App& app);
/// Whether people sign in to it; only what has no way for them does not.
[[nodiscard]] bool signsPeopleIn(const admin::api::App& app);
/// Whether it proves itself with a secret that we made.
[[nodiscard]] bool usesSecret(const admin::api::App& app);
[[nodiscard]] bool hasGrant(const admin::api::App& app, const char* grant);

} // namespace gatehouse::ui::panels::apps
