// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/ids.h"
#include "base/time.h"
#include "store/store.h"

namespace gatehouse::saml::sp {

[[nodiscard]] std::vector<store::Migration> migrations();

/// What was last fetched from a connection's metadataUrl. It outlives a restart and a provider that does not answer.
struct KeptMetadata {
    std::string url;
    std::string text; ///< in use: what of it is this connection's (wire::MetadataReader)
    Time fetchedAt;
    std::string pending; ///< fetched since, and changed in a way that a person has to approve; may be empty
    std::optional<Time> pendingSince;
    Time refreshAt;      ///< when it is due again
    std::string etag;    ///< of what was fetched last (RFC 9110, 8.8.3); may be empty
    std::string signers; ///< by whom both texts are proven, as signersOf() has them
};
/// nullopt: nothing was fetched yet.
[[nodiscard]] Result<std::optional<KeptMetadata>> findMetadata(store::Reader& reader, const TenantId& tenant,
                                                               const ConnectionId& connection);
/// Whose metadata is due: the first one after `after` by tenant and id, or nullopt behind the last. Over all tenants:
/// for the broker's own upkeep alone.
struct MetadataOwner {
    TenantId tenant;
    ConnectionId connection;
};
[[nodiscard]] Result<std::optional<MetadataOwner>> nextDue(store::Reader& reader, Time now, const MetadataOwner& after);
/// Nothing happens if the connection was deleted meanwhile.
[[nodiscard]] Status keepMetadata(store::Writer& writer, const TenantId& tenant, const ConnectionId& connection,
                                  const KeptMetadata& kept);

} // namespace gatehouse::saml::sp
