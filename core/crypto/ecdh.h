// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crypto/keys.h"

namespace gatehouse::crypto {

/// The x coordinate of the shared point (SP 800-56A, 5.7.1.2), as long as a coordinate of the curve.
/// `crypto.alg_mismatch` unless both keys are on the same P curve.
[[nodiscard]] Result<Secret> ecdhAgree(const PrivateKey& mine, const PublicKey& theirs);

/// Concat KDF with SHA-256 (SP 800-56A, 5.8.1; RFC 7518, 4.6.2): `size` bytes, at most 64. SuppPubInfo is the size in
/// bits.
[[nodiscard]] Secret concatKdf(const Secret& agreed, std::string_view algorithmId, BytesView partyU, BytesView partyV,
                               std::size_t size);

} // namespace gatehouse::crypto
