// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "saml/wire/role_descriptor.h"
#include "saml/wire/sp_metadata.h"

namespace gatehouse::saml::wire {

/// Where an app takes responses (SAML V2.0 Metadata, 2.4.4).
struct AssertionConsumer {
    std::string binding;
    std::string location;
    int index = 0;
    bool isDefault = false;
};

/// What a service provider publishes of itself (SAML V2.0 Metadata, 2.4.4).
struct PublishedSp {
    std::string entityId;
    bool signsRequests = false;
    bool wantsAssertionsSigned = false;
    std::vector<crypto::Certificate> signing;
    std::vector<crypto::Certificate> encryption;
    std::vector<AssertionConsumer> consumers; ///< by the POST binding, in the document's order; at least one
    std::vector<Endpoint> singleLogout;
    std::vector<std::string> nameIdFormats;
    std::vector<RequestedAttribute> attributes; ///< of the default AttributeConsumingService
    std::string subjectIdRequirement;           ///< subject-id | pairwise-id | none | any; empty: it says nothing
};

/// Reads an md:EntityDescriptor. Nothing is proven: it is the administrator's word. Errors of role_descriptor.h;
/// `metadata.no_sp`; `metadata.no_acs` without a POST consumer; `metadata.location` for a consumer or logout service
/// that is not https, http on this machine's own address apart.
[[nodiscard]] Result<PublishedSp> readPublishedSp(std::string_view text);

/// The consumer that answers go to where the request does not say (2.2.3): the default one, else the first that does
/// not say it is not.
[[nodiscard]] const AssertionConsumer& defaultConsumer(const PublishedSp& sp);

} // namespace gatehouse::saml::wire
