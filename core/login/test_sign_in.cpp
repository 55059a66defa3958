// SPDX-License-Identifier: Apache-2.0
// A connection's test sign-in: the same proof, mapping and decision as a login, and nothing of a login's effects.
#include "crypto/hash.h"
#include "crypto/random.h"
#include "login/attempt.h"
#include "login/login_service.h"
#include "oauth/tokens.h"
#include "web/page.h"
#include "web/texts.h"

namespace gatehouse::login {
namespace {

constexpr Seconds kTestLife{300};

std::string secondsText(Milliseconds spent) {
    const auto tenths = (spent.count() + 50) / 100;
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

/// From the moment the browser left for the provider.
Milliseconds spentAtProvider(const Flow& flow, Time now) {
    for (const Step& step : flow.steps) {
        if (step.name == "redirect") {
            return now - step.at;
        }
    }
    return now - flow.startedAt;
}

audit::Record successOf(const Flow& flow, const AssertedIdentity& asserted, const std::string& level) {
    audit::Record record;
    record.type = "TestSignInSuccess";
    record.actor = {audit::ActorType::User, flow.user ? flow.user->text() : std::string(), flow.userName};
    record.target = {"connection", flow.connection.text(), flow.connectionName};
    record.ip = flow.ip;
    record.flowId = flow.id;
    record.data = {{"connection", flow.connectionName},
                   {"reference", flow.reference},
                   {"acr", level},
                   {"amr", json::toArray(asserted.amr)}};
    return record;
}

} // namespace

Result<LoginService::TestSignIn> LoginService::prepareTest(store::Writer& writer, const store::Sealer& sealer,
                                                           const tenants::Tenant& tenant,
                                                           const connections::Connection& connection,
                                                           const std::string& ip) {
    const Time now = m_parts.clock.now();
    const std::string ticket = oauth::mint(oauth::TokenKind::LoginState, now);
    Browser asker;
    asker.ip = ip;
    Flow flow = newFlow(tenant, asker, now);
    flow.test = true;
    flow.expiresAt = now + kTestLife;
    flow.connection = connection.id;
    flow.connectionName = connection.name;
    flow.trip.state = ticket;
    flow.steps.push_back({"test", now, {{"connection", connection.name}}});
    ENSURE(insertFlow(writer, sealer, flow));
    writer.afterCommit([this, flow] { notify(flow); });
    return TestSignIn{flow.id, flow.reference, m_parts.publicUrl.testSignIn(tenant.slug, ticket)};
}

http::Response LoginService::openTest(const std::shared_ptr<const tenants::Tenant>& tenant, std::string_view ticket,
                                      const Browser& browser) {
    const Time now = m_parts.clock.now();
    const auto sealer = m_parts.keys.sealerFor(tenant->id);
    if (!sealer) {
        return refuse(tenant, sealer.error().reason, sealer.error().detail, browser);
    }
    auto found = m_parts.store.read([&](store::Reader& reader) { return findTest(reader, *sealer, ticket, now); });
    if (!found) {
        return refuse(tenant, found.error().code == Code::InvalidArgument ? found.error().reason : "internal",
                      found.error().detail, browser);
    }
    Flow flow = *std::move(found);
    Tape tape;
    tape.secrets = {std::string(ticket)};
    const Twin twin = m_secrets.twin(tenant->id, now);
    tape.recording.messages.push_back(requestOf(browser, m_parts.publicUrl.base(), now, twin));
    if (const std::string_view problem = tenantProblem(*tenant); !problem.empty()) {
        return failed(*sealer, *tenant, std::move(flow), std::move(tape), problem, false);
    }
    const auto connection = m_parts.connections.get(*sealer, flow.connection);
    if (!connection) {
        return failed(*sealer, *tenant, std::move(flow), std::move(tape), "login.connection_unknown", false);
    }
    tape.connection = *connection;
    const std::string cookie = browser.flowCookie.empty() ? crypto::randomToken() : browser.flowCookie;
    flow.browserHash = crypto::sha256(cookie);
    flow.ip = browser.ip;
    flow.userAgent = browser.userAgent.substr(0, 300);
    flow.language = languageOf(browser, tenant.get());
    flow.trip.state = oauth::mint(oauth::TokenKind::LoginState, now);
    flow.trip.nonce = crypto::randomToken();
    flow.trip.codeVerifier = crypto::randomToken();
    flow.trip.redirectUri = m_parts.publicUrl.oidcCallback(flow.connection);
    flow.trip.acrValues = (*connection)->acrValues;
    flow.trip.acrMeeting = tenants::acrMeeting(tenant->settings.acrOrder, flow.trip.acrValues);
    auto departure = m_parts.upstream.start(**connection, flow.trip);
    if (!departure) {
        flow.checks.push_back({"upstream.start", Check::Status::Fail, "the provider's metadata",
                               departure.error().reason, "Test the connection.", "OpenID Connect Discovery 1.0, 4"});
        return failed(*sealer, *tenant, std::move(flow), std::move(tape), startReason(departure.error()), false);
    }
    flow.steps.push_back({"redirect", now, {{"to", departure->address.substr(0, departure->address.find('?'))}}});
    const std::string setCookie = flowCookieOf(cookie);
    if (FlightRecorder::isOn(*tenant)) {
        flow.messages = std::move(tape.recording.messages);
        std::move(departure->messages.begin(), departure->messages.end(), std::back_inserter(flow.messages));
        flow.messages.push_back(redirectTo(departure->address, setCookie, now, twin));
    }
    const Status opened =
        m_parts.store.write([&](store::Writer& writer) { return sendFlow(writer, *sealer, ticket, flow); });
    if (!opened) {
        return refuse(tenant, opened.error().code == Code::InvalidArgument ? opened.error().reason : "internal",
                      opened.error().detail, browser);
    }
    m_secrets.add(tenant->id, flow.id, flow.messages, now);
    notify(flow);
    return toProvider(*departure, setCookie, flow.language);
}

http::Response LoginService::tested(const store::Sealer& sealer, const tenants::Tenant& tenant, Flow flow, Tape tape,
                                    const AssertedIdentity& asserted) {
    const connections::Connection& connection = *tape.connection;
    const auto preview = this->preview(tenant, connection, asserted, nullptr);
    if (!preview) {
        flow.checks.push_back(
            {"mapping", Check::Status::Fail, "a valid mapping", preview.error().detail, "Correct the mapping.", ""});
        const bool ours = preview.error().code == Code::Internal || preview.error().code == Code::Unavailable;
        return failed(sealer, tenant, std::move(flow), std::move(tape), ours ? "internal" : "mapping_wrong_type",
                      false);
    }
    const Decision& decision = preview->decision;
    flow.checks.insert(flow.checks.end(), decision.checks.begin(), decision.checks.end());
    flow.userName = decision.user.userName.empty() ? preview->mapped.email : decision.user.userName;
    if (decision.kind == Decision::Kind::Reject) {
        return failed(sealer, tenant, std::move(flow), std::move(tape), decision.reason, false);
    }
    const bool create = decision.kind == Decision::Kind::Create;
    if (!create) {
        flow.user = decision.user.id;
    }
    const std::string level = tenants::strongestAcr(tenant.settings.acrOrder, asserted.levels);
    const Time now = m_parts.clock.now();
    flow.finishedAt = now;
    flow.outcome = Outcome::Success;
    flow.steps.push_back(
        {"provision", now, {{"result", create ? "would_create" : "would_match"}, {"changed", decision.changed}}});
    http::Response response =
        web::page(200, "tested",
                  {{"title", web::text(flow.language, "tested.title")},
                   {"brand", tenant.name},
                   {"name", flow.userName},
                   {"level", level},
                   {"spent", secondsText(spentAtProvider(flow, now))},
                   {"connection", connection.displayName.empty() ? connection.name : connection.displayName},
                   {"create", create},
                   {"reference", flow.reference}},
                  flow.language);
    tape.recording.messages.push_back(answerOf(response, "", now, flow.trip.twin));
    const KeptRecording kept = m_recorder.keep(sealer, tenant, tape);
    flow.recorded = !kept.text.empty();
    const audit::Prepared prepared = audit::prepare(sealer, successOf(flow, asserted, level), now);
    const Status saved = m_parts.store.write([&](store::Writer& writer) -> Status {
        ENSURE(finishFlow(writer, sealer, flow, &kept));
        return audit::append(writer, prepared);
    });
    if (!saved) {
        const bool used = saved.error().reason == "login.state_used";
        Browser browser;
        browser.ip = flow.ip;
        browser.userAgent = flow.userAgent;
        browser.uiLocales = web::tagOf(flow.language);
        return refuse(m_parts.tenants.byId(tenant.id), used ? saved.error().reason : "internal", saved.error().detail,
                      browser);
    }
    m_secrets.add(tenant.id, flow.id, tape.recording.messages, now);
    notify(flow);
    return response;
}

} // namespace gatehouse::login
