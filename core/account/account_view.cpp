// SPDX-License-Identifier: Apache-2.0
#include "account/account_view.h"

#include "account/device_name.h"
#include "base/encoding.h"
#include "web/page.h"
#include "web/texts.h"

namespace gatehouse::account {
namespace {

constexpr std::string_view kActivity[]{"SSOLoginSuccess", "SSOLoginFailure", "SessionSteppedUp", "Logout",
                                       "SessionRevoked",  "ConsentGiven",    "ConsentWithdrawn", "RiskDetected"};

json::Array sessionRows(const Visit& visit, const Account& account, web::Language language) {
    json::Array rows;
    for (const sessions::Session& session : account.sessions) {
        const std::string device = deviceName(session.userAgent);
        rows.push_back(json::Object{
            {"device", device.empty() ? std::string(web::text(language, "account.unknownDevice")) : device},
            {"ip", session.ip},
            {"since", web::timeText(session.createdAt)},
            {"seen", web::timeText(session.lastSeen)},
            {"here", session.id == visit.signedIn->session.id},
            {"elsewhere", session.id != visit.signedIn->session.id},
            {"action", visit.address()},
            {"confirm", visit.formToken()},
            {"id", session.id.text()}});
    }
    return rows;
}

json::Array activityRows(const Account& account, web::Language language) {
    json::Array rows;
    for (const audit::Entry& entry : account.activity) {
        rows.push_back(json::Object{{"what", web::text(language, "activity." + entry.record.type)},
                                    {"time", web::timeText(entry.time)},
                                    {"app", json::stringMember(entry.record.data, "app").value_or("")},
                                    {"ip", entry.record.ip}});
    }
    return rows;
}

json::Array consentRows(const Visit& visit, const Account& account) {
    json::Array rows;
    for (const NamedConsent& each : account.consents) {
        std::string scopes;
        for (const std::string& scope : each.consent.scopes) {
            scopes.append(scopes.empty() ? "" : ", ").append(scope);
        }
        rows.push_back(json::Object{{"app", each.app.empty() ? each.consent.app.text() : each.app},
                                    {"scopes", scopes},
                                    {"since", web::timeText(each.consent.givenAt)},
                                    {"action", visit.address()},
                                    {"confirm", visit.formToken()},
                                    {"id", each.consent.id}});
    }
    return rows;
}

} // namespace

std::string Visit::formToken() const {
    return base64UrlEncode(sealer.lookupHash("account form", signedIn->session.id.text()));
}

std::string activityTypes() {
    std::string types;
    for (const std::string_view type : kActivity) {
        types.append(types.empty() ? "" : ",").append(type);
    }
    return types;
}

http::Response accountPage(const Visit& visit, const Account& account) {
    const web::Language language = login::languageOf(visit.browser, visit.issuer.tenant.get());
    const oidc::provider::BrowserSession& signedIn = *visit.signedIn;
    return web::page(200, "account",
                     {{"title", web::text(language, "account.title")},
                      {"brand", visit.issuer.tenant->name},
                      {"name", signedIn.displayName.empty() ? signedIn.userName : signedIn.displayName},
                      {"mail", signedIn.userName},
                      {"sessions", sessionRows(visit, account, language)},
                      {"others", account.sessions.size() > 1},
                      {"activity", activityRows(account, language)},
                      {"anyConsent", !account.consents.empty()},
                      {"consents", consentRows(visit, account)},
                      {"action", visit.address()},
                      {"confirm", visit.formToken()},
                      {"signOut", visit.issuer.url + "/oauth2/logout"},
                      {"download", visit.address() + "/export"},
                      {"languages", web::languageLinks(language, visit.address(), visit.parameters)}},
                     language);
}

} // namespace gatehouse::account
