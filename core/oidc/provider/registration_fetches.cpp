// SPDX-License-Identifier: Apache-2.0
#include "oidc/provider/registration_fetches.h"

#include "apps/fetch_body.h"
#include "apps/pairwise.h"
#include "base/log.h"
#include "oidc/provider/submitted.h"

namespace gatehouse::oidc::provider {
namespace {

// The app's developer is not told why: where names lead inside is nobody's business.
tl::unexpected<Error> unread(std::string_view member, const std::string& url, const Error& error) {
    log::warn("provider.registration_fetch", {{"url", url}, {"reason", error.reason}, {"detail", error.detail}});
    return wrongMember(member, "it does not answer with what it should be, by status 200 and within its limits");
}

Status checkSector(http::Client& client, const apps::App& app) {
    constexpr std::string_view kMember = "sector_identifier_uri";
    const auto document = apps::fetchBody(client, app.owner, app.sectorIdentifierUri, apps::kJsonDocument);
    if (!document) {
        return unread(kMember, app.sectorIdentifierUri, document.error());
    }
    const Status listed = apps::checkSectorDocument(*document, app);
    return listed ? Status() : wrongMember(kMember, listed.error().detail);
}

} // namespace

Result<std::optional<apps::Logo>> readAddressesOf(http::Client& client, const apps::App& app, const apps::App& before) {
    if (!app.sectorIdentifierUri.empty() &&
        (app.sectorIdentifierUri != before.sectorIdentifierUri || app.redirectUris != before.redirectUris)) {
        ENSURE(checkSector(client, app));
    }
    if (app.logoUri.empty() || app.logoUri == before.logoUri) {
        return std::optional<apps::Logo>();
    }
    auto logo = apps::fetchBody(client, app.owner, app.logoUri, apps::kPicture).and_then(apps::logoFrom);
    if (!logo) {
        return unread("logo_uri", app.logoUri, logo.error());
    }
    return std::optional(*std::move(logo));
}

} // namespace gatehouse::oidc::provider
