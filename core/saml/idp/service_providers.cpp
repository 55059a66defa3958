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

Result<std::shared_ptr<const wire::PublishedSp>> ServiceProviders::of(const apps::App& app, Time now) {
    TRY(sp, m_read.get(app.id.text() + " " + std::to_string(app.version),
                       [&] { return wire::readPublishedSp(app.spMetadataXml); }));
    if (sp->validUntil && *sp->validUntil <= now) {
        return fail(Code::FailedPrecondition, "metadata.expired", toRfc3339(*sp->validUntil));
    }
    return sp;
}

} // namespace gatehouse::saml::idp
