// SPDX-License-Identifier: Apache-2.0
// The second leg: the provider's answer, up to the session and the app's code.
#include "login/login_service.h"

#include <algorithm>
#include <chrono>
#include <iterator>

#include "base/log.h"
#include "crypto/hash.h"
#include "crypto/random.h"
#include "login/explanation.h"
#include "oauth/tokens.h"
#include "tenants/addresses.h"

namespace gatehouse::login {
namespace {

using WallClock = std::chrono::steady_clock;

// The reason of a refused answer. A check is named after what it looks at, and so are the reasons.
std::string reasonOf(const Proof& proof) {
    if (proof.error) {
        return proof.error->reason;
    }
    const Check* check = firstFailure(proof.checks);
    return check == nullptr ? "upstream.error" : check->name;
}

audit::Record recordFor(const Flow& flow, const directory::User& user, std::string type) {
    audit::Record record;
    record.type = std::move(type);
    record.actor = {audit::ActorType::User, user.id.text(), user.userName};
    record.target = {"user", user.id.text(), user.userName};
    record.ip = flow.ip;
    record.flowId = flow.id;
    return record;
}

// Everything the log says about a completed login, in the order in which it happened.
std::vector<audit::Record> recordsFor(const Flow& flow, const Decision& decision, const sessions::Session& session,
                                      bool raised) {
    std::vector<audit::Record> records;
    const directory::User& user = decision.user;
    const json::Object connection{{"connection", flow.connectionName}, {"connectionId", flow.connection.text()}};
    if (decision.kind == Decision::Kind::Create) {
        records.push_back(recordFor(flow, user, "UserProvisioned"));
        records.back().data = connection;
    } else if (decision.bindsIdentity) {
        records.push_back(recordFor(flow, user, "UserMatched"));
        records.back().data = connection;
    } else if (decision.changed) {
        records.push_back(recordFor(flow, user, "UserUpdated"));
        records.back().data = connection;
    }
    if (decision.bindsIdentity) {
        records.push_back(recordFor(flow, user, "IdentityLinked"));
        records.back().data = connection;
    }
    for (const std::string& role : decision.rolesAdded) {
        records.push_back(recordFor(flow, user, "RoleAssigned"));
        records.back().data = {{"role", role}, {"source", "sso"}};
    }
    for (const std::string& role : decision.rolesRemoved) {
        records.push_back(recordFor(flow, user, "RoleRemoved"));
        records.back().data = {{"role", role}, {"source", "sso"}};
    }
    records.push_back(recordFor(flow, user, "SSOLoginSuccess"));
    records.back().data = {{"app", flow.appName},
                           {"connection", flow.connectionName},
                           {"reference", flow.reference},
                           {"acr", session.acr},
                           {"amr", json::toArray(session.amr)}};
    records.push_back(recordFor(flow, user, raised ? "SessionSteppedUp" : "SessionStarted"));
    records.back().target = {"session", session.id.text(), {}};
    if (raised) {
        records.back().data = {{"acr", session.acr}, {"amr", json::toArray(session.amr)}};
    }
    return records;
}

// What is known of a login for its recording when its answer comes.
Tape tapeOf(Flow& flow, const Browser& browser, std::shared_ptr<const connections::Connection> connection) {
    Tape tape;
    tape.connection = std::move(connection);
    tape.secrets = {flow.trip.codeVerifier, browser.flowCookie};
    tape.recording.nonce = flow.trip.nonce;
    tape.recording.acrValues = flow.trip.acrValues;
    tape.recording.acrMeeting = flow.trip.acrMeeting;
    tape.recording.acrEssential = flow.trip.acrEssential;
    tape.recording.maxAge = flow.trip.maxAge;
    tape.recording.messages = std::move(flow.messages);
    flow.messages.clear();
    return tape;
}

void take(Proof& proof, Tape& tape) {
    tape.provider = std::move(proof.provider);
    tape.recording.proven = proof.facts;
    std::move(proof.messages.begin(), proof.messages.end(), std::back_inserter(tape.recording.messages));
    std::move(proof.secrets.begin(), proof.secrets.end(), std::back_inserter(tape.secrets));
}

// Of what the provider says, the strongest; where a level was demanded, among those that meet it.
std::string levelOf(const tenants::Settings& settings, const Flow& flow, const AssertedIdentity& asserted) {
    std::vector<std::string> levels = asserted.levels;
    std::erase_if(levels, [&](const std::string& level) {
        const auto& meeting = flow.trip.acrMeeting;
        return std::find(meeting.begin(), meeting.end(), level) == meeting.end();
    });
    return tenants::strongestAcr(settings.acrOrder, levels.empty() ? asserted.levels : levels);
}

// The browser's own session where the same person signs in again: apps keep their `sid`, and see that it is stronger or
// fresher. Its cookie changes all the same.
Result<bool> openOrRaise(store::Writer& writer, const store::Sealer& sealer, const Flow& flow,
                         sessions::Session& session, BytesView cookieHash, Time now) {
    if (!flow.trip.session.empty()) {
        sessions::Session raised = session;
        raised.id = flow.trip.session;
        TRY(done, sessions::raise(writer, sealer, raised, cookieHash, now));
        if (done) {
            session = std::move(raised);
            return true;
        }
    }
    ENSURE(sessions::open(writer, sealer, session, cookieHash));
    return false;
}

sessions::Session sessionFor(const tenants::Settings& settings, const Flow& flow, const AssertedIdentity& asserted,
                             const UserId& user, Time now) {
    sessions::Session session;
    session.id = SessionId(crypto::newUuid(now));
    session.user = user;
    session.connection = flow.connection;
    session.connectionName = flow.connectionName;
    session.acr = levelOf(settings, flow, asserted);
    session.amr = asserted.amr;
    session.authTime = asserted.authTime;
    session.upstreamSid = asserted.upstreamSid;
    session.upstreamIdToken = asserted.idToken;
    session.ip = session.signedInFrom = flow.ip;
    session.userAgent = flow.userAgent;
    session.createdAt = now;
    session.lastSeen = now;
    session.expiresAt = now + settings.sessionTtl;
    if (asserted.sessionExpiry && *asserted.sessionExpiry < session.expiresAt) {
        session.expiresAt = *asserted.sessionExpiry;
    }
    session.idleExpiresAt = std::min(session.expiresAt, now + Milliseconds(settings.idleTtl));
    return session;
}

} // namespace

http::Response LoginService::resume(const ConnectionId& connectionId, const http::Parameters& answer,
                                    const Browser& browser) {
    const auto tenantId = m_parts.connections.tenantOf(connectionId);
    const auto tenant = tenantId ? m_parts.tenants.byId(*tenantId) : nullptr;
    if (!tenant) {
        return refuse(nullptr, "login.connection_unknown", "no such connection", browser);
    }
    const auto sealer = m_parts.keys.sealerFor(tenant->id);
    if (!sealer) {
        return refuse(tenant, sealer.error().reason, sealer.error().detail, browser);
    }
    if (answer.repeated()) {
        return refuse(tenant, "login.malformed_answer", "a repeated parameter", browser);
    }
    const auto state = answer.get("state");
    if (!state || state->empty() || state->size() > 200) {
        return refuse(tenant, "login.state_unknown", "no state", browser);
    }
    const InFlight::Claim claim(m_inFlight, *state);
    if (!claim) {
        return refuse(tenant, "login.state_used", "its answer is being worked on", browser);
    }
    const Time now = m_parts.clock.now();
    const Presenter presenter{connectionId, browser.flowCookie.empty() ? Bytes() : crypto::sha256(browser.flowCookie)};
    auto attempt = attemptOf(*sealer, *state, presenter, now);
    if (!attempt) {
        return refuse(tenant, attempt.error().code == Code::InvalidArgument ? attempt.error().reason : "internal",
                      attempt.error().detail, browser);
    }
    Flow flow = *std::move(attempt);
    flow.language = web::chooseLanguage(flow.trip.uiLocales, browser.acceptLanguage, tenant->settings.language);
    flow.steps.push_back({"callback", now, {{"error", std::string(answer.get("error").value_or("")).substr(0, 100)}}});
    flow.checks.push_back(
        {"state", Check::Status::Ok, "", "known, unused, of this browser and connection", "", "RFC 9700, 4.7"});
    const auto connection = m_parts.connections.get(*sealer, connectionId);
    Tape tape = tapeOf(flow, browser, connection ? *connection : nullptr);
    flow.trip.twin = m_secrets.twin(tenant->id, now);
    tape.recording.messages.push_back(requestOf(browser, m_parts.publicUrl.base(), now, flow.trip.twin));
    if (tenant->status != tenants::TenantStatus::Active) {
        return failed(*sealer, *tenant, std::move(flow), std::move(tape), "login.tenant_suspended", false);
    }
    if (tenants::isBlocked(tenant->settings, browser.ip) && !flow.test) {
        return failed(*sealer, *tenant, std::move(flow), std::move(tape), "login.address_blocked", false);
    }
    if (!connection || (!(*connection)->enabled && !flow.test)) {
        return failed(*sealer, *tenant, std::move(flow), std::move(tape), "login.connection_disabled", false);
    }

    Proof proof = m_parts.upstream.finish(**connection, flow.trip, answer);
    take(proof, tape);
    flow.checks.insert(flow.checks.end(), proof.checks.begin(), proof.checks.end());
    flow.steps.push_back({"token", m_parts.clock.now(), {{"verified", proof.identity.has_value()}}});
    if (flow.test && proof.identity) {
        // For the mapping: an administrator asked to see them.
        flow.steps.back().data["acr"] = levelOf(tenant->settings, flow, *proof.identity);
        flow.steps.back().data["claims"] = proof.identity->claims;
    }
    if (!proof.identity) {
        if (proof.error) {
            log::warn("login.upstream", {{"tenant", tenant->id.text()},
                                         {"connection", connectionId.text()},
                                         {"reason", proof.error->reason},
                                         {"detail", proof.error->detail},
                                         {"reference", flow.reference}});
        }
        return failed(*sealer, *tenant, std::move(flow), std::move(tape), reasonOf(proof), false);
    }
    return flow.test ? tested(*sealer, *tenant, std::move(flow), std::move(tape), *proof.identity)
                     : completed(*sealer, *tenant, std::move(flow), std::move(tape), *proof.identity);
}

Result<Flow> LoginService::attemptOf(const store::Sealer& sealer, std::string_view state, const Presenter& presenter,
                                     Time now) {
    if (auto recent = m_recent.take(sealer.tenant(), state, presenter, now)) {
        return *std::move(recent);
    }
    return m_parts.store.read(
        [&](store::Reader& reader) { return findAttempt(reader, sealer, state, presenter, now); });
}

http::Response LoginService::completed(const store::Sealer& sealer, const tenants::Tenant& tenant, Flow flow, Tape tape,
                                       const AssertedIdentity& asserted) {
    const auto begun = WallClock::now();
    const connections::Connection& connection = *tape.connection;
    const auto mapping = mappingOf(connection);
    if (!mapping) {
        flow.checks.push_back(
            {"mapping", Check::Status::Fail, "a valid mapping", mapping.error().detail, "Correct the mapping.", ""});
        return failed(sealer, tenant, std::move(flow), std::move(tape), "mapping_wrong_type", false);
    }
    const claims::Outcome mapped = claims::map(**mapping, asserted.claims);
    const Time now = m_parts.clock.now();
    const std::string cookie = oauth::mint(oauth::TokenKind::SessionCookie, now);
    const auto cookieHash = oauth::hashOf(oauth::TokenKind::SessionCookie, cookie);
    const std::string setCookie =
        http::setCookie(m_parts.publicUrl.cookieName(sessionCookie(tenant.slug)), cookie,
                        {http::SameSite::Lax, tenant.settings.sessionTtl, m_parts.publicUrl.secure(), "/"});
    KeptRecording kept = m_recorder.keep(sealer, tenant, tape);

    struct Done {
        Decision decision;
        http::Response answer;
        std::optional<SignInDemand> unmet;
    };
    Message last;
    const Flow asked = flow; // as it was, should the transaction not come about
    auto done = m_parts.store.write([&](store::Writer& writer) -> Result<Done> {
        Done out;
        if (const auto& once = asserted.usedOnce) {
            TRY(first, sessions::spendOnce(writer, tenant.id, once->kind, once->id, once->until));
            if (!first) {
                return fail(Code::FailedPrecondition, once->reason);
            }
        }
        TRY(decision, decide(writer, sealer, tenant, connection, asserted, mapped, now));
        out.decision = std::move(decision);
        flow.checks.insert(flow.checks.end(), out.decision.checks.begin(), out.decision.checks.end());
        if (out.decision.kind == Decision::Kind::Reject) {
            return out;
        }
        const auto& after = out.decision.user.signInAfter;
        if (const SignInAge age = signInAge(after, asserted.claims, now); age != SignInAge::NewEnough) {
            const auto said = json::integerMember(asserted.claims, "auth_time");
            out.unmet = SignInDemand{*after, age, said ? toRfc3339(fromUnixSeconds(*said)) : "no auth_time"};
            return out;
        }
        // Read again inside the transaction: what was switched off while the provider was answering stays off.
        TRY(version, connections::versionOf(writer, tenant.id, connection.id));
        if (version != connection.version) {
            TRY(fresh, connections::find(writer, sealer, connection.id));
            if (!fresh.enabled) {
                return fail(Code::FailedPrecondition, "login.connection_disabled");
            }
        }
        ENSURE(apply(writer, sealer, connection, asserted, mapped, out.decision, now));
        sessions::Session session = sessionFor(tenant.settings, flow, asserted, out.decision.user.id, now);
        TRY(raised, openOrRaise(writer, sealer, flow, session, *cookieHash, now));
        TRY(answer, m_downstream->grant(writer, sealer, flow, session, now));
        out.answer = std::move(answer);
        if (!kept.text.empty()) {
            last = answerOf(out.answer, setCookie, now, flow.trip.twin);
            appendMessage(kept.text, last);
            flow.recorded = true;
        }
        flow.user = out.decision.user.id;
        flow.userName = out.decision.user.userName;
        flow.finishedAt = now;
        flow.outcome = Outcome::Success;
        flow.steps.push_back({"provision",
                              now,
                              {{"result", out.decision.kind == Decision::Kind::Create ? "created" : "matched"},
                               {"userId", out.decision.user.id.text()},
                               {"changed", out.decision.changed}}});
        flow.steps.push_back({"code", now, {{"to", flow.appName}}});
        for (const audit::Record& record : recordsFor(flow, out.decision, session, raised)) {
            ENSURE(audit::append(writer, sealer, tenant.id, record, now));
        }
        ENSURE(finishFlow(writer, sealer, flow, &kept));
        ENSURE(connections::recordOutcome(writer, tenant.id, connection.id, true, "", "", now));
        return out;
    });
    if (!done && done.error().reason == "login.state_used") {
        Browser browser{{}, flow.ip, flow.userAgent};
        browser.uiLocales = web::tagOf(flow.language);
        return refuse(m_parts.tenants.byId(tenant.id), done.error().reason, "finished meanwhile", browser);
    }
    if (!done) {
        const bool ours = explain(done.error().reason).reason == "internal";
        flow = asked;
        flow.checks.push_back(
            {ours ? "internal" : done.error().reason, Check::Status::Fail, "", done.error().reason, "", ""});
        log::error("login.complete",
                   {{"reason", done.error().reason}, {"detail", done.error().detail}, {"reference", flow.reference}});
        return failed(sealer, tenant, std::move(flow), std::move(tape), ours ? "internal" : done.error().reason, false);
    }
    if (done->decision.kind == Decision::Kind::Reject) {
        return failed(sealer, tenant, std::move(flow), std::move(tape), done->decision.reason, false);
    }
    if (done->unmet) {
        return signInAgain(sealer, tenant, std::move(flow), std::move(tape), *done->unmet);
    }
    if (flow.trip.twin == Twin::WithTokens) {
        tape.recording.messages.push_back(std::move(last));
        m_secrets.add(tenant.id, flow.id, tape.recording.messages, now);
    }
    notify(flow);
    count(true, std::chrono::duration_cast<std::chrono::microseconds>(WallClock::now() - begun));
    http::Response response = std::move(done->answer);
    response.headers.add("Set-Cookie", setCookie);
    return response;
}

} // namespace gatehouse::login
