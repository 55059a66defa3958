// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/problem.h"
#include "tenants/tenant.h"
#include "json/json.h"

namespace gatehouse::tenants {

/// All members, as contract section 4 spells them.
[[nodiscard]] json::Object toJson(const Settings& settings);
/// Members that are missing keep what `settings` has. Problems: those of json::ObjectReader; pointers begin with
/// `prefix`
/// ("/settings").
[[nodiscard]] Problems readSettings(const json::Object& object, std::string_view prefix, Settings& settings);

/// id, slug, name, kind, status, settings, createdAt, updatedAt.
[[nodiscard]] json::Object toJson(const Tenant& tenant);
/// Reads slug, name, kind, status and settings into `tenant` in the same manner; id, createdAt and updatedAt are
/// accepted if they equal what `tenant` has (a resource that was read can be sent back) and are `read_only` otherwise.
[[nodiscard]] Problems readTenant(const json::Object& object, Tenant& tenant);

/// name, status, txtRecord, verifiedAt, asserted.
[[nodiscard]] json::Object toJson(const Domain& domain);

} // namespace gatehouse::tenants
