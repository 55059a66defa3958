// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "login/downstream.h"
#include "saml/idp/parts.h"

namespace gatehouse::saml::idp {

/// Answers the logins that apps of type saml began. Only for those: isAsk().
class Downstream final : public login::Downstream {
public:
    explicit Downstream(Parts parts)
        : m_parts(parts) {}
    [[nodiscard]] Result<http::Response> grant(store::Writer& writer, const store::Sealer& sealer,
                                               const login::Flow& flow, const sessions::Session& session,
                                               Time now) override;
    [[nodiscard]] std::optional<http::Response> refusal(const login::Flow& flow, std::string_view error,
                                                        std::string_view description, Time now) override;
    /// None: a Response is posted.
    [[nodiscard]] std::string refusalUrl(const login::Flow& flow, std::string_view error,
                                         std::string_view description) override;

private:
    Parts m_parts;
};

} // namespace gatehouse::saml::idp
