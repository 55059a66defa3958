// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <limits>

#include "audit/audit.h"
#include "audit/event.h"
#include "audit/matcher.h"

namespace gatehouse::audit {

namespace {

constexpr std::int64_t kNoLimit = std::numeric_limits<std::int64_t>::max();
constexpr int kStreamPage = 500;
constexpr int kEventColumn = 3;

#define GATEHOUSE_AUDIT_COLUMNS "seq, id, time, event, personal, prev_hash, hash"

/// A row's columns, copied out so that nothing is decrypted while the read transaction runs.
struct Raw {
    std::int64_t seq = 0;
    std::string id;
    Time time;
    std::string event;
    Bytes personal;
    Bytes prevHash;
    Bytes hash;
};

Raw rawOf(const store::Row& row) {
    return {row.integer(0),
            std::string(row.text(1)),
            fromMillis(row.integer(2)),
            std::string(row.text(3)),
            row.isNull(4) ? Bytes() : Bytes(row.blob(4)),
            Bytes(row.blob(5)),
            Bytes(row.blob(6))};
}

std::string textAt(const json::Object& object, std::string_view name) {
    return std::string(json::stringMember(object, name).value_or(std::string_view()));
}

ActorType parseActorType(std::string_view name) {
    for (const ActorType type : {ActorType::User, ActorType::Service, ActorType::Admin}) {
        if (name == actorTypeName(type)) {
            return type;
        }
    }
    return ActorType::System;
}

Record recordOf(const json::Object& event, const std::vector<std::string>& personalMembers) {
    Record record;
    record.type = textAt(event, "type");
    record.outcome = parseOutcome(textAt(event, "outcome")).value_or(Outcome::Failure);
    record.reason = textAt(event, "reason");
    record.ip = textAt(event, "ip");
    record.flowId = FlowId(textAt(event, "flowId"));
    if (const json::Object* actor = json::objectMember(event, "actor")) {
        record.actor = {parseActorType(textAt(*actor, "type")), textAt(*actor, "id"), textAt(*actor, "name")};
    }
    if (const json::Object* target = json::objectMember(event, "target")) {
        record.target = {textAt(*target, "type"), textAt(*target, "id"), textAt(*target, "name")};
    }
    if (const json::Object* data = json::objectMember(event, "data")) {
        for (const auto& member : *data) {
            const bool personal =
                std::find(personalMembers.begin(), personalMembers.end(), member.key()) != personalMembers.end();
            (personal ? record.personal : record.data).emplace(member.key(), member.value());
        }
    }
    return record;
}

/// Puts the sealed values back where the stored (hashed) form has commitments.
Result<Entry> entryOf(const store::Sealer& sealer, const Raw& raw) {
    TRY(event, json::parseObject(raw.event, {.bytes = 1024 * 1024}));
    json::Object values;
    if (!raw.personal.empty()) {
        TRY(text, sealer.open({"audit_log", raw.id, "personal"}, raw.personal));
        TRY(parsed, json::parseObject(text, {.bytes = 1024 * 1024}));
        values = std::move(parsed);
    }
    Entry entry;
    std::vector<std::string> members;
    constexpr std::string_view kData = "/data/";
    for (const auto& [pointer, text] : commitmentsIn(event)) {
        json::Value* place = personalAt(event, pointer);
        const json::Array* kept = json::arrayMember(values, pointer);
        if (pointer.starts_with(kData)) {
            const json::Object& data = event.at("data").get_object();
            for (const auto& member : data) {
                if (&member.value() == place) {
                    members.emplace_back(member.key());
                }
            }
        }
        if (kept != nullptr && kept->size() == 2) {
            entry.commitments[pointer] = json::Object{{"salt", kept->at(0)}};
            *place = kept->at(1);
        } else {
            entry.commitments[pointer] = json::Object{{"commitment", text}};
            *place = nullptr;
        }
    }
    entry.seq = raw.seq;
    entry.id = raw.id;
    entry.time = raw.time;
    entry.record = recordOf(event, members);
    entry.prevHash = raw.prevHash;
    entry.hash = raw.hash;
    return entry;
}

Result<std::vector<Entry>> entriesOf(const store::Sealer& sealer, const std::vector<Raw>& raws) {
    std::vector<Entry> entries;
    entries.reserve(raws.size());
    for (const Raw& raw : raws) {
        TRY(entry, entryOf(sealer, raw));
        entries.push_back(std::move(entry));
    }
    return entries;
}

Result<std::vector<Raw>> rawsBetween(store::Reader& reader, const TenantId& tenant, std::int64_t after,
                                     std::int64_t last, int limit) {
    std::vector<Raw> raws;
    ENSURE(reader.query("SELECT " GATEHOUSE_AUDIT_COLUMNS
                        " FROM audit_log WHERE tenant_id = $1 AND seq > $2 AND seq <= $3 "
                        "ORDER BY seq LIMIT $4",
                        {tenant.text(), after, last, limit}, [&](const store::Row& row) {
                            raws.push_back(rawOf(row));
                            return true;
                        }));
    return raws;
}

} // namespace

Result<Page> list(store::Reader& reader, const store::Sealer& sealer, const Filter& filter, std::string_view cursor,
                  int limit) {
    TRY(matcher, Matcher::of(filter));
    TRY(bounds, boundsOf(reader, sealer.tenant(), filter));
    std::int64_t before = filter.before > 0 ? std::min(filter.before, bounds.high) : bounds.high;
    if (!cursor.empty()) {
        TRY(last, parseSeq(cursor));
        before = std::min(before, last);
    }
    const std::size_t wanted = std::size_t(std::clamp(limit, 1, 500));
    std::vector<Raw> raws;
    ENSURE(reader.query("SELECT " GATEHOUSE_AUDIT_COLUMNS ", type, outcome, actor_id, target_id, time" +
                            matcher.fromWhere(),
                        {sealer.tenant().text(), before, std::max(bounds.low, filter.after + 1), matcher.type(),
                         matcher.actor(), matcher.target(), matcher.flow()},
                        [&](const store::Row& row) {
                            if (matcher.matches(row, 7, kEventColumn)) {
                                raws.push_back(rawOf(row));
                            }
                            return raws.size() <= wanted;
                        }));
    Page page;
    if (raws.size() > wanted) {
        raws.pop_back();
        page.nextCursor = std::to_string(raws.back().seq);
    }
    TRY(entries, entriesOf(sealer, raws));
    page.items = std::move(entries);
    return page;
}

Result<Entry> get(store::Reader& reader, const store::Sealer& sealer, std::int64_t seq) {
    TRY(raws, rawsBetween(reader, sealer.tenant(), seq - 1, seq, 1));
    if (raws.empty()) {
        return fail(Code::NotFound, "audit.not_found");
    }
    return entryOf(sealer, raws.front());
}

Result<std::vector<Entry>> listAfter(store::Reader& reader, const store::Sealer& sealer, std::int64_t afterSeq,
                                     int limit) {
    TRY(raws, rawsBetween(reader, sealer.tenant(), afterSeq, kNoLimit, std::clamp(limit, 1, 500)));
    return entriesOf(sealer, raws);
}

Result<std::vector<Entry>> listAfter(store::Reader& reader, const store::Sealer& sealer,
                                     std::span<const std::string_view> types, std::int64_t afterSeq, int limit) {
    std::vector<Raw> raws;
    for (const std::string_view type : types) {
        ENSURE(reader.query("SELECT " GATEHOUSE_AUDIT_COLUMNS
                            " FROM audit_log WHERE tenant_id = $1 AND type = $2 AND routine = 0 AND seq > $3"
                            " ORDER BY seq LIMIT $4",
                            {sealer.tenant().text(), type, afterSeq, limit}, [&](const store::Row& row) {
                                raws.push_back(rawOf(row));
                                return true;
                            }));
    }
    std::sort(raws.begin(), raws.end(), [](const Raw& a, const Raw& b) { return a.seq < b.seq; });
    raws.resize(std::min(raws.size(), std::size_t(limit)));
    return entriesOf(sealer, raws);
}

Result<std::int64_t> lastSeq(store::Reader& reader, const TenantId& tenant) {
    std::int64_t seq = 0;
    ENSURE(reader.query("SELECT seq FROM audit_log WHERE tenant_id = $1 ORDER BY seq DESC LIMIT 1", {tenant.text()},
                        [&](const store::Row& row) {
                            seq = row.integer(0);
                            return false;
                        }));
    return seq;
}

Status stream(store::Store& store, const store::Sealer& sealer, std::int64_t fromSeq, std::int64_t toSeq,
              const std::function<bool(const Entry&)>& onEntry) {
    std::int64_t after = std::max<std::int64_t>(fromSeq, 1) - 1;
    while (after < toSeq) {
        TRY(raws, store.read([&](store::Reader& reader) {
            return rawsBetween(reader, sealer.tenant(), after, toSeq, kStreamPage);
        }));
        if (raws.empty()) {
            return {};
        }
        for (const Raw& raw : raws) {
            TRY(entry, entryOf(sealer, raw));
            if (!onEntry(entry)) {
                return {};
            }
        }
        after = raws.back().seq;
    }
    return {};
}

} // namespace gatehouse::audit
