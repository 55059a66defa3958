// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "crypto/hash.h"

namespace gatehouse::crypto {

/// A digest of what comes piece by piece.
class Hasher {
public:
    explicit Hasher(Digest digest);
    Hasher(Hasher&&) noexcept;
    Hasher& operator=(Hasher&&) noexcept;
    ~Hasher();
    void add(BytesView data);
    /// The digest of all that was added; nothing may be added any more.
    [[nodiscard]] Bytes finish();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace gatehouse::crypto
