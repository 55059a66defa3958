// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "base/time.h"
#include "crypto/keys.h"
#include "http/forms.h"
#include "http/message.h"
#include "oauth/client_credentials.h"
#include "sandbox/expiring_map.h"
#include "sandbox/faults.h"
#include "sandbox/idp_options.h"
#include "sandbox/persona.h"
#include "sandbox/saml_idp.h"

namespace gatehouse::sandbox {

/// A complete OpenID provider for practice, in this process: discovery, jwks, authorize (a page of personas to click),
/// token, userinfo and end_session. `login_hint=<persona>` (or `persona=`) signs in without a page. Below `saml/` it is
/// a SAML provider with the same personas and faults (saml_idp.h). Thread safe; keys made at creation, ES256 for
/// tokens.
class SandboxIdp {
public:
    /// A client without a secret, for connections that people set up to practise. PKCE protects it, and its redirect
    /// URIs are the broker's callbacks like everybody's here.
    static constexpr std::string_view kPublicClient = "practice";
    static Result<std::unique_ptr<SandboxIdp>> create(IdpOptions options, const Clock& clock);

    /// Answers any request whose path is `options.path` or below.
    [[nodiscard]] http::Response handle(const http::Request& request);

    [[nodiscard]] Faults& faults() { return m_faults; }
    [[nodiscard]] const std::string& issuer() const { return m_options.issuer; }
    [[nodiscard]] const SamlIdp& saml() const { return *m_saml; }
    /// T/sandbox: {"issuer","clientId","personas":[{"name","title","claims"}],"faults":[{"name","title","on"}]}.
    [[nodiscard]] json::Object describe() const;
    /// Takes `faults` of a submitted T/sandbox; `issuer` and `personas` are ignored, other members `unknown_member`.
    [[nodiscard]] Problems update(const json::Object& object);

private:
    struct Session {
        std::string persona;
        std::string sid;
        Time authTime;
    };
    struct Grant {
        Session session;
        std::vector<std::string> scopes;
        std::string clientId;
        std::string redirectUri;
        std::string challenge;
        std::string nonce;
        std::string acr;
    };
    struct Access {
        std::string persona;
        std::vector<std::string> scopes;
    };
    struct Key {
        crypto::PrivateKey key;
        std::string kid;
    };
    SandboxIdp(IdpOptions options, const Clock& clock, Key key, Key stranger, std::unique_ptr<SamlIdp> saml);

    [[nodiscard]] http::Response discovery() const;
    [[nodiscard]] http::Response jwks() const;
    [[nodiscard]] http::Response authorize(const http::Request& request);
    [[nodiscard]] http::Response answerAuthorize(const http::Request& request, const http::Parameters& parameters);
    [[nodiscard]] http::Response signIn(const Session& session, const http::Parameters& parameters,
                                        web::Language language);
    [[nodiscard]] http::Response token(const http::Request& request);
    [[nodiscard]] Result<json::Object> redeem(const http::Request& request);
    [[nodiscard]] Result<std::string> idToken(const Grant& grant, const std::string& accessToken) const;
    [[nodiscard]] http::Response userinfo(const http::Request& request) const;
    [[nodiscard]] http::Response endSession(const http::Request& request);
    [[nodiscard]] std::optional<Session> sessionOf(const http::Request& request) const;
    [[nodiscard]] std::string cookieName() const;
    [[nodiscard]] bool isClient(const oauth::ClientCredentials& client) const;

    const IdpOptions m_options;
    const Clock& m_clock;
    const Key m_key;
    const Key m_stranger; ///< never published
    const std::unique_ptr<SamlIdp> m_saml;
    Faults m_faults;
    ExpiringMap<Grant> m_codes;
    ExpiringMap<Access> m_accessTokens;
    ExpiringMap<Session> m_sessions;
};

} // namespace gatehouse::sandbox
