// SPDX-License-Identifier: Apache-2.0
#include "oidc/provider/client_certificate.h"

#include <algorithm>

#include "http/client_certificate.h"
#include "http/network_address.h"
#include "oauth/sender_key.h"

namespace gatehouse::oidc::provider {
namespace {

tl::unexpected<Error> refuse(std::string_view detail) {
    return fail(Code::Unauthenticated, "oauth.invalid_client.certificate", detail);
}

bool has(const std::vector<std::string>& names, const std::string& wanted) {
    return std::find(names.begin(), names.end(), wanted) != names.end();
}

bool hasHost(const std::vector<std::string>& names, const std::string& wanted) {
    return std::any_of(names.begin(), names.end(),
                       [&](const std::string& name) { return asciiLower(name) == asciiLower(wanted); });
}

// The local part counts as it stands, the domain in any case (RFC 5280, 7.5).
std::string comparable(const std::string& address) {
    const std::size_t at = std::min(address.rfind('@'), address.size());
    return address.substr(0, at) + asciiLower(address.substr(at));
}

bool hasAddress(const std::vector<std::string>& names, const std::string& wanted) {
    return std::any_of(names.begin(), names.end(),
                       [&](const std::string& name) { return comparable(name) == comparable(wanted); });
}

// Exactly one name is registered (RFC 8705, 2.1.2); with none nothing is proven.
bool bearsRegisteredName(const apps::App& app, const http::ClientCertificate& certificate) {
    if (!app.tlsClientAuthSubjectDn.empty()) {
        const auto wanted = http::normalDistinguishedName(app.tlsClientAuthSubjectDn);
        const auto borne = http::normalDistinguishedName(certificate.subjectDn);
        return wanted && borne && *wanted == *borne;
    }
    if (!app.tlsClientAuthSanDns.empty()) {
        return hasHost(certificate.dnsNames, app.tlsClientAuthSanDns);
    }
    if (!app.tlsClientAuthSanUri.empty()) {
        return has(certificate.uris, app.tlsClientAuthSanUri);
    }
    if (!app.tlsClientAuthSanIp.empty()) {
        const auto wanted = http::parseIpAddress(app.tlsClientAuthSanIp);
        return wanted && has(certificate.addresses, wanted->text());
    }
    return !app.tlsClientAuthSanEmail.empty() && hasAddress(certificate.emails, app.tlsClientAuthSanEmail);
}

bool publishes(const jose::JwkSet& set, const std::string& der) {
    return std::any_of(set.keys.begin(), set.keys.end(), [&](const jose::Jwk& key) { return key.certificate == der; });
}

} // namespace

Status proveByCertificate(AppKeys& keys, const apps::App& app, const http::Peer& peer) {
    if (peer.clientCertificate.empty()) {
        return refuse("the connection has no client certificate");
    }
    if (app.auth == apps::Auth::TlsClientAuth) {
        if (!peer.certificateProven) {
            return refuse("no client authority stands above it, or it is expired or not for clients");
        }
        TRY(certificate, http::readClientCertificate(peer.clientCertificate));
        return bearsRegisteredName(app, certificate) ? Status() : refuse("it bears another name");
    }
    TRY(known, keys.get(app, ""));
    if (publishes(*known, peer.clientCertificate)) {
        return {};
    }
    // As a key id that is not known: an app that renews its certificate publishes the new one first.
    TRY(fresh, keys.get(app, oauth::certificateKey(peer.clientCertificate)));
    return publishes(*fresh, peer.clientCertificate) ? Status() : refuse("the app has not published it");
}

Result<std::string> bindingCertificate(const apps::App& app, const http::Peer& peer) {
    if (app.tlsClientCertificateBoundAccessTokens == apps::Use::Off) {
        return std::string();
    }
    std::string key = oauth::certificateKey(peer.clientCertificate);
    if (key.empty() && app.tlsClientCertificateBoundAccessTokens == apps::Use::Required) {
        return fail(Code::InvalidArgument, "oauth.invalid_request.certificate");
    }
    return key;
}

} // namespace gatehouse::oidc::provider
