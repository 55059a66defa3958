// SPDX-License-Identifier: Apache-2.0
// Whole federated logins and token operations against a real gatehoused, each beside the limit that this machine sets
// in the same run (docs/performance.md).
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <unistd.h>

#include "daemon.h"
#include "idp.h"
#include "limits.h"
#include "peer.h"
#include "report.h"
#include "saml_world.h"
#include "wire.h"
#include "world.h"

namespace {

using namespace gatehouse::bench;

struct Options {
    std::filesystem::path daemon = "build/release/bin/gatehoused";
    std::filesystem::path json = "build/release/bench.json";
    std::chrono::milliseconds duration{4000};
    std::string only;
    int connections = 32;
    int people = 500;
};

Options parse(int argc, char** argv) {
    Options out;
    for (int i = 1; i < argc; i += 2) {
        const std::string_view name = argv[i];
        if (i + 1 >= argc) {
            giveUp("usage: gatehouse_bench [--daemon F] [--json F] [--seconds N] [--connections N] [--people N] "
                   "[--only ROW]");
        }
        const char* value = argv[i + 1];
        if (name == "--daemon") {
            out.daemon = value;
        } else if (name == "--json") {
            out.json = value;
        } else if (name == "--seconds") {
            out.duration = std::chrono::milliseconds(long(std::strtod(value, nullptr) * 1000));
        } else if (name == "--connections") {
            out.connections = int(std::strtol(value, nullptr, 10));
        } else if (name == "--only") {
            out.only = value;
        } else if (name == "--people") {
            out.people = int(std::strtol(value, nullptr, 10));
        } else {
            giveUp("unknown option " + std::string(name));
        }
    }
    return out;
}

/// Reads the broker's CPU time at the borders of a run.
struct CpuMeter {
    const Daemon& daemon;
    std::chrono::milliseconds before{0};
    std::chrono::milliseconds after{0};
    std::function<void()> start() {
        return [this] { before = daemon.cpu(); };
    }
    std::function<void()> end() {
        return [this] { after = daemon.cpu(); };
    }
    double each(const Measured& measured) const {
        return measured.count == 0 ? 0 : double((after - before).count()) / double(measured.count);
    }
};

class Bench {
public:
    Bench(const Options& options, const IdpProcess& idp, const std::filesystem::path& folder)
        : m_options(options)
        , m_idp(idp)
        , m_daemon(std::filesystem::absolute(options.daemon), folder)
        , m_world(m_daemon, idp) {}

    void run() {
        const Limits limits = measureLimits(m_daemon.dataFolder());
        figuresAtRest(limits);
        constexpr std::chrono::milliseconds kWarm{500};
        const Measured ping =
            runFlatOut(m_options.connections, kWarm, std::chrono::seconds(1), World::gets(m_idp.port(), "/ping"));
        const Measured alone =
            runFlatOut(m_options.connections, kWarm, std::chrono::seconds(1), m_world.loginsWithoutBroker());

        const double fastest = flatOut("whole federated login", m_world.logins(m_options.people),
                                       "the same trip without the broker", alone.perSecond, 5 * 182);
        if (fastest > 0) {
            paced("  at half that rate", fastest / 2, m_world.logins(m_options.people));
            m_figures.push_back({"broker CPU, whole login", m_rows[0].cpuMs, "ms", "ms: one ES256 signature",
                                 1000 / limits.signatures, 1});
            m_figures.push_back({"p95 of a login at half rate", m_rows[1].measured.p95, "ms", {}, 0, 20});
        }
        samlLogins();
        // What each cannot do without; a refresh makes two tokens, uses one up, keeps one and is logged.
        const auto raw = [&](const Needs& needs) { return rawRate(limits, ping.perSecond, needs); };
        const auto operation = [&](std::string_view name, const MakeWork& work, const Needs& needs) {
            flatOut(name, work, kRaw, raw(needs), kShareOfRaw * raw(needs));
        };
        operation("refresh", m_world.refreshes(), {2, 0, Needs::Commit::Rotation});
        operation("client credentials", m_world.clientCredentials(), {1, 0, Needs::Commit::Record});
        operation("introspection", m_world.introspections(), {0, 1});
        operation("userinfo", m_world.userinfos(), {0, 1});
        peerRows();
        flatOut("JWKS", m_world.jwks(), "bare HTTP answers", ping.perSecond, 0);
        flatOut("/healthz", World::gets(m_daemon.port(), "/healthz"), "bare HTTP answers", ping.perSecond, 0);

        m_figures.push_back({"resident memory after the load", double(m_daemon.residentKib()) / 1024, "MB", {}, 0, 0});
        m_figures.push_back({"ES256 signatures, one core", limits.signatures, "/s", {}, 0, 0});
        m_figures.push_back({"ES256 verifications, one core", limits.verifications, "/s", {}, 0, 0});
        m_figures.push_back({"durable appends of one row", limits.records, "/s", {}, 0, 0});
        m_figures.push_back({"durable rotations of a row", limits.rotations, "/s", {}, 0, 0});
        m_figures.push_back({"  records, with chain and indexes", limits.ourRecords, "/s", {}, 0, 0});
        m_figures.push_back({"  rotations, with chain and indexes", limits.ourRotations, "/s", {}, 0, 0});
        m_figures.push_back({"4 KiB write and fdatasync", limits.syncs, "/s", {}, 0, 0});
        m_figures.push_back({"bare HTTP answers", ping.perSecond, "/s", {}, 0, 0});
        m_figures.push_back({"logins without the broker", alone.perSecond, "/s", {}, 0, 0});
        print(m_rows, m_figures);
        std::ofstream(m_options.json) << gatehouse::json::writePretty(toJson(m_rows, m_figures)) << "\n";
        std::printf("\nalso in %s\n", m_options.json.c_str());
    }

private:
    // Ory Polis's engine: 50 to 76 a second, 14 to 18 ms of CPU each, on two such cores.
    void samlLogins() {
        constexpr std::string_view kName = "whole login through SAML";
        if (kName.find(m_options.only) == std::string_view::npos) {
            return;
        }
        const SamlWorld saml(m_daemon);
        const Measured signing = runFlatOut(2, std::chrono::milliseconds(200), std::chrono::seconds(1), saml.answers());
        const double fastest =
            flatOut(kName, saml.logins(m_options.people), "what the generator signs for it", signing.perSecond, 0);
        const Row flat = m_rows.back();
        paced("  SAML, at half that rate", fastest / 2, saml.logins(m_options.people));
        m_figures.push_back({"broker CPU, whole login through SAML", flat.cpuMs, "ms", {}, 0, 1.5});
        m_figures.push_back({"p95 of it at half rate", m_rows.back().measured.p95, "ms", {}, 0, 25});
    }

    static constexpr const char* kRaw = "raw signing, verifying, commit";
    static constexpr double kShareOfRaw = 0.6;

    // npm's oidc-provider on the same machine, for comparison.
    void peerRows() {
        const Peer peer(GATEHOUSE_PEER_PACKAGES, m_daemon.dataFolder(), freePort(), m_options.connections);
        peerRow("oidc-provider: refresh", peer.refreshes());
        peerRow("oidc-provider: client credentials", peer.clientCredentials());
        peerRow("oidc-provider: introspection", peer.introspections());
        peerRow("oidc-provider: userinfo", peer.userinfos());
    }
    void peerRow(std::string_view name, const MakeWork& work) {
        if (name.find(m_options.only) != std::string_view::npos) {
            m_rows.push_back({std::string(name),
                              runFlatOut(m_options.connections, std::chrono::seconds(1), m_options.duration, work),
                              0,
                              {},
                              0,
                              0});
        }
    }

    // With the ten tenants in the store and nothing going on.
    void figuresAtRest(const Limits& limits) {
        double best = 1e9;
        for (int i = 0; i < 5; ++i) {
            m_daemon.restart();
            best = std::min(best, double(m_daemon.startUp().count()) / 1000);
        }
        m_figures.push_back({"start to first answer, 10 tenants", best, "ms", "ms: a process that ends at once",
                             limits.processMs, 150});
        m_figures.push_back({"resident memory, 10 tenants", double(m_daemon.residentKib()) / 1024, "MB",
                             "MB of it its own", double(m_daemon.residentKib(true)) / 1024, 40});
    }

    // 0 if only another row is wanted.
    double flatOut(std::string_view name, const MakeWork& work, const char* limitName, double limit, double goal) {
        if (name.find(m_options.only) == std::string_view::npos) {
            return 0;
        }
        CpuMeter cpu{m_daemon};
        const Measured measured = runFlatOut(m_options.connections, std::chrono::seconds(1), m_options.duration, work,
                                             cpu.start(), cpu.end());
        m_rows.push_back({std::string(name), measured, cpu.each(measured), limitName, limit, goal});
        return measured.perSecond;
    }

    void paced(const char* name, double rate, const MakeWork& work) {
        CpuMeter cpu{m_daemon};
        const Measured measured =
            runPaced(m_options.connections, rate, m_options.duration, work, cpu.start(), cpu.end());
        m_rows.push_back({name, measured, cpu.each(measured), {}, 0, 0});
    }

    Options m_options;
    const IdpProcess& m_idp;
    Daemon m_daemon;
    World m_world;
    std::vector<Row> m_rows;
    std::vector<Figure> m_figures;
};

} // namespace

int main(int argc, char** argv) {
    const Options options = parse(argc, argv);
    const IdpProcess idp;
    std::string folder = (std::filesystem::absolute(options.json).parent_path() / "bench-XXXXXX").string();
    if (mkdtemp(folder.data()) == nullptr) {
        giveUp("no folder for the data beside " + options.json.string());
    }
    Bench(options, idp, folder).run();
    std::filesystem::remove_all(folder);
    return 0;
}
