// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "crypto/keys.h"
#include "xml/tree.h"

namespace gatehouse::xml {

/// AES-CBC proves nothing by itself: only where a signature that was verified covers the ciphertext.
enum class Cbc { Refuse, Allow };

/// What an element with an xenc:EncryptedData in it holds (EncryptedAssertion, EncryptedID): as a document whose root
/// is the decrypted element, with the namespaces declared that were in scope around it. Key transport RSA-OAEP, content
/// AES-GCM, 128 or 256 (XML Encryption 1.1, 5.2 and 5.5); any of our keys, and of the EncryptedKeys that it brings.
/// `encryption.shape`; `encryption.algorithm` for what is not allowed; `encryption.open` for everything that goes wrong
/// with key or content: nobody learns which. Nothing is fetched: a CipherReference is `encryption.shape`.
[[nodiscard]] Result<std::string> decrypt(const Element& around, const std::vector<crypto::PrivateKey>& keys,
                                          Cbc cbc = Cbc::Refuse);

/// An xenc:EncryptedData over an element's text: AES-256-GCM with a fresh key, which is put beside it by RSA-OAEP with
/// SHA-1 in both places (`rsa-oaep-mgf1p`): some readers know no other, and what OAEP needs of its hash holds for it.
/// `crypto.alg_mismatch` unless the key is RSA.
[[nodiscard]] Result<std::string> encrypt(std::string_view element, const crypto::PublicKey& recipient);

} // namespace gatehouse::xml
