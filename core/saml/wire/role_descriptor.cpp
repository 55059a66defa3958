// SPDX-License-Identifier: Apache-2.0
#include "saml/wire/role_descriptor.h"

#include <algorithm>
#include <charconv>

#include "base/words.h"
#include "saml/wire/names.h"
#include "xml/signature.h"

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

/// The least value that an attribute has from an element up to the root; nullopt: none has it.
template <class T, class Read>
Result<std::optional<T>> leastOf(const xml::Element& element, std::string_view name, const Read& read) {
    std::optional<T> least;
    for (std::optional<xml::Element> at = element; at; at = at->parent()) {
        if (const auto text = at->attribute(name)) {
            const auto value = read(*text);
            if (!value) {
                return malformedMetadata(name);
            }
            least = least ? std::min<T>(*least, *value) : T(*value);
        }
    }
    return least;
}

/// An xs:duration (XML Schema Part 2, 3.2.6) in whole seconds; nullopt: it is none, or a negative one.
std::optional<Seconds> durationOf(std::string_view text) {
    struct Unit {
        char letter;
        bool ofTime;
        std::int64_t seconds;
    };
    constexpr Unit kUnits[] = {{'Y', false, 365 * 86400LL},
                               {'M', false, 30 * 86400LL},
                               {'D', false, 86400},
                               {'H', true, 3600},
                               {'M', true, 60},
                               {'S', true, 1}};
    constexpr std::int64_t kMostOfOne = 1'000'000;
    if (!text.starts_with('P') || text.size() < 3) {
        return std::nullopt;
    }
    std::int64_t sum = 0;
    bool inTime = false;
    const Unit* next = std::begin(kUnits);
    for (const char* at = text.data() + 1; at != text.data() + text.size();) {
        const char* const end = text.data() + text.size();
        if (*at == 'T' && !inTime && at + 1 != end) {
            inTime = true;
            ++at;
            continue;
        }
        std::int64_t count = 0;
        auto [unit, problem] = std::from_chars(at, end, count);
        if (problem != std::errc() || count < 0 || count > kMostOfOne) {
            return std::nullopt;
        }
        if (unit != end && *unit == '.') { // of seconds
            unit = std::find_if(unit + 1, end, [](char c) { return c < '0' || c > '9'; });
        }
        next = std::find_if(next, std::end(kUnits), [&](const Unit& each) {
            return unit != end && each.letter == *unit && each.ofTime == inTime;
        });
        if (next == std::end(kUnits)) {
            return std::nullopt;
        }
        sum += count * next->seconds;
        ++next;
        at = unit + 1;
    }
    return Seconds(sum);
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

const xml::Limits& metadataLimits() {
    return kMetadataLimits;
}

Result<xml::Tree> parseMetadata(std::string_view text) {
    if (text.starts_with(kByteOrderMark)) {
        text.remove_prefix(kByteOrderMark.size());
    }
    return xml::Tree::parse(std::string(text), kMetadataLimits);
}

std::vector<xml::Element> entitiesIn(const xml::Element& root) {
    std::vector<xml::Element> all;
    collectEntities(root, all);
    return all;
}

Result<xml::Element> chooseEntity(const xml::Element& root, std::string_view wanted) {
    const std::vector<xml::Element> all = entitiesIn(root);
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

Result<std::optional<Time>> validUntilOf(const xml::Element& role) {
    return leastOf<Time>(role, "validUntil", [](std::string_view text) { return parseRfc3339(text); });
}

Result<std::optional<Seconds>> cacheDurationOf(const xml::Element& role) {
    return leastOf<Seconds>(role, "cacheDuration", durationOf);
}

Result<xml::Tree> proveMetadata(const xml::Tree& tree, const std::vector<crypto::PublicKey>& signers) {
    auto verified = xml::verify(tree, tree.root(), signers, xml::Sha1::Refuse, kMetadataLimits);
    return verified ? Result<xml::Tree>(std::move(verified->tree)) : tl::unexpected(signatureRefused(verified.error()));
}

Error signatureRefused(const Error& why) {
    return {Code::Unauthenticated, "metadata.signature", why.reason + (why.detail.empty() ? "" : ": " + why.detail)};
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
