// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "admin/api/permission.h"
#include "base/ids.h"
#include "base/time.h"
#include "store/sealed.h"
#include "store/store.h"

namespace gatehouse::admin {

/// What an administrator sees: the tenant at which they sign in, or the whole broker.
enum class Reach { Tenant, Broker };

/// A person who may use the Admin API. The row goes with the person.
struct Appointment {
    std::string id;
    TenantId tenant; ///< where the person signs in
    UserId user;
    api::AdminRole role = api::AdminRole::Auditor;
    Reach reach = Reach::Tenant;
    std::vector<std::string> groups; ///< a delegate's
    std::string createdBy;           ///< id of the caller
    Time createdAt;
    Time updatedAt;
    std::optional<Time> lastSeen;
    std::string lastSession; ///< `sid` of the last use; empty before the first
    std::int64_t version = 1;
};

[[nodiscard]] std::string_view reachName(Reach reach);

// Group names are sealed by the platform's sealer. `admin.not_found`, `admin.taken` (Conflict), `admin.stale`
// (Conflict).
[[nodiscard]] Result<Appointment> findAppointment(store::Reader& reader, const store::Sealer& sealer,
                                                  std::string_view id);
/// nullopt if the person administers nothing.
[[nodiscard]] Result<std::optional<Appointment>> findAppointmentOf(store::Reader& reader, const store::Sealer& sealer,
                                                                   const TenantId& tenant, const UserId& user);
/// Oldest first. With a tenant, those who see that tenant alone; without one, everybody.
[[nodiscard]] Result<std::vector<Appointment>> listAppointments(store::Reader& reader, const store::Sealer& sealer,
                                                                const std::optional<TenantId>& tenant);
[[nodiscard]] Status insertAppointment(store::Writer& writer, const store::Sealer& sealer, const Appointment& made);
[[nodiscard]] Status updateAppointment(store::Writer& writer, const store::Sealer& sealer, Appointment& changed);
[[nodiscard]] Status removeAppointment(store::Writer& writer, std::string_view id);
/// Notes a use, for people to see.
[[nodiscard]] Status touchAppointment(store::Writer& writer, std::string_view id, std::string_view session, Time now);

/// Whoever sets a tenant's connections up can sign in as any person of it. So the people of a tenant either administer
/// the whole broker or are led by administrators of that tenant's own, never both: `admin.shared_home` (Conflict) if
/// this role, with this reach, must not be given at this tenant. `except`: the appointment that is being changed.
[[nodiscard]] Status guardHome(store::Reader& reader, const TenantId& tenant, api::AdminRole role, Reach reach,
                               std::string_view except, Time now);

} // namespace gatehouse::admin
