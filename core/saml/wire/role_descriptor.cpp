// SPDX-License-Identifier: Apache-2.0
#include "saml/wire/role_descriptor.h"

#include <algorithm>

#include "base/words.h"
#include "saml/wire/names.h"

namespace gatehouse::saml::wire {
namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
constexpr std::size_t kLongestEntityId = 1024;
constexpr xml::Limits kMetadataLimits{std::size_t(4) * 1024 * 1024, 32, 100'000, 64, 64, true};

void collectEntities(const xml::Element& element, std::vector<xml::Element>& out) {
    if (element.is(kMetadataSpace, "EntityDescriptor")) {
        out.push_back(element);
    } else if (element.is(kMetadataSpace, "EntitiesDescriptor")) {
        for (const xml::Element& each : element.children()) {
            collectEntities(each, out);
        }
    }
}

Result<std::optional<Time>> endOf(const xml::Element& element) {
    const auto text = element.attribute("validUntil");
    if (!text) {
        return std::optional<Time>();
    }
    const auto time = parseRfc3339(*text);
    return time ? Result<std::optional<Time>>(*time) : malformedMetadata("validUntil");
}

bool isWebAddress(std::string_view text) {
    return text.starts_with("https://") || text.starts_with("http://");
}

Result<crypto::Certificate> certificateIn(const xml::Element& descriptor, crypto::Strength least) {
    const auto info = descriptor.child(kSignatureSpace, "KeyInfo");
    const auto data = info ? info->child(kSignatureSpace, "X509Data") : std::nullopt;
    const auto inside = data ? data->child(kSignatureSpace, "X509Certificate") : std::nullopt;
    std::string text = inside ? inside->text().value_or("") : "";
    text.erase(std::remove_if(text.begin(), text.end(),
                              [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }),
               text.end());
    TRY(der, base64Decode(text));
    return crypto::readCertificate(der, least);
}

} // namespace

tl::unexpected<Error> malformedMetadata(std::string_view detail) {
    return fail(Code::InvalidArgument, "metadata.malformed", detail);
}

Result<xml::Tree> parseMetadata(std::string_view text) {
    if (text.starts_with(kByteOrderMark)) {
        text.remove_prefix(kByteOrderMark.size());
    }
    return xml::Tree::parse(std::string(text), kMetadataLimits);
}

Result<xml::Element> chooseEntity(const xml::Element& root, std::string_view wanted) {
    std::vector<xml::Element> all;
    collectEntities(root, all);
    if (all.empty()) {
        return malformedMetadata("neither EntityDescriptor nor EntitiesDescriptor");
    }
    if (wanted.empty()) {
        return all.size() == 1 ? Result<xml::Element>(all.front())
                               : fail(Code::InvalidArgument, "metadata.several_entities", std::to_string(all.size()));
    }
    const auto isWanted = [&](const xml::Element& each) { return each.attribute("entityID") == wanted; };
    const auto found = std::find_if(all.begin(), all.end(), isWanted);
    if (found == all.end()) {
        return fail(Code::NotFound, "metadata.no_entity", wanted);
    }
    return std::find_if(found + 1, all.end(), isWanted) == all.end()
               ? Result<xml::Element>(*found)
               : fail(Code::InvalidArgument, "metadata.duplicate", wanted);
}

Result<std::string> entityIdOf(const xml::Element& entity) {
    const std::string_view id = entity.attribute("entityID").value_or("");
    return id.empty() || id.size() > kLongestEntityId ? Result<std::string>(malformedMetadata("entityID"))
                                                      : std::string(id);
}

std::optional<xml::Element> roleOf(const xml::Element& entity, std::string_view name) {
    for (const xml::Element& role : entity.children(kMetadataSpace, name)) {
        const auto protocols = splitWords(role.attribute("protocolSupportEnumeration").value_or(""));
        if (std::find(protocols.begin(), protocols.end(), kProtocolSpace) != protocols.end()) {
            return role;
        }
    }
    return std::nullopt;
}

Result<std::optional<Time>> validUntilOf(const xml::Element& entity, const xml::Element& role) {
    TRY(entityEnd, endOf(entity));
    TRY(roleEnd, endOf(role));
    return entityEnd && roleEnd ? std::min(entityEnd, roleEnd) : entityEnd ? entityEnd : roleEnd;
}

Result<std::vector<Endpoint>> endpointsOf(const xml::Element& role, std::string_view name) {
    std::vector<Endpoint> out;
    for (const xml::Element& each : role.children(kMetadataSpace, name)) {
        const auto text = [&](std::string_view attribute) {
            return std::string(each.attribute(attribute).value_or(""));
        };
        Endpoint endpoint{text("Binding"), text("Location"), text("ResponseLocation")};
        if (!isWebAddress(endpoint.location) ||
            (!endpoint.responseLocation.empty() && !isWebAddress(endpoint.responseLocation))) {
            return fail(Code::InvalidArgument, "metadata.location", endpoint.location.substr(0, 200));
        }
        out.push_back(std::move(endpoint));
    }
    return out;
}

RoleKeys keysOf(const xml::Element& role, crypto::Strength least) {
    RoleKeys out;
    for (const xml::Element& descriptor : role.children(kMetadataSpace, "KeyDescriptor")) {
        const std::string_view use = descriptor.attribute("use").value_or("");
        const auto certificate = certificateIn(descriptor, least);
        if (!certificate) {
            out.unreadable.push_back(certificate.error().reason + ": " + certificate.error().detail);
            continue;
        }
        if (use != "encryption") {
            out.signing.push_back(*certificate);
        }
        if (use != "signing") {
            out.encryption.push_back(*certificate);
        }
    }
    return out;
}

std::vector<std::string> nameIdFormatsOf(const xml::Element& role) {
    std::vector<std::string> out;
    for (const xml::Element& each : role.children(kMetadataSpace, "NameIDFormat")) {
        out.push_back(each.text().value_or(""));
    }
    return out;
}

bool isTrue(std::optional<std::string_view> value) {
    return value == "true" || value == "1";
}

} // namespace gatehouse::saml::wire
