// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/ids.h"
#include "base/problem.h"
#include "base/time.h"
#include "json/json.h"

namespace gatehouse::directory {

/// Where a role or membership comes from. A login only ever replaces those of source Sso.
enum class Source { Sso, Scim, Manual, Policy, Grant };

struct RoleAssignment {
    std::string name;
    Source source = Source::Manual;
    std::optional<Time> expiresAt;
    friend bool operator==(const RoleAssignment&, const RoleAssignment&) = default;
};

/// The one binding of an upstream account to a person: (tenant, connection, issuer, subject), made once, never
/// re-pointed by a login.
struct Identity {
    ConnectionId connection;
    std::string issuer;
    std::string subject;
    std::optional<Time> lastLogin;
};

/// A person of one tenant. JSON shape: contract section 4, User.
struct User {
    UserId id; ///< the internal UUID
    std::string userName;
    std::string email;
    bool emailVerified = false;
    std::string displayName;
    std::string givenName;
    std::string familyName;
    bool active = true;
    json::Object attributes;
    std::vector<RoleAssignment> roles;
    std::vector<std::string> groups; ///< names, those of groups that hold one of the person's too
    std::vector<Identity> identities;
    std::optional<Time> lastLogin;
    std::optional<Time> signInAfter; ///< a sign-in counts only if the provider proves it to be newer
    std::string externalId;          ///< what the client that provisions the person calls it; empty: it does not say
    /// What that client keeps of the person: a SCIM User in its strict form (scim/resource.h) without id and meta.
    /// Empty where nobody provisions the person.
    json::Object resource;
    /// Members, and attributes as "attributes.department", that belong to that client: no login and no administrator
    /// writes them.
    std::vector<std::string> provisioned;
    std::string provisionedBy; ///< the connection whose provider does; empty where it belongs to none
    Time createdAt;
    Time updatedAt;
    std::int64_t version = 1;
};

[[nodiscard]] const char* sourceName(Source source);
/// The source of that name; Manual for any other.
[[nodiscard]] Source sourceOf(std::string_view name);
[[nodiscard]] json::Object toJson(const User& user);
/// Reads a submitted person over `user`: roles given as names or {"name"} become source Manual; identities and groups
/// are read-only here.
void readJson(const json::Object& object, User& user, Problems& problems);
/// Whether the member belongs to the client that provisions the person.
[[nodiscard]] bool isProvisioned(const User& user, std::string_view member);
/// The form in which e-mail addresses are compared: trimmed, ASCII lower case.
[[nodiscard]] std::string normalizedEmail(std::string_view email);
/// The part after the last '@', in lower case; empty if there is none.
[[nodiscard]] std::string emailDomain(std::string_view email);

} // namespace gatehouse::directory
