// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "scim/schema.h"
#include "json/json.h"

namespace gatehouse::scim {

inline constexpr std::string_view kBulkRequestSchema = "urn:ietf:params:scim:api:messages:2.0:BulkRequest";
inline constexpr std::string_view kBulkResponseSchema = "urn:ietf:params:scim:api:messages:2.0:BulkResponse";

enum class BulkMethod { Post, Put, Patch, Delete };

/// One operation of a BulkRequest (RFC 7644, 3.7).
struct BulkOperation {
    BulkMethod method = BulkMethod::Post;
    std::string methodName; ///< as it was written, for the answer
    std::string bulkId;
    std::string version; ///< an ETag to match; empty where not given
    const ResourceType* type = nullptr;
    std::string id; ///< of the resource; empty for POST. "bulkId:x" until it is resolved
    json::Value data;
    std::optional<Error> error; ///< why it cannot be performed, known before any is
};

struct BulkRequest {
    std::int64_t failOnErrors = 0; ///< 0: never stop
    std::vector<BulkOperation> operations;
};

struct BulkLimits {
    std::size_t operations = 1000;
    std::size_t octets = std::size_t{1} << 20;
};

/// Reads a BulkRequest. The request as a whole is refused for `scim.bulk_too_large`, `scim.bulk_too_many`, JSON that
/// cannot be read, `scim.schemas`, `scim.syntax`, `scim.bulk_fail_on_errors`, and `scim.bulk_id` (the same twice). What
/// is wrong with one operation is that operation's own error: `scim.bulk_method`, `scim.bulk_path` (anything but the
/// endpoint of one of `types` and, but for POST, an id), `scim.bulk_id` (a POST without), `scim.syntax` (no data). The
/// result points into `types`.
[[nodiscard]] Result<BulkRequest> parseBulk(std::string_view text, std::span<const ResourceType> types,
                                            const BulkLimits& limits = {});

/// What became of an operation.
struct BulkOutcome {
    int status = 200;
    std::string id;       ///< the resource's, which its bulkId stands for from now on
    std::string location; ///< its address
    std::string version;  ///< its ETag; empty for DELETE
};
/// Performs one operation, in which every reference is resolved.
using BulkPerform = std::function<Result<BulkOutcome>(const BulkOperation&)>;

/// A Bulk request in progress. The operations run in the order of the request, but one that refers to
/// another by "bulkId:x", forwards or backwards, waits for it (RFC 7644, 3.7.2). Operations that wait for each other in
/// a circle fail with `scim.bulk_circular`; one that refers to what is not there or failed, with `scim.bulk_reference`.
/// After `failOnErrors` errors no more are begun, and those not begun are not part of the answer, which is in the order
/// of the request. `base` is the service's address, for the location of what failed.
class BulkRun {
public:
    BulkRun(const BulkRequest& request, std::string_view base);
    ~BulkRun();
    [[nodiscard]] bool isOver() const;
    /// Performs the next operation, if there is one. False if it failed.
    bool step(const BulkPerform& perform);
    /// The BulkResponse, once it is over.
    [[nodiscard]] json::Object answer();

private:
    class State;
    std::unique_ptr<State> m_state;
};
/// All of it at once.
[[nodiscard]] json::Object runBulk(const BulkRequest& request, std::string_view base, const BulkPerform& perform);

} // namespace gatehouse::scim
