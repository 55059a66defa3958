// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scim/schema.h"
#include "json/json.h"

namespace gatehouse::scim {

/// One way for a client to prove who it is (RFC 7643, 5).
struct AuthenticationScheme {
    std::string type; ///< "oauthbearertoken", "oauth2"
    std::string name;
    std::string description;
    std::string specUri; ///< left out where empty, as is the next
    std::string documentationUri;
    bool primary = false;
};

/// What the service offers and how much of it.
struct ServiceLimits {
    std::int64_t bulkOperations = 1000;
    std::int64_t bulkOctets = std::int64_t{1} << 20;
    std::int64_t defaultPage = 100;
    std::int64_t largestPage = 500;
    std::int64_t cursorSeconds = 3600;
    std::string documentationUri;
    std::vector<AuthenticationScheme> authentication;
    std::vector<std::string> eventUris; ///< of the security events that the service sends
};

// Each document is as RFC 7643 shows it in section 8, without nulls. `base` is the service's own address, from the
// configuration and without a slash at its end: never what a request claims (security.md SC-19).

/// {"schemas","id","name","description","attributes":[...],"meta"}.
[[nodiscard]] json::Object schemaDocument(const Schema& schema, std::string_view base);
/// The ListResponse of /Schemas: each resource type's schema and extensions, once, then those of the service.
[[nodiscard]] json::Object schemasDocument(std::span<const ResourceType> types, std::string_view base);
/// {"schemas","id","name","endpoint","description","schema","schemaExtensions","meta"}.
[[nodiscard]] json::Object resourceTypeDocument(const ResourceType& type, std::string_view base);
/// The ListResponse of /ResourceTypes.
[[nodiscard]] json::Object resourceTypesDocument(std::span<const ResourceType> types, std::string_view base);
/// With `pagination` (RFC 9865, 4) and, where there are some, `securityEvents` (RFC 9967).
[[nodiscard]] json::Object serviceProviderConfig(const ServiceLimits& limits, std::string_view base);

} // namespace gatehouse::scim
