// SPDX-License-Identifier: Apache-2.0
#include "oidc/provider/app_keys.h"

namespace gatehouse::oidc::provider {
namespace {

tl::unexpected<Error> noKeys(std::string_view detail) {
    return fail(Code::Unauthenticated, "oauth.invalid_client.keys", detail);
}

} // namespace

Result<std::shared_ptr<const jose::JwkSet>> AppKeys::get(const apps::App& app, std::string_view kid) {
    if (app.jwks.is_object()) {
        auto set = jose::parseJwkSet(json::write(app.jwks));
        return set ? Result<std::shared_ptr<const jose::JwkSet>>(std::make_shared<const jose::JwkSet>(*std::move(set)))
                   : noKeys(set.error().reason);
    }
    if (app.jwksUri.empty()) {
        return noKeys("the app has neither jwks nor jwksUri");
    }
    auto set = m_remote.get(app.owner.text() + '\n' + app.jwksUri, kid, [&]() -> Result<jose::JwkSet> {
        return fetchJson(m_client, app.owner, app.jwksUri).and_then([](const std::string& text) {
            return jose::parseJwkSet(text);
        });
    });
    return set ? set : noKeys(set.error().reason);
}

} // namespace gatehouse::oidc::provider
