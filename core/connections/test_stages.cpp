// SPDX-License-Identifier: Apache-2.0
#include "connections/test_stages.h"

#include <algorithm>
#include <cstdlib>

namespace gatehouse::connections {
namespace {

constexpr std::string_view kStages[] = {"address", "connect", "tls",   "fetch",   "parse", "identity",
                                        "keys",    "client",  "clock", "sign_in", "claims"};
constexpr Seconds kClockLimit{120};

// Which stage an outbound failure belongs to: everything before it was passed.
std::string_view stageOf(const Error& error) {
    const std::string& reason = error.reason;
    if (reason == "outbound.url" || reason == "outbound.scheme" || reason == "outbound.resolve") {
        return "address";
    }
    if (reason == "outbound.connect" || reason == "outbound.timeout" || reason == "outbound.address_refused" ||
        reason == "outbound.proxy") {
        return "connect";
    }
    return reason.starts_with("outbound.tls") ? "tls" : "fetch";
}

void failOutbound(Progress& progress, std::string_view stage, const Error& error, const http::Url& address,
                  const std::string& proxy) {
    const std::vector<Fix> askProxy{{"proxy_settings", proxy}};
    const std::string port = std::to_string(address.port);
    if (error.reason == "outbound.resolve") {
        return progress.fail(stage, "No such host: " + address.host + ".", "Fix address", {"fix_address", {}});
    }
    if (stage == "address") {
        return progress.fail(stage, error.detail, "Fix address", {"fix_address", {}});
    }
    if (error.reason == "outbound.connect") {
        return progress.fail(stage, address.host + " refused the connection on port " + port + ".",
                             "Retry, or check the port and the firewall", {"retry", {}}, {}, askProxy);
    }
    if (error.reason == "outbound.proxy") {
        return progress.fail(stage, error.detail, "Proxy settings", {"proxy_settings", proxy}, {}, {{"retry", {}}});
    }
    if (error.reason == "outbound.timeout") {
        const auto seconds = std::chrono::duration_cast<Seconds>(kFetchDeadline).count();
        return progress.fail(
            stage, "No answer in " + std::to_string(seconds) + " s from " + address.host + " on port " + port + ".",
            "Retry, or check the firewall", {"retry", {}}, {}, askProxy);
    }
    if (stage == "connect") {
        return progress.fail(stage, error.detail, "Fix address, or allow that network", {"fix_address", {}});
    }
    if (stage == "tls") {
        return failTls(progress, stage, error, "https://" + address.host + ":" + port);
    }
    progress.fail(stage, error.detail, "Retry", {"retry", {}});
}

std::string inWords(Seconds difference) {
    const long long seconds = std::llabs(difference.count());
    return seconds < 60 ? std::to_string(seconds) + " s"
                        : std::to_string(seconds / 60) + " min " + std::to_string(seconds % 60) + " s";
}

} // namespace

const Stage* firstFailure(const Stages& stages) {
    const auto failed = std::find_if(stages.begin(), stages.end(),
                                     [](const Stage& stage) { return stage.status == Check::Status::Fail; });
    return failed == stages.end() ? nullptr : &*failed;
}

void Progress::ok(std::string_view stage, std::string detail) {
    put(Stage{{std::string(stage), Check::Status::Ok, {}, std::move(detail), {}, m_specification}, {}});
}

void Progress::warn(std::string_view stage, std::string detail, std::string cure, Fix fix) {
    put(Stage{{std::string(stage), Check::Status::Warn, {}, std::move(detail), std::move(cure), m_specification},
              std::move(fix)});
}

void Progress::fail(std::string_view stage, std::string detail, std::string cure, Fix fix,
                    std::string_view specification, std::vector<Fix> more) {
    put(Stage{{std::string(stage),
               Check::Status::Fail,
               {},
               std::move(detail),
               std::move(cure),
               specification.empty() ? m_specification : std::string(specification)},
              std::move(fix),
              std::move(more)});
}

void Progress::put(Stage stage) {
    if (m_onStage) {
        m_onStage(stage);
    }
    m_stages.push_back(std::move(stage));
}

Stages Progress::finish() const {
    Stages ordered;
    for (const std::string_view name : kStages) {
        const auto done =
            std::find_if(m_stages.begin(), m_stages.end(), [&](const Stage& stage) { return stage.name == name; });
        ordered.push_back(done != m_stages.end()
                              ? *done
                              : Stage{{std::string(name), Check::Status::Skipped, {}, {}, {}, m_specification}, {}});
    }
    return ordered;
}

std::optional<http::OutboundResponse> reach(http::Client& client, const Connection& connection,
                                            const http::OutboundRequest& request, const http::Url& address,
                                            const std::string& proxy, Progress& progress) {
    auto answer = client.send(connection.tenant.text(), request);
    const std::string_view failed = answer ? std::string_view() : stageOf(answer.error());
    if (failed == "address") {
        failOutbound(progress, failed, answer.error(), address, proxy);
        return std::nullopt;
    }
    progress.ok("address", address.host);
    if (failed == "connect") {
        failOutbound(progress, failed, answer.error(), address, proxy);
        return std::nullopt;
    }
    progress.ok("connect",
                answer ? answer->peerAddress + " in " + std::to_string(answer->elapsed.count()) + " ms" : "reached");
    if (failed == "tls") {
        failOutbound(progress, failed, answer.error(), address, proxy);
        return std::nullopt;
    }
    if (address.scheme == "https") {
        progress.ok("tls", "The certificate is valid for " + address.host + ".");
    } else {
        progress.warn("tls", "Plain http, allowed on this machine only.", "Use https outside of a test");
    }
    if (!answer) {
        failOutbound(progress, failed, answer.error(), address, proxy);
        return std::nullopt;
    }
    return *std::move(answer);
}

void failTls(Progress& progress, std::string_view stage, const Error& error, const std::string& address) {
    const bool unknown = error.reason == "outbound.tls_authority";
    progress.fail(stage, error.detail, unknown ? "View certificate, or trust its authority" : "View certificate",
                  {"view_certificate", address}, {},
                  unknown ? std::vector<Fix>{{"trust_authority", address}} : std::vector<Fix>());
}

void tellClock(const std::optional<Time>& theirs, Time now, Progress& progress) {
    if (!theirs) {
        return progress.warn("clock", "The provider sends no Date header.", "Compare the clocks by hand",
                             {"show_time_settings", {}});
    }
    const Seconds difference = std::chrono::round<Seconds>(*theirs - now);
    if (std::llabs(difference.count()) > kClockLimit.count()) {
        return progress.fail("clock", "Provider clock differs by " + inWords(difference) + "; limit is 2 min.",
                             "Show time settings", {"show_time_settings", {}}, "RFC 7519, 4.1.4");
    }
    progress.ok("clock", inWords(difference) + " apart");
}

} // namespace gatehouse::connections
