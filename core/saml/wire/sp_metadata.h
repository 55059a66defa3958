// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/time.h"
#include "crypto/certificate.h"

namespace gatehouse::saml::wire {

/// An attribute that we would like to be given.
struct RequestedAttribute {
    std::string name;
    std::string friendlyName;
    bool required = false;
};

/// What we publish as a service provider (SAML V2.0 Metadata, 2.4.4).
struct SpMetadata {
    std::string id; ///< of the document, for its signature: an NCName
    std::string entityId;
    Time validUntil;
    Seconds cacheDuration{0};
    std::string displayName;     ///< to be shown beside a consent at the provider (MDUI 2.1); may be empty
    std::string language = "en"; ///< of displayName, BCP 47
    std::vector<std::string> entityCategories;       ///< RFC 8409, 3.1
    std::string subjectIdRequirement;                ///< of Subject Identifier Attributes, 4; may be empty
    std::vector<const crypto::Certificate*> signing; ///< the one in use first
    std::vector<const crypto::Certificate*> encryption;
    bool requestsSigned = true;
    bool wantAssertionsSigned = true;
    std::string nameIdFormat; ///< may be empty
    std::string acsUrl;
    std::string sloUrl;
    std::vector<RequestedAttribute> attributes;
};
[[nodiscard]] std::string toXml(const SpMetadata& metadata);

} // namespace gatehouse::saml::wire
