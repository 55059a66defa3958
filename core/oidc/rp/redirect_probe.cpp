// SPDX-License-Identifier: Apache-2.0
#include "oidc/rp/redirect_probe.h"

#include <algorithm>

#include "base/encoding.h"
#include "crypto/random.h"
#include "http/forms.h"
#include "oauth/pkce.h"

namespace gatehouse::oidc::rp {
namespace {

constexpr Milliseconds kDeadline{2500};
constexpr std::size_t kMaxBytes = 512 * 1024;

// How providers name the fault on the page that they show instead of going back.
constexpr std::string_view kWords[] = {"redirect_uri", "redirect uri", "redirect url",
                                       "redirect-uri", "reply url",    "callback url"};

bool saysSo(int status, std::string_view page) {
    if (page.find("AADSTS50011") != std::string_view::npos) { // Microsoft's page comes with status 200
        return true;
    }
    const std::string text = asciiLower(page);
    return status >= 400 && status < 500 &&
           std::any_of(
               std::begin(kWords), std::end(kWords),
               [&](std::string_view word) { return text.find(word) != std::string::npos; });
}

} // namespace

bool refusesRedirectUri(const connections::Connection& connection, const connections::ProviderMetadata& metadata,
                        const std::string& redirectUri, http::Client& client) {
    http::Parameters query;
    query.append("response_type", "code");
    query.append("client_id", connection.clientId);
    query.append("redirect_uri", redirectUri);
    query.append("scope", "openid");
    query.append("state", crypto::randomToken());
    query.append("nonce", crypto::randomToken());
    query.append("code_challenge", oauth::challengeFor(crypto::randomToken()));
    query.append("code_challenge_method", "S256");
    query.append("prompt", "none");
    http::OutboundRequest request;
    request.url = http::withQuery(metadata.authorizationEndpoint, query);
    request.authorities = connection.trustedAuthorities;
    request.headers.set("Accept", "text/html");
    request.deadline = kDeadline;
    request.maxBytes = kMaxBytes;
    const auto answer = client.send(connection.tenant.text(), request);
    return answer && saysSo(answer->status, answer->body);
}

} // namespace gatehouse::oidc::rp
