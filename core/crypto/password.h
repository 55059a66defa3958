// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/encoding.h"
#include "base/result.h"
#include "base/secret.h"

namespace gatehouse::crypto {

/// 32 bytes from a passphrase by Argon2id (RFC 9106, second recommended option: t=3, m=64 MiB, p=4). Salt of 16 bytes
/// or more.
[[nodiscard]] Result<Secret> keyFromPassphrase(const Secret& passphrase, BytesView salt);

} // namespace gatehouse::crypto
