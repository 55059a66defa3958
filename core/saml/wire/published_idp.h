// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/time.h"
#include "crypto/certificate.h"

namespace gatehouse::saml::wire {

/// What we publish as an identity provider (SAML V2.0 Metadata, 2.4.3).
struct PublishedIdp {
    std::string id; ///< of the document, for its signature: an NCName
    std::string entityId;
    Time validUntil;
    Seconds cacheDuration{0};
    std::string displayName;                         ///< MDUI 2.1; may be empty
    std::vector<const crypto::Certificate*> signing; ///< the one in use first
    std::vector<std::string> nameIdFormats;
    std::string ssoUrl;
    std::string sloUrl;
};
[[nodiscard]] std::string toXml(const PublishedIdp& metadata);

} // namespace gatehouse::saml::wire
