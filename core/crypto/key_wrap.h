// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/encoding.h"
#include "base/result.h"
#include "base/secret.h"

namespace gatehouse::crypto {

/// AES key wrap with the default initial value (RFC 3394). The wrapping key is 16, 24 or 32 bytes; the key a multiple
/// of 8 and at least 16 bytes long. Gives 8 bytes more. `crypto.key_wrap` for other sizes.
[[nodiscard]] Result<Bytes> aesKeyWrap(BytesView wrappingKey, BytesView key);
/// The reverse. `crypto.key_unwrap` if anything is wrong.
[[nodiscard]] Result<Secret> aesKeyUnwrap(BytesView wrappingKey, BytesView wrapped);

} // namespace gatehouse::crypto
