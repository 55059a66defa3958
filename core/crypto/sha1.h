// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crypto/keys.h"

namespace gatehouse::crypto {

// SHA-1 is broken: two documents can have one digest. These are for saying of an old document what it would be worth,
// and for the connections of which an administrator asked it.

[[nodiscard]] Bytes sha1(BytesView data);
/// RSASSA-PKCS1-v1_5 with SHA-1 (RFC 8017, 8.2). False for a key that is not RSA.
[[nodiscard]] bool verifyRsaSha1(const PublicKey& key, BytesView message, BytesView signature);
/// The same made: for practice alone, where it is to be refused. `crypto.alg_mismatch` for a key that is not RSA.
[[nodiscard]] Result<Bytes> signRsaSha1(const PrivateKey& key, BytesView message);

} // namespace gatehouse::crypto
