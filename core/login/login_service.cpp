// SPDX-License-Identifier: Apache-2.0
#include "login/login_service.h"

#include <algorithm>

#include "base/log.h"
#include "crypto/hash.h"
#include "crypto/random.h"
#include "login/attempt.h"
#include "login/explanation.h"
#include "oauth/tokens.h"
#include "tenants/addresses.h"
#include "web/texts.h"

namespace gatehouse::login {
namespace {

constexpr std::size_t kKeptDurations = 1000;

constexpr std::string_view kUnmet = "unmet_authentication_requirements";

std::string askedLevel(const Flow& flow) {
    std::string asked;
    for (const std::string& level : flow.trip.acrValues) {
        asked.append(asked.empty() ? "" : " or ").append(level);
    }
    return asked;
}

// What the provider said instead, in its own words where it refused.
std::string gotLevel(const Flow& flow) {
    const Check* check = firstFailure(flow.checks);
    return check == nullptr ? std::string() : check->actual;
}

// With nothing that an error_description may not have (RFC 6749, 4.1.2.1).
std::string plain(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c < 0x20 || c > 0x7e || c == '"' || c == '\\'; }, '?');
    return text;
}

web::ErrorPage pageFor(std::string_view reason, web::Language language, std::string brand, Time now) {
    const Explanation why = explain(reason, language);
    web::ErrorPage page;
    page.language = language;
    page.status = why.status;
    page.brand = std::move(brand);
    page.message = why.message;
    page.advice = why.cure;
    page.cureBy = why.cureBy;
    page.reason = reason;
    page.time = web::timeText(now);
    return page;
}

} // namespace

web::Language languageOf(const Browser& browser, const tenants::Tenant* tenant) {
    return web::chooseLanguage(browser.uiLocales, browser.acceptLanguage,
                               tenant == nullptr ? web::Language::English : tenant->settings.language);
}

http::Response LoginService::begin(const LoginRequest& request, const Browser& browser) {
    const Time now = m_parts.clock.now();
    const tenants::Tenant& tenant = *request.tenant;
    const connections::Connection& connection = *request.connection;
    const auto sealer = m_parts.keys.sealerFor(tenant.id);
    if (!sealer) {
        return refuse(request.tenant, sealer.error().reason, sealer.error().detail, browser);
    }
    Flow flow = newFlow(tenant, browser, now);
    flow.app = request.app->id;
    flow.appName = request.app->name;
    flow.connection = connection.id;
    flow.connectionName = connection.name;
    flow.request = request.downstream;
    flow.trip = {oauth::mint(oauth::TokenKind::LoginState, now),
                 crypto::randomToken(),
                 crypto::randomToken(),
                 m_parts.publicUrl.oidcCallback(connection.id),
                 request.acrValues.empty() ? connection.acrValues : request.acrValues,
                 request.acrEssential,
                 request.maxAge,
                 request.forceLogin,
                 request.silent,
                 request.loginHint,
                 request.uiLocales};
    flow.trip.acrMeeting = tenants::acrMeeting(tenant.settings.acrOrder, flow.trip.acrValues);
    flow.trip.session = request.session;
    const std::string cookie = browser.flowCookie.empty() ? crypto::randomToken() : browser.flowCookie;
    flow.browserHash = crypto::sha256(cookie);
    flow.steps.push_back(
        {"authorize", now, {{"app", flow.appName}, {"loginHint", request.loginHint.empty() ? "" : "given"}}});
    if (!flow.trip.acrValues.empty()) {
        flow.steps.back().data["acrValues"] = json::toArray(flow.trip.acrValues);
    }
    Tape tape;
    tape.connection = request.connection;
    tape.secrets = {flow.trip.state, flow.trip.codeVerifier, cookie};
    const bool recording = FlightRecorder::isOn(tenant);
    const Twin twin = m_secrets.twin(tenant.id, now);
    if (recording) {
        tape.recording.messages.push_back(requestOf(browser, m_parts.publicUrl.base(), now, twin));
    }

    std::string_view problem = tenantProblem(tenant);
    if (problem.empty() && !connection.enabled) {
        problem = "login.connection_disabled";
    }
    if (problem.empty() && tenants::isBlocked(tenant.settings, browser.ip)) {
        problem = "login.address_blocked";
    }
    if (!problem.empty()) {
        return failed(*sealer, tenant, std::move(flow), std::move(tape), problem, true);
    }
    auto departure = m_parts.upstream.start(connection, flow.trip);
    if (!departure) {
        flow.checks.push_back({"upstream.start", Check::Status::Fail, "the provider's metadata",
                               departure.error().reason, "Test the connection.", "OpenID Connect Discovery 1.0, 4"});
        log::warn(
            "login.upstream",
            {{"tenant", tenant.id.text()}, {"connection", connection.id.text()}, {"reason", departure.error().reason}});
        return failed(*sealer, tenant, std::move(flow), std::move(tape), startReason(departure.error()), true);
    }
    flow.steps.push_back({"redirect", now, {{"to", departure->address.substr(0, departure->address.find('?'))}}});
    const std::string setCookie = flowCookieOf(cookie);
    if (recording) {
        flow.messages = std::move(tape.recording.messages);
        std::move(departure->messages.begin(), departure->messages.end(), std::back_inserter(flow.messages));
        flow.messages.push_back(redirectTo(departure->address, setCookie, now, twin));
    }

    const audit::Prepared prepared = audit::prepare(*sealer, attemptRecord(request, flow), now);
    const Status saved = m_parts.store.write([&](store::Writer& writer) -> Status {
        ENSURE(insertFlow(writer, *sealer, flow));
        ENSURE(audit::append(writer, prepared));
        return {};
    });
    if (!saved) {
        return refuse(request.tenant, "internal", saved.error().reason, browser);
    }
    m_secrets.add(tenant.id, flow.id, flow.messages, now);
    notify(flow);
    const web::Language language = flow.language;
    m_recent.add(std::move(flow));
    return toProvider(*departure, setCookie, language);
}

std::string LoginService::flowCookieOf(const std::string& value) const {
    return http::setCookie(m_parts.publicUrl.cookieName(kFlowCookie), value,
                           {http::SameSite::Lax, Seconds(3600), m_parts.publicUrl.secure(), "/"});
}

http::Response LoginService::toProvider(const Departure& departure, const std::string& setCookie,
                                        web::Language language) {
    http::Response response = departure.form.pairs().empty()
                                  ? web::seeOther(departure.address)
                                  : web::formPostPage(departure.address, departure.form, language);
    if (!setCookie.empty()) {
        response.headers.add("Set-Cookie", setCookie);
    }
    return response;
}

http::Response LoginService::refuse(const std::shared_ptr<const tenants::Tenant>& tenant, std::string_view reason,
                                    std::string_view detail, const Browser& browser) {
    const Time now = m_parts.clock.now();
    web::ErrorPage error =
        pageFor(reason, languageOf(browser, tenant.get()), tenant ? tenant->name : std::string(), now);
    error.reference = crypto::newReference();
    log::warn("login.refused",
              {{"reason", std::string(reason)}, {"detail", std::string(detail)}, {"reference", error.reference}});
    if (!tenant) {
        return web::errorPage(error);
    }
    const auto sealer = m_parts.keys.sealerFor(tenant->id);
    if (!sealer) {
        return web::errorPage(error);
    }
    Flow flow = newFlow(*tenant, browser, now);
    flow.reference = error.reference;
    flow.checks.push_back(
        {std::string(reason), Check::Status::Fail, "", std::string(detail), std::string(explain(reason).cure), ""});
    Tape tape;
    tape.secrets = {browser.flowCookie};
    if (!browser.path.empty()) {
        tape.recording.messages.push_back(
            requestOf(browser, m_parts.publicUrl.base(), now, m_secrets.twin(tenant->id, now)));
    }
    return failed(*sealer, *tenant, std::move(flow), std::move(tape), reason, true);
}

http::Response LoginService::failed(const store::Sealer& sealer, const tenants::Tenant& tenant, Flow flow, Tape tape,
                                    std::string_view reason, bool isNew) {
    const Time now = m_parts.clock.now();
    flow.finishedAt = now;
    flow.outcome = Outcome::Failure;
    flow.reason = reason;
    const Check* check = firstFailure(flow.checks);
    audit::Record record;
    record.type = flow.test ? "TestSignInFailure" : "SSOLoginFailure";
    record.outcome = audit::Outcome::Failure;
    record.actor = {audit::ActorType::User, flow.user ? flow.user->text() : std::string(), flow.userName};
    record.target = {"connection", flow.connection.text(), flow.connectionName};
    record.ip = flow.ip;
    record.flowId = flow.id;
    record.reason = reason;
    record.data = {{"app", flow.appName},
                   {"connection", flow.connectionName},
                   {"reference", flow.reference},
                   {"check", check == nullptr ? std::string_view() : std::string_view(check->name)}};
    if (reason == kUnmet) {
        record.data["asked"] = askedLevel(flow);
        record.data["got"] = gotLevel(flow);
    }
    const audit::Prepared prepared = audit::prepare(sealer, record, now);
    http::Response response = answerToFailure(tenant, flow, now);
    tape.recording.messages.push_back(answerOf(response, "", now, m_secrets.twin(tenant.id, now)));
    const KeptRecording kept = m_recorder.keep(sealer, tenant, tape);
    flow.recorded = !kept.text.empty();
    const Status saved = m_parts.store.write([&](store::Writer& writer) -> Status {
        ENSURE(isNew ? insertFlow(writer, sealer, flow, &kept) : finishFlow(writer, sealer, flow, &kept));
        ENSURE(audit::append(writer, prepared));
        if (!flow.connection.empty() && !flow.test) {
            // A connection deleted meanwhile has no health to keep.
            TRY(known, connections::versionOf(writer, tenant.id, flow.connection));
            if (known) {
                ENSURE(
                    connections::recordOutcome(writer, tenant.id, flow.connection, false, reason, flow.reference, now));
            }
        }
        return {};
    });
    if (saved) {
        m_secrets.add(tenant.id, flow.id, tape.recording.messages, now);
        notify(flow);
    } else {
        log::error("login.record_failed", {{"reason", saved.error().reason}, {"reference", flow.reference}});
    }
    if (!flow.test) {
        count(false, {});
    }
    return response;
}

http::Response LoginService::answerToFailure(const tenants::Tenant& tenant, const Flow& flow, Time now) const {
    const std::string& reason = flow.reason;
    const bool unmet = reason == kUnmet;
    const std::string description =
        plain(reason + (unmet ? ": asked for " + askedLevel(flow) + ", got " + gotLevel(flow) + ";" : std::string()) +
              " " + flow.reference);
    const bool mayTell = !flow.request.empty() && m_downstream != nullptr;
    if (mayTell) {
        // These are the app's business: it asked for something the person or the provider did not give.
        const std::string_view code = unmet                                 ? kUnmet
                                      : reason == "upstream.cancelled"      ? "access_denied"
                                      : reason == "login.not_admin"         ? "access_denied"
                                      : reason == "upstream.login_required" ? "login_required"
                                                                            : std::string_view();
        if (!code.empty()) {
            if (auto told = m_downstream->refusal(flow, code, description, now)) {
                return *std::move(told);
            }
        }
    }
    web::ErrorPage page = pageFor(reason, flow.language, tenant.name, now);
    page.reference = flow.reference;
    if (unmet) {
        page.asked = askedLevel(flow);
        page.got = gotLevel(flow);
    }
    if (mayTell) {
        page.returnTo = m_downstream->refusalUrl(flow, "access_denied", description);
        page.app = flow.appName;
    }
    return web::errorPage(page);
}

Result<std::shared_ptr<const claims::Mapping>> LoginService::mappingOf(const connections::Connection& connection) {
    return m_mappings.get(connection.id.text() + "/" + std::to_string(connection.version),
                          [&] { return claims::parseMapping(connection.mapping); });
}

Result<LoginService::Preview> LoginService::preview(const tenants::Tenant& tenant,
                                                    const connections::Connection& connection,
                                                    const AssertedIdentity& asserted, const json::Value* mapping) {
    TRY(sealer, m_parts.keys.sealerFor(tenant.id));
    Preview preview;
    if (mapping != nullptr) {
        TRY(draft, claims::parseMapping(*mapping));
        preview.mapped = claims::map(draft, asserted.claims);
    } else {
        TRY(saved, mappingOf(connection));
        preview.mapped = claims::map(*saved, asserted.claims);
    }
    TRY(decision, m_parts.store.read([&](store::Reader& reader) {
        return decide(reader, sealer, tenant, connection, asserted, preview.mapped, m_parts.clock.now());
    }));
    preview.decision = std::move(decision);
    return preview;
}

LoginStatistics LoginService::statistics() const {
    const std::lock_guard lock(m_statisticsMutex);
    return m_statistics;
}

void LoginService::count(bool success, std::chrono::microseconds spent) {
    const std::lock_guard lock(m_statisticsMutex);
    if (!success) {
        ++m_statistics.failures;
        return;
    }
    if (m_statistics.durationsMicros.size() < kKeptDurations) {
        m_statistics.durationsMicros.push_back(spent.count());
    } else {
        m_statistics.durationsMicros[m_statistics.successes % kKeptDurations] = spent.count();
    }
    ++m_statistics.successes;
}

} // namespace gatehouse::login
