// SPDX-License-Identifier: Apache-2.0
#include "apps/pairwise.h"

#include "base/encoding.h"
#include "http/forms.h"

namespace gatehouse::apps {

std::optional<std::string> sectorOf(const App& app) {
    if (!app.sectorIdentifierUri.empty()) {
        const auto url = http::parseUrl(app.sectorIdentifierUri);
        return url && url->scheme == "https" ? std::optional(url->host) : std::nullopt;
    }
    std::string host;
    for (const std::string& uri : app.redirectUris) {
        const auto url = http::parseUrl(uri);
        if (!url || url->scheme != "https") {
            continue; // loopback and private schemes are of every app
        }
        if (!host.empty() && host != url->host) {
            return std::nullopt;
        }
        host = url->host;
    }
    return host.empty() ? "app " + app.id.text() : host; // no host has a space
}

std::string subjectFor(const store::Sealer& sealer, const App& app, const UserId& user) {
    if (app.subjectType == SubjectType::Public) {
        return user.text();
    }
    // A record without a sector is refused, so that the app's own id is for what came before the rule alone.
    const std::string sector = sectorOf(app).value_or("app " + app.id.text());
    return base64UrlEncode(sealer.lookupHash("pairwise subject", sector + "\n" + user.text()));
}

} // namespace gatehouse::apps
