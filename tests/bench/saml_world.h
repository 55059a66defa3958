// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "crypto/certificate.h"
#include "daemon.h"
#include "load.h"

namespace gatehouse::bench {

/// A tenant with a connection of type saml, whose provider is the generator itself, and an app.
class SamlWorld {
public:
    explicit SamlWorld(Daemon& daemon);
    /// A whole federated login on a connection of its own: authorize, a signed request, an answer with a signed
    /// assertion, posted as a browser posts it (once without and once with the flow's cookie), code redeemed.
    [[nodiscard]] MakeWork logins(int people) const;
    /// What the generator signs for one login, alone.
    [[nodiscard]] MakeWork answers() const;

private:
    [[nodiscard]] std::string answerTo(const std::string& requestId, const std::string& person) const;
    void logIn(class Connection& broker, const std::string& person) const;

    std::uint16_t m_port;
    crypto::PrivateKey m_key = crypto::PrivateKey::generate(crypto::KeyType::Rsa).value();
    std::string m_acsUrl;
    std::string m_spEntityId;
    std::string m_authorize; ///< target up to "login_hint="
    std::string m_basic;     ///< header line of the app
    std::string m_redeem;    ///< form up to "code="
};

} // namespace gatehouse::bench
