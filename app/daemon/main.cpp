// SPDX-License-Identifier: Apache-2.0
// gatehoused: the broker without a screen (contract section 1).
#include <csignal>
#include <cstdio>
#include <iostream>

#include <sys/prctl.h>
#include <sys/resource.h>

#include <CLI/CLI.hpp>

#include "base/log.h"
#include "broker/broker.h"

namespace {

using namespace gatehouse;

constexpr int kFailed = 1;
constexpr int kUsage = 2;

// No core dump and no ptrace by others: memory holds keys.
void guardMemory() {
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0);
}

// SIGTERM, SIGINT and SIGHUP are taken by sigwait in serve(); blocked here, before any thread starts.
sigset_t blockSignals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGHUP);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    return signals;
}

int serve(broker::Config config) {
    const sigset_t signals = blockSignals();
    auto started = broker::Broker::start(std::move(config));
    if (!started) {
        const Error& error = started.error();
        std::cerr << "gatehoused: cannot start: " << error.reason << (error.detail.empty() ? "" : ": ") << error.detail
                  << "\n";
        return kFailed;
    }
    for (const std::string& line : (*started)->demoAddresses()) {
        std::cerr << line << "\n";
    }
    std::printf("ready %s\n", (*started)->publicUrl().c_str());
    std::fflush(stdout);
    int signal = 0;
    while (sigwait(&signals, &signal) == 0 && signal == SIGHUP) {
        (void)(*started)->reloadTls(); // the log says what came of it
    }
    log::info("broker.stopping");
    (*started)->stop();
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    guardMemory();
    CLI::App app{"Gatehouse, a multi-tenant identity broker, without a screen", "gatehoused"};
    app.require_subcommand(1);
    CLI::App* command = app.add_subcommand("serve", "Run the broker until SIGTERM");
    broker::Config config;
    std::vector<std::string> listen;
    std::string store = "sqlite";
    std::string logFormat = "text";
    std::string logLevel = "info";
    command->add_option("--data-dir", config.dataDir, "Where everything is kept; made if missing")->required();
    command->add_option("--listen", listen, "Address and port; may be given more than once (127.0.0.1:8480)");
    command->add_option("--public-url", config.publicUrl, "How browsers reach the broker");
    command->add_option("--tls-cert", config.tlsCertificate, "PEM chain")->check(CLI::ExistingFile);
    command->add_option("--tls-key", config.tlsKey, "PEM")->check(CLI::ExistingFile);
    command->add_option("--client-ca", config.clientCa, "PEM; asks for client certificates")->check(CLI::ExistingFile);
    command->add_option("--mtls-listen", config.mutualTlsListen,
                        "Address and port that asks apps for client certificates, so that no other one does");
    command->add_option("--mtls-cert", config.mutualTlsCertificate, "PEM chain of that address (--tls-cert)")
        ->check(CLI::ExistingFile);
    command->add_option("--mtls-key", config.mutualTlsKey, "PEM")->check(CLI::ExistingFile);
    command->add_option("--mtls-url", config.mutualTlsUrl, "How apps reach it (the public URL with that port)");
    command->add_option("--trusted-proxy", config.trustedProxies, "CIDR whose X-Forwarded headers are believed");
    command->add_option("--allow-private", config.allowPrivate,
                        "CIDR that connections may point to besides public addresses");
    command->add_option("--outbound-proxy", config.outboundProxy,
                        "http://host:port that calls to identity providers go through");
    command->add_option("--store", store, "sqlite")->check(CLI::IsMember({"sqlite"}));
    command->add_option("--master-key", config.masterKey, "file:F, env:NAME or credential:NAME");
    command->add_option("--apply", config.apply, "Configuration document to apply at the start")
        ->check(CLI::ExistingFile);
    command->add_option("--workers", config.workers, "Threads that answer requests")->check(CLI::Range(1, 1024));
    command
        ->add_option("--workers-per-tenant", config.workersPerTenant,
                     "Of these, how many may wait for one tenant's identity providers (half)")
        ->check(CLI::Range(1, 1024));
    command
        ->add_option("--workers-per-upstream", config.workersPerUpstream,
                     "How many may wait for one identity provider (a third)")
        ->check(CLI::Range(1, 1024));
    command->add_flag("--demo", config.demo, "Fill a demo: tenant Acme, a practice IdP, a demo app");
    command->add_option("--log-format", logFormat)->check(CLI::IsMember({"text", "json"}));
    command->add_option("--log-level", logLevel)->check(CLI::IsMember({"debug", "info", "warn", "error", "off"}));
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : kUsage;
    }
    if (!listen.empty()) {
        config.listen = std::move(listen);
    }
    const std::pair<std::string_view, log::Level> levels[] = {{"debug", log::Level::Debug},
                                                              {"info", log::Level::Info},
                                                              {"warn", log::Level::Warn},
                                                              {"error", log::Level::Error},
                                                              {"off", log::Level::Off}};
    for (const auto& [name, level] : levels) {
        if (name == logLevel) {
            log::configure(logFormat == "json" ? log::Format::Json : log::Format::Text, level);
        }
    }
    return serve(std::move(config));
}
