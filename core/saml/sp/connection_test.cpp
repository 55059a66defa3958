// SPDX-License-Identifier: Apache-2.0
#include "saml/sp/connection_test.h"

#include <algorithm>

#include "saml/sp/provider_metadata.h"

namespace gatehouse::saml::sp {
namespace {

using connections::Progress;
using connections::Stages;

constexpr const char* kMetadata = "SAML V2.0 Metadata, 2.4";
constexpr std::int64_t kSoonDays = 30;

using Metadata = Result<wire::IdpMetadata>;

/// The metadata as it is there now, up to and with the stage fetch; nullopt if one of them failed.
std::optional<Metadata> fetch(const TestInputs& inputs, Progress& progress) {
    const std::string url = metadataAddress(inputs.connection.saml);
    const auto address = http::parseUrl(url);
    if (!address) {
        progress.fail("address", "\"" + url + "\" is not an https address.", "Fix address", {"fix_address", {}});
        return std::nullopt;
    }
    MetadataFetch metadata(inputs.connection);
    auto answer =
        connections::reach(inputs.client, inputs.connection, metadata.request(), *address, inputs.proxy, progress);
    if (!answer) {
        return std::nullopt;
    }
    if (answer->status != 200) {
        progress.fail("fetch", "Got HTTP " + std::to_string(answer->status) + " at " + url + ".", "Fix address",
                      {"fix_address", {}});
        return std::nullopt;
    }
    progress.ok("fetch", "HTTP 200, " + std::to_string(metadata.octets()) + " bytes");
    connections::tellClock(answer->date, inputs.now, progress);
    return metadata.finish().and_then([&](const std::string& text) { return readFetched(inputs.connection, text); });
}

std::string inWords(const Error& error) {
    return error.reason + (error.detail.empty() ? "" : ": " + error.detail);
}

/// The stages parse and identity; nullopt if one of them failed. `metadata`: nullopt where there is none.
std::optional<Idp> read(const TestInputs& inputs, const std::optional<Metadata>& metadata, Progress& progress) {
    const connections::Connection& connection = inputs.connection;
    if (!metadata) {
        auto idp = idpOf(connection, nullptr);
        if (!idp) {
            progress.fail("identity", inWords(idp.error()), "Complete the connection", {"fix_address", {}});
            return std::nullopt;
        }
        progress.ok("identity", idp->entityId);
        return *std::move(idp);
    }
    if (!*metadata) {
        const Error& error = metadata->error();
        const bool other = error.reason == "metadata.no_entity";
        progress.fail(other ? "identity" : "parse", inWords(error),
                      other ? "Compare the entity IDs" : "Open in browser",
                      {"open_in_browser", connection.saml.metadataUrl});
        return std::nullopt;
    }
    progress.ok("parse", "A metadata document.");
    auto idp = idpOf(connection, &**metadata);
    if (!idp) {
        progress.fail(idp.error().reason == "metadata.no_key" ? "keys" : "identity", inWords(idp.error()),
                      "Ask the provider's administrator", {"retry", {}});
        return std::nullopt;
    }
    if (const auto dates = checkDates(connection, *idp, nullptr, inputs.now); !dates) {
        progress.fail("parse",
                      idp->validUntil && *idp->validUntil <= inputs.now
                          ? "The metadata ended on " + toRfc3339(*idp->validUntil) + "."
                          : inWords(dates.error()),
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
    const connections::SamlSettings& settings = inputs.connection.saml;
    std::optional<Metadata> metadata;
    if (!settings.metadataUrl.empty()) {
        metadata = fetch(inputs, progress);
        if (!metadata) {
            return progress.finish();
        }
    } else if (!settings.metadataXml.empty()) {
        metadata = readPasted(inputs.connection);
    }
    const auto idp = read(inputs, metadata, progress);
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
