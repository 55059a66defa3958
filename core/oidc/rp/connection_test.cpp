// SPDX-License-Identifier: Apache-2.0
#include "oidc/rp/connection_test.h"

#include <algorithm>

#include "connections/metadata.h"
#include "http/forms.h"
#include "jose/jwk.h"
#include "oidc/rp/client_authentication.h"
#include "oidc/rp/id_token.h"

namespace gatehouse::oidc::rp {
namespace {

constexpr std::string_view kStages[] = {"address", "connect", "tls",   "fetch",   "parse", "identity",
                                        "keys",    "client",  "clock", "sign_in", "claims"};
constexpr Seconds kClockLimit{120};
constexpr const char* kDiscovery = "OpenID Connect Discovery 1.0, 4";

// The stages so far, and the means to end the test at one of them.
class Stages {
public:
    void ok(std::string_view stage, std::string detail) { add(stage, Check::Status::Ok, std::move(detail), {}); }
    void warn(std::string_view stage, std::string detail, std::string cure) {
        add(stage, Check::Status::Warn, std::move(detail), std::move(cure));
    }
    Checks failAt(std::string_view stage, std::string detail, std::string cure) {
        add(stage, Check::Status::Fail, std::move(detail), std::move(cure));
        return finish();
    }
    void put(Check check) { m_checks.push_back(std::move(check)); }
    /// All stages in their order; one that was not reached is Skipped.
    Checks finish() {
        Checks ordered;
        for (const std::string_view stage : kStages) {
            const auto done =
                std::find_if(m_checks.begin(), m_checks.end(), [&](const Check& check) { return check.name == stage; });
            ordered.push_back(done != m_checks.end()
                                  ? *done
                                  : Check{std::string(stage), Check::Status::Skipped, {}, {}, {}, kDiscovery});
        }
        return ordered;
    }

private:
    void add(std::string_view stage, Check::Status status, std::string detail, std::string cure) {
        m_checks.push_back({std::string(stage), status, {}, std::move(detail), std::move(cure), kDiscovery});
    }
    Checks m_checks;
};

http::OutboundRequest get(const std::string& url) {
    http::OutboundRequest request;
    request.url = url;
    request.headers.set("Accept", "application/json");
    request.deadline = Milliseconds(5000);
    return request;
}

// Which stage an outbound failure belongs to: everything before it was passed.
std::string_view stageOf(const Error& error, std::string_view fallback) {
    const std::string& reason = error.reason;
    if (reason == "outbound.url" || reason == "outbound.scheme" || reason == "outbound.resolve") {
        return "address";
    }
    if (reason == "outbound.connect" || reason == "outbound.timeout" || reason == "outbound.address_refused") {
        return "connect";
    }
    return reason.starts_with("outbound.tls") ? "tls" : fallback;
}

std::string cureOf(std::string_view stage) {
    if (stage == "address") {
        return "Fix address";
    }
    if (stage == "connect") {
        return "Retry, or check the proxy settings";
    }
    return stage == "tls" ? "View certificate, or trust its authority" : "Retry";
}

// The other spelling of a metadata address, when one gives 404.
std::string suggestion(http::Client& client, const connections::Connection& connection) {
    constexpr std::string_view kSuffix = "/.well-known/openid-configuration";
    std::string issuer = connection.issuer;
    if (issuer.ends_with(kSuffix)) {
        issuer.resize(issuer.size() - kSuffix.size());
    } else if (const std::size_t slash = issuer.rfind('/');
               slash != std::string::npos && slash > std::string_view("https://").size()) {
        issuer.resize(slash);
    } else {
        return {};
    }
    const auto answer = client.send(connection.tenant.text(), get(connections::discoveryUrl(issuer)));
    return answer && answer->status == 200 ? connections::discoveryUrl(issuer) : std::string();
}

std::string inWords(Seconds difference) {
    const long long seconds = std::llabs(difference.count());
    return seconds < 60 ? std::to_string(seconds) + " s"
                        : std::to_string(seconds / 60) + " min " + std::to_string(seconds % 60) + " s";
}

// A code that cannot be right: a provider that knows us says invalid_grant, one that does not says invalid_client.
void testClient(const connections::Connection& connection, const connections::ProviderMetadata& metadata,
                const std::string& redirectUri, http::Client& client, const keys::KeyRing& keys, Time now,
                Stages& stages) {
    http::OutboundRequest request;
    request.method = "POST";
    request.url = metadata.tokenEndpoint;
    request.headers.set("Content-Type", "application/x-www-form-urlencoded");
    http::Parameters form;
    form.append("grant_type", "authorization_code");
    form.append("code", "gatehouse-connection-test");
    form.append("redirect_uri", redirectUri);
    form.append("code_verifier", std::string(43, 'x'));
    if (const Status proven = authenticate(connection, keys, now, request, form); !proven) {
        return stages.put({"client",
                           Check::Status::Fail,
                           {},
                           "The client credentials could not be prepared.",
                           "Re-enter secret",
                           kDiscovery});
    }
    request.body = form.encode();
    const auto answer = client.send(connection.tenant.text(), request);
    const auto object =
        answer ? json::parseObject(answer->body) : Result<json::Object>(tl::unexpected<Error>(answer.error()));
    const std::string error(object ? json::stringMember(*object, "error").value_or("") : "");
    if (error == "invalid_client" || error == "unauthorized_client" || (answer && answer->status == 401)) {
        return stages.put({"client",
                           Check::Status::Fail,
                           {},
                           "The provider rejected the client id or secret (" + (error.empty() ? "401" : error) + ").",
                           "Re-enter secret",
                           "RFC 6749, 5.2"});
    }
    if (!answer || error.empty()) {
        return stages.warn("client", "The token endpoint gave no answer that says whether the client is known.",
                           "Retry");
    }
    stages.ok("client", "The provider knows the client (" + error + " for a made-up code, as it should).");
}

} // namespace

Checks testConnection(const connections::Connection& connection, const std::string& redirectUri, http::Client& client,
                      const keys::KeyRing& keys, const Clock& clock, bool allowHttp,
                      const std::optional<Check>& lastSignIn, const std::optional<Check>& lastClaims) {
    Stages stages;
    const bool entra = connections::isEntraTemplate(connection.issuer);
    const auto address = http::parseUrl(entra ? "https://login.microsoftonline.com/" : connection.issuer);
    if (!address || (address->scheme != "https" && !allowHttp)) {
        return stages.failAt("address", "\"" + connection.issuer + "\" is not an https address.", "Fix address");
    }
    const std::string url = connections::discoveryUrl(connection.issuer);
    const auto answer = client.send(connection.tenant.text(), get(url));
    if (!answer) {
        const std::string_view stage = stageOf(answer.error(), "fetch");
        for (const std::string_view passed : kStages) {
            if (passed == stage) {
                break;
            }
            stages.ok(passed, "");
        }
        return stages.failAt(stage, answer.error().detail, cureOf(stage));
    }
    stages.ok("address", address->host);
    stages.ok("connect", answer->peerAddress + " in " + std::to_string(answer->elapsed.count()) + " ms");
    if (address->scheme == "https") {
        stages.ok("tls", "The certificate is valid for " + address->host + ".");
    } else {
        stages.warn("tls", "Plain http, allowed on this machine only.", "Use https outside of a test");
    }
    if (answer->status != 200) {
        const std::string better = suggestion(client, connection);
        return stages.failAt("fetch",
                             "Got HTTP " + std::to_string(answer->status) + " at " + url + "." +
                                 (better.empty() ? std::string() : " Did you mean " + better + "?"),
                             better.empty() ? "Fix address" : "Use suggested address");
    }
    stages.ok("fetch", "HTTP 200, " + std::to_string(answer->body.size()) + " bytes");
    const auto metadata = connections::parseMetadata(answer->body, connection.issuer, allowHttp);
    if (!metadata) {
        if (metadata.error().reason == "metadata.issuer_mismatch") {
            stages.ok("parse", "A metadata document.");
            return stages.failAt("identity", metadata.error().detail, "Use theirs");
        }
        return stages.failAt("parse", metadata.error().detail, "Open in browser");
    }
    stages.ok("parse", "A metadata document.");
    stages.ok("identity", metadata->issuer);

    const auto keysAnswer = client.send(connection.tenant.text(), get(metadata->jwksUri));
    if (!keysAnswer || keysAnswer->status != 200) {
        return stages.failAt(
            "keys",
            "No keys at " + metadata->jwksUri + ": " +
                (keysAnswer ? "HTTP " + std::to_string(keysAnswer->status) : keysAnswer.error().detail),
            "Retry");
    }
    const auto published = jose::parseJwkSet(keysAnswer->body);
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
    if (!usable || safeAlgorithms(metadata->idTokenAlgorithms).empty()) {
        return stages.failAt("keys",
                             "No usable signing key at " + metadata->jwksUri +
                                 " (found: " + (found.empty() ? "none" : found) + ").",
                             "Retry");
    }
    stages.ok("keys", std::to_string(published->keys.size()) + " keys (" + found + ")");
    testClient(connection, *metadata, redirectUri, client, keys, clock.now(), stages);
    if (answer->date) {
        const Seconds difference = std::chrono::round<Seconds>(*answer->date - clock.now());
        if (std::llabs(difference.count()) > kClockLimit.count()) {
            stages.put({"clock",
                        Check::Status::Fail,
                        {},
                        "Provider clock differs by " + inWords(difference) + "; limit is 2 min.",
                        "Show time settings",
                        "RFC 7519, 4.1.4"});
        } else {
            stages.ok("clock", inWords(difference) + " apart");
        }
    } else {
        stages.warn("clock", "The provider sends no Date header.", "Compare the clocks by hand");
    }
    if (lastSignIn) {
        stages.put(*lastSignIn);
    }
    if (lastClaims) {
        stages.put(*lastClaims);
    }
    return stages.finish();
}

} // namespace gatehouse::oidc::rp
