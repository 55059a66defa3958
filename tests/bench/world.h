// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "daemon.h"
#include "idp.h"
#include "load.h"

namespace gatehouse::bench {

/// Ten tenants, each with a verified domain, a connection to the practice IdP and an app; the load goes to the first.
class World {
public:
    World(Daemon& daemon, const IdpProcess& idp);

    /// A whole federated login on connections of its own: authorize, the IdP, callback, code redeemed. Each is somebody
    /// of `people`, who was there before except for the first time round.
    [[nodiscard]] MakeWork logins(int people) const;
    /// The same trip without the broker: authorize and token at the IdP itself.
    [[nodiscard]] MakeWork loginsWithoutBroker() const;
    /// One rotation of the worker's own refresh token.
    [[nodiscard]] MakeWork refreshes() const;
    [[nodiscard]] MakeWork clientCredentials() const;
    /// The worker's own access token.
    [[nodiscard]] MakeWork introspections() const;
    /// What the worker's own access token says of its person.
    [[nodiscard]] MakeWork userinfos() const;
    [[nodiscard]] MakeWork jwks() const;
    /// GET of `target` at `port`.
    [[nodiscard]] static MakeWork gets(std::uint16_t port, const std::string& target);

private:
    struct Tokens {
        std::string access;
        std::string refresh;
    };
    /// One login on the given connections.
    [[nodiscard]] Tokens logIn(class Connection& broker, class Connection& idp, const std::string& person) const;
    [[nodiscard]] Tokens logInOnce(const std::string& person) const;

    std::uint16_t m_port;
    std::uint16_t m_idpPort;
    std::string m_issuerPath; ///< "/t/bench0"
    std::string m_authorize;  ///< target up to "login_hint="
    std::string m_basic;      ///< header line of the app
    std::string m_serviceBasic;
    std::string m_redeem; ///< form up to "code="
    std::string m_idpAuthorize;
};

} // namespace gatehouse::bench
