// SPDX-License-Identifier: Apache-2.0
#include "audit/audit.h"
#include "audit/checkpoint.h"
#include "audit/merkle.h"

namespace gatehouse::audit {

namespace {

/// Reads the leaves of a range in order and folds them: time in proportion to the range, memory to its logarithm.
RangeRoot rangeRootOf(store::Reader& reader, const TenantId& tenant) {
    return [&reader, tenant](std::uint64_t begin, std::uint64_t end) -> Result<Bytes> {
        Frontier tree;
        ENSURE(reader.query("SELECT hash FROM audit_log WHERE tenant_id = $1 AND seq > $2 AND seq <= $3 ORDER BY seq",
                            {tenant.text(), std::int64_t(begin), std::int64_t(end)}, [&](const store::Row& row) {
                                tree.add(leafHash(row.blob(0)));
                                return true;
                            }));
        if (tree.size() != end - begin) {
            return fail(Code::FailedPrecondition, "audit.rolled_back", "records are missing");
        }
        return tree.root();
    };
}

json::Array pathOf(const std::vector<Bytes>& path) {
    json::Array out;
    for (const Bytes& hash : path) {
        out.push_back(json::Value(base64Encode(hash)));
    }
    return out;
}

/// The size asked for, or that of the whole log for 0. `audit.proof_range` beyond it.
Result<std::uint64_t> sizeOf(store::Reader& reader, const TenantId& tenant, std::int64_t wanted) {
    TRY(last, lastSeq(reader, tenant));
    if (wanted < 0 || wanted > last) {
        return fail(Code::InvalidArgument, "audit.proof_range");
    }
    return std::uint64_t(wanted == 0 ? last : wanted);
}

Result<json::Object> inclusion(store::Reader& reader, const TenantId& tenant, std::int64_t seq, std::int64_t wanted) {
    TRY(size, sizeOf(reader, tenant, wanted));
    if (seq < 1 || std::uint64_t(seq) > size) {
        return fail(Code::InvalidArgument, "audit.proof_range");
    }
    const RangeRoot rangeRoot = rangeRootOf(reader, tenant);
    const std::uint64_t index = std::uint64_t(seq) - 1;
    TRY(path, inclusionProof(index, size, rangeRoot));
    TRY(leaf, rangeRoot(index, index + 1));
    TRY(root, rangeRoot(0, size));
    return json::Object{{"seq", seq},
                        {"size", std::int64_t(size)},
                        {"root", base64Encode(root)},
                        {"leaf", base64Encode(leaf)},
                        {"path", pathOf(path)}};
}

Result<json::Object> consistency(store::Reader& reader, const TenantId& tenant, std::int64_t from,
                                 std::int64_t wanted) {
    TRY(to, sizeOf(reader, tenant, wanted));
    if (from < 0 || std::uint64_t(from) > to) {
        return fail(Code::InvalidArgument, "audit.proof_range");
    }
    const RangeRoot rangeRoot = rangeRootOf(reader, tenant);
    TRY(path, consistencyProof(std::uint64_t(from), to, rangeRoot));
    TRY(oldRoot, rangeRoot(0, std::uint64_t(from)));
    TRY(newRoot, rangeRoot(0, to));
    return json::Object{{"from", from},
                        {"to", std::int64_t(to)},
                        {"fromRoot", base64Encode(oldRoot)},
                        {"toRoot", base64Encode(newRoot)},
                        {"path", pathOf(path)}};
}

} // namespace

Result<json::Object> proveInclusion(store::Store& store, const TenantId& tenant, std::int64_t seq, std::int64_t size) {
    return store.read([&](store::Reader& reader) { return inclusion(reader, tenant, seq, size); });
}

Result<json::Object> proveConsistency(store::Store& store, const TenantId& tenant, std::int64_t from, std::int64_t to) {
    return store.read([&](store::Reader& reader) { return consistency(reader, tenant, from, to); });
}

} // namespace gatehouse::audit
