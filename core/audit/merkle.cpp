// SPDX-License-Identifier: Apache-2.0
#include "audit/merkle.h"

#include <bit>

#include "crypto/hash.h"

namespace gatehouse::audit {

namespace {

constexpr std::size_t kHashSize = 32;

/// The largest power of two below `size`, for size of 2 or more.
std::uint64_t splitOf(std::uint64_t size) {
    return std::bit_floor(size - 1);
}

/// RFC 6962, 2.1.1, over the leaves from `begin`.
Status addPath(std::uint64_t index, std::uint64_t begin, std::uint64_t size, const RangeRoot& rangeRoot,
               std::vector<Bytes>& path) {
    if (size == 1) {
        return {};
    }
    const std::uint64_t split = splitOf(size);
    const bool left = index < split;
    ENSURE(left ? addPath(index, begin, split, rangeRoot, path)
                : addPath(index - split, begin + split, size - split, rangeRoot, path));
    TRY(sibling, left ? rangeRoot(begin + split, begin + size) : rangeRoot(begin, begin + split));
    path.push_back(std::move(sibling));
    return {};
}

/// RFC 6962, 2.1.2: SUBPROOF. `whole` says that the old tree's root is known to the verifier.
Status addSubproof(std::uint64_t oldSize, std::uint64_t begin, std::uint64_t size, bool whole,
                   const RangeRoot& rangeRoot, std::vector<Bytes>& path) {
    if (oldSize == size) {
        if (!whole) {
            TRY(root, rangeRoot(begin, begin + size));
            path.push_back(std::move(root));
        }
        return {};
    }
    const std::uint64_t split = splitOf(size);
    const bool left = oldSize <= split;
    ENSURE(left ? addSubproof(oldSize, begin, split, whole, rangeRoot, path)
                : addSubproof(oldSize - split, begin + split, size - split, false, rangeRoot, path));
    TRY(sibling, left ? rangeRoot(begin + split, begin + size) : rangeRoot(begin, begin + split));
    path.push_back(std::move(sibling));
    return {};
}

/// Skips the levels on which the node at `first` is a lonely right edge.
void climb(std::uint64_t& first, std::uint64_t& last) {
    while ((first & 1) == 0 && first != 0) {
        first >>= 1;
        last >>= 1;
    }
}

} // namespace

Bytes leafHash(BytesView data) {
    return crypto::sha256(Bytes(1, '\0').append(data));
}

Bytes nodeHash(BytesView left, BytesView right) {
    return crypto::sha256(Bytes(1, '\x01').append(left).append(right));
}

void Frontier::add(BytesView leaf) {
    Bytes root(leaf);
    // Each one bit of the size from the right is a full subtree that now finds its sibling.
    for (std::uint64_t bits = m_size; (bits & 1) != 0; bits >>= 1) {
        root = nodeHash(m_roots.back(), root);
        m_roots.pop_back();
    }
    m_roots.push_back(std::move(root));
    ++m_size;
}

Bytes Frontier::root() const {
    if (m_roots.empty()) {
        return crypto::sha256("");
    }
    Bytes root = m_roots.back();
    for (std::size_t i = m_roots.size() - 1; i > 0; --i) {
        root = nodeHash(m_roots[i - 1], root);
    }
    return root;
}

Bytes Frontier::serialize() const {
    Bytes bytes;
    for (const Bytes& root : m_roots) {
        bytes += root;
    }
    return bytes;
}

Result<Frontier> Frontier::parse(std::uint64_t size, BytesView bytes) {
    if (bytes.size() != std::size_t(std::popcount(size)) * kHashSize) {
        return fail(Code::Internal, "audit.frontier");
    }
    Frontier frontier;
    frontier.m_size = size;
    for (std::size_t at = 0; at < bytes.size(); at += kHashSize) {
        frontier.m_roots.emplace_back(bytes.substr(at, kHashSize));
    }
    return frontier;
}

Result<std::vector<Bytes>> inclusionProof(std::uint64_t index, std::uint64_t size, const RangeRoot& rangeRoot) {
    if (index >= size) {
        return fail(Code::InvalidArgument, "audit.proof_range");
    }
    std::vector<Bytes> path;
    ENSURE(addPath(index, 0, size, rangeRoot, path));
    return path;
}

Result<std::vector<Bytes>> consistencyProof(std::uint64_t oldSize, std::uint64_t newSize, const RangeRoot& rangeRoot) {
    if (oldSize > newSize) {
        return fail(Code::InvalidArgument, "audit.proof_range");
    }
    std::vector<Bytes> path;
    if (oldSize != 0) {
        ENSURE(addSubproof(oldSize, 0, newSize, true, rangeRoot, path));
    }
    return path;
}

bool verifyInclusion(std::uint64_t index, std::uint64_t size, BytesView leaf, const std::vector<Bytes>& path,
                     BytesView root) {
    if (index >= size) {
        return false;
    }
    std::uint64_t first = index;
    std::uint64_t last = size - 1;
    Bytes hash(leaf);
    for (const Bytes& sibling : path) {
        if (last == 0 || sibling.size() != kHashSize) {
            return false;
        }
        if ((first & 1) != 0 || first == last) {
            hash = nodeHash(sibling, hash);
            climb(first, last);
        } else {
            hash = nodeHash(hash, sibling);
        }
        first >>= 1;
        last >>= 1;
    }
    return last == 0 && crypto::constantTimeEqual(hash, root);
}

bool verifyConsistency(std::uint64_t oldSize, std::uint64_t newSize, BytesView oldRoot, BytesView newRoot,
                       const std::vector<Bytes>& path) {
    if (oldSize > newSize) {
        return false;
    }
    if (oldSize == newSize) {
        return path.empty() && crypto::constantTimeEqual(oldRoot, newRoot);
    }
    if (oldSize == 0) {
        return path.empty();
    }
    std::vector<Bytes> nodes;
    if (std::has_single_bit(oldSize)) {
        nodes.emplace_back(oldRoot);
    }
    nodes.insert(nodes.end(), path.begin(), path.end());
    if (nodes.empty()) {
        return false;
    }
    std::uint64_t first = oldSize - 1;
    std::uint64_t last = newSize - 1;
    while ((first & 1) != 0) {
        first >>= 1;
        last >>= 1;
    }
    Bytes oldHash = nodes.front();
    Bytes newHash = nodes.front();
    for (std::size_t i = 1; i < nodes.size(); ++i) {
        if (last == 0) {
            return false;
        }
        if ((first & 1) != 0 || first == last) {
            oldHash = nodeHash(nodes[i], oldHash);
            newHash = nodeHash(nodes[i], newHash);
            climb(first, last);
        } else {
            newHash = nodeHash(newHash, nodes[i]);
        }
        first >>= 1;
        last >>= 1;
    }
    return last == 0 && crypto::constantTimeEqual(oldHash, oldRoot) && crypto::constantTimeEqual(newHash, newRoot);
}

} // namespace gatehouse::audit
