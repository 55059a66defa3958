// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "keys/key_ring.h"
#include "provisioning/requests.h"
#include "scim/server/call.h"
#include "scim/server/log_writer.h"
#include "scim/server/rate_limit.h"
#include "web/public_url.h"
#include "web/router.h"

namespace gatehouse::scim::server {

/// What a client that brings an access token of ours is; `scim.insufficient_scope` (PermissionDenied) if the token is
/// not for this, `scim.invalid_token` otherwise.
using ProveAccess = std::function<Result<Client>(const std::shared_ptr<const tenants::Tenant>&, const http::Request&,
                                                 std::string_view)>;

/// A tenant's own extension of its people, or nullptr. The same one as long as it does not change.
using ExtensionOf = std::function<Result<std::shared_ptr<const Schema>>(const TenantId&)>;

/// The SCIM service of every tenant (RFC 7643, 7644, 9865).
class Server {
public:
    struct Parts {
        store::Store& store;
        const Clock& clock;
        const keys::KeyRing& keys;
        const web::PublicUrl& publicUrl;
        sessions::Endings& endings;
        provisioning::AlsoEnd alsoEnd;
        Administers administers;
        ProveAccess proveAccess;                 ///< unset: only the tenant's own tokens count
        ExtensionOf extensionOf = {};            ///< unset: nobody has one
        std::vector<std::string> eventUris = {}; ///< of the events that streams can have (RFC 9967)
    };
    explicit Server(Parts parts);

    /// `/t/{tenant}/scim/v2/...`
    void mount(web::Router& router);
    /// Answers a request of that tenant's without a connection. `request.path` as behind mount().
    [[nodiscard]] http::Response answer(std::shared_ptr<const tenants::Tenant> tenant, const http::Request& request) {
        return handle({request, std::move(tenant), {}});
    }

    /// Answers a request of a client that this process knows already: nothing is asked of it, and it may be quick. What
    /// it only reads is not logged. `request.path`: behind the service's address, "/Users/123".
    [[nodiscard]] http::Response serve(const tenants::Tenant& tenant, const Client& client,
                                       const http::Request& request);

    /// What a request would do now: everything is performed, and nothing of it stays. `scim_request.no_body`.
    [[nodiscard]] Result<Answer> rehearse(const tenants::Tenant& tenant, const provisioning::Request& request);
    [[nodiscard]] provisioning::DeactivationGuard& guard() { return m_engine.guard; }
    /// Writes what the request log has not written yet.
    void flushLog() { m_log.flush(); }
    /// The service's address for a tenant, to be entered at its directory.
    [[nodiscard]] std::string addressFor(const tenants::Tenant& tenant) const;

private:
    struct Place;
    [[nodiscard]] http::Response handle(const web::Context& context);
    [[nodiscard]] Result<Client> authenticate(const web::Context& context, const store::Sealer& sealer, Time now);
    [[nodiscard]] http::Response answerCall(const Call& call, const http::Request& request, const std::string& path,
                                            bool keepReads);
    [[nodiscard]] Result<std::shared_ptr<const Types>> typesOf(const TenantId& tenant);
    [[nodiscard]] Result<Call> callOf(const tenants::Tenant& tenant, Client client, std::string ip);
    [[nodiscard]] Result<Answer> dispatch(const Call& call, const http::Request& request, const Place& place,
                                          provisioning::Request& row, bool rehearsal);
    [[nodiscard]] Result<Answer> changeOne(const Call& call, const Operation& operation, provisioning::Request& row,
                                           bool rehearsal);
    [[nodiscard]] Result<Answer> bulk(const Call& call, const std::string& body, bool rehearsal);
    [[nodiscard]] Result<Answer> read(const Call& call, const http::Request& request, const Place& place);
    [[nodiscard]] Result<Answer> describeService(const Call& call, const Place& place) const;
    void noteRefusal(const tenants::Tenant& tenant, const store::Sealer& sealer, const http::Request& request,
                     const Error& error, Time now);

    Parts m_parts;
    struct Extended {
        std::shared_ptr<const Schema> extension;
        std::shared_ptr<const Types> types;
    };
    Engine m_engine;
    const std::shared_ptr<const Types> m_plain; ///< of a tenant without an extension
    RateLimit m_rate;
    LogWriter m_log;
    std::mutex m_mutex;
    std::unordered_map<TenantId, Extended> m_extended;
    std::unordered_map<std::string, Time> m_noted; ///< when a refusal was last recorded, or a token's use
};

} // namespace gatehouse::scim::server
