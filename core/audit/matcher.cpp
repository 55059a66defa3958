// SPDX-License-Identifier: Apache-2.0
#include "audit/matcher.h"

#include <algorithm>
#include <charconv>
#include <limits>

#include "audit/event.h"
#include "base/encoding.h"
#include "json/json.h"

namespace gatehouse::audit {

namespace {

constexpr std::size_t kMostWords = 50;
constexpr std::int64_t kNoLimit = std::numeric_limits<std::int64_t>::max();
constexpr Seconds kDisorder = std::chrono::hours(24);

bool hasPattern(std::string_view word) {
    return word.find('*') != std::string_view::npos;
}

/// Most events tell of no app: those are not read.
std::string appOf(std::string_view event) {
    if (event.find("\"app\":") == std::string_view::npos) {
        return {};
    }
    const auto read = json::parseObject(event, {.bytes = 1024 * 1024});
    const json::Object* data = read ? json::objectMember(*read, "data") : nullptr;
    return std::string(data == nullptr ? std::string_view() : json::stringMember(*data, "app").value_or(""));
}

} // namespace

bool fits(std::string_view text, std::string_view pattern) {
    std::size_t at = 0;
    std::size_t in = 0;
    std::size_t star = std::string_view::npos;
    std::size_t resume = 0;
    while (at < text.size()) {
        if (in < pattern.size() && pattern[in] == '*') {
            star = in++;
            resume = at;
        } else if (in < pattern.size() && pattern[in] == text[at]) {
            ++in;
            ++at;
        } else if (star != std::string_view::npos) {
            in = star + 1;
            at = ++resume;
        } else {
            return false;
        }
    }
    return pattern.find_first_not_of('*', in) == std::string_view::npos;
}

bool Matcher::Words::take(std::string_view word) const {
    const auto suits = [&](const std::string& pattern) { return fits(word, pattern); };
    return (wanted.empty() || std::any_of(wanted.begin(), wanted.end(), suits)) &&
           std::none_of(unwanted.begin(), unwanted.end(), suits);
}

Result<Matcher::Words> Matcher::wordsOf(std::string_view list) {
    Words words;
    while (!list.empty()) {
        const std::size_t comma = list.find(',');
        std::string_view word = list.substr(0, comma);
        list.remove_prefix(comma == std::string_view::npos ? list.size() : comma + 1);
        const bool unwanted = word.starts_with('!');
        word.remove_prefix(unwanted ? 1 : 0);
        (unwanted ? words.unwanted : words.wanted).emplace_back(word);
        if (words.wanted.size() + words.unwanted.size() > kMostWords) {
            return fail(Code::InvalidArgument, "audit.filter", "too many words");
        }
    }
    if (words.wanted.size() == 1 && !hasPattern(words.wanted.front())) {
        words.exact = words.wanted.front();
    }
    return words;
}

Result<Matcher> Matcher::of(const Filter& filter) {
    Matcher matcher;
    TRY(type, wordsOf(filter.type));
    TRY(actor, wordsOf(filter.actor));
    TRY(target, wordsOf(filter.target));
    matcher.m_type = std::move(type);
    matcher.m_actor = std::move(actor);
    matcher.m_target = std::move(target);
    matcher.m_flow = filter.flowId;
    matcher.m_app = asciiLower(filter.app);
    matcher.m_outcome = filter.outcome ? outcomeName(*filter.outcome) : std::string_view();
    matcher.m_notOutcome = filter.notOutcome ? outcomeName(*filter.notOutcome) : std::string_view();
    matcher.m_from = filter.from ? toMillis(*filter.from) : std::numeric_limits<std::int64_t>::min();
    matcher.m_to = filter.to ? toMillis(*filter.to) : kNoLimit;
    return matcher;
}

std::string Matcher::fromWhere() const {
    std::string sql = " FROM audit_log WHERE tenant_id = $1 AND seq < $2 AND seq >= $3";
    // Each condition has a form that lets an index serve it, and one for when it is not asked for.
    sql += type().empty() ? " AND $4 = ''" : isRoutine(type()) ? " AND type = $4" : " AND routine = 0 AND type = $4";
    sql += actor().empty() ? " AND $5 = ''" : " AND actor_id = $5 AND actor_id <> ''";
    sql += target().empty() ? " AND $6 = ''" : " AND target_id = $6";
    sql += flow().empty() ? " AND $7 = ''" : " AND flow_id = $7 AND flow_id <> ''";
    sql += " ORDER BY seq DESC";
    return sql;
}

bool Matcher::matches(const store::Row& row, int first, int event) const {
    const std::string_view outcome = row.text(first + 1);
    const std::int64_t time = row.integer(first + 4);
    return time >= m_from && time < m_to && (m_outcome.empty() || outcome == m_outcome) &&
           (m_notOutcome.empty() || outcome != m_notOutcome) && m_type.take(row.text(first)) &&
           m_actor.take(row.text(first + 2)) && m_target.take(row.text(first + 3)) &&
           (m_app.empty() || fits(asciiLower(appOf(row.text(event))), m_app));
}

Result<std::int64_t> seqAt(store::Reader& reader, const TenantId& tenant, Time time, std::int64_t last) {
    std::int64_t low = 1;
    std::int64_t high = last + 1;
    while (low < high) {
        const std::int64_t middle = low + (high - low) / 2;
        std::int64_t at = kNoLimit;
        ENSURE(reader.query("SELECT time FROM audit_log WHERE tenant_id = $1 AND seq = $2", {tenant.text(), middle},
                            [&](const store::Row& row) {
                                at = row.integer(0);
                                return false;
                            }));
        if (at < toMillis(time)) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

Result<Bounds> boundsOf(store::Reader& reader, const TenantId& tenant, const Filter& filter) {
    Bounds bounds{1, kNoLimit};
    if (!filter.from && !filter.to) {
        return bounds;
    }
    TRY(last, lastSeq(reader, tenant));
    if (filter.from) {
        TRY(low, seqAt(reader, tenant, *filter.from - kDisorder, last));
        bounds.low = low;
    }
    if (filter.to) {
        TRY(high, seqAt(reader, tenant, *filter.to + kDisorder, last));
        bounds.high = high;
    }
    return bounds;
}

Result<std::int64_t> parseSeq(std::string_view text) {
    std::int64_t seq = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seq);
    if (error != std::errc() || end != text.data() + text.size() || seq < 1) {
        return fail(Code::InvalidArgument, "audit.cursor");
    }
    return seq;
}

} // namespace gatehouse::audit
