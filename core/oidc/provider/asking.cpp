// SPDX-License-Identifier: Apache-2.0
#include "oidc/provider/asking.h"

#include <algorithm>

#include "oauth/prompt.h"
#include "web/page.h"
#include "web/texts.h"

namespace gatehouse::oidc::provider {
namespace {

// The same request again with one parameter set: where a choice on a page leads to.
std::string again(const Asking& asking, std::string_view name, const std::string& value) {
    http::Parameters next;
    for (const auto& [key, text] : asking.parameters.pairs()) {
        if (key == "prompt") {
            next.append(key, oauth::promptAfterChoice(text));
        } else if (key != name) {
            next.append(key, text);
        }
    }
    next.append(std::string(name), value);
    return http::withQuery(asking.address, next);
}

json::Array hiddenFields(const http::Parameters& parameters) {
    json::Array fields;
    for (const auto& [name, value] : parameters.pairs()) {
        if (name != "login_hint" && name != "organization" && name != "domain_hint") {
            fields.push_back(
                json::Object{{"name", name}, {"value", name == "prompt" ? oauth::promptAfterChoice(value) : value}});
        }
    }
    return fields;
}

// What the round mark of an account shows: its name's first character, whatever script that is of.
std::string initialOf(std::string_view name) {
    std::size_t end = std::min<std::size_t>(name.size(), 1);
    while (end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) {
        ++end;
    }
    return std::string(name.substr(0, end));
}

json::Object accountRow(const Asking& asking, const BrowserSession& account, std::string_view parameter,
                        const std::string& value) {
    const std::string& name = account.displayName.empty() ? account.userName : account.displayName;
    return {{"href", again(asking, parameter, value)},
            {"name", name},
            {"initial", initialOf(name)},
            {"detail", account.userName}};
}

json::Object form(const Asking& asking, const std::string& email) {
    return {{"action", asking.address}, {"hidden", hiddenFields(asking.parameters)}, {"email", email}};
}

http::Response page(const Asking& asking, std::string_view title, json::Object data) {
    data["title"] = web::text(asking.language, title);
    data["app"] = asking.app.name;
    data["about"] = asking.about;
    data["languages"] = web::languageLinks(asking.language, asking.address, asking.parameters);
    return web::page(200, "sign_in", data, asking.language);
}

} // namespace

login::Browser browserOf(const http::Request& request, const web::PublicUrl& publicUrl) {
    login::Browser browser;
    browser.ip = request.peer.address;
    browser.userAgent = request.headers.get("User-Agent").value_or("");
    browser.acceptLanguage = request.headers.get("Accept-Language").value_or("");
    browser.method = request.method;
    browser.path = request.path;
    browser.query = request.method == "POST" ? request.body : request.query;
    if (const auto cookie = http::cookie(request.headers, publicUrl.cookieName(login::LoginService::kFlowCookie));
        cookie && *cookie) {
        browser.flowCookie = **cookie;
    }
    return browser;
}

http::Response chooserPage(const Asking& asking, const std::vector<BrowserSession>& accounts) {
    json::Array rows;
    for (const BrowserSession& account : accounts) {
        rows.push_back(accountRow(asking, account, "organization", account.tenant->slug));
        rows.back().get_object()["organisation"] = account.tenant->name;
    }
    return page(asking, "signIn.choose", {{"accounts", std::move(rows)}, {"ask", form(asking, "")}});
}

http::Response organisationPage(const Asking& asking, const std::string& hint) {
    const std::string_view notice = hint.empty() ? std::string_view() : web::text(asking.language, "signIn.unknown");
    return page(asking, "signIn.title", {{"notice", notice}, {"ask", form(asking, hint)}});
}

http::Response connectionPage(Asking asking, const tenants::Tenant& tenant, const connections::List& choices,
                              const std::vector<BrowserSession>& accounts) {
    if (asking.issuer.isFrontDoor() && !asking.parameters.get("organization")) {
        asking.parameters.append("organization", tenant.slug);
    }
    json::Array buttons;
    for (const auto& connection : choices) {
        buttons.push_back(json::Object{{"href", again(asking, "connection", connection->id.text())},
                                       {"label", buttonLabel(*connection, choices.size() == 1)}});
    }
    json::Array rows;
    for (const BrowserSession& account : accounts) {
        rows.push_back(accountRow(asking, account, "login_hint", account.userName));
    }
    return page(asking, "signIn.title",
                {{"brand", tenant.name}, {"accounts", std::move(rows)}, {"connections", std::move(buttons)}});
}

} // namespace gatehouse::oidc::provider
