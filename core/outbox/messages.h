// SPDX-License-Identifier: Apache-2.0
#pragma once

// Inside this module only: the table.

#include "outbox/outbox.h"

namespace gatehouse::outbox {

/// A message that waits, as its row has it.
struct Waiting {
    std::string id;
    std::string subject;
    Bytes sealed;
    int attempts = 0;
    Time createdAt;
    Time dueAt;
};

/// Where a payload is sealed to.
[[nodiscard]] store::Place payloadOf(const std::string& id);
[[nodiscard]] Status insert(store::Writer& writer, const TenantId& tenant, const std::string& id,
                            const NewMessage& message, BytesView sealed, Time now);
/// The first `limit` of one destination that are not settled, by when they are due.
[[nodiscard]] Result<std::vector<Waiting>> waiting(store::Reader& reader, const std::string& tenant,
                                                   const std::string& kind, const std::string& destination,
                                                   std::size_t limit);
/// One destination that something waits for.
struct Destination {
    std::string tenant;
    std::string kind;
    std::string destination;
    Time dueAt;
};
[[nodiscard]] Result<std::vector<Destination>> destinations(store::Reader& reader);
/// Writes what came of a try; false if the message was settled meanwhile or is gone.
[[nodiscard]] Result<bool> settle(store::Writer& writer, const TenantId& tenant, const Receipt& receipt);

} // namespace gatehouse::outbox
