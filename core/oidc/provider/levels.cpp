// SPDX-License-Identifier: Apache-2.0
#include "oidc/provider/levels.h"

#include <algorithm>

#include "base/encoding.h"

namespace gatehouse::oidc::provider {
namespace {

bool contains(const std::vector<std::string>& list, std::string_view value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

std::string joined(const std::vector<std::string>& levels) {
    std::string out;
    for (const std::string& level : levels) {
        out.append(out.empty() ? "" : " or ").append(level);
    }
    return out.empty() ? "nothing" : out;
}

} // namespace

LevelDemand levelDemand(const AuthorizeRequest& request, const apps::App& app, const tenants::Tenant& tenant) {
    const tenants::Settings& settings = tenant.settings;
    return {tenants::acrMeetingAll(settings.acrOrder, {request.acrValues, app.requiredAcr, settings.requiredAcr}),
            !request.acrValues.empty() || !app.requiredAcr.empty() || !settings.requiredAcr.empty()};
}

bool meetsDemands(std::string_view acr, const apps::App& app, const tenants::Tenant& tenant) {
    const LevelDemand demand = levelDemand({}, app, tenant);
    return !demand.demanded || contains(tenants::acrMeeting(tenant.settings.acrOrder, demand.any), acr);
}

std::string conflictOf(const AuthorizeRequest& request, const apps::App& app, const tenants::Tenant& tenant) {
    return "no level meets all: the request asks for " + joined(request.acrValues) + ", the app's record for " +
           joined(app.requiredAcr) + ", the organization for " + joined(tenant.settings.requiredAcr);
}

bool isMeant(const BrowserSession& candidate, const AuthorizeRequest& request) {
    const sessions::Session& session = candidate.session;
    if (!request.connection.empty() && session.connection.text() != request.connection &&
        session.connectionName != request.connection) {
        return false;
    }
    return request.loginHint.find('@') == std::string::npos ||
           asciiLower(request.loginHint) == asciiLower(candidate.userName);
}

bool isEnough(const BrowserSession& candidate, const AuthorizeRequest& request, const apps::App& app, Time now) {
    const sessions::Session& session = candidate.session;
    if (request.maxAge && now - session.authTime > *request.maxAge) {
        return false;
    }
    const LevelDemand demand = levelDemand(request, app, *candidate.tenant);
    return !demand.demanded ||
           contains(tenants::acrMeeting(candidate.tenant->settings.acrOrder, demand.any), session.acr);
}

} // namespace gatehouse::oidc::provider
