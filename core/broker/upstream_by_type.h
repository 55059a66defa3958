// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "login/upstream.h"

namespace gatehouse::broker {

/// The upstream that speaks a connection's protocol.
class UpstreamByType final : public login::Upstream {
public:
    /// Both outlive this object.
    UpstreamByType(login::Upstream& oidc, login::Upstream& saml)
        : m_oidc(oidc)
        , m_saml(saml) {}
    [[nodiscard]] Result<login::Departure> start(const connections::Connection& connection,
                                                 const login::Trip& trip) override {
        return of(connection).start(connection, trip);
    }
    [[nodiscard]] login::Proof finish(const connections::Connection& connection, const login::Trip& trip,
                                      const http::Parameters& answer) override {
        return of(connection).finish(connection, trip, answer);
    }
    [[nodiscard]] login::Proof replay(const connections::Connection& connection,
                                      const login::Recording& recording) const override {
        return of(connection).replay(connection, recording);
    }
    [[nodiscard]] std::string logoutUrl(const connections::Connection& connection, const std::string& idTokenHint,
                                        const std::string& returnTo) override {
        return of(connection).logoutUrl(connection, idTokenHint, returnTo);
    }

private:
    [[nodiscard]] login::Upstream& of(const connections::Connection& connection) const {
        return connection.type == connections::Type::Saml ? m_saml : m_oidc;
    }
    login::Upstream& m_oidc;
    login::Upstream& m_saml;
};

} // namespace gatehouse::broker
