// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/encoding.h"
#include "base/result.h"

namespace gatehouse::crypto {

/// AES-CBC as XML Encryption pads it (XML Encryption 1.1, 5.2): the last octet says how many were added, the others of
/// them say nothing. It proves nothing of what it decrypts: for content alone that a signature covers, and whose
/// failure nobody outside can tell from another. Key of 16, 24 or 32 octets, IV of 16. `crypto.cbc`.
[[nodiscard]] Result<Bytes> aesCbcDecrypt(BytesView key, BytesView iv, BytesView ciphertext);

} // namespace gatehouse::crypto
