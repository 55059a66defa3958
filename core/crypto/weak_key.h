// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to crypto.

#include "base/encoding.h"
#include "crypto/openssl.h"

namespace gatehouse::crypto {

/// True for an RSA modulus that has a prime factor up to 167, or that was made by the faulty library of CVE-2017-15361
/// ("ROCA": modulo each of those primes it is a power of 65537) and can be factored.
[[nodiscard]] bool isWeakModulus(const BIGNUM* modulus);

/// True for 32 bytes that are no usable Ed25519 public key: y not below 2^255 - 19, no point with that y on the curve,
/// or a point of small order, for which one signature can fit every message (RFC 8032, 5.1.3 and 8.4).
[[nodiscard]] bool isBadEd25519Point(BytesView raw);

} // namespace gatehouse::crypto
