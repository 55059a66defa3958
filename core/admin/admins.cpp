// SPDX-License-Identifier: Apache-2.0
#include "admin/admins.h"

#include "json/json.h"

namespace gatehouse::admin {

namespace {

constexpr std::string_view kTable = "admins";

Result<Appointment> fromRow(const store::Sealer& sealer, const store::Row& row) {
    Appointment out;
    out.id = row.text(0);
    out.tenant = TenantId(std::string(row.text(1)));
    out.user = UserId(std::string(row.text(2)));
    out.role = api::parseRole(row.text(3)).value_or(api::AdminRole::Delegate);
    out.reach = row.text(4) == reachName(Reach::Broker) ? Reach::Broker : Reach::Tenant;
    TRY(groupsText, sealer.open({kTable, out.id, "member_groups"}, row.blob(5)));
    TRY(groups, json::parse(groupsText));
    for (const json::Value& group : groups.as_array()) {
        out.groups.emplace_back(json::view(group.as_string()));
    }
    out.createdBy = row.text(6);
    out.createdAt = fromMillis(row.integer(7));
    out.updatedAt = fromMillis(row.integer(8));
    if (!row.isNull(9)) {
        out.lastSeen = fromMillis(row.integer(9));
    }
    out.lastSession = row.text(10);
    out.version = row.integer(11);
    return out;
}

Bytes sealedGroups(const store::Sealer& sealer, const Appointment& from) {
    return sealer.seal({kTable, from.id, "member_groups"}, json::write(json::Value(json::toArray(from.groups))));
}

} // namespace

std::string_view reachName(Reach reach) {
    switch (reach) {
    case Reach::Tenant:
        return "tenant";
    case Reach::Broker:
        return "broker";
    }
    return "";
}

Result<Appointment> findAppointment(store::Reader& reader, const store::Sealer& sealer, std::string_view id) {
    Result<Appointment> found = fail(Code::NotFound, "admin.not_found");
    ENSURE(reader.query("SELECT id, tenant, user_id, role, reach, member_groups, created_by, created_at, updated_at,"
                        " last_seen, last_session, version FROM admins WHERE id = $1",
                        {id}, [&](const store::Row& row) {
                            found = fromRow(sealer, row);
                            return false;
                        }));
    return found;
}

Result<std::optional<Appointment>> findAppointmentOf(store::Reader& reader, const store::Sealer& sealer,
                                                     const TenantId& tenant, const UserId& user) {
    Result<std::optional<Appointment>> found = std::optional<Appointment>();
    ENSURE(reader.query("SELECT id, tenant, user_id, role, reach, member_groups, created_by, created_at, updated_at,"
                        " last_seen, last_session, version FROM admins WHERE tenant = $1 AND user_id = $2",
                        {tenant.text(), user.text()}, [&](const store::Row& row) {
                            found = fromRow(sealer, row).map([](Appointment&& one) {
                                return std::optional(std::move(one));
                            });
                            return false;
                        }));
    return found;
}

Result<std::vector<Appointment>> listAppointments(store::Reader& reader, const store::Sealer& sealer,
                                                  const std::optional<TenantId>& tenant) {
    std::vector<Appointment> all;
    Status status;
    ENSURE(reader.query("SELECT id, tenant, user_id, role, reach, member_groups, created_by, created_at, updated_at,"
                        " last_seen, last_session, version FROM admins ORDER BY id",
                        {}, [&](const store::Row& row) {
                            auto one = fromRow(sealer, row);
                            if (!one) {
                                status = tl::unexpected<Error>(one.error());
                                return false;
                            }
                            if (!tenant || (one->tenant == *tenant && one->reach == Reach::Tenant)) {
                                all.push_back(*std::move(one));
                            }
                            return true;
                        }));
    ENSURE(status);
    return all;
}

Status insertAppointment(store::Writer& writer, const store::Sealer& sealer, const Appointment& made) {
    TRY(rows, writer.execute("INSERT INTO admins (id, tenant, user_id, role, reach, member_groups, created_by,"
                             " created_at, updated_at, last_session, version)"
                             " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, '', 1) ON CONFLICT DO NOTHING",
                             {made.id, made.tenant.text(), made.user.text(), api::roleName(made.role),
                              reachName(made.reach), store::Arg::blob(sealedGroups(sealer, made)), made.createdBy,
                              toMillis(made.createdAt), toMillis(made.updatedAt)}));
    return rows == 1 ? Status() : fail(Code::Conflict, "admin.taken");
}

Status updateAppointment(store::Writer& writer, const store::Sealer& sealer, Appointment& changed) {
    TRY(rows, writer.execute("UPDATE admins SET role = $1, reach = $2, member_groups = $3, updated_at = $4,"
                             " version = version + 1 WHERE id = $5 AND version = $6",
                             {api::roleName(changed.role), reachName(changed.reach),
                              store::Arg::blob(sealedGroups(sealer, changed)), toMillis(changed.updatedAt), changed.id,
                              changed.version}));
    if (rows != 1) {
        return fail(Code::Conflict, "admin.stale");
    }
    ++changed.version;
    return {};
}

Status removeAppointment(store::Writer& writer, std::string_view id) {
    TRY(rows, writer.execute("DELETE FROM admins WHERE id = $1", {id}));
    return rows == 1 ? Status() : fail(Code::NotFound, "admin.not_found");
}

Status touchAppointment(store::Writer& writer, std::string_view id, std::string_view session, Time now) {
    return writer
        .execute("UPDATE admins SET last_seen = $1, last_session = $2 WHERE id = $3", {toMillis(now), session, id})
        .map([](std::int64_t) {});
}

Status guardHome(store::Reader& reader, const TenantId& tenant, api::AdminRole role, Reach reach,
                 std::string_view except, Time now) {
    bool clash = false;
    const auto any = [&](const store::Row&) {
        clash = true;
        return false;
    };
    if (reach == Reach::Broker) {
        ENSURE(reader.query("SELECT 1 FROM admins WHERE tenant = $1 AND role = $2 AND id <> $3",
                            {tenant.text(), api::roleName(api::AdminRole::TenantAdmin), except}, any));
        ENSURE(reader.query("SELECT 1 FROM admin_tokens WHERE tenant = $1 AND role = $2 AND expires_at > $3",
                            {tenant.text(), api::roleName(api::AdminRole::TenantAdmin), toMillis(now)}, any));
    } else if (role == api::AdminRole::TenantAdmin) {
        ENSURE(reader.query("SELECT 1 FROM admins WHERE tenant = $1 AND reach = $2 AND id <> $3",
                            {tenant.text(), reachName(Reach::Broker), except}, any));
    }
    return clash ? fail(Code::Conflict, "admin.shared_home") : Status();
}

} // namespace gatehouse::admin
