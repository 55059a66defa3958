// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "base/time.h"
#include "scim/resource.h"
#include "store/sealed.h"
#include "store/store.h"
#include "json/json.h"

namespace gatehouse::provisioning {

constexpr std::size_t kMaxKeptBody = 64 * 1024; ///< octets of a body that is kept; a longer one is left out

/// What a client sent over SCIM, what became of it and what it changed.
struct Request {
    std::string id; ///< a UUIDv7 of the moment it came
    Time time;
    std::string clientId;
    std::string clientName;
    std::string ip;
    std::string userAgent;
    std::string method;
    std::string path; ///< below the service's address, with its query
    int status = 0;
    std::string scimType;
    std::string detail;
    std::string resourceType;
    std::string resourceId;
    std::string resourceName;
    std::int64_t micros = 0;
    std::string body; ///< as it came, but for passwords; empty if it had none or too much
    std::vector<scim::Change> changes;
};

/// Replaces what stands for a password in a JSON text: the text of every member `password`, at any depth.
[[nodiscard]] std::string withoutPasswords(std::string body);

[[nodiscard]] Status insertRequest(store::Writer& writer, const store::Sealer& sealer, const Request& request);
/// `scim_request.not_found`.
[[nodiscard]] Result<Request> findRequest(store::Reader& reader, const store::Sealer& sealer, std::string_view id);

/// Which ones; what is empty means all.
struct RequestFilter {
    std::string client;
    std::string resource;
    bool onlyFailures = false;
    bool onlyChanges = false; ///< without those that only read
};
struct RequestPage {
    std::vector<Request> items; ///< newest first, without bodies and changes
    std::optional<std::string> nextCursor;
};
[[nodiscard]] Result<RequestPage> listRequests(store::Reader& reader, const store::Sealer& sealer,
                                               const RequestFilter& filter, std::string_view cursor, std::size_t limit);
/// The last request that is to be forgotten, so that the newest `most` of a tenant stay and none is older than `keep`;
/// empty if there is none.
[[nodiscard]] Result<std::string> requestsToForget(store::Reader& reader, const TenantId& tenant, Time now,
                                                   Seconds keep, std::int64_t most);
/// Forgets that one and all before it. Rows deleted.
[[nodiscard]] Result<std::int64_t> forgetRequests(store::Writer& writer, const TenantId& tenant, std::string_view last);

} // namespace gatehouse::provisioning
