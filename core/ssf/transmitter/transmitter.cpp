// SPDX-License-Identifier: Apache-2.0
// Follows the tenants' logs.
#include "ssf/transmitter/transmitter.h"

#include <algorithm>

#include "audit/audit.h"
#include "base/log.h"
#include "crypto/random.h"
#include "directory/directory.h"
#include "directory/lookup.h"
#include "provisioning/person.h"
#include "ssf/transmitter/waiting_sets.h"

namespace gatehouse::ssf::transmitter {
namespace {

constexpr std::chrono::milliseconds kLookEvery{500};
constexpr int kRecordsAtOnce = 200;
constexpr std::int64_t kMostWaiting = 10'000; ///< of one stream; the log holds the rest

std::vector<std::string> attributesOf(const directory::User& user) {
    std::vector<std::string> names;
    for (const auto& [name, value] : provisioning::resourceOf(user)) {
        if (name != "schemas") {
            names.emplace_back(name);
        }
    }
    return names;
}

/// What the receiver's own client calls the resource, where it still exists.
Result<std::string> externalIdOf(store::Reader& reader, const store::Sealer& sealer, const audit::Target& target) {
    if (target.type == "group") {
        auto group = directory::findGroupRow(reader, sealer.tenant(), GroupId(target.id));
        return group                                  ? Result<std::string>(group->externalId)
               : group.error().code == Code::NotFound ? Result<std::string>("")
                                                      : Result<std::string>(tl::unexpected<Error>(group.error()));
    }
    auto user = directory::findBare(reader, sealer, UserId(target.id));
    return user                                  ? Result<std::string>(user->externalId)
           : user.error().code == Code::NotFound ? Result<std::string>("")
                                                 : Result<std::string>(tl::unexpected<Error>(user.error()));
}

} // namespace

void Transmitter::start() {
    m_thread = std::thread([this] { run(); });
}

void Transmitter::stop() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable()) {
        m_thread.join();
    }
    answerWaiters();
}

void Transmitter::wake() {
    {
        const std::lock_guard lock(m_mutex);
        m_news = true;
    }
    m_wake.notify_all();
}

void Transmitter::run() {
    for (;;) {
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait_for(lock, kLookEvery, [this] { return m_stopping || m_news; });
            if (m_stopping) {
                return;
            }
            m_news = false;
        }
        followAll();
        answerWaiters();
    }
}

void Transmitter::followAll() {
    const auto behind = m_parts.store.read([](store::Reader& reader) { return streamsBehind(reader); });
    if (!behind) {
        log::warn("ssf.follow", {{"reason", behind.error().reason}});
        return;
    }
    for (const Behind& each : *behind) {
        for (Result<bool> more = true; more && *more;) {
            more = follow(each);
            if (!more) {
                log::warn("ssf.follow", {{"stream", each.stream}, {"reason", more.error().reason}});
            }
            const std::lock_guard lock(m_mutex);
            if (m_stopping) {
                return;
            }
        }
    }
}

Result<std::vector<SecurityEvent>> Transmitter::eventsOf(store::Reader& reader, const store::Sealer& sealer,
                                                         const Stream& stream, const audit::Entry& entry) const {
    const auto whole = [&]() -> std::vector<std::string> {
        const auto user = directory::findBare(reader, sealer, UserId(entry.record.target.id));
        return user ? attributesOf(*user) : std::vector<std::string>();
    };
    std::vector<SecurityEvent> events = scimEventsOf(entry, whole);
    std::erase_if(events, [&](const SecurityEvent& event) {
        return !stream.events.empty() &&
               std::find(stream.events.begin(), stream.events.end(), event.type) == stream.events.end();
    });
    if (!events.empty()) {
        TRY(externalId, externalIdOf(reader, sealer, entry.record.target));
        for (SecurityEvent& event : events) {
            if (!externalId.empty()) {
                event.subject["externalId"] = externalId;
            }
        }
    }
    return events;
}

Result<bool> Transmitter::follow(const Behind& behind) {
    const TenantPtr tenant = m_parts.tenants.byId(behind.tenant);
    if (tenant == nullptr || tenant->status != tenants::TenantStatus::Active) {
        return false;
    }
    TRY(sealer, m_parts.keys.sealerFor(behind.tenant));
    struct Found {
        Stream stream;
        std::int64_t position = 0;
        std::vector<SecurityEvent> events;
        bool more = false;
    };
    TRY(found, m_parts.store.read([&](store::Reader& reader) -> Result<Found> {
        Found out;
        TRY(stream, findStream(reader, sealer, behind.stream));
        out.stream = std::move(stream);
        out.position = out.stream.position;
        TRY(many, waiting(reader, behind.tenant, out.stream));
        if (many >= kMostWaiting) {
            return out;
        }
        TRY(last, audit::lastSeq(reader, behind.tenant));
        TRY(entries, audit::listAfter(reader, sealer, followedRecords(), out.position, kRecordsAtOnce));
        for (const audit::Entry& entry : entries) {
            TRY(events, eventsOf(reader, sealer, out.stream, entry));
            std::move(events.begin(), events.end(), std::back_inserter(out.events));
        }
        out.more = entries.size() == std::size_t(kRecordsAtOnce);
        out.position = out.more ? entries.back().seq : last;
        return out;
    }));
    if (found.position == found.stream.position) {
        return false;
    }
    return m_parts.store.write([&](store::Writer& writer) -> Result<bool> {
        TRY(moved, movePosition(writer, behind.tenant, behind.stream, found.stream.position, found.position));
        if (!moved) {
            return false;
        }
        for (const SecurityEvent& event : found.events) {
            ENSURE(put(writer, *tenant, sealer, found.stream, event));
        }
        return found.more;
    });
}

Status Transmitter::put(store::Writer& writer, const tenants::Tenant& tenant, const store::Sealer& sealer,
                        const Stream& stream, const SecurityEvent& event) {
    const Time now = m_parts.clock.now();
    const json::Object claims =
        claimsOf(event, m_parts.publicUrl.tenantIssuer(tenant.slug), stream.audience, crypto::newUuid(now), now);
    if (stream.delivery == Stream::Delivery::Push) {
        return m_parts.outbox
            .put(writer, tenant.id,
                 {std::string(kSecurityEvent), stream.id, std::string(*json::stringMember(claims, "jti")),
                  json::write(claims)})
            .map([](const std::string&) {});
    }
    return insertSet(writer, sealer, stream.id, claims, now);
}

Result<std::int64_t> Transmitter::waiting(store::Reader& reader, const TenantId& tenant, const Stream& stream) {
    return stream.delivery == Stream::Delivery::Push ? outbox::countWaiting(reader, tenant, kSecurityEvent, stream.id)
                                                     : countSets(reader, tenant, stream.id);
}

} // namespace gatehouse::ssf::transmitter
