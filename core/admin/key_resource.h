// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "admin/request.h"
#include "keys/rotation_schedule.h"
#include "keys/signing_keys.h"

namespace gatehouse::admin {

/// Whose ring a request is about: the path's tenant's, or the front door's.
[[nodiscard]] const TenantId& ringOf(const Context& context);
/// "/admin/v1/tenants/acme/keys/" or "/admin/v1/keys/".
[[nodiscard]] std::string ringPath(const Context& context);

/// A ring and the schedule that it rotates by: what is needed to say what will happen when.
struct RingView {
    std::vector<keys::KeyInfo> keys; ///< newest first
    keys::RotationSchedule schedule;
    /// When a next key takes over by itself.
    [[nodiscard]] std::optional<Time> activatesAt(const keys::KeyInfo& key) const;
    /// The resource (api::Key).
    [[nodiscard]] json::Object show(const keys::KeyInfo& key) const;
};
[[nodiscard]] Result<RingView> ringView(store::Reader& reader, const Context& context);

/// `T/keys/{kid}/evidence`.
[[nodiscard]] Answered listKeyEvidence(const Context& context);
/// `T/keys/{kid}/impact`.
[[nodiscard]] Answered showKeyImpact(const Context& context);

} // namespace gatehouse::admin
