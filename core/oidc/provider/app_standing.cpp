// SPDX-License-Identifier: Apache-2.0
#include "oidc/provider/app_standing.h"

#include "directory/directory.h"
#include "oidc/provider/grants.h"

namespace gatehouse::oidc::provider {
namespace {

/// An address may be of somebody whom the directory does not know; then nothing is known against him.
Result<bool> mayOwn(const Parts& parts, const apps::App& app) {
    TRY(sealer, parts.keys.sealerFor(app.owner));
    return parts.store.read([&](store::Reader& reader) -> Result<bool> {
        if (app.person.find('@') == std::string::npos) {
            return directory::isActive(reader, app.owner, UserId(app.person));
        }
        TRY(people, directory::findByEmail(reader, sealer, app.person));
        for (const UserId& each : people) {
            TRY(active, directory::isActive(reader, app.owner, each));
            if (active) {
                return true;
            }
        }
        return people.empty();
    });
}

} // namespace

Result<std::string_view> appProblem(const Parts& parts, const apps::App& app, Time now) {
    if (app.expiresAt && now >= *app.expiresAt) {
        return std::string_view("oauth.invalid_client.expired");
    }
    // The front door has no people of its own.
    if (app.person.empty() || app.owner == platformTenant()) {
        return std::string_view();
    }
    TRY(may, mayOwn(parts, app));
    return may ? std::string_view() : "oauth.invalid_client.owner";
}

Status checkStanding(const Parts& parts, const Issuer& issuer, const apps::App& app, const std::string& ip) {
    TRY(problem, appProblem(parts, app, parts.clock.now()));
    if (problem.empty()) {
        return {};
    }
    const Error error{Code::Unauthenticated, std::string(problem), {}};
    noteRefusedGrant(parts, issuer, app, "client", error, ip);
    return tl::unexpected<Error>(error);
}

} // namespace gatehouse::oidc::provider
