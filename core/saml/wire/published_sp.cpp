// SPDX-License-Identifier: Apache-2.0
#include "saml/wire/published_sp.h"

#include <algorithm>
#include <charconv>

#include "http/forms.h"
#include "saml/wire/names.h"

namespace gatehouse::saml::wire {
namespace {

constexpr std::string_view kSubjectIdRequirement = "urn:oasis:names:tc:SAML:profiles:subject-id:req";
constexpr std::string_view kEntityAttributes = "urn:oasis:names:tc:SAML:metadata:attribute";

/// A browser is sent there with somebody's name: https, or this very machine for trying things out.
Status checkLocation(const std::string& location) {
    const auto url = http::parseUrl(location);
    const bool here = url && (url->host == "127.0.0.1" || url->host == "::1" || url->host == "localhost");
    return url && (url->scheme == "https" || (url->scheme == "http" && here))
               ? Status()
               : fail(Code::InvalidArgument, "metadata.location", location.substr(0, 200));
}

Result<std::vector<AssertionConsumer>> consumersOf(const xml::Element& role) {
    std::vector<AssertionConsumer> out;
    for (const xml::Element& each : role.children(kMetadataSpace, "AssertionConsumerService")) {
        AssertionConsumer consumer;
        consumer.binding = each.attribute("Binding").value_or("");
        consumer.location = each.attribute("Location").value_or("");
        const std::string_view index = each.attribute("index").value_or("0");
        std::from_chars(index.data(), index.data() + index.size(), consumer.index);
        consumer.isDefault = isTrue(each.attribute("isDefault"));
        if (consumer.binding != kPostBinding) {
            continue; // assertions go by POST alone
        }
        ENSURE(checkLocation(consumer.location));
        out.push_back(std::move(consumer));
    }
    return out.empty() ? Result<std::vector<AssertionConsumer>>(
                             fail(Code::InvalidArgument, "metadata.no_acs", "no AssertionConsumerService by POST"))
                       : std::move(out);
}

std::vector<RequestedAttribute> attributesOf(const xml::Element& role) {
    const auto services = role.children(kMetadataSpace, "AttributeConsumingService");
    if (services.empty()) {
        return {};
    }
    const auto isDefault = [](const xml::Element& each) { return isTrue(each.attribute("isDefault")); };
    const auto chosen = std::find_if(services.begin(), services.end(), isDefault);
    std::vector<RequestedAttribute> out;
    for (const xml::Element& each :
         (chosen == services.end() ? services.front() : *chosen).children(kMetadataSpace, "RequestedAttribute")) {
        out.push_back({std::string(each.attribute("Name").value_or("")),
                       std::string(each.attribute("FriendlyName").value_or("")), isTrue(each.attribute("isRequired"))});
    }
    return out;
}

/// Of the entity's attributes in its extensions (Metadata Extension for Entity Attributes 1.0, 2).
std::string subjectIdRequirementOf(const xml::Element& entity) {
    const auto extensions = entity.child(kMetadataSpace, "Extensions");
    const auto attributes = extensions ? extensions->child(kEntityAttributes, "EntityAttributes") : std::nullopt;
    if (!attributes) {
        return {};
    }
    for (const xml::Element& each : attributes->children(kAssertionSpace, "Attribute")) {
        const auto value = each.child(kAssertionSpace, "AttributeValue");
        if (each.attribute("Name") == kSubjectIdRequirement && value) {
            return value->text().value_or("");
        }
    }
    return {};
}

} // namespace

Result<PublishedSp> readPublishedSp(std::string_view text) {
    TRY(tree, parseMetadata(text));
    TRY(entity, chooseEntity(tree.root(), {}));
    const auto role = roleOf(entity, "SPSSODescriptor");
    if (!role) {
        return fail(Code::InvalidArgument, "metadata.no_sp", "no SPSSODescriptor for SAML 2.0");
    }
    PublishedSp out;
    TRY(name, entityIdOf(entity));
    TRY(consumers, consumersOf(*role));
    TRY(logout, endpointsOf(*role, "SingleLogoutService"));
    for (const Endpoint& each : logout) {
        ENSURE(checkLocation(each.location));
        ENSURE(each.responseLocation.empty() ? Status() : checkLocation(each.responseLocation));
    }
    RoleKeys keys = keysOf(*role, crypto::Strength::Today);
    out.entityId = std::move(name);
    out.signsRequests = isTrue(role->attribute("AuthnRequestsSigned"));
    out.wantsAssertionsSigned = isTrue(role->attribute("WantAssertionsSigned"));
    out.signing = std::move(keys.signing);
    out.encryption = std::move(keys.encryption);
    out.consumers = std::move(consumers);
    out.singleLogout = std::move(logout);
    out.nameIdFormats = nameIdFormatsOf(*role);
    out.attributes = attributesOf(*role);
    out.subjectIdRequirement = subjectIdRequirementOf(entity);
    return out;
}

const AssertionConsumer& defaultConsumer(const PublishedSp& sp) {
    const auto isDefault = [](const AssertionConsumer& each) { return each.isDefault; };
    const auto found = std::find_if(sp.consumers.begin(), sp.consumers.end(), isDefault);
    return found == sp.consumers.end() ? sp.consumers.front() : *found;
}

} // namespace gatehouse::saml::wire
