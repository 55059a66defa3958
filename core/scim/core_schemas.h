// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "scim/schema.h"

namespace gatehouse::scim {

inline constexpr std::string_view kUserSchema = "urn:ietf:params:scim:schemas:core:2.0:User";
inline constexpr std::string_view kGroupSchema = "urn:ietf:params:scim:schemas:core:2.0:Group";
inline constexpr std::string_view kEnterpriseSchema = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
inline constexpr std::string_view kSchemaSchema = "urn:ietf:params:scim:schemas:core:2.0:Schema";
inline constexpr std::string_view kResourceTypeSchema = "urn:ietf:params:scim:schemas:core:2.0:ResourceType";
inline constexpr std::string_view kServiceProviderConfigSchema =
    "urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig";

/// People (RFC 7643, 4.1) with the enterprise extension (4.3) and those given.
[[nodiscard]] ResourceType userType(std::vector<Schema> extensions = {});
/// Groups (RFC 7643, 4.2). Members are people and groups.
[[nodiscard]] ResourceType groupType();
[[nodiscard]] Schema enterpriseSchema();

/// The schemas of what describes the service itself (RFC 7643, 5 to 7): ServiceProviderConfig, ResourceType, Schema.
[[nodiscard]] std::vector<Schema> serviceSchemas();

} // namespace gatehouse::scim
