// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "claims/mapping.h"
#include "json/json.h"

namespace gatehouse::claims {

/// One step of how a target came by its value.
struct TraceStep {
    std::string target; ///< an attribute, "roles", "groups" or "emailVerified"
    std::string source; ///< the claim or template that gave the value, or a rule's condition
    json::Value value;  ///< after the step; null where there was none
    std::string step;   ///< "source", a transform as written, "missing", "refused", "matched", "not matched", "error:
                        ///< <slug>", "default"
    friend bool operator==(const TraceStep&, const TraceStep&) = default;
};

/// Why the login has to be refused. Codes: `mapping_missing_email`, `mapping_missing_required`, `mapping_wrong_type`,
/// `mapping_invalid_email`, `mapping_invalid_value` (a control character), `mapping_too_large` (over 4 KiB a text or
/// 1,000 groups).
struct MappingError {
    std::string code;
    std::string claim;   ///< the source that was read
    std::string message; ///< for the admin
    friend bool operator==(const MappingError&, const MappingError&) = default;
};

/// What the claims say about the person. With any error the login is refused and nobody is provisioned.
struct Outcome {
    std::string userName;   ///< empty where nothing gave one
    std::string externalId; ///< what the provider's provisioning calls the person; empty where nothing gave it
    std::string email;
    bool emailVerified = false;
    std::string displayName;
    std::string givenName;
    std::string familyName;
    json::Object attributes; ///< targets of the tenant's own: text, number, boolean, or a list of these
    std::vector<std::string> roles;
    std::vector<std::string> groups;
    bool createGroups = false;
    /// False where the mapping has no groups, or the IdP said that there were too many to send (Microsoft Entra's
    /// overage): then the memberships stay as they are.
    bool groupsKnown = false;
    std::vector<TraceStep> trace;
    std::vector<MappingError> errors;
    [[nodiscard]] bool ok() const { return errors.empty(); }
};

/// Runs the mapping. Pure; `claims` must come from verified bytes. `emailVerified` is true only where the claim
/// email_verified is the boolean true and the mapped address is that of the claim `email`, of which alone it speaks
/// (security.md RP-13).
[[nodiscard]] Outcome map(const Mapping& mapping, const json::Object& claims);

/// The claims that no rule reads, but for those of the protocol (iss, sub, aud, nonce, ...): what an admin may want to
/// map next.
[[nodiscard]] std::vector<std::string> unmappedClaims(const Mapping& mapping, const json::Object& claims);

/// {"user":{"userName","externalId","email","emailVerified","displayName","givenName","familyName","attributes"},"roles":[],"groups":[],
/// "trace":[{"target","source","value","step"}],"errors":[{"code","claim","message"}]}: the mapping's part of a preview
/// (contract section 4). Members of `user` that nothing gave are left out.
[[nodiscard]] json::Object toJson(const Outcome& outcome);
[[nodiscard]] json::Object toJson(const TraceStep& step);
[[nodiscard]] json::Object toJson(const MappingError& error);

/// One '@' with something on both sides, no space or control character, at most 254 bytes.
[[nodiscard]] bool looksLikeEmail(std::string_view text);

} // namespace gatehouse::claims
