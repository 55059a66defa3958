// SPDX-License-Identifier: Apache-2.0
#include "oidc/provider/about_app.h"

#include "apps/logo.h"
#include "base/log.h"

namespace gatehouse::oidc::provider {

json::Object aboutApp(const Parts& parts, const apps::App& app) {
    json::Object about{{"clientUri", app.clientUri}, {"policyUri", app.policyUri}, {"tosUri", app.tosUri}};
    if (app.logoUri.empty()) {
        return about;
    }
    const auto logo =
        parts.store.read([&](store::Reader& reader) { return apps::findLogo(reader, app.owner, app.id); });
    if (!logo) {
        log::warn("provider.logo", {{"app", app.id.text()}, {"reason", logo.error().reason}}); // the page does without
    } else if (*logo) {
        about["logo"] = apps::dataUrl(**logo);
    }
    return about;
}

} // namespace gatehouse::oidc::provider
