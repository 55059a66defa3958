// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "crypto/certificate.h"
#include "saml/sp/response.h"
#include "saml/wire/authn_request.h"
#include "saml/wire/logout.h"
#include "tests/flows/world.h"

namespace gatehouse::flows {

/// An app of type saml with keys of its own, which judges what it gets by the checks of our own service provider.
class SamlApp {
public:
    /// Registers it at a tenant. `encrypts`: its metadata has a key to encrypt to.
    SamlApp(World& world, const std::string& slug, const std::string& entityId, const json::Object& more = {},
            bool encrypts = true);

    [[nodiscard]] std::string metadata(bool encrypts = true) const;
    /// A request of now, to be changed and sent.
    [[nodiscard]] saml::wire::AuthnRequest request() const;
    /// The address that carries it by redirect, signed.
    [[nodiscard]] std::string address(const saml::wire::AuthnRequest& request,
                                      const std::string& relayState = "here") const;
    [[nodiscard]] std::string unsignedAddress(const std::string& xml, const std::string& relayState = "here") const;
    /// Asks as `request` says, and goes on until a page comes that posts, or tells why not.
    Answer ask(Browser& browser, const saml::wire::AuthnRequest& request) const;
    Answer ask(Browser& browser) const { return ask(browser, request()); }

    /// What a page posts to us, judged as an answer to that request (empty: to none).
    [[nodiscard]] saml::sp::ResponseVerdict verdict(const Answer& page, const std::string& inResponseTo) const;
    /// Name and detail of the first check that fails; empty if it is a good answer.
    [[nodiscard]] std::string problem(const Answer& page, const std::string& inResponseTo) const;
    [[nodiscard]] std::string status(const Answer& page) const { return verdict(page, "").status; }

    [[nodiscard]] std::string logoutAddress(const saml::sp::Assertion& session) const;
    [[nodiscard]] saml::wire::LogoutRequest logoutRequest(const saml::sp::Assertion& session) const;
    [[nodiscard]] std::string logoutAddress(const saml::wire::LogoutRequest& request) const;
    /// The status of the LogoutResponse that an address brings, proven to be the tenant's.
    [[nodiscard]] std::string logoutStatus(const std::string& address) const;

    [[nodiscard]] std::string at(const char* what) const { return m_world.url + "/t/" + m_slug + "/saml/" + what; }
    /// The tenant's key, out of its metadata.
    [[nodiscard]] std::vector<crypto::PublicKey> keys() const;

    std::string entityId;
    std::string id; ///< in the Admin API
    crypto::PrivateKey key = crypto::PrivateKey::generate(crypto::KeyType::Rsa).value();

private:
    World& m_world;
    std::string m_slug;
};

} // namespace gatehouse::flows
