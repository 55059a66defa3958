// SPDX-License-Identifier: Apache-2.0
#include "broker/saml_side.h"

#include "base/log.h"
#include "broker/opened_app.h"

namespace gatehouse::broker {

void SamlSide::build(const oidc::provider::Parts& parts, login::WorkerShares& shares) {
    m_parts = &parts;
    m_singleLogout = std::make_unique<saml::sp::SingleLogout>(
        saml::sp::SingleLogout::Parts{parts.store, parts.clock, parts.keys, parts.tenants, parts.connections, m_idps,
                                      shares, parts.endings, parts.publicUrl});
    m_serviceProvider = std::make_unique<saml::sp::ServiceProvider>(saml::sp::ServiceProvider::Parts{
        parts.store, parts.clock, parts.keys, parts.tenants, parts.connections, parts.logins, parts.publicUrl,
        *m_singleLogout, [&parts](const tenants::Tenant& tenant, const std::string& relayState) {
            return openedApp(parts.store, parts.apps, parts.publicUrl, tenant, relayState);
        }});
    const saml::idp::Parts idpParts{parts, m_apps};
    m_identityProvider = std::make_unique<saml::idp::IdentityProvider>(idpParts);
    m_downstream = std::make_unique<saml::idp::Downstream>(idpParts);
}

void SamlSide::mount(web::Router& router) {
    m_serviceProvider->mount(router);
    m_identityProvider->mount(router);
}

void SamlSide::refreshOne(Time now) {
    const Status done = [&]() -> Status {
        TRY(next,
            m_parts->store.read([&](store::Reader& reader) { return saml::sp::nextDue(reader, now, m_refreshed); }));
        m_refreshed = next.value_or(saml::sp::MetadataOwner());
        if (!next) {
            return {};
        }
        TRY(sealer, m_parts->keys.sealerFor(next->tenant));
        TRY(connection, m_parts->connections.get(sealer, next->connection));
        return connection->enabled ? m_idps.get(*connection).map([](const auto&) {}) : Status();
    }();
    if (!done) {
        log::warn("saml.metadata.refresh",
                  {{"connection", m_refreshed.connection.text()}, {"reason", done.error().reason}});
    }
}

} // namespace gatehouse::broker
