// SPDX-License-Identifier: Apache-2.0
#pragma once

// Inside saml/wire: what the roles in an entity's metadata have in common (SAML V2.0 Metadata, 2.4).
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "crypto/certificate.h"
#include "xml/tree.h"

namespace gatehouse::saml::wire {

/// Where a message may be sent, and how (SAML V2.0 Metadata, 2.2.2).
struct Endpoint {
    std::string binding;
    std::string location;
    std::string responseLocation; ///< for answers, where they go elsewhere; may be empty
};

/// The keys of a role. A KeyDescriptor without `use` is for both (2.4.1.1).
struct RoleKeys {
    std::vector<crypto::Certificate> signing;
    std::vector<crypto::Certificate> encryption;
    std::vector<std::string> unreadable; ///< why a key was left out: slug and detail
};

[[nodiscard]] tl::unexpected<Error> malformedMetadata(std::string_view detail);
/// Of a document, or of a part of one: 4 MiB.
[[nodiscard]] const xml::Limits& metadataLimits();
/// The document. A byte order mark is passed over, since AD FS writes one.
[[nodiscard]] Result<xml::Tree> parseMetadata(std::string_view text);
/// What the elements of an aggregate, or a part of one, describe, in their order.
[[nodiscard]] std::vector<xml::Element> entitiesIn(const xml::Element& root);
/// The entity of that name, or without one the only one that there is.
[[nodiscard]] Result<xml::Element> chooseEntity(const xml::Element& root, std::string_view wanted);
[[nodiscard]] Result<std::string> entityIdOf(const xml::Element& entity);
/// The entity's first role of that kind that speaks SAML 2.0.
[[nodiscard]] std::optional<xml::Element> roleOf(const xml::Element& entity, std::string_view name);
/// The soonest one of the role, its entity and what this is in.
[[nodiscard]] Result<std::optional<Time>> validUntilOf(const xml::Element& role);
/// The shortest one of the same: an xs:duration, a month counted as 30 days and a year as 365.
[[nodiscard]] Result<std::optional<Seconds>> cacheDurationOf(const xml::Element& role);
/// `metadata.signature`, because of that error of xml::verify().
[[nodiscard]] Error signatureRefused(const Error& why);
/// The document as one of the keys proves it by a signature over its root, to be read instead of the one that came
/// (SAML V2.0 Metadata, 3). `metadata.signature`: why none does.
[[nodiscard]] Result<xml::Tree> proveMetadata(const xml::Tree& tree, const std::vector<crypto::PublicKey>& signers);
/// `metadata.location` for one that is neither https nor http.
[[nodiscard]] Result<std::vector<Endpoint>> endpointsOf(const xml::Element& role, std::string_view name);
[[nodiscard]] RoleKeys keysOf(const xml::Element& role, crypto::Strength least);
[[nodiscard]] std::vector<std::string> nameIdFormatsOf(const xml::Element& role);
/// An xs:boolean.
[[nodiscard]] bool isTrue(std::optional<std::string_view> value);

} // namespace gatehouse::saml::wire
