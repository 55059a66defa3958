// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "base/result.h"
#include "directory/user.h"
#include "http/message.h"
#include "login/flow.h"
#include "sessions/sessions.h"
#include "store/sealed.h"
#include "store/store.h"

namespace gatehouse::login {

/// A way of answering the app that asked. Implemented by oidc/provider; saml/idp follows.
class Downstream {
public:
    virtual ~Downstream() = default;
    /// In the transaction that opened the session: makes what the app gets, and gives the answer for the browser.
    /// Short: nobody else writes meanwhile.
    [[nodiscard]] virtual Result<http::Response> grant(store::Writer& writer, const store::Sealer& sealer,
                                                       const Flow& flow, const sessions::Session& session,
                                                       Time now) = 0;
    /// Tells the app of a failure in the way it asked for; nullopt if it cannot be told. `error` is an OAuth error
    /// code.
    [[nodiscard]] virtual std::optional<http::Response> refusal(const Flow& flow, std::string_view error,
                                                                std::string_view description, Time now) = 0;
    /// An address that says the same, for a link on the page that explains the failure; empty if there is none.
    [[nodiscard]] virtual std::string refusalUrl(const Flow& flow, std::string_view error,
                                                 std::string_view description) = 0;
};

} // namespace gatehouse::login
