// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "admin/api/document.h"
#include "admin/change.h"

namespace gatehouse::admin {

/// The configuration as a document that apply takes, without secrets and without what only the broker writes. `only`:
/// one tenant.
[[nodiscard]] Result<json::Object> exportDocument(const Context& context, const std::optional<TenantId>& only);

enum class Prune { No, Yes };
/// Makes the configuration what the document says, inside one transaction; resources are known by their names (tenants
/// by slug). What the document leaves out stays, but with Prune::Yes the resources of a kind that it lists are all
/// there are.
[[nodiscard]] Result<std::vector<api::Change>> applyDocument(Change& change, const json::Object& document, Prune prune);

} // namespace gatehouse::admin
