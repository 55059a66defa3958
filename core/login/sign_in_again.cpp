// SPDX-License-Identifier: Apache-2.0
// A person whose sign-ins were all revoked comes back by the session that they still have at their provider: the same
// login goes there once more, with the demand for a new sign-in.
#include "base/log.h"
#include "crypto/random.h"
#include "login/attempt.h"
#include "login/login_service.h"
#include "oauth/tokens.h"

namespace gatehouse::login {

http::Response LoginService::signInAgain(const store::Sealer& sealer, const tenants::Tenant& tenant, Flow flow,
                                         Tape tape, const SignInDemand& demand) {
    const Time now = m_parts.clock.now();
    const std::string before = flow.trip.state;
    if (!demandSignIn(flow.trip, demand.age, demand.after, now)) {
        const bool silent = flow.trip.silent;
        flow.checks.push_back(
            {"login.sign_in_too_old", Check::Status::Fail, "a sign-in after " + toRfc3339(demand.after), demand.said,
             "Sign in again at the provider, or lift the person's signInAfter.", "OpenID Connect Core 1.0, 2"});
        return failed(sealer, tenant, std::move(flow), std::move(tape),
                      silent ? "upstream.login_required" : "login.sign_in_too_old", false);
    }
    flow.trip.state = oauth::mint(oauth::TokenKind::LoginState, now);
    flow.trip.nonce = crypto::randomToken();
    flow.trip.codeVerifier = crypto::randomToken();
    auto departure = m_parts.upstream.start(*tape.connection, flow.trip);
    if (!departure) {
        return failed(sealer, tenant, std::move(flow), std::move(tape), startReason(departure.error()), false);
    }
    flow.checks.clear(); // those that count are of the last answer
    flow.steps.push_back({"redirect",
                          now,
                          {{"to", departure->address.substr(0, departure->address.find('?'))},
                           {"signInAfter", toRfc3339(demand.after)}}});
    const Twin twin = flow.trip.twin;
    if (FlightRecorder::isOn(tenant)) {
        flow.messages = std::move(tape.recording.messages); // kept without secrets already
        std::move(departure->messages.begin(), departure->messages.end(), std::back_inserter(flow.messages));
        flow.messages.push_back(redirectTo(departure->address, "", now, twin));
    }
    const Status sent =
        m_parts.store.write([&](store::Writer& writer) { return sendFlow(writer, sealer, before, flow); });
    if (!sent) {
        Browser browser{{}, flow.ip, flow.userAgent};
        browser.uiLocales = web::tagOf(flow.language);
        const bool used = sent.error().reason == "login.state_used";
        return refuse(m_parts.tenants.byId(tenant.id), used ? sent.error().reason : "internal", sent.error().detail,
                      browser);
    }
    m_secrets.add(tenant.id, flow.id, flow.messages, now);
    notify(flow);
    const web::Language language = flow.language;
    m_recent.add(std::move(flow));
    return toProvider(*departure, {}, language);
}

} // namespace gatehouse::login
