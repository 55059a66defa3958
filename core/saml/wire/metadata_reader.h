// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "crypto/keys.h"
#include "xml/signed_parts.h"

namespace gatehouse::saml::wire {

/// Takes of metadata that comes piece by piece what a connection needs: of an md:EntitiesDescriptor of up to 200 MiB
/// and 100,000 entities the one of that name, of an md:EntityDescriptor all. In memory is what is taken and the largest
/// child of the root, each of at most 4 MiB.
class MetadataReader {
public:
    /// `entityId`: empty where there is to be only one. `signers`: of the root; without one it needs no signature.
    MetadataReader(std::string entityId, std::vector<crypto::PublicKey> signers);
    MetadataReader(const MetadataReader&) = delete;
    MetadataReader& operator=(const MetadataReader&) = delete;

    /// Errors of xml::PartReader; `metadata.malformed`, `metadata.signature`, `metadata.several_entities`,
    /// `metadata.duplicate`. Nothing may be fed after one.
    [[nodiscard]] Status feed(std::string_view octets);
    /// After the last octet: a document of the root's tags and what was taken, for readIdpMetadata(). What is in it is
    /// proven, it has no signature any more. Errors of feed(); `metadata.no_entity`.
    [[nodiscard]] Result<std::string> finish();

private:
    [[nodiscard]] Status take(xml::PartReader::Kind kind, xml::Tree part);
    /// Whether an aggregate's child is, or has in it, what is looked for.
    [[nodiscard]] Result<bool> isWanted(const std::string& content);

    std::string m_entityId;
    xml::SignedParts m_signed;
    xml::PartReader m_parts;
    bool m_isOne = false; ///< an EntityDescriptor
    bool m_found = false;
    std::string m_taken;
};

} // namespace gatehouse::saml::wire
