// SPDX-License-Identifier: Apache-2.0
#pragma once

// Inside this module only: what pollers have not acknowledged.

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "base/time.h"
#include "store/sealed.h"
#include "store/store.h"
#include "json/json.h"

namespace gatehouse::ssf::transmitter {

[[nodiscard]] Status insertSet(store::Writer& writer, const store::Sealer& sealer, std::string_view stream,
                               const json::Object& claims, Time now);
[[nodiscard]] Result<std::int64_t> countSets(store::Reader& reader, const TenantId& tenant, std::string_view stream);

/// Ids of the streams that have something to hand out now.
[[nodiscard]] Result<std::set<std::string>> streamsWithSets(store::Reader& reader, Time now);

/// The claims of the first `limit` that nobody was given lately, and whether there are more. They are given to nobody
/// else for the next minute (RFC 8936, 2.4: they come again unless they are acknowledged).
struct Handed {
    std::vector<json::Object> claims;
    bool more = false;
};
[[nodiscard]] Result<Handed> handOut(store::Writer& writer, const store::Sealer& sealer, std::string_view stream,
                                     std::int64_t limit, Time now);
/// How many of these there were.
[[nodiscard]] Result<std::int64_t> settleSets(store::Writer& writer, const TenantId& tenant, std::string_view stream,
                                              const std::vector<std::string>& jtis);

} // namespace gatehouse::ssf::transmitter
