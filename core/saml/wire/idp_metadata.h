// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "crypto/certificate.h"
#include "saml/wire/role_descriptor.h"

namespace gatehouse::saml::wire {

/// What an identity provider publishes of itself (SAML V2.0 Metadata, 2.4.3).
struct IdpMetadata {
    std::string entityId;
    std::optional<Time> validUntil; ///< the soonest of role, entity and what this is in
    std::optional<Seconds> cacheDuration;
    bool isOfMany = false; ///< from an EntitiesDescriptor
    bool wantAuthnRequestsSigned = false;
    std::vector<crypto::Certificate> signing;    ///< any of them may prove a message
    std::vector<crypto::Certificate> encryption; ///< for what we encrypt to it
    std::vector<std::string> unreadableKeys;     ///< why a key was left out: slug and detail
    std::vector<Endpoint> singleSignOn;
    std::vector<Endpoint> singleLogout;
    std::vector<std::string> nameIdFormats;
};

/// Reads an md:EntityDescriptor, or of an md:EntitiesDescriptor the entity of that name, or its only one. Where there
/// are signers, what is read is what one of them signed, else `metadata.signature`. Dates are not judged. A byte order
/// mark is passed over, since AD FS writes one. A
/// KeyDescriptor without `use` is for both (2.4.1.1). `metadata.malformed`, `metadata.no_entity`,
/// `metadata.several_entities`, `metadata.duplicate`, `metadata.no_idp`, `metadata.location` for an endpoint that is
/// neither https nor http, and those of xml::Tree::parse.
[[nodiscard]] Result<IdpMetadata> readIdpMetadata(std::string_view text, std::string_view entityId = {},
                                                  crypto::Strength least = crypto::Strength::Today,
                                                  const std::vector<crypto::PublicKey>& signers = {});

} // namespace gatehouse::saml::wire
