// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/encoding.h"
#include "base/ids.h"
#include "base/secret.h"
#include "base/time.h"
#include "crypto/keys.h"
#include "store/sealed.h"
#include "store/store.h"

namespace gatehouse::ssf::transmitter {

/// Tables ssf_streams and ssf_sets; to be applied after those of tenants.
[[nodiscard]] std::vector<store::Migration> migrations();

/// Somebody who is told what happens in a tenant.
struct Stream {
    enum class Delivery { Push, Poll };
    std::string id;
    std::string name;
    std::string audience; ///< `aud` of its tokens
    Delivery delivery = Delivery::Push;
    std::string endpoint;                                   ///< of a push
    Secret authorization;                                   ///< of a push: the whole value of the header; may be empty
    std::string createdBy;                                  ///< of the admin
    crypto::Signature algorithm = crypto::Signature::ES256; ///< that its tokens are signed with
    std::vector<std::string> events;                        ///< URIs; empty: all
    bool enabled = true;
    std::int64_t position = 0;       ///< number of the last record of the tenant's log that it was told of
    std::optional<Time> deliveredAt; ///< of the last token that the receiver took
    std::string problem;             ///< slug of what the last try failed by; empty: it did not
    Time createdAt;
    Time updatedAt;
    std::int64_t version = 1;
};
[[nodiscard]] std::string_view deliveryName(Stream::Delivery delivery); ///< "push", "poll"

/// Where a stream is polled, below the tenant's issuer.
[[nodiscard]] std::string pollUrl(std::string_view issuer, std::string_view stream);
/// A new poller's bearer token: 256 random bits.
[[nodiscard]] Secret makeBearer();

// The sealer is the tenant's, so a stream of another tenant is not found. `stream.not_found`, `stream.name_taken`,
// `stream.stale`.
[[nodiscard]] Status insertStream(store::Writer& writer, const store::Sealer& sealer, const Stream& stream);
[[nodiscard]] Status updateStream(store::Writer& writer, const store::Sealer& sealer, Stream& stream);
[[nodiscard]] Status removeStream(store::Writer& writer, const TenantId& tenant, std::string_view id);
[[nodiscard]] Result<Stream> findStream(store::Reader& reader, const store::Sealer& sealer, std::string_view id);
/// Oldest first.
[[nodiscard]] Result<std::vector<Stream>> listStreams(store::Reader& reader, const store::Sealer& sealer);

/// From now on only this text lets somebody poll the stream. It is kept as its SHA-256.
[[nodiscard]] Status setBearer(store::Writer& writer, const TenantId& tenant, std::string_view id,
                               const Secret& bearer);
/// Whether the text is the stream's. False too where there is no such stream.
[[nodiscard]] Result<bool> bearerIsRight(store::Reader& reader, const TenantId& tenant, std::string_view id,
                                         std::string_view text);

/// How it went with a receiver; `problem` empty: it took something.
[[nodiscard]] Status noteDelivery(store::Writer& writer, const TenantId& tenant, std::string_view id,
                                  std::string_view problem, Time now);
/// From `from` to `to`; false if the stream is elsewhere, is off, or is gone.
[[nodiscard]] Result<bool> movePosition(store::Writer& writer, const TenantId& tenant, std::string_view id,
                                        std::int64_t from, std::int64_t to);

/// An enabled stream whose tenant's log has grown since it was told.
struct Behind {
    TenantId tenant;
    std::string stream;
};
[[nodiscard]] Result<std::vector<Behind>> streamsBehind(store::Reader& reader);

} // namespace gatehouse::ssf::transmitter
