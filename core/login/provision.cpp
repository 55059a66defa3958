// SPDX-License-Identifier: Apache-2.0
#include "login/provision.h"

#include <algorithm>

#include "connections/connections.h"
#include "crypto/random.h"
#include "directory/lookup.h"
#include "tenants/domains.h"

namespace gatehouse::login {
namespace {

using directory::RoleAssignment;
using directory::Source;

Check passed(std::string name, std::string actual) {
    return {std::move(name), Check::Status::Ok, "", std::move(actual), "", ""};
}

Decision reject(Decision decision, std::string_view reason, std::string_view check, std::string expected,
                std::string actual, std::string cure) {
    decision.kind = Decision::Kind::Reject;
    decision.reason = reason;
    decision.checks.push_back(
        {std::string(check), Check::Status::Fail, std::move(expected), std::move(actual), std::move(cure), "US-106"});
    return decision;
}

// True if a login through this connection is believed to speak for the address: it says so itself with email_verified,
// or the admin trusts the connection for an address of a domain that this tenant has verified (standards/02, section
// 8).
Result<bool> speaksFor(store::Reader& reader, const tenants::Tenant& tenant, const connections::Connection& connection,
                       const claims::Outcome& mapped) {
    if (mapped.emailVerified) {
        return true;
    }
    if (!connection.trustEmail) {
        return false;
    }
    return tenants::ownsDomain(reader, tenant.id, directory::emailDomain(mapped.email));
}

void applyRoles(const tenants::Tenant& tenant, const claims::Outcome& mapped, Decision& decision) {
    std::vector<RoleAssignment> roles;
    const auto has = [](const std::vector<RoleAssignment>& list, std::string_view name, Source source) {
        return std::any_of(list.begin(), list.end(),
                           [&](const RoleAssignment& r) { return r.name == name && r.source == source; });
    };
    for (const RoleAssignment& role : decision.user.roles) {
        const bool mappedNow = std::find(mapped.roles.begin(), mapped.roles.end(), role.name) != mapped.roles.end();
        // What came by other ways than sign-in is never touched; earlier sign-ins' roles stay when merging.
        if (role.source != Source::Sso || mappedNow || tenant.settings.roleMode == tenants::RoleMode::Merge) {
            roles.push_back(role);
        } else {
            decision.rolesRemoved.push_back(role.name);
        }
    }
    for (const std::string& name : mapped.roles) {
        if (!has(roles, name, Source::Sso)) {
            roles.push_back({name, Source::Sso, std::nullopt});
            decision.rolesAdded.push_back(name);
        }
    }
    decision.user.roles = std::move(roles);
}

// What belongs to the directory that provisions the person stays as that says.
void applyProfile(const claims::Outcome& mapped, bool emailProven, directory::User& user) {
    const auto set = [&user](std::string_view name, std::string& field, const std::string& value) {
        if (!value.empty() && !directory::isProvisioned(user, name)) {
            field = value;
        }
    };
    set("displayName", user.displayName, mapped.displayName);
    set("givenName", user.givenName, mapped.givenName);
    set("familyName", user.familyName, mapped.familyName);
    for (const auto& attribute : mapped.attributes) {
        if (!directory::isProvisioned(user, "attributes." + std::string(attribute.key()))) {
            user.attributes[attribute.key()] = attribute.value();
        }
    }
    if (directory::isProvisioned(user, "email") &&
        directory::normalizedEmail(user.email) != directory::normalizedEmail(mapped.email)) {
        return;
    }
    if (directory::normalizedEmail(user.email) != directory::normalizedEmail(mapped.email)) {
        user.email = mapped.email;
        user.emailVerified = emailProven;
    } else if (emailProven) {
        user.emailVerified = true;
    }
}

bool sameProfile(const directory::User& a, const directory::User& b) {
    return a.email == b.email && a.emailVerified == b.emailVerified && a.displayName == b.displayName &&
           a.givenName == b.givenName && a.familyName == b.familyName && a.attributes == b.attributes &&
           a.roles == b.roles && a.userName == b.userName;
}

Result<Decision> forExisting(const tenants::Tenant& tenant, const claims::Outcome& mapped, Decision decision,
                             bool emailProven) {
    const directory::User before = decision.user;
    if (!before.active) {
        return reject(std::move(decision), "login.user_inactive", "user.active", "an active account", "deactivated",
                      "Activate the user, or let the deactivation stand.");
    }
    decision.kind = Decision::Kind::Match;
    applyProfile(mapped, emailProven, decision.user);
    applyRoles(tenant, mapped, decision);
    decision.changed = !sameProfile(before, decision.user);
    decision.checks.push_back(passed("user.active", "active"));
    return decision;
}

// The person whom the provider of this connection provisions and who now comes through it for the first time, and by
// what they are known. Whom another provider provisions is not theirs to speak for.
struct Provisioned {
    directory::User user;
    std::string_view by;
};

Result<bool> provisions(store::Reader& reader, const store::Sealer& sealer, const connections::Connection& connection,
                        const directory::User& user) {
    if (user.resource.empty()) {
        return false;
    }
    if (!user.provisionedBy.empty()) {
        return user.provisionedBy == connection.id.text();
    }
    TRY(all, connections::list(reader, sealer, "", "", 2)); // a directory of no connection's is that of the only one
    return all.items.size() == 1;
}

Result<std::optional<Provisioned>> findProvisioned(store::Reader& reader, const store::Sealer& sealer,
                                                   const tenants::Tenant& tenant,
                                                   const connections::Connection& connection,
                                                   const AssertedIdentity& asserted, const claims::Outcome& mapped) {
    for (const tenants::Matching matching : tenant.settings.matching) {
        std::vector<UserId> candidates;
        if (matching == tenants::Matching::ExternalId) {
            TRY(found, directory::findByExternalId(reader, sealer,
                                                   mapped.externalId.empty() ? asserted.subject : mapped.externalId));
            candidates = std::move(found);
        } else if (matching == tenants::Matching::UserName) {
            TRY(found,
                directory::findByUserName(reader, sealer, mapped.userName.empty() ? mapped.email : mapped.userName));
            candidates.assign(found ? 1 : 0, found.value_or(UserId()));
        } else {
            TRY(found, directory::findByEmail(reader, sealer, mapped.email));
            if (!found.empty()) {
                return std::optional<Provisioned>(); // by the rules for e-mail addresses
            }
        }
        if (candidates.size() == 1) {
            TRY(user, directory::findWithoutIdentities(reader, sealer, candidates.front()));
            TRY(theirs, provisions(reader, sealer, connection, user));
            if (theirs) {
                return std::optional(
                    Provisioned{std::move(user), matching == tenants::Matching::UserName ? "userName" : "externalId"});
            }
        }
    }
    return std::optional<Provisioned>();
}

Decision rejectSecondAccount(Decision decision) {
    return reject(std::move(decision), "login.link_conflict", "link.once", "no other account of this connection",
                  "another account of this connection is bound to the user",
                  "Remove the old identity first if the person changed.");
}

} // namespace

Result<Decision> decide(store::Reader& reader, const store::Sealer& sealer, const tenants::Tenant& tenant,
                        const connections::Connection& connection, const AssertedIdentity& asserted,
                        const claims::Outcome& mapped, Time now) {
    Decision decision;
    if (!mapped.ok()) {
        const claims::MappingError& error = mapped.errors.front();
        decision.user.email = mapped.email;
        return reject(std::move(decision), error.code, "mapping." + error.claim, "a usable value", error.message,
                      "Release the claim at the identity provider, or change the mapping.");
    }
    decision.checks.push_back(passed("mapping", "email " + mapped.email));
    TRY(emailProven, speaksFor(reader, tenant, connection, mapped));

    TRY(bound, directory::findByIdentity(reader, sealer, connection.id, asserted.issuer, asserted.subject));
    TRY(sameEmail, directory::findByEmail(reader, sealer, mapped.email));
    if (bound) {
        TRY(user, directory::findWithoutIdentities(reader, sealer, *bound));
        decision.user = std::move(user);
        decision.checks.push_back(passed("identity.bound", decision.user.id.text()));
        if (!sameEmail.empty() && sameEmail.front() != *bound) {
            // Someone else here has that address: the person keeps the old one rather than taking it over.
            claims::Outcome kept = mapped;
            kept.email = decision.user.email;
            decision.checks.push_back({"user.email", Check::Status::Warn, "an address of this person",
                                       "another user has it", "Correct one of the two users.", "security.md RP-12"});
            return forExisting(tenant, kept, std::move(decision), false);
        }
        return forExisting(tenant, mapped, std::move(decision), emailProven);
    }

    decision.bindsIdentity = true;
    TRY(provisioned, findProvisioned(reader, sealer, tenant, connection, asserted, mapped));
    if (provisioned) {
        decision.user = std::move(provisioned->user);
        TRY(other, directory::hasIdentityOf(reader, tenant.id, decision.user.id, connection.id));
        if (other) {
            return rejectSecondAccount(std::move(decision));
        }
        decision.checks.push_back(passed("link.provisioned", "matched by " + std::string(provisioned->by)));
        const bool taken = !sameEmail.empty() && sameEmail.front() != decision.user.id;
        claims::Outcome kept = mapped;
        kept.email = taken ? decision.user.email : mapped.email;
        return forExisting(tenant, kept, std::move(decision), emailProven && !taken);
    }
    if (!sameEmail.empty()) {
        TRY(user, directory::findWithoutIdentities(reader, sealer, sameEmail.front()));
        decision.user = std::move(user);
        if (tenant.settings.linking == tenants::Linking::Never) {
            return reject(std::move(decision), "login.link_conflict", "link.allowed", "linking by verified e-mail",
                          "the tenant never links", "Link the account by hand, or set linking to verified-email.");
        }
        if (!emailProven) {
            return reject(
                std::move(decision), "login.link_conflict", "link.proven",
                "email_verified true, or a trusted connection on a verified domain",
                connection.trustEmail ? "the domain is not verified for this tenant" : "the address is not verified",
                "Let the provider send email_verified, or verify the domain and trust the connection's e-mail.");
        }
        TRY(other, directory::hasIdentityOf(reader, tenant.id, decision.user.id, connection.id));
        if (other) {
            return rejectSecondAccount(std::move(decision));
        }
        decision.checks.push_back(passed("link.proven", "matched by verified e-mail"));
        return forExisting(tenant, mapped, std::move(decision), true);
    }

    if (tenant.settings.provisioning != tenants::Provisioning::Jit) {
        return reject(std::move(decision), "login.not_provisioned", "provisioning.jit", "an account made before",
                      "none, and just-in-time provisioning is off", "Create the user, or set provisioning to jit.");
    }
    decision.kind = Decision::Kind::Create;
    decision.changed = true;
    decision.user = directory::User();
    decision.user.id = UserId(crypto::newUuid(now));
    decision.user.userName = mapped.userName.empty() ? mapped.email : mapped.userName;
    TRY(sameName, directory::findByUserName(reader, sealer, decision.user.userName));
    if (sameName) { // somebody whom this provider does not speak for, or another matching order would have said so
        return reject(
            std::move(decision), "login.link_conflict", "user.name_free", "a user name that nobody has",
            "another user has it, and nothing proves that it is the same person",
            "Link the account by hand, let the mapping give another user name, or say at the SCIM token whose "
            "connection it belongs to.");
    }
    decision.user.createdAt = now;
    applyProfile(mapped, emailProven, decision.user);
    applyRoles(tenant, mapped, decision);
    decision.checks.push_back(passed("provisioning.jit", "created"));
    return decision;
}

Status apply(store::Writer& writer, const store::Sealer& sealer, const connections::Connection& connection,
             const AssertedIdentity& asserted, const claims::Outcome& mapped, Decision& decision, Time now) {
    directory::User& user = decision.user;
    user.updatedAt = now;
    if (decision.kind == Decision::Kind::Create) {
        ENSURE(directory::insertUser(writer, sealer, user));
    } else if (decision.changed) {
        ENSURE(directory::updateUser(writer, sealer, user));
    }
    const directory::Identity identity{connection.id, asserted.issuer, asserted.subject, now};
    if (decision.bindsIdentity) {
        ENSURE(directory::bindIdentity(writer, sealer, user.id, identity, now));
        user.identities.push_back(identity);
    }
    if (mapped.groupsKnown) {
        ENSURE(directory::setSsoGroups(writer, sealer.tenant(), user.id, mapped.groups, mapped.createGroups, now));
        TRY(stored, directory::findWithoutIdentities(writer, sealer, user.id));
        user.groups = std::move(stored.groups);
        user.roles = std::move(stored.roles);
    }
    user.lastLogin = now;
    return directory::touchLogin(writer, sealer, identity, now);
}

} // namespace gatehouse::login
