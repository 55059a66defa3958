// SPDX-License-Identifier: Apache-2.0
#include "login/flight_recorder.h"

#include <array>
#include <memory>

#include "login/login_service.h"
#include "login/redaction.h"

namespace gatehouse::login {
namespace {

constexpr std::size_t kLongestAddress = 8192;
constexpr std::string_view kTicket = "/test-sign-in/"; // what follows is one

// What nobody can use: the rest (state, nonce, code, id_token_hint, request, and all that we do not know) goes.
constexpr auto kAsked = std::to_array<std::string_view>(
    {"response_type", "response_mode", "client_id", "redirect_uri", "scope", "prompt", "max_age", "acr_values",
     "login_hint", "claims", "domain_hint", "ui_locales", "display", "organization", "connection", "resource",
     "audience", "code_challenge", "code_challenge_method"});
constexpr auto kAnswered = std::to_array<std::string_view>(
    {"iss", "error", "error_description", "error_uri", "scope", "authuser", "hd", "prompt"});

std::shared_ptr<const Message> withAddress(const Message& redactedTwin, std::string address) {
    auto twin = std::make_shared<Message>(redactedTwin);
    twin->address = std::move(address);
    return twin;
}

} // namespace

KeptRecording FlightRecorder::keep(const store::Sealer& sealer, const tenants::Tenant& tenant, Tape& tape) {
    KeptRecording kept;
    if (!isOn(tenant)) {
        return kept;
    }
    for (Message& message : tape.recording.messages) {
        for (const std::string& secret : tape.secrets) {
            scrub(message, secret);
        }
        if (tape.connection) {
            scrub(message, tape.connection->clientSecret.reveal());
            if (message.unredacted) { // the provider's own word for it would be ours
                auto twin = std::make_shared<Message>(*message.unredacted);
                scrub(*twin, tape.connection->clientSecret.reveal());
                message.unredacted = std::move(twin);
            }
        }
    }
    tape.recording.tenantVersion = tenant.version;
    if (tape.connection) {
        tape.recording.connectionVersion = tape.connection->version;
        kept.configuration = configurationId(*tape.connection, tenant, tape.provider.get());
        tape.recording.configuration = kept.configuration;
        if (auto sealed = m_configurations.get(kept.configuration, [&]() -> Result<Bytes> {
                return sealConfiguration(sealer, kept.configuration, *tape.connection, tenant, tape.provider.get());
            })) {
            kept.sealedConfiguration = *std::move(sealed);
        }
    }
    kept.text = recordingText(tape.recording);
    return kept;
}

Message requestOf(const Browser& browser, const std::string& base, Time now, Twin twin) {
    const bool isCallback = browser.path.starts_with("/sso/");
    Message message;
    message.name = isCallback ? message::kCallback : message::kAuthorize;
    message.at = now;
    message.method = browser.method;
    message.address = base + browser.path.substr(0, kLongestAddress);
    if (const std::size_t at = message.address.find(kTicket); at != std::string::npos) {
        const std::string ticket = message.address.substr(at + kTicket.size());
        message.address.replace(at + kTicket.size(), std::string::npos, redacted(ticket));
    }
    const std::string path = message.address;
    if (!browser.query.empty()) {
        message.address.append("?").append(redactPairs(std::string_view(browser.query).substr(0, kLongestAddress),
                                                       isCallback ? Names(kAnswered) : Names(kAsked)));
    }
    if (!browser.userAgent.empty()) {
        message.headers.emplace_back("User-Agent", browser.userAgent.substr(0, 300));
    }
    if (!browser.flowCookie.empty()) {
        message.headers.emplace_back("Cookie",
                                     std::string(LoginService::kFlowCookie) + "=" + redacted(browser.flowCookie));
    }
    if (twin == Twin::WithTokens && !browser.query.empty()) {
        message.unredacted = withAddress(message, path + "?" + browser.query.substr(0, kLongestAddress));
    }
    return message;
}

Message redirectTo(const std::string& location, const std::string& flowCookie, Time now, Twin twin) {
    Message message;
    message.name = message::kRedirect;
    message.at = now;
    message.status = 303;
    message.address = redactAddress(location, kAsked);
    if (!flowCookie.empty()) {
        message.headers.emplace_back("Set-Cookie", redactedCookie(flowCookie));
    }
    if (twin == Twin::WithTokens) {
        message.unredacted = withAddress(message, location);
    }
    return message;
}

Message answerOf(const http::Response& response, const std::string& sessionCookie, Time now, Twin twin) {
    Message message;
    message.name = message::kAnswer;
    message.at = now;
    message.status = response.status;
    if (const auto location = response.headers.get("Location")) {
        message.address = redactAddress(*location, kAnswered);
    } else if (const auto type = response.headers.get("Content-Type")) {
        message.headers.emplace_back("Content-Type", *type);
    }
    if (!sessionCookie.empty()) {
        message.headers.emplace_back("Set-Cookie", redactedCookie(sessionCookie));
    }
    if (const auto location = response.headers.get("Location"); location && twin == Twin::WithTokens) {
        message.unredacted = withAddress(message, std::string(*location));
    }
    return message;
}

} // namespace gatehouse::login
