// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "audit/audit.h"

namespace gatehouse::audit {

// Inside this module only.

/// A filter, taken apart: what an index can serve goes into the statement, the rest is asked of each row.
class Matcher {
public:
    /// `audit.filter` for a list of more than 50 words.
    [[nodiscard]] static Result<Matcher> of(const Filter& filter);

    /// "FROM audit_log WHERE tenant_id = $1 AND seq < $2 AND seq >= $3 ... ORDER BY seq DESC". $4 to $7 are type(),
    /// actor(), target() and flow(). The same filters always give the same text.
    [[nodiscard]] std::string fromWhere() const;
    /// The one exact word that is wanted; empty if there is none or there are several.
    [[nodiscard]] const std::string& type() const { return m_type.exact; }
    [[nodiscard]] const std::string& actor() const { return m_actor.exact; }
    [[nodiscard]] const std::string& target() const { return m_target.exact; }
    [[nodiscard]] const std::string& flow() const { return m_flow; }

    /// Whether the row is wanted. Columns from `first` on: type, outcome, actor_id, target_id, time. `event` is the
    /// column of the stored event, looked into only where an app is asked for.
    [[nodiscard]] bool matches(const store::Row& row, int first, int event) const;

private:
    /// A comma-separated list: words that are wanted, words after '!' that are not; '*' stands for anything.
    struct Words {
        std::string exact;
        std::vector<std::string> wanted;
        std::vector<std::string> unwanted;
        [[nodiscard]] bool take(std::string_view word) const;
    };
    [[nodiscard]] static Result<Words> wordsOf(std::string_view list);

    Words m_type;
    Words m_actor;
    Words m_target;
    std::string m_flow;
    std::string m_app; ///< in lower case
    std::string m_outcome;
    std::string m_notOutcome;
    std::int64_t m_from = 0;
    std::int64_t m_to = 0;
};

/// Whether a text fits a pattern in which '*' stands for any text. Upper and lower case count.
[[nodiscard]] bool fits(std::string_view text, std::string_view pattern);

/// Numbers of the records whose time can be in the filter's: `low` to below `high`. Times follow the numbers up to a
/// day (a clock that was set back); a record further out of order is not found by time.
struct Bounds {
    std::int64_t low = 1;
    std::int64_t high = 0;
};
[[nodiscard]] Result<Bounds> boundsOf(store::Reader& reader, const TenantId& tenant, const Filter& filter);

/// The first record from that time on, by bisection; one past the last if there is none.
[[nodiscard]] Result<std::int64_t> seqAt(store::Reader& reader, const TenantId& tenant, Time time, std::int64_t last);

/// A number in a cursor; `audit.cursor`.
[[nodiscard]] Result<std::int64_t> parseSeq(std::string_view text);

} // namespace gatehouse::audit
