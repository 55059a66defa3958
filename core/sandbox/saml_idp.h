// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/time.h"
#include "http/forms.h"
#include "http/message.h"
#include "saml/wire/received.h"
#include "sandbox/expiring_map.h"
#include "sandbox/faults.h"
#include "sandbox/idp_options.h"
#include "sandbox/saml_answer.h"
#include "web/language.h"

namespace gatehouse::sandbox {

/// The SAML side of the practice IdP, below `<issuer>/saml/`: `metadata` (also its entity ID), `sso` and `slo`, by
/// redirect and POST (SAML V2.0 Profiles, 4.1 and 4.4). It answers the broker's service providers alone, whose requests
/// it does not ask to be signed, and asks everybody anew whom to be: it keeps no sessions. RSA key and certificate are
/// made at creation. Thread safe.
class SamlIdp {
public:
    static Result<std::unique_ptr<SamlIdp>> create(const IdpOptions& options, const Clock& clock);

    /// `what`: the path behind "saml/".
    [[nodiscard]] http::Response handle(const http::Request& request, std::string_view what, const Faults& faults);
    /// What a connection to it is made with.
    [[nodiscard]] std::string metadata() const;

private:
    /// A request that waits for somebody to say whom to be.
    struct Asked {
        SamlQuestion question;
        std::string relayState;
    };
    SamlIdp(const IdpOptions& options, const Clock& clock, SamlKey key);

    [[nodiscard]] std::string address(std::string_view what) const { return m_base + std::string(what); }
    /// Of a service provider's entity ID, the connection's id; empty: it is none of the broker's.
    [[nodiscard]] std::string connectionOf(std::string_view entityId) const;
    [[nodiscard]] http::Response signOn(const http::Request& request, const Faults& faults);
    /// By its message, or by the ticket that the page of personas brings.
    [[nodiscard]] Result<Asked> askedBy(const http::Request& request, const http::Parameters& parameters) const;
    [[nodiscard]] Result<http::Response> signIn(const Asked& asked, const Persona& persona, const Faults& faults,
                                                web::Language language);
    [[nodiscard]] std::string assertionId(const Faults& faults);
    [[nodiscard]] Result<http::Response> logout(const http::Request& request) const;

    const std::string m_base; ///< "<issuer>/saml/"
    const std::string m_path; ///< "/sandbox/{name}/saml/"
    const std::string m_company;
    const std::string m_serviceProviders; ///< how the addresses of the broker's begin
    const Clock& m_clock;
    const SamlKey m_key;
    ExpiringMap<Asked> m_asked;
    ExpiringMap<std::string> m_last; ///< the ID of the assertion before, while it is good
};

} // namespace gatehouse::sandbox
