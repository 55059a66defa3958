// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "connections/connection.h"
#include "saml/wire/idp_metadata.h"

namespace gatehouse::saml::sp {

/// An identity provider as a connection uses it.
struct Idp {
    std::string entityId;
    std::string ssoUrl;
    connections::Binding ssoBinding = connections::Binding::Redirect;
    std::string sloUrl;         ///< by the redirect binding; empty: it has none
    std::string sloResponseUrl; ///< where our answers go
    bool wantsSignedRequests = false;
    std::vector<crypto::Certificate> certificates; ///< of which each may prove a message
    std::vector<crypto::PublicKey> keys;           ///< of these
    std::optional<Time> validUntil;
    std::optional<Seconds> cacheDuration;
    bool isOfMany = false; ///< one of an aggregate
};

/// What the connection says by hand comes before what the metadata says; nullptr: it has none. The redirect binding
/// comes before POST unless the connection wants it otherwise. `metadata.no_sso` without a place for requests that we
/// can use, `metadata.no_key` without a certificate, `crypto.certificate_malformed`, `metadata.entity_id` without an
/// entity ID.
[[nodiscard]] Result<Idp> idpOf(const connections::Connection& connection, const wire::IdpMetadata* metadata);
/// The same for a connection whose metadata, if any, stands in it. Errors of readIdpMetadata() too.
[[nodiscard]] Result<Idp> idpOf(const connections::Connection& connection);

} // namespace gatehouse::saml::sp
