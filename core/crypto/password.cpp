// SPDX-License-Identifier: Apache-2.0
#include "crypto/password.h"

#include <argon2.h>

namespace gatehouse::crypto {

Result<Secret> keyFromPassphrase(const Secret& passphrase, BytesView salt) {
    constexpr std::uint32_t kPasses = 3;
    constexpr std::uint32_t kKibibytes = 64 * 1024;
    constexpr std::uint32_t kLanes = 4;
    constexpr std::size_t kShortestSalt = 16;
    if (salt.size() < kShortestSalt) {
        return fail(Code::InvalidArgument, "crypto.salt_short");
    }
    Bytes key(32, '\0');
    const int result = argon2id_hash_raw(kPasses, kKibibytes, kLanes, passphrase.reveal().data(),
                                         passphrase.reveal().size(), salt.data(), salt.size(), key.data(), key.size());
    if (result != ARGON2_OK) {
        wipe(key);
        return fail(Code::Internal, "crypto.passphrase", argon2_error_message(result));
    }
    return Secret(std::move(key));
}

} // namespace gatehouse::crypto
