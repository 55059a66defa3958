// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "http/forms.h"
#include "http/message.h"
#include "web/language.h"
#include "json/json.h"

namespace gatehouse::web {

/// Renders resources/pages/<name>.html inside layout.html, in a language. `data` is what the template names; every
/// value is escaped. Members that the layout uses: `title`, `brand` (the tenant's name), `languages` (languageLinks(),
/// where the page can be shown again by GET); `about` (what app_logo.html and app_pages.html name) where there is one.
/// Aborts if there is no such page: our own mistake.
[[nodiscard]] http::Response page(int status, std::string_view name, const json::Object& data,
                                  Language language = Language::English);
/// The same for the practice world: inside practice.html, whose band says that nobody here is real. `data` has `title`.
[[nodiscard]] http::Response practicePage(int status, std::string_view name, const json::Object& data,
                                          Language language);
/// A form that sends itself to an app (OAuth 2.0 Form Post Response Mode), with a button where scripts are off.
[[nodiscard]] http::Response formPostPage(const std::string& action, const http::Parameters& parameters,
                                          Language language);
/// The Content-Security-Policy of a page whose forms may go to these sources alone.
[[nodiscard]] std::string contentPolicy(std::string_view formAction);
/// The languages to choose from on a page that `address` with `parameters` gives again: the same with ui_locales. Not
/// for a page that says how something went, since to see it again would be to do it again.
[[nodiscard]] json::Array languageLinks(Language current, std::string_view address, const http::Parameters& parameters);

/// Who can do something about an error.
enum class CureBy { You, Administrator, Wait };

/// What the error page says. A 503 that passes by waiting carries Retry-After. `message` is one plain sentence;
/// `reference` finds the flow, the log and the audit row.
struct ErrorPage {
    int status = 400;
    Language language = Language::English; ///< of the page; `message` and `advice` are in it already
    std::string brand;
    std::string message;
    std::string advice;
    CureBy cureBy = CureBy::You;
    std::string reason;    ///< the slug, shown small
    std::string reference; ///< GH-XXXX-XXXX; may be empty where there is no flow
    std::string time;      ///< UTC
    std::string returnTo;  ///< where the app is told of the failure; may be empty
    std::string app;       ///< its name
    // Of a sign-in that was not strong enough: the authentication levels.
    std::string asked{};
    std::string got{};
};
[[nodiscard]] http::Response errorPage(const ErrorPage& error);

/// Serves /assets/{name}: the style sheets and the icon. 404 for anything else.
[[nodiscard]] http::Response asset(std::string_view name);

} // namespace gatehouse::web
