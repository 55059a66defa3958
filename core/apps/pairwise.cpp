// SPDX-License-Identifier: Apache-2.0
#include "apps/pairwise.h"

#include <algorithm>

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

Status checkSectorDocument(std::string_view document, const App& app) {
    const auto invalid = [](const std::string& why) { return fail(Code::InvalidArgument, "sector_invalid", why); };
    const auto value = json::parse(document);
    const json::Array* listed = value ? value->if_array() : nullptr;
    if (listed == nullptr ||
        !std::all_of(listed->begin(), listed->end(), [](const json::Value& each) { return each.is_string(); })) {
        return invalid("its document is no JSON array of texts");
    }
    for (const std::string& uri : app.redirectUris) {
        if (std::find(listed->begin(), listed->end(), json::Value(uri)) == listed->end()) {
            return invalid("its document does not list " + uri);
        }
    }
    return {};
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
