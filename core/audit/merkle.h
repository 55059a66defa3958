// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "base/encoding.h"
#include "base/result.h"

namespace gatehouse::audit {

// The tree of RFC 6962, section 2.1, over the records' hashes. Pure.

/// SHA-256(0x00 || data)
[[nodiscard]] Bytes leafHash(BytesView data);
/// SHA-256(0x01 || left || right)
[[nodiscard]] Bytes nodeHash(BytesView left, BytesView right);

/// Grows leaf by leaf and keeps only the roots of its full subtrees: 32 bytes for each bit of the size.
class Frontier {
public:
    void add(BytesView leaf); ///< a leaf hash
    [[nodiscard]] std::uint64_t size() const { return m_size; }
    [[nodiscard]] Bytes root() const; ///< SHA-256("") when empty
    [[nodiscard]] Bytes serialize() const;
    /// `audit.frontier` if it is not what serialize() wrote.
    static Result<Frontier> parse(std::uint64_t size, BytesView bytes);

private:
    std::uint64_t m_size = 0;
    std::vector<Bytes> m_roots; ///< largest first
};

/// The root over leaves begin .. end-1, whichever way the caller gets at them.
using RangeRoot = std::function<Result<Bytes>(std::uint64_t begin, std::uint64_t end)>;
/// The audit path for leaf `index` (from 0) in the tree of `size` leaves (RFC 6962, 2.1.1). `audit.proof_range`.
[[nodiscard]] Result<std::vector<Bytes>> inclusionProof(std::uint64_t index, std::uint64_t size,
                                                        const RangeRoot& rangeRoot);
/// The proof that the tree of `newSize` leaves extends the one of `oldSize` (RFC 6962, 2.1.2). `audit.proof_range`.
[[nodiscard]] Result<std::vector<Bytes>> consistencyProof(std::uint64_t oldSize, std::uint64_t newSize,
                                                          const RangeRoot& rangeRoot);

/// RFC 9162, 2.1.3.2.
[[nodiscard]] bool verifyInclusion(std::uint64_t index, std::uint64_t size, BytesView leaf,
                                   const std::vector<Bytes>& path, BytesView root);
/// RFC 9162, 2.1.4.2.
[[nodiscard]] bool verifyConsistency(std::uint64_t oldSize, std::uint64_t newSize, BytesView oldRoot, BytesView newRoot,
                                     const std::vector<Bytes>& path);

} // namespace gatehouse::audit
