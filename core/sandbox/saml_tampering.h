// SPDX-License-Identifier: Apache-2.0
#pragma once

// Inside this module only: what is done to an assertion of the practice IdP once it is written, so that a service
// provider has something to refuse.

#include <string>

#include "base/result.h"
#include "crypto/keys.h"

namespace gatehouse::sandbox {

/// Signature and digest of a signed assertion made anew with SHA-1; they hold for whoever still takes SHA-1.
[[nodiscard]] Result<std::string> signedWithSha1(std::string assertion, const crypto::PrivateKey& key);
/// Another NameID under the old signature.
[[nodiscard]] std::string changed(std::string assertion);
/// A comment within the NameID. The signature still holds, since comments are left out of what is signed: who reads
/// only the text before it takes the person for another.
[[nodiscard]] std::string withComment(std::string assertion);
/// The forged assertion with the genuine signature in it, and the genuine assertion in the signature's Object: who
/// proves the one and reads the other is deceived (signature wrapping). A genuine one without a signature stays as it
/// is.
[[nodiscard]] std::string wrapped(const std::string& genuine, std::string forged);

} // namespace gatehouse::sandbox
