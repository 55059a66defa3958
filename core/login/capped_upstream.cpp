// SPDX-License-Identifier: Apache-2.0
#include "login/capped_upstream.h"

namespace gatehouse::login {

Result<Departure> CappedUpstream::start(const connections::Connection& connection, const Trip& trip) {
    TRY(held, m_shares.hold(connection.tenant, connection.id));
    return m_upstream.start(connection, trip); // mostly from memory: it says nothing about how quick the provider is
}

Proof CappedUpstream::finish(const connections::Connection& connection, const Trip& trip,
                             const http::Parameters& answer) {
    auto held = m_shares.hold(connection.tenant, connection.id);
    if (!held) {
        Proof proof;
        proof.checks.push_back({held.error().reason, Check::Status::Fail, "a free worker", held.error().detail,
                                "Try again in a minute.", ""});
        proof.error = held.error();
        return proof;
    }
    Proof proof = m_upstream.finish(connection, trip, answer);
    if (proof.identity) {
        held->answered();
    }
    return proof;
}

std::string CappedUpstream::logoutUrl(const connections::Connection& connection, const std::string& idTokenHint,
                                      const std::string& returnTo) {
    const auto held = m_shares.hold(connection.tenant, connection.id);
    return held ? m_upstream.logoutUrl(connection, idTokenHint, returnTo) : std::string();
}

} // namespace gatehouse::login
