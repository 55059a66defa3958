// SPDX-License-Identifier: Apache-2.0
#include "admin/change.h"

#include "admin/idempotency.h"
#include "admin/person.h"
#include "admin/tokens.h"
#include "audit/audit.h"
#include "base/log.h"
#include "tenants/tenants.h"

namespace gatehouse::admin {

namespace {

/// Rights as they are now, inside the transaction: a token that was revoked while the body came in does nothing.
Status stillAllowed(store::Writer& writer, const Context& context) {
    if (context.request.tenant) {
        ENSURE(tenants::findTenant(writer, context.request.tenant->id));
    }
    return callerStands(writer, context.services, context.request.caller, context.request.now);
}

audit::Actor actorOf(const Caller& caller) {
    return {audit::ActorType::Admin, caller.id, caller.name};
}

/// Ends a try that lacks something; everything is undone.
constexpr std::string_view kLacking = "lacking";

Result<Answer> run(const Context& context, const IdempotencyKey* key, store::Writer& writer, Fetched& fetched,
                   Problems& problems, const std::function<Result<Answer>(Change&)>& f) {
    ENSURE(stillAllowed(writer, context));
    TRY(platform, context.services.keys.sealerFor(platformTenant()));
    if (key != nullptr) {
        TRY(answered, key->earlier(writer, platform, context.request.now));
        if (answered) {
            return *std::move(answered);
        }
    }
    Change inProgress(context, writer, fetched);
    Result<Answer> answer = f(inProgress);
    problems = std::move(inProgress.problems);
    if (!problems.empty()) {
        return fail(Code::InvalidArgument, "validation_failed");
    }
    if (fetched.isLacking()) {
        return fail(Code::Unavailable, kLacking);
    }
    if (answer && key != nullptr) {
        ENSURE(key->keep(writer, platform, *answer, context.request.now));
    }
    return answer;
}

} // namespace

Status callerStands(store::Reader& reader, const Services& services, const Caller& caller, Time now) {
    if (caller.isLocal()) {
        return {};
    }
    if (caller.kind == Caller::Kind::Person) {
        return personStands(reader, services, caller, now);
    }
    TRY(platform, services.keys.sealerFor(platformTenant()));
    const Result<Token> token = findToken(reader, platform, caller.id); // it may go, but never changes
    if (!token && token.error().code != Code::NotFound) {
        return tl::unexpected<Error>(token.error());
    }
    return token && now < token->expiresAt ? Status() : fail(Code::Unauthenticated, "token_invalid");
}

Status Change::matches(const std::string& etag) const {
    const auto wanted = m_context.request.headers.get("If-Match");
    if (!wanted || *wanted == "*" || *wanted == etag) {
        return {};
    }
    return fail(Code::Conflict, "precondition_failed");
}

Status Change::record(Event event) {
    return record(m_context.request.tenant ? m_context.request.tenant->id : platformTenant(), std::move(event));
}

Status Change::record(const TenantId& log, Event event) {
    if (!m_sealers.contains(log)) {
        TRY(opened, m_context.services.keys.sealerFor(log));
        useSealer(opened);
    }
    const store::Sealer& sealer = m_sealers.at(log);
    audit::Record record;
    record.type = std::move(event.type);
    record.outcome = audit::Outcome::Success;
    record.actor = actorOf(m_context.request.caller);
    record.target = {std::move(event.targetType), std::move(event.targetId), std::move(event.targetName)};
    record.ip = m_context.request.ip;
    record.data = std::move(event.data);
    record.data["operation"] = m_context.request.route.id;
    record.data["requestId"] = m_context.request.id;
    record.personal = std::move(event.personal);
    return audit::append(m_writer, sealer, log, record, now());
}

Status Change::demand(api::Permission permission) const {
    return api::allows(m_context.request.caller.role, permission) ? Status()
                                                                  : fail(Code::PermissionDenied, "permission_denied");
}

Answered change(const Context& context, const std::function<Result<Answer>(Change&)>& f) {
    const auto key = IdempotencyKey::of(context.request);
    if (!key) {
        return tl::unexpected(key.error());
    }
    Fetched fetched;
    for (;;) {
        Problems problems;
        Result<Answer> answer = context.services.store.write([&](store::Writer& writer) -> Result<Answer> {
            return run(context, *key ? &**key : nullptr, writer, fetched, problems, f);
        });
        if (answer) {
            return *std::move(answer);
        }
        if (answer.error().reason != kLacking) {
            return tl::unexpected(Refusal(answer.error(), std::move(problems)));
        }
        ENSURE(fetched.fetch(context));
    }
}

Answered rehearse(const Context& context, const std::function<Result<Answer>(Change&)>& f) {
    constexpr std::string_view kRehearsed = "rehearsed"; // ends the transaction; the answer is kept beside it
    Answer answer;
    Answered ended = change(context, [&](Change& inProgress) -> Result<Answer> {
        TRY(planned, f(inProgress));
        if (!inProgress.problems.empty()) {
            return planned; // which change() refuses
        }
        answer = std::move(planned);
        return fail(Code::Internal, kRehearsed);
    });
    return !ended && ended.error().error.reason == kRehearsed ? Answered(std::move(answer)) : ended;
}

void recordDenial(const Services& services, const Caller& caller, const TenantId& tenant, std::string_view operation,
                  std::string_view reason, const std::string& requestId, const std::string& ip) {
    const auto sealer = services.keys.sealerFor(tenant);
    if (!sealer) {
        return;
    }
    audit::Record record;
    record.type = "AccessDenied";
    record.outcome = audit::Outcome::Denied;
    record.actor = actorOf(caller);
    record.ip = ip;
    record.reason = reason;
    record.data = json::Object{{"operation", operation}, {"requestId", requestId}};
    const audit::Prepared prepared = audit::prepare(*sealer, record, services.clock.now());
    const Status written = services.store.write([&](store::Writer& writer) { return audit::append(writer, prepared); });
    if (!written) {
        log::error("admin.audit", {{"reason", written.error().reason}});
    }
}

json::Object difference(const json::Object& before, const json::Object& after) {
    json::Object was;
    json::Object is;
    for (const auto& member : before) {
        const json::Value* other = after.if_contains(member.key());
        if (other == nullptr || *other != member.value()) {
            was[member.key()] = member.value();
        }
    }
    for (const auto& member : after) {
        const json::Value* other = before.if_contains(member.key());
        if (other == nullptr || *other != member.value()) {
            is[member.key()] = member.value();
        }
    }
    return {{"before", std::move(was)}, {"after", std::move(is)}};
}

} // namespace gatehouse::admin
