// SPDX-License-Identifier: Apache-2.0
#pragma once

// Inside saml/wire: the parts that the metadata of both roles is written with.
#include <string>
#include <string_view>

#include "crypto/certificate.h"
#include "saml/wire/names.h"
#include "xml/text.h"

namespace gatehouse::saml::wire {

[[nodiscard]] inline std::string_view yes(bool value) {
    return value ? "true" : "false";
}

[[nodiscard]] inline std::string keyInfo(const crypto::Certificate& certificate) {
    return "<ds:KeyInfo><ds:X509Data>" + xml::element("ds:X509Certificate", base64Encode(certificate.der)) +
           "</ds:X509Data></ds:KeyInfo>";
}

/// The beginning of an endpoint's element, up to where more attributes may follow.
[[nodiscard]] inline std::string service(std::string_view name, std::string_view binding, std::string_view location) {
    return "<md:" + std::string(name) + xml::attribute("Binding", binding) + xml::attribute("Location", location);
}

/// `Metadata`: has id, entityId, validUntil and cacheDuration.
template <class Metadata>
[[nodiscard]] std::string entityOpening(const Metadata& metadata) {
    std::string out = "<md:EntityDescriptor";
    out.append(xml::attribute("xmlns:md", kMetadataSpace)).append(xml::attribute("xmlns:ds", kSignatureSpace));
    out.append(xml::attribute("xmlns:mdui", "urn:oasis:names:tc:SAML:metadata:ui"));
    out.append(xml::attribute("ID", metadata.id)).append(xml::attribute("entityID", metadata.entityId));
    out.append(xml::attribute("validUntil", toRfc3339(metadata.validUntil)));
    out.append(xml::attribute("cacheDuration", "PT" + std::to_string(metadata.cacheDuration.count()) + "S"));
    return out.append(">");
}

/// Nothing for an empty name (MDUI 2.1). `language`: BCP 47.
[[nodiscard]] inline std::string displayNameExtension(std::string_view displayName, std::string_view language = "en") {
    return displayName.empty()
               ? std::string()
               : "<md:Extensions><mdui:UIInfo><mdui:DisplayName" + xml::attribute("xml:lang", language) + ">" +
                     xml::escaped(displayName) + "</mdui:DisplayName></mdui:UIInfo></md:Extensions>";
}

} // namespace gatehouse::saml::wire
