// SPDX-License-Identifier: Apache-2.0
// A run of one synchronisation. When it happens is in schedule.cpp.
#include "scim/outbound/synchronizer.h"

#include <algorithm>

#include "audit/audit.h"
#include "crypto/random.h"
#include "outbox/back_off.h"
#include "scim/core_schemas.h"
#include "scim/outbound/recorder.h"
#include "scim/outbound/sides.h"
#include "scim/sync/apply.h"

namespace gatehouse::scim::outbound {
namespace {

using provisioning::Sync;
using provisioning::SyncRun;

constexpr Milliseconds kFirstDelay{5000};
constexpr Milliseconds kLongestDelay{3600 * 1000};
constexpr std::size_t kAlways = 5; // people who may leave without a question, as in provisioning::DeactivationGuard

/// How many may leave without a question.
std::size_t mayLeave(const sync::Links& links, std::int64_t percent) {
    const auto people = static_cast<std::size_t>(std::count_if(links.begin(), links.end(), [](const auto& each) {
        return each.first.first == sync::Kind::User && !each.second.target.empty();
    }));
    return std::max(kAlways, people * std::size_t(std::clamp<std::int64_t>(percent, 0, 100)) / 100);
}

bool leaves(const sync::Step& step) {
    return step.kind == sync::Kind::User && (step.act == sync::Act::Deactivate || step.act == sync::Act::Delete);
}

/// Whether the same may go better another time.
bool isWorthRetrying(const Result<SyncRun>& run) {
    return !run || (!run->problem.empty() && run->problem != "scim_sync.held") ||
           std::any_of(run->rows.begin(), run->rows.end(),
                       [](const SyncRun::Row& row) { return row.state == stateName(sync::Outcome::State::Failed); });
}

audit::Record recordOf(const Sync& sync, std::string_view type, const std::string& by) {
    audit::Record record;
    record.type = type;
    record.actor = {by == "schedule" ? audit::ActorType::System : audit::ActorType::Admin,
                    by == "schedule" ? std::string() : by,
                    {}};
    record.target = {"scim-sync", sync.id, sync.name};
    record.data["direction"] = provisioning::directionName(sync.direction);
    return record;
}

} // namespace

/// One run of a synchronisation at a time.
class Synchronizer::Turn {
public:
    Turn(Synchronizer& owner, const std::string& id)
        : m_owner(owner)
        , m_id(id) {
        const std::lock_guard lock(owner.m_mutex);
        m_mine = owner.m_busy.try_emplace(id).second;
    }
    ~Turn() {
        if (m_mine) {
            const std::lock_guard lock(m_owner.m_mutex);
            m_owner.m_busy.erase(m_id);
        }
    }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
    [[nodiscard]] bool isMine() const { return m_mine; }

private:
    Synchronizer& m_owner;
    const std::string m_id;
    bool m_mine = false;
};

Synchronizer::Synchronizer(Parts parts)
    : m_parts(std::move(parts)) {}

Synchronizer::~Synchronizer() {
    stop();
}

Result<Synchronizer::Sides> Synchronizer::sidesOf(const TenantPtr& tenant, const Sync& sync) {
    TRY(sealer, m_parts.keys.sealerFor(tenant->id));
    TRY(links,
        m_parts.store.read([&](store::Reader& reader) { return provisioning::readLinks(reader, sealer, sync.id); }));
    auto theirs = std::make_unique<sync::RemoteService>(sync::RemoteService::Parts{
        m_parts.client, tenant->id.text(), sync.url, sync.token, [this](Milliseconds time) { return pause(time); }});
    const bool push = sync.direction == Sync::Direction::Push;
    std::vector<Schema> extensions;
    if (!push && m_parts.extensionOf) {
        TRY(extension, m_parts.extensionOf(tenant->id));
        if (extension != nullptr) {
            extensions.push_back(*extension);
        }
    }
    return Sides{std::move(sealer),
                 m_parts.ownService(tenant, sync),
                 std::move(theirs),
                 std::move(links),
                 push,
                 userType(std::move(extensions)),
                 groupType()};
}

std::optional<Synchronizer::Progress> Synchronizer::progressOf(const std::string& sync) {
    const std::lock_guard lock(m_mutex);
    const auto found = m_busy.find(sync);
    return found == m_busy.end() ? std::nullopt : std::optional(found->second);
}

void Synchronizer::setProgress(const std::string& sync, Progress progress) {
    const std::lock_guard lock(m_mutex);
    m_busy[sync] = progress;
}

Result<sync::Plan> Synchronizer::planFor(Sides& sides, const Sync& sync, Mode mode) const {
    TRY(all, sync::readPopulation(sides.source(), sides.users, sides.groups));
    const sync::Population source = sides.push ? within(std::move(all), sync.groups) : std::move(all);
    if (mode == Mode::Quick) {
        return sync::makePlan(source, sync::populationOf(sides.links), sides.links, sync.leaving, sides.users,
                              sides.groups);
    }
    TRY(target, sync::readPopulation(sides.target(), sides.users, sides.groups));
    return sync::makePlan(source, std::move(target), sides.links, sync.leaving, sides.users, sides.groups);
}

Result<Synchronizer::Preview> Synchronizer::preview(const TenantPtr& tenant, const Sync& sync) {
    TRY(sides, sidesOf(tenant, sync));
    TRY(plan, planFor(sides, sync, Mode::Full));
    const bool asks = plan.leaving() > mayLeave(sides.links, tenant->settings.scim.deactivationPercent);
    return Preview{std::move(plan), asks};
}

Result<SyncRun> Synchronizer::run(const TenantPtr& tenant, const Sync& sync, std::optional<std::int64_t> confirmed,
                                  const std::string& by) {
    const Turn turn(*this, sync.id);
    if (!turn.isMine()) {
        return fail(Code::Conflict, "scim_sync.busy");
    }
    return perform(tenant, sync, Mode::Full, confirmed, by);
}

Result<SyncRun> Synchronizer::perform(const TenantPtr& tenant, const Sync& sync, Mode mode,
                                      std::optional<std::int64_t> confirmed, const std::string& by) {
    TRY(sealer, m_parts.keys.sealerFor(tenant->id));
    TRY(mark, m_parts.store.read([&](store::Reader& reader) { return provisioning::changeMark(reader, tenant->id); }));
    SyncRun run;
    run.begun = m_parts.clock.now();
    run.id = crypto::newUuid(run.begun);
    run.syncId = sync.id;
    run.by = by;
    std::optional<Sides> sides;
    const Status performed = [&]() -> Status {
        TRY(both, sidesOf(tenant, sync));
        sides.emplace(std::move(both));
        TRY(plan, planFor(*sides, sync, mode));
        const std::size_t leaving = plan.leaving();
        const bool many = leaving > mayLeave(sides->links, tenant->settings.scim.deactivationPercent);
        if (many && by != "schedule" && confirmed != std::int64_t(leaving)) {
            return fail(Code::FailedPrecondition, "scim_sync.held", std::to_string(leaving));
        }
        if (many && by == "schedule") {
            std::erase_if(plan.steps, leaves);
            run.problem = "scim_sync.held";
            run.detail = std::to_string(leaving);
        } else if (many && !sides->push) {
            m_parts.release(tenant->id);
        }
        if (mode == Mode::Quick) {
            std::erase_if(plan.steps, [&](const sync::Step& step) { return sync::wasRefused(step, sides->links); });
        }
        if (plan.steps.empty()) {
            return {};
        }
        TRY(abilities, sync::readAbilities(sides->target()));
        Progress progress{0, plan.steps.size()};
        setProgress(sync.id, progress);
        Recorder recorder(m_parts.store, sides->sealer, sides->links, run, sides->push);
        sync::Applier applier(
            {sides->target(), sides->links, sides->users, sides->groups, abilities,
             [&](sync::Kind kind, const std::string& id) { return isGone(sides->source(), kind, id, sync.groups); },
             [&](const sync::Step& step, const sync::Outcome& outcome) {
                 progress.done = std::min(progress.done + 1, progress.total);
                 setProgress(sync.id, progress);
                 return recorder.note(step, outcome) && pause(Milliseconds(0));
             }});
        applier.run(plan);
        return recorder.flush();
    }();
    run.ended = m_parts.clock.now();
    const Result<SyncRun> result =
        performed ? Result<SyncRun>(run) : Result<SyncRun>(tl::unexpected(performed.error()));
    if (!performed && performed.error().reason == "scim_sync.held") {
        return result; // a question, not a run
    }
    if (!isWorthRetrying(result)) {
        const std::lock_guard lock(m_mutex);
        m_pushed[sync.id] = mark;
    }
    ENSURE(settle(sealer, sync, mode, result, sides ? &*sides : nullptr));
    return result;
}

Status Synchronizer::settle(const store::Sealer& sealer, const Sync& sync, Mode mode, const Result<SyncRun>& run,
                            const Sides* sides) {
    const Time now = m_parts.clock.now();
    return m_parts.store.write([&](store::Writer& writer) -> Status {
        TRY(state, provisioning::syncState(writer, sealer, sync.id));
        const bool held = run && run->problem == "scim_sync.held";
        const bool retries = isWorthRetrying(run);
        state.lastRun = now;
        state.problem = run ? run->problem : run.error().reason;
        state.detail = run ? run->detail : run.error().detail;
        state.held = held ? std::stoll(run->detail) : 0;
        state.failures = retries ? state.failures + 1 : 0;
        if (!retries) {
            state.lastSuccess = now;
        }
        if (run && (mode == Mode::Full || !state.lastLook)) {
            state.drifted = 0;
            state.lastLook = now;
        }
        const Time next =
            sync.direction == Sync::Direction::Pull ? now + sync.every : state.lastLook.value_or(now) + sync.every;
        state.nextRun =
            retries ? std::min(next, now + outbox::delayAfter(state.failures, kFirstDelay, kLongestDelay, 0.0)) : next;
        if (sides != nullptr) {
            const auto count = [&](sync::Kind kind) {
                return std::count_if(sides->links.begin(), sides->links.end(), [&](const auto& each) {
                    return each.first.first == kind && !each.second.target.empty();
                });
            };
            state.people = count(sync::Kind::User);
            state.groups = count(sync::Kind::Group);
        }
        ENSURE(provisioning::keepSyncState(writer, sealer, sync.id, state));
        if (!run) {
            return {};
        }
        const bool quiet = run->rows.empty() && run->by == "schedule";
        if (!quiet) {
            ENSURE(provisioning::insertRun(writer, sealer, *run));
            audit::Record record = recordOf(sync, "ProvisioningRun", run->by);
            record.outcome =
                run->failed > 0 || !run->problem.empty() ? audit::Outcome::Failure : audit::Outcome::Success;
            record.reason = run->problem;
            record.data["run"] = run->id;
            record.data["created"] = run->created;
            record.data["updated"] = run->updated;
            record.data["deactivated"] = run->deactivated;
            record.data["deleted"] = run->deleted;
            record.data["failed"] = run->failed;
            ENSURE(audit::append(writer, sealer, sealer.tenant(), record, now));
        }
        return {};
    });
}

Status Synchronizer::lookForDrift(const TenantPtr& tenant, const Sync& sync) {
    TRY(sides, sidesOf(tenant, sync));
    const auto plan = planFor(sides, sync, Mode::Full);
    const Time now = m_parts.clock.now();
    return m_parts.store.write([&](store::Writer& writer) -> Status {
        TRY(state, provisioning::syncState(writer, sides.sealer, sync.id));
        const std::int64_t before = state.drifted;
        state.lastLook = now;
        state.nextRun = now + sync.every;
        if (plan) {
            state.drifted = std::int64_t(plan->drifted());
        }
        ENSURE(provisioning::keepSyncState(writer, sides.sealer, sync.id, state));
        if (!plan || state.drifted == 0 || state.drifted == before) {
            return {};
        }
        audit::Record record = recordOf(sync, "ProvisioningDrift", "schedule");
        record.data["drifted"] = state.drifted;
        return audit::append(writer, sides.sealer, tenant->id, record, now);
    });
}

} // namespace gatehouse::scim::outbound
