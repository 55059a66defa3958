// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "base/time.h"
#include "store/sealed.h"
#include "store/store.h"

namespace gatehouse::sessions {

/// What a device without a browser asks for (RFC 8628).
struct DeviceRequest {
    AppId app;
    std::string clientId;
    std::vector<std::string> scopes;
    std::vector<std::string> resources;
    std::string authorizationDetails; ///< a JSON array (RFC 9396); may be empty
    std::string codeChallenge;        ///< of RFC 7636; empty: none was sent
    std::string ip;                   ///< of the device
    Time createdAt;
    Time expiresAt;
};

/// What has come of it.
enum class DeviceState { Pending, Approved, Denied, Redeemed };

struct KeptDeviceRequest {
    Bytes deviceHash;
    DeviceRequest request;
    DeviceState state = DeviceState::Pending;
    // Where it was approved: the tokens that wait, and the tenant whose person approved.
    std::string family;
    TenantId tenant;
    // The device's questions.
    Seconds interval{5}; ///< that has to lie between two
    std::optional<Time> lastPoll;
};

// The sealer is the issuer's, the platform's at the front door, and so is `issuer`. What was asked is kept sealed under
// the hash of the device code; the person's code is found by its keyed hash alone.
/// False if the user code is in use.
[[nodiscard]] Result<bool> putDeviceRequest(store::Writer& writer, const store::Sealer& sealer, BytesView deviceHash,
                                            std::string_view userCode, const DeviceRequest& request);
/// nullopt if there is none; expired ones too are found, until they are purged.
[[nodiscard]] Result<std::optional<KeptDeviceRequest>>
findDeviceRequest(store::Reader& reader, const store::Sealer& sealer, BytesView deviceHash);
[[nodiscard]] Result<std::optional<KeptDeviceRequest>>
findByUserCode(store::Reader& reader, const store::Sealer& sealer, std::string_view userCode);
/// Approved for the tokens of a family of `tenant`, or denied (both empty then): true for whoever answers first.
[[nodiscard]] Result<bool> approveDeviceRequest(store::Writer& writer, const TenantId& issuer, BytesView deviceHash,
                                                const TenantId& tenant, std::string_view family);
[[nodiscard]] Result<bool> denyDeviceRequest(store::Writer& writer, const TenantId& issuer, BytesView deviceHash);
/// The device asked too early or in vain.
[[nodiscard]] Status notePoll(store::Writer& writer, const TenantId& issuer, BytesView deviceHash, Seconds interval,
                              Time now);
/// Takes an approved one: true for whoever is first, whatever runs in parallel.
[[nodiscard]] Result<bool> redeemDeviceRequest(store::Writer& writer, const TenantId& issuer, BytesView deviceHash);

} // namespace gatehouse::sessions
