// SPDX-License-Identifier: Apache-2.0
#include "broker/broker.h"

#include <algorithm>
#include <atomic>

#include "account/account_page.h"
#include "admin/admin.h"
#include "admin/admins.h"
#include "admin/certificate_warnings.h"
#include "admin/schema.h"
#include "admin/tokens.h"
#include "apps/console_app.h"
#include "base/forward_clock.h"
#include "base/log.h"
#include "broker/addresses.h"
#include "broker/all_migrations.h"
#include "broker/apply_file.h"
#include "broker/data_dir.h"
#include "broker/demo.h"
#include "broker/downstream_by_protocol.h"
#include "broker/hold_gate.h"
#include "broker/home_client.h"
#include "broker/key_maintenance.h"
#include "broker/maintenance.h"
#include "broker/operations.h"
#include "broker/saml_side.h"
#include "broker/scim_clients.h"
#include "broker/scim_syncs.h"
#include "broker/signals.h"
#include "broker/upstream_by_type.h"
#include "catalog/published.h"
#include "http/client.h"
#include "http/server.h"
#include "login/capped_upstream.h"
#include "oidc/provider/backchannel_logout.h"
#include "oidc/provider/provider.h"
#include "oidc/rp/backchannel_logout.h"
#include "oidc/rp/callback.h"
#include "oidc/rp/oidc_upstream.h"
#include "oidc/rp/revocation_token.h"
#include "saml/idp/participants.h"
#include "scim/server/server.h"
#include "tenants/tenants.h"
#include "web/page.h"
#include "web/security_headers.h"

namespace gatehouse::broker {
namespace {

login::WorkerLimits workerLimits(const Config& config) {
    login::WorkerLimits limits;
    limits.perTenant = config.workersPerTenant > 0 ? config.workersPerTenant : std::max(1, config.workers / 2);
    limits.perUpstream = config.workersPerUpstream > 0 ? config.workersPerUpstream : std::max(1, config.workers / 3);
    return limits;
}

class RunningBroker final : public Broker {
public:
    explicit RunningBroker(Config config, DataDir dataDir)
        : m_config(std::move(config))
        , m_dataDir(std::move(dataDir))
        , m_clock(m_config.clock == nullptr ? m_systemClock : *m_config.clock) {}
    ~RunningBroker() override { RunningBroker::stop(); }

    Status begin();
    void stop() override;
    Status reloadTls() override { return m_server == nullptr ? Status() : m_server->reloadTls(); }
    const std::string& publicUrl() const override { return m_publicUrl->base(); }
    admin::api::Dispatcher adminDispatcher() override { return m_admin->dispatcher(); }
    std::shared_ptr<void> subscribe(std::function<void(std::string_view, std::string_view)> onEvent) override {
        return m_admin->live().subscribe(std::nullopt,
                                         [onEvent = std::move(onEvent)](std::string_view event, std::string_view data) {
                                             onEvent(event, data);
                                             return true;
                                         });
    }
    std::vector<std::string> demoAddresses() const override {
        return m_demo.app ? std::vector<std::string>{"Demo app:      " + publicUrl() + "/demo/",
                                                     "Tenant issuer: " + publicUrl() + "/t/" + std::string(kDemoTenant),
                                                     "Practice IdP:  " + m_demo.idp->issuer()}
                          : std::vector<std::string>();
    }

private:
    Status openStore();
    Status startServer();
    Status listenForCertificates(http::ServerOptions& options);
    void build();
    void mount();
    http::Response handle(const http::Request& request);
    http::Response route(const http::Request& request);
    http::Response routeHere(const http::Request& request);
    Status startDemo();
    http::Response operations(const http::Request& request);
    void maintainKeys(Time now);
    void warnOfCertificates(Time now);

    Config m_config;
    DataDir m_dataDir;
    ForwardClock m_systemClock;
    const Clock& m_clock;
    const Time m_startedAt = m_clock.now();
    bool m_loopbackOnly = true;
    std::atomic<bool> m_ready{false};

    // In the order in which they are built on each other.
    std::unique_ptr<store::Store> m_store;
    tenants::TenantCache m_tenants;
    std::unique_ptr<keys::KeyRing> m_keys;
    keys::JwksFetches m_jwksFetches;
    std::unique_ptr<http::Client> m_client;
    std::unique_ptr<web::PublicUrl> m_publicUrl;
    std::unique_ptr<apps::AppCache> m_apps;
    std::unique_ptr<outbox::Outbox> m_outbox;
    std::unique_ptr<oidc::provider::BackchannelLogout> m_endings;
    std::unique_ptr<ssf::transmitter::Transmitter> m_signals;
    std::unique_ptr<connections::ConnectionCache> m_connections;
    std::unique_ptr<connections::ProviderCache> m_providers;
    std::unique_ptr<oidc::rp::OidcUpstream> m_oidcUpstream;
    std::unique_ptr<SamlSide> m_saml;
    std::unique_ptr<UpstreamByType> m_upstream;
    std::unique_ptr<login::WorkerShares> m_shares;
    std::unique_ptr<login::CappedUpstream> m_capped;
    std::unique_ptr<oidc::rp::BackchannelLogoutReceiver> m_upstreamLogouts;
    std::unique_ptr<oidc::rp::RevocationTokens> m_revocations;
    std::unique_ptr<login::LoginService> m_logins;
    std::unique_ptr<oidc::provider::Parts> m_providerParts;
    std::unique_ptr<oidc::provider::Provider> m_provider;
    std::unique_ptr<DownstreamByProtocol> m_downstream;
    std::unique_ptr<catalog::CatalogCache> m_catalogs;
    std::unique_ptr<scim::server::Server> m_scim;
    std::unique_ptr<scim::outbound::Synchronizer> m_synchronizer;
    std::unique_ptr<account::AccountPage> m_account;
    std::unique_ptr<admin::Admin> m_admin;
    Demo m_demo;
    std::unique_ptr<HoldGate> m_gate; ///< with the demo only
    std::unique_ptr<web::Router> m_router;
    std::unique_ptr<Maintenance> m_maintenance;
    Time m_certificatesDue; ///< of the maintenance thread alone
    std::unique_ptr<http::Server> m_server;
};

Status RunningBroker::openStore() {
    TRY(opened, store::openSqlite({m_dataDir.database()}));
    m_store = std::move(opened);
    ENSURE(m_store->migrate(allMigrations()));
    auto master = [&]() -> Result<keys::MasterKey> {
        if (m_config.masterKeyBytes) {
            return keys::MasterKey::fromBytes(m_config.masterKeyBytes->reveal());
        }
        if (!m_config.masterKey.empty()) {
            return keys::loadMasterKey(m_config.masterKey);
        }
        TRY(source, m_dataDir.defaultMasterKey());
        return keys::loadMasterKey(source, keys::IfMissing::Create);
    }();
    ENSURE(master);
    TRY(ring, keys::KeyRing::open(*m_store, *std::move(master), m_clock.now()));
    m_keys = std::move(ring);
    return m_tenants.load(*m_store);
}

Status RunningBroker::startServer() {
    http::ServerOptions options;
    for (const std::string& address : m_config.listen) {
        options.listeners.push_back({address});
        m_loopbackOnly = m_loopbackOnly && isLoopbackListener(address);
    }
    if (!m_loopbackOnly && m_config.tlsCertificate.empty() && m_config.trustedProxies.empty()) {
        return fail(Code::FailedPrecondition, "broker.tls_required",
                    "an address other than loopback needs --tls-cert and --tls-key, or --trusted-proxy");
    }
    if (const std::string problem = m_config.outboundProxy.empty() ? "" : http::proxyProblem(m_config.outboundProxy);
        !problem.empty()) {
        return fail(Code::InvalidArgument, "broker.proxy_invalid", "--outbound-proxy " + problem);
    }
    if (!m_config.tlsCertificate.empty()) {
        options.tls = http::TlsFiles{m_config.tlsCertificate, m_config.tlsKey, m_config.clientCa};
    }
    ENSURE(listenForCertificates(options));
    options.listeners.push_back({"unix:" + m_dataDir.adminSocket().string()});
    options.trustedProxies = m_config.trustedProxies;
    options.allowedHosts = allowedHosts(m_config.publicUrl, m_config.mutualTlsUrl, m_loopbackOnly);
    options.workers = m_config.workers;
    options.bodyLimits = {{"/scim/v2/", std::size_t{1} << 20}}; // Bulk, and groups with many members
    TRY(server,
        http::Server::start(std::move(options), [this](const http::Request& request) { return handle(request); }));
    m_server = std::move(server);
    return {};
}

Status RunningBroker::listenForCertificates(http::ServerOptions& options) {
    if (m_config.mutualTlsListen.empty()) {
        return {};
    }
    options.mutualTls = m_config.mutualTlsCertificate.empty()
                            ? options.tls
                            : http::TlsFiles{m_config.mutualTlsCertificate, m_config.mutualTlsKey, m_config.clientCa};
    if (!options.mutualTls) {
        return fail(Code::FailedPrecondition, "broker.mtls_needs_tls",
                    "--mtls-listen needs --tls-cert and --tls-key, or --mtls-cert and --mtls-key");
    }
    if (options.tls) {
        options.tls->clientCa.clear(); // browsers are not asked, since there is an address for those who have one
    }
    for (const std::string& address : m_config.mutualTlsListen) {
        options.listeners.push_back({address, true});
        m_loopbackOnly = m_loopbackOnly && isLoopbackListener(address);
    }
    return {};
}

void RunningBroker::build() {
    http::ClientOptions outbound;
    outbound.policy = {m_loopbackOnly, m_loopbackOnly, m_config.allowPrivate, m_loopbackOnly};
    outbound.proxy = m_config.outboundProxy;
    m_client = m_config.makeClient(std::move(outbound));
    if (m_config.demo && m_publicUrl->base().starts_with("https://")) {
        m_client = homeClient(
            std::move(m_client), m_publicUrl->base(), "/sandbox/",
            [this](const http::Request& request) { return routeHere(request); }, m_clock);
    }
    m_apps = std::make_unique<apps::AppCache>(*m_store,
                                              std::make_shared<const apps::App>(apps::consoleApp(m_publicUrl->base())));
    m_outbox = std::make_unique<outbox::Outbox>(outbox::Outbox::Parts{
        *m_store, m_clock, *m_client, [this](const TenantId& tenant) { return m_keys->sealerFor(tenant); }});
    m_endings = std::make_unique<oidc::provider::BackchannelLogout>(oidc::provider::BackchannelLogout::Parts{
        m_clock, *m_keys, m_tenants, *m_apps, *m_publicUrl, *m_outbox,
        [this](const TenantId& tenant, const outbox::Receipt& receipt) { m_admin->onReceipt(tenant, receipt); }});
    m_outbox->carry(std::string(oidc::provider::kBackchannelLogout), *m_endings);
    m_signals = std::make_unique<ssf::transmitter::Transmitter>(ssf::transmitter::Transmitter::Parts{
        *m_store, m_clock, *m_keys, m_tenants, *m_publicUrl, *m_outbox, signerOfEvents(*m_keys, *m_publicUrl)});
    m_outbox->carry(std::string(ssf::transmitter::kSecurityEvent), *m_signals);
    m_connections = std::make_unique<connections::ConnectionCache>(*m_store);
    m_providers = std::make_unique<connections::ProviderCache>(*m_client, m_clock, m_loopbackOnly);
    m_oidcUpstream = std::make_unique<oidc::rp::OidcUpstream>(*m_providers, *m_client, *m_keys, m_clock);
    m_saml = std::make_unique<SamlSide>(*m_client, *m_store, m_clock, *m_keys, *m_publicUrl);
    m_upstream = std::make_unique<UpstreamByType>(*m_oidcUpstream, m_saml->upstream());
    m_shares = std::make_unique<login::WorkerShares>(workerLimits(m_config));
    m_capped = std::make_unique<login::CappedUpstream>(*m_upstream, *m_shares);
    m_revocations = std::make_unique<oidc::rp::RevocationTokens>(
        oidc::rp::RevocationTokens::Parts{*m_store, m_clock, *m_keys, *m_connections, *m_providers, *m_shares});
    m_upstreamLogouts =
        std::make_unique<oidc::rp::BackchannelLogoutReceiver>(oidc::rp::BackchannelLogoutReceiver::Parts{
            *m_store, m_clock, *m_keys, m_tenants, *m_connections, *m_providers, *m_shares, *m_endings});
    m_logins = std::make_unique<login::LoginService>(
        login::LoginService::Parts{*m_store, m_clock, *m_keys, m_tenants, *m_connections, *m_capped, *m_publicUrl,
                                   [this](const login::Flow& flow) { m_admin->live().onFlow(flow); }});
    const auto administers = [this](store::Reader& reader, const TenantId& tenant, const UserId& user) -> Result<bool> {
        TRY(platform, m_keys->sealerFor(platformTenant()));
        TRY(found, admin::findAppointmentOf(reader, platform, tenant, user));
        return found.has_value();
    };
    m_providerParts = std::make_unique<oidc::provider::Parts>(
        oidc::provider::Parts{*m_store, m_clock, *m_keys, m_tenants, *m_apps, *m_connections, *m_logins, *m_capped,
                              *m_publicUrl, *m_client, *m_endings, *m_providers, administers,
                              [this](const TenantId& tenant, std::string_view token, const std::string& endpoint) {
                                  return m_revocations->prove(tenant, token, endpoint);
                              },
                              m_config.mutualTlsUrl, &m_jwksFetches,
                              [this](const TenantId& tenant, const SessionId& session, const AppId& except) {
                                  return m_saml->identityProvider().logoutFrames(tenant, session, except);
                              }});
    m_provider = std::make_unique<oidc::provider::Provider>(*m_providerParts);
    m_account = std::make_unique<account::AccountPage>(*m_providerParts);
    m_saml->build(*m_providerParts, *m_shares);
    m_downstream = std::make_unique<DownstreamByProtocol>(*m_provider, m_saml->downstream());
    m_logins->setDownstream(*m_downstream);
    m_catalogs = std::make_unique<catalog::CatalogCache>(*m_store);
    m_scim = std::make_unique<scim::server::Server>(scim::server::Server::Parts{
        *m_store, m_clock, *m_keys, *m_publicUrl, *m_endings, admin::removeTokensOf, administers,
        scimClientsOf(*m_provider, *m_publicUrl), extensionsOf(*m_catalogs), eventUris()});
    admin::Services services{*m_store,     m_clock,           *m_keys,     m_tenants,     *m_connections,
                             *m_providers, *m_apps,           *m_logins,   *m_client,     *m_publicUrl,
                             *m_endings,   GATEHOUSE_VERSION, m_startedAt, m_loopbackOnly};
    services.workers = m_shares.get();
    services.accessTokens = &m_provider->accessTokens();
    services.jwksFetches = &m_jwksFetches;
    services.tlsCertificate = m_config.tlsCertificate;
    services.outboundProxy = m_config.outboundProxy;
    services.samlIdps = &m_saml->idps();
    services.scim = m_scim.get();
    m_synchronizer = synchronizerOf({*m_store, m_clock, *m_keys, m_tenants, *m_client, *m_catalogs}, *m_scim);
    services.synchronizer = m_synchronizer.get();
    services.transmitter = m_signals.get();
    services.catalogs = m_catalogs.get();
    if (m_config.demo) {
        services.sandbox = sandboxControl(m_demo);
    }
    m_admin = std::make_unique<admin::Admin>(std::move(services));
}

void RunningBroker::mount() {
    m_router = std::make_unique<web::Router>(
        [this](std::string_view name) { return m_tenants.bySlug(name); },
        [](const http::Request&) { return web::jsonResponse(404, R"({"error":"not_found"})"); });
    m_provider->mount(*m_router);
    m_account->mount(*m_router);
    oidc::rp::mountCallback(*m_router, *m_logins, *m_publicUrl);
    m_upstreamLogouts->mount(*m_router);
    m_saml->mount(*m_router);
    m_scim->mount(*m_router);
    m_signals->mount(*m_router);
    catalog::mountCatalog(*m_router, *m_catalogs, *m_publicUrl);
    m_router->add("GET", "/assets/{name}",
                  [](const web::Context& context) { return web::asset(context.parameters.front()); });
    for (const char* path : {"/healthz", "/readyz", "/metrics"}) {
        m_router->add("GET", path, [this](const web::Context& context) { return operations(context.request); });
    }
}

http::Response RunningBroker::operations(const http::Request& request) {
    if (!isLoopbackAddress(request.peer.address)) {
        // From elsewhere a token is wanted; the Admin API judges it.
        http::Request probe = request;
        probe.path = "/admin/v1/status";
        probe.query.clear();
        if (m_admin->handle(probe).status != 200) {
            return web::jsonResponse(404, R"({"error":"not_found"})");
        }
    }
    if (request.path == "/healthz") {
        return healthz();
    }
    return request.path == "/readyz"
               ? readyz(*m_store)
               : metrics(m_server->statistics(), m_logins->statistics(), *m_store, m_startedAt, m_clock.now());
}

http::Response RunningBroker::route(const http::Request& request) {
    if (m_gate && m_demo.hold->any()) {
        return m_gate->answer(request, [this](const http::Request& passed) { return routeHere(passed); });
    }
    return routeHere(request);
}

http::Response RunningBroker::routeHere(const http::Request& request) {
    if (request.path.starts_with("/admin/")) {
        return m_admin->handle(request);
    }
    if (m_demo.app && (request.path == "/demo" || request.path.starts_with("/demo/"))) {
        return m_demo.app->handle(request);
    }
    if (m_demo.idp && request.path.starts_with("/sandbox/" + std::string(kDemoTenant) + "/")) {
        const std::string place = HoldGate::placeOf(std::string(kDemoTenant));
        if (request.path.starts_with(place + "/") && request.method == "GET") {
            return m_demo.hold->poll(place, request);
        }
        return m_demo.idp->handle(request);
    }
    return m_router->dispatch(request);
}

http::Response RunningBroker::handle(const http::Request& request) {
    if (!m_ready) {
        http::Response starting = web::jsonResponse(503, R"({"error":"starting"})");
        starting.headers.set("Retry-After", "1");
        return starting;
    }
    http::Response response = route(request);
    web::addSecurityHeaders(response, m_publicUrl->secure());
    return response;
}

Status RunningBroker::startDemo() {
    const auto dispatcher = adminDispatcher();
    const auto onHold = [this](sandbox::Hold::Change change, const sandbox::HeldStep& step) {
        const auto tenant = m_tenants.bySlug(step.tenant);
        if (tenant) {
            m_admin->live().publish(tenant->id, admin::api::kSandboxEvent, eventOf(sandbox::changeName(change), &step));
        }
    };
    TRY(demo, makeDemo({dispatcher, [this](const http::Request& request) { return handle(request); }, publicUrl(),
                        m_clock, onHold, [this](const std::string& id) { m_providers->drop(ConnectionId(id)); }}));
    ENSURE(m_admin->keepSandbox(kDemoTenant, {{demo.connectionId, demo.samlConnectionId}, demo.appId}));
    m_ready = false;
    m_demo = std::move(demo);
    m_gate = std::make_unique<HoldGate>(*m_demo.hold, m_tenants, *m_connections, *m_demo.app, std::string(kDemoTenant));
    m_ready = true;
    return {};
}

void RunningBroker::maintainKeys(Time now) {
    if (const Status flushed = m_jwksFetches.flush(*m_store, now); !flushed) {
        log::warn("keys.fetches", {{"reason", flushed.error().reason}});
    }
    if (const auto steps = broker::maintainKeys(*m_store, *m_keys, m_startedAt, now); !steps) {
        log::warn("keys.rotation", {{"reason", steps.error().reason}});
    }
}

void RunningBroker::warnOfCertificates(Time now) {
    if (now < m_certificatesDue) {
        return;
    }
    m_certificatesDue = now + std::chrono::hours(1);
    if (const auto warned = admin::warnOfCertificates(m_admin->services(), now); !warned) {
        log::warn("certificates.warn", {{"reason", warned.error().reason}});
    }
}

Status RunningBroker::begin() {
    ENSURE(openStore());
    if (!m_config.offline) {
        ENSURE(startServer());
    }
    std::string url = m_config.publicUrl;
    if (url.empty()) {
        url = (m_config.tlsCertificate.empty() ? "http://" : "https://") +
              (m_server ? m_server->addresses().front() : std::string("127.0.0.1:8480"));
    }
    while (url.ends_with('/')) {
        url.pop_back();
    }
    m_publicUrl = std::make_unique<web::PublicUrl>(std::move(url));
    if (m_server && !m_config.mutualTlsListen.empty() && m_config.mutualTlsUrl.empty()) {
        m_config.mutualTlsUrl = mutualTlsUrl(m_publicUrl->base(), m_server->addresses().at(m_config.listen.size()));
    }
    while (m_config.mutualTlsUrl.ends_with('/')) {
        m_config.mutualTlsUrl.pop_back();
    }
    build();
    mount();
    if (!m_config.offline) { // what such a process leaves is delivered by the next that serves
        ENSURE(m_outbox->start());
        m_synchronizer->start();
        m_signals->start();
    }
    m_ready = true;
    if (m_config.demo) {
        ENSURE(startDemo());
    }
    for (const std::filesystem::path& file : m_config.apply) {
        ENSURE(applyFile(adminDispatcher(), file));
    }
    m_maintenance = std::make_unique<Maintenance>(*m_store, m_clock, [this](Time now) {
        m_logins->secrets().forget(now);
        maintainKeys(now);
        m_saml->refreshOne(now);
        warnOfCertificates(now);
    });
    log::info("broker.ready", {{"url", publicUrl()}});
    return {};
}

void RunningBroker::stop() {
    m_maintenance.reset();
    if (m_demo.hold) {
        m_demo.hold->stop(); // what waits for "next" would keep the server from draining
    }
    if (m_synchronizer) {
        m_synchronizer->stop();
    }
    if (m_signals) {
        m_signals->stop(); // polls that wait would keep the server from draining
    }
    if (m_admin) {
        m_admin->stop();
    }
    if (m_server) {
        m_server->stop();
        m_server.reset();
    }
    if (m_outbox) {
        m_outbox->stop();
    }
    if (m_store) {
        (void)m_jwksFetches.flush(*m_store, m_clock.now()); // who fetched in the last minute is not worth a failure
    }
}

} // namespace

Result<std::unique_ptr<Broker>> Broker::start(Config config) {
    TRY(dataDir, DataDir::open(config.dataDir));
    auto broker = std::make_unique<RunningBroker>(std::move(config), std::move(dataDir));
    ENSURE(broker->begin());
    return std::unique_ptr<Broker>(std::move(broker));
}

} // namespace gatehouse::broker
