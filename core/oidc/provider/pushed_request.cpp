// SPDX-License-Identifier: Apache-2.0
#include "oidc/provider/pushed_request.h"

#include <algorithm>
#include <array>

#include "oauth/client_assertion.h"
#include "oauth/prompt.h"
#include "oauth/request_object.h"
#include "oauth/tokens.h"
#include "sessions/sessions.h"

namespace gatehouse::oidc::provider {
namespace {

constexpr std::string_view kPrefix = "urn:ietf:params:oauth:request_uri:";
/// As long as a sign-in that began with it may take.
constexpr Seconds kSpentFor{24 * 3600};
constexpr std::array<std::string_view, 4> kChoices{"organization", "connection", "login_hint", "ui_locales"};

tl::unexpected<Error> unknown(std::string_view detail) {
    return fail(Code::InvalidArgument, "oauth.invalid_request_uri", detail);
}

/// `pushed` with the choices of a person laid over it.
http::Parameters withChoices(const http::Parameters& pushed, const http::Parameters& inAddress) {
    const auto chosen = [&](std::string_view name) {
        return std::find(kChoices.begin(), kChoices.end(), name) != kChoices.end() && inAddress.get(name).has_value();
    };
    const bool account = chosen("connection") || chosen("login_hint") || chosen("organization");
    http::Parameters out;
    for (const auto& [name, value] : pushed.pairs()) {
        if (name == "prompt" && account) {
            out.append(name, oauth::promptAfterChoice(value));
        } else if (!chosen(name)) {
            out.append(name, value);
        }
    }
    for (const std::string_view name : kChoices) {
        if (const auto value = inAddress.get(name)) {
            out.append(std::string(name), std::string(*value));
        }
    }
    return out;
}

} // namespace

Result<http::Parameters> unsignedRequest(const Parts& parts, AppKeys& keys, const Issuer& issuer, const apps::App& app,
                                         http::Parameters parameters) {
    const auto object = parameters.get("request");
    if (!object) {
        return parameters;
    }
    if (parameters.count("request") > 1) {
        return fail(Code::InvalidArgument, "oauth.invalid_request_object", "appears twice");
    }
    const auto known = keys.get(app, oauth::assertionKeyId(*object));
    if (!known) {
        return fail(Code::InvalidArgument, "oauth.invalid_request_object", known.error().detail);
    }
    const auto rule = app.requireSignedRequestObject ? oauth::NotBefore::Required : oauth::NotBefore::MayBeMissing;
    return oauth::verifyRequestObject(*object, (*known)->keys, app.clientId, issuer.url, rule, parts.clock.now());
}

Result<Asked> asked(const Parts& parts, AppKeys& keys, const Issuer& issuer, const apps::App& app,
                    http::Parameters inAddress) {
    const std::string uri(inAddress.get("request_uri").value_or(""));
    if (!uri.empty() && inAddress.get("request")) { // RFC 9101, 5
        return fail(Code::InvalidArgument, "oauth.invalid_request_object", "request and request_uri together");
    }
    if (!uri.starts_with(kPrefix) || inAddress.count("request_uri") > 1) {
        const bool isSigned = inAddress.get("request").has_value();
        TRY(parameters, unsignedRequest(parts, keys, issuer, app, inAddress));
        return Asked{isSigned ? withChoices(parameters, inAddress) : parameters, std::move(inAddress), isSigned, {}};
    }
    const auto hash = oauth::hashOf(oauth::TokenKind::RequestUri, std::string_view(uri).substr(kPrefix.size()));
    if (!hash) {
        return unknown("malformed");
    }
    TRY(sealer, parts.keys.sealerFor(issuer.keys));
    TRY(kept,
        parts.store.read([&](store::Reader& reader) { return sessions::findPushedRequest(reader, sealer, *hash); }));
    if (!kept || kept->app != app.id) {
        return unknown("unknown or used");
    }
    if (parts.clock.now() >= kept->expiresAt) {
        return unknown("expired");
    }
    TRY(pushed, http::Parameters::parse(kept->parameters));
    // Where signing is required, nothing else is taken to be kept.
    return Asked{withChoices(pushed, inAddress), std::move(inAddress), app.requireSignedRequestObject,
                 hexEncode(*hash)};
}

Result<std::string> push(const Parts& parts, const Issuer& issuer, const apps::App& app,
                         const http::Parameters& parameters) {
    const Time now = parts.clock.now();
    const std::string token = oauth::mint(oauth::TokenKind::RequestUri, now);
    TRY(hash, oauth::hashOf(oauth::TokenKind::RequestUri, token));
    TRY(sealer, parts.keys.sealerFor(issuer.keys));
    const sessions::PushedRequest request{app.id, parameters.encode(), now + kPushedLife};
    ENSURE(parts.store.write(
        [&](store::Writer& writer) { return sessions::putPushedRequest(writer, sealer, hash, request); }));
    return std::string(kPrefix) + token;
}

Status spendPushed(store::Writer& writer, const TenantId& issuer, const std::string& pushed, Time now) {
    TRY(first, sessions::spendOnce(writer, issuer, "request_uri", pushed, now + kSpentFor));
    if (!first) {
        return fail(Code::FailedPrecondition, "login.state_used", "the pushed request was used");
    }
    TRY(hash, hexDecode(pushed));
    return sessions::dropPushedRequest(writer, issuer, hash);
}

} // namespace gatehouse::oidc::provider
