// SPDX-License-Identifier: Apache-2.0
// Delivery to whoever asks (RFC 8936).
#include <algorithm>

#include "audit/audit.h"
#include "base/log.h"
#include "base/parking.h"
#include "ssf/transmitter/transmitter.h"
#include "ssf/transmitter/waiting_sets.h"

namespace gatehouse::ssf::transmitter {
namespace {

constexpr std::int64_t kMostSets = 100;
constexpr std::size_t kMostSettled = 1000;
constexpr std::chrono::seconds kLongest{30};
constexpr Seconds kNoteEvery{60};
constexpr std::size_t kMostNoted = 10'000;

/// What RFC 8936, 2.5 lets a receiver see of an error.
http::Response refused(int status, std::string_view err, std::string_view description) {
    http::Response response;
    response.status = status;
    response.headers.set("Content-Type", "application/json");
    response.headers.set("Cache-Control", "no-store");
    response.body = json::write(json::Object{{"err", err}, {"description", description}});
    return response;
}

std::string bearerOf(const http::Request& request) {
    const std::string_view header = request.headers.get("Authorization").value_or("");
    constexpr std::string_view kScheme = "bearer ";
    return asciiLower(header.substr(0, kScheme.size())) == kScheme ? std::string(header.substr(kScheme.size()))
                                                                   : std::string();
}

/// A body that is none of RFC 8936, 2.4: what is wrong with it, in words.
std::string problemOf(const json::Object& asked) {
    const auto* most = json::member(asked, "maxEvents");
    if (most != nullptr && (!most->is_int64() || most->get_int64() < 0)) {
        return "maxEvents is no number from 0 on";
    }
    const auto* now = json::member(asked, "returnImmediately");
    if (now != nullptr && !now->is_bool()) {
        return "returnImmediately is neither true nor false";
    }
    if (json::member(asked, "ack") != nullptr) {
        const auto jtis = json::stringsMember(asked, "ack");
        if (!jtis || jtis->size() > kMostSettled) {
            return "ack is no list of at most 1000 texts";
        }
    }
    if (json::member(asked, "setErrs") != nullptr) {
        const json::Object* errors = json::objectMember(asked, "setErrs");
        if (errors == nullptr || errors->size() > kMostSettled) {
            return "setErrs is no object with at most 1000 members";
        }
        for (const auto& [jti, error] : *errors) {
            if (!error.is_object() || !json::stringMember(error.get_object(), "err")) {
                return "a member of setErrs has no err";
            }
        }
    }
    return {};
}

/// Forgets what the receiver took, with one row in the log, and what it could not use, with one for each.
Status settle(store::Writer& writer, const store::Sealer& sealer, const Stream& stream, const json::Object& asked,
              Time now) {
    audit::Record record;
    record.type = "SignalSent";
    record.target = {"stream", stream.id, stream.name};
    const auto acknowledged = json::stringsMember(asked, "ack").value_or(std::vector<std::string>());
    TRY(taken, settleSets(writer, sealer.tenant(), stream.id, acknowledged));
    if (taken > 0) {
        record.data = {{"tokens", taken}, {"state", "confirmed"}};
        ENSURE(audit::append(writer, sealer, sealer.tenant(), record, now));
        ENSURE(noteDelivery(writer, sealer.tenant(), stream.id, "", now));
    }
    const json::Object none;
    const json::Object* errors = json::objectMember(asked, "setErrs");
    for (const auto& [jti, error] : errors == nullptr ? none : *errors) {
        TRY(known, settleSets(writer, sealer.tenant(), stream.id, {std::string(jti)}));
        if (known > 0) {
            const std::string_view err = json::stringMember(error.get_object(), "err").value_or("");
            record.outcome = audit::Outcome::Failure;
            record.reason = "stream.refused";
            record.data = {{"jti", std::string_view(jti)}, {"err", err.substr(0, 100)}, {"state", "given-up"}};
            ENSURE(audit::append(writer, sealer, sealer.tenant(), record, now));
            ENSURE(noteDelivery(writer, sealer.tenant(), stream.id, record.reason, now));
        }
    }
    return {};
}

} // namespace

/// A poll that waits, off its thread where that can be.
struct Transmitter::Waiter {
    std::chrono::steady_clock::time_point until = std::chrono::steady_clock::now() + kLongest;
    Parking* parking = Parking::here();
    std::condition_variable passed;
    bool done = false;

    void release() {
        done = true;
        passed.notify_all();
        if (parking != nullptr) {
            parking->resume();
        }
    }
};

void Transmitter::mount(web::Router& router) {
    router.add("POST", "/t/{tenant}/ssf/poll/{stream}", [this](const web::Context& context) { return poll(context); });
}

void Transmitter::wait(const std::string& stream) {
    const auto mine = std::make_shared<Waiter>();
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopping || !m_thread.joinable()) {
            return;
        }
        if (const auto earlier = m_waiters.find(stream); earlier != m_waiters.end()) {
            earlier->second->release(); // whoever asks again does not wait twice
        }
        m_waiters.insert_or_assign(stream, mine);
    }
    if (mine->parking != nullptr) {
        mine->parking->park();
    }
    std::unique_lock lock(m_mutex);
    mine->passed.wait(lock, [&] { return mine->done; });
}

void Transmitter::answerWaiters() {
    {
        const std::lock_guard lock(m_mutex);
        if (m_waiters.empty()) {
            return;
        }
    }
    const auto waiting =
        m_parts.store.read([&](store::Reader& reader) { return streamsWithSets(reader, m_parts.clock.now()); });
    const auto now = std::chrono::steady_clock::now();
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_waiters, [&](const auto& each) {
        const bool passes = m_stopping || each.second->until <= now || (waiting && waiting->contains(each.first));
        if (passes) {
            each.second->release();
        }
        return passes;
    });
}

http::Response Transmitter::poll(const web::Context& context) {
    const TenantPtr& tenant = context.tenant;
    const auto sealer = m_parts.keys.sealerFor(tenant->id);
    if (!sealer || tenant->status != tenants::TenantStatus::Active) {
        return refused(503, "access_denied", "The tenant is not served now.");
    }
    const std::string stream(context.parameters.front());
    const auto right = m_parts.store.read(
        [&](store::Reader& reader) { return bearerIsRight(reader, tenant->id, stream, bearerOf(context.request)); });
    if (!right) {
        return refused(503, "access_denied", "The stream cannot be read now.");
    }
    if (!*right) {
        return refusedPoll(context, *sealer);
    }
    const auto asked = json::parseObject(context.request.body.empty() ? "{}" : context.request.body);
    if (!asked) {
        return refused(400, "invalid_request", "The body is no JSON object.");
    }
    if (const std::string problem = problemOf(*asked); !problem.empty()) {
        return refused(400, "invalid_request", problem);
    }
    auto answer = answerPoll(tenant, *sealer, stream, *asked);
    if (!answer) {
        log::warn("ssf.poll", {{"stream", stream}, {"reason", answer.error().reason}});
        return refused(503, "access_denied", "The stream cannot be read now.");
    }
    return *std::move(answer);
}

http::Response Transmitter::refusedPoll(const web::Context& context, const store::Sealer& sealer) {
    const Time now = m_parts.clock.now();
    bool isDue = false;
    {
        const std::lock_guard lock(m_mutex);
        if (m_noted.size() >= kMostNoted) {
            m_noted.clear();
        }
        const auto [place, isNew] =
            m_noted.try_emplace(context.tenant->id.text() + " " + context.request.peer.address, now);
        isDue = isNew || now - place->second >= kNoteEvery;
        place->second = isDue ? now : place->second;
    }
    if (isDue) { // one a minute says enough, and nobody fills the log
        audit::Record record;
        record.type = "AccessDenied";
        record.outcome = audit::Outcome::Denied;
        record.actor = {audit::ActorType::Service, {}, {}};
        record.target = {"stream", {}, {}};
        record.ip = context.request.peer.address;
        record.reason = "stream.bearer_invalid";
        const Status written = m_parts.store.write(
            [&](store::Writer& writer) { return audit::append(writer, sealer, context.tenant->id, record, now); });
        if (!written) {
            log::warn("ssf.audit", {{"reason", written.error().reason}});
        }
    }
    http::Response response = refused(401, "authentication_failed", "The bearer token is not the stream's.");
    response.headers.set("WWW-Authenticate", "Bearer realm=\"ssf\", error=\"invalid_token\"");
    return response;
}

Result<http::Response> Transmitter::answerPoll(const TenantPtr& tenant, const store::Sealer& sealer,
                                               const std::string& stream, const json::Object& asked) {
    const std::int64_t limit = std::min(json::integerMember(asked, "maxEvents").value_or(kMostSets), kMostSets);
    TRY(row, m_parts.store.read([&](store::Reader& reader) { return findStream(reader, sealer, stream); }));
    const auto take = [&](const json::Object& settled) {
        return m_parts.store.write([&](store::Writer& writer) -> Result<Handed> {
            const Time now = m_parts.clock.now();
            TRY(present, findStream(writer, sealer, stream));
            ENSURE(settle(writer, sealer, present, settled, now));
            return limit > 0 && present.enabled ? handOut(writer, sealer, stream, limit, now)
                                                : Result<Handed>(Handed());
        });
    };
    TRY(handed, take(asked));
    if (handed.claims.empty() && limit > 0 && !json::boolMember(asked, "returnImmediately").value_or(false)) {
        wait(stream);
        TRY(later, take({}));
        handed = std::move(later);
    }
    json::Object sets;
    for (const json::Object& claims : handed.claims) {
        TRY(token, m_parts.sign(*tenant, claims, row.algorithm));
        sets[*json::stringMember(claims, "jti")] = token;
    }
    json::Object body{{"sets", std::move(sets)}};
    if (handed.more) {
        body["moreAvailable"] = true;
    }
    http::Response response;
    response.headers.set("Content-Type", "application/json");
    response.headers.set("Cache-Control", "no-store");
    response.body = json::write(body);
    return response;
}

} // namespace gatehouse::ssf::transmitter
