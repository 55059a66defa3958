// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "crypto/keys.h"

namespace gatehouse::oauth {

/// What apps may sign with: assertions, request objects and DPoP proofs (FAPI 2.0 Security Profile, 5.4.1, and RS256
/// for those who need it).
[[nodiscard]] const std::vector<crypto::Signature>& appSignatures();
/// Their names for the metadata, "Ed25519" beside "EdDSA" (RFC 9864).
[[nodiscard]] std::vector<std::string> appSignatureNames();

} // namespace gatehouse::oauth
