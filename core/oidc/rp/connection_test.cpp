// SPDX-License-Identifier: Apache-2.0
#include "oidc/rp/connection_test.h"

#include <algorithm>

#include "connections/metadata.h"
#include "connections/signing_certificates.h"
#include "http/forms.h"
#include "jose/jwk.h"
#include "oidc/rp/client_authentication.h"
#include "oidc/rp/id_token.h"
#include "oidc/rp/redirect_probe.h"

namespace gatehouse::oidc::rp {
namespace {

using connections::failTls;
using connections::kFetchDeadline;
using connections::Progress;

constexpr Milliseconds kGuessDeadline{1500};
constexpr std::int64_t kSoonDays = 30;
constexpr const char* kDiscovery = "OpenID Connect Discovery 1.0, 4";
constexpr std::string_view kSuffix = "/.well-known/openid-configuration";

http::OutboundRequest get(const connections::Connection& connection, const std::string& url,
                          Milliseconds deadline = kFetchDeadline) {
    http::OutboundRequest request;
    request.url = url;
    request.authorities = connection.trustedAuthorities;
    request.headers.set("Accept", "application/json");
    request.deadline = deadline;
    return request;
}

// Another spelling of the issuer, when its metadata address gives no document.
struct Suggestion {
    std::string url;    ///< of the document
    std::string issuer; ///< as the document spells it
};
std::optional<Suggestion> suggestion(http::Client& client, const connections::Connection& connection) {
    std::vector<std::string> candidates;
    std::string issuer = connection.issuer;
    if (issuer.ends_with(kSuffix)) {
        candidates.push_back(issuer.substr(0, issuer.size() - kSuffix.size()));
    } else {
        while (candidates.size() < 3) {
            const std::size_t slash = issuer.rfind('/');
            if (slash == std::string::npos || slash < issuer.find("://") + 3) {
                break;
            }
            issuer.resize(slash);
            candidates.push_back(issuer);
        }
    }
    for (const std::string& candidate : candidates) {
        const std::string url = connections::discoveryUrl(candidate);
        const auto answer = client.send(connection.tenant.text(), get(connection, url, kGuessDeadline));
        const auto document =
            answer && answer->status == 200 ? json::parseObject(answer->body) : Result<json::Object>(json::Object());
        const auto theirs = document ? json::stringMember(*document, "issuer") : std::nullopt;
        if (theirs && !theirs->empty()) {
            return Suggestion{url, std::string(*theirs)};
        }
    }
    return std::nullopt;
}

// True if the provider publishes a key that can prove a token; tells what it publishes otherwise.
bool testKeys(const TestInputs& inputs, const connections::ProviderMetadata& metadata, Progress& progress) {
    const auto answer = inputs.client.send(inputs.connection.tenant.text(), get(inputs.connection, metadata.jwksUri));
    if (!answer && answer.error().reason.starts_with("outbound.tls")) {
        failTls(progress, "keys", answer.error(), metadata.jwksUri);
        return false;
    }
    if (!answer || answer->status != 200) {
        progress.fail("keys",
                      "No keys at " + metadata.jwksUri + ": " +
                          (answer ? "HTTP " + std::to_string(answer->status) : answer.error().detail),
                      "Retry", {"retry", {}});
        return false;
    }
    const auto published = jose::parseJwkSet(answer->body);
    std::string found;
    bool usable = false;
    if (published) {
        for (const jose::Jwk& key : published->keys) {
            usable = usable || key.use != "enc";
            found.append(found.empty() ? "" : ", ")
                .append(key.use.empty() ? "sig" : key.use)
                .append(" ")
                .append(key.alg);
        }
        for (const std::string& ignored : published->ignored) {
            found.append(found.empty() ? "" : ", ").append(ignored);
        }
    }
    if (!usable || safeAlgorithms(metadata.idTokenAlgorithms).empty()) {
        progress.fail("keys",
                      "No usable signing key at " + metadata.jwksUri + " (found: " + (found.empty() ? "none" : found) +
                          ").",
                      "Retry once the provider signs with RS256, PS256, ES256 or EdDSA", {"retry", {}});
        return false;
    }
    const auto ends = connections::signingCertificatesEnd(answer->body);
    const auto days = ends ? std::chrono::floor<std::chrono::days>(*ends - inputs.clock.now()).count() : kSoonDays;
    if (days >= kSoonDays) {
        const std::size_t count = published->keys.size();
        progress.ok("keys", (count == 1 ? "One key (" : std::to_string(count) + " keys (") + found + ")");
    } else {
        progress.warn("keys",
                      days < 0 ? "Signing certificate expired on " + toRfc3339(*ends) + "."
                               : "Signing certificate expires in " + std::to_string(days) + " days.",
                      "Ask the provider for its next one; without it sign-ins stop", {"remind_me", toRfc3339(*ends)});
    }
    return true;
}

// A code that cannot be right: a provider that knows us says invalid_grant, one that does not says invalid_client.
void testClient(const TestInputs& inputs, const connections::ProviderMetadata& metadata, Progress& progress) {
    http::OutboundRequest request;
    request.method = "POST";
    request.url = metadata.tokenEndpoint;
    request.authorities = inputs.connection.trustedAuthorities;
    request.deadline = kFetchDeadline;
    request.headers.set("Content-Type", "application/x-www-form-urlencoded");
    http::Parameters form;
    form.append("grant_type", "authorization_code");
    form.append("code", "gatehouse-connection-test");
    form.append("redirect_uri", inputs.redirectUri);
    form.append("code_verifier", std::string(43, 'x'));
    if (const Status proven = authenticate(inputs.connection, inputs.keys, inputs.clock.now(), request, form);
        !proven) {
        return progress.fail("client", "The client credentials could not be prepared.", "Re-enter secret",
                             {"reenter_secret", {}});
    }
    request.body = form.encode();
    const auto answer = inputs.client.send(inputs.connection.tenant.text(), request);
    const auto object =
        answer ? json::parseObject(answer->body) : Result<json::Object>(tl::unexpected<Error>(answer.error()));
    const std::string error(object ? json::stringMember(*object, "error").value_or("") : "");
    if (error == "invalid_client" || error == "unauthorized_client" || (answer && answer->status == 401)) {
        return progress.fail("client",
                             "The provider rejected the client id or secret (" + (error.empty() ? "401" : error) + ").",
                             "Re-enter secret", {"reenter_secret", {}}, "RFC 6749, 5.2");
    }
    if (!answer || error.empty()) {
        return progress.warn("client", "The token endpoint gave no answer that says whether the client is known.",
                             "Retry", {"retry", {}});
    }
    progress.ok("client", "The provider knows the client (" + error + " for a made-up code, as it should).");
}

void testSignIn(const TestInputs& inputs, const connections::ProviderMetadata& metadata, Progress& progress) {
    if (refusesRedirectUri(inputs.connection, metadata, inputs.redirectUri, inputs.client)) {
        progress.fail("sign_in", "Provider says redirect URI not allowed. Register exactly: " + inputs.redirectUri,
                      "Copy redirect URI", {"copy_redirect_uri", inputs.redirectUri}, "RFC 6749, 3.1.2.4");
    } else if (inputs.lastSignIn) {
        progress.put(*inputs.lastSignIn);
    }
    if (inputs.lastClaims) {
        progress.put(*inputs.lastClaims);
    }
}

// The document at the issuer's address, up to and with the stage identity; nullopt if one of them failed.
struct Fetched {
    connections::ProviderMetadata metadata;
    std::optional<Time> date;
};
std::optional<Fetched> fetchMetadata(const TestInputs& inputs, const http::Url& address, Progress& progress) {
    const connections::Connection& connection = inputs.connection;
    const std::string url = connections::discoveryUrl(connection.issuer);
    const auto answer =
        connections::reach(inputs.client, connection, get(connection, url), address, inputs.proxy, progress);
    if (!answer) {
        return std::nullopt;
    }
    if (answer->status != 200) {
        const auto better = suggestion(inputs.client, connection);
        progress.fail("fetch",
                      "Got HTTP " + std::to_string(answer->status) + " at " + url + "." +
                          (better ? " Did you mean " + better->url + "?" : std::string()),
                      better ? "Use suggested address" : "Fix address",
                      better ? Fix{"use_suggested_address", better->issuer} : Fix{"fix_address", {}});
        return std::nullopt;
    }
    progress.ok("fetch", "HTTP 200, " + std::to_string(answer->body.size()) + " bytes");
    auto metadata = connections::parseMetadata(answer->body, connection.issuer, inputs.allowHttp);
    if (!metadata && metadata.error().reason != "metadata.issuer_mismatch") {
        progress.fail("parse", metadata.error().detail, "Open in browser", {"open_in_browser", url});
        return std::nullopt;
    }
    progress.ok("parse", "A metadata document.");
    if (!metadata) {
        const auto document = json::parseObject(answer->body);
        progress.fail("identity", metadata.error().detail, "Use theirs",
                      {"use_their_issuer",
                       document ? std::string(json::stringMember(*document, "issuer").value_or("")) : std::string()});
        return std::nullopt;
    }
    progress.ok("identity", metadata->issuer);
    return Fetched{*std::move(metadata), answer->date};
}

} // namespace

Stages testConnection(const TestInputs& inputs) {
    Progress progress(inputs.onStage, kDiscovery);
    const std::string& issuer = inputs.connection.issuer;
    const bool entra = connections::isEntraTemplate(issuer);
    const auto address = http::parseUrl(entra ? "https://login.microsoftonline.com/" : issuer);
    if (!address || (address->scheme != "https" && !inputs.allowHttp)) {
        progress.fail("address", "\"" + issuer + "\" is not an https address.", "Fix address", {"fix_address", {}});
        return progress.finish();
    }
    const auto fetched = fetchMetadata(inputs, *address, progress);
    if (!fetched || !testKeys(inputs, fetched->metadata, progress)) {
        return progress.finish();
    }
    testClient(inputs, fetched->metadata, progress);
    connections::tellClock(fetched->date, inputs.clock.now(), progress);
    testSignIn(inputs, fetched->metadata, progress);
    return progress.finish();
}

} // namespace gatehouse::oidc::rp
