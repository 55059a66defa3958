// SPDX-License-Identifier: Apache-2.0
#include "scim/outbound/recorder.h"

#include <algorithm>

namespace gatehouse::scim::outbound {
namespace {

constexpr std::size_t kLinksAtOnce = 50;
constexpr int kFailuresInARow = 5;

std::int64_t& countFor(provisioning::SyncRun& run, sync::Act act) {
    switch (act) {
    case sync::Act::Adopt:
        return run.adopted;
    case sync::Act::Create:
        return run.created;
    case sync::Act::Update:
        return run.updated;
    case sync::Act::Deactivate:
        return run.deactivated;
    case sync::Act::Delete:
        break;
    }
    return run.deleted;
}

} // namespace

provisioning::SyncRun::Row rowOf(const sync::Step& step, bool push) {
    provisioning::SyncRun::Row row;
    row.act = sync::actName(step.act);
    row.kind = sync::kindName(step.kind);
    row.cause = sync::causeName(step.cause);
    row.id = push ? step.source : step.target;
    row.name = step.name;
    row.changes = step.changes;
    row.membersAdded = std::int64_t(step.membersAdded.size());
    row.membersRemoved = std::int64_t(step.membersRemoved.size());
    return row;
}

Synchronizer::Recorder::Recorder(store::Store& store, const store::Sealer& sealer, const sync::Links& links,
                                 provisioning::SyncRun& run, bool push)
    : m_store(store)
    , m_sealer(sealer)
    , m_links(links)
    , m_run(run)
    , m_push(push) {}

bool Synchronizer::Recorder::note(const sync::Step& step, const sync::Outcome& outcome) {
    using State = sync::Outcome::State;
    const bool failed = outcome.state == State::Failed || outcome.state == State::Refused;
    provisioning::SyncRun::Row row = rowOf(step, m_push);
    row.state = sync::stateName(outcome.state);
    row.detail = outcome.detail;
    if (const auto link = m_links.find({step.kind, step.source}); !m_push && link != m_links.end()) {
        row.id = link->second.target;
    }
    if (m_run.rows.size() == provisioning::kMaxRunRows && failed) {
        const auto done = std::find_if(m_run.rows.begin(), m_run.rows.end(),
                                       [](const auto& each) { return each.state == sync::stateName(State::Done); });
        if (done != m_run.rows.end()) {
            m_run.rows.erase(done);
        }
    }
    if (m_run.rows.size() < provisioning::kMaxRunRows) {
        m_run.rows.push_back(std::move(row));
    }
    if (outcome.state == State::Done) {
        ++countFor(m_run, step.act);
    }
    m_run.failed += failed ? 1 : 0;
    m_changed.emplace(step.kind, step.source);
    if (m_changed.size() >= kLinksAtOnce) {
        if (const Status kept = flush(); !kept) {
            m_run.problem = kept.error().reason;
            m_run.detail = kept.error().detail;
            return false;
        }
    }
    m_failedInARow = outcome.state == State::Failed ? m_failedInARow + 1 : 0;
    if (m_failedInARow < kFailuresInARow) {
        return true;
    }
    m_run.problem = "scim_sync.failing";
    m_run.detail = outcome.detail;
    return false;
}

Status Synchronizer::Recorder::flush() {
    ENSURE(m_store.write([&](store::Writer& writer) -> Status {
        for (const auto& [kind, source] : m_changed) {
            const auto link = m_links.find({kind, source});
            ENSURE(provisioning::keepLink(writer, m_sealer, m_run.syncId, kind, source,
                                          link == m_links.end() ? nullptr : &link->second));
        }
        return {};
    }));
    m_changed.clear();
    return {};
}

} // namespace gatehouse::scim::outbound
