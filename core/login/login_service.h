// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "apps/apps.h"
#include "audit/audit.h"
#include "base/cache.h"
#include "claims/mapping.h"
#include "connections/connections.h"
#include "http/forms.h"
#include "keys/key_ring.h"
#include "login/downstream.h"
#include "login/flight_recorder.h"
#include "login/flow.h"
#include "login/in_flight.h"
#include "login/kept_secrets.h"
#include "login/provision.h"
#include "login/recent_attempts.h"
#include "login/replay.h"
#include "login/sign_in_age.h"
#include "login/upstream.h"
#include "store/store.h"
#include "tenants/tenant_cache.h"
#include "web/language.h"
#include "web/public_url.h"
#include "web/security_headers.h"

namespace gatehouse::login {

/// Who is at the browser's end of a request.
struct Browser {
    std::string flowCookie; ///< value of the flow cookie; empty if it has none yet
    std::string ip;
    std::string userAgent;
    // What it wishes its pages to be written in.
    std::string uiLocales{};      ///< of the request that began it
    std::string acceptLanguage{}; ///< the header
    // The request as it came, for the recording; its secrets are taken out before it is kept.
    std::string method{};
    std::string path{};
    std::string query{}; ///< of the address, or the form of a POST; encoded
};
/// Of the pages for a browser: what it wishes, else what the tenant has set, if one is known.
[[nodiscard]] web::Language languageOf(const Browser& browser, const tenants::Tenant* tenant);

/// What a downstream asks: sign this browser in for this app, so strongly, through this connection.
struct LoginRequest {
    std::shared_ptr<const tenants::Tenant> tenant;
    std::shared_ptr<const apps::App> app;
    std::shared_ptr<const connections::Connection> connection;
    std::vector<std::string> acrValues; ///< any of these, or what meets one of them (tenants/acr_order.h)
    bool acrEssential = false;
    std::optional<Seconds> maxAge;
    bool forceLogin = false;
    bool silent = false;
    std::string loginHint;
    std::string uiLocales;
    SessionId session;       ///< of this browser, to be raised by the sign-in; may be none
    json::Object downstream; ///< kept sealed and handed back to Downstream::grant in Flow::request
};

/// Why an answer of the provider does not do: its person has to have signed in after an instant.
struct SignInDemand {
    Time after;
    SignInAge age = SignInAge::NewEnough;
    std::string said; ///< when they did, as the provider says
};

/// Numbers for the status page: the last thousand logins of this process.
struct LoginStatistics {
    std::uint64_t successes = 0;
    std::uint64_t failures = 0;
    std::vector<std::int64_t> durationsMicros; ///< our share of each login, newest last
};

/// The one flow (docs/flows/login.md). Thread safe.
class LoginService {
public:
    struct Parts {
        store::Store& store;
        const Clock& clock;
        const keys::KeyRing& keys;
        const tenants::TenantCache& tenants;
        connections::ConnectionCache& connections;
        Upstream& upstream;
        const web::PublicUrl& publicUrl;
        std::function<void(const Flow&)> onFlow; ///< after each commit that changed a flow, for live views
    };
    explicit LoginService(Parts parts)
        : m_parts(std::move(parts)) {}
    /// The downstream is built after us, and built on us.
    void setDownstream(Downstream& downstream) { m_downstream = &downstream; }

    /// Saves the attempt and sends the browser to the provider: 303, with the flow cookie. Errors are answered as
    /// pages.
    [[nodiscard]] http::Response begin(const LoginRequest& request, const Browser& browser);
    /// The provider's answer at a connection's callback.
    [[nodiscard]] http::Response resume(const ConnectionId& connection, const http::Parameters& answer,
                                        const Browser& browser);
    /// An answer that the provider gives by itself, which the connection has to allow: a login of a browser that nobody
    /// sent anywhere, from its first record to its end. Of `request` only tenant, app, connection and downstream count.
    [[nodiscard]] http::Response takeUnasked(const LoginRequest& request, http::Parameters answer, Browser browser);
    /// A page for an error that has no flow of its own; makes a failed flow where the tenant is known, so that the
    /// reference is found.
    [[nodiscard]] http::Response refuse(const std::shared_ptr<const tenants::Tenant>& tenant, std::string_view reason,
                                        std::string_view detail, const Browser& browser);
    /// An administrator's test of a connection: the whole way of a sign-in, which creates no person, session or code.
    struct TestSignIn {
        FlowId flow;
        std::string reference;
        std::string url; ///< to be opened in a browser, once, within five minutes
    };
    /// In the transaction that records who asked for it. Works for a connection that is switched off.
    [[nodiscard]] Result<TestSignIn> prepareTest(store::Writer& writer, const store::Sealer& sealer,
                                                 const tenants::Tenant& tenant,
                                                 const connections::Connection& connection, const std::string& ip);
    /// The address of a test sign-in was opened: sends the browser to the provider. The answer comes to resume(), and
    /// ends on a page that can be closed.
    [[nodiscard]] http::Response openTest(const std::shared_ptr<const tenants::Tenant>& tenant, std::string_view ticket,
                                          const Browser& browser);
    /// What a login with these claims would come to; changes nothing (contract section 4, preview). `mapping`: a draft,
    /// or nullptr.
    struct Preview {
        Decision decision;
        claims::Outcome mapped;
    };
    [[nodiscard]] Result<Preview> preview(const tenants::Tenant& tenant, const connections::Connection& connection,
                                          const AssertedIdentity& asserted, const json::Value* mapping);
    /// What a recorded login would come to over this connection and mapping, at its own time; changes nothing.
    [[nodiscard]] Result<Replayed> replay(store::Reader& reader, const store::Sealer& sealer,
                                          const tenants::Tenant& tenant, const RecordedLogin& recorded,
                                          const connections::Connection& connection,
                                          const claims::Mapping& mapping) const {
        return login::replay(reader, sealer, m_parts.upstream, tenant, recorded, connection, mapping);
    }
    /// What it came to then, as far as claims go: by the configuration that it was recorded under.
    [[nodiscard]] Result<ThenMapped> replayThen(const RecordedLogin& recorded) const {
        return login::replayThen(m_parts.upstream, recorded);
    }
    [[nodiscard]] LoginStatistics statistics() const;
    /// Codes and tokens of logins, while a tenant's administrators want them.
    [[nodiscard]] KeptSecrets& secrets() { return m_secrets; }

    static constexpr std::string_view kFlowCookie = "gh_flow";
    /// The session cookie of a tenant.
    [[nodiscard]] static std::string sessionCookie(std::string_view slug) { return "gh_session_" + std::string(slug); }

private:
    [[nodiscard]] http::Response failed(const store::Sealer& sealer, const tenants::Tenant& tenant, Flow flow,
                                        Tape tape, std::string_view reason, bool isNew);
    [[nodiscard]] http::Response answerToFailure(const tenants::Tenant& tenant, const Flow& flow, Time now) const;
    [[nodiscard]] Result<Flow> attemptOf(const store::Sealer& sealer, std::string_view state,
                                         const Presenter& presenter, Time now);
    [[nodiscard]] http::Response completed(const store::Sealer& sealer, const tenants::Tenant& tenant, Flow flow,
                                           Tape tape, const AssertedIdentity& asserted);
    /// Sends the browser to the provider once more, because its person has to sign in anew; a refusal where there is no
    /// more to ask for.
    [[nodiscard]] http::Response signInAgain(const store::Sealer& sealer, const tenants::Tenant& tenant, Flow flow,
                                             Tape tape, const SignInDemand& demand);
    [[nodiscard]] http::Response tested(const store::Sealer& sealer, const tenants::Tenant& tenant, Flow flow,
                                        Tape tape, const AssertedIdentity& asserted);
    /// The flow cookie's Set-Cookie.
    [[nodiscard]] std::string flowCookieOf(const std::string& value) const;
    [[nodiscard]] static http::Response toProvider(const Departure& departure, const std::string& setCookie,
                                                   web::Language language);
    [[nodiscard]] Result<std::shared_ptr<const claims::Mapping>> mappingOf(const connections::Connection& connection);
    void notify(const Flow& flow) const {
        if (m_parts.onFlow) {
            m_parts.onFlow(flow);
        }
    }
    void count(bool success, std::chrono::microseconds spent);

    Parts m_parts;
    Downstream* m_downstream = nullptr;
    Cache<std::string, claims::Mapping> m_mappings;
    InFlight m_inFlight;
    RecentAttempts m_recent;
    FlightRecorder m_recorder;
    KeptSecrets m_secrets;
    mutable std::mutex m_statisticsMutex;
    LoginStatistics m_statistics;
};

} // namespace gatehouse::login
