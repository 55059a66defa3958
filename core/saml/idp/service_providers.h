// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "apps/app.h"
#include "base/cache.h"
#include "base/result.h"
#include "saml/wire/published_sp.h"

namespace gatehouse::saml::idp {

/// The keys that prove what a service provider sends.
[[nodiscard]] std::vector<crypto::PublicKey> keysOf(const wire::PublishedSp& sp);

/// What the apps of type saml publish of themselves, read once for each version of their records.
class ServiceProviders {
public:
    /// Errors of wire::readPublishedSp, of a record that was kept under older rules. Its validUntil does not matter: it
    /// is there by an administrator's hand, and stays until that hand renews it.
    [[nodiscard]] Result<std::shared_ptr<const wire::PublishedSp>> of(const apps::App& app);

private:
    Cache<std::string, wire::PublishedSp> m_read;
};

} // namespace gatehouse::saml::idp
