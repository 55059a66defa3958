// SPDX-License-Identifier: Apache-2.0
#include "audit/positions.h"

#include <algorithm>
#include <charconv>

#include "audit/matcher.h"

namespace gatehouse::audit {

namespace {

constexpr int kLookedAt = 200'000;

/// "{number of the last row looked at}.{records in the page that is not full yet}"
struct Cursor {
    std::int64_t before = 0;
    std::int64_t inPage = 0;
};

Result<Cursor> parseCursor(std::string_view text, int every) {
    const std::size_t dot = text.find('.');
    if (dot == std::string_view::npos) {
        return fail(Code::InvalidArgument, "audit.cursor");
    }
    Cursor cursor;
    TRY(before, parseSeq(text.substr(0, dot)));
    cursor.before = before;
    const std::string_view rest = text.substr(dot + 1);
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), cursor.inPage);
    if (error != std::errc() || end != rest.data() + rest.size() || cursor.inPage < 0 || cursor.inPage >= every) {
        return fail(Code::InvalidArgument, "audit.cursor");
    }
    return cursor;
}

} // namespace

Result<Positions> positions(store::Reader& reader, const TenantId& tenant, const Filter& filter,
                            std::string_view cursor, int every) {
    every = std::clamp(every, 1, 500);
    TRY(matcher, Matcher::of(filter));
    TRY(bounds, boundsOf(reader, tenant, filter));
    Cursor at{filter.before > 0 ? std::min(filter.before, bounds.high) : bounds.high, 0};
    if (!cursor.empty()) {
        TRY(parsed, parseCursor(cursor, every));
        at = parsed;
    }
    Positions out;
    int lookedAt = 0;
    std::int64_t last = 0;
    ENSURE(reader.query("SELECT seq, type, outcome, actor_id, target_id, time" +
                            std::string(filter.app.empty() ? "" : ", event") + matcher.fromWhere(),
                        {tenant.text(), std::min(at.before, bounds.high), std::max(bounds.low, filter.after + 1),
                         matcher.type(), matcher.actor(), matcher.target(), matcher.flow()},
                        [&](const store::Row& row) {
                            if (lookedAt++ == kLookedAt) {
                                return false;
                            }
                            last = row.integer(0);
                            if (matcher.matches(row, 1, 6)) {
                                if (at.inPage == 0) {
                                    out.starts.push_back(last);
                                }
                                at.inPage = (at.inPage + 1) % every;
                                ++out.count;
                            }
                            return true;
                        }));
    if (lookedAt > kLookedAt) {
        out.nextCursor = std::to_string(last) + "." + std::to_string(at.inPage);
    }
    return out;
}

Result<std::vector<std::int64_t>> histogram(store::Reader& reader, const TenantId& tenant, Time from, Time to,
                                            int bins) {
    TRY(last, lastSeq(reader, tenant));
    std::vector<std::int64_t> counts;
    TRY(first, seqAt(reader, tenant, from, last));
    std::int64_t begin = first;
    for (int bin = 1; bin <= bins; ++bin) {
        TRY(end, seqAt(reader, tenant, from + (to - from) * bin / bins, last));
        counts.push_back(std::max<std::int64_t>(0, end - begin));
        begin = std::max(begin, end);
    }
    return counts;
}

} // namespace gatehouse::audit
