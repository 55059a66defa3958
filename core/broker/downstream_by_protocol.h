// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "login/downstream.h"
#include "saml/idp/ask.h"

namespace gatehouse::broker {

/// The downstream that speaks the protocol in which an app asked.
class DownstreamByProtocol final : public login::Downstream {
public:
    /// Both outlive this object.
    DownstreamByProtocol(login::Downstream& oidc, login::Downstream& saml)
        : m_oidc(oidc)
        , m_saml(saml) {}
    [[nodiscard]] Result<http::Response> grant(store::Writer& writer, const store::Sealer& sealer,
                                               const login::Flow& flow, const sessions::Session& session,
                                               Time now) override {
        return of(flow).grant(writer, sealer, flow, session, now);
    }
    [[nodiscard]] std::optional<http::Response> refusal(const login::Flow& flow, std::string_view error,
                                                        std::string_view description, Time now) override {
        return of(flow).refusal(flow, error, description, now);
    }
    [[nodiscard]] std::string refusalUrl(const login::Flow& flow, std::string_view error,
                                         std::string_view description) override {
        return of(flow).refusalUrl(flow, error, description);
    }

private:
    [[nodiscard]] login::Downstream& of(const login::Flow& flow) const {
        return saml::idp::isAsk(flow.request) ? m_saml : m_oidc;
    }
    login::Downstream& m_oidc;
    login::Downstream& m_saml;
};

} // namespace gatehouse::broker
