// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "admin/api/transport.h"
#include "base/result.h"
#include "base/secret.h"
#include "base/time.h"
#include "http/client.h"

namespace gatehouse::broker {

/// How a broker is started; the flags of `gatehoused serve` (contract section 1).
struct Config {
    std::filesystem::path dataDir;
    std::vector<std::string> listen{"127.0.0.1:8480"};
    std::string publicUrl; ///< empty: made from the first address
    std::string tlsCertificate;
    std::string tlsKey;
    std::string clientCa; ///< proves client certificates
    /// Addresses that ask for client certificates, apart from those that browsers come to (RFC 8705, 5).
    std::vector<std::string> mutualTlsListen;
    std::string mutualTlsCertificate; ///< empty: tlsCertificate and tlsKey
    std::string mutualTlsKey;
    std::string mutualTlsUrl; ///< how apps reach them; empty: the public address's host with the first one's port
    std::vector<std::string> trustedProxies;
    std::vector<std::string> allowPrivate;
    std::string outboundProxy; ///< "http://host:port" that calls to identity providers go through; empty: none
    std::string masterKey;     ///< "file:F", "env:NAME", "credential:NAME"; empty: file:DIR/master.key, made if missing
    std::optional<Secret> masterKeyBytes; ///< 32 bytes handed over by the console, instead of masterKey
    std::vector<std::filesystem::path> apply;
    bool demo = false;
    bool offline = false; ///< no listener at all: gatehousectl straight on the store
    int workers = 32;
    int workersPerTenant = 0;     ///< that may be out at a tenant's identity providers at once; 0: half of them
    int workersPerUpstream = 0;   ///< at one identity provider; 0: a third
    const Clock* clock = nullptr; ///< what time it is; the system's where there is none. Outlives the broker
    /// What others are called by.
    std::function<std::unique_ptr<http::Client>(http::ClientOptions)> makeClient = http::makeCurlClient;
};

/// The whole broker in one object: the door of the core for the console, the daemon and the CLI.
class Broker {
public:
    /// Takes the data directory's lock, opens the store, starts the server. `broker.data_dir_in_use` names who holds
    /// it, `broker.tls_required`, `broker.mtls_needs_tls`, `broker.proxy_invalid`, `master_key.*`, `store.*`,
    /// `http.bind`.
    static Result<std::unique_ptr<Broker>> start(Config config);
    virtual ~Broker() = default;
    /// Drains and closes. Safe to call twice.
    virtual void stop() = 0;
    /// Reads the TLS certificate and key again (SIGHUP). `http.tls`: the old ones stay. Nothing without TLS.
    [[nodiscard]] virtual Status reloadTls() = 0;
    [[nodiscard]] virtual const std::string& publicUrl() const = 0;
    /// The Admin API without a socket, with owner rights: for the process that runs the broker.
    [[nodiscard]] virtual admin::api::Dispatcher adminDispatcher() = 0;
    /// Calls `onEvent(event, json)` for each admin event (the in-process form of /admin/v1/events) until the returned
    /// handle dies.
    [[nodiscard]] virtual std::shared_ptr<void>
    subscribe(std::function<void(std::string_view, std::string_view)> onEvent) = 0;
    /// Addresses to open in demo mode, a line each ("Demo app: http://...").
    [[nodiscard]] virtual std::vector<std::string> demoAddresses() const = 0;
};

} // namespace gatehouse::broker
