// SPDX-License-Identifier: Apache-2.0
#include "outbox/outbox.h"

#include <algorithm>
#include <cstring>

#include "base/log.h"
#include "crypto/random.h"
#include "outbox/back_off.h"
#include "outbox/messages.h"

namespace gatehouse::outbox {
namespace {

constexpr Milliseconds kAfterStoreFailed{1000};
constexpr Milliseconds kLongestSleep{60 * 1000}; // a clock may be set while we sleep

double randomChance() {
    const Bytes bytes = crypto::randomBytes(4);
    std::uint32_t number = 0;
    std::memcpy(&number, bytes.data(), sizeof number);
    return double(number) / double(UINT32_MAX);
}

} // namespace

Outbox::Outbox(Parts parts, Limits limits)
    : m_parts(std::move(parts))
    , m_limits(limits) {
    if (!m_parts.chance) {
        m_parts.chance = randomChance;
    }
}

Outbox::~Outbox() {
    stop();
}

void Outbox::carry(std::string kind, Courier& courier) {
    m_couriers.insert_or_assign(std::move(kind), &courier);
}

Status Outbox::start() {
    TRY(left, m_parts.store.read([](store::Reader& reader) { return destinations(reader); }));
    for (Destination& each : left) {
        m_lanes[{std::move(each.tenant), std::move(each.kind), std::move(each.destination)}].readyAt = each.dueAt;
    }
    for (int i = 0; i < m_limits.workers; ++i) {
        m_threads.emplace_back([this] { work(); });
    }
    return {};
}

void Outbox::stop() {
    {
        const std::lock_guard lock(m_newsMutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    for (std::thread& thread : m_threads) {
        thread.join();
    }
    m_threads.clear();
}

Result<std::string> Outbox::put(store::Writer& writer, const TenantId& tenant, const NewMessage& message) {
    TRY(sealer, m_parts.sealerFor(tenant));
    const Time now = m_parts.clock.now();
    const std::string id = crypto::newUuid(now);
    ENSURE(insert(writer, tenant, id, message, sealer.seal(payloadOf(id), message.payload), now));
    writer.afterCommit([this, address = Address(tenant.text(), message.kind, message.destination)] {
        {
            const std::lock_guard lock(m_newsMutex);
            m_news.push_back(address);
            ++m_woken;
        }
        m_wake.notify_one();
    });
    return id;
}

void Outbox::wake() {
    {
        const std::lock_guard lock(m_newsMutex);
        ++m_woken;
    }
    m_wake.notify_one();
}

/// Takes in what commits have put since. A destination that is paused stays so.
void Outbox::hear() {
    std::vector<Address> news;
    {
        const std::lock_guard lock(m_newsMutex);
        news.swap(m_news);
    }
    const Time now = m_parts.clock.now();
    for (Address& address : news) {
        const auto [found, isNew] = m_lanes.try_emplace(std::move(address));
        Lane& lane = found->second;
        lane.readyAt = isNew ? now : std::max(lane.pausedUntil, std::min(lane.readyAt, now));
    }
}

void Outbox::work() {
    while (true) {
        std::uint64_t woken = 0;
        {
            const std::lock_guard lock(m_newsMutex);
            if (m_stopping) {
                return;
            }
            woken = m_woken;
        }
        std::optional<Job> job;
        std::optional<Time> later;
        const Time now = m_parts.clock.now();
        {
            const std::lock_guard lock(m_mutex);
            hear();
            job = next(now, later);
        }
        if (job) {
            tryOnce(*std::move(job));
            continue;
        }
        std::unique_lock lock(m_newsMutex);
        const auto news = [&] { return m_stopping || m_woken != woken; };
        if (later) {
            m_wake.wait_for(lock, std::clamp(*later - now, Milliseconds(1), kLongestSleep), news);
        } else {
            m_wake.wait(lock, news);
        }
    }
}

/// The message to try now, or when there may be one. Who fails comes last and gets half of the threads at most.
std::optional<Outbox::Job> Outbox::next(Time now, std::optional<Time>& later) {
    while (true) {
        const int failing = int(std::count_if(m_lanes.begin(), m_lanes.end(), [](const auto& each) {
            return each.second.failures > 0 && !each.second.at.empty();
        }));
        auto best = m_lanes.end();
        later.reset();
        for (auto lane = m_lanes.begin(); lane != m_lanes.end(); ++lane) {
            const Lane& each = lane->second;
            const bool fails = each.failures > 0;
            if (int(each.at.size()) >= (fails ? 1 : m_limits.perDestination) ||
                (fails && failing >= std::max(1, m_limits.workers / 2))) {
                continue; // whoever is at it looks again afterwards
            }
            if (each.readyAt > now) {
                later = later ? std::min(*later, each.readyAt) : each.readyAt;
            } else if (best == m_lanes.end() ||
                       std::pair(fails, each.readyAt) < std::pair(best->second.failures > 0, best->second.readyAt)) {
                best = lane;
            }
        }
        if (best == m_lanes.end()) {
            return std::nullopt;
        }
        if (auto job = firstOf(best->first, best->second, now)) {
            return job;
        }
        if (best->second.at.empty() && best->second.readyAt == Time::max()) {
            m_lanes.erase(best);
        }
    }
}

/// Moves readyAt to when there is something, Time::max() where nothing else waits.
std::optional<Outbox::Job> Outbox::firstOf(const Address& address, Lane& lane, Time now) {
    const auto& [tenant, kind, destination] = address;
    auto rows = m_parts.store.read(
        [&](store::Reader& reader) { return waiting(reader, tenant, kind, destination, lane.at.size() + 1); });
    if (!rows) {
        log::error("outbox.read", {{"reason", rows.error().reason}});
        lane.readyAt = now + kAfterStoreFailed;
        return std::nullopt;
    }
    const auto row =
        std::find_if(rows->begin(), rows->end(), [&](const Waiting& each) { return !lane.at.contains(each.id); });
    if (row == rows->end()) {
        lane.readyAt = Time::max();
        return std::nullopt;
    }
    if (row->dueAt > now) {
        lane.readyAt = row->dueAt;
        return std::nullopt;
    }
    lane.readyAt = now;
    lane.at.insert(row->id);
    return Job{address,
               {row->id, TenantId(tenant), {kind, destination, row->subject, {}}, row->attempts + 1, row->createdAt},
               std::move(row->sealed)};
}

void Outbox::tryOnce(Job job) {
    Receipt receipt;
    receipt.id = job.message.id;
    receipt.destination = job.message.said.destination;
    receipt.subject = job.message.said.subject;
    receipt.attempts = job.message.attempt;
    receipt.createdAt = job.message.createdAt;
    const auto answer = send(job, receipt);
    const Time now = m_parts.clock.now();
    receipt.triedAt = now;
    bool again = true;
    if (answer) {
        receipt.status = answer->status;
        receipt.elapsed = answer->elapsed;
        again = answer->status < 200 || (answer->status > 299 && answer->status != 400);
        receipt.state = answer->status >= 200 && answer->status <= 299 ? State::Confirmed : State::GivenUp;
        receipt.reason = receipt.state == State::Confirmed ? "" : "outbox.refused";
    } else {
        receipt.reason = answer.error().reason;
        receipt.state = State::GivenUp;
        again = answer.error().code == Code::Unavailable || receipt.reason.starts_with("outbound.");
    }
    if (again && receipt.attempts < m_limits.attempts) {
        const Time due =
            now + delayAfter(receipt.attempts, m_limits.firstDelay, m_limits.longestDelay, m_parts.chance());
        if (due <= receipt.createdAt + m_limits.age) {
            receipt.state = State::Failed;
            receipt.dueAt = due;
        }
    }
    const Status kept = keep(job, receipt);
    if (!kept) {
        log::error("outbox.keep", {{"reason", kept.error().reason}});
    }
    done(job, receipt, kept.has_value());
}

Result<http::OutboundResponse> Outbox::send(Job& job, Receipt& receipt) {
    const auto courier = m_couriers.find(job.message.said.kind);
    if (courier == m_couriers.end()) {
        return fail(Code::Internal, "outbox.kind_unknown");
    }
    TRY(sealer, m_parts.sealerFor(job.message.tenant));
    TRY(payload, sealer.open(payloadOf(job.message.id), job.sealed));
    job.message.said.payload = std::move(payload);
    TRY(request, courier->second->request(job.message));
    request.deadline = std::min(request.deadline, m_limits.deadline);
    const auto began = std::chrono::steady_clock::now();
    auto answer = m_parts.client.send(job.message.tenant.text(), request);
    receipt.elapsed = std::chrono::ceil<Milliseconds>(std::chrono::steady_clock::now() - began);
    return answer;
}

Status Outbox::keep(const Job& job, const Receipt& receipt) {
    return m_parts.store.write([&](store::Writer& writer) -> Status {
        TRY(there, settle(writer, job.message.tenant, receipt));
        const auto courier = m_couriers.find(job.message.said.kind);
        return there && courier != m_couriers.end() ? courier->second->kept(writer, job.message, receipt) : Status();
    });
}

void Outbox::done(const Job& job, const Receipt& receipt, bool kept) {
    const Time now = m_parts.clock.now();
    std::unique_lock lock(m_mutex);
    Lane& lane = m_lanes[job.address];
    lane.at.erase(job.message.id);
    if (!kept) {
        lane.pausedUntil = now + kAfterStoreFailed;
    } else if (receipt.state == State::Confirmed || receipt.status == 400) { // it is there and answers
        lane.failures = 0;
        lane.pausedUntil = Time();
    } else {
        lane.failures = std::min(lane.failures + 1, 1000);
        lane.pausedUntil =
            now + delayAfter(lane.failures, m_limits.firstDelay, m_limits.longestPause, m_parts.chance());
    }
    lane.readyAt = std::max(now, lane.pausedUntil);
    lock.unlock();
    wake(); // those who sleep do not know of this time yet
}

} // namespace gatehouse::outbox
