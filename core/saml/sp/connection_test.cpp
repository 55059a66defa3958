// SPDX-License-Identifier: Apache-2.0
#include "saml/sp/connection_test.h"

#include <algorithm>

namespace gatehouse::saml::sp {
namespace {

using connections::Progress;
using connections::Stages;

constexpr const char* kMetadata = "SAML V2.0 Metadata, 2.4";
constexpr std::int64_t kSoonDays = 30;
constexpr std::size_t kLargestDocument = std::size_t(4) * 1024 * 1024;

/// The metadata as it is there now, up to and with the stage fetch; nullopt if one of them failed.
std::optional<std::string> fetch(const TestInputs& inputs, Progress& progress) {
    const std::string& url = inputs.connection.saml.metadataUrl;
    const auto address = http::parseUrl(url);
    if (!address) {
        progress.fail("address", "\"" + url + "\" is not an https address.", "Fix address", {"fix_address", {}});
        return std::nullopt;
    }
    http::OutboundRequest request;
    request.url = url;
    request.authorities = inputs.connection.trustedAuthorities;
    request.headers.set("Accept", "application/samlmetadata+xml, application/xml;q=0.9, text/xml;q=0.8");
    request.deadline = connections::kFetchDeadline;
    request.maxBytes = kLargestDocument;
    auto answer = connections::reach(inputs.client, inputs.connection, request, *address, inputs.proxy, progress);
    if (!answer) {
        return std::nullopt;
    }
    if (answer->status != 200) {
        progress.fail("fetch", "Got HTTP " + std::to_string(answer->status) + " at " + url + ".", "Fix address",
                      {"fix_address", {}});
        return std::nullopt;
    }
    progress.ok("fetch", "HTTP 200, " + std::to_string(answer->body.size()) + " bytes");
    connections::tellClock(answer->date, inputs.now, progress);
    return std::move(answer->body);
}

std::string inWords(const Error& error) {
    return error.reason + (error.detail.empty() ? "" : ": " + error.detail);
}

/// The stages parse and identity; nullopt if one of them failed.
std::optional<Idp> read(const TestInputs& inputs, const std::string& text, Progress& progress) {
    const connections::Connection& connection = inputs.connection;
    if (text.empty()) {
        auto idp = idpOf(connection, nullptr);
        if (!idp) {
            progress.fail("identity", inWords(idp.error()), "Complete the connection", {"fix_address", {}});
            return std::nullopt;
        }
        progress.ok("identity", idp->entityId);
        return *std::move(idp);
    }
    const auto metadata = wire::readIdpMetadata(text, connection.saml.entityId);
    if (!metadata) {
        const bool other = metadata.error().reason == "metadata.no_entity";
        progress.fail(other ? "identity" : "parse", inWords(metadata.error()),
                      other ? "Compare the entity IDs" : "Open in browser",
                      {"open_in_browser", connection.saml.metadataUrl});
        return std::nullopt;
    }
    progress.ok("parse", "A metadata document.");
    auto idp = idpOf(connection, &*metadata);
    if (!idp) {
        progress.fail(idp.error().reason == "metadata.no_key" ? "keys" : "identity", inWords(idp.error()),
                      "Ask the provider's administrator", {"retry", {}});
        return std::nullopt;
    }
    if (idp->validUntil && *idp->validUntil <= inputs.now) {
        progress.fail("parse", "The metadata ended on " + toRfc3339(*idp->validUntil) + ".",
                      "Ask the provider for its current metadata", {"retry", {}});
        return std::nullopt;
    }
    progress.ok("identity", idp->entityId);
    return *std::move(idp);
}

void tellKeys(const Idp& idp, Time now, Progress& progress) {
    const auto last = std::max_element(idp.certificates.begin(), idp.certificates.end(),
                                       [](const auto& a, const auto& b) { return a.notAfter < b.notAfter; });
    const auto days = std::chrono::floor<std::chrono::days>(last->notAfter - now).count();
    if (days >= kSoonDays) {
        progress.ok("keys",
                    std::to_string(idp.certificates.size()) +
                        (idp.certificates.size() == 1 ? " certificate, good until " : " certificates, good until ") +
                        toRfc3339(last->notAfter).substr(0, 10));
        return;
    }
    // It goes on proving what it signs (SAML V2.0 Metadata Interoperability Profile, 2.6.1), but its owner will change
    // it.
    progress.warn("keys",
                  days < 0 ? "Signing certificate expired on " + toRfc3339(last->notAfter) + "."
                           : "Signing certificate expires in " + std::to_string(days) + " days.",
                  "Ask the provider for its next one; without it sign-ins stop",
                  {"remind_me", toRfc3339(last->notAfter)});
}

} // namespace

Stages testConnection(const TestInputs& inputs) {
    Progress progress(inputs.onStage, kMetadata);
    std::string text = inputs.connection.saml.metadataXml;
    if (!inputs.connection.saml.metadataUrl.empty()) {
        auto fetched = fetch(inputs, progress);
        if (!fetched) {
            return progress.finish();
        }
        text = *std::move(fetched);
    }
    const auto idp = read(inputs, text, progress);
    if (!idp) {
        return progress.finish();
    }
    tellKeys(*idp, inputs.now, progress);
    if (inputs.lastSignIn) {
        progress.put(*inputs.lastSignIn);
    }
    if (inputs.lastClaims) {
        progress.put(*inputs.lastClaims);
    }
    return progress.finish();
}

} // namespace gatehouse::saml::sp
