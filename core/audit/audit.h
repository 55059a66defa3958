// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "audit/record.h"
#include "store/sealed.h"
#include "store/store.h"

namespace gatehouse::audit {

/// Tables audit_log and audit_checkpoints; to be applied after those of tenants and keys.
[[nodiscard]] const std::vector<store::Migration>& migrations();

/// A record with everything computed that does not need the chain: make it before the transaction, to keep the writer
/// thread short.
struct Prepared {
    TenantId tenant;
    std::string id;
    Time time;
    std::string type, outcome, actorType, actorId, targetType, targetId, flowId;
    std::string event;    ///< RFC 8785 text of the hashed form
    Bytes eventHash;      ///< its SHA-256
    Bytes sealedPersonal; ///< salts and values; empty if there are none
};
[[nodiscard]] Prepared prepare(const store::Sealer& sealer, const Record& record, Time now);

/// Appends in the caller's transaction: the next seq of the tenant (from 1, without gaps) and the hash
/// SHA-256(0x02 || u64be(seq) || previous || SHA-256(JCS(event))). `audit.tenant` if the sealer is another tenant's.
[[nodiscard]] Status append(store::Writer& writer, const Prepared& prepared);
[[nodiscard]] Status append(store::Writer& writer, const store::Sealer& sealer, const TenantId& tenant,
                            const Record& record, Time now);

/// What to look for; empty members match everything. `type`, `actor` and `target` are lists, separated by commas, of at
/// most 50 words: one of the words must fit, and none of those that begin with '!'. '*' in a word stands for anything.
struct Filter {
    std::string type{};
    std::string actor{};  ///< ids
    std::string target{}; ///< ids
    std::optional<Outcome> outcome{};
    std::string flowId{};
    std::optional<Time> from{}; ///< inclusive; times are expected to follow the numbers up to a day
    std::optional<Time> to{};   ///< exclusive
    std::optional<Outcome> notOutcome{};
    std::int64_t before = 0; ///< only numbers below; 0: all
    std::int64_t after = 0;  ///< only numbers above
    std::string app{};       ///< name of the app that a record tells of; '*' is any text, case does not count
};

struct Page {
    std::vector<Entry> items;
    std::optional<std::string> nextCursor;
};

/// Newest first. `limit` 1 to 500. `audit.cursor` for a cursor that is not ours, `audit.filter` for a list that is too
/// long.
[[nodiscard]] Result<Page> list(store::Reader& reader, const store::Sealer& sealer, const Filter& filter,
                                std::string_view cursor, int limit);
/// `audit.not_found`.
[[nodiscard]] Result<Entry> get(store::Reader& reader, const store::Sealer& sealer, std::int64_t seq);
/// Entries after `afterSeq`, oldest first: what a live view asks for.
[[nodiscard]] Result<std::vector<Entry>> listAfter(store::Reader& reader, const store::Sealer& sealer,
                                                   std::int64_t afterSeq, int limit);
/// The same of some types alone, of which none is made by every login or token: what somebody follows who cares for a
/// few things, whatever else there is.
[[nodiscard]] Result<std::vector<Entry>> listAfter(store::Reader& reader, const store::Sealer& sealer,
                                                   std::span<const std::string_view> types, std::int64_t afterSeq,
                                                   int limit);
/// Number of the tenant's last record, 0 if there is none.
[[nodiscard]] Result<std::int64_t> lastSeq(store::Reader& reader, const TenantId& tenant);

/// Calls `onEntry` for every record from `fromSeq` to `toSeq` (inclusive), oldest first, in pages of their own, so that
/// memory stays flat and no read transaction stays open. Return false to stop.
[[nodiscard]] Status stream(store::Store& store, const store::Sealer& sealer, std::int64_t fromSeq, std::int64_t toSeq,
                            const std::function<bool(const Entry&)>& onEntry);

/// Forgets salts and values in the records that a person did (name, address, personal data) or that were done to them
/// (name, personal data). The chain still verifies. How many records were changed.
[[nodiscard]] Result<std::int64_t> erasePersonal(store::Writer& writer, const store::Sealer& sealer,
                                                 std::string_view personId);

} // namespace gatehouse::audit
