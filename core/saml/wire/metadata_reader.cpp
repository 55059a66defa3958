// SPDX-License-Identifier: Apache-2.0
#include "saml/wire/metadata_reader.h"

#include <utility>

#include "saml/wire/names.h"
#include "saml/wire/role_descriptor.h"

namespace gatehouse::saml::wire {
namespace {

using Kind = xml::PartReader::Kind;

Error asSignature(const Error& error) {
    return error.reason.starts_with("signature.") ? signatureRefused(error) : error;
}

} // namespace

MetadataReader::MetadataReader(std::string entityId, std::vector<crypto::PublicKey> signers)
    : m_entityId(std::move(entityId))
    , m_signed(std::move(signers), metadataLimits())
    , m_parts({.part = metadataLimits()}, [this](Kind kind, xml::Tree part) { return take(kind, std::move(part)); }) {}

Status MetadataReader::feed(std::string_view octets) {
    return m_parts.feed(octets);
}

Result<std::string> MetadataReader::finish() {
    ENSURE(m_parts.finish());
    ENSURE(m_signed.finish().map_error(asSignature));
    if (!m_isOne && !m_found) {
        return m_entityId.empty() ? Result<std::string>(malformedMetadata("no EntityDescriptor"))
                                  : fail(Code::NotFound, "metadata.no_entity", m_entityId);
    }
    return m_signed.open() + m_taken + m_signed.close();
}

Status MetadataReader::take(Kind kind, xml::Tree part) {
    if (kind == Kind::Root) {
        m_isOne = part.root().is(kMetadataSpace, "EntityDescriptor");
        if (!m_isOne && !part.root().is(kMetadataSpace, "EntitiesDescriptor")) {
            return malformedMetadata("neither EntityDescriptor nor EntitiesDescriptor");
        }
    }
    TRY(content, m_signed.add(kind, std::move(part)).map_error(asSignature));
    if (kind == Kind::Root) {
        return {};
    }
    TRY(wanted, m_isOne ? Result<bool>(true) : isWanted(content));
    if (wanted && m_taken.size() + content.size() > metadataLimits().octets) {
        return malformedMetadata("an entity of more than 4 MiB");
    }
    m_taken += wanted ? content : std::string();
    return {};
}

// Of the octets that are digested, as everything that is believed.
Result<bool> MetadataReader::isWanted(const std::string& content) {
    TRY(part, xml::Tree::parse(m_signed.open() + content + m_signed.close(), metadataLimits()));
    const std::vector<xml::Element> all = entitiesIn(part.root());
    bool wanted = false;
    for (const xml::Element& each : all) {
        const bool isIt = m_entityId.empty() || each.attribute("entityID") == m_entityId;
        if (isIt && m_found) {
            return m_entityId.empty() ? fail(Code::InvalidArgument, "metadata.several_entities", "more than one")
                                      : fail(Code::InvalidArgument, "metadata.duplicate", m_entityId);
        }
        m_found = m_found || isIt;
        wanted = wanted || isIt;
    }
    return wanted;
}

} // namespace gatehouse::saml::wire
