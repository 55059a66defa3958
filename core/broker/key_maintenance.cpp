// SPDX-License-Identifier: Apache-2.0
#include "broker/key_maintenance.h"

#include <algorithm>

#include "audit/audit.h"
#include "base/log.h"
#include "keys/rotation_schedule.h"
#include "tenants/tenants.h"
#include "tenants/token_life.h"

namespace gatehouse::broker {
namespace {

constexpr int kTenantsAtOnce = 500;

/// One ring and how it is to rotate.
struct Round {
    store::Store& store;
    const keys::KeyRing& keys;
    store::Sealer sealer;
    keys::RotationSchedule schedule;
    Time now;
    [[nodiscard]] const TenantId& tenant() const { return sealer.tenant(); }
};

Status record(store::Writer& writer, const Round& round, std::string type, const keys::KeyInfo& key) {
    audit::Record record;
    record.type = std::move(type);
    record.actor = {audit::ActorType::System, "key-rotation", {}};
    record.target = {"key", key.kid, {}};
    record.data = {{"use", key.use}, {"alg", key.alg}};
    return audit::append(writer, round.sealer, round.tenant(), record, round.now);
}

/// What is due, judged by times that are no clock's error.
Result<keys::DueSteps> judge(store::Writer& writer, const Round& round) {
    TRY(ring, keys::listKeys(writer, round.tenant()));
    keys::DueSteps due = keys::dueSteps(ring, round.schedule, round.now);
    if (!due.correctTimes) {
        return due;
    }
    log::warn("keys.clock", {{"tenant", round.tenant().text()}});
    ENSURE(keys::correctTimes(writer, round.tenant(), round.now));
    TRY(corrected, keys::listKeys(writer, round.tenant()));
    return keys::dueSteps(corrected, round.schedule, round.now);
}

Result<int> take(store::Writer& writer, const Round& round, const std::vector<keys::NewSigningKey>& made) {
    TRY(due, judge(writer, round));
    int steps = 0;
    for (const keys::NewSigningKey& key : made) {
        // Somebody may have published one since.
        if (std::find(due.publish.begin(), due.publish.end(), key.info.alg) != due.publish.end()) {
            ENSURE(keys::insertKey(writer, key));
            ENSURE(record(writer, round, "KeyCreated", key.info));
            ++steps;
        }
    }
    for (const std::string& kid : due.activate) {
        TRY(active, keys::activateKey(writer, round.tenant(), kid, keys::Guard::Keep, round.now));
        ENSURE(record(writer, round, "KeyActivated", active));
        ++steps;
    }
    if (due.rememberLife) {
        ENSURE(keys::rememberLife(writer, round.tenant(), round.schedule.tokenLife));
    }
    TRY(retired, keys::retireDue(writer, round.tenant(), round.schedule.tokenLife, round.now));
    for (const keys::KeyInfo& key : retired) {
        ENSURE(record(writer, round, "KeyRetired", key));
        ++steps;
    }
    round.keys.forgetAfterCommit(writer, round.tenant());
    return steps;
}

Result<int> rotate(const Round& round) {
    TRY(ring, round.store.read([&](store::Reader& reader) { return keys::listKeys(reader, round.tenant()); }));
    const keys::DueSteps due = keys::dueSteps(ring, round.schedule, round.now);
    if (!due.any()) {
        return 0;
    }
    std::vector<keys::NewSigningKey> made;
    made.reserve(due.publish.size());
    for (const std::string& alg : due.publish) {
        TRY(key, round.keys.generateKey(round.tenant(), keys::kUseTokens, alg, round.now));
        made.push_back(std::move(key));
    }
    return round.store.write([&](store::Writer& writer) { return take(writer, round, made); });
}

/// One tenant's trouble is not another's.
int rotateOf(store::Store& store, const keys::KeyRing& keys, const TenantId& tenant,
             const keys::RotationSchedule& schedule, Time now) {
    const auto sealer = keys.sealerFor(tenant);
    if (!sealer) {
        return 0;
    }
    const auto steps = rotate({store, keys, *sealer, schedule, now});
    if (!steps) {
        log::warn("keys.rotation", {{"tenant", tenant.text()}, {"reason", steps.error().reason}});
    }
    return steps.value_or(0);
}

} // namespace

Result<int> maintainKeys(store::Store& store, const keys::KeyRing& keys, Time servingSince, Time now) {
    int steps = 0;
    for (std::optional<std::string> cursor(std::in_place); cursor;) {
        TRY(page, store.read([&](store::Reader& reader) {
            return tenants::listTenants(reader, "", *cursor, kTenantsAtOnce);
        }));
        for (const tenants::Tenant& tenant : page.items) {
            const tenants::KeyRotation& rotation = tenant.settings.keyRotation;
            steps +=
                rotateOf(store, keys, tenant.id,
                         {rotation.every, rotation.publishAhead, tenant.settings.accessTokenTtl, servingSince}, now);
        }
        cursor = page.nextCursor;
    }
    TRY(longest, store.read([](store::Reader& reader) { return tenants::longestTokenLife(reader); }));
    const tenants::KeyRotation frontDoor;
    steps +=
        rotateOf(store, keys, platformTenant(), {frontDoor.every, frontDoor.publishAhead, longest, servingSince}, now);
    return steps;
}

} // namespace gatehouse::broker
