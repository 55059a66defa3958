// SPDX-License-Identifier: Apache-2.0
#include "ssf/transmitter/waiting_sets.h"

namespace gatehouse::ssf::transmitter {
namespace {

constexpr Seconds kComesAgain{60};

store::Place placeOf(std::string_view jti) {
    return {"ssf_sets", jti, "sealed"};
}

} // namespace

Status insertSet(store::Writer& writer, const store::Sealer& sealer, std::string_view stream,
                 const json::Object& claims, Time now) {
    const std::string jti(json::stringMember(claims, "jti").value_or(""));
    return writer
        .execute("INSERT INTO ssf_sets (tenant, stream, n, jti, due_at, sealed) VALUES ($1, $2, (SELECT"
                 " coalesce(max(n), 0) + 1 FROM ssf_sets WHERE tenant = $1 AND stream = $2), $3, $4, $5)",
                 {sealer.tenant().text(), stream, jti, toMillis(now),
                  store::Arg::blob(sealer.seal(placeOf(jti), json::write(claims)))})
        .map([](std::int64_t) {});
}

Result<std::int64_t> countSets(store::Reader& reader, const TenantId& tenant, std::string_view stream) {
    std::int64_t count = 0;
    ENSURE(reader.query("SELECT count(*) FROM ssf_sets WHERE tenant = $1 AND stream = $2", {tenant.text(), stream},
                        [&](const store::Row& row) {
                            count = row.integer(0);
                            return false;
                        }));
    return count;
}

Result<std::set<std::string>> streamsWithSets(store::Reader& reader, Time now) {
    std::set<std::string> out;
    ENSURE(reader.query("SELECT DISTINCT stream FROM ssf_sets WHERE due_at <= $1", {toMillis(now)},
                        [&](const store::Row& row) {
                            out.emplace(row.text(0));
                            return true;
                        }));
    return out;
}

Result<Handed> handOut(store::Writer& writer, const store::Sealer& sealer, std::string_view stream, std::int64_t limit,
                       Time now) {
    Handed out;
    Status status;
    std::vector<std::int64_t> numbers;
    ENSURE(writer.query("SELECT n, jti, sealed FROM ssf_sets WHERE tenant = $1 AND stream = $2 AND due_at <= $3"
                        " ORDER BY n LIMIT $4",
                        {sealer.tenant().text(), stream, toMillis(now), limit + 1}, [&](const store::Row& row) {
                            if (std::int64_t(numbers.size()) == limit) {
                                out.more = true;
                                return false;
                            }
                            status = [&]() -> Status {
                                TRY(text, sealer.open(placeOf(row.text(1)), row.blob(2)));
                                TRY(claims, json::parseObject(text));
                                out.claims.push_back(std::move(claims));
                                return {};
                            }();
                            numbers.push_back(row.integer(0));
                            return status.has_value();
                        }));
    ENSURE(status);
    for (const std::int64_t n : numbers) {
        ENSURE(writer.execute("UPDATE ssf_sets SET due_at = $1 WHERE tenant = $2 AND stream = $3 AND n = $4",
                              {toMillis(now + kComesAgain), sealer.tenant().text(), stream, n}));
    }
    return out;
}

Result<std::int64_t> settleSets(store::Writer& writer, const TenantId& tenant, std::string_view stream,
                                const std::vector<std::string>& jtis) {
    std::int64_t count = 0;
    for (const std::string& jti : jtis) {
        TRY(rows, writer.execute("DELETE FROM ssf_sets WHERE tenant = $1 AND stream = $2 AND jti = $3",
                                 {tenant.text(), stream, jti}));
        count += rows;
    }
    return count;
}

} // namespace gatehouse::ssf::transmitter
