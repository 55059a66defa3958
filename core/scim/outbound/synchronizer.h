// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

#include "http/client.h"
#include "keys/key_ring.h"
#include "provisioning/syncs.h"
#include "scim/schema.h"
#include "scim/sync/plan.h"
#include "scim/sync/service.h"
#include "store/store.h"
#include "tenants/tenant_cache.h"

namespace gatehouse::scim::outbound {

using TenantPtr = std::shared_ptr<const tenants::Tenant>;
/// The tenant's own service, for a synchronisation of it.
using OwnService = std::function<std::unique_ptr<sync::Service>(const TenantPtr&, const provisioning::Sync&)>;

/// Runs the synchronisations of all tenants (provisioning/syncs.h): pulls when they are due, pushes soon after people
/// or groups changed, and each when it is asked for. What fails comes back later and later, up to an hour. Thread safe.
class Synchronizer {
public:
    struct Parts {
        store::Store& store;
        const Clock& clock;
        const keys::KeyRing& keys;
        const tenants::TenantCache& tenants;
        http::Client& client;
        OwnService ownService;
        /// Lets as many leave in a tenant as an administrator confirmed.
        std::function<void(const TenantId&)> release;
        /// What a tenant adds to its people, or nullptr. A pull reads it too; a push leaves it out, since a service
        /// refuses what it does not know. Unset: nothing.
        std::function<Result<std::shared_ptr<const Schema>>(const TenantId&)> extensionOf = {};
    };
    explicit Synchronizer(Parts parts);
    ~Synchronizer();
    Synchronizer(const Synchronizer&) = delete;
    Synchronizer& operator=(const Synchronizer&) = delete;

    /// Begins to follow the schedule.
    void start();
    /// Ends what runs at the next step. Nothing is lost. Safe to call twice.
    void stop();

    /// What a run would do now. Writes nothing, here or there.
    struct Preview {
        sync::Plan plan;
        bool asks = false; ///< more would lose their access than may without a question
    };
    [[nodiscard]] Result<Preview> preview(const TenantPtr& tenant, const provisioning::Sync& sync);
    /// Makes the target what the source is, whatever it was refused before. `confirmed`: how many people may lose their
    /// access. `scim_sync.busy` (Conflict), `scim_sync.held` (FailedPrecondition; the detail is the number to confirm),
    /// and what kept one of the services from answering.
    [[nodiscard]] Result<provisioning::SyncRun> run(const TenantPtr& tenant, const provisioning::Sync& sync,
                                                    std::optional<std::int64_t> confirmed, const std::string& by);
    /// Looks at once for what is due: for who moves the clock.
    void wake();
    /// How far the run that is under way has come; nullopt: none is.
    struct Progress {
        std::size_t done = 0;
        std::size_t total = 0; ///< steps; 0: it still reads both sides
    };
    [[nodiscard]] std::optional<Progress> progressOf(const std::string& sync);

private:
    enum class Mode {
        Quick, ///< against what was last written; what was refused is not sent again
        Full,  ///< against what the target says
    };
    struct Sides;
    class Recorder;
    class Turn;

    [[nodiscard]] Result<Sides> sidesOf(const TenantPtr& tenant, const provisioning::Sync& sync);
    [[nodiscard]] Result<sync::Plan> planFor(Sides& sides, const provisioning::Sync& sync, Mode mode) const;
    [[nodiscard]] Result<provisioning::SyncRun> perform(const TenantPtr& tenant, const provisioning::Sync& sync,
                                                        Mode mode, std::optional<std::int64_t> confirmed,
                                                        const std::string& by);
    [[nodiscard]] Status settle(const store::Sealer& sealer, const provisioning::Sync& sync, Mode mode,
                                const Result<provisioning::SyncRun>& run, const Sides* sides);
    [[nodiscard]] Status lookForDrift(const TenantPtr& tenant, const provisioning::Sync& sync);

    void work();
    [[nodiscard]] std::optional<provisioning::SyncKey> nextDue();
    [[nodiscard]] Status runDue(const provisioning::SyncKey& key);
    [[nodiscard]] bool isDue(const provisioning::SyncKey& key, Time now);
    [[nodiscard]] bool pause(Milliseconds time);
    void setProgress(const std::string& sync, Progress progress);

    Parts m_parts;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopping = false;
    std::unordered_map<std::string, Progress> m_busy;      ///< by id
    std::unordered_map<std::string, std::string> m_pushed; ///< by id: provisioning::changeMark() that is there
    std::vector<std::thread> m_threads;
};

} // namespace gatehouse::scim::outbound
