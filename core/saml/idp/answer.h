// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "apps/app.h"
#include "http/message.h"
#include "saml/idp/ask.h"
#include "saml/idp/parts.h"
#include "sessions/sessions.h"
#include "tenants/tenant.h"
#include "web/language.h"

namespace gatehouse::saml::idp {

/// For whom and by whom an answer is made.
struct AnswerTo {
    const tenants::Tenant& tenant;
    const apps::App& app;
    const Ask& ask;
    web::Language language = web::Language::English; ///< of the page that holds the form
};

/// The page that posts a signed Response with an assertion of this session to the app (SAML V2.0 Profiles, 4.1.4.2), in
/// the transaction that decided it: the request is spent, the app takes part in the session, and the log says what was
/// released. Signed Assertion, encrypted where the app wants that, in a signed Response. `login.state_used` for a
/// request that was answered before; `idp.name_id_policy`, `idp.attr.invalid`, `metadata.*`, and those of keys and
/// store.
[[nodiscard]] Result<http::Response> grant(const Parts& parts, store::Writer& writer, const store::Sealer& sealer,
                                           const AnswerTo& to, const sessions::Session& session, const std::string& ip,
                                           const FlowId& flow, Time now);

/// The page that posts a signed failure to the app. `error`: an error code of OAuth 2.0 or OpenID Connect, or the
/// reason of a refusal of grant().
[[nodiscard]] Result<http::Response> refuse(const Parts& parts, const AnswerTo& to, std::string_view error,
                                            std::string_view description, Time now);

} // namespace gatehouse::saml::idp
