// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "crypto/keys.h"
#include "xml/part_reader.h"

namespace gatehouse::xml {

/// The canonical octets of a document that comes in parts (PartReader), and the proof that one of the keys signed it
/// whole, as verify() has it. The signature has to be the root's first child, where every schema of SAML puts it.
class SignedParts {
public:
    /// `keys`: without one nothing is to be proven.
    SignedParts(std::vector<crypto::PublicKey> keys, const Limits& part);
    SignedParts(SignedParts&&) noexcept;
    SignedParts& operator=(SignedParts&&) noexcept;
    ~SignedParts();

    /// The octets of a part between the root's tags; of the root itself none. They are not proven before finish().
    /// Errors of verify().
    [[nodiscard]] Result<std::string> add(PartReader::Kind kind, Tree part);
    /// After the last part: `signature.digest`.
    [[nodiscard]] Status finish();
    /// The root's tags, to be read around octets of add(). After the first child.
    [[nodiscard]] const std::string& open() const;
    [[nodiscard]] const std::string& close() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace gatehouse::xml
