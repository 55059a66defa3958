// SPDX-License-Identifier: Apache-2.0
#include "saml/idp/service_providers.h"

namespace gatehouse::saml::idp {

std::vector<crypto::PublicKey> keysOf(const wire::PublishedSp& sp) {
    std::vector<crypto::PublicKey> keys;
    keys.reserve(sp.signing.size());
    for (const crypto::Certificate& each : sp.signing) {
        keys.push_back(each.key);
    }
    return keys;
}

Result<std::shared_ptr<const wire::PublishedSp>> ServiceProviders::of(const apps::App& app) {
    return m_read.get(app.id.text() + " " + std::to_string(app.version),
                      [&] { return wire::readPublishedSp(app.spMetadataXml); });
}

} // namespace gatehouse::saml::idp
