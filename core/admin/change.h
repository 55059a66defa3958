// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <string>

#include "admin/fetched.h"
#include "admin/request.h"
#include "audit/record.h"

namespace gatehouse::admin {

/// One record for the log, as an operation says it.
struct Event {
    std::string type; ///< docs/events.md
    std::string targetType;
    std::string targetId;
    std::string targetName;
    json::Object data;     ///< nothing personal, no secret
    json::Object personal; ///< the rest of `data`, sealed
};

/// A change in progress, inside its one transaction.
class Change {
public:
    Change(const Context& context, store::Writer& writer, Fetched& fetched)
        : m_context(context)
        , m_writer(writer)
        , m_fetched(fetched) {}
    [[nodiscard]] store::Writer& writer() { return m_writer; }
    [[nodiscard]] const Context& context() const { return m_context; }
    [[nodiscard]] sessions::Endings& endings() const { return m_context.services.endings; }
    [[nodiscard]] Time now() const { return m_context.request.now; }
    /// What other servers say, read outside of the transaction.
    [[nodiscard]] Fetched& fetched() { return m_fetched; }
    Problems problems; ///< what is wrong with the body; any one of them undoes everything

    /// `precondition_failed` if the request's If-Match names another state than this ETag.
    [[nodiscard]] Status matches(const std::string& etag) const;
    /// Appends to the log of the request's tenant, or of the broker where it has none.
    [[nodiscard]] Status record(Event event);
    /// Appends to the log of the given tenant.
    [[nodiscard]] Status record(const TenantId& log, Event event);
    /// Seals records of a tenant that this change makes.
    void useSealer(const store::Sealer& sealer) { m_sealers.insert_or_assign(sealer.tenant(), sealer); }
    /// `permission_denied` unless the caller may do this too.
    [[nodiscard]] Status demand(api::Permission permission) const;

private:
    const Context& m_context;
    store::Writer& m_writer;
    Fetched& m_fetched;
    std::map<TenantId, store::Sealer> m_sealers;
};

/// Runs `f` in one transaction with its audit records; more than once where it needs what others have (Fetched), and
/// then nothing is left of the tries before. Before it, the caller's rights are read again (security.md
/// AD-17) and, for a POST with Idempotency-Key, an earlier answer is given back (AD-27); after it, the answer is kept
/// under that key for a day.
[[nodiscard]] Answered change(const Context& context, const std::function<Result<Answer>(Change&)>& f);

/// The same, and then everything is undone: what change() would answer, or refuse.
[[nodiscard]] Answered rehearse(const Context& context, const std::function<Result<Answer>(Change&)>& f);

/// Whether a caller who was let in still would be: token or appointment, and all behind it. `token_invalid`,
/// `permission_denied`.
[[nodiscard]] Status callerStands(store::Reader& reader, const Services& services, const Caller& caller, Time now);

/// Says in the log that a caller was refused.
void recordDenial(const Services& services, const Caller& caller, const TenantId& tenant, std::string_view operation,
                  std::string_view reason, const std::string& requestId, const std::string& ip);

/// The members in which two states differ: {"before":{...},"after":{...}}.
[[nodiscard]] json::Object difference(const json::Object& before, const json::Object& after);

} // namespace gatehouse::admin
