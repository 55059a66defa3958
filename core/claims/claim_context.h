// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "cedar/evaluate.h"
#include "json/json.h"

namespace gatehouse::claims {

/// One person's claims, and the same as Cedar sees them: the record `context.claims`. Objects are records and lists are
/// sets; whole numbers are long, other numbers decimal where four places hold them. Null and numbers that have no form
/// in Cedar are left out, so that `has` tells. The record is made on first use. Not for use by two threads at once.
class ClaimContext {
public:
    /// `claims` must outlive it.
    explicit ClaimContext(const json::Object& claims)
        : m_claims(claims) {}
    [[nodiscard]] const json::Object& claims() const { return m_claims; }
    [[nodiscard]] const cedar::Request& request() const;

private:
    const json::Object& m_claims;
    mutable std::optional<cedar::Request> m_request;
};

} // namespace gatehouse::claims
